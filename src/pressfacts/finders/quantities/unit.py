"""A unit as read off the tokens."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from pressfacts.model import Kind


@dataclass(slots=True)
class Unit:
    """A unit as read: tokens ``first`` to ``last`` (half-open), what it makes of the number before it."""

    kind: Kind
    unit: str | None
    factor: Decimal
    first: int
    last: int
    rule: str
    per: str | None = None
    bare_money: str | None = None
    noun: bool = False
