"""Dates that need another date: the publication's ("lundi", "en octobre", "l'an dernier") or an earlier period's."""

from __future__ import annotations

from datetime import date, timedelta

from pressfacts.finders.periods import calendar

# Where a date without a year lies: clearly before or behind the publication ("dernier", "prochain"), up to it ("depuis
# mars"),
# or where it is nearest; a date that is months ahead is only meant where the sentence speaks of what is to come.
PAST, NEAREST, FUTURE, UP_TO_NOW, TOLD_AS_PAST, TOLD_AS_FUTURE = -1, 0, 1, 2, 3, 4
_FAR_AHEAD, _FAR_BACK = 3, -3  # months
_SEASON_BEGINS = 8


def nearest_month(number: int, published: date | None, direction: int = NEAREST) -> str | None:
    """ "en octobre", "mai dernier", "juin prochain", "depuis mars": the month of that name nearest to the
    publication.
    """
    if published is None:
        return None
    distance = (number - published.month) % 12
    if direction == PAST:
        away = distance - 12
    elif direction == UP_TO_NOW:
        away = distance - 12 if distance else 0
    elif direction == FUTURE:
        away = distance or 12
    else:
        away = distance if distance < 6 else distance - 12
        if direction == TOLD_AS_PAST and away >= _FAR_AHEAD:
            away -= 12
        elif direction == TOLD_AS_FUTURE and away <= _FAR_BACK:
            away += 12
    total = published.year * 12 + published.month - 1 + away
    return calendar.month(total // 12, total % 12 + 1)


def nearest_day(number: int, which: int, published: date | None, direction: int = NEAREST) -> str | None:
    """ "le 30 juin", "depuis le 3 mars": the day of that name nearest to the publication."""
    if published is None:
        return None
    found: list[date] = []
    for of in (published.year - 1, published.year, published.year + 1):
        edtf = calendar.day(of, number, which)
        if edtf:
            found.append(date.fromisoformat(edtf))
    if direction in (PAST, UP_TO_NOW):
        found = [one for one in found if one <= published]
    elif direction == FUTURE:
        found = [one for one in found if one >= published]
    elif direction == TOLD_AS_PAST:
        found = [one for one in found if (one - published).days <= 30 * _FAR_AHEAD]
    elif direction == TOLD_AS_FUTURE:
        found = [one for one in found if (one - published).days >= 30 * _FAR_BACK]
    return min(found, key=lambda one: abs((one - published).days)).isoformat() if found else None


def nearest_such_weekday(weekday: int, number: int, which: int, published: date | None) -> str | None:
    """ "mardi 19 juillet": the nearest 19th of July, within two years, that is a Tuesday; None where none is."""
    if published is None:
        return None
    found: list[date] = []
    for of in range(published.year - 2, published.year + 2):
        edtf = calendar.day(of, number, which)
        if edtf and date.fromisoformat(edtf).weekday() == weekday:
            found.append(date.fromisoformat(edtf))
    return min(found, key=lambda one: abs((one - published).days)).isoformat() if found else None


def nearest_part(code: int, length: int, published: date | None, direction: int = NEAREST) -> str | None:
    """ "au deuxième trimestre", "l'été dernier": a part of the year, by its code and length in months."""
    if published is None:
        return None
    best: tuple[int, str] | None = None
    for of in (published.year - 1, published.year, published.year + 1):
        edtf = calendar.month(of, code)
        first, last = calendar.days(edtf)
        if first is None or last is None:
            continue
        if (direction == PAST and last >= published) or (direction == FUTURE and first <= published):
            continue
        if direction == UP_TO_NOW and first > published:
            continue
        if direction == TOLD_AS_PAST and first > published:
            continue
        if first <= published <= last:
            away = 0
        else:
            # A part that is over is what a newspaper reports: a coming one must be clearly nearer.
            away = (published - last).days if last < published else (first - published).days + 31
        if best is None or away < best[0]:
            best = (away, edtf)
    return best[1] if best else None


def weekday(which: int, published: date | None, direction: int, strict: bool = False) -> str | None:
    """ "lundi" is 0: the last such day up to the publication, the next one with a future verb or "prochain".

    ``strict`` leaves the day of publication out ("lundi dernier").
    """
    if published is None:
        return None
    back = (published.weekday() - which) % 7
    if direction == FUTURE:
        return (published + timedelta(days=(-back) % 7 or (7 if strict else 0))).isoformat()
    return (published - timedelta(days=back or (7 if strict else 0))).isoformat()


def relative(noun: str, steps: int, published: date | None) -> str | None:
    """ "l'an dernier" is ("an", -1), "ce mois-ci" ("mois", 0), "la semaine prochaine" ("semaine", 1)."""
    if published is None:
        return None
    if noun in ("saison", "campagne"):
        # A season of sport or of the fields begins in late summer.
        start = published.year + steps - (published.month < _SEASON_BEGINS)
        return f"{start}/{start + 1}"
    if noun in ("an", "année", "exercice"):
        return calendar.year(published.year + steps)
    if noun == "mois":
        return calendar.shift_months(published.isoformat()[:7], steps)
    if noun == "semaine":
        monday = published - timedelta(days=published.weekday()) + timedelta(weeks=steps)
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    if noun == "week-end":
        saturday = published - timedelta(days=(published.weekday() - 5) % 7)
        if steps > 0 or (steps == 0 and published.weekday() < 5):
            saturday += timedelta(weeks=1)
        return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"
    if noun in ("trimestre", "semestre"):
        length, offset, per = (3, calendar.QUARTER, 4) if noun == "trimestre" else (6, calendar.HALF, 2)
        total = published.year * per + (published.month - 1) // length + steps
        return calendar.month(total // per, offset + total % per + 1)
    if noun == "jour":
        return (published + timedelta(days=steps)).isoformat()
    return None


def shifted(base: str | None, amount: int, unit: str) -> str | None:
    """ "un an plus tôt" counted from a period, in its grain; None where the unit is finer than the grain."""
    if base is None:
        return None
    if base.startswith("..") or base.endswith(".."):
        of = calendar.year_of(base)
        base = calendar.year(of) if of else None
        if base is None:
            return None
    if unit in ("an", "année", "saison", "exercice", "campagne"):
        sides = base.split("/")
        if len(sides) == 2 and all(len(side) == 4 for side in sides) and int(sides[1]) - int(sides[0]) > 1:
            base = sides[1]  # "de 1993 à 2015 …, un an plus tôt": from where the stretch ends
        return calendar.shift_years(base, amount)
    if unit == "mois":
        return calendar.shift_months(base, amount)
    if unit in ("trimestre", "semestre"):
        return calendar.shift_part(base, amount, unit)
    scale = {"semaine": 7, "jour": 1}.get(unit)
    days = base.split("/")
    if scale is None or any(len(day) != 10 for day in days):
        return None
    return "/".join((date.fromisoformat(day) + timedelta(days=amount * scale)).isoformat() for day in days)
