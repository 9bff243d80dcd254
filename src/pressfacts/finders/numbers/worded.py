"""Number words of any length, round numbers, lone scales: "mille deux cents", "une centaine", "le milliard"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pressfacts.finders.numbers.numeral import SCALES, Form, Numeral, digits_value, made
from pressfacts.language.tokens import NUMBER, WORD, Token

UNITS = {
    word: value
    for value, word in enumerate(
        "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split()
    )
} | {"une": 1, "zero": 0}
TENS = {
    "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70,
    "huitante": 80, "octante": 80, "nonante": 90,
}  # fmt: skip
HUNDRED = {"cent": 100, "cents": 100}
ROUND = {
    "huitaine": 8, "dizaine": 10, "dizaines": 10, "douzaine": 12, "douzaines": 12, "quinzaine": 15, "vingtaine": 20,
    "trentaine": 30, "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "centaines": 100,
    "millier": 1000, "milliers": 1000,
}  # fmt: skip


def words(tokens: Sequence[Token], place: int) -> Numeral | None:
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
            return made(tokens, place, last + 4, value * scale, "words", scale)
    form: Form = "article" if last == place + 1 and tokens[place].low in ("un", "une") else "words"
    return made(tokens, place, last, value, form, scale if not group else Decimal(1))


def _atoms(low: str) -> list[str] | None:
    parts = [part for part in low.split("-") if part != "et"]
    known = all(part in UNITS or part in TENS or part in HUNDRED or part in SCALES for part in parts)
    return parts if known and parts else None


def _add(parts: Sequence[str], group: Decimal, smallest: int) -> tuple[Decimal, int] | None:
    """Add words below a thousand to the group; None where a scale stands or the word cannot follow."""
    for part in parts:
        if part in HUNDRED:
            below = group % 1000
            if below >= 20 or below == 10 or (smallest < 100 and below > 19):
                return None  # "douze cents" is twelve hundred
            group, smallest = (below or Decimal(1)) * 100, 100
        elif part in TENS:
            if part in ("vingt", "vingts") and group % 100 == 4:
                group, smallest = group - 4 + 80, 20
            elif smallest > 20 or (smallest == 100):
                group, smallest = group + TENS[part], 20 if TENS[part] in (60, 80) else 10
            else:
                return None
        elif part in UNITS:
            unit = UNITS[part]
            if unit >= smallest or (smallest == 1000 and group):
                return None
            group, smallest = group + unit, 10 if unit == 10 else 1
            if unit < 10 and group < 10:
                smallest = 1  # "deux" may still be multiplied by "cents"
        else:
            return None
    return group, smallest


def round_number(tokens: Sequence[Token], first: int, last: int, value: Decimal) -> Numeral:
    """ "une dizaine", "une trentaine de millions": a round number may multiply a scale."""
    scale = SCALES.get(tokens[last + 1].low) if last + 1 < len(tokens) and tokens[last].low == "de" else None
    if scale is None:
        return made(tokens, first, last, value, "round")
    return made(tokens, first, last + 2, value * scale, "round", scale)


def lone_scale(tokens: Sequence[Token], place: int) -> Numeral | None:
    """ "dépasse le milliard de dirhams", "avoisine le demi million de visiteurs"."""
    at = place + 1
    half = at < len(tokens) and tokens[at].low == "demi"
    at += half
    if at + 1 >= len(tokens) or tokens[at].low not in ("million", "milliard") or tokens[at + 1].low not in ("de", "d'"):
        return None
    scale = SCALES[tokens[at].low]
    first = place + (tokens[place].low != "le")  # "de l'ordre du milliard": "du" belongs to what stands before
    return made(tokens, first, at + 1, scale / 2 if half else scale, "words", scale)
