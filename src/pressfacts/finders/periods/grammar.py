"""The expressions of time, each a named function from what a sub-grammar matched to an EDTF string.

The master expression finds where a period begins, by its introducing word or its first word; the rule's own expression is
then matched at that place for its parts. Patterns are written with single spaces, which stand for any white space.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from pressfacts.finders.periods import calendar, resolve
from pressfacts.finders.periods.mentions import Antecedent

MONTHS = {
    "janvier": 1, "janv": 1, "février": 2, "fevrier": 2, "févr": 2, "fév": 2, "mars": 3, "avril": 4, "avr": 4, "mai": 5, "juin": 6,
    "juillet": 7, "juil": 7, "août": 8, "aout": 8, "septembre": 9, "sept": 9, "octobre": 10, "oct": 10, "novembre": 11,
    "nov": 11, "décembre": 12, "decembre": 12, "déc": 12,
}  # fmt: skip
_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_SEASONS = {"printemps": 21, "été": 22, "automne": 23, "hiver": 24}
_NUMBERS = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
    "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20, "trente": 30,
    "quarante": 40, "cinquante": 50, "soixante": 60, "cent": 100,
}  # fmt: skip
_ORDINALS = {
    "premier": 1, "première": 1, "1er": 1, "1ère": 1, "1re": 1, "deuxième": 2, "second": 2, "seconde": 2, "2e": 2, "2ème": 2,
    "2ᵉ": 2, "troisième": 3, "3e": 3, "3ème": 3, "quatrième": 4, "4e": 4, "4ème": 4, "dernier": 4,
}  # fmt: skip

_YEAR = r"(?:1\d|20|21)\d\d(?!\w|[.,']?\d| \d{3}\b| ?[%€$°])"
_MONTH = (
    r"(?:janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre"
    r"|(?:janv|févr|fév|avr|juil|oct|nov|déc)\b\.?|sept\.)(?!\w)"
)
_WEEKDAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?!\w)"
_DAY = r"(?:1er|[12]\d|3[01]|0?[1-9])(?!\d)"
_NUMBER = (
    r"(?:\d{1,3}(?![.,]?\d)|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix(?:-sept|-huit|-neuf)?|onze|douze|treize"
    r"|quatorze|quinze|seize|vingt(?:-\w{2,6})?|trente|quarante|cinquante|soixante|cent)"
)
_VAGUE = (
    rf"(?:(?:plus de |moins de |près de |environ |presque |au moins |quelque |à peine )?(?:{_NUMBER}"
    r"|une (?:dizaine|quinzaine|vingtaine|trentaine|cinquantaine|centaine) d(?:e |')|quelques|plusieurs|plus d'une?|près d'une?|des)"
    r"(?: ou \w{2,8}| à \w{1,8})?)"
)
_UNIT = r"(?:ans?|années?|mois|trimestres?|semestres?|semaines?|jours?|heures?|minutes?|secondes?|décennies?|siècles?|saisons?|exercices?|week-ends?)(?!\w)"
_ADJ = r"(?:derni(?:er|ère)|passée?|prochaine?|précédente?|suivante?|en cours|écoulée?|-ci|-là)(?!\w)"
_OF = r"(?:de |d'|du )?"
_OF_YEAR = rf"(?:(?: |, ?)(?:de |en |sur )?(?:l'(?:année |an |exercice ))?(?P<y>{_YEAR}))"
_OF_RELATIVE = (
    r"(?: de (?P<rel>l'(?:année|an)(?: (?:derni(?:er|ère)|passée?|précédente?|prochaine?|en cours))?|cette année))"
)
_AND = r"(?: et | - |-| à | au |/)"
_ORDINAL = r"(?:premi(?:er|ère)|deuxième|seconde?|troisième|quatrième|dernier|1er|1ère|1re|[234](?:e|ème|ᵉ))"

OPEN, UNTIL, BEFORE, AFTER, BASE, IN, DETERMINER = "open", "until", "before", "after", "base", "in", "determiner"
_INTRODUCTIONS = {
    OPEN: r"depuis |dès |à partir (?:de |du |des |d')|à compter (?:de |du |d')",
    UNTIL: r"d'ici (?:à |au )?|jusqu'(?:à |au |en |aux )",
    BEFORE: r"avant ",
    AFTER: r"après ",
    BASE: r"par rapport (?:à |au |aux )|compar(?:é|ée|és|ées|ativement) (?:à |au |aux )|contre |face à |vis-à-vis de "
    r"|(?:celui|celle|ceux|celles) (?:de |du |des |d'|en )|(?:au |du |le )niveau (?:de |du )",
    IN: r"en |au cours (?:de |du |des |d')|durant |pendant |pour |dans |sur |courant |lors de |au titre (?:de |du |des |d')"
    r"|à l'horizon (?:de )?|à horizon |horizon |à |au |aux |sous |vers |il y a |voici |voilà |de |du |des |d'|ces |entre ",
}
_SPANNING = frozenset(
    (
        "depuis ",
        "en ",
        "sur ",
        "pendant ",
        "durant ",
        "dans ",
        "d'ici ",
        "d'ici à ",
        "après ",
        "il y a ",
        "voici ",
        "voilà ",
        "lors de ",
        "avant ",
    )
)
_ARTICLE = r"(?:le |la |les |l'|ce |cette |cet |ces |ladite |ledit )"
_INTRODUCTION = rf"(?:{'|'.join(f'(?P<{mode}>{form})' for mode, form in _INTRODUCTIONS.items())})"


@dataclass(slots=True)
class Scene:
    """What an expression may lean on."""

    published: date | None
    antecedent: Antecedent
    future: bool  # whether the sentence speaks of the future


@dataclass(slots=True)
class Reading:
    """What an expression says: its EDTF, whether it is a comparison's base and whether it stands without introduction."""

    edtf: str | None
    base: bool = False


@dataclass(slots=True)
class Lead:
    """What introduces an expression: its mode, its words ("à partir de ") and the article behind them ("la ")."""

    mode: str
    intro: str
    article: str
    counts: bool  # whether a noun follows that the number counts: "contre 2000 euros"
    free: bool  # whether a bare year may stand here without introduction: in brackets, behind "était"


Read = Callable[[re.Match[str], Scene, Lead], "Reading | None"]


def _direction(word: str | None, scene: Scene) -> int:
    if not word:
        return resolve.NEAREST
    if word.startswith(("derni", "pass", "écoul", "précéd")):
        return resolve.PAST
    return resolve.FUTURE if word.startswith(("proch", "suiv")) else resolve.NEAREST


def _step(word: str | None) -> int:
    if not word:
        return 0
    if word.startswith(("derni", "pass", "écoul", "précéd")):
        return -1
    return 1 if word.startswith(("proch", "suiv")) else 0


def _month_number(word: str) -> int:
    return MONTHS[word.rstrip(".")]


def _day_number(word: str) -> int:
    return int(word.rstrip("er"))


def number(word: str) -> int | None:
    """ "3", "trois", "dix-huit": a small number; None for "quelques"."""
    if word.isdigit():
        return int(word)
    total = 0
    for part in word.split("-"):
        if part == "et":
            continue
        if part not in _NUMBERS:
            return None
        total += _NUMBERS[part]
    return total


def _year_in(found: re.Match[str], scene: Scene) -> int | None:
    """The year that an expression names, directly or as "de l'an dernier"; 0 when it names none."""
    parts = found.groupdict()
    named = parts.get("y") or parts.get("y_")
    if named:
        return int(named)
    rel = parts.get("rel")
    if rel:
        if scene.published is None:
            return None
        return scene.published.year + _step(rel.split()[-1])
    return 0


def interval_of_years(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "2014-2018", "2018/19", "entre 2014 et 2018", "de 2014 à 2018"."""
    parts = found.groupdict()
    first, last = found["y"], parts.get("y4") or found["y2"] or parts["y3"]
    if " et " in found[0] and lead.intro in ("de ", "des ", "du "):
        return None  # "les grèves de 2018 et 2019"
    if len(last) == 2:
        last = first[:2] + last
    edtf = calendar.interval(first, last)
    return Reading(edtf) if edtf and int(last) - int(first) < 300 and not lead.counts else None


def interval_of_dates(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "entre 2019 et août 2025", "de janvier à août 2024", "du 3 au 7 juin 2019"."""
    year2 = int(found["y2"]) if found["y2"] else 0
    year1 = int(found["y"] or found.groupdict().get("y_") or year2)
    ends: list[str | None] = []
    for of, month_, day_ in ((year1, found["m"], found["d"]), (year2, found["m2"], found["d2"])):
        month_ = month_ or (found["m2"] if day_ else None)
        if month_ is None:
            ends.append(calendar.year(of) if of else None)
        elif day_:
            ends.append(
                calendar.day(of, _month_number(month_), _day_number(day_))
                if of
                else resolve.nearest_day(_month_number(month_), _day_number(day_), scene.published)
            )
        else:
            ends.append(
                calendar.month(of, _month_number(month_))
                if of
                else resolve.nearest_month(_month_number(month_), scene.published)
            )
    first, last = ends
    if not first or not last:
        return Reading(None)
    return Reading(calendar.interval(first, last) or calendar.interval(calendar.shift_years(first, -1) or first, last))


def full_date(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "le 16 mai 2019", "mardi 3 juin", "ce 16 mai": a day, its year from the publication."""
    month_, day_ = _month_number(found["m"]), _day_number(found["d"])
    if found["y"]:
        edtf = calendar.day(int(found["y"]), month_, day_)
        return Reading(edtf) if edtf else None
    return Reading(resolve.nearest_day(month_, day_, scene.published, _direction(found["adj"], scene)))


def days_of_month(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "les 26, 27 et 28 décembre", "les 3 et 4 mai 2020"."""
    month_, first, last = _month_number(found["m"]), _day_number(found["d"]), _day_number(found["d2"])
    if found["y"]:
        of = int(found["y"])
        ends = calendar.day(of, month_, first), calendar.day(of, month_, last)
    else:
        ends = resolve.nearest_day(month_, first, scene.published), resolve.nearest_day(month_, last, scene.published)
    return Reading(calendar.interval(ends[0], ends[1]) if ends[0] and ends[1] else None)


def numeric_date(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "01.01.2012", "15/05/2019", "2019-05-15"."""
    edtf = calendar.day(int(found["y"] or found["y2"]), int(found["m"] or found["m2"]), int(found["d"] or found["d2"]))
    return Reading(edtf) if edtf else None


def edge(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "fin 2010", "début mai", "mi-juin 2020", "à la fin du mois de mars", "en fin d'année": one day."""
    side = found["edge"]
    of = _year_in(found, scene)
    month_ = found["m"]
    if of is None:
        return Reading(None)
    if month_:
        edtf = (
            calendar.month(of, _month_number(month_))
            if of
            else resolve.nearest_month(_month_number(month_), scene.published)
        )
    elif of:
        edtf = calendar.year(of)
    else:
        noun = found["noun"]
        if noun is None:
            return None
        edtf = resolve.relative(_singular(noun), _step(found["adj"]), scene.published)
    first, last = calendar.days(edtf)
    if edtf is None or first is None or last is None:
        return Reading(None)
    if side == "fin":
        return Reading(last.isoformat())
    if side.startswith(("début", "debut")):
        return Reading(first.isoformat())
    if side == "courant":
        return Reading(edtf)
    return Reading(f"{edtf}-15" if len(edtf) == 7 else f"{edtf}-06-30" if len(edtf) == 4 else None)


def part_of_year(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "au premier trimestre 2019", "T1 2019", "au second semestre de l'an dernier"."""
    length = 3 if (found["part"] or found["letter"]) in ("trimestre", "t", "q") else 6
    which = _ORDINALS[found["ord"]] if found["ord"] else int(found["n"])
    if found["ord"] == "dernier" and length == 6:
        which = 2
    if which > 12 // length:
        return None
    code = (calendar.QUARTER if length == 3 else calendar.HALF) + which
    of = _year_in(found, scene)
    if of is None:
        return Reading(None)
    return Reading(calendar.month(of, code) if of else resolve.nearest_part(code, length, scene.published))


def part_reversed(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "2019 T1"."""
    base = calendar.HALF if found["letter"] == "s" else calendar.QUARTER
    return (
        Reading(calendar.month(int(found["y"]), base + int(found["n"])))
        if base != calendar.HALF or int(found["n"]) < 3
        else None
    )


def first_months(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "les neuf premiers mois de 2020", "les six premiers mois de l'année"."""
    count = number(found["n"])
    of = _year_in(found, scene)
    if not of and scene.published and of == 0:
        of = scene.published.year
    if not of or not count or count > 12:
        return Reading(None)
    if found["which"].startswith("derni"):
        return Reading(f"{calendar.month(of, 13 - count)}/{calendar.month(of, 12)}")
    return Reading(f"{calendar.month(of, 1)}/{calendar.month(of, count)}")


def half_month(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "la première quinzaine de septembre 2024"."""
    month_ = _month_number(found["m"])
    edtf = calendar.month(int(found["y"]), month_) if found["y"] else resolve.nearest_month(month_, scene.published)
    _, last = calendar.days(edtf)
    if edtf is None or last is None:
        return Reading(None)
    return Reading(
        f"{edtf}-01/{edtf}-15" if found["ord"].startswith(("prem", "1")) else f"{edtf}-16/{last.isoformat()}"
    )


def month_of_year(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "en mai 2019", "en octobre prochain", "en juillet de l'an dernier"."""
    of = _year_in(found, scene)
    if of is None:
        return Reading(None)
    month_ = _month_number(found["m"])
    if of:
        return Reading(calendar.month(of, month_))
    if not lead.intro and not lead.article and not found["adj"] and not found["mois"]:
        return None
    if lead.intro in ("contre ", "sous ", "il y a ", "vers ", "face à ") or (
        found["m"] in ("mars", "mai") and lead.intro in ("sur ", "les ")
    ):
        return None
    return Reading(resolve.nearest_month(month_, scene.published, _direction(found["adj"], scene)))


def season_of_year(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "l'été 2026", "l'hiver dernier"."""
    code = _SEASONS[found["season"]]
    if not (lead.intro or lead.article):
        return None  # "l'année la plus sèche avait été 2002"
    if found["y"]:
        return Reading(calendar.month(int(found["y"]), code))
    return Reading(resolve.nearest_part(code, 3, scene.published, _direction(found["adj"], scene)))


def decade(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "dans les années 1990", "les années 80"."""
    digits = found["y"]
    if len(digits) == 2:
        digits = "19" + digits
    return Reading(digits[:3] + "X")


def closed_exercise(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "l'exercice clos fin août 2019": the twelve months that end there."""
    of, month_ = int(found["y"]), _month_number(found["m"])
    start = calendar.shift_months(calendar.month(of, month_), -11)
    return Reading(f"{start}/{calendar.month(of, month_)}")


def named_year(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "l'année 2018", "l'exercice 2018", "le budget 2026", "la campagne 2018/19"."""
    if found["y2"]:
        return interval_of_years(found, scene, lead)
    return Reading(calendar.year(int(found["y"])))


def bare_year(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "en 2018", "(2018)"; "le crédit de 2018", "vers 2000 mètres" and "1000 m" are none."""
    if lead.intro.strip() in _NO_YEAR_BEHIND or (lead.article and lead.intro in ("", "pour ", "sur ")):
        return None
    if not lead.mode and not lead.free:
        return None
    if lead.counts and lead.intro not in ("depuis ", "dès ") and not (lead.intro == "en " and found["y"] >= "1500"):
        return None
    return Reading(calendar.year(int(found["y"])))


_NO_YEAR_BEHIND = frozenset(
    ("de", "du", "des", "d'", "il y a", "ces", "à", "au", "aux", "sous", "entre", "voici", "voilà")
)


def relative_noun(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "l'an dernier", "cette année", "le mois prochain", "l'année précédente", "cette année-là"."""
    noun, adj = _singular(found["noun"]), found["adj"]
    article = lead.article
    demonstrative = article.strip() in ("ce", "cette", "cet")
    if adj is None and not demonstrative and not found["same"]:
        if noun in ("année", "exercice") and lead.intro in ("pour ", "sur "):
            return Reading(resolve.relative("année", 0, scene.published))
        return None
    earlier = scene.antecedent
    if adj in ("précédent", "précédente", "suivant", "suivante"):
        amount = -1 if adj.startswith("pr") else 1
        of = calendar.year_of(earlier.last)
        if noun in ("an", "année", "exercice", "saison") and of:
            return Reading(calendar.year(of + amount))
        if noun == "mois" and earlier.last and len(earlier.last) == 7:
            return Reading(resolve.shifted(earlier.last, amount, "mois"))
        return Reading(resolve.relative(noun, amount, scene.published))
    if adj == "-là" or found["same"]:
        if noun in ("année", "an", "exercice"):
            of = calendar.year_of(earlier.named)
            return Reading(calendar.year(of) if of else None)
        return Reading(earlier.named if noun == "mois" and earlier.named and len(earlier.named) == 7 else None)
    return Reading(resolve.relative(noun, _step(adj), scene.published))


def same_period(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "la même période", "depuis cette date", "à la même période de l'an dernier", "la même période en 2020"."""
    article = lead.article.strip()
    if not found["same"] and article not in ("cette", "ladite", "ledit", "ce", "cet"):
        return None
    earlier = scene.antecedent.named if "date" in found[0] else scene.antecedent.last
    if found["rel"] and found["rel"].endswith(("précédente", "précédent")):
        return Reading(resolve.shifted(earlier, -1, "an"))
    of = _year_in(found, scene)
    if of is None:
        return Reading(None)
    if of == 0 or earlier is None:
        return Reading(earlier)
    base = calendar.year_of(earlier)
    return Reading(resolve.shifted(earlier, of - base, "an") if base else None)


def shifted_period(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "un an plus tôt", "deux ans auparavant", "trois mois plus tard"."""
    amount = number(found["n"])
    if amount is None:
        return Reading(None)
    sign = 1 if found["way"] in ("plus tard", "après") else -1
    return Reading(_counted(amount * sign, _singular(found["unit"]), scene))


def ago(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "il y a un an": a moment, in the grain of the sentence's period; "il y a quelques semaines" has no day."""
    if lead.intro not in ("il y a ", "voici ", "voilà "):
        return None
    amount = number(found["n"])
    unit = _singular(found["unit"])
    if amount is None or unit not in ("an", "année") or amount > 3:
        return Reading(None)
    return Reading(_counted(-amount, unit, scene))


def _counted(amount: int, unit: str, scene: Scene) -> str | None:
    earlier = scene.antecedent
    base = (unit in ("an", "année") and earlier.coarse) or earlier.last
    if base is not None:
        return resolve.shifted(base, amount, unit)
    return resolve.relative(unit, amount, scene.published)


def span(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "depuis trois ans", "en cinq ans", "sur dix ans", "pendant 15 ans": no calendar; "sur un an" is a comparison."""
    if lead.intro not in _SPANNING or (lead.article and lead.intro != "durant "):
        return None
    return Reading(None, base=lead.intro == "sur " and found["n"] in ("un", "une", "1"))


def recent_span(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "ces dix dernières années", "les deux prochains mois": no calendar."""
    return Reading(None)


def yearly_comparison(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "en glissement annuel", "en rythme annuel", "d'une année sur l'autre", "en variation annuelle"."""
    return Reading(None, base=True)


def weekday(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "mardi", "ce lundi matin", "vendredi dernier", "lundi prochain"."""
    direction = _direction(found["adj"], scene)
    strict = direction != resolve.NEAREST
    if direction == resolve.NEAREST:
        direction = resolve.FUTURE if scene.future else resolve.PAST
    if lead.article.strip() == "le" and not found["adj"]:
        return Reading(None)  # "le lundi": every Monday
    return Reading(resolve.weekday(_WEEKDAYS.index(found["wd"]), scene.published, direction, strict))


def adverb(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "hier", "demain", "ce jour"; "aujourd'hui", "actuellement", "à l'époque" have no calendar."""
    word = lead.article + found[0]
    if word.startswith("avant-hier"):
        return Reading(resolve.relative("jour", -2, scene.published))
    if word.startswith("hier"):
        return Reading(resolve.relative("jour", -1, scene.published))
    if word.startswith("demain"):
        return Reading(resolve.relative("jour", 1, scene.published))
    if "jour" in word and not word.startswith("aujourd"):
        if not word.startswith("ce "):
            return None
        return Reading(resolve.relative("jour", 0, scene.published))
    return Reading(None)


def since_event(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "depuis son lancement en 2024"."""
    return Reading(calendar.since(calendar.year(int(found["y"]))))


def _singular(noun: str) -> str:
    if noun == "ans" or noun in ("années", "semaines", "jours", "trimestres", "semestres"):
        return noun[:-1]
    return noun


_ENDS = r"(?: (?P<adj>derni(?:er|ère)|passée?|prochaine?|précédente?))?"
# In the order of preference: what is tried first at a place is the longer reading.
RULES: tuple[tuple[Read, str], ...] = (
    (since_event, rf"depuis (?:son |sa |leur |le |la |l')(?:\w{{3,20}} ?){{1,4}}en (?P<y>{_YEAR})"),
    (interval_of_dates, rf"(?:(?:(?P<d>{_DAY}) )?(?P<m>{_MONTH})(?: (?P<y>{_YEAR}))?|(?P<y_>{_YEAR}))(?: et | à | au |-| - )(?:le )?(?:fin )?(?:(?P<d2>{_DAY}) )?(?P<m2>{_MONTH})(?: (?:de |de l'année |de l'exercice )?(?P<y2>{_YEAR}))?"),
    (interval_of_dates, rf"du (?P<d>{_DAY})(?: (?P<m>{_MONTH}))?(?: (?P<y>{_YEAR}))? au (?P<d2>{_DAY}) (?P<m2>{_MONTH})(?: (?P<y2>{_YEAR}))?"),
    (interval_of_years, rf"(?:(?:saisons?|années?|exercices?|campagnes?|périodes?) )?(?P<y>(?:1\d|20)\d\d)(?:[-/]\d\d(?:\d\d)?)?(?:{_AND}(?P<y2>{_YEAR})(?:[-/](?P<y4>\d\d(?:\d\d)?)(?!\w))?|[-/](?P<y3>\d\d)(?![\w/-]| ?%))"),
    (days_of_month, rf"(?P<d>{_DAY})(?:, {_DAY})*(?: et | ou |-)(?P<d2>{_DAY}) (?P<m>{_MONTH})(?: (?P<y>{_YEAR}))?"),
    (full_date, rf"(?:{_WEEKDAY} |journée du |soirée du )?(?P<d>{_DAY}) (?P<m>{_MONTH})(?: (?P<y>{_YEAR}))?{_ENDS}"),
    (numeric_date, r"(?:(?P<d>[0-3]?\d)[./](?P<m>[01]?\d)[./](?P<y>(?:19|20)\d\d)|(?P<y2>(?:19|20)\d\d)-(?P<m2>[01]\d)-(?P<d2>[0-3]\d))(?!\d)"),
    (closed_exercise, rf"(?:exercice|année)(?: comptable| fiscale?)?,? (?:clos|close|achevé|achevée|terminé|terminée|arrêté)(?: à| au| le| en)? ?(?:la )?(?:fin |{_DAY} )?(?P<m>{_MONTH}) (?P<y>{_YEAR})"),
    (edge, rf"(?P<edge>fin|début|debut|courant|mi|milieu)(?: |-)(?:du |de |de la |de l'|d')?(?:mois (?:de |d'))?(?:(?P<m>{_MONTH})(?:{_OF_YEAR}|{_OF_RELATIVE})?|(?:(?:année|exercice|l'année) )?(?P<y_>{_YEAR})|(?P<noun>année|an|mois|semaine|trimestre|semestre|exercice)(?!\w)(?: (?P<adj>{_ADJ}))?)"),
    (part_of_year, rf"(?:(?P<ord>{_ORDINAL}) (?P<part>trimestre|semestre)(?!\w)(?:{_OF_YEAR}|{_OF_RELATIVE})?|(?P<letter>[tqs])(?P<n>[1-4])(?:-| | de )?(?P<y_>{_YEAR}))"),
    (part_reversed, r"(?P<y>(?:19|20)\d\d)[- ]?(?P<letter>[tqs])(?P<n>[1-4])(?!\w)"),
    (first_months, rf"(?P<n>{_NUMBER}) (?P<which>premiers|derniers) mois(?!\w)(?:{_OF_YEAR}|{_OF_RELATIVE})?"),
    (half_month, rf"(?P<ord>première|1ère|1re|deuxième|seconde|2e|2ème) quinzaine (?:du mois )?(?:de |d')(?P<m>{_MONTH})(?: (?P<y>{_YEAR}))?"),
    (season_of_year, rf"(?P<season>printemps|été|automne|hiver)(?!\w)(?: (?:de )?(?P<y>{_YEAR}))?{_ENDS}"),
    (decade, r"années (?P<y>(?:19|20)\d0|[1-9]0)(?!\w)"),
    (named_year, r"(?:année|an|exercice|saison|campagne|millésime|rentrée|plf|lf|lfi|budget|loi (?:de|des) finances?(?: rectificative| initiale)?|période)(?: (?:scolaire|universitaire|agricole|fiscale?|budgétaire|sportive|comptable|céréalière|de|pour|l'année|l'exercice)){0,2} ?(?P<y>(?:1[5-9]|20)\d\d)(?:[-/](?P<y2>\d{4}|\d\d))?(?!\w|[.,]?\d| ?%)"),
    (month_of_year, rf"(?P<mois>mois (?:de |d'))?(?P<m>{_MONTH})(?:{_OF_YEAR}|{_OF_RELATIVE}|{_ENDS})"),
    (yearly_comparison, r"en (?:glissement|rythme|variation|évolution) annuel(?:le)?|d'une? an(?:née)? (?:sur|à) l'autre|en un an"),
    (ago, rf"(?P<n>{_VAGUE}) ?(?P<unit>{_UNIT})"),
    (shifted_period, rf"(?P<n>{_NUMBER}|quelques|plusieurs) (?P<unit>{_UNIT}) (?P<way>plus tôt|plus tard|auparavant|avant(?! (?:le|la|les|l'|de|d'|que|son|sa|ses)\b)|après(?! (?:le|la|les|l'|son|sa|ses|avoir|que)\b))(?!\w)"),
    (recent_span, rf"(?:(?:{_VAGUE}) )?(?:derni(?:er|ère)s|prochaine?s|premi(?:er|ère)s)(?: {_VAGUE})? {_UNIT}"),
    (span, rf"(?P<n>{_VAGUE}) ?(?P<unit>{_UNIT})(?! (?:de |d')(?:prison|retard|réclusion))"),
    (relative_noun, rf"(?P<same>même )?(?P<noun>an|année|mois|semaine|week-end|trimestre|semestre|exercice|saison|jour)(?!\w)(?: (?:comptable|fiscal|budgétaire|scolaire|civile))?(?: ?(?P<adj>{_ADJ}))?"),
    (same_period, rf"(?P<same>même )?(?:période|date|époque|moment)(?!\w)(?:{_OF_YEAR}|(?: (?:de|en) (?P<rel>l'(?:année|an|exercice)(?: (?:derni(?:er|ère)|passée?|précédente?|prochaine?|en cours|écoulée?))?)))?"),
    (weekday, rf"(?P<wd>{_WEEKDAY})(?: (?:matin|soir|après-midi|midi))?(?: (?P<adj>derni(?:er|ère)|prochaine?|passé))?"),
    (adverb, r"avant-hier|hier(?: matin| soir)?|aujourd'hui|demain|actuellement|(?:à )?l'heure actuelle|(?:pour |à |en )?(?:le |ce )moment(?! o)|jusqu'à présent|jusqu'ici|(?:ce )?jour(?= |,|$)|(?:à )?l'époque|précédemment|auparavant|de nos jours|à présent|maintenant|initialement|(?:au cours d')?une (?:même|seule) (?:année|saison)"),
    (bare_year, rf"(?P<y>{_YEAR})"),
)  # fmt: skip

_INNER_NAME = re.compile(r"\?P<\w+>")


def _spaced(pattern: str) -> str:
    return pattern.replace(" ", r"\s+").replace(r"\s+?", r"\s*")


COMPILED = tuple((rule, re.compile(_spaced(pattern))) for rule, pattern in RULES)
# One pass over a sentence: where a period may begin, by which words it is introduced and from which rule on to try.
MASTER = re.compile(
    _spaced(rf"(?<![\w/-])(?<!\d[.,]){_INTRODUCTION}?(?P<article>{_ARTICLE})?(?:")
    + "|".join(f"(?P<r{place}>{_INNER_NAME.sub('?:', _spaced(pattern))})" for place, (_, pattern) in enumerate(RULES))
    + ")"
)
# Most sentences hold no period: this is all that they cost.
HINT = re.compile(
    r"(?<!\d)(?:1\d|20|21)\d\d(?!\d)|(?<!\w)(?:an(?:s|née|nées)?|mois|semaines?|jours?|jour-l|trimestre|semestre|week-end|[tqs][1-4]|exercice"
    r"|p[ée]riode|date|saison|heures?|minutes?|d[ée]cennie|siècle|printemps|été|automne|hiver|quinzaine|hier|demain|lundi|mardi|mercredi|jeudi"
    r"|vendredi|samedi|dimanche|janv|f[ée]v|mars|avr|mai|juin|juil|ao[uû]t|sept|oct|nov|d[ée]c|aujourd|actuel|moment|présent|époque"
    r"|précédemment|auparavant|maintenant|initialement|nos jours|glissement|rythme|fin|début|mi-)"
)
