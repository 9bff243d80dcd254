"""Numerals that are no quantities because they say when: days, years, time spans, hours."""

from __future__ import annotations

import re

from pressfacts.finders.periods.mentions import PeriodMention
from pressfacts.finders.periods.search import lower
from pressfacts.language.sentences import Sentence
from pressfacts.model import Reason

# "à 16h", "18h30", "8 heures du matin"; "une grève de 48 h" is a duration.
_CLOCK = re.compile(
    r"(?<![\w.,])(?<!en )(?:[01]?\d|2[0-4])\s?(?:h|:)\s?[0-5]\d(?![\w:.,]\w|\w)"
    r"|(?<=à )(?:[01]?\d|2[0-4])\s?h(?:eures?)?(?!\w)(?!\s(?:de|par|d'))|(?<!\w)(?:[01]?\d|2[0-4])\s?heures?\s"
    r"(?:du matin|du soir|gmt|locales?)"
)
# "la loi de 2011,", "la crise de 2008 a": a year that dates a noun and no number.
_LONE_YEAR = re.compile(
    r"(?<![\w.,/-])(?:de|du|des|d'|et|ou|à|la|le|\()\s?(?P<y>(?:1[5-9]|20)\d\d)(?=\s?[),;:.!?»\"]\s|\s?[),;:.!?»\"]?$"
    r"|\s(?:de|du|des|à|au|en|et|ou|par|pour|sur|dans|avec|a|est|qui|que|dont)\s)"
)


def not_quantities(sentence: Sentence, periods: list[PeriodMention]) -> list[tuple[int, int, Reason, str]]:
    """The spans of a sentence whose numerals are dates, years, time spans or hours, each with a reason and a rule."""
    low = lower(sentence.text)
    spans: list[tuple[int, int, Reason, str]] = [
        (one.start, one.end, "date" if one.edtf and len(one.edtf) == 10 else "period", one.rule) for one in periods
    ]
    for found in _CLOCK.finditer(low):
        spans.append((sentence.start + found.start(), sentence.start + found.end(), "time", "clock"))
    for found in _LONE_YEAR.finditer(low):
        start, end = sentence.start + found.start("y"), sentence.start + found.end("y")
        if not any(one[0] < end and start < one[1] for one in spans):
            spans.append((start, end, "period", "lone_year"))
    return sorted(spans)
