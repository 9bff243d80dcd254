"""Two numbers that are one quantity: "entre A et B", "A à B", "A-B", and ratios "n sur m"; movements stay two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pressfacts.finders.numbers import Numeral
from pressfacts.language.tokens import MARK, WORD, Token
from pressfacts.language.words import PREPOSITIONS, verb_forms
from pressfacts.lexicon.verbs import roles


@dataclass(frozen=True, slots=True)
class Pair:
    """The second numeral's place, where the quote begins (token), which construction it is."""

    second: int
    first: int
    kind: Literal["range", "ratio"]
    rule: str
    noun: tuple[int, int] | None = None


_SPAN_WORDS = frozenset(
    "allant variant oscillant compris comprise comprises fourchette varie varient oscille oscillent va vont".split()
)
_MOVING = frozenset(("increase", "decrease", "move"))
_MOVING_LEMMAS = frozenset("passer porter ramener tomber relever abaisser monter descendre basculer évoluer".split())
_GOING = frozenset("progression augmentation diminution montée remontée réduction repli".split())
_LARGE = 100


def pairs(tokens: Sequence[Token], numerals: Sequence[Numeral]) -> Mapping[int, Pair]:
    """Place of the first numeral → its pair."""
    found: dict[int, Pair] = {}
    for place in range(len(numerals) - 1):
        second = place + 1
        if numerals[second].form == "article" and second + 1 < len(numerals):
            second += 1  # "et un maximum de 601 $"
        one, two = numerals[place], numerals[second]
        between = tokens[one.last : two.first]
        if len(between) > 7 or any(token.kind == MARK and token.text in ".;:()," for token in between):
            continue
        pair = _ratio(tokens, one, two, between, second) or _range(tokens, one, two, between, second)
        if pair is not None:
            found[place] = pair
    return found


def _ratio(tokens: Sequence[Token], one: Numeral, two: Numeral, between: Sequence[Token], second: int) -> Pair | None:
    """ "un Marocain sur trois", "sept sur dix", "3 ménages sur 10"; with large numbers on both sides none."""
    lows = [token.low for token in between]
    if one.form == "digits" and two.form == "digits" and lows == ["/"] and one.value == two.value == 50:
        return Pair(second, one.first, "ratio", "half_and_half")
    if one.form == "article" and (two.value < 2 or two.form == "round"):
        return None  # "une feuille de route reposant sur une approche"
    if (
        "sur" not in lows
        or lows[-1] != "sur"
        or two.value > _LARGE
        or one.value >= two.value
        or one.value % 1
        or one.form in ("fraction", "round")
    ):
        return None
    if any(
        verb_forms(token) and token.low not in ("marocain",) and token.low in ("est", "sont", "ont", "a")
        for token in between
    ):
        return None
    following = tokens[two.last] if two.last < len(tokens) else None
    if following is not None and following.low in (
        "ans",
        "mois",
        "jours",
        "km",
        "kilomètres",
        "mètres",
        "m",
        "%",
        "cm",
        "heures",
    ):
        return None
    if one.form == "article" and any(
        token.low in PREPOSITIONS and token.low not in ("de", "d'") for token in between[:-1]
    ):
        return None  # "un à courir sur 68 points"
    nouns = [token for token in between[:-1] if token.kind == WORD and len(token.text) > 2]
    noun = (nouns[0].start, nouns[0].end) if nouns else None
    return Pair(second, one.first, "ratio", "n_of_m", noun)


def _range(tokens: Sequence[Token], one: Numeral, two: Numeral, between: Sequence[Token], second: int) -> Pair | None:
    if not between or one.form == "fraction" or two.form == "fraction":
        return None
    opening = [token.low for token in tokens[max(0, one.first - 4) : one.first]]
    if opening == ["entre", "un", "minimum", "de"] and [t.low for t in between[-4:]] == ["et", "un", "maximum", "de"]:
        return Pair(second, one.first - 4, "range", "minimum_and_maximum")
    if len(between) > 6:
        return None
    link = between[-1].low if between[-1].low not in ("de", "d'") else ""
    before = tokens[one.first - 1].low if one.first else ""
    if before == "entre" and link in ("et", "à"):
        return Pair(second, one.first - 1, "range", "between")
    if before == "-" and one.first >= 2 and tokens[one.first - 2].low == "entre" and link in ("et", "à"):
        return Pair(second, one.first - 2, "range", "between_signed")  # "entre -3,37% et 1,24%"
    if link == "-" and len(between) == 1 and before != "de" and not _between_dashes(tokens, one, two):
        return Pair(second, one.first, "range", "dash")
    if (
        link == "ou"
        and len(between) == 1
        and one.form == two.form == "words"
        and one.value < two.value <= one.value + 2
    ):
        return Pair(second, one.first, "range", "or")  # "trois ou quatre fois"
    if link != "à":
        return None
    if before in ("de", "d'"):
        if _spans(tokens, one.first - 1):
            return Pair(second, one.first - 1, "range", "from_to_span")
        if _moves(tokens, one.first - 1, falls=one.value > two.value):
            return None  # "passer de 5 à 7 %": a start and an end
        if len(between) > 1 and not (
            one.value < two.value and len(between) <= 4 and "%" not in [token.text for token in between]
            and _units_alike(tokens, between, two.last)
        ):  # fmt: skip
            return None  # "de 250 UA à 75 UA", "de 0,6% à 1%"; but "une envergure de 52 mm à 55 mm"
        return Pair(second, one.first - 1, "range", "from_to")
    if before == "+":
        return None  # "+1 milliard à 13,9 milliards": a movement and where it ends
    if one.form == "article":
        return None  # "Bayrou, qui en gagne un à 19%"
    if 1 < len(between) <= 4 and one.value < two.value and _units_alike(tokens, between, two.last):
        return None if _moves(tokens, one.first, falls=False) else Pair(second, one.first, "range", "to")
    if len(between) == 1 or (len(between) == 2 and between[0].text in ("%", "€", "$")):
        return Pair(second, one.first, "range", "to")
    return None


def _between_dashes(tokens: Sequence[Token], one: Numeral, two: Numeral) -> bool:
    """ "le faible poids de la 500 - 930 kg - aide": the dashes enclose the second number."""
    spaced = tokens[two.first - 1].start > one.end and two.start > tokens[two.first - 1].end
    return spaced and any(token.text == "-" for token in tokens[two.last : two.last + 4])


def _units_alike(tokens: Sequence[Token], between: Sequence[Token], behind: int) -> bool:
    units = [token.low for token in between[:-1]]
    return [token.low for token in tokens[behind : behind + len(units)]] == units


def _spans(tokens: Sequence[Token], at: int) -> bool:
    return any(tokens[place].low in _SPAN_WORDS for place in range(max(0, at - 3), at))


_LEVELS = frozenset(
    "taux part proportion indice ratio couverture prix tarif cours salaire smig quota seuil note".split()
)


def _moves(tokens: Sequence[Token], at: int, *, falls: bool) -> bool:
    """Whether a verb of movement governs "de A à B".

    "Le taux grimpe de 65 à 75 %" has a start and an end, "ils ont perdu de 30 à 40 % de leurs revenus" one size.
    """
    if at and tokens[at - 1].text == "(":
        return True  # "augmentera de 20% (de 118 à 142 euros)"
    rate = any(tokens[place].low in _LEVELS for place in range(at)) or any(
        token.low == "pib" and tokens[place].low == "du" for place, token in enumerate(tokens[1:]) if place > at
    )
    for place in range(at - 1, max(-1, at - 12), -1):
        token = tokens[place]
        if token.kind == MARK and token.text in ".;:":
            return False
        for form in verb_forms(token):
            if form.lemma in _MOVING_LEMMAS:
                return True
            if roles(form.lemma) & _MOVING:
                return rate or falls
        if token.low in _GOING and place < at - 1:
            return True  # "une progression des réserves de 73 à 90 millions"; "une hausse de 3 à 5%" is one size
        if token.low in ("passage", "hausse", "baisse", "relèvement", "recul", "chute"):
            return rate or falls or token.low == "passage"
    return False
