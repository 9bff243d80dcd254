"""Expressions that name days and months: "le 16 mai 2019", "du 3 au 7 juin", "en octobre prochain", "fin 2010"."""

from __future__ import annotations

import re

from pressfacts.finders.periods import calendar, resolve
from pressfacts.finders.periods.leads import BEFORE, OPEN, UNTIL, Lead, Reading, Scene
from pressfacts.finders.periods.rules import DATED, FOUR, SMALL, Rule
from pressfacts.finders.periods.tenses import told_as_past
from pressfacts.finders.periods.vocabulary import (
    ADJECTIVE,
    DAY,
    DIRECTION,
    MONTH,
    MONTH_WORDS,
    OF_RELATIVE,
    OF_YEAR,
    ORDINAL,
    ORDINALS,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    day_number,
    month_number,
    singular,
    step,
)
from pressfacts.lexicon import verbs

_LETTERS = re.compile(r"\s([^\W\d_]+)")


def year_in(found: re.Match[str], scene: Scene) -> int | None:
    """The year that an expression names, directly or as "de l'an dernier"; 0 when it names none, None when it is
    not known.
    """
    parts = found.groupdict()
    named = parts.get("y") or parts.get("y_") or parts.get("y2")
    if named:
        return int(named)
    relative = parts.get("rel") or parts.get("whole")
    if not relative:
        return 0
    if relative.endswith(("précédent", "précédente")):
        earlier = calendar.year_of(scene.here or scene.antecedent.last)
        if earlier:
            return earlier - 1
    if scene.published is None:
        return None
    return scene.published.year + step(relative.split()[-1])


def direction(word: str | None, scene: Scene, lead: Lead) -> int:
    """Where a date without a year lies: "mai dernier" and "depuis mai" before the publication, "d'ici mai" behind
    it.
    """
    towards = step(word)
    if towards:
        return resolve.PAST if towards < 0 else resolve.FUTURE
    if lead.intro == "depuis":
        return resolve.UP_TO_NOW
    if lead.mode == UNTIL and lead.intro.startswith("d ici"):
        return resolve.FUTURE
    if lead.mode in (BEFORE, OPEN, UNTIL):
        return resolve.NEAREST
    if told_as_past(lead.low, lead.start, lead.end):
        return resolve.UP_TO_NOW
    if not scene.future:
        return resolve.TOLD_AS_PAST
    return resolve.NEAREST if scene.past else resolve.TOLD_AS_FUTURE


def interval_of_dates(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "entre 2017 et mars 2022", "de janvier à août 2024", "du 3 au 7 juin 2019", "janvier-août de l'an dernier"."""
    between = lead.intro == "entre"
    if " et " in found["join"] and not between and (found["y_"] or found["y0"] or found["y1"]):
        return None  # "en mars 2018 et avril 2019" are two
    day1, month1 = found["d"], found["m"] or found["m1"]
    if day1 and not found["d2"]:
        return None  # "les attentats du 13-Novembre"
    year1 = found["y0"] or found["y1"] or found["y_"]
    month2 = month_number(found["m2"])
    towards = direction(found["adj"], scene, lead)
    year2 = int(found["y"]) if found["y"] else year_in(found, scene)
    if month1 and year1 and not year2:
        # "du 1er décembre 2019 au 10 janvier": the year of the end follows from that of the beginning
        year2 = int(year1) + (month2 < month_number(month1))
    last = _date(found["d2"], month2, year2, scene, towards)
    of = calendar.year_of(last)
    if last is None or of is None:
        return Reading(None)
    if found["y_"]:
        return Reading(calendar.interval(found["y_"], last))
    first_month = month_number(month1) if month1 else month2
    if " et " in found["join"] and not between and not day1 and (month2 - first_month) % 12 != 1:
        return None  # "en mars et septembre"
    for year in (int(year1),) if year1 else (of, of - 1):
        first = _date(day1, first_month, year, scene, towards)
        edtf = calendar.interval(first, last) if first else None
        if edtf:
            return Reading(edtf)
    return Reading(None)


def _date(day: str | None, month: int, year: int | None, scene: Scene, towards: int) -> str | None:
    """A day or a month; year 0 is the one that the publication gives, None one that is not known."""
    if year is None:
        return None
    if day:
        which = day_number(day)
        return calendar.day(year, month, which) if year else resolve.nearest_day(month, which, scene.published, towards)
    return calendar.month(year, month) if year else resolve.nearest_month(month, scene.published, towards)


def days_of_month(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "les 26, 27 et 28 décembre", "les 3 et 4 mai 2020"."""
    month, year = month_number(found["m"]), int(found["y"] or 0)
    towards = direction(None, scene, lead)
    first = _date(found["d"], month, year, scene, towards)
    last = _date(found["d2"], month, year, scene, towards)
    return Reading(calendar.interval(first, last) if first and last else None)


def full_date(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "le 16 mai 2019", "mardi 3 juin", "ce 16 mai": a day, its year from the publication."""
    month, day, year = month_number(found["m"]), day_number(found["d"]), year_in(found, scene)
    if found["y"]:
        edtf = calendar.day(int(found["y"]), month, day)
        return Reading(edtf) if edtf else None
    if found["wd"] and not year:
        # "mardi 19 juillet" is of the year in which that day was a Tuesday
        edtf = resolve.nearest_such_weekday(WEEKDAYS.index(found["wd"]), month, day, scene.published)
        if edtf:
            return Reading(edtf)
    return Reading(_date(found["d"], month, year, scene, direction(found["adj"], scene, lead)))


def numeric_date(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "01.01.2012", "15/05/2019", "2019-05-15"."""
    edtf = calendar.day(int(found["y"] or found["y2"]), int(found["m"] or found["m2"]), int(found["d"] or found["d2"]))
    return Reading(edtf) if edtf else None


def edge(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "fin 2010", "début mai", "mi-juin 2020", "à la fin du premier trimestre", "en fin d'année": one day."""
    side, of = found["edge"], year_in(found, scene)
    if of is None:
        return Reading(None)
    if found["m"]:
        edtf = _date(None, month_number(found["m"]), of, scene, direction(found["adjm"], scene, lead))
    elif found["part"]:
        length, base = (3, calendar.QUARTER) if found["part"] == "trimestre" else (6, calendar.HALF)
        which = min(ORDINALS[found["ord"]], 12 // length)
        edtf = calendar.month(of, base + which) if of else resolve.nearest_part(base + which, length, scene.published)
    elif of:
        edtf = calendar.year(of)
    elif found["noun"] in ("année", "an", "exercice") and not found["adj"] and scene.published is None:
        edtf = None
    else:
        edtf = resolve.relative(singular(found["noun"]), step(found["adj"]), scene.published)
    return Reading(_edge_day(side, edtf) if edtf else None)


def interval_of_edges(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "de fin 2021 à fin 2022", "entre 2021 et fin juin 2023"."""
    year2 = int(found["y2"])
    year1 = int(found["y1"]) if found["y1"] else year2
    first = _edge_day(
        found["edge1"], calendar.month(year1, month_number(found["m1"])) if found["m1"] else calendar.year(year1)
    )
    last = _edge_day(
        found["edge2"], calendar.month(year2, month_number(found["m2"])) if found["m2"] else calendar.year(year2)
    )
    return Reading(calendar.interval(first, last) if first and last else None)


def edges_of_months(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "de début avril à fin juin", "entre mi-juillet et début septembre de l'an dernier": from day to day."""
    if found["join"] == " et " and lead.intro != "entre":
        return None
    year2 = int(found["y2"]) if found["y2"] else year_in(found, scene)
    towards = direction(found["adj"], scene, lead)
    end = _date(None, month_number(found["m2"]), year2, scene, towards)
    of = calendar.year_of(end)
    if end is None or of is None:
        return Reading(None)
    last = _edge_day(found["edge2"], end)
    for year in (int(found["y1"]),) if found["y1"] else (of, of - 1):
        first = _edge_day(found["edge1"], calendar.month(year, month_number(found["m1"])))
        edtf = calendar.interval(first, last) if first and last else None
        if edtf:
            return Reading(edtf)
    return Reading(None)


def _edge_day(side: str | None, edtf: str) -> str | None:
    """ "fin" of 2019 is its last day, "début" its first; without either the whole."""
    first, last = calendar.days(edtf)
    if side is None or first is None or last is None:
        return edtf
    if side == "fin":
        return last.isoformat()
    if side == "courant":
        return edtf
    if side.startswith(("début", "debut")):
        return first.isoformat()
    middle = {4: "-06-30", 7: "-15"}.get(len(edtf))
    return edtf + middle if middle and edtf[5:] < "13" else None


def half_month(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "la première quinzaine de septembre 2024"."""
    edtf = _date(None, month_number(found["m"]), int(found["y"] or 0), scene, direction(None, scene, lead))
    _, last = calendar.days(edtf)
    if edtf is None or last is None:
        return Reading(None)
    first_half = ORDINALS[found["ord"]] == 1
    return Reading(f"{edtf}-01/{edtf}-15" if first_half else f"{edtf}-16/{last.isoformat()}")


def month_of_year(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "en mai 2019", "en octobre prochain", "en juillet de l'an dernier"; "décembre a battu …" stands as a subject."""
    of, name = year_in(found, scene), found["m"]
    if of:
        return Reading(calendar.month(of, month_number(name)))
    if lead.intro in ("contre", "sous", "il y a", "vers", "face à"):
        return None
    named = lead.intro or lead.article or found["adj"] or found["mois"]
    if name in _ALSO_WORDS and lead.intro in ("", "sur", "à") and not found["adj"] and not found["mois"]:
        # "sur Mars", "sept"; but "Mars a été le meilleur mois"
        named = not lead.start and _HAS_BEEN.match(lead.low, lead.end)
    if lead.before.rstrip().endswith(("s", "x")) and lead.intro == "de" and _PLURAL_DAYS.search(lead.before):
        return Reading(None)  # "les samedis de février": every year
    if not named and not (name not in _ALSO_WORDS and verb_follows(lead)):
        return None
    if of is None:
        return Reading(None)
    return Reading(resolve.nearest_month(month_number(name), scene.published, direction(found["adj"], scene, lead)))


# Months that are also other words, or their short forms.
_ALSO_WORDS = frozenset(("mars", "mai", "avr", "sept", "nov", "oct"))
_PLURAL_DAYS = re.compile(rf"(?:{'|'.join(f'{day}s' for day in WEEKDAYS)}|week-ends)\s$")


_HAS_BEEN = re.compile(r"\s(?:a|aura|avait) (?:été|vu|marqué|connu|enregistré|battu)(?!\w)")


def verb_follows(lead: Lead) -> bool:
    """ "décembre a battu tous les records", "2019 a vu naître": the month or year is the subject of a finite verb."""
    behind = _LETTERS.match(lead.low, lead.end)
    return behind is not None and any(
        form.person[1:] in ("s", "p") for form in verbs.load_verb_forms().get(behind[1], ())
    )


_JOIN = r"(?P<join> et (?:le )?| à (?:la )?(?:fin )?| au (?:le )?| jusqu'(?:à |en |au )| - |-|/)(?:le |la )?(?:fin )?"
RULES = (
    Rule(
        interval_of_dates,
        rf"(?:période (?:allant )?(?:de |du |d')?)?(?:(?P<d>{DAY})(?: (?P<m1>{MONTH})(?: (?P<y1>{YEAR}))?)?|"
        rf"(?P<m>{MONTH})(?: (?P<y0>{YEAR}))?|(?P<y_>{YEAR})){_JOIN}"
        rf"(?:(?P<d2>{DAY}) )?(?P<m2>{MONTH})(?:{OF_YEAR}|{OF_RELATIVE}|{DIRECTION})",
        {SMALL, FOUR, "période", *MONTH_WORDS},
    ),
    Rule(
        days_of_month,
        rf"(?P<d>{DAY})(?:, {DAY}){{0,9}}(?: et | ou |-)(?P<d2>{DAY}) (?P<m>{MONTH})(?: (?P<y>{YEAR}))?",
        {SMALL},
    ),
    Rule(
        full_date,
        rf"(?:(?P<wd>{WEEKDAY}) |journée du |soirée du |nuit du )?(?P<d>{DAY})(?: |-)(?P<m>{MONTH})"
        rf"(?:{OF_YEAR}|{OF_RELATIVE}|{DIRECTION})",
        {SMALL, "journée", "soirée", "nuit", *WEEKDAYS},
    ),
    Rule(
        numeric_date,
        r"(?:(?P<d>[0-3]?\d)[./](?P<m>[01]?\d)[./](?P<y>(?:19|20)\d\d)|(?P<y2>(?:19|20)\d\d)-(?P<m2>[01]\d)-"
        r"(?P<d2>[0-3]\d))(?!\d)",
        {DATED, FOUR},
    ),
    Rule(
        edge,
        r"(?P<edge>fin|début|debut|courant|mi|milieu)(?:s? |-)(?:du |de |de la |de l'|d')?(?:mois (?:de |d'))?"
        rf"(?:(?P<m>{MONTH})(?:{OF_YEAR}|{OF_RELATIVE}|(?: (?P<adjm>derni(?:er|ère)|passé|prochain))?)"
        rf"|(?P<ord>{ORDINAL}) (?P<part>trimestre|semestre)(?!\w)(?: (?:de |de l'année |de l'exercice )?"
        rf"(?P<y2>{YEAR}))?"
        rf"|(?:(?:année|exercice|l'année|l'exercice) )?(?P<y_>{YEAR})"
        rf"|(?P<noun>année|an|mois|semaine|trimestre|semestre|exercice)(?!\w)(?: (?P<adj>{ADJECTIVE}))?)",
        {"fin", "début", "debut", "courant", "mi", "milieu"},
    ),
    Rule(
        interval_of_edges,
        rf"(?:(?P<edge1>fin|début|mi)(?: |-))?(?:(?P<m1>{MONTH}))? ?(?P<y1>{YEAR})?(?: et | à (?:la )?)(?P<edge2>fin"
        rf"|début|mi)(?: |-)(?:(?P<m2>{MONTH}) )?(?P<y2>{YEAR})",
        {"fin", "début", "mi", FOUR, *MONTH_WORDS},
    ),
    Rule(
        edges_of_months,
        rf"(?P<edge1>fin|début|mi)(?: |-)(?P<m1>{MONTH})(?: (?P<y1>{YEAR}))?"
        rf"(?P<join> et | à (?:la )?| jusqu'à (?:la )?)"
        rf"(?P<edge2>fin|début|mi)(?: |-)(?:de |du mois de )?(?P<m2>{MONTH})(?:(?: |, ?)(?P<y2>{YEAR})|{OF_RELATIVE}"
        rf"|{DIRECTION})",
        {"fin", "début", "mi"},
    ),
    Rule(
        half_month,
        rf"(?P<ord>première|1ère|1re|deuxième|seconde|2e|2ème|2nde) quinzaine (?:du mois )?(?:de |d')(?P<m>{MONTH})"
        rf"(?: (?P<y>{YEAR}))?",
        {SMALL, "première", "deuxième", "seconde"},
    ),
    Rule(
        month_of_year,
        rf"(?P<mois>mois (?:de |d'))?(?P<m>{MONTH})(?:{OF_YEAR}|{OF_RELATIVE}|{DIRECTION})",
        {"mois", *MONTH_WORDS},
    ),
)
