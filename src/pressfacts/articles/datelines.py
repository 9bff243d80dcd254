"""Publication dates: the dateline of a press page, and the dates that a caller, a record or a page hands in."""

from __future__ import annotations

import datetime as dt
import functools
import re
from dataclasses import dataclass
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pressfacts.errors import InputError

ZONE = "Africa/Casablanca"
Moment = dt.datetime | dt.date
Standing = Literal["published", "updated", "bare"]

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("janvier janv", "février fevrier févr fév", "mars", "avril avr", "mai", "juin", "juillet juil",
         "août aout", "septembre sept", "octobre oct", "novembre nov", "décembre decembre déc"), start=1,
    )
    for name in names.split()
}  # fmt: skip
_DATE = rf"""
    (?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)[ ,]{{1,2}}(?:le[ ])?)?
    (?: (?P<day>\d{{1,2}})(?:er)?[ ](?P<month>{"|".join(sorted(_MONTHS, key=len, reverse=True))})\.?[ ](?P<year>\d{{4}})
      | (?P<d>\d{{1,2}})(?P<mark>[/.-])(?P<m>\d{{1,2}})(?P=mark)(?P<y>\d{{4}})
      | (?P<Y>\d{{4}})-(?P<M>\d{{2}})-(?P<D>\d{{2}})
    )(?!\d)"""
_HOUR = r"""
    [ ,-]{0,3}(?:[àa@T][ ]?)?
    (?P<hour>\d{1,2})[ ]?(?:h[ ]?(?P<minute>\d{2})?(?:min|mn)?|:(?P<minutes>\d{2})(?::\d{2})?)(?!\d)
    (?:[ ]?(?P<utc>gmt|utc)\b)?"""
_PUBLISHED = r"(?:date[ ]de[ ]publication|(?:article[ ])?publiée?|postée?|mise?[ ]en[ ]ligne|parue?|diffusée?|rédigée?)"
_UPDATED = r"(?:dernière[ ](?:mise[ ]à[ ]jour|modification)|mise?[ ]à[ ]jour|actualisée?|modifiée?|màj|maj)"
_STAMP = re.compile(
    rf"""(?: (?:(?P<published>{_PUBLISHED})|(?P<updated>{_UPDATED}))
             (?:[ ]par[ ](?P<by>[^\d:|,]{{2,60}}?))? [ :,]{{0,3}} )?
         (?:(?:le|sur|on)[ ]:?[ ]?)? {_DATE} (?:{_HOUR})?""",
    re.VERBOSE | re.IGNORECASE,
)
# "publié le 8 février" is furniture all the same, and no date: the year is not filled in
_YEARLESS = re.compile(
    rf"(?:{_PUBLISHED}|{_UPDATED})[ ](?:le[ ])?\d{{1,2}}(?:er)?[ ](?:{'|'.join(_MONTHS)})(?:{_HOUR})?",
    re.VERBOSE | re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"\d{4}")
_LONE_NUMBER = re.compile(r"\b\d+\b")
_SEPARATORS = " ,;:|•·()[]-/.~>\t"
_READING_TIME = re.compile(r"(?:temps de )?lecture\s*:?\s*\d{1,3}\s*min(?:utes?)?\.?", re.IGNORECASE)
_BY = re.compile(r"par(?: ?: ?| )", re.IGNORECASE)
_PLACE = re.compile(r"(?:[A-ZÉÈÀ][\w'-]{1,20}[ -]?){1,4}")
# "9 septembre 2025 - Alger, correspondance", "18 août 2020 - 16h00 - Economie"; "16 mai 2019 - Deux morts" is no rubric
_RUBRIC = re.compile(
    r"""[ ]?[-|•·/][ ](?!(?:par|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|vingt|cent|mille)\b)
        (?-i:[A-ZÉÈÀ])[\w'-]{1,20}(?:,?[ ][\w'-]{1,20}){0,2}[ ]?(?:[-|•·/][ ]|$)""",
    re.VERBOSE | re.IGNORECASE,
)
# "Rabat, 05/12/2022 (MAP) - Voici les principaux titres", "ALGER, 9 mars 2024 (APS) -"
_AGENCY_LEAD = re.compile(
    rf"(?:[A-ZÉÈÀ][\w'-]{{1,20}}[ -]?){{1,4}},?[ ](?P<date>(?:le[ ])?{_DATE})[ ]?\([A-Z]{{2,8}}\)[ ]?[-:][ ]",
    re.VERBOSE,
)
LONGEST_DATELINE = 200


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date as a dateline says it: ``role`` is what the page calls it."""

    moment: Moment
    role: Standing


@dataclass(frozen=True, slots=True)
class Dateline:
    """A line that is nothing but dates, and the byline that stands in it ("AFP, publié le mercredi 13 mai 2020")."""

    stamps: tuple[Stamp, ...]
    author: str | None


def dateline(line: str, zone: str = ZONE) -> Dateline | None:
    """Read a folded line that is a dateline as a whole; None for any other line.

    "Le 12/05/2019 à 17h25" is one; "Le 12 mai 2019, l'usine a fermé" is a sentence.
    """
    if not 4 <= len(line) <= LONGEST_DATELINE:
        return None
    if _READING_TIME.fullmatch(line) or _YEARLESS.fullmatch(line):
        return Dateline((), None)
    if not _YEAR.search(line):
        return None
    stamps: list[tuple[Moment | None, Standing]] = []
    authors: list[str] = []
    at = 0
    led_in = False
    for found in _STAMP.finditer(line):
        between = line[at : found.start()].strip(_SEPARATORS)
        if between and (stamps or not _leads_in(between, line[: found.start()], found, authors)):
            return None
        led_in = led_in or bool(between)
        moment = _moment_of(found, zone)
        role: Standing = "bare"
        if found["published"] or found["updated"]:
            role = "published" if found["published"] else "updated"
        stamps.append((moment, role))
        if found["by"]:
            authors.append(found["by"].strip())
        at = found.end()
    behind = _READING_TIME.sub("", line[at:])
    rubric = _RUBRIC.match(behind) if not led_in else None
    rest = behind[rubric.end() if rubric else 0 :].strip(_SEPARATORS)
    if not stamps or (rest and not _leads_out(rest, authors)):
        return None
    dated = tuple(Stamp(moment, role) for moment, role in stamps if moment is not None)
    return Dateline(dated, authors[0] if authors else None)


def agency_lead(line: str, zone: str = ZONE) -> Moment | None:
    """The date that an agency sets before its text: "Rabat, 05/12/2022 (MAP) - Voici les principaux titres"."""
    found = _AGENCY_LEAD.match(line)
    return _moment_of(stamp, zone) if found and (stamp := _STAMP.fullmatch(found["date"])) else None


def _leads_in(words: str, before: str, found: re.Match[str], authors: list[str]) -> bool:
    """The words before the first date are a byline ("AFP, publié le") or a town ("Rabat, le 3 mars", "Sion, 3 mai")."""
    if len(words) > 60 or "?" in words or _LONE_NUMBER.search(words):
        return False
    if signed := _BY.match(words):
        authors.append(words[signed.end() :].strip(_SEPARATORS))
        return True
    if found["published"] or found["updated"]:
        authors.append(words)
        return True
    dated = found.group().lower().startswith("le ") or before.rstrip().endswith(",")
    return dated and _PLACE.fullmatch(words) is not None


def _leads_out(words: str, authors: list[str]) -> bool:
    """The words behind the last date are a byline: "12/05/2019 à 17h25 par Salma Berrada"."""
    signed = _BY.match(words)
    if len(words) > 60 or signed is None or _DIGIT.search(words):
        return False
    authors.append(words[signed.end() :].strip(_SEPARATORS))
    return True


def _moment_of(found: re.Match[str], zone: str) -> Moment | None:
    """The date, with its hour if it has one; None for the 31st of February."""
    if found["month"]:
        year, month, day = int(found["year"]), _MONTHS[found["month"].lower()], int(found["day"])
    else:
        year, month, day = (int(found[small] or found[large]) for small, large in ("yY", "mM", "dD"))
    try:
        date = dt.date(year, month, day)
        if not found["hour"]:
            return date
        hour = dt.time(int(found["hour"]), int(found["minute"] or found["minutes"] or 0))
    except ValueError:
        return None
    return at_zone(dt.datetime.combine(date, hour), "UTC" if found["utc"] else zone)


def at_zone(moment: dt.datetime, zone: str) -> dt.datetime:
    """Give a datetime without a zone the offset that the zone had on that day (Ramadan 2019 in Rabat: +00:00)."""
    offset = moment.utcoffset()
    if offset is not None:
        return moment.replace(tzinfo=dt.timezone(offset))
    try:
        offset = moment.replace(tzinfo=ZoneInfo(zone)).utcoffset()
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise InputError(f"no such time zone: {zone!r}", cure='Use a name such as "Africa/Casablanca"') from error
    return moment.replace(tzinfo=dt.timezone(offset or dt.timedelta()))


def moment(value: str | Moment, zone: str = ZONE, where: str | None = None) -> Moment:
    """Read a date that somebody hands in: a date, a datetime, ISO 8601, or a date written out in French or English.

    A date without an hour stays a date; an hour without a zone is one of ``zone``. Raises InputError, naming
    ``where``, for what is no full date.
    """
    if isinstance(value, dt.datetime):
        return at_zone(value, zone)
    if isinstance(value, dt.date):
        return value
    written = value.strip()
    try:
        return dt.date.fromisoformat(written) if len(written) <= 10 else at_zone(_iso(written), zone)
    except ValueError:
        pass
    found = _STAMP.fullmatch(written)
    resolved = _moment_of(found, zone) if found else _by_dateparser(written[:100], zone)
    if resolved is None:
        cause = f"{written[:60]!r} is no date"
        raise InputError(cause, where=where, cure="Write it as 2019-05-12 or 2019-05-12T17:25+00:00")
    return resolved


def _iso(written: str) -> dt.datetime:
    return dt.datetime.fromisoformat(written)


@functools.lru_cache(maxsize=1024)
def _by_dateparser(written: str, zone: str) -> Moment | None:
    """An explicit date in another form ("May 12, 2019 5:25 PM"); never one that lacks day, month or year."""
    import dateparser

    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "DATE_ORDER": "DMY", "PARSERS": ["absolute-time"]}
    parsed: dt.datetime | None = dateparser.parse(written, languages=["fr", "en"], settings=settings)
    if parsed is None:
        return None
    if re.search(r"\d\s?(?:[h:]|[ap]\.?m\b)", written, re.IGNORECASE):
        return at_zone(parsed, zone)
    return parsed.date()
