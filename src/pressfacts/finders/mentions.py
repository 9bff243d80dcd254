"""What the finders hand to one another: a quantity as found, before anything is attached to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from pressfacts.model import Comparator, Kind, Reason


@dataclass(slots=True)
class QuantityMention:
    """A quantity in a sentence: offsets are code points into the article, token places index ``sentence.tokens``.

    ``start`` to ``end`` is the quote (comparator to unit), ``first`` to ``last`` its tokens (half-open);
    ``numeral`` and ``unit_span`` are (start, end). ``noun`` is the span of the counted noun, None where the number
    stands without one. ``elliptic`` says that unit or scale were supplied by the reader ("contre 4,9 en 2017").
    ``bare_money`` is the money word that the article's country settles ("dinar"), "" for a sum without any; ``scale``
    the scale that the number was read with.
    ``bracket`` says that it converts or glosses the quantity before it ("600 MDH (55 millions d'euros)").
    """

    kind: Kind
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    comparator: Comparator
    unit: str | None
    per: str | None
    start: int
    end: int
    first: int
    last: int
    numeral: tuple[int, int]
    unit_span: tuple[int, int] | None
    noun: tuple[int, int] | None = None
    signed: str = ""
    elliptic: bool = False
    bracket: bool = False
    scale: Decimal = Decimal(1)
    bare_money: str | None = None
    rules: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Refused:
    """A numeral that is no quantity, and why."""

    start: int
    end: int
    reason: Reason
    rule: str
