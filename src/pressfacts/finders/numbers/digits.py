"""Digits and the words behind them: "2,3 millions", "3 millions 500.000", "6, 30%", "les 2/3"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pressfacts.finders.numbers.numeral import SCALES, Numeral, digits_value, made, plain
from pressfacts.language.tokens import NUMBER, Token
from pressfacts.language.words import verb_forms

# Scales in short, read only behind digits: "7 Mds d'euros", "3 mrd de francs".
_SHORT_SCALES = {"md": 9, "mds": 9, "mrd": 9, "mrds": 9, "mld": 9, "mlds": 9, "mio": 6, "mia": 9}
_UNITS_BEHIND = frozenset("tonnes dh points point km ha g gramme grammes kg m litres ans".split())
_BEFORE_RATE = frozenset("à de d' est soit environ ( dont par atteint".split())


def mixed(tokens: Sequence[Token], place: int) -> Numeral:
    """Digits and the words behind them: "2,3 millions", "3 millions 500.000", "3 dizaines de"."""
    glyphs = tokens[place].text
    slashed = _slashed(tokens, place)
    if slashed is not None:
        return slashed
    scale, last = Decimal(1), place + 1
    if last < len(tokens):
        word = tokens[last].low
        if (word in SCALES and word != "mille") or (word == "mille" and "." not in glyphs):
            scale, last = SCALES[word], last + 1
            if last < len(tokens) and tokens[last].low in ("milliards", "milliard") and word == "mille":
                scale, last = scale * SCALES["milliard"], last + 1
        elif tokens[last].text == "M" and last + 1 < len(tokens) and tokens[last + 1].low in ("de", "d'"):
            scale, last = SCALES["million"], last + 1  # "5,4 M de billets"
        elif tokens[last].text in ("K", "k") and last + 1 < len(tokens) and tokens[last + 1].low.endswith("s"):
            scale, last = SCALES["mille"], last + 1  # "263 K abonnements"
        elif word in _SHORT_SCALES:
            scale, last = Decimal(10 ** _SHORT_SCALES[word]), last + 1
            if last < len(tokens) and tokens[last].text == "." and tokens[last].start == tokens[last - 1].end:
                last += 1 if last + 1 < len(tokens) and not tokens[last + 1].capital else 0
    value = digits_value(glyphs) * scale
    if scale == 1 and _spaced_comma(tokens, place):
        return _spaced(tokens, place)
    if scale > 1 and last < len(tokens):
        if tokens[last].kind == NUMBER and _fits_under(tokens[last].text, scale):
            below = tokens[last + 1].low if last + 1 < len(tokens) else ""
            smaller = SCALES.get(below, Decimal(1)) if below != "mille" or scale > 1000 else Decimal(1)
            value += digits_value(tokens[last].text) * (smaller if smaller < scale else 1)
            last += 2 if 1 < smaller < scale else 1
        elif last + 1 < len(tokens) and tokens[last].low == "et" and tokens[last + 1].low in ("demi", "demie"):
            value += scale / 2
            last += 2
    return made(tokens, place, last, value, "digits", scale, glyphs)


def _slashed(tokens: Sequence[Token], place: int) -> Numeral | None:
    """ "les 2/3 des foyers", "les 4/5e de la population"."""
    if place + 2 >= len(tokens) or tokens[place + 1].text != "/" or tokens[place + 1].start != tokens[place].end:
        return None
    parts, whole = tokens[place].text, "".join(filter(str.isdigit, tokens[place + 2].text))
    if not (parts.isdigit() and whole.isdigit() and 0 < int(parts) < int(whole) <= 10):
        return None
    before = tokens[place - 1].low if place else ""
    opens = before == "les"
    behind = [token.low for token in tokens[place + 3 : place + 5]]
    if {"finale", "finales"} & set(behind) or before in ("le", "du", "au", "°", "n°", "article"):
        return None  # "un 1/4 de finale", "le 3/4"
    if not (opens or behind[:1] in (["de"], ["d'"], ["des"], ["du"]) or before in ("dont", "aux", "à", "soit", "que")):
        return None
    return made(tokens, place - opens, place + 3, round(Decimal(parts) / int(whole), 6), "fraction")


def _spaced_comma(tokens: Sequence[Token], place: int) -> bool:
    """ "un taux de 6, 30%", "16, 5 milliards": a decimal comma with a space; "15, 8 et 10%" is a list."""
    if place + 3 >= len(tokens) or tokens[place + 1].text != "," or tokens[place + 2].kind != NUMBER:
        return False
    whole, comma, part, behind = tokens[place : place + 4]
    if comma.start != whole.end or not part.text.isdigit() or len(part.text) > 3 or not plain(whole.text).isdigit():
        return False
    if any(sign in whole.text for sign in ",") or not place or part.start - comma.end > 1:
        return False
    unit = (
        behind.text == "%"
        or behind.low in SCALES
        or behind.low
        in ("tonnes", "dh", "points", "point", "km", "ha", "g", "gramme", "grammes", "kg", "m", "litres", "ans")
    )
    before = tokens[place - 1]
    if behind.low in SCALES and len(part.text) == 3 and not (len(whole.text) == 4 and whole.text.isdigit()):
        return True  # "et 84, 431 milliards": no list counts in thousandths
    return unit and (before.low in _BEFORE_RATE or bool(verb_forms(before)))


def _spaced(tokens: Sequence[Token], place: int) -> Numeral:
    glyphs = f"{plain(tokens[place].text)},{tokens[place + 2].text}"
    scale = SCALES.get(tokens[place + 3].low, Decimal(1))
    return made(tokens, place, place + (4 if scale > 1 else 3), digits_value(glyphs) * scale, "digits", scale, glyphs)


def _fits_under(glyphs: str, scale: Decimal) -> bool:
    """ "3 millions 500.000", "1 milliard 500 millions"."""
    return len(plain(glyphs)) >= 3 and "," not in glyphs and Decimal(plain(glyphs)) < scale and scale >= 10**6
