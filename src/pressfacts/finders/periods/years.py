"""Expressions that name a year or a part of one: "en 2018", "2018-2019", "au premier trimestre 2019", "l'été 2026"."""

from __future__ import annotations

import re

from pressfacts.finders.periods import calendar, resolve
from pressfacts.finders.periods.dates import direction, verb_follows, year_in
from pressfacts.finders.periods.leads import Lead, Reading, Scene
from pressfacts.finders.periods.rules import FOUR, SMALL, Rule
from pressfacts.finders.periods.vocabulary import (
    DAY,
    DECADES,
    DIRECTION,
    MONTH,
    NUMBER,
    NUMBER_WORDS,
    OF_RELATIVE,
    OF_YEAR,
    ORDINAL,
    ORDINALS,
    SEASONS,
    YEAR,
    month_number,
    number,
)
from pressfacts.lexicon import verbs

# "contre 1910 en 2014", "contre 1220 l'an dernier": a time behind shows that the number before it counts.
_TIME_BEHIND = re.compile(
    r"\s(?:(?:en|à fin|fin|au|à la|depuis|durant|pendant|pour|sur)\s(?:l'|le\s|la\s)?(?:1[89]|20)?(?:\d\d(?!\w)|même"
    r"|mois|an|année|exercice|premier|deuxième|troisième|quatrième|janvier|février|mars|avril|mai|juin|juillet|août|septembre"
    r"|octobre|novembre|décembre)|l'an(?:née)?\s|(?:un|deux|trois|quatre|cinq|dix)\s(?:ans?|mois|jours?|semaines?)\s|une\s(?:année|semaine)\s"
    r"|la\s(?:veille|semaine|saison|campagne)|le\smois|il\sy\sa|hier)"
)
_NO_YEAR_BEHIND = frozenset(("de", "du", "des", "d", "il y a", "à", "au", "aux", "sous", "entre", "voici", "voilà"))
_NOUN_AHEAD = re.compile(
    r"(?:(?P<article>(?<![\w-])(?:les|leurs?|ses|des|du|le|la|son|sa)\s|l'|d')|(?<![\w-]))(?P<noun>[a-zà-ÿœ]{4,24}"
    r"|net|PIB|PNB|RNPG|CA|EBITDA|EBE)\s$"
)
# "la vision 2030", "la loi 2000": the year is part of a name.
_NAMED_BY_NUMBER = frozenset(
    "vision stratégie plan programme agenda objectif objectifs loi article décret norme page chapitre code numéro"
    " modèle"
    " feuille projet finances finance environ quelque dépasse plus moins presque entre contre avec pour dans chez"
    " sans sous vers selon cette"
    " leur leurs notre votre dont mais donc puis soit près encore déjà atteint totalise".split()
)


def interval_of_years(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "2014-2018", "2018/19", "entre 2014 et 2018", "de 2014 à 2018", "entre les saisons 2001-02 et 2004-05"."""
    first, last = found["y"], found["y4"] or found["y2"] or found["y3"]
    if found["join"] and found["join"].strip() == "et" and lead.intro in ("de", "des", "du"):
        return None  # "les crues de 2014 et 2015"
    if len(last) == 2:
        last = first[:2] + last
    edtf = calendar.interval(first, last)
    if edtf is None or int(last) - int(first) >= 300:
        return None
    # "1500 à 2000 personnes" counts; "le programme 2018-2022 porte sur" does not
    joined = found["join"] is None and first >= "1900" and last < "2100"
    return Reading(edtf) if joined or not lead.counts else None


def named_year(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "l'année 2018", "l'exercice 2018", "le budget 2026", "la campagne 2018/19", "pour le Mondial 2030"."""
    if found["y2"]:
        last = found["y2"] if len(found["y2"]) == 4 else found["y"][:2] + found["y2"]
        return Reading(calendar.interval(found["y"], last))
    if lead.intro in ("à", "au") and found["law"]:
        return None  # "renvoie à la loi de finances 2023"
    subject = (not lead.start and verb_follows(lead)) or lead.before.endswith("(")
    if found["event"] and lead.intro in ("", "de", "du", "des", "d", "contre", "sur") and not subject:
        return None  # "cinq pays organisent la CAN 2027"; but "Le Mondial 2022 a rapporté"
    return Reading(calendar.year(int(found["y"])))


def bare_year(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "en 2018", "(2018)", "le chiffre d'affaires 2018", "le recensement de 2014 a …".

    "La loi de 2011 impose", "le crédit de 2018 couvre", "vers 2000 mètres" and "1000 m" are none.
    """
    year = int(found["y"])
    if lead.intro == "de" and not lead.article and _COUNTING.search(lead.before):
        return Reading(calendar.year(year))
    if not lead.mode and not lead.article and _dates_its_noun(year, scene, lead) and not lead.counts:
        return Reading(calendar.year(year))
    if not lead.start and verb_follows(lead):
        return Reading(calendar.year(year))  # "2019 a vu naître"
    if lead.intro in _NO_YEAR_BEHIND or (lead.article and lead.intro in ("", "pour", "sur")):
        return None
    if not lead.mode and not lead.free:
        return None
    if lead.intro == "contre" and (year < 1950 or _TIME_BEHIND.match(lead.low, lead.end)):
        return None
    if lead.intro not in ("depuis", "dès") and not (lead.intro == "en" and year >= 1500) and lead.counts:
        return None
    return Reading(calendar.year(year))


# What is counted or harvested in a year; a law or a credit of that year goes on to hold.
_COUNTING = re.compile(
    r"(?<!\w)(?:recensement|enquête|élections?|législatives|présidentielle|municipales|communales|scrutin|édition"
    r"|exercice|résultats?|bilan|chiffres?|recettes|dépenses"
    r"|ventes|production"
    r"|croissance|déficit|excédent|bénéfices?|chiffre d'affaires|exportations|importations|consommation|campagne"
    r"|saison)\s(?:[a-zà-ÿ]{4,14}\s)?$"
)


def _dates_its_noun(year: int, scene: Scene, lead: Lead) -> bool:
    """ "le chiffre d'affaires 2018 atteint": a noun right before a year of our days; "la vision 2030" is a name."""
    found = _NOUN_AHEAD.search(scene.text, max(0, lead.start - 26), lead.start)
    if not found or not 1990 <= year <= 2050 or found["noun"] in _NAMED_BY_NUMBER:
        return False
    noun = found["noun"]
    return found["article"] is not None or noun not in verbs.load_verb_forms() or noun in verbs.homographs()


def since_event(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "depuis son ouverture en 2019"."""
    return Reading(calendar.since(calendar.year(int(found["y"]))))


def part_of_year(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "au premier trimestre 2019", "T1 2019", "au second semestre de l'an dernier", "au T3"."""
    of = year_in(found, scene)
    if not of and found["letter"] and lead.intro not in ("à", "au", "du", "en", "sur", "pour", "au cours du"):
        return None
    if found["part"] == "moitié" and not (of or found["rel"] or found["whole"]):
        return None  # "la première moitié du match"
    if of == 0 and found["whole"] and found["part"] == "moitié" and scene.published:
        of = scene.published.year
    length = 3 if (found["part"] or found["letter"]) in ("trimestre", "t", "q") else 6
    which = ORDINALS[found["ord"]] if found["ord"] else int(found["n"])
    if found["ord"] == "dernier":
        which = 12 // length
    if which > 12 // length:
        return None
    code = (calendar.QUARTER if length == 3 else calendar.HALF) + which
    if of is None:
        return Reading(None)
    if of:
        return Reading(calendar.month(of, code))
    return Reading(resolve.nearest_part(code, length, scene.published, direction(found["adj"], scene, lead)))


def interval_of_parts(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "entre le deuxième trimestre 2019 et celui de 2020", "entre le T1 2019 et le même trimestre de 2020"."""
    part = found["part"] or found["part2"]
    base, parts = (calendar.QUARTER, 4) if part == "trimestre" else (calendar.HALF, 2)
    first = ORDINALS[found["ord"]]
    last = ORDINALS[found["ord2"]] if found["ord2"] else first
    if part is None or max(first, last) > parts or lead.intro not in ("entre", "de", "du"):
        return None
    year2 = int(found["y2"])
    year1 = int(found["y"]) if found["y"] else year2
    return Reading(calendar.span(calendar.month(year1, base + first), calendar.month(year2, base + last)))


def part_reversed(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "2019 T1"."""
    half, which = found["letter"] == "s", int(found["n"])
    if half and which > 2:
        return None
    return Reading(calendar.month(int(found["y"]), (calendar.HALF if half else calendar.QUARTER) + which))


def first_months(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "les neuf premiers mois de 2020", "les six premiers mois de l'année", "les deux premiers trimestres de 2019"."""
    count = number(found["n"] or found["n2"])
    of = year_in(found, scene)
    if of == 0 and scene.published:
        of = scene.published.year
    if not of or not count:
        return Reading(None)
    count *= {"mois": 1, "trimestres": 3}[found["unit"]]
    if count > 12:
        return Reading(None)
    if (found["which"] or "").startswith("derni"):
        if not (found["y"] or found["rel"] or found["whole"]):
            return Reading(None)  # "les trois derniers mois": up to now
        if found["whole"] and scene.published and scene.published.month <= count and not scene.future:
            of -= 1  # told in January: those of the year that has ended
        return Reading(f"{calendar.month(of, 13 - count)}/{calendar.month(of, 12)}")
    return Reading(f"{calendar.month(of, 1)}/{calendar.month(of, count)}")


def nth_month(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "au cours du premier mois de 2014", "le dernier mois de l'année": a month by its place in the year."""
    of = year_in(found, scene)
    if of == 0 and scene.published:
        of = scene.published.year
    return Reading(calendar.month(of, 12 if found["ord"] == "dernier" else ORDINALS[found["ord"]]) if of else None)


def week_of_year(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "au cours de la 51e semaine de l'année 2022": from Monday to Sunday, as ISO counts weeks."""
    of = year_in(found, scene)
    if of == 0 and scene.published:
        of = scene.published.year
    return Reading(calendar.week(of, int(found["n"])) if of else None)


def season_of_year(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "l'été 2026", "l'hiver dernier", "cet automne", "au printemps"; "traverse l'hiver" and "en été" have no
    calendar.
    """
    code = SEASONS[found["season"]]
    if not (lead.intro or lead.article):
        return None  # "l'année la plus sèche avait été 2002"
    if found["y"]:
        year = int(found["y"])
        return Reading(calendar.month(year + 1 if found["y2"] and code == SEASONS["hiver"] else year, code))
    if not found["adj"] and not lead.intro and lead.article in ("l", "le"):
        return None
    if lead.intro == "en" and not lead.article:
        return Reading(None)
    return Reading(resolve.nearest_part(code, 3, scene.published, direction(found["adj"], scene, lead)))


def decade(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "dans les années 1990", "les années 80", "les années soixante-dix"."""
    if found["word"]:
        return Reading(f"{DECADES[found['word']]}X")
    digits = found["y"]
    return Reading(("19" + digits if len(digits) == 2 else digits)[:3] + "X")


def century(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "au XIXe siècle": it has no calendar here."""
    return Reading(None)


def closed_exercise(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "l'exercice clos fin août 2019": the twelve months that end there; "le semestre clos le 31 décembre 2021", "les
    neuf mois arrêtés au 30 septembre".
    """
    month_ = month_number(found["m"])
    last = (
        calendar.month(int(found["y"]), month_)
        if found["y"]
        else resolve.nearest_month(month_, scene.published, resolve.PAST)
    )
    length = {"trimestre": 3, "semestre": 6}.get(found["part"] or "", 12)
    if found["n"]:
        length = number(found["n"]) or 12
    first = calendar.shift_months(last, 1 - length) if last else None
    if last and found["part"] and month_ % length == 0:
        of, base = int(last[:4]), calendar.QUARTER if length == 3 else calendar.HALF
        return Reading(calendar.month(of, base + month_ // length))
    return Reading(f"{first}/{last}" if first else None)


_YEARS = "saison saisons année années exercice exercices campagne campagnes période périodes".split()
_EVENTS = (
    r"mondial|coupe du monde|coupe d'afrique des nations|can|jo|jeux olympiques|euro|ramadan|recensement|rgph"
    r"|(?:élections |scrutin )?(?:législatives|communales|présidentielles?|municipales)|élections"
    r"|édition|promotion|session|baccalauréat|bac"
)
_YIELDS = r"récolte|vendanges?|millésime|rentrée|bilan|résultats?"
_LAWS = r"plf|lfi?|lfr|budget|(?:projet de )?(?:la )?lois? (?:de|des) finances?(?: rectificative| initiale)?"
# The first words of "l'année 2018", "la loi de finances 2019", "le Mondial 2030".
_NOUNS = (
    "année an exercice saison campagne période plf lf lfi lfr budget projet loi lois mondial coupe can jo jeux euro"
    " ramadan recensement rgph législatives communales présidentielle présidentielles municipales élections scrutin"
    " récolte vendange vendanges édition promotion session baccalauréat bac millésime rentrée bilan résultat résultats"
)
RULES = (
    Rule(
        since_event,
        rf"depuis (?:son |sa |ses |leurs? |le |la |les |l')(?:\w{{3,20}} ?){{1,4}}en (?P<y>{YEAR})",
        {"depuis"},
    ),
    Rule(
        interval_of_years,
        rf"(?:(?:saisons?|années?|exercices?|campagnes?|périodes?) )?(?P<y>(?:1\d|20)\d\d)(?:[-/]\d\d(?:\d\d)?(?!\d)|"
        rf"(?:, {YEAR}){{1,6}}(?= et ))?"
        rf"(?:(?:(?P<join> et | à | au )|(?: - |-|/))(?P<y2>{YEAR})(?:[-/](?P<y4>\d\d(?:\d\d)?)(?!\w))?|[-/]"
        rf"(?P<y3>\d\d)(?![\w/-]| ?%))",
        {FOUR, *_YEARS},
    ),
    Rule(
        closed_exercise,
        rf"(?:(?:exercice|année)(?: comptable| fiscale?| social)?|(?:(?:premier|deuxième|second|troisième|quatrième) )?"
        rf"(?P<part>trimestre|semestre)|(?P<n>{NUMBER})(?: premiers| derniers)? mois),? "
        r"(?:clos|achevé|terminé|arrêté|échu)e?s?(?: à| au| le| en)? ?"
        rf"(?:la )?(?:fin |{DAY} )?(?P<m>{MONTH})(?: (?P<y>{YEAR}))?",
        {
            SMALL,
            *"exercice année trimestre semestre premier deuxième second troisième quatrième".split(),
            *NUMBER_WORDS,
        },
    ),
    Rule(
        interval_of_parts,
        rf"(?P<ord>{ORDINAL}) (?:(?P<part>trimestre|semestre)(?: (?:de |de l'année )?(?P<y>{YEAR}))? )?(?:et|à|au) "
        r"(?:celui |le même (?:trimestre|semestre) |la même période "
        rf"|(?:le )?(?P<ord2>{ORDINAL}) (?P<part2>trimestre|semestre) )(?:de |de l'année )?(?P<y2>{YEAR})",
        {SMALL, "premier", "deuxième", "second", "troisième", "quatrième"},
    ),
    Rule(
        part_of_year,
        rf"(?:(?P<ord>{ORDINAL}) (?P<part>trimestre|semestre|moitié)(?!\w)(?: \([tsq][1-4]\))?"
        rf"(?:{OF_YEAR}|{OF_RELATIVE}|{DIRECTION})"
        rf"|(?P<letter>[tqs])(?P<n>[1-4])(?!\w)(?:(?:-| de | )(?P<y_>{YEAR}))?)",
        {SMALL, *"t q s premier première deuxième second troisième quatrième dernier".split()},
    ),
    Rule(part_reversed, r"(?P<y>(?:19|20)\d\d)[-\s]?(?P<letter>[tqs])(?P<n>[1-4])(?!\w)", {FOUR}),
    Rule(
        first_months,
        rf"(?:(?P<n>{NUMBER}) (?P<which>premiers|derniers)|premiers (?P<n2>{NUMBER})) (?P<unit>mois|trimestres)(?!\w)"
        rf"(?:{OF_YEAR}|{OF_RELATIVE})?",
        {SMALL, "premiers", *NUMBER_WORDS},
    ),
    Rule(
        nth_month,
        rf"(?P<ord>{ORDINAL}) mois(?: (?:de |de l'année |de l'exercice )(?P<y>{YEAR})|{OF_RELATIVE})",
        {SMALL, "premier", "deuxième", "troisième", "quatrième", "dernier"},
    ),
    Rule(
        week_of_year,
        rf"(?P<n>[1-5]?\d)(?:e|ème|ère|re) semaine(?!\w)(?:{OF_YEAR}|{OF_RELATIVE})?",
        {SMALL},
    ),
    Rule(
        season_of_year,
        rf"(?P<season>printemps|été|automne|hiver)(?!\w)(?: (?:de )?(?P<y>{YEAR}|\d{{4}}(?=-\d))(?:-(?P<y2>\d\d"
        rf"(?:\d\d)?))?)?{DIRECTION}",
        SEASONS,
    ),
    Rule(
        decade,
        r"(?:années|décennie) "
        rf"(?:(?P<y>(?:19|20)\d0|[1-9]0)|(?P<word>{'|'.join(sorted(DECADES, reverse=True))}))(?![\w-])",
        {"années", "décennie"},
    ),
    Rule(
        named_year,
        rf"(?:année|an|exercice|saison|campagne|période|(?P<law>{_LAWS})|(?P<event>{_EVENTS})|{_YIELDS})(?!\w)"
        r"(?: (?:scolaire|universitaire|agricole|fiscale?|budgétaire|sportive|comptable|céréalière|touristique"
        r"|principale|annuels?|du|de|pour|l'année|l'exercice)){0,3}"
        r" ?(?P<y>(?:1[5-9]|20)\d\d)(?:[-/](?P<y2>\d{4}|\d\d))?(?!\w|[.,]?\d| ?%)",
        _NOUNS.split(),
    ),
    Rule(
        century,
        r"(?:[ivx]{1,5}e|\d{1,2}(?:e|ème)) siècle(?!\w)",
        {SMALL, *"ixe xe xie xiie xiiie xive xve xvie xviie xviiie xixe xxe xxie".split()},
    ),
    Rule(bare_year, rf"(?P<y>{YEAR})", {FOUR}),
)
