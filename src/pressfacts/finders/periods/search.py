"""Reads a sentence once, word by word: where a word may begin an expression of time, the rules that begin so are
tried.
"""

from __future__ import annotations

import re
from datetime import date

from pressfacts.finders.periods import calendar, dates, relative, spans, years
from pressfacts.finders.periods.leads import AFTER, BASE, BEFORE, OPEN, UNTIL, Lead, Reading, Scene, lead
from pressfacts.finders.periods.mentions import Antecedent, PeriodMention
from pressfacts.finders.periods.rules import DATED, FOUR, HUNDREDS, SMALL, Rule
from pressfacts.finders.periods.saying import said
from pressfacts.finders.periods.vocabulary import TIME_NOUNS, VAGUE_WORDS
from pressfacts.language.sentences import Sentence

# What is tried first at a place is the longer reading.
_ORDER = (
    "since_event interval_of_edges edges_of_months interval_of_dates interval_of_years days_of_month full_date"
    " numeric_date closed_exercise edge interval_of_parts part_of_year part_reversed first_months"
    " nth_month week_of_year half_month season_of_year decade century named_year month_of_year yearly_comparison"
    " once in_time ago shifted_period recent_span span relative_noun same_period weekday relative_day eve"
    " nowadays formerly bare_year"
).split()


def _by_first_word() -> dict[str, tuple[Rule, ...]]:
    rules = sorted(
        (rule for module in (dates, years, relative, spans) for rule in module.RULES),
        key=lambda rule: _ORDER.index(rule.name),
    )
    return {
        word: tuple(rule for rule in rules if word in rule.starts)
        for word in {word for rule in rules for word in rule.starts}
    }


_RULES = _by_first_word()
_STARTERS = frozenset(_RULES) - VAGUE_WORDS
_DIGIT = re.compile(r"\d")
_COUNTING = VAGUE_WORDS | {SMALL, HUNDREDS}
_REACH = 6  # words
_SPANS = frozenset(("span", "ago"))
_WORD = re.compile(r"[^\W\d_]+|\d+")
_COMPARATIVE = re.compile(
    r"(?<!\w)(?:plus|moins|aussi|autant|davantage|meilleure?s?|mieux|inférieure?s?|supérieure?s?|même)\b[^,;:]*$"
)
_IN_OTHER_WORDS = re.compile(r"\s?[,(]\s?(?:c'est-à-dire|à savoir|autrement dit)\s(?:\w+\s)?")
_ALSO = re.compile(r"\s*(?:,|et|ou)\s*")
_THAN = re.compile(r"(?<!\w)(?:que |qu')$")
# "11 % de plus que l'offre retenue en 2020": what the period dates is the other side of the comparison.
_THAN_WHAT = re.compile(
    r"(?<!\w)(?:plus|moins|mieux|autant|inférieure?s? à|supérieure?s? à)\s(?:\w+\s){0,2}(?:que\s|qu')(?:l[ae]s?\s|l'"
    r"|celle|celui|un|aux?\s|à la\s|à l'|lors d)[^,;:.()\d]{2,45}$"
)
# "le double de la semaine dernière", "par rapport à l'enquête du 22 mars", "par rapport au niveau atteint en 2019".
_OF_BASE = re.compile(
    r"(?<!\w)(?:double|triple|quadruple|quintuple|décuple)(?:\s(?:de\s|d[eu]s?\s|d')[^,;:.()\d]{2,45})?$"
    r"|(?<!\w)(?:par rapport|comparativement|comparée?s?|relativement|en comparaison)\s(?:à\s|aux?\s|avec\s|de\s|du\s)"
    r"[^,;:.()\d]{3,70}$"
)
_DATED_BY_PARTICIPLE = re.compile(r"(?:ée?s?|atteint|atteinte|obtenue?s?|vendue?s?)\s$")
# "contre 4,9 milliards en 2017": the year of the other number.
_CONTRASTED = re.compile(r"(?<!\w)contre\s(?:[^,;:.()]|[,.]\d){1,60}$")
# "la plus forte hausse depuis 2012", "inédit depuis 2005": the record's base, not when the number holds
_RECORD = re.compile(
    r"(?<!\w)(?:inédite?s?|première fois|jamais|records?|(?:la|le|les|son|sa|leur|au|un) (?:\w+ )?(?:plus|moins|pire"
    r"|meilleure?))(?!\w)[^,;:.]*$"
)


def find(sentence: Sentence, published: date | None, antecedent: Antecedent) -> list[PeriodMention]:
    """The periods that a sentence names, in order; offsets are code points into the article.

    ``antecedent`` holds what earlier sentences said ("depuis cette date"), and is brought up to date.
    """
    low = lower(sentence.text)
    found: list[PeriodMention] = []
    scene: Scene | None = None
    passed = 0
    if _STARTERS.isdisjoint(_WORD.findall(low)) and not _DIGIT.search(low):
        return found
    words = list(_WORD.finditer(low))
    for at, word in enumerate(words):
        first = word[0]
        head = first if first.isalpha() else _numeral(first, low, word.end())
        rules = _RULES.get(head)
        if rules is None or word.start() < passed:
            continue
        place = word.start()
        if head in _COUNTING and not _time_follows(words, at):
            continue
        if not _may_begin(low, place):
            continue
        if scene is None:
            scene = Scene(published, antecedent, sentence.text, low)
        mention = _read(rules, low, place, passed, scene, sentence.start)
        if mention is None:
            continue
        passed = mention.end - sentence.start
        if found and _restates(mention, found[-1], low, sentence.start):
            continue
        _continue_comparison(mention, found, low, sentence.start)
        found.append(mention)
        mention.said = said(mention, low, sentence.start)
        mention.contrasted = _CONTRASTED.search(low, max(passed - 90, 0), mention.start - sentence.start) is not None
        antecedent.take(mention)
        if mention.holds:
            scene.here = mention.edtf
        if mention.reaches:
            scene.reached = mention.edtf
    return found


def _numeral(digits: str, low: str, end: int) -> str:
    """Under which heading the rules that begin with a numeral stand."""
    if len(digits) == 4:
        return FOUR
    if len(digits) < 3:
        return DATED if low[end : end + 1] in (".", "/") else SMALL
    return HUNDREDS if len(digits) == 3 else ""


def _time_follows(words: list[re.Match[str]], at: int) -> bool:
    """Whether a month or a unit of time stands near behind a number: "26, 27 et 28 décembre", "trois ou quatre ans"."""
    return any(word[0] in TIME_NOUNS for word in words[at + 1 : at + 1 + _REACH])


def lower(text: str) -> str:
    """Lower case of the same length."""
    low = text.lower()
    # "İ" grows when lowered; offsets must not
    return low if len(low) == len(text) else "".join(one.lower() if len(one.lower()) == 1 else one for one in text)


def _may_begin(low: str, place: int) -> bool:
    """Not within a word, a code or a number: "A320", "12.2018", "sous-mois"."""
    if not place:
        return True
    before = low[place - 1]
    if before.isalnum() or before in "_/-":
        return False
    return not (before in ".," and place > 1 and low[place - 2].isdigit())


def _read(
    rules: tuple[Rule, ...], low: str, place: int, passed: int, scene: Scene, offset: int
) -> PeriodMention | None:
    """The first rule that matches here and makes sense of what stands before."""
    for rule in rules:
        found = rule.pattern.match(low, place)
        if found is None:
            continue
        ahead = lead(low, place, found.end(), passed, span=rule.name in _SPANS)
        reading = rule.read(found, scene, ahead)
        if reading is not None:
            return _mention(reading, ahead, low, offset, rule.name)
    return None


def _continue_comparison(mention: PeriodMention, found: list[PeriodMention], low: str, offset: int) -> None:
    """ "par rapport à l'été et à l'automne 2020", "à la même période un an plus tôt": the second is the base too."""
    last = found[-1] if found else None
    if last is None or not last.comparison:
        return
    between = low[last.end - offset : mention.start - offset]
    if (last.edtf and _ALSO.fullmatch(between)) or (last.rule == "same_period" and not between.strip()):
        mention.comparison = True


def _restates(mention: PeriodMention, last: PeriodMention, low: str, offset: int) -> bool:
    """Whether a period is one with the last: "durant la même période un an auparavant" (taken into it), or says it
    again, "deux mois plus tard, c'est-à-dire en juin 2018" (the later holds).
    """
    between = low[last.end - offset : mention.start - offset]
    if last.rule == "same_period" and mention.rule in ("shifted_period", "ago") and not between.strip():
        last.edtf, last.end = mention.edtf, mention.end
        last.first_day, last.last_day = mention.first_day, mention.last_day
        return True
    if _IN_OTHER_WORDS.fullmatch(between):
        last.said = True
    return False


def _of_base(before: str, ahead: Lead) -> bool:
    """Whether a period dates what is compared with: "par rapport à l'enquête du 22 mars"; not "à l'euro en 2018"."""
    if ahead.intro not in ("de", "du", "des", "d") and not _DATED_BY_PARTICIPLE.search(before):
        return False
    return _OF_BASE.search(before.rstrip()) is not None


def _mention(reading: Reading, ahead: Lead, low: str, offset: int, rule: str) -> PeriodMention:
    # "en 2018" is the period's text, "de juin" only its month
    start = ahead.article_start if ahead.intro in ("", "de", "du", "des", "d") else ahead.start
    edtf, end = reading.edtf, ahead.end
    comparison = reading.base or ahead.mode == BASE
    before = low[max(0, start - 80) : start]
    if not comparison:
        comparison = (
            (_THAN.search(before) is not None and _COMPARATIVE.search(before) is not None)
            or _THAN_WHAT.search(before) is not None
            or _of_base(low[max(0, ahead.start - 90) : ahead.start], ahead)
            or (ahead.mode == OPEN and rule != "since_event" and _RECORD.search(before) is not None)
        )
    if edtf and not calendar.valid(edtf):
        edtf = None
    if edtf and rule != "since_event":
        if ahead.mode == OPEN:
            edtf = calendar.since(edtf)
        elif ahead.mode == UNTIL:
            edtf = calendar.until(edtf)
        elif ahead.mode == BEFORE:
            edtf = calendar.before(edtf)
        elif ahead.mode == AFTER:
            edtf = calendar.after(edtf)
    first, last = calendar.days(edtf)
    while end > start and low[end - 1].isspace():
        end -= 1
    return PeriodMention(offset + start, offset + end, edtf, first, last, comparison, rule, ahead.intro)
