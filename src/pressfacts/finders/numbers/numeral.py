"""A number as written, and the value of its digits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from pressfacts.language.tokens import Token

Form = Literal["digits", "words", "round", "fraction", "multiple", "article"]

SCALES = {"mille": Decimal(1000)} | {
    word + plural: Decimal(10**power)
    for word, power in (("million", 6), ("milliard", 9), ("billion", 12), ("billiard", 15), ("trillion", 18))
    for plural in ("", "s")
}
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
            return Decimal(plain(text))  # "7,000 personnes", as English writes thousands
        return Decimal(f"{plain(whole)}.{part}")
    if text.count(".") == 1:
        whole, _, part = text.partition(".")
        if len(part) != 3 or whole in ("0", "") or decimal_point or len(whole) > 3:
            return Decimal(f"{whole or 0}.{part}")
    return Decimal(plain(text))


def plain(text: str) -> str:
    """The digits of a text, "0" where it has none."""
    return "".join(filter(str.isdigit, text)) or "0"


def made(tokens: Sequence[Token], first: int, last: int, value: Decimal, form: Form, scale: Decimal = Decimal(1),
          glyphs: str = "") -> Numeral:  # fmt: skip
    """A numeral of tokens ``first`` to ``last`` (half-open)."""
    return Numeral(first, last, value, form, tokens[first].start, tokens[last - 1].end, scale, glyphs)
