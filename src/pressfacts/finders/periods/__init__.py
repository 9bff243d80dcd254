"""Periods: when a number holds, what it is compared with, and the numerals that are dates and no quantities."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from pressfacts.finders.periods import calendar
from pressfacts.finders.periods.attach import attach
from pressfacts.finders.periods.grammar import (
    AFTER,
    BASE,
    BEFORE,
    COMPILED,
    HINT,
    IN,
    MASTER,
    OPEN,
    UNTIL,
    Lead,
    Reading,
    Scene,
)
from pressfacts.finders.periods.mentions import Antecedent, PeriodMention
from pressfacts.finders.periods.saying import said
from pressfacts.language.sentences import Sentence
from pressfacts.lexicon import verbs
from pressfacts.model import Reason

__all__ = ["Antecedent", "PeriodMention", "attach", "find", "not_quantities"]

_FUTURE = re.compile(
    r"(?<!\w)\w{2,20}(?:era|eront|ira|iront|dra|dront|tra|tront|vra|vront|ura|uront)(?!\w)|(?<!\w)(?:sera|seront|aura|auront|va|vont|prochaine?)(?!\w)"
)
_COMPARATIVE = re.compile(
    r"(?<!\w)(?:plus|moins|aussi|autant|davantage|meilleure?s?|mieux|inférieure?s?|supérieure?s?|même)\b[^,;:]*$"
)
_ALSO = re.compile(r"\s*(?:,|et|ou)\s*")
_THAN = re.compile(r"(?<!\w)(?:que |qu')$")
# "la plus forte hausse depuis 2012", "inédit depuis 2005": the record's base, not when the number holds
_RECORD = re.compile(
    r"(?<!\w)(?:inédite?s?|première fois|jamais|records?|(?:la|le|les|son|sa|leur|au|un) (?:\w+ )?(?:plus|moins|pire|meilleure?))(?!\w)[^,;:.]*$"
)
_MODES = (OPEN, UNTIL, BEFORE, AFTER, BASE, IN)


def find(sentence: Sentence, published: date | None, antecedent: Antecedent) -> list[PeriodMention]:
    """The periods that a sentence names, in order; offsets are code points into the article.

    ``antecedent`` holds what earlier sentences said ("depuis cette date"), and is brought up to date.
    """
    low = _lower(sentence.text)
    if not HINT.search(low):
        return []
    found: list[PeriodMention] = []
    scene = Scene(published, antecedent, _FUTURE.search(low) is not None)
    place = 0
    while match := MASTER.search(low, place):
        mention = _read(match, low, scene, sentence.start)
        if mention is None:
            place = _next_word(low, match.start())
            continue
        place = mention.end - sentence.start
        last = found[-1] if found else None
        if (
            last
            and last.comparison
            and last.edtf
            and _ALSO.fullmatch(low, last.end - sentence.start, mention.start - sentence.start)
        ):
            mention.comparison = True  # "par rapport à l'été et à l'automne 2020"
        found.append(mention)
        mention.said = said(mention, low, sentence.start)
        antecedent.take(mention)
    return found


def not_quantities(sentence: Sentence, periods: list[PeriodMention]) -> list[tuple[int, int, Reason, str]]:
    """The spans of a sentence whose numerals are dates, years, time spans or hours, each with a reason and a rule."""
    spans: list[tuple[int, int, Reason, str]] = [
        (one.start, one.end, "date" if one.edtf and len(one.edtf) == 10 else "period", one.rule) for one in periods
    ]
    for found in _CLOCK.finditer(_lower(sentence.text)):
        spans.append((sentence.start + found.start(), sentence.start + found.end(), "time", "clock"))
    for found in _LONE_YEAR.finditer(_lower(sentence.text)):
        start, end = sentence.start + found.start("y"), sentence.start + found.end("y")
        if not any(one[0] < end and start < one[1] for one in spans):
            spans.append((start, end, "period", "lone_year"))
    return sorted(spans)


_CLOCK = re.compile(
    r"(?<![\w.,])(?<!en )(?:[01]?\d|2[0-4])\s?(?:h|:)\s?[0-5]\d(?![\w:.,]\w|\w)"
    r"|(?<=à )(?:[01]?\d|2[0-4])\s?h(?:eures?)?(?!\w)(?!\s(?:de|par|d'))|(?<!\w)(?:[01]?\d|2[0-4])\s?heures?\s(?:du matin|du soir|gmt|locales?)"
)
_LONE_YEAR = re.compile(
    r"(?<![\w.,/-])(?:de|du|des|d'|et|ou|à|la|le|\()\s?(?P<y>(?:1[5-9]|20)\d\d)(?=\s?[),;:.!?»\"]\s|\s?[),;:.!?»\"]?$|\s(?:de|du|des|à|au|en|et|ou|par|pour|sur|dans|avec|a|est|qui|que|dont)\s)"
)


def _lower(text: str) -> str:
    low = text.lower()
    # "İ" grows when lowered; offsets must not
    return low if len(low) == len(text) else "".join(one.lower() if len(one.lower()) == 1 else one for one in text)


def _next_word(low: str, place: int) -> int:
    while place < len(low) and (low[place].isalnum() or low[place] == "_"):
        place += 1
    return place + 1


def _read(match: re.Match[str], low: str, scene: Scene, offset: int) -> PeriodMention | None:
    group = match.lastgroup or "r0"
    core = match.start(group)
    mode = next((one for one in _MODES if match.start(one) >= 0), "")
    intro = match[mode] if mode else ""
    ahead = low[max(0, match.start() - 12) : match.start()]
    if not mode and (cut := _CUT_INTRODUCTION.search(ahead)):
        mode, intro = IN, cut[0]
    article = _single(match["article"] or "")
    for rule, expression in COMPILED[int(group[1:]) :]:
        found = expression.match(low, core)
        if found is None:
            continue
        lead = Lead(mode, _single(intro), article, _counts(low, found.end()), _FREE.search(ahead) is not None)
        reading = rule(found, scene, lead)
        if reading is not None:
            start = match.start() if mode and _keeps(lead) else match.start("article") if match["article"] else core
            return _mention(reading, lead, low, start, found.end(), offset, rule.__name__)
    return None


def _single(words: str) -> str:
    return " ".join(words.split()) + " " if words[-1:].isspace() else words


# "grèves de 2018 et 2019": the word that introduces was passed over when the expression before failed.
_CUT_INTRODUCTION = re.compile(r"(?<!\w)(?:de |des |du |d')$")
_FREE = re.compile(r"[(\[]$|(?<!\w)(?:été|est|était|sera|fut|année)\s$")
_FUNCTION_WORD = (
    r"(?:et|ou|à|au|aux|de|du|des|par|pour|sur|dans|avec|a|ont|est|sont|contre|après|selon|le|la|les|un|une|qui|que|dont|où|en|il|elle|se|parmi|via|lorsque|dès|durant|pendant"
    r"|mais|soit|comme|grâce|malgré|avant|ne|alors|afin|ainsi|entre|hors|plus|puis|chez|sous|sans|ce|cette|ses|son|sa|leurs?|on|nous|ils"
    r"|elles|était|étaient|avait|avaient|fut|sera|serait|devrait|lors|suite|face|notamment|tandis|pourrait|reste|marque|jusqu|depuis|car|donc"
    r"|hausse|baisse|près|moins|quelque|environ|prévoit|dernier|dernière|dépasse|atteint|représente|s'est|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)"
)
_COUNTS = re.compile(rf"\s(?!{_FUNCTION_WORD}(?!\w))(?P<noun>[a-zà-ÿ]{{1,30}})(?![\w'])|\s?[€$£%]")


def _counts(low: str, place: int) -> bool:
    """Whether a noun follows that the number counts: "entre 1500 et 2000 personnes"; "entre 2014 et 2018 figurent" has a verb."""
    found = _COUNTS.match(low, place)
    if not found or not found["noun"]:
        return found is not None
    forms = verbs.load_verb_forms().get(found["noun"], ())
    return not any(form.person[1:] in ("s", "p") for form in forms) or found["noun"] in verbs.homographs()


def _keeps(lead: Lead) -> bool:
    """Whether the introducing word belongs to the text of the period: "en 2018" it does, "de juin" not."""
    return lead.intro not in ("de ", "du ", "des ", "d'")


def _mention(reading: Reading, lead: Lead, low: str, start: int, end: int, offset: int, rule: str) -> PeriodMention:
    edtf = reading.edtf
    comparison = reading.base or lead.mode == BASE
    ahead = low[max(0, start - 80) : start]
    if not comparison and _THAN.search(ahead):
        comparison = _COMPARATIVE.search(ahead) is not None
    if not comparison and lead.mode == OPEN and rule != "since_event":
        comparison = _RECORD.search(ahead) is not None
    if edtf:
        if lead.mode == OPEN and rule != "since_event":
            edtf = calendar.since(edtf)
        elif lead.mode == UNTIL:
            edtf = calendar.until(edtf)
        elif lead.mode == BEFORE:
            edtf = calendar.before(edtf)
        elif lead.mode == AFTER:
            edtf = calendar.after(edtf)
    first, last = calendar.days(edtf)
    while end > start and low[end - 1].isspace():
        end -= 1
    return PeriodMention(offset + start, offset + end, edtf, first, last, comparison, rule)
