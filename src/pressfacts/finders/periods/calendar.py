"""EDTF (ISO 8601-2) as text, and the first and last day that it covers.

A period is carried as its EDTF string: it is its own grain ("2018" is a year, "2018-34" a quarter, "2018-05" a month),
so "un an plus tôt" is the same string one year before.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

QUARTER, HALF, SEASON = 32, 39, 20  # added to 1-4, 1-2, 1-4: the sub-year codes of EDTF
_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$")
_YEAR = re.compile(r"(?<![\d-])\d{4}")
_WHOLE = re.compile(r"\d{3}X|(?:\d{4}(?:-\d\d(?:-\d\d)?)?|\.\.)(?:/(?:\d{4}(?:-\d\d(?:-\d\d)?)?|\.\.))?")


def year(number: int) -> str:
    """2018 is "2018"."""
    return f"{number:04d}"


def month(of: int, number: int) -> str:
    """May 2019 is "2019-05"; the number may also be a quarter, half or season code."""
    return f"{of:04d}-{number:02d}"


def day(of: int, number: int, which: int) -> str | None:
    """The 16th of May 2019 is "2019-05-16"; the 31st of June is None."""
    if 1 <= number <= 12 and 1 <= which <= calendar.monthrange(of, number)[1]:
        return f"{of:04d}-{number:02d}-{which:02d}"
    return None


def week(of: int, number: int) -> str | None:
    """The 51st ISO week of 2022 is "2022-12-19/2022-12-25"; None for a week that the year does not have."""
    try:
        monday = date.fromisocalendar(of, number, 1)
    except ValueError:
        return None
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def valid(edtf: str) -> bool:
    """Whether a string is a period: "2014/2018"; no "2023-11-13/2023-11", which ends in what it begins within."""
    if not _WHOLE.fullmatch(edtf) or edtf in ("..", "../.."):
        return False
    sides = edtf.split("/")
    try:
        bounds = [days(side) for side in sides if side != ".."]
    except ValueError:  # "2019-02-30"
        return False
    if any(first is None for first, _ in bounds):
        return False
    if len(bounds) < 2:
        return True
    (begin, stop), (last_begin, last_stop) = bounds
    return bool(begin and stop and last_begin and last_stop and begin <= last_begin and stop <= last_stop)


def interval(first: str, last: str) -> str | None:
    """ "2014/2018"; None when it runs backwards."""
    begin, end = days(first)[0], days(last)[1]
    edtf = f"{_sides(first)[0]}/{_sides(last)[1]}"
    return edtf if begin and end and begin <= end and valid(edtf) else None


def span(first: str, last: str) -> str | None:
    """From one part to another: "2019-34/2020-34"; None when it runs backwards."""
    begin, end = days(first)[0], days(last)[1]
    return f"{first}/{last}" if begin and end and begin <= end else None


def since(edtf: str) -> str:
    """Open to the future: "2016/.."; a quarter, half or season is written in months: "2018-10/.."."""
    return f"{_in_months(_sides(edtf)[0], 0)}/.."


def until(edtf: str) -> str:
    """Open to the past: "../2026"."""
    return f"../{_in_months(_sides(edtf)[1], 1)}"


def before(edtf: str) -> str | None:
    """What ends right before: "avant 2026" is "../2025", "avant mai 2019" "../2019-04"."""
    start = _in_months(_sides(edtf)[0], 0)
    first = days(start)[0]
    if first is None or first.year <= 1:
        return None
    eve = first - timedelta(days=1)
    return "../" + eve.isoformat()[: len(start)]


def after(edtf: str) -> str | None:
    """What begins right behind: "après 2019" is "2020/.."."""
    end = _in_months(_sides(edtf)[1], 1)
    last = days(end)[1]
    if last is None or last.year >= 9998:
        return None
    return (last + timedelta(days=1)).isoformat()[: len(end)] + "/.."


def days(edtf: str | None) -> tuple[date | None, date | None]:
    """First and last day, None where open or unknown."""
    if not edtf:
        return None, None
    if edtf.endswith("X"):
        start = int(edtf[:3]) * 10
        return date(start, 1, 1), date(start + 9, 12, 31)
    if "/" in edtf:
        first, last = _sides(edtf)
        return days(first if first != ".." else None)[0], days(last if last != ".." else None)[1]
    found = _POINT.match(edtf)
    if not found or int(found[1]) < 1:
        return None, None
    of = int(found[1])
    if not found[2]:
        return date(of, 1, 1), date(of, 12, 31)
    number = int(found[2])
    if found[3]:
        exact = date(of, number, int(found[3]))
        return exact, exact
    first_month, length, of = _months(of, number)
    begin = date(of, first_month, 1)
    last_year, last_month = _add(of, first_month, length - 1)
    return begin, date(last_year, last_month, calendar.monthrange(last_year, last_month)[1])


def shift_years(edtf: str, years: int) -> str | None:
    """The same stretch some years on: "2019-34" by -1 is "2018-34"; the 29th of February becomes the 28th."""
    moved = _YEAR.sub(lambda found: f"{int(found[0]) + years:04d}", edtf)
    if edtf.endswith("X"):
        return None
    return re.sub(
        r"(\d{4})-02-29", lambda found: found[0] if calendar.isleap(int(found[1])) else f"{found[1]}-02-28", moved
    )


def shift_months(edtf: str, months: int) -> str | None:
    """The same month or day some months on; None for a coarser grain."""
    found = _POINT.match(edtf)
    if not found or not found[2] or int(found[2]) > 12:
        return None
    of, number = _add(int(found[1]), int(found[2]), months)
    if not found[3]:
        return month(of, number)
    return day(of, number, min(int(found[3]), calendar.monthrange(of, number)[1]))


def shift_part(edtf: str, steps: int, noun: str) -> str | None:
    """The month, quarter or half that many on: "2019-33" by -1 is "2018-36"; None when the period is no such part."""
    found = re.fullmatch(r"(\d{4})-(\d\d)", edtf)
    per, offset = {"mois": (12, 0), "trimestre": (4, QUARTER), "semestre": (2, HALF)}[noun]
    if not found or not offset < int(found[2]) <= offset + per:
        return None
    total = int(found[1]) * per + int(found[2]) - offset - 1 + steps
    return month(total // per, offset + total % per + 1)


def year_of(edtf: str | None) -> int | None:
    """The year that a period lies in, of an interval the one it ends in (or starts in, when open)."""
    found = _YEAR.findall(edtf) if edtf else []
    return int(found[-1]) if found else None


def _sides(edtf: str) -> tuple[str, str]:
    first, slash, last = edtf.partition("/")
    return (first, last) if slash else (edtf, edtf)


def _in_months(edtf: str, side: int) -> str:
    found = _POINT.match(edtf)
    if (found and found[2] and int(found[2]) > 12) or edtf.endswith("X"):
        bound = days(edtf)[side]
        if bound:
            return bound.isoformat()[: 4 if edtf.endswith("X") else 7]
    return edtf


def _add(of: int, number: int, months: int) -> tuple[int, int]:
    total = of * 12 + number - 1 + months
    return total // 12, total % 12 + 1


def _months(of: int, code: int) -> tuple[int, int, int]:
    """First month, length in months and year of a month or sub-year code; winter is the one that the year begins in."""
    if code <= 12:
        return code, 1, of
    if code <= SEASON + 4:
        # meteorological seasons; "l'hiver 2026" runs from December 2025
        return (12, 3, of - 1) if code == SEASON + 4 else (3 * (code - SEASON), 3, of)
    if code <= QUARTER + 4:
        return 3 * (code - QUARTER) - 2, 3, of
    return 6 * (code - HALF) - 5, 6, of
