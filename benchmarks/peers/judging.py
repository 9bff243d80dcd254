"""Whether what pressfacts reads is what another tool expects, and where it is not, whether that is on purpose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from benchmarks.peers.cases import Case
from pressfacts import Extractor, Fact, Lexicon, Rejection, article_from_text

# Why we differ on purpose. Nothing else excuses a difference.
DIFFERENCES = {
    "article": "“un” is counted before a scale, a sum of money, a percentage or in “un sur trois” only",
    "definite": "a number word behind “les”, “ces”, “ses” is no figure: les deux pays",
    "ordinal": "ranks and ordinals are no quantities",
    "time": "dates, hours and spans of time say when a figure holds and are none themselves",
    "age": "the age of a person is no figure of the news",
    "name": "a number inside a name, a reference or a phone number counts nothing",
    "score": "scores are no quantities",
    "of_nothing": "a bare number is rejected, with its reason: a fact says of what",
    "too_long": "a numeral of more than thirty digits is rejected",
    "notation": "the notations of computing (1E10, 1.1^23, .5, 100K, <= 100) are not those of the French press",
    "local_money": "a rial is worth a twentieth of a dirham, as in the Moroccan press, and a centime a hundredth",
    "two_sums": "a sum in two units (1 dollar et 23 cents) is two facts",
    "other_kind": "a measure, a sum or a count is read where bare numbers alone were asked for",
}
_REASONS = {
    "article": "article", "definite": "definite", "ordinal": "ordinal", "age": "age", "score": "score",
    "period": "time", "date": "time", "time": "time", "name": "name", "reference": "name", "phone": "name",
    "too_long": "too_long",
}  # fmt: skip
_NOTATION = re.compile(r"\d['\"]|\d\s?[eE^][-+]?\d|(?<![\d\w])-?[.,]\d|\d\s?[KkMGT](?![\w€$])|[<>]|[½⅓¼]|\d \d+/\d")
_ORDINAL = re.compile(r"\w{2}i[eè]mes?\b")
_SMALL_CHANGE = re.compile(r"\d\D+\d+\s*(?:cents?|centimes?)\b")
_BARE = ("number", "range")
_LOWER = {"more_than", "at_least"}
_UPPER = {"less_than", "at_most"}


@dataclass(frozen=True)
class Verdict:
    """How a case went: ``why`` names the difference when it is on purpose; neither passed nor excused is a failure."""

    case: Case
    passed: bool
    why: str | None
    said: str

    @property
    def failed(self) -> bool:
        """Whether it is a failure."""
        return not self.passed and self.why is None


class Judge:
    """Reads cases, all with one extractor."""

    def __init__(self) -> None:
        self._lexicon = Lexicon.load()
        self._extractor = Extractor(self._lexicon)

    def judge(self, case: Case) -> Verdict:
        """Read the text of a case and compare what is read at its place with what is expected there."""
        found = self._extractor.extract(article_from_text(case.text, id="case"))
        facts = [fact for fact in found.facts if fact.start < case.end and case.start < fact.end]
        rejections = [item for item in found.rejections if item.start < case.end and case.start < item.end]
        passed = not facts if case.nothing else self._passes(case, facts)
        why = None if passed else self._why(case, facts, rejections)
        return Verdict(case, passed, why, _said(facts, rejections))

    def _passes(self, case: Case, facts: Sequence[Fact]) -> bool:
        fitting = [fact for fact in facts if self._is_of_unit(case, fact)]
        if case.value is not None:
            factor = self._factor(case)
            return any(_near(fact.quantity.value, case.value * factor) for fact in fitting)
        ends = [end for end in (case.low, case.high) if end is not None]
        if len(ends) == 2 and any(
            _near(fact.quantity.low, ends[0]) and _near(fact.quantity.high, ends[1]) for fact in fitting
        ):
            return True
        # "supérieur à 20 et inférieur à 35" is two facts, each with its bound
        bounds = ((case.low, _LOWER), (case.high, _UPPER))
        return all(
            any(_near(fact.quantity.value, end) and fact.quantity.comparator in names for fact in fitting)
            for end, names in bounds
            if end is not None
        )

    def _is_of_unit(self, case: Case, fact: Fact) -> bool:
        if case.kind in _BARE or case.unit is None:
            return True
        unit = fact.quantity.unit
        if case.kind == "money":
            known = self._lexicon.currencies.find(case.unit)
            spelt = self._lexicon.money_spellings.find(case.unit)
            code = known.id if known else spelt.currency if spelt else None
            return case.unit == "Unnamed" or (fact.kind == "money" and (code is None or unit == code))
        if case.kind == "duration":
            return unit == ("month" if case.unit == "Quarter" else case.unit.lower())
        measure = self._lexicon.units.find(case.unit)
        # a unit that no lexicon has is a counted noun
        return unit == measure.unit if measure else (unit or "")[:5].lower() == case.unit[:5].lower()

    def _factor(self, case: Case) -> Decimal:
        """How much in our unit one of theirs is: a millimetre is 0.001 m."""
        if case.unit == "Quarter":
            return Decimal(3)
        measure = self._lexicon.units.find(case.unit) if case.kind == "dimension" and case.unit else None
        return Decimal(measure.factor) if measure else Decimal(1)

    def _why(self, case: Case, facts: Sequence[Fact], rejections: Sequence[Rejection]) -> str | None:
        if case.nothing:
            return "other_kind"
        phrase = case.text[case.start : case.end]
        if _NOTATION.search(phrase):
            return "notation"
        if case.kind == "money" and len(facts) != 1 and _SMALL_CHANGE.search(phrase):
            return "two_sums"
        spelt = self._lexicon.money_spellings.find(case.unit) if case.kind == "money" and case.unit else None
        if spelt is not None and Decimal(spelt.factor) != 1:
            return "local_money"
        reasons = [rejection.reason for rejection in rejections]
        for reason in reasons:
            if reason in _REASONS:
                return _REASONS[reason]
        if not facts and _ORDINAL.search(phrase):
            return "ordinal"
        return "of_nothing" if "unit_unknown" in reasons and case.kind in _BARE else None


def _near(read: Decimal | None, expected: Decimal | None) -> bool:
    if read is None or expected is None:
        return False
    return abs(read - expected) <= max(abs(expected) * Decimal("1e-6"), Decimal("1e-6"))


def _said(facts: Sequence[Fact], rejections: Sequence[Rejection]) -> str:
    said = []
    for fact in facts:
        quantity = fact.quantity
        amount = quantity.value if quantity.value is not None else f"{quantity.low} to {quantity.high}"
        said.append(f"{fact.quote!r} = {quantity.comparator} {amount} {quantity.unit}")
    said += [f"{rejection.quote!r} rejected: {rejection.reason}" for rejection in rejections]
    return "; ".join(said) or "nothing"
