"""A rule of the grammar: the words that it may begin with, its pattern, and the function that reads it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pressfacts.finders.periods.leads import Read
from pressfacts.finders.periods.vocabulary import compiled

# How numerals begin an expression, by their number of digits: a day or a small number, "15/05", "120 jours", a year.
SMALL, DATED, HUNDREDS, FOUR = "#2", "#2/", "#3", "#4"


class Rule:
    """One way to say when. Its name is that of its function, and travels with the facts that it dates."""

    __slots__ = ("name", "pattern", "read", "starts")

    def __init__(self, read: Read, pattern: str, starts: Iterable[str]) -> None:
        self.name: str = getattr(read, "__name__", "rule")
        self.read = read
        self.pattern: re.Pattern[str] = compiled(pattern)
        self.starts = frozenset(starts)
