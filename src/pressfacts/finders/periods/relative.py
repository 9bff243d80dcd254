"""Expressions that lean on another date: the publication's ("l'an dernier", "mardi") or an earlier one ("plus tôt")."""

from __future__ import annotations

import re
from datetime import date

from pressfacts.finders.periods import calendar, resolve
from pressfacts.finders.periods.dates import year_in
from pressfacts.finders.periods.leads import BEFORE, OPEN, UNTIL, Lead, Reading, Scene
from pressfacts.finders.periods.rules import HUNDREDS, SMALL, Rule
from pressfacts.finders.periods.vocabulary import (
    ADJECTIVE,
    NUMBER,
    NUMBER_WORDS,
    OF_RELATIVE,
    OF_YEAR,
    UNIT,
    VAGUE,
    VAGUE_WORDS,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    number,
    singular,
    step,
)

_YEARS = ("an", "année", "exercice")
_CAMPAIGNS = ("saison", "campagne")
_DEMONSTRATIVES = ("ce", "cette", "cet")
# "sur l'année", "dans l'année", "pour l'exercice": the whole of the current one.
_WHOLE = frozenset(
    "pour|sur|dans|durant|tout au long de|sur l ensemble de|pour l ensemble de|au titre de|au cours de".split("|")
)
_LONG_AGO = 12


def relative_noun(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "l'an dernier", "cette année", "le mois prochain", "l'année précédente", "cette année-là", "la prochaine
    saison".
    """
    noun, adjective = singular(found["noun"]), found["adj"] or found["pre"]
    same = found["same"] is not None
    if adjective is None and lead.article not in _DEMONSTRATIVES and not same:
        if noun in _YEARS and lead.intro in _WHOLE and lead.article == "l":
            return Reading(_current_year(scene))
        return None
    if found["same"] and (found["rel"] or found["y"]):
        return _same_of_year(noun, found, scene)
    earlier = scene.here or scene.antecedent.last
    if adjective in ("précédent", "précédente", "suivant", "suivante", "d'avant", "d'après"):
        return Reading(
            _counted_from(noun, -1 if adjective in ("précédent", "précédente", "d'avant") else 1, earlier, scene)
        )
    if adjective == "-là" or same:
        named = scene.here or scene.antecedent.named
        if noun in _YEARS:
            of = calendar.year_of(named)
            return Reading(calendar.year(of) if of else None)
        months = [one for one in (named, scene.antecedent.last) if one and len(one) == 7]
        return Reading(months[0] if noun == "mois" and months else None)
    return Reading(resolve.relative(noun, step(adjective), scene.published))


def _current_year(scene: Scene) -> str | None:
    """The year that "sur l'ensemble de l'année" means: the publication's, else the one spoken of."""
    if scene.published:
        return calendar.year(scene.published.year)
    of = calendar.year_of(scene.here or scene.antecedent.last)
    return calendar.year(of) if of else None


def _same_of_year(noun: str, found: re.Match[str], scene: Scene) -> Reading:
    """ "le même mois de l'année passée", "le même trimestre de 2018": the period spoken of, in that year."""
    earlier, of = scene.here or scene.antecedent.last, year_in(found, scene)
    base = calendar.year_of(earlier)
    return Reading(_moved(earlier, of - base) if of and base else None)


def _moved(earlier: str | None, years: int) -> str | None:
    """The same stretch in another year: "jusqu'à fin juin 2020 …, la même période de 2019" ends a year before."""
    if earlier is None:
        return None
    return resolve.shifted(earlier, years, "an") if earlier.endswith("..") else calendar.shift_years(earlier, years)


def _counted_from(noun: str, amount: int, earlier: str | None, scene: Scene) -> str | None:
    """ "l'année précédente", "le mois suivant": one further than the period spoken of, else than the publication."""
    of = calendar.year_of(earlier)
    if noun in (*_YEARS, *_CAMPAIGNS) and earlier and of:
        two_years = re.fullmatch(r"\d{4}/\d{4}", earlier)
        return resolve.shifted(earlier, amount, "an") if two_years else calendar.year(of + amount)
    if noun in ("mois", "trimestre", "semestre") and earlier:
        moved = calendar.shift_part(earlier, amount, noun)
        if moved:
            return moved
    if noun == "semaine" and earlier:
        moved = resolve.shifted(_week_of(earlier), amount, noun)
        if moved:
            return moved
    return resolve.relative(noun, amount, scene.published)


def _week_of(edtf: str) -> str:
    """The week of a day, from Monday to Sunday; other periods as they are."""
    if len(edtf) != 10 or edtf[4] != "-":
        return edtf
    return resolve.relative("semaine", 0, date.fromisoformat(edtf)) or edtf


def same_period(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "la même période", "depuis cette date", "à la même période de l'an dernier", "la même période en 2020",
    "sur la période".
    """
    demonstrative = lead.article in ("cette", "ladite", "ledit", "ce", "cet")
    whole = (
        found[0] == "période"
        and lead.article == "la"
        and lead.intro in _WHOLE
        and not _COMPLEMENT.match(lead.low, lead.end)
    )
    if not found["same"] and not demonstrative and not whole:
        return None
    named = scene.here or scene.antecedent.named
    earlier = named if "date" in found[0] else scene.reached or scene.antecedent.reached
    if found["rel"] and found["rel"].endswith(("précédente", "précédent")):
        return Reading(_moved(earlier, -1))
    of, base = year_in(found, scene), calendar.year_of(earlier)
    if of is None and base and found["rel"]:
        of = base + step(found["rel"].split()[-1])  # without a publication: from the year spoken of
    if of is None:
        return Reading(None)
    if of == 0 or earlier is None:
        return Reading(earlier)
    return Reading(_moved(earlier, of - base) if base else None)


_COMPLEMENT = re.compile(r"\s(?:de |d'|du |des |allant |qui |où )")


def shifted_period(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "un an plus tôt", "deux ans auparavant", "trois mois plus tard"."""
    amount = number(found["n"])
    if amount is None:
        return Reading(None)
    sign = 1 if found["way"] in ("plus tard", "après") else -1
    return Reading(_shifted(amount * sign, singular(found["unit"]), scene))


def ago(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "il y a un an": in the grain of what is spoken of; "il y a trois mois"; "il y a quelques semaines" has no
    calendar.
    """
    if lead.intro not in ("il y a", "d il y a", "voici", "voilà"):
        return None
    amount, unit = number(found["n"]), singular(found["unit"])
    if amount is None:
        return Reading(None)
    if unit in ("an", "année"):
        spoken_of = scene.here or scene.antecedent.coarse
        published = scene.published
        if amount == 1 and spoken_of and (published is None or calendar.year_of(spoken_of) == published.year):
            return Reading(resolve.shifted(spoken_of, -1, "an"))
        return Reading(resolve.relative("an", -amount, published))
    if amount > _LONG_AGO or unit not in ("mois", "semaine", "jour"):
        return Reading(None)
    if unit == "semaine":
        return Reading(resolve.relative("jour", -7 * amount, scene.published))
    return Reading(resolve.relative(unit, -amount, scene.published))


def _shifted(amount: int, unit: str, scene: Scene) -> str | None:
    """So much before or behind the period of the sentence, else the nearest earlier one, else the publication."""
    earlier = scene.antecedent
    base = scene.here or (unit in ("an", "année") and earlier.coarse) or earlier.last
    if base or amount > 0:  # "trente ans après" is never counted from the publication
        return resolve.shifted(base, amount, unit)
    return resolve.relative(unit, amount, scene.published)


def relative_day(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "hier soir", "avant-hier", "demain", "ce jour"; "à ce jour" (up to now) has no calendar."""
    word = found["word"]
    if word == "jour":
        if lead.article != "ce" or lead.intro not in ("", "de", "en"):
            return None if lead.intro not in ("à", "jusqu à") or lead.article != "ce" else Reading(None)
        return Reading(resolve.relative("jour", 0, scene.published))
    return Reading(
        resolve.relative("jour", {"avant-hier": -2, "hier": -1, "demain": 1, "après-demain": 2}[word], scene.published)
    )


def weekday(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "mardi", "ce lundi matin", "vendredi dernier", "lundi prochain", "dans la nuit de samedi à dimanche"."""
    if lead.intro == "du" or (lead.article == "le" and not found["adj"]):
        return Reading(None)  # "le lundi", "du lundi au vendredi": every week
    towards = {-1: resolve.PAST, 0: resolve.NEAREST, 1: resolve.FUTURE}[step(found["adj"])]
    strict = towards != resolve.NEAREST
    if not strict:
        ahead = scene.future or (lead.mode in (OPEN, UNTIL, BEFORE) and lead.intro != "depuis")
        towards = resolve.FUTURE if ahead else resolve.PAST
    first = resolve.weekday(WEEKDAYS.index(found["wd"]), scene.published, towards, strict)
    if found["wd2"] is None:
        return Reading(first)
    if (WEEKDAYS.index(found["wd2"]) - WEEKDAYS.index(found["wd"])) % 7 != 1 and lead.intro != "entre":
        return None
    last = resolve.weekday(WEEKDAYS.index(found["wd2"]), scene.published, towards, strict)
    if first is None or last is None:
        return Reading(None)
    if first > last:
        first = resolve.shifted(first, -1 if towards == resolve.PAST else 0, "semaine") or first
        last = last if towards == resolve.PAST else resolve.shifted(last, 1, "semaine") or last
    return Reading(calendar.interval(first, last))


def eve(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "la veille", "le lendemain": a day before or behind the one spoken of; "à la veille du sommet" is none."""
    if _COMPLEMENT.match(lead.low, lead.end) or lead.article not in ("la", "le"):
        return None
    base = scene.here or scene.antecedent.last
    if not base or len(base) != 10 or base[4] != "-":
        base = scene.antecedent.named
    if not base or len(base) != 10 or base[4] != "-":
        return Reading(None)
    return Reading(resolve.shifted(base, -1 if found[0] == "veille" else 1, "jour"))


_NOUNS = (
    "même dernier dernière prochain prochaine précédent précédente actuel actuelle"
    " an année mois semaine week trimestre semestre exercice saison campagne"
)
RULES = (
    Rule(ago, rf"(?P<n>{VAGUE}) ?(?P<unit>{UNIT})", {SMALL, HUNDREDS, *VAGUE_WORDS}),
    Rule(
        shifted_period,
        rf"(?P<n>{NUMBER}|quelques|plusieurs) (?P<unit>{UNIT}) (?P<way>plus tôt|plus tard|auparavant"
        r"|avant(?! (?:le|la|les|l'|de|d'|que|son|sa|ses)\b)|après(?! (?:le|la|les|l'|son|sa|ses|avoir|que)\b))(?!\w)",
        {SMALL, HUNDREDS, "quelques", "plusieurs", *NUMBER_WORDS},
    ),
    Rule(
        relative_noun,
        r"(?P<same>même )?(?:(?P<pre>derni(?:er|ère)|prochaine?|précédente?|actuel(?:le)?) )?"
        r"(?P<noun>an|année|mois|semaine|week-end|trimestre|semestre|exercice|saison|campagne)(?!\w)"
        r"(?: (?:comptable|fiscale?|budgétaire|scolaire|universitaire|agricole|céréalière|sportive|civile))?"
        rf"(?: ?(?P<adj>{ADJECTIVE})| (?:de |en )(?:l'(?:année |an |exercice ))?(?P<y>{YEAR})|{OF_RELATIVE})?",
        _NOUNS.split(),
    ),
    Rule(
        same_period,
        rf"(?P<same>même )?(?:période|date|époque|moment)(?!\w)(?:{OF_YEAR}|{OF_RELATIVE})?",
        {"même", "période", "date", "époque", "moment"},
    ),
    Rule(
        relative_day,
        r"(?P<word>avant-hier|après-demain|hier|demain|jour)(?!\w)(?: (?:matin|soir|après-midi|midi|dans la nuit)"
        r"(?!\w))?",
        {"avant", "après", "hier", "demain", "jour"},
    ),
    Rule(
        weekday,
        rf"(?P<wd>{WEEKDAY})(?: (?:matin|soir|après-midi|midi|à l'aube|dans la nuit|en soirée))?"
        rf"(?:(?: et | à | au )(?P<wd2>{WEEKDAY}))?(?: (?P<adj>derni(?:er|ère)|prochaine?|passé))?",
        WEEKDAYS,
    ),
    Rule(eve, r"(?:veille|lendemain)(?!\w)", {"veille", "lendemain"}),
)
