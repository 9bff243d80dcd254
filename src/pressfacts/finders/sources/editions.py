"""Which issue of a newspaper: "dans son édition de ce 16 mai", "dans sa livraison du week-end"."""

from __future__ import annotations

import datetime as dt
import re

from pressfacts.lexicon.words import key

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre",
         "decembre"), start=1,
    )
    for name in (names,)
}  # fmt: skip
_MONTH = "janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre"
_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_ISSUE = re.compile(
    r"(?:edition|livraison|numero|parution|datee?)s? (?:electronique |papier |date )?(?:de |du |d |des )?(?:ce |cet )?"
    r"(?P<weekend>week end)?(?P<weekday>lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)?"
    r"[ (]{0,3}(?:du |des )?(?:(?P<first>\d{1,2})(?:er)?(?: (?:et|au|-) ?| ?[-/] ?)(?:[a-z]+ )?)?"
    rf"(?:(?P<day>\d{{1,2}})(?:er)? (?P<month>{_MONTH})"
    r"(?: (?P<year>\d{4}))?)?"
)
# How far from its newspaper's name an issue is named (code points).
_NEAR = 160
_BARE = re.compile(
    r"(?:de|du|d) (?:ce |cet )?(?:(?P<weekday>lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?!\w) ?)?"
    rf"(?:(?P<day>\d{{1,2}})(?:er)? (?P<month>{_MONTH})"
    r"(?: (?P<year>\d{4}))?)?"
)


def edition(sentence: str, before: int, behind: int, published: dt.date | None) -> str | None:
    """The day of the issue that a sentence names, as EDTF; None when it names none.

    ``before`` and ``behind`` are where the newspaper's name begins and ends in the sentence: "Médina Soir de ce mardi
    14 mai" says it without the word. Days without a year are those nearest to the date of publication.
    """
    low = max(0, before - _NEAR)
    keyed = key(sentence[low : behind + _NEAR])
    behind -= low
    match = _nearest_issue(keyed, before - low, behind)
    if match is None:
        bare = _BARE.match(keyed, behind + 1) if keyed[behind : behind + 1] == " " else None
        if bare is None:
            return None
        return _day(bare["day"], bare["month"], bare["year"], bare["weekday"], published)
    groups = match.groupdict()
    last = _day(groups["day"], groups["month"], groups["year"], groups["weekday"], published)
    if last is None:
        return _weekend(published) if groups["weekend"] else None
    if groups["first"] and groups["day"] and int(groups["first"]) < int(groups["day"]):
        return f"{last[:8]}{int(groups['first']):02d}/{last}"
    return last


def _nearest_issue(keyed: str, before: int, behind: int) -> re.Match[str] | None:
    """The mention of an issue that stands nearest to the newspaper's name, one with a day first."""
    found = list(_ISSUE.finditer(keyed))
    dated = [match for match in found if match["day"] or match["weekday"] or match["weekend"]]
    return min(
        dated or found,
        key=lambda match: min(abs(match.start() - behind), abs(before - match.end())),
        default=None,
    )


def _day(
    day: str | None,
    month: str | None,
    year: str | None,
    weekday: str | None,
    published: dt.date | None,
) -> str | None:
    if day and month:
        number = _MONTHS[month]
        years = [int(year)] if year else [published.year + step for step in (-1, 0, 1)] if published else []
        dates = [made for one in years if (made := _date(one, number, int(day))) is not None]
        if not dates:
            return None
        best = min(dates, key=lambda made: abs((made - published).days)) if published else dates[0]
        return best.isoformat()
    if weekday and published:
        wanted = _DAYS.index(weekday)
        steps = sorted(range(-3, 4), key=abs)
        step = next(one for one in steps if (published + dt.timedelta(days=one)).weekday() == wanted)
        return (published + dt.timedelta(days=step)).isoformat()
    return None


def _weekend(published: dt.date | None) -> str | None:
    """The Saturday and Sunday nearest to publication: Friday's review announces them, Monday's looks back."""
    if published is None:
        return None
    step = 5 - published.weekday()
    saturday = published + dt.timedelta(days=step if step >= -1 and published.weekday() != 0 else step - 7)
    return f"{saturday.isoformat()}/{(saturday + dt.timedelta(days=1)).isoformat()}"


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
