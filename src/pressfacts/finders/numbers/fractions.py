"""Fractions in words: "la moitié", "un tiers", "les deux tiers", "plus du quart"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pressfacts.finders.numbers.numeral import Numeral, made
from pressfacts.finders.numbers.worded import UNITS
from pressfacts.language.tokens import Token

_PARTS = {"cinquième": 5, "sixième": 6, "septième": 7, "huitième": 8, "neuvième": 9, "dixième": 10, "centième": 100,
          "millième": 1000}  # fmt: skip
FRACTIONS = {"moitié": 2, "demi": 2, "tiers": 3, "quart": 4, "quarts": 4} | {
    word + plural: value for word, value in _PARTS.items() for plural in ("", "s")
}
# Thirds and quarters need no article to be fractions; "un cinquième jour" is an ordinal.
_ORDINAL_TOO = frozenset(word for word in FRACTIONS if word.endswith(("ième", "ièmes")))
_BOUNDS = frozenset(("plus", "moins", "près"))


def fraction(tokens: Sequence[Token], place: int) -> Numeral | None:
    """ "la moitié", "un tiers", "les deux tiers", "trois quarts", "le quart", "un dixième"."""
    at = place
    low = tokens[at].low
    article = low in ("la", "le", "les", "un", "une")
    if low in ("la", "le", "les") and at + 1 < len(tokens):
        at += 1
        low = tokens[at].low
    parts = Decimal(1)
    if low in UNITS and at + 1 < len(tokens) and tokens[at + 1].low in FRACTIONS:
        parts, at = Decimal(UNITS[low]), at + 1
        low = tokens[at].low
        article = True
    if low not in FRACTIONS or low == "demi":
        return None
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    bounded = place > 1 and tokens[place - 1].low == "du" and tokens[place - 2].low in _BOUNDS
    if low in ("tiers", "quart", "quarts") and following in ("monde", "temps", "de", "-temps") and not (
        article or (bounded and following == "de")):  # fmt: skip
        return None
    closes = not following or not following[0].isalpha()
    if low in _ORDINAL_TOO and parts == 1 and not (article and (following in ("de", "d'", "du", "des") or closes)):
        return None
    if low in _ORDINAL_TOO and parts == 1 and tokens[place].low in ("la", "le", "les"):
        return None  # "le dixième de sa catégorie" is a rank
    if low in ("quart", "quarts") and following in ("de",) and at + 2 < len(tokens) and tokens[at + 2].low in (
        "finale", "finales", "siècle", "heure", "tour"):  # fmt: skip
        return None
    before = tokens[place - 1].low if place else ""
    if not article and low != "moitié" and not bounded:
        return None  # "plus du tiers", "moins du quart"
    if low == "moitié" and not article and before not in ("de", "pour", "à") and following not in ("moins", "plus"):
        return None
    if following in ("nord", "sud", "est", "ouest"):
        return None  # "la moitié nord"
    if low == "tiers" and parts == 1 and tokens[place].low == "les":
        return None  # "les tiers" are other people
    value = parts / Decimal(FRACTIONS[low])
    return made(tokens, place, at + 1, round(value, 6), "fraction")
