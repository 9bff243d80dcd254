"""What stands right beside a number and is part of how it is written: signs, glosses, brackets, "de"."""

from __future__ import annotations

from collections.abc import Sequence

from pressfacts.finders import numbers
from pressfacts.finders.numbers import Numeral
from pressfacts.finders.quantities.unit import Unit
from pressfacts.language.tokens import NUMBER, Token


def takes_de(numeral: Numeral) -> bool:
    """Whether the noun is joined by "de": "2 millions de", "une dizaine de", "1.500.000.000 de"."""
    if numeral.scale >= 10**6 or numeral.form == "round":
        return True
    return 10**6 <= numeral.value < 10**27


def cents_behind(tokens: Sequence[Token], unit: Unit) -> bool:
    """ "4 € 20", "3 euros 50": two digits behind a currency, and nothing that they count."""
    at = unit.last
    if unit.kind != "money" or unit.factor != 1 or at >= len(tokens) or tokens[at].kind != NUMBER:
        return False
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    closes = behind is None or behind.low in _BEHIND_PRICE or behind.text in ",.;)»!?"
    return len(tokens[at].text) == 2 and tokens[at].text.isdigit() and closes


_BEHIND_PRICE = frozenset("le la l' les par pour au à et de en dans".split())


def point_behind(tokens: Sequence[Token], unit: Unit) -> bool:
    """ "un point de retard", "un point d'indice"; "un point noir" is a thing."""
    return unit.unit == "point" and unit.last < len(tokens) and tokens[unit.last].low in ("de", "d'")


def points_behind(tokens: Sequence[Token], place: int) -> bool:
    """Whether "de point" stands at ``place``: "trois dixièmes de point"."""
    return place + 1 < len(tokens) and tokens[place].low == "de" and tokens[place + 1].low in ("point", "points")


def designates(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """ "la 208", "le 49.3", "du 737 MAX": a singular article before a plural number names a thing."""
    if numeral.form != "digits" or numeral.scale > 1 or not numeral.first or numeral.value < 2:
        return False
    return tokens[numeral.first - 1].low in ("le", "la", "l'", "du", "au", "un", "une", "ce", "cette", "son", "sa")


def gloss(tokens: Sequence[Token], numeral: Numeral) -> int:
    """ "Huit (8) militaires": the figure in brackets repeats the word."""
    at = numeral.last
    if (
        at + 2 < len(tokens)
        and tokens[at].text == "("
        and tokens[at + 1].kind == NUMBER
        and tokens[at + 2].text == ")"
        and numbers.digits_value(tokens[at + 1].text) == numeral.value
    ):
        return at + 3
    if (
        numeral.scale > 1
        and at + 2 < len(tokens)
        and tokens[at].text == "("
        and tokens[at + 1].text in ("M", "Md", "Mds", "MM")
        and tokens[at + 2].text == ")"
    ):
        return at + 3  # "1,5 million (M) de spectateurs"
    return numeral.last


def sign_of(tokens: Sequence[Token], first: int, number: int, unit: Unit | None) -> tuple[str, int]:
    """A sign before the number: "+2,7 %", "-0,4 point"; a dash between words is none ("période - 300 emplois")."""
    at = number - 1
    if unit is not None and unit.first < number:
        at = unit.first - 1
    if at < 0 or tokens[at].text not in ("+", "-", "±") or first < at:
        return "", first
    sign = tokens[at]
    glued = sign.end == tokens[at + 1].start
    opens = at == 0 or tokens[at - 1].text in ("(", ",", ":", ";", "[") or tokens[at - 1].low in _BEFORE_SIGN
    if sign.text == "-" and not (opens or (glued and tokens[at - 1].end < sign.start)):
        return "", first
    if sign.text == "-" and at == 0 and not glued:
        return "", first
    return sign.text, min(first, at)


_BEFORE_SIGN = frozenset("de d' à ou et est négatif négative soit contre".split())


def bracketed(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the quantity opens a bracket: "(55 millions d'euros)", "(soit 3 %)"."""
    at = first - 1
    while at >= 0 and tokens[at].low in ("soit", "environ", "près", "de", "-", "+"):
        at -= 1
    return at >= 0 and tokens[at].text == "(" and last < len(tokens)
