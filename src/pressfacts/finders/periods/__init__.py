"""Periods: when a number holds, what it is compared with, and the numerals that are dates and no quantities."""

from __future__ import annotations

from pressfacts.finders.periods.attach import attach
from pressfacts.finders.periods.mentions import Antecedent, PeriodMention
from pressfacts.finders.periods.refusals import not_quantities
from pressfacts.finders.periods.search import find

__all__ = ["Antecedent", "PeriodMention", "attach", "find", "not_quantities"]
