"""Stretches of time that only say when: "depuis trois ans", "12 ans après", "pendant deux nuits", "à 10 heures"."""

from __future__ import annotations

from collections.abc import Sequence

from pressfacts.finders.mentions import QuantityMention
from pressfacts.language.tokens import Token
from pressfacts.language.words import verb_forms

BEFORE_SPAN = frozenset("pendant durant en sur depuis après dans voici voilà sous".split())
_CLOCK_CUES = frozenset("à vers dès avant jusqu' jusqu'à après".split())
_FILLERS = frozenset(
    "encore seulement juste des derniers dernières prochains prochaines premiers premières les ses ces maintenant déjà "
    "presque quelque plus de près moins d' environ bientôt à peine".split()
)
# Nouns that are counted but only say when behind "pendant": "pendant deux nuits".
_TIMES_COUNTED = frozenset("nuit nuitée journée soir soirée matinée week-end saison séance session".split())
_LEVEL_VERBS = frozenset(
    ("ramener", "porter", "réduire", "limiter", "fixer", "passer", "tomber", "descendre", "monter")
)
# Behind "à N heures de" these make a distance in time, not an hour of the day.
_BY_TRAVEL = frozenset("là ici route marche vol voiture train avion bateau trajet navigation piste distance".split())


def is_time_span(tokens: Sequence[Token], quantity: QuantityMention) -> bool:
    """Whether a stretch of time only says when; things counted are asked only behind "pendant" and "durant"."""
    at = quantity.first - 1
    if quantity.kind == "count":
        return _low(tokens, at) in ("pendant", "durant") and quantity.unit in _TIMES_COUNTED
    if quantity.kind != "duration":
        return False
    last = quantity.last
    while last < len(tokens) and tokens[last].text in ("(", "!", ")", "?"):
        last += 1
    behind, then = _low(tokens, last), _low(tokens, last + 1)
    if quantity.unit == "hour" and _low(tokens, at) == "de" and behind == "à":
        return True  # "de 9h à 16h"
    if _low(tokens, quantity.first) in ("dans", "sous") and quantity.comparator != "equal":
        return True  # "dans les 48h"
    if quantity.unit == "hour" and _low(tokens, quantity.last - 1) == "h" and "aux" in _opening(tokens, quantity):
        return True  # "aux alentours de 7h"
    if quantity.unit == "hour" and _low(tokens, at) == "est" and _low(tokens, at - 1) == "il":
        return True  # "il est 9h à Casablanca"
    while at > 0 and tokens[at].low in _FILLERS and (tokens[at].low != "à" or _low(tokens, at + 1) == "peine"):
        if tokens[at].low == "plus" and tokens[at - 1].low == "en":
            return False  # "en plus des 9 ans de prison"
        at -= 1
    before, earlier = _low(tokens, at), _low(tokens, at - 1)
    if before == "a" and at >= 0 and tokens[at].text == "A" and (at == 0 or tokens[at - 1].text in '.«"'):
        before = "à"  # "A 8 heures, mardi"
    if before == "contre" and earlier == behind_unit(tokens, quantity) and _low(tokens, at - 3) in BEFORE_SPAN:
        return True  # "sur six mois contre deux mois"
    if before == "sur" and any(form.lemma == "porter" for form in verb_forms(tokens[at - 1])):
        return False  # "le bail porte sur 30 ans"
    if before in BEFORE_SPAN or (before == "a" and earlier == "y") or (before == "ici" and earlier == "d'"):
        return True
    if before == "bout" or (before == "cours" and earlier == "au") or (before == "fait" and earlier in ("ça", "cela")):
        return True
    if behind in ("après", "avant", "auparavant", "durant") or (behind == "plus" and then in ("tard", "tôt")):
        return True
    if quantity.unit == "hour" and quantity.value is not None and quantity.value <= 24:
        return _clock(tokens, quantity, before, at, last)
    if before != "à" or behind not in ("de", "du", "des", "d'") or then in ("intervalle", "écart", "distance"):
        return False
    # "à trois jours du scrutin", "à moins de deux mois des élections"; "condamné à 20 ans de prison" is a sentence
    return quantity.unit == "day" or behind in ("du", "des") or then in ("la", "l'", "son", "sa", "leur")


def _opening(tokens: Sequence[Token], quantity: QuantityMention) -> list[str]:
    return [token.low for token in tokens[quantity.first : quantity.last - 2]]


def behind_unit(tokens: Sequence[Token], quantity: QuantityMention) -> str:
    """The word of a quantity's unit, as written."""
    return tokens[quantity.last - 1].low


def _clock(tokens: Sequence[Token], quantity: QuantityMention, before: str, at: int, last: int) -> bool:
    """ "à 10 heures", "vers 6 heures"; but "à moins de trois heures de Tanger", "ramené à deux heures" last."""
    own = tokens[quantity.first].low
    if before not in _CLOCK_CUES and own not in ("vers", "dès", "à"):
        return False
    if quantity.comparator in ("less_than", "more_than", "at_most"):
        return False
    if _low(tokens, last) in ("de", "d'") and last + 1 < len(tokens):
        place = tokens[last + 1]
        if place.capital or place.low in _BY_TRAVEL:
            return False
    governor = range(at - 1, max(-1, at - 6), -1)
    return not any(form.lemma in _LEVEL_VERBS for place in governor for form in verb_forms(tokens[place]))


def _low(tokens: Sequence[Token], place: int) -> str:
    return tokens[place].low if 0 <= place < len(tokens) else ""
