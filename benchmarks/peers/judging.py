"""Whether what pressfacts reads is what another tool expects, and where it is not, whether that is on purpose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from benchmarks.peers.cases import Case
from pressfacts import Extraction, Extractor, Fact, Lexicon, Rejection, article_from_text

# Why we differ on purpose. Nothing else excuses a difference.
DIFFERENCES = {
    "article": "“un” is counted before a scale, a sum of money, a percentage or in “un sur trois” only",
    "definite": "a number word behind “les”, “ces”, “ses” is no figure: les deux pays",
    "ordinal": "ranks and ordinals are no quantities",
    "time": "dates, hours and spans of time say when a figure holds and are none themselves",
    "age": "the age of a person is no figure of the news",
    "name": "a number inside a name, a reference or a phone number counts nothing",
    "score": "scores are no quantities",
    "of_nothing": "a number of nothing is rejected, with its reason: a fact says of what",
    "too_long": "a numeral of more than thirty digits is rejected",
    "notation": "the notations of computing (1E10, 1.1^23, .5, 100K, <= 100) are not those of the French press",
    "two_units": "one sum in two units (1 dollar et 23 cents) is two facts",
    "other_unit": "a measure is read where a bare number is to be passed over",
}
_REASONS = {
    "article": "article", "definite": "definite", "ordinal": "ordinal", "age": "age", "score": "score",
    "period": "time", "date": "time", "time": "time", "name": "name", "reference": "name", "phone": "name",
    "too_long": "too_long",
}  # fmt: skip
_NOTATION = re.compile(r"\d\s?[eE^][-+]?\d|(?<![\d\w])[.,]\d|\d\s?[KkMGT](?![\w€$])|[<>]|\d\s?[½⅓¼]|\d \d+/\d")
_SMALL_CHANGE = re.compile(r"\b(?:cents?|centimes?|pence|sous)\b")
_LOWER = {"more_than", "at_least"}
_UPPER = {"less_than", "at_most"}

# Names of theirs that no lexicon of ours has.
_MONEY = {"Dollar": "USD", "Pound": "GBP", "Livre": "GBP", "Rial": "IRR", "Riyal": "SAR"}
_SPANS = {"Second", "Minute", "Hour", "Day", "Week", "Month", "Year"}


@dataclass(frozen=True)
class Verdict:
    """How a case went: ``why`` names the difference when it is on purpose; neither passed nor excused is a failure."""

    case: Case
    passed: bool
    why: str | None
    said: str


class Judge:
    """Reads cases with one extractor."""

    def __init__(self) -> None:
        self._lexicon = Lexicon.load()
        self._extractor = Extractor(self._lexicon)

    def judge(self, case: Case) -> Verdict:
        """Read the text of a case and compare."""
        found = self._extractor.extract(article_from_text(case.text, id="case"))
        if case.nothing:
            why = "other_unit" if any(fact.kind == "measure" for fact in found.facts) else None
            return Verdict(case, not found.facts, None if not found.facts else why, _said(found.facts, ()))
        facts = [fact for fact in found.facts if fact.start < case.end and case.start < fact.end]
        rejections = [item for item in found.rejections if item.start < case.end and case.start < item.end]
        passed = self._bounds(case, facts) if case.value is None else any(self._same(case, fact) for fact in facts)
        why = None if passed else self._why(case, facts, rejections, found)
        return Verdict(case, passed, why, _said(facts, rejections))

    def _same(self, case: Case, fact: Fact) -> bool:
        return _near(fact.quantity.value, case.value) and self._unit_fits(case, fact, Decimal(1))[0] or (
            case.kind == "dimension" and self._unit_fits(case, fact, Decimal(1))[1] == fact.quantity.value
        )

    def _unit_fits(self, case: Case, fact: Fact, _: Decimal) -> tuple[bool, Decimal | None]:
        raise NotImplementedError

    def _bounds(self, case: Case, facts: Sequence[Fact]) -> bool:
        raise NotImplementedError

    def _why(
        self, case: Case, facts: Sequence[Fact], rejections: Sequence[Rejection], found: Extraction
    ) -> str | None:
        raise NotImplementedError
