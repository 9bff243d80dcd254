"""The figures of a report, all of them counted from the outcomes: levels, slots, kinds, reliability of confidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import Any, get_args

from pressfacts.evaluation.answers import SLOTS
from pressfacts.evaluation.scoring import LEVELS, Level, Outcome
from pressfacts.model import Kind

BIN_EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)
"""The bins of the reliability table, half-open, the last closed; finer where most facts are."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts, and shares rounded to four places. ``slots`` are shares of the aligned pairs, so is ``subject``."""

    texts: int
    gold: int
    predicted: int
    precision: float
    recall: float
    detection_f1: float
    core_f1: float
    claim_f1: float
    full_f1: float
    slots: dict[str, float]
    subject: float

    def to_json(self) -> dict[str, Any]:
        """Give the figures under their names, as JSON values."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class KindFigures:
    """The facts of one kind: how many are owed, were predicted, were found as whatever kind, and F1 by level."""

    gold: int
    predicted: int
    found: int
    core_f1: float
    claim_f1: float
    full_f1: float


@dataclass(frozen=True, slots=True)
class Bin:
    """Facts whose confidence lies in [low, high): their number, mean confidence, and the share that is wholly right."""

    low: float
    high: float
    count: int
    confidence: float
    precision: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """Whether 0.9 means 0.9: the bins that hold facts, and how far confidence and precision are apart on average."""

    bins: tuple[Bin, ...]
    error: float
    without: int


def figures(outcomes: Sequence[Outcome], texts: int) -> Figures:
    """Count the figures of some outcomes out of so many texts."""
    gold = sum(outcome.gold is not None for outcome in outcomes)
    predicted = sum(outcome.predicted is not None for outcome in outcomes)
    pairs = [outcome for outcome in outcomes if outcome.reaches("detection")]
    f1 = {level: _f1(pairs, level, gold + predicted) for level in LEVELS}
    subjects = [outcome.subject for outcome in pairs if outcome.subject is not None]
    return Figures(
        texts=texts,
        gold=gold,
        predicted=predicted,
        precision=_share(len(pairs), predicted),
        recall=_share(len(pairs), gold),
        detection_f1=f1["detection"],
        core_f1=f1["core"],
        claim_f1=f1["claim"],
        full_f1=f1["full"],
        slots={slot: _share(sum(slot not in o.wrong for o in pairs), len(pairs)) for slot in SLOTS},
        subject=_share(sum(subjects), len(subjects)),
    )


def by_kind(outcomes: Sequence[Outcome]) -> dict[str, KindFigures]:
    """Figures for each kind that gold or prediction names; a pair of two kinds is right for neither."""
    table = {}
    for kind in get_args(Kind):
        gold = [o for o in outcomes if o.gold and o.gold.fact.answers["kind"] == kind]
        predicted = sum(o.predicted is not None and o.predicted.answers["kind"] == kind for o in outcomes)
        if gold or predicted:
            total = len(gold) + predicted
            f1 = {level: _f1(gold, level, total) for level in LEVELS}
            found = sum(o.reaches("detection") for o in gold)
            table[kind] = KindFigures(len(gold), predicted, found, f1["core"], f1["claim"], f1["full"])
    return table


def reliability(outcomes: Iterable[Outcome]) -> Reliability:
    """Set the confidence of all predicted facts against the share of them that is right at the full level."""
    facts = [(o.predicted.confidence, o.reaches("full")) for o in outcomes if o.predicted]
    known = [(confidence, right) for confidence, right in facts if confidence is not None]
    bins = []
    apart = 0.0
    for low, high in pairwise(BIN_EDGES):
        inside = [(c, right) for c, right in known if low <= c < high or c == high == BIN_EDGES[-1]]
        if inside:
            mean = sum(c for c, _ in inside) / len(inside)
            precision = sum(right for _, right in inside) / len(inside)
            apart += abs(mean - precision) * len(inside)
            bins.append(Bin(low, high, len(inside), round(mean, 4), round(precision, 4)))
    return Reliability(tuple(bins), round(apart / max(1, len(known)), 4), len(facts) - len(known))


def _share(part: int, whole: int) -> float:
    return round(part / max(1, whole), 4)


def _f1(pairs: Iterable[Outcome], level: Level, total: int) -> float:
    return round(2 * sum(o.reaches(level) for o in pairs) / max(1, total), 4)
