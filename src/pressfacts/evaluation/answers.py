"""What is scored of a fact: its place and one answer for each slot, the same for gold and for predictions."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

SLOTS = ("kind", "value", "unit", "comparator", "per", "change", "status", "period", "indicator", "sources")
"""The slots that the levels are made of, in the order of the tables. ``subject`` is measured apart."""


@dataclass(frozen=True, slots=True)
class Amount:
    """The numbers of a quantity in base units: a value, or the two ends of a range."""

    value: float | None
    low: float | None
    high: float | None

    def __str__(self) -> str:
        return f"{_plain(self.value)}" if self.low is None else f"{_plain(self.low)} to {_plain(self.high)}"


@dataclass(frozen=True, slots=True)
class Named:
    """A source, as far as it is scored."""

    type: str
    name: str
    acronym: str | None

    def __str__(self) -> str:
        return f"{self.type} {self.name}" + (f" ({self.acronym})" if self.acronym else "")


Answer = str | Amount | tuple[Named, ...] | None
"""What stands in one slot: an Amount for ``value``, sources for ``sources``, else a string or nothing."""


@dataclass(frozen=True, slots=True)
class ScoredFact:
    """A fact as the scorer sees it. ``start`` and ``end`` are code points into the article's text, half-open."""

    quote: str
    start: int
    end: int
    answers: Mapping[str, Answer]
    rules: tuple[str, ...] = ()
    confidence: float | None = None


def scored_fact(record: Mapping[str, Any]) -> ScoredFact:
    """Take what is scored out of a fact in its JSON form; what it lacks is null.

    Raises KeyError, TypeError, ValueError, AttributeError or OverflowError on a record that is no fact.
    """
    quantity = record["quantity"]
    confidence = record.get("confidence")
    return ScoredFact(
        quote=str(record["quote"]),
        start=int(record["start"]),
        end=int(record["end"]),
        answers={
            "kind": record["kind"],
            "value": amount(quantity),
            "unit": quantity.get("unit"),
            "comparator": quantity.get("comparator"),
            "per": quantity.get("per"),
            "change": record.get("change"),
            "status": record.get("status"),
            "period": (record.get("period") or {}).get("edtf"),
            "indicator": (record.get("indicator") or {}).get("text"),
            # a newspaper that the whole article reviews is added by rule, not read in the sentence: it is not scored
            "sources": sources(s for s in record.get("sources") or () if s.get("resolved") != "article"),
            "subject": (record.get("subject") or {}).get("text"),
        },
        rules=tuple(record.get("rules") or ()),
        confidence=None if confidence is None else float(confidence),
    )


def amount(record: Mapping[str, Any]) -> Amount:
    """Read the numbers of ``{"value", "low", "high"}``."""
    return Amount(*(None if record.get(key) is None else float(record[key]) for key in ("value", "low", "high")))


def sources(records: Iterable[Mapping[str, Any]]) -> tuple[Named, ...]:
    """Read the sources of ``[{"type", "name", "acronym"}]``."""
    return tuple(Named(s["type"], s.get("name") or "", s.get("acronym")) for s in records)


def shown(answer: Answer) -> str:
    """Write an answer as a person reads it in a list of mistakes."""
    if isinstance(answer, tuple):
        return "; ".join(map(str, answer)) or "none"
    return "none" if answer is None else str(answer)


def agree(slot: str, gold: Answer, predicted: Answer, kind: Answer) -> bool:
    """Whether a predicted answer is as good as the gold one; ``kind`` is the gold fact's, it sets the tolerance."""
    if isinstance(gold, Amount) and isinstance(predicted, Amount):
        return _same_amount(gold, predicted, kind)
    if isinstance(gold, tuple) and isinstance(predicted, tuple):
        return _same_sources(gold, predicted)
    if slot == "unit":
        return _same_unit(gold, predicted, kind)
    if slot == "per":
        return _norm(gold)[:5] == _norm(predicted)[:5]
    if slot in ("indicator", "subject"):
        return _same_phrase(gold, predicted)
    return (gold or None) == (predicted or None)


def _plain(number: float | None) -> str:
    return "none" if number is None else f"{number:.12g}" if abs(number) < 1e12 else f"{number:.0f}"


def _norm(name: Answer) -> str:
    """Lower case, straight apostrophes, no accents, no leading article: « L’Économiste » and "economiste" are one."""
    letters = unicodedata.normalize("NFKD", (str(name) if name else "").replace("’", "'"))
    bare = "".join(c for c in letters if not unicodedata.combining(c)).casefold()
    return re.sub(r"^(le |la |les |l'|un |une |des )", "", re.sub(r"\s+", " ", bare).strip())


def _near(a: float | None, b: float | None, tolerance: float) -> bool:
    if a is None or b is None:
        return a is None and b is None
    return abs(a - b) <= tolerance * max(abs(a), abs(b), 1e-9)


def _same_amount(a: Amount, b: Amount, kind: Answer) -> bool:
    # a third is written 0.333333 or 0.33, a sum of money is exact
    tolerance = 1e-2 if kind in ("ratio", "multiple") else 1e-6
    return all(_near(x, y, tolerance) for x, y in ((a.value, b.value), (a.low, b.low), (a.high, b.high)))


def _same_unit(a: Answer, b: Answer, kind: Answer) -> bool:
    if kind not in ("count", "measure"):
        return a == b
    # five letters forgive number and gender (« touriste », "touristes"); a word of the other, « point de vente »
    x, y = _norm(a), _norm(b)
    return x[:5] == y[:5] or x in y.split() or y in x.split()


def _same_phrase(a: Answer, b: Answer) -> bool:
    if not a or not b:
        return not a and not b
    x, y = _norm(a), _norm(b)
    words_x, words_y = set(re.findall(r"\w{3,}", x)), set(re.findall(r"\w{3,}", y))
    return x in y or y in x or len(words_x & words_y) >= max(1, min(len(words_x), len(words_y)) / 2)


def _same_source(a: Named, b: Named) -> bool:
    if a.type != b.type and not {a.type, b.type} <= {"organisation", "document"}:
        return False
    names_a, names_b = ([_norm(n) for n in (s.name, s.acronym) if n] for s in (a, b))
    return any(x == y or x in y or y in x for x in names_a for y in names_b)


def _same_sources(a: tuple[Named, ...], b: tuple[Named, ...]) -> bool:
    return (
        len(a) == len(b)
        and all(any(_same_source(x, y) for y in b) for x in a)
        and all(any(_same_source(x, y) for x in a) for y in b)
    )
