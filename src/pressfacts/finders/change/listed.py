"""A movement said once for a list of figures: "la hausse des ventes de thon (47%), d'huile (33%)", "avec 4,5%"."""

from __future__ import annotations

from collections.abc import Sequence

from pressfacts.finders.change.beside import Answer
from pressfacts.finders.change.words import DOWN, GONE, LOSS, NEW, PLURAL, UP, adverbial
from pressfacts.finders.clauses import Clauses
from pressfacts.finders.mentions import QuantityMention
from pressfacts.language.tokens import MARK, NUMBER
from pressfacts.language.words import verb_forms
from pressfacts.model import Change

# A bracket behind one of these holds the level itself: "la hausse du chômage (12%)".
_LEVELS = frozenset(
    "taux part parts niveau niveaux proportion pourcentage poids ratio score chômage déficit dette endettement tva "
    "abstention participation cote popularité couverture marge rendement pib voix suffrages intentions".split()
)
_OF_WHOLE = frozenset(("de", "d'", "du", "des"))
# Verbs that only say where the movements were: "les baisses concernent les fruits avec 2,1%".
_PLACING = frozenset(
    "être avoir rester demeurer concerner toucher enregistrer observer relever constater noter accuser afficher signer "
    "revenir réaliser affecter intéresser provenir inscrire subir connaître signaler marquer remarquer ressentir "
    "localiser annoncer programmer frapper avérer tirer venir devoir expliquer imputer attribuer".split()
)
# What opens a list of examples: "sont en hausse, comme l'Allemagne (15%)".
_NAMING = frozenset("comme notamment dont surtout principalement".split())
_THINGS = NEW | GONE | LOSS


def listed(view: Clauses, quantity: QuantityMention, quantities: Sequence[QuantityMention]) -> Answer | None:
    """ "les plus fortes hausses ont été relevées à Fès (10%) et à Oujda, avec 9%", "pertes d'emplois (300 postes)"."""
    if quantity.kind not in ("percent", "jobs") or view.low(quantity.last) in _OF_WHOLE:
        return None
    opening = _opening(view, quantity)
    if opening is not None:
        way = _over_list(view, opening, quantity, quantities)
        return (way, "listed") if way else None
    if view.low(quantity.first - 1) == "avec" and quantity.kind == "percent":
        way = _over_list(view, quantity.first - 1, quantity, quantities, plural=True)
        return (way, "listed") if way else None
    return None


def _opening(view: Clauses, quantity: QuantityMention) -> int | None:
    """The place of the bracket that the figure opens: "(47%)", "(proche de 9%)"; None where it stands elsewhere."""
    around = view.bracket(quantity.first)
    if around is None or any(view.group_over(place) for place in range(around[0], quantity.first)):
        return None
    inside = view.tokens[around[0] + 1 : quantity.first]
    if len(inside) > 3 or any(token.kind == NUMBER or token.low == "soit" for token in inside):
        return None
    if view.tokens[around[0] - 1].kind == NUMBER or "contre" in view.words(quantity.last, around[1]):
        return None  # "par rapport à 2022 (90,5%)", "Tamda (74% contre 43%)"
    return around[0]


def _over_list(
    view: Clauses,
    end: int,
    quantity: QuantityMention,
    quantities: Sequence[QuantityMention],
    *,
    plural: bool = False,
) -> Change | None:
    """The way of the noun of movement before ``end``; other items of the list may stand between.

    A singular noun governs what stands in its own noun phrase only: "la croissance est atone (0,4%)" is one, "la
    baisse du rial a touché l'inflation (12%)" none; a plural one, or "la plus forte baisse", reaches over a verb of
    placing: "les hausses concernent".
    """
    items = {place for other in quantities if other is not quantity for place in range(other.first, other.last)}
    verb = depth = 0
    quoted = False
    for place in range(end - 1, max(-1, end - 40), -1):
        token = view.tokens[place]
        low = token.low
        if token.kind == MARK:
            depth += (token.text == ")") - (token.text == "(")
            quoted = token.text == "»" or (quoted and token.text != "«")
            if depth < 0 or (token.text in ";:.!?" and not depth):
                return None
            continue
        if depth or quoted:
            continue  # "dans l'«agriculture, forêt et pêche»"
        group = view.group_over(place)
        if group is not None:
            if group.lemma not in _PLACING:
                return None
            verb += 1
        elif low in ("qui", "que", "qu'", "dont", "mais", "contre", "tandis", "alors"):
            return None
        if place in items:
            if any(other.last == place + 1 and other.unit != quantity.unit for other in quantities):
                return None
            continue
        way = _way(low, quantity)
        if way is None:
            if low in _LEVELS and quantity.kind == "percent":
                return None
            if (
                not verb
                and any(form.tense == "past_participle" and low[-1:] == "s" for form in verb_forms(token))
                and (any(form.lemma not in _PLACING for form in verb_forms(token)))
            ):
                return None  # "…, suivis par les banques (24%)"
            continue
        if view.low(place - 1) in ("la", "de", "cette", "l'") and (place - 2 in items or place - 3 in items):
            return None  # "65% de la croissance"
        named = view.low(place + 1) == "," and view.low(place + 2) in _NAMING
        if (view.low(place - 1) in ("en", "à") and not named) or adverbial(view, place):
            return None  # "en baisse", "à la hausse": of the subject alone; not "en baisse, comme Agadir (3%)"
        if not verb and not plural:
            return way
        superlative = "plus" in view.words(place - 2, place) or "plus" in view.words(place + 1, place + 4)
        reaches = low in PLURAL or low in _THINGS or superlative
        return way if reaches or (low == "croissance" and verb) else None
    return None


def _way(low: str, quantity: QuantityMention) -> Change | None:
    """Which way a noun moves a figure of this kind: jobs by creations and losses, rates by movements."""
    if quantity.kind == "jobs":
        if low in NEW:
            return "increase"
        return "decrease" if low in GONE or low in LOSS else None
    if low in UP:
        return "increase"
    return "decrease" if low in DOWN else None
