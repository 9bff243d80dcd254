"""Nouns before or behind the number: "un investissement de 3 MDH", "20% de la population"."""

from __future__ import annotations

from pressfacts.finders.indicators import clauses
from pressfacts.finders.indicators.codes import MEASURES
from pressfacts.finders.indicators.letters import (
    ADJECTIVE,
    ADVERB,
    DETERMINER,
    GERUND,
    INFINITIVE,
    NOUN,
    OF,
    PARTICIPLE,
    PREPOSITION,
    QUANTITY,
    TIME,
    VERB,
)
from pressfacts.finders.indicators.moving import moved_behind, moving_noun
from pressfacts.finders.indicators.predicates import aligned_with, said_of_subject
from pressfacts.finders.indicators.view import Target, View, right
from pressfacts.finders.indicators.vocabulary import AIMS, AMOUNTS, BASES, EMPTY, MOVEMENTS

_JOINTS = frozenset("de d' du des à au aux entre jusqu' - (".split())
_OFS = frozenset("de d' du des".split())
# "au plus haut taux historique de 3%", "à un plus bas de 3%"
_EXTREMES = frozenset("haut bas historique".split())
_TO_LEVELS = frozenset("à au avec dans par haut bas".split())


def complement(view: View) -> Target | None:
    """Un investissement de 3 MDH, un chômage à 11%, un plafond fixé à 4%: the noun before the number."""
    analysis = view.analysis
    end = _end(view)
    if end is None:
        return None
    joint = analysis.text(view.before)
    end = analysis.before_time(end)
    end = _before_inserted(view, end)
    counted = analysis.ends.get(end)
    if counted is not None and counted.noun is not None and joint in ("de", "d'"):
        # "trois lots de 4 tonnes"
        return Target(*counted.noun)
    carrier = analysis.carrier(end)
    if carrier is None:
        return None
    if analysis.demonstrative(end) and view.previous() is not None:
        return view.previous()
    low = analysis.text(carrier)
    heads = list(analysis.chain_before(end))
    if view.previous() is not None and any(analysis.text(head.governor) in ("parmi", "chez") for head in heads[:3]):
        # "il passe de 3% à 4% et parmi les détenteurs de diplômes de 16% à 17%"
        return view.previous()
    if joint not in _OFS and analysis.text(carrier - 1) not in ("un", "une") and not analysis.names_measure(carrier):
        governor = next((head.governor for head in heads if head.place == carrier), -1)
        adverbial = governor > 0 and analysis.text(governor) in ("dans", "sur", "en")
        if adverbial and analysis.letter(governor - 1) in (VERB, ADVERB):
            # "le taux varie dans cette région entre 25 et 30%"
            return None
    own = analysis.text(carrier - 1) in ("un", "une")
    if low == "total" and view.quantity.kind == "measure" and right(view) is not None:
        # "un total de 512 kg de résine"
        return None
    if view.quantity.kind == "measure" and not own and low not in MEASURES and right(view) is not None:
        # "la saisie de 3 kg de résine": the resin; but "un lot de 3 kg de résine": the lot
        return None
    stated = said_of_subject(view, end) or (aligned_with(view, end) if joint == "à" else None)
    if stated is not None:
        return stated
    if low in EMPTY:
        return _before_empty(view, carrier) if low in ("hauteur", "raison") else None
    if low in ("autre", "une", "un", "première", "premier", "second", "seconde"):
        # "deux lots, l'un de 500 g et l'autre de 400 g"
        return view.previous()
    if low in MOVEMENTS:
        return moving_noun(view, carrier)
    bare = analysis.text(carrier + 1) not in _OFS or carrier + 1 >= end
    if low in AIMS and bare and carrier + 1 >= end:
        return _led_to(view, carrier)
    if low == "valeur" and bare and analysis.text(carrier - 2) == "pour" and view.previous() is not None:
        # "les recettes ont crû de 7%, pour une valeur de 5 milliards"
        return view.previous()
    if low in ("valeur", "montant") and bare:
        worth = _worth(view, carrier)
        if worth is not None:
            return worth
    summit = {analysis.text(carrier - 1), low} & _EXTREMES and "plus" in (
        analysis.text(carrier - 1),
        analysis.text(carrier - 2),
    )
    if (low in AMOUNTS or summit) and bare:
        subject = _led_to(view, carrier)
        if subject is not None:
            return subject
    if (
        analysis.tokens[carrier].capital
        and carrier
        and joint not in ("de", "d'")
        and not analysis.names_measure(carrier)
    ):
        return None
    return view.target(carrier)


def _end(view: View) -> int | None:
    """Where the phrase before the number ends, its preposition left out."""
    analysis = view.analysis
    place = view.before
    if analysis.text(place) == ")":
        # "les autres produits (gaz, essence) 9%"
        place = analysis.before_bracket(place) - 1
    if analysis.text(place) in _JOINTS and analysis.text(place) not in ("-", "("):
        end = place
    elif (
        analysis.letter(place) in (NOUN, PARTICIPLE)
        and (not analysis.tokens[place].capital or view.last is None)
        and right(view) is None
    ):
        end = place + 1
    else:
        return None
    while end > 0 and analysis.letter(end - 1) in (ADVERB, PREPOSITION):
        end -= 1
    return end


def _before_inserted(view: View, end: int) -> int:
    """Step back over what stands between noun and number: "le délai, fixé à 30 jours", "une taxe - de 15 francs"."""
    analysis = view.analysis
    if analysis.letter(end - 1) == PARTICIPLE and analysis.text(end - 2) == ",":
        return end - 2
    apart = analysis.text(view.before) == "à" and analysis.text(view.behind) == ","
    if analysis.text(end - 1) in (",", "-") and (analysis.text(view.before) in ("de", "d'") or apart):
        back = end - 1
        before = clauses.before_insertion(analysis, back) if analysis.text(back) == "," else None
        if before is not None and analysis.letter(before) == VERB:
            # "le taux est passé, au niveau national, de 9% à 8%"
            return end
        if before is not None and before < back - 1 and analysis.letter(before) in (NOUN, PARTICIPLE):
            # "une cotisation, non constitutive de droits, de 2%"
            first = before + 2
            if analysis.letter(first) in (PARTICIPLE, ADJECTIVE, ADVERB) or analysis.text(first) == "non":
                return before + 1
            if analysis.letter(first) == PREPOSITION and (
                analysis.text(before) in MOVEMENTS or analysis.names_measure(before)
            ):
                # "une baisse, en milieu rural, de 4 points"
                return before + 1
        head = analysis.head_before(back)
        # "le col, à 2.114 mètres", not "le solde serait positif, à 3 MDH"
        return back if head is not None and (head.first < head.place or head.governor >= 0) else end
    return end


def _worth(view: View, carrier: int) -> Target | None:
    """Un contrat d'une valeur de 4 milliards: what is worth that much."""
    analysis = view.analysis
    if analysis.text(carrier - 1) not in ("un", "une") or analysis.text(carrier - 2) != "d'":
        return None
    head = analysis.head_before(carrier - 2, through=True)
    if head is None or analysis.tokens[head.place].capital or analysis.text(head.governor) == "à":
        return None
    counted = analysis.ends.get(head.end)
    if counted is not None:
        return Target(*counted.noun) if counted.noun is not None else None
    return view.target(head.place)


def _before_empty(view: View, carrier: int) -> Target | None:
    """Des engagements à hauteur de 3 MDH: the noun before what only leads to the number."""
    analysis = view.analysis
    end = carrier
    while end > 0 and analysis.letter(end - 1) in (DETERMINER, PREPOSITION, OF, ADJECTIVE):
        end -= 1
    if end < carrier and analysis.text(end - 1) == ",":
        # "une dette insignifiante, à hauteur de 3 MDH"
        end -= 1
    if end == carrier or analysis.letter(end - 1) not in (NOUN, PARTICIPLE):
        return None
    outer = analysis.carrier(end)
    return view.target(outer) if outer is not None and not analysis.tokens[outer].capital else None


def _led_to(view: View, carrier: int) -> Target | None:
    """La charge a atteint un montant de 4 MDH: the subject; la prévision reste de 3%: what was measured before."""
    analysis = view.analysis
    left = carrier - 1
    while analysis.letter(left) in (DETERMINER, ADVERB, ADJECTIVE) or analysis.text(left) in _TO_LEVELS:
        left -= 1
    if analysis.letter(left) in (QUANTITY, TIME) and view.previous() is not None:
        # "le bénéfice bondit de 12% à un niveau record de 3 MDH"
        return view.previous()
    if analysis.text(left) == "," and analysis.text(left + 1) in ("un", "une") and view.previous() is not None:
        # "la perte a atteint 2 MDH en mai, un niveau deux fois supérieur"
        return view.previous()
    if analysis.text(left) == ",":
        left = clauses.before_insertion(analysis, left) or left
    if analysis.text(left) == "," and (analysis.text(left + 1) != "avec" or view.last is not None):
        # "la perte a atteint 2 MDH, un niveau deux fois supérieur"
        return view.previous()
    if analysis.text(left) == ",":
        verb = clauses.verb_before(analysis, left)
        return view.subject(verb) if verb is not None else None
    if analysis.letter(left) in (VERB, GERUND, INFINITIVE):
        roles = clauses.roles(analysis, left)
        said = {"level", "hold", "share", "value", "measure", "increase", "decrease", "move", "stable"}
        if not roles & said and roles and not clauses.is_passive(analysis, left):
            # "ils ont retiré une somme de 7.000 dirhams"
            return None
        return view.subject(left)
    if analysis.text(carrier) in AIMS:
        return view.previous() or view.context()
    return None


def price(view: View) -> Target | None:
    """Vendre trois lots pour 30 euros: what was counted is what costs."""
    analysis = view.analysis
    if view.quantity.kind != "money" or analysis.text(view.before) not in ("pour", "moyennant"):
        return None
    target = view.previous()
    if target is not None and view.last is not None and view.quantity.first - view.last.last < 6:
        return target
    carrier = analysis.carrier(view.before)
    if carrier is not None and analysis.letter(carrier - 1) == VERB:
        # "l'abonnement est disponible pour 99 euros"
        return view.subject(carrier - 1)
    return view.target(carrier) if carrier is not None else target


def part_of(view: View) -> Target | None:
    """20% de la population, 9 milliards de provisions, 3 tonnes de matériel: the noun behind."""
    behind = right(view)
    if behind is None:
        return _of_number(view)
    analysis = view.analysis
    if analysis.text(behind.place) in MOVEMENTS and behind.first == behind.place:
        return moved_behind(view, behind.place)
    owned = analysis.text(behind.first) in ("son", "sa", "ses", "leur", "leurs")
    if view.quantity.kind == "percent" and analysis.text(behind.place) in BASES and not owned:
        return None
    if view.quantity.kind == "money" and (
        analysis.letter(behind.place - 1) == DETERMINER or analysis.text(behind.first - 1) in ("du", "des")
    ):
        return None
    return view.target(behind.place)


def _of_number(view: View) -> Target | None:
    """20% des 620 hôpitaux: what the number behind counts."""
    analysis = view.analysis
    if view.number + 1 >= len(view.quantities) or analysis.text(view.behind) not in ("de", "d'", "des"):
        return None
    other = view.quantities[view.number + 1]
    return Target(*other.noun) if other.noun is not None and other.first - view.behind <= 2 else None
