"""The closed classes of words that time is told with, and the parts that every pattern of a period is built of.

Patterns are written with single spaces, which stand for any white space; every repetition in them is bounded, so that
reading takes time in proportion to the text.
"""

from __future__ import annotations

import re

MONTHS = {
    "janvier": 1, "janv": 1, "février": 2, "fevrier": 2, "févr": 2, "fév": 2, "mars": 3, "avril": 4, "avr": 4, "mai": 5,
    "juin": 6, "juillet": 7, "juil": 7, "août": 8, "aout": 8, "septembre": 9, "sept": 9, "octobre": 10, "oct": 10,
    "novembre": 11, "nov": 11, "décembre": 12, "decembre": 12, "déc": 12,
}  # fmt: skip
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
SEASONS = {"printemps": 21, "été": 22, "automne": 23, "hiver": 24}
ORDINALS = {
    "premier": 1, "première": 1, "1er": 1, "1ère": 1, "1re": 1, "deuxième": 2, "second": 2, "seconde": 2, "2e": 2,
    "2ème": 2, "2nd": 2, "2nde": 2, "2ᵉ": 2, "troisième": 3, "3e": 3, "3ème": 3, "quatrième": 4, "4e": 4,
    "4ème": 4, "dernier": 4,
}  # fmt: skip
DECADES = {
    "trente": 193, "quarante": 194, "cinquante": 195, "soixante": 196, "soixante-dix": 197, "quatre-vingt": 198,
    "quatre-vingts": 198, "quatre-vingt-dix": 199,
}  # fmt: skip
_NUMBERS = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9,
    "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20,
    "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "cent": 100,
}  # fmt: skip

YEAR = r"(?:1\d|20|21)\d\d(?!\w|[.,']?\d| \d{3}\b| ?[%€$°])"
MONTH = (
    r"(?:janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre"
    r"|(?:janv|févr|fév|avr|juil|oct|nov|déc)\b\.?|sept\.)(?!\w)"
)
WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})(?!\w)"
DAY = r"(?:1er|[12]\d|3[01]|0?[1-9])(?!\d)"
NUMBER = (
    r"(?:\d{1,3}(?![.,]?\d)|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix(?:-sept|-huit|-neuf)?|onze|douze|treize"
    r"|quatorze|quinze|seize|vingt(?:-\w{2,6})?|trente|quarante|cinquante|soixante|cent)"
)
# "dizaine d'années", "trois ou quatre ans", "plusieurs mois": how many, roughly.
VAGUE = (
    rf"(?:(?:{NUMBER}|(?:dizaine|quinzaine|vingtaine|trentaine|cinquantaine|centaine) d(?:e |')|quelques|plusieurs)"
    r"(?: ou \w{2,8}| à \w{1,8})?)"
)
UNIT = (
    r"(?:ans?|années?|mois|trimestres?|semestres?|semaines?|jours?|journées?|heures?|minutes?|secondes?|décennies?"
    r"|siècles?|saisons?|exercices?|campagnes?|week-ends?)(?!\w)"
)
ADJECTIVE = (
    r"(?:derni(?:er|ère)|passée?|prochaine?|précédente?|suivante?|en cours|écoulée?|échue?|actuel(?:le)?|d'avant"
    r"|d'après|qui (?:s'ouvre|s'achève|commence|débute|vient)|-ci|-là)(?!\w)"
)
DIRECTION = r"(?: (?P<adj>derni(?:er|ère)|passée?|prochaine?|précédente?|courant))?"
# "mai 2019", "mai de l'année 2019", "mai, 2019." but not "en mai, 2000 salariés".
OF_YEAR = (
    r"(?:(?: |, ?(?=\d{4} ?[,;.)]))"
    rf"(?:de |en |sur |du |pendant |durant |au cours de )?(?:l'(?:année |an |exercice ))?(?P<y>{YEAR}))"
)
# "de l'année", "l'an dernier", "de l'exercice précédent", "de cette année".
OF_RELATIVE = (
    r"(?: (?:de |en )?(?P<rel>l'(?:année|an|exercice) (?:derni(?:er|ère)|passée?|précédente?|prochaine?|en cours"
    r"|écoulée?|échue?)|cette année)"
    r"| (?:de |en )(?P<whole>l'année|l'exercice)(?!\w))"
)
ORDINAL = r"(?:premi(?:er|ère)|deuxième|seconde?|troisième|quatrième|dernier|1er|1ère|1re|2nde?|[234](?:e|ème|ᵉ))(?!\w)"

NUMBER_WORDS = frozenset(_NUMBERS)
MONTH_WORDS = frozenset(MONTHS)
VAGUE_WORDS = NUMBER_WORDS | frozenset(
    "quelques plusieurs dizaine quinzaine vingtaine trentaine cinquantaine centaine".split()
)
# One of these stands near behind a number that begins an expression of time.
TIME_NOUNS = MONTH_WORDS | frozenset(
    "an ans année années mois trimestre trimestres semestre semestres semaine semaines jour jours journée"
    " journées heure heures"
    " minute minutes seconde secondes décennie décennies siècle siècles saison saisons exercice exercices campagne"
    " campagnes"
    " week quinzaine".split()
)


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern whose single spaces stand for white space, a line break among it."""
    return re.compile(pattern.replace(" ?", r"\s{0,6}").replace(" ", r"\s{1,6}"))


def month_number(word: str) -> int:
    """ "mai" is 5, "sept." 9."""
    return MONTHS[word.rstrip(".")]


def day_number(word: str) -> int:
    """ "1er" is 1."""
    return int(word.rstrip("er"))


def number(word: str) -> int | None:
    """ "3", "trois", "dix-huit", "vingt-et-un": a small number; None for "quelques"."""
    if word.isdecimal():
        return int(word)
    total = 0
    for part in word.split("-"):
        if part == "et":
            continue
        if part not in _NUMBERS:
            return None
        total += _NUMBERS[part]
    return total


def singular(noun: str) -> str:
    """ "ans" is "an", "mois" stays."""
    return noun[:-1] if noun.endswith("s") and noun != "mois" else noun


def step(word: str | None) -> int:
    """ "dernier" is -1, "prochain" 1, "en cours" or nothing 0."""
    if not word:
        return 0
    if word.startswith(("derni", "pass", "écoul", "échu", "précéd", "d'avant", "qui s'ach")):
        return -1
    return 1 if word.startswith(("proch", "suiv", "d'apr", "qui v")) else 0
