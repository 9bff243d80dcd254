"""Numerals: digits with every separator of the press, number words of any length, scales, fractions, multiples.

A numeral is a stretch of tokens and an exact decimal; what it counts is the business of ``quantities``.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pressfacts.finders.numbers.digits import mixed
from pressfacts.finders.numbers.fractions import FRACTIONS, fraction
from pressfacts.finders.numbers.numeral import SCALES, Numeral, digits_value, made
from pressfacts.finders.numbers.worded import HUNDRED, ROUND, TENS, UNITS, lone_scale, round_number, words
from pressfacts.language.tokens import CODE, NUMBER, WORD, Token

__all__ = ["SCALES", "Numeral", "digits_value", "find"]

# The words that a numeral may begin with.
_OPENINGS = frozenset((*UNITS, *TENS, *HUNDRED, *FRACTIONS, "mille", "la", "le", "les", "au", "du"))


def find(tokens: Sequence[Token]) -> list[Numeral]:
    """All numerals of a sentence, in order, none inside another."""
    found: list[Numeral] = []
    end = 0
    for place, token in enumerate(tokens):
        if place < end or not (
            token.kind == NUMBER or token.low in _OPENINGS or token.kind == CODE or "-" in token.low
        ):
            continue
        numeral = _numeral(tokens, place)
        if numeral is not None and not _is_adjective(tokens, numeral):
            found.append(numeral)
            end = numeral.last
    return found


def _is_adjective(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """ "un logement neuf sur cinq", "leur véhicule neuf": new, not nine."""
    at = numeral.first
    if numeral.last != at + 1 or tokens[at].low != "neuf" or not at or tokens[at - 1].kind != WORD:
        return False
    before, following = tokens[at - 1].low, tokens[at + 1].low if at + 1 < len(tokens) else ""
    return (
        before[-1:] not in ("s", "x", "'")
        and len(before) > 3
        and following[-1:] not in ("s", "x")
        and before
        not in (
            "entre",
            "dont",
            "contre",
            "soit",
            "avec",
            "pour",
            "après",
            "chaque",
            "atteint",
            "compte",
            "reste",
            "vers",
            "quelque",
            "environ",
            "presque",
        )
    )


def _numeral(tokens: Sequence[Token], place: int) -> Numeral | None:
    token = tokens[place]
    if token.kind == NUMBER:
        return mixed(tokens, place)
    if token.kind == CODE and token.low[0] == "x" and token.low[1:].isdecimal():
        decimals = tokens[place + 2] if place + 2 < len(tokens) and tokens[place + 1].text == "," else None
        if decimals is not None and decimals.start == token.end + 1 and decimals.text.isdecimal():
            return made(tokens, place, place + 3, Decimal(f"{token.low[1:]}.{decimals.text}"), "multiple")  # "x2,4"
        return made(tokens, place, place + 1, Decimal(token.low[1:]), "multiple")  # "x3"
    if token.kind != WORD or not token.low[0].isalpha():
        return None
    low = token.low
    if low in FRACTIONS or low in ("la", "le", "les", "un", "une") or low in UNITS:
        part = fraction(tokens, place)
        if part:
            return part
    if low in ("le", "au", "du"):
        return lone_scale(tokens, place)
    if low in ("un", "une") and place + 1 < len(tokens):
        half = tokens[place + 1].low
        if half in ("demi-million", "demi-milliard"):
            return made(tokens, place, place + 2, SCALES[half[5:]] / 2, "words", SCALES[half[5:]])
        if half == "demi-douzaine":
            return made(tokens, place, place + 2, Decimal(6), "round")
        if half in ROUND and half not in ("dizaines", "centaines", "milliers"):
            return round_number(tokens, place, place + 2, Decimal(ROUND[half]))
        if half in ("bonne", "petite", "grosse") and place + 2 < len(tokens) and tokens[place + 2].low in ROUND:
            return round_number(tokens, place, place + 3, Decimal(ROUND[tokens[place + 2].low]))
    if low == "cents":
        return None  # "quelques dizaines de cents"
    opening = low.partition("-")[0]
    if opening in UNITS or opening in TENS or opening in HUNDRED or opening == "mille":
        return words(tokens, place)
    return None
