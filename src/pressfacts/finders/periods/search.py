"""Reads a sentence once, word by word: where a word may begin an expression of time, the rules that begin so are tried."""

from __future__ import annotations

import re
from datetime import date

from pressfacts.finders.periods import calendar, dates, relative, spans, years
from pressfacts.finders.periods.leads import AFTER, BASE, BEFORE, OPEN, UNTIL, Lead, Reading, Scene, lead
from pressfacts.finders.periods.mentions import Antecedent, PeriodMention
from pressfacts.finders.periods.rules import FOUR, HUNDREDS, SMALL, Rule
from pressfacts.finders.periods.saying import said
from pressfacts.language.sentences import Sentence

_BY_NAME = {rule.name + rule.pattern.pattern: rule for module in (dates, years, relative, spans) for rule in module.RULES}
# What is tried first at a place is the longer reading.
_ORDER = (
    "since_event", "interval_of_dates", "interval_of_years", "days_of_month", "full_date", "numeric_date", "closed_exercise",
    "edge", "part_of_year", "part_reversed", "first_months", "half_month", "season_of_year", "decade", "century",
    "named_year", "month_of_year", "yearly_comparison", "once", "in_time", "ago", "shifted_period", "recent_span", "span",
    "relative_noun", "same_period", "weekday", "relative_day", "eve", "nowadays", "formerly", "bare_year",
)  # fmt: skip
