"""Numbers that measure what one before them measures: "contre 3%", "soit 2 millions", "(55 millions)", "5% de plus"."""

from __future__ import annotations

from pressfacts.finders.indicators import clauses
from pressfacts.finders.indicators.letters import (
    DETERMINER,
    GERUND,
    INFINITIVE,
    NOUN,
    PARTICIPLE,
    PREPOSITION,
    RELATIVE,
    TIME,
    VERB,
)
from pressfacts.finders.indicators.view import Target, View, right


def conversion(view: View) -> Target | None:
    """600 MDH (55 millions d'euros): the sum in brackets measures what the sum before them does."""
    last = view.last
    if last is None or view.analysis.text(view.before) != "(" or last.last != view.before:
        return None
    if view.quantity.bracket or last.kind == view.quantity.kind or view.quantity.kind == "percent":
        return view.found[-1]
    return None


def contrast(view: View) -> Target | None:
    """Contre 171 milliards en 2021, soit 3 millions, de 12 à 16 milliards: what the number before it measures."""
    last = view.last
    if last is None:
        return None
    quantity, analysis = view.quantity, view.analysis
    word = analysis.text(view.before)
    target = view.previous()
    if target is None:
        return None
    between = analysis.letters[last.last : quantity.first]
    if word in ("contre", "après", "versus") and not (quantity.kind == "percent" and right(view) is not None):
        # but "contre 37% de « oui »"
        for number in range(view.number - 1, max(-1, view.number - 13), -1):
            if view.quantities[number].kind == quantity.kind and view.found[number] is not None:
                return view.found[number]
    if VERB in between or RELATIVE in between[:-1]:
        return None
    if word == "que" and last.kind == quantity.kind and not right(view):
        return target
    if RELATIVE in between:
        return None
    if analysis.text(view.before - 1) == "lieu" and word in ("des", "de", "d'"):
        return target
    if GERUND in between:
        return None
    if word == "à" and last.kind == quantity.kind and analysis.text(last.first - 1) in ("de", "d'"):
        return target
    level = word == "soit" and quantity.kind == last.kind == "percent"
    if word in ("soit", "ou", "puis", "voire") and (level or not right(view)):
        # "une baisse de 0,2 point, soit 6% de la population active"
        return target
    if last.kind != quantity.kind or right(view):
        return None
    joined = analysis.text(view.before - 1)
    if word in ("de", "d'") and (joined == "et" or (joined == "," and analysis.text(last.first - 1) in ("de", "d'"))):
        # "de 3% par rapport à 2019, et de 31% par rapport à 2022"
        return target
    split = analysis.letter(last.last) == PREPOSITION and analysis.letter(view.behind) == PREPOSITION
    if NOUN in between and not (split and word in (",", "et")):
        return None
    if word in (",", "et", "/") or (word in ("de", "d'") and analysis.text(view.before - 1) in ("et", ",", "ou")):
        # "un recul de 3% en mai et de 2% en juin"
        return target
    return None


def compared(view: View) -> Target | None:
    """Le sac vaut 8 euros, un euro de plus qu'en 2018: the difference is one of what was measured before it."""
    analysis, quantity = view.analysis, view.quantity
    own = quantity.noun is not None and _is_more(view.folded[quantity.noun[0] : quantity.noun[1]])
    more = analysis.text(view.behind) in ("de", "d'") and _is_more(analysis.text(view.behind + 1))
    if not own and not more:
        return None
    if analysis.text(view.before) not in (",", "soit", "(", "et", "-"):
        return None
    target = view.previous()
    if target is not None:
        return target
    verb = clauses.verb_before(analysis, quantity.first)
    return view.subject(verb) if verb is not None else None


def glossed(view: View) -> Target | None:
    """Le pays attend un taux à deux chiffres, soit 13%: the measure that the number makes precise."""
    analysis = view.analysis
    if analysis.text(view.before) != "soit" or view.last is not None:
        return None
    for place in range(view.before - 1, max(-1, view.before - 25), -1):
        if analysis.letters[place] == NOUN and analysis.names_measure(place):
            carrier = analysis.carrier(place + 1)
            return view.target(place if carrier is None else carrier)
    return None


def _is_more(word: str) -> bool:
    return word.lower() in ("plus", "moins", "mieux")


def reached(view: View) -> Target | None:
    """En hausse de 3% sur un an à 40 milliards: the level reached is that of what moved."""
    last, analysis = view.last, view.analysis
    if last is None or analysis.text(view.before) not in ("à", "pour"):
        return None
    between = analysis.letters[last.last : view.before]
    if VERB in between or (NOUN in between and TIME not in between) or GERUND in between or INFINITIVE in between:
        return None
    if "rapport" in (token.low for token in analysis.tokens[last.last : view.before]) or NOUN not in between:
        if PARTICIPLE in between and analysis.letter(view.before - 1) == PARTICIPLE:
            return None
        return view.previous()
    return None


def repeated(view: View) -> Target | None:
    """What the number before it in the sentence measures."""
    return view.previous()


def carried(view: View) -> Target | None:
    """What the nearest earlier sentence measures."""
    analysis = view.analysis
    wished = analysis.text(view.behind) == "à" and analysis.letter(view.behind + 1) == INFINITIVE
    if view.quantity.kind == "percent" and wished:
        return view.word(view.behind + 1)  # "Et 40% à investir dans leurs usines."
    return Target(*view.earlier[-1]) if view.earlier else None


def told(view: View) -> Target | None:
    """Le chômage a reculé en mars. Puis 9% en avril: the measure that the sentence before names without a number."""
    if view.quantity.kind not in ("percent", "money", "measure"):
        return None
    start, background = view.background()
    for place, letter in enumerate(background.letters):
        if letter == NOUN and background.letter(place - 1) == DETERMINER and background.names_measure(place):
            first, last = background.span(place, len(background.tokens), True)
            return Target(first + start, last + start)
    return None
