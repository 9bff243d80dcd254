"""Nouns that the number stands beside: brackets, appositions, headings, phrases that open the sentence."""

from __future__ import annotations

from pressfacts.finders.indicators import clauses
from pressfacts.finders.indicators.letters import (
    ADVERB,
    CONJUNCTION,
    GERUND,
    NOUN,
    OF,
    PARTICIPLE,
    PREPOSITION,
    STOP,
    TIME,
    VERB,
)
from pressfacts.finders.indicators.lists import listed_name
from pressfacts.finders.indicators.predicates import said_of_subject
from pressfacts.finders.indicators.view import Target, View, topic
from pressfacts.finders.indicators.vocabulary import AIMS, AMOUNTS, EXTENTS
from pressfacts.finders.mentions import QuantityMention

_AWAY = frozenset("contre pour dans par sur avec".split())
_OPENERS = frozenset("de d' à avec après contre malgré pour dès".split())


def bracketed(view: View) -> Target | None:
    """Les engrais (18,5%), la part des femmes (33%): the noun before the bracket."""
    analysis, last, quantity = view.analysis, view.last, view.quantity
    if analysis.text(view.before) != "(":
        return None
    end = view.before
    while end > 0 and (analysis.tokens[end - 1].text in '»"' or analysis.letters[end - 1] == ADVERB):
        end -= 1
    dated = analysis.text(view.behind) in ("en", "il", "un", "fin") or analysis.letter(view.behind + 1) == TIME
    dated = dated or (
        analysis.text(view.behind + 1) in ("partir", "compter") and analysis.letter(view.behind + 3) == TIME
    )
    if last is not None and last.kind == view.quantity.kind and dated:
        if analysis.letter(end - 2) == VERB and "être" in clauses.lemmas(analysis, end - 2):
            # "sa croissance est atone (0,4% en 2023)"
            return view.subject(end - 2)
        return view.previous()
    if last is not None and last.kind == "percent" and quantity.kind == "money":
        base = analysis.head_behind(last.last + 1) if analysis.text(last.last) in ("de", "d'", "du", "des") else None
        if base is not None and any(head.place == base.place for head in analysis.chain_before(end)):
            # "un résultat de 59 MDH, soit 2,9% du chiffre d'affaires (47 MDH l'an dernier)"
            return view.context()
    moved = _moved(view, end)
    if moved is not None:
        return moved
    if analysis.demonstrative(end) and (view.last is not None or view.earlier):
        # "les plus sûrs sont ceux de M. Untel (39%)"
        return view.previous() or view.context()
    rated = _rated(view, end)
    if rated is not None:
        return rated
    head = analysis.head_before(end)
    if quantity.signed and head is not None and analysis.text(head.place) in AMOUNTS and view.previous() is not None:
        # "plus qu'au niveau national (+7%)"
        return view.previous()
    among = head is not None and analysis.text(head.governor) in ("à", "aux", "au")
    if among and head is not None and analysis.text(head.governor - 1) == "," and view.previous() is not None:
        # "des primes liées à la participation (18 millions), aux résultats (2 millions)"
        return view.previous()
    stated = said_of_subject(view, end)
    if stated is not None:
        # "l'énergie éolienne est opérationnelle (750 MW)"
        return view.previous() or stated
    if head is not None and analysis.text(head.governor) in ("parmi", "chez") and view.previous() is not None:
        return view.previous()
    if head is not None:
        if analysis.tokens[head.place].capital:
            return listed_name(view, head, end)
        carrier = analysis.carrier(end)
        if carrier is not None and analysis.letter(carrier - 1) != VERB:
            return view.named(carrier)
    if last is not None and last.last == end:
        return view.found[-1]
    if analysis.letter(end - 1) == PARTICIPLE:
        # "lourdement endetté (160 milliards)"
        return view.word(end - 1)
    verb = clauses.verb_before(analysis, end)
    return view.subject(verb) if verb is not None else view.previous()


def _rated(view: View, end: int) -> Target | None:
    """Le taux de remplissage s'améliore dans le bassin de la Moulouya (60%): the rate, beside a proper name."""
    analysis = view.analysis
    if view.quantity.kind != "percent" or view.last is not None:
        return None
    heads = list(analysis.chain_before(end))[:3]
    if not any(analysis.tokens[head.place].capital and head.place for head in heads):
        return None
    for place in range(end - 1, max(-1, end - 30), -1):
        if analysis.text(place) in ("taux", "part", "proportion", "score"):
            return view.target(place)
    return None


def _moved(view: View, end: int) -> Target | None:
    """Le taux atteint 22% pour les jeunes (+2 points), les prix ne bougent pas (0%): what the change is of."""
    analysis, quantity, last = view.analysis, view.quantity, view.last
    if quantity.kind != "percent" and not quantity.signed:
        return None
    if last is not None and quantity.signed and last.signed and _set_side_by_side(view, last, end):
        return view.previous()
    if not (quantity.signed or quantity.unit == "percentage_point"):
        if analysis.letter(end - 1) != VERB and analysis.text(end - 1) not in ("pas", "plus"):
            return None
        verb = clauses.verb_before(analysis, end)
        return view.subject(verb) if verb is not None else None
    verb = clauses.verb_before(analysis, end)
    if verb is not None and not any(analysis.tokens[place].text in ",;:" for place in range(verb, end)):
        near = last is None or last.last <= verb
        moves = bool(clauses.roles(analysis, verb) & {"increase", "decrease"})
        if near and (moves or (quantity.unit == "percentage_point" and view.previous() is None)):
            # "la population a crû à un rythme plus élevé (+1%)"
            return view.subject(verb)
        if near and quantity.signed and analysis.text(verb + 1) != "par":
            # "l'emploi accélère dans la construction (+48.000)"
            head = analysis.head_before(end)
            if head is not None and analysis.text(head.governor) in ("dans", "chez", "parmi", "en"):
                subject = view.subject(verb)
                if subject is not None and subject.place >= 0 and analysis.names_measure(subject.place):
                    return subject
    if quantity.unit == "percentage_point" and view.previous() is not None:
        return view.previous()
    if last is not None:
        between = analysis.letters[last.last : end]
        commas = any(analysis.tokens[place].text in ",;:" for place in range(last.last, end))
        if not commas and CONJUNCTION not in between and VERB not in between:
            return view.previous()
    return None


def _set_side_by_side(view: View, last: QuantityMention, end: int) -> bool:
    """L'emploi accélère dans le bâtiment (+48.000) et le commerce (+21.000): both of what the first was said of."""
    analysis, target = view.analysis, view.found[-1]
    first = analysis.head_before(last.first - 1) if analysis.text(last.first - 1) == "(" else None
    second = analysis.head_before(end)
    if first is None or second is None or target is None or target.place < 0 or target.place >= first.first:
        return False
    governed = first.governor >= 0 and analysis.letters[first.governor] == PREPOSITION
    return governed and second.first - last.last <= 3 and analysis.text(second.governor) in ("et", "ou", ",", "")


def heading(view: View) -> Target | None:
    """Ventes : 12 millions; le taux ne baisse que lentement: 12%: the heading before the colon, or its subject."""
    analysis = view.analysis
    for place in range(view.before, max(-1, view.before - 5), -1):
        if analysis.tokens[place].text == ":":
            break
        if analysis.letter(place) == VERB:
            return None
    else:
        return None
    if analysis.letter(view.behind) == VERB:
        # "la cohérence n'y est pas : 52% réclament"
        return None
    stated = said_of_subject(view, place)
    if stated is not None and stated.place >= 0:
        # "la baisse est un peu plus nette : -2%"
        return stated
    carrier = analysis.carrier(place)
    head = analysis.head_before(place)
    governed = head is not None and head.place == carrier and analysis.text(head.governor) in _AWAY
    if governed and clauses.verb_before(analysis, place) is not None:
        # "moins de gens ont été vaccinés contre la grippe : 45%"
        carrier = None
    if carrier is not None and (analysis.names_measure(carrier) or analysis.text(carrier - 1) in ("un", "une")):
        return view.named(carrier)
    if view.last is not None and view.last.kind == view.quantity.kind and analysis.text(view.before) in ("de", "d'"):
        # "les deux milieux en profitent : de 14% à 12% en ville"
        return view.previous()
    verb = clauses.verb_before(analysis, place)
    if verb is not None:
        target = view.subject(verb)
        if target is not None and target.place >= 0:
            return target
    return view.named(carrier) if carrier is not None else None


def detached(view: View) -> Target | None:
    """Longue de 4 km, la digue; Dotés de 3 MDH, les fonds; Représentant 9% du total, le pays: the noun behind."""
    analysis = view.analysis
    opener = view.before - (analysis.text(view.before) in ("de", "d'", "à", "pour", "par"))
    if opener < 0 or opener > 2 or any(letter in (NOUN, VERB) for letter in analysis.letters[:opener]):
        return None
    if analysis.letter(opener) not in (PARTICIPLE, GERUND) and analysis.text(opener) not in EXTENTS:
        return None
    for place in range(view.behind, min(len(analysis.tokens), view.behind + 15)):
        if analysis.text(place) == ",":
            head = analysis.head_behind(place + 1)
            if head is not None:
                return view.named(head.place)
            # "Dotée de 3 MDH, elle vise": what opens the sentence
            return view.word(opener) if analysis.letter(opener) == PARTICIPLE else None
    return None


def fronted(view: View) -> Target | None:
    """De 9% en 2018, le taux est revenu à 8%; avec 35% du total, l'Espagne domine: the subject of what follows."""
    analysis = view.analysis
    opener = view.before
    if opener < 0 or analysis.text(opener) not in _OPENERS:
        return None
    if (
        opener
        and analysis.text(opener - 1) not in (":", ";", "«", '"')
        and (opener > 2 or analysis.letter(opener - 1) not in (ADVERB, STOP, CONJUNCTION))
    ):
        return None
    for place in range(view.behind, min(len(analysis.tokens), view.behind + 10)):
        letter = analysis.letter(place)
        if analysis.text(place) == ",":
            head = analysis.head_behind(place + 1)
            return view.named(head.place) if head is not None else None
        if letter in (VERB, STOP):
            return None
    return None


def apposed(view: View) -> Target | None:
    """La participation, 47,3%, se situe: the noun that the number stands beside."""
    analysis = view.analysis
    if analysis.text(view.before) != ",":
        return None
    behind = analysis.text(view.behind)
    if behind not in (",", ".", "", ")") and analysis.letter(view.behind) not in (PREPOSITION, OF, STOP, ADVERB):
        return None
    carrier = analysis.carrier(view.before)
    if carrier is None or (analysis.tokens[carrier].capital and view.previous() is not None):
        return None
    if analysis.text(carrier) in AIMS:
        return topic(view, carrier) or view.named(carrier)
    if not analysis.names_measure(carrier) and clauses.verb_before(analysis, carrier) is not None:
        return None
    return view.named(carrier)
