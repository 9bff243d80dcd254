"""Numerals: digits with every separator of the press, number words of any length, scales, fractions, multiples.

A numeral is a stretch of tokens and an exact decimal; what it counts is the business of ``quantities``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from pressfacts.language.tokens import CODE, NUMBER, WORD, Token
from pressfacts.language.words import verb_forms

Form = Literal["digits", "words", "round", "fraction", "multiple", "article"]

_UNITS = {
    word: value
    for value, word in enumerate(
        "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split()
    )
} | {"une": 1, "zero": 0}
_TENS = {
    "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70,
    "huitante": 80, "octante": 80, "nonante": 90,
}  # fmt: skip
_HUNDRED = {"cent": 100, "cents": 100}
SCALES = {"mille": Decimal(1000)} | {
    word + plural: Decimal(10**power)
    for word, power in (("million", 6), ("milliard", 9), ("billion", 12), ("billiard", 15), ("trillion", 18))
    for plural in ("", "s")
}
# Scales in short, read only behind digits: "7 Mds d'euros", "3 mrd de francs".
_SHORT_SCALES = {"md": 9, "mds": 9, "mrd": 9, "mrds": 9, "mld": 9, "mlds": 9, "mio": 6, "mia": 9}
_ROUND = {
    "huitaine": 8, "dizaine": 10, "dizaines": 10, "douzaine": 12, "douzaines": 12, "quinzaine": 15, "vingtaine": 20,
    "trentaine": 30, "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "centaines": 100,
    "millier": 1000, "milliers": 1000,
}  # fmt: skip
_PARTS = {"cinquième": 5, "sixième": 6, "septième": 7, "huitième": 8, "neuvième": 9, "dixième": 10, "centième": 100,
          "millième": 1000}  # fmt: skip
_FRACTIONS = {"moitié": 2, "demi": 2, "tiers": 3, "quart": 4, "quarts": 4} | {
    word + plural: value for word, value in _PARTS.items() for plural in ("", "s")
}
# Thirds and quarters need no article to be fractions; "un cinquième jour" is an ordinal.
_ORDINAL_TOO = frozenset(word for word in _FRACTIONS if word.endswith(("ième", "ièmes")))
# The words that a numeral may begin with.
_OPENINGS = frozenset((*_UNITS, *_TENS, *_HUNDRED, *_FRACTIONS, "mille", "la", "le", "les", "au", "du"))
LONGEST = 30


@dataclass(slots=True)
class Numeral:
    """A number as written: its tokens ``first`` to ``last`` (half-open), its value, how it is written.

    ``scale`` is the scale word that closes it ("1,5 milliard": 1000000000), else 1; ``scaleless`` its value without.
    ``glyphs`` is the text of its digits, to be read anew where the unit decides ("1.375 MDH").
    """

    first: int
    last: int
    value: Decimal
    form: Form
    start: int
    end: int
    scale: Decimal = Decimal(1)
    glyphs: str = ""

    @property
    def too_long(self) -> bool:
        """More digits than an exact JSON number should carry."""
        return sum(map(str.isdigit, self.glyphs)) > LONGEST or self.value >= 10**LONGEST


def digits_value(text: str, *, decimal_point: bool = False) -> Decimal:
    """The value of digits as the French press separates them: 69.900, 69 900, 1.234,5, 0.27.

    Three digits behind a single point are thousands ("1.375 MDH") unless the integer part is 0 or ``decimal_point`` is
    asked for ("3.125 %").
    """
    if "," in text:
        if text.count(",") > 1:
            return Decimal(text.replace(",", ""))
        whole, _, part = text.partition(",")
        if part == "000":
            return Decimal(_plain(text))  # "7,000 personnes", as English writes thousands
        return Decimal(f"{_plain(whole)}.{part}")
    if text.count(".") == 1:
        whole, _, part = text.partition(".")
        if len(part) != 3 or whole in ("0", "") or decimal_point or len(whole) > 3:
            return Decimal(f"{whole or 0}.{part}")
    return Decimal(_plain(text))


def _plain(text: str) -> str:
    return "".join(filter(str.isdigit, text)) or "0"


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
        return _mixed(tokens, place)
    if token.kind == CODE and token.low[0] == "x" and token.low[1:].isdecimal():
        return _made(tokens, place, place + 1, Decimal(token.low[1:]), "multiple")  # "x3"
    if token.kind != WORD or not token.low[0].isalpha():
        return None
    low = token.low
    if low in _FRACTIONS or low in ("la", "le", "les", "un", "une") or low in _UNITS:
        fraction = _fraction(tokens, place)
        if fraction:
            return fraction
    if low in ("le", "au", "du"):
        return _lone_scale(tokens, place)
    if low in ("un", "une") and place + 1 < len(tokens):
        half = tokens[place + 1].low
        if half in ("demi-million", "demi-milliard"):
            return _made(tokens, place, place + 2, SCALES[half[5:]] / 2, "words", SCALES[half[5:]])
        if half == "demi-douzaine":
            return _made(tokens, place, place + 2, Decimal(6), "round")
        if half in _ROUND and half not in ("dizaines", "centaines", "milliers"):
            return _round(tokens, place, place + 2, Decimal(_ROUND[half]))
        if half in ("bonne", "petite", "grosse") and place + 2 < len(tokens) and tokens[place + 2].low in _ROUND:
            return _round(tokens, place, place + 3, Decimal(_ROUND[tokens[place + 2].low]))
    if low == "cents":
        return None  # "quelques dizaines de cents"
    opening = low.partition("-")[0]
    if opening in _UNITS or opening in _TENS or opening in _HUNDRED or opening == "mille":
        return _words(tokens, place)
    return None


def _lone_scale(tokens: Sequence[Token], place: int) -> Numeral | None:
    """ "dépasse le milliard de dirhams", "avoisine le demi million de visiteurs"."""
    at = place + 1
    half = at < len(tokens) and tokens[at].low == "demi"
    at += half
    if at + 1 >= len(tokens) or tokens[at].low not in ("million", "milliard") or tokens[at + 1].low not in ("de", "d'"):
        return None
    scale = SCALES[tokens[at].low]
    first = place + (tokens[place].low != "le")  # "de l'ordre du milliard": "du" belongs to what stands before
    return _made(tokens, first, at + 1, scale / 2 if half else scale, "words", scale)


def _made(tokens: Sequence[Token], first: int, last: int, value: Decimal, form: Form, scale: Decimal = Decimal(1),
          glyphs: str = "") -> Numeral:  # fmt: skip
    return Numeral(first, last, value, form, tokens[first].start, tokens[last - 1].end, scale, glyphs)


def _round(tokens: Sequence[Token], first: int, last: int, value: Decimal) -> Numeral:
    """ "une dizaine", "une trentaine de millions": a round number may multiply a scale."""
    scale = SCALES.get(tokens[last + 1].low) if last + 1 < len(tokens) and tokens[last].low == "de" else None
    if scale is None:
        return _made(tokens, first, last, value, "round")
    return _made(tokens, first, last + 2, value * scale, "round", scale)


def _mixed(tokens: Sequence[Token], place: int) -> Numeral:
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
    return _made(tokens, place, last, value, "digits", scale, glyphs)


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
    return _made(tokens, place - opens, place + 3, round(Decimal(parts) / int(whole), 6), "fraction")


_BEFORE_RATE = frozenset("à de d' est soit environ ( dont par atteint".split())


def _spaced_comma(tokens: Sequence[Token], place: int) -> bool:
    """ "un taux de 6, 30%", "16, 5 milliards": a decimal comma with a space; "15, 8 et 10%" is a list."""
    if place + 3 >= len(tokens) or tokens[place + 1].text != "," or tokens[place + 2].kind != NUMBER:
        return False
    whole, comma, part, behind = tokens[place : place + 4]
    if comma.start != whole.end or not part.text.isdigit() or len(part.text) > 3 or not _plain(whole.text).isdigit():
        return False
    if any(sign in whole.text for sign in ",") or not place or part.start - comma.end > 1:
        return False
    unit = behind.text == "%" or behind.low in SCALES or behind.low in ("tonnes", "dh", "points", "point", "km", "ha", "g", "gramme", "grammes", "kg", "m", "litres", "ans")
    before = tokens[place - 1]
    if behind.low in SCALES and len(part.text) == 3 and not (len(whole.text) == 4 and whole.text.isdigit()):
        return True  # "et 84, 431 milliards": no list counts in thousandths
    return unit and (before.low in _BEFORE_RATE or bool(verb_forms(before)))


def _spaced(tokens: Sequence[Token], place: int) -> Numeral:
    glyphs = f"{_plain(tokens[place].text)},{tokens[place + 2].text}"
    scale = SCALES.get(tokens[place + 3].low, Decimal(1))
    return _made(tokens, place, place + (4 if scale > 1 else 3), digits_value(glyphs) * scale, "digits", scale, glyphs)


def _fits_under(glyphs: str, scale: Decimal) -> bool:
    """ "3 millions 500.000", "1 milliard 500 millions"."""
    return len(_plain(glyphs)) >= 3 and "," not in glyphs and Decimal(_plain(glyphs)) < scale and scale >= 10**6


def _words(tokens: Sequence[Token], place: int) -> Numeral | None:
    """Number words of any length: "mille deux cents", "deux millions et demi", "quatre-vingt-dix-sept"."""
    total = group = Decimal(0)
    scale, last, at = Decimal(1), place, place
    smallest = 1000  # what may still follow within the group: after "vingt" no "trente"
    while at < len(tokens) and tokens[at].kind == WORD:
        low = tokens[at].low
        if low == "et":
            following = tokens[at + 1].low if at + 1 < len(tokens) else ""
            if following in ("demi", "demie") and scale > 1:
                total += scale / 2
                last = at + 2
                break
            if not (
                following in ("un", "une", "onze")
                and smallest >= 10
                and group % 100 in (20, 30, 40, 50, 60, 70, 80, 90)
            ):
                break
            at += 1
            continue
        parts = _atoms(low)
        if parts is None:
            break
        step = _add(parts, group, smallest)
        if step is None:
            scale_word = SCALES.get(low)
            if scale_word is None or (scale_word >= 10**6 and not group and not total):
                break
            if scale_word < scale or scale == 1:
                total += (group or (1 if low == "mille" else 0)) * scale_word
            else:
                total = (total + group) * scale_word  # "trois mille milliards"
            group, smallest, scale = Decimal(0), 1000, scale_word
        else:
            group, smallest = step
        at += 1
        last = at
    if last == place:
        return None
    value = total + group
    if last + 3 < len(tokens) and tokens[last].text == "(" and tokens[last + 3].low in SCALES:
        gloss = tokens[last + 1]
        if gloss.kind == NUMBER and tokens[last + 2].text == ")" and digits_value(gloss.text) == value:
            scale = SCALES[tokens[last + 3].low]  # "cent soixante-neuf (169) milliards"
            return _made(tokens, place, last + 4, value * scale, "words", scale)
    form: Form = "article" if last == place + 1 and tokens[place].low in ("un", "une") else "words"
    return _made(tokens, place, last, value, form, scale if not group else Decimal(1))


def _atoms(low: str) -> list[str] | None:
    parts = [part for part in low.split("-") if part != "et"]
    known = all(part in _UNITS or part in _TENS or part in _HUNDRED or part in SCALES for part in parts)
    return parts if known and parts else None


def _add(parts: Sequence[str], group: Decimal, smallest: int) -> tuple[Decimal, int] | None:
    """Add words below a thousand to the group; None where a scale stands or the word cannot follow."""
    for part in parts:
        if part in _HUNDRED:
            below = group % 1000
            if below >= 20 or below == 10 or (smallest < 100 and below > 19):
                return None  # "douze cents" is twelve hundred
            group, smallest = (below or Decimal(1)) * 100, 100
        elif part in _TENS:
            if part in ("vingt", "vingts") and group % 100 == 4:
                group, smallest = group - 4 + 80, 20
            elif smallest > 20 or (smallest == 100):
                group, smallest = group + _TENS[part], 20 if _TENS[part] in (60, 80) else 10
            else:
                return None
        elif part in _UNITS:
            unit = _UNITS[part]
            if unit >= smallest or (smallest == 1000 and group):
                return None
            group, smallest = group + unit, 10 if unit == 10 else 1
            if unit < 10 and group < 10:
                smallest = 1  # "deux" may still be multiplied by "cents"
        else:
            return None
    return group, smallest


_BOUNDS = frozenset(("plus", "moins", "près"))


def _fraction(tokens: Sequence[Token], place: int) -> Numeral | None:
    """ "la moitié", "un tiers", "les deux tiers", "trois quarts", "le quart", "un dixième"."""
    at = place
    low = tokens[at].low
    article = low in ("la", "le", "les", "un", "une")
    if low in ("la", "le", "les") and at + 1 < len(tokens):
        at += 1
        low = tokens[at].low
    parts = Decimal(1)
    if low in _UNITS and at + 1 < len(tokens) and tokens[at + 1].low in _FRACTIONS:
        parts, at = Decimal(_UNITS[low]), at + 1
        low = tokens[at].low
        article = True
    if low not in _FRACTIONS or low == "demi":
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
    value = parts / Decimal(_FRACTIONS[low])
    return _made(tokens, place, at + 1, round(value, 6), "fraction")
