"""Quantities: a number, its comparator, its unit and its denominator, as one mention; ranges and ratios as one."""

from __future__ import annotations

from pressfacts.finders.quantities.finder import QuantityFinder
from pressfacts.finders.quantities.money import settle_money

__all__ = ["QuantityFinder", "settle_money"]
