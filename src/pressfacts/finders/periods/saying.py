"""Whether a date is that of the announcement and not of what is announced: "a indiqué mardi", "publié vendredi"."""

from __future__ import annotations

import re

from pressfacts.finders.periods.mentions import PeriodMention
from pressfacts.lexicon import verbs

_REPORTING = frozenset(("report", "publish"))
_CLAUSE_END = re.compile(r"[,;:.»«\"()]|\d\S*")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SAID_BY = re.compile(
    r"(?<!\w)\w+-(?:t-)?(?:on|il|elle|ils|elles)\s(?:\w+\s){0,2}$|(?<!\w)(?:a|ont|avait)-t-(?:on|il|elle|ils|elles)"
    r"(?!\w)"
)
# "dans sa livraison de jeudi", "l'édition du mardi 16 mai": the issue of a newspaper.
_ISSUE = re.compile(
    r"(?<!\w)(?:édition|livraison|numéro|parution|magazine|hebdomadaire|quotidien)s?\s(?:[\w-]+\s){0,3}?(?:(?:de|du"
    r"|d'|des|ce|le)\s){0,2}\(?$"
)
# "dans sa note « Résultats T2-2025 »": the title of a document.
_TITLE_OF = re.compile(
    r"(?<!\w)(?:publication|note|rapport|étude|bulletin|enquête|lettre|document)s?\s(?:\w+\s){0,2}[\"«“]\s?"
    r"[^\"«»“”,;:]{0,40}$"
)
# "les chiffres publiés, vendredi 25 octobre, par l'institut"
_PARTICIPLE_AND_COMMA = re.compile(r"(?P<participle>[^\W\d_]{4,}),\s$")
_MADE_PUBLIC = re.compile(r"(?<!\w)(?:rendue?s? publi(?:c|que)s?|interrogée?|interviewée?|parue?s?|cité(?:e|s|es)?)\s$")
# "selon un rapport publié en 2021": the year of the document.
_DOCUMENT_OF = re.compile(
    r"(?<!\w)(?:rapport|étude|note|article|livre|ouvrage|document|communiqué|sondage)\s[^,;:.()\d]{0,70}(?:publié"
    r"|paru|diffusé|sorti)e?s?\s$"
)
# "l'accord conclu hier", "le conseil, réuni jeudi": when it was agreed; "a adopté mardi" is what happened then.
_AGREED = re.compile(
    r"(?<!\sa\s)(?<!ont\s)(?<!avait\s)(?<!été\s)(?<!est\s)(?<!sont\s)(?:conclu|paraphé|signé|ratifié|voté|adopté"
    r"|approuvé|réuni|tenu)e?s?\s$"
)
_SCHEDULES = frozenset(("prévoir", "reprendre", "lire", "projeter", "attendre", "signer"))
_AHEAD_OF_IT = frozenset(("avant", "depuis", "dès", "après", "entre", "au", "aux", "à"))
_TOLD_TO = re.compile(
    r"\s(?:à l'(?:afp|agence|aps|map|antenne)|devant|auprès|lors (?:de|d'|du)|au micro|dans un communiqué|en conférence"
    r"|face à la presse|sur (?:twitter|facebook|x|les ondes))(?!\w)"
)
# "assurait-elle mardi.", "a soutenu lundi que", "ont présenté vendredi leurs chiffres": the verb says and does not do.
_CLOSES = re.compile(
    r"\s*(?:$|[.\"»]|qu[e'])|\s(?:leurs?|les?|la|l'|ses|son|sa|des|une?)\s?(?:\w+\s)?(?:chiffres|résultats|bilan"
    r"|rapport|étude|enquête|comptes|conclusions|données|statistiques)(?!\w)"
)
_CLAUSE_CLOSED = re.compile(r"\s*(?:$|[.,;»)])")
_AUXILIARIES = frozenset("a ont avait avaient aura auront est sont était étaient ayant".split())
_ARTICLES = frozenset("la le les l une un des du de d cette ce ses son sa leur au".split())
_DAY_RULES = frozenset(("weekday", "full_date", "relative_day", "edge", "days_of_month"))
_MONTH_RULES = frozenset(("relative_noun", "month_of_year", "edge"))


def said(period: PeriodMention, low: str, offset: int) -> bool:
    """Whether a verb of saying or publishing governs the period, in the lower-case text of its sentence."""
    start = period.start - offset
    if _ISSUE.search(low, max(0, start - 60), start):
        return True
    if _TITLE_OF.search(low, max(0, start - 90), start):
        return True
    if period.rule == "decade" and period.intro in ("de", "des"):
        return True  # "la peinture des années 30"
    if period.rule == "bare_year" and _DOCUMENT_OF.search(low, max(0, start - 110), start):
        return True
    if (period.rule not in _DAY_RULES and period.rule not in _MONTH_RULES) or period.comparison:
        return False
    if period.intro in _AHEAD_OF_IT or period.intro.startswith(("d ici", "à partir", "à compter", "jusqu")):
        return False
    ahead = low[max(0, start - 90) : start]
    if _MADE_PUBLIC.search(ahead) or _AGREED.search(ahead):
        return True
    if (published := _PARTICIPLE_AND_COMMA.search(ahead)) and any(
        form.tense == "past_participle" and verbs.roles(form.lemma) & _REPORTING
        for form in verbs.load_verb_forms().get(published["participle"], ())
    ):
        return True
    ahead = _CLAUSE_END.split(ahead)[-1]
    words = _WORD.findall(ahead)
    reach = 7 if period.rule in _DAY_RULES or (period.edtf and len(period.edtf) == 10) else 1
    if words[:1] in (["selon"], ["après"]) and (len(words) <= 6 or _phrase_of_source(words, low, period.end - offset)):
        return True
    if _SAID_BY.search(ahead):
        return True
    # "assurait la ministre début septembre." closes what was said; "a lancé en mai un plan" does not
    behind = period.end - offset
    closes = _CLOSES.match(low, behind) is not None or _TOLD_TO.match(low, behind) is not None
    for place in range(max(0, len(words) - reach), len(words)):
        if _reports(words, place, closes):
            return True
    if start < 24 and period.rule in ("weekday", "full_date") and not words:
        return _first_verb_reports(low, period.end - offset)
    return False


def _phrase_of_source(words: list[str], low: str, place: int) -> bool:
    """ "selon un sondage de l'institut pour une radio lundi.": no verb, and the clause ends behind the day."""
    if len(words) > 12 or not _CLAUSE_CLOSED.match(low, place):
        return False
    forms = verbs.load_verb_forms()
    return not any(
        word not in verbs.homographs() and any(form.person[1:] in ("s", "p") for form in forms.get(word, ()))
        for word in words
        if word in forms and not any(form.tense == "past_participle" for form in forms[word])
    )


def _first_verb_reports(low: str, place: int) -> bool:
    """ "mardi, le ministère a annoncé": the first verb behind the date, if no number stands before it."""
    stretch = re.split(r"[\d;:]", low[place : place + 160], maxsplit=1)[0]
    words = _WORD.findall(stretch)
    for index, word in enumerate(words):
        if word in _AUXILIARIES:
            continue
        forms = verbs.load_verb_forms().get(word, ())
        if forms and not index:
            return False  # "le 17 janvier, indique le journal, les stocks": the date is that of the stocks
        if forms and (
            (words[index - 1] in _AUXILIARIES)
            or (word not in verbs.homographs() and any(form.person[1:] in ("s", "p") for form in forms))
        ):
            return _reports(words, index, closes=False)
    return False


def _reports(words: list[str], place: int, closes: bool) -> bool:
    word = words[place]
    forms = verbs.load_verb_forms().get(word, ())
    roles = frozenset(role for form in forms if form.lemma not in _SCHEDULES for role in verbs.roles(form.lemma))
    learnt = any(form.lemma == "apprendre" for form in forms)  # "a appris dimanche l'agence"
    if not (learnt or roles & _REPORTING or (closes and "report_clause" in roles)):
        return False
    if word in verbs.homographs() and place and words[place - 1] in _ARTICLES:
        return word == "annonce"  # "l'annonce en mai d'un rachat"
    return True
