"""Floors: figures that a gold set must not fall below, in a committed file with the digest of the set.

    {"corpus": {"digest": "…", "floors": {"precision": 0.98, …, "full_f1": 0.9, "kind": 0.99, …, "subject": 0.8}}}

A digest that differs means that the gold was edited: the floors then say nothing, until someone updates them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pressfacts.errors import GoldError
from pressfacts.evaluation.answers import SLOTS
from pressfacts.evaluation.report import Report, SetReport

MEASURES = ("precision", "recall", "detection_f1", "core_f1", "claim_f1", "full_f1", *SLOTS, "subject")
"""What has a floor: the figures of the levels, the accuracy of each slot, and that of the subject."""
_CURE = "Write it with `pressfacts evaluate GOLD --floors FILE --update`"


@dataclass(frozen=True, slots=True)
class Floors:
    """The floors of one gold set by measure, and the digest of the set that they were measured on."""

    digest: str
    values: dict[str, float]


@dataclass(frozen=True, slots=True)
class Breach:
    """Why a check fails: a figure below its floor, or floors that are not of this gold set (``floor`` is None)."""

    gold_set: str
    measure: str
    floor: float | None
    figure: float | None

    def __str__(self) -> str:
        if self.measure == "digest":
            return f"{self.gold_set}: the gold has changed since the floors were written; --update writes them anew"
        if self.floor is None:
            return f"{self.gold_set}: no floor for {self.measure}; --update writes one"
        return f"{self.gold_set}: {self.measure} is {self.figure:.4f}, below its floor {self.floor:.4f}"


def measured(part: SetReport) -> dict[str, float]:
    """Pick the figures of a gold set that have a floor, by measure."""
    record = part.figures.to_json()
    record |= record["slots"]
    return {measure: record[measure] for measure in MEASURES}


def read_floors(path: Path) -> dict[str, Floors]:
    """Read the floors by gold set; none when there is no file yet. Raises GoldError when it is no such file."""
    if not path.exists():
        return {}
    try:
        record = json.loads(path.read_bytes())
        return {str(name): _floors(row) for name, row in record.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise GoldError(f"these are no floors: {error!r}", where=str(path), cure=_CURE) from error


def check(report: Report, floors: dict[str, Floors]) -> list[Breach]:
    """All breaches of the sets that were scored; floors of other sets are left in peace."""
    breaches = []
    for part in report.sets:
        name, figures = part.gold.name, measured(part)
        known = floors.get(name)
        if known is None:
            breaches.append(Breach(name, "any measure", None, None))
            continue
        if known.digest != part.gold.digest:
            breaches.append(Breach(name, "digest", None, None))
        for measure, figure in figures.items():
            floor = known.values.get(measure)
            if floor is None or figure < floor:
                breaches.append(Breach(name, measure, floor, figure))
    return breaches


def update(report: Report, path: Path, *, allow_lower: bool = False) -> list[Breach]:
    """Raise the floors in ``path`` to the figures of the report and take over the digests.

    Where a floor would be lowered, the breaches are returned and nothing at all is written, unless ``allow_lower``.
    """
    floors = read_floors(path)
    lower = [breach for breach in check(report, floors) if breach.floor is not None]
    if lower and not allow_lower:
        return lower
    for part in report.sets:
        floors[part.gold.name] = Floors(part.gold.digest, measured(part))
    record = {name: {"digest": row.digest, "floors": row.values} for name, row in sorted(floors.items())}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(record, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return []


def _floors(row: dict[str, Any]) -> Floors:
    values = {str(measure): float(value) for measure, value in row["floors"].items()}
    if unknown := values.keys() - set(MEASURES):
        raise ValueError(f"unknown measures {', '.join(sorted(unknown))}")
    return Floors(str(row["digest"]), values)
