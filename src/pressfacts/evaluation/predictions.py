"""What the extractor found in the articles of a gold set, run now or read from a file of an earlier run."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from pressfacts.articles import article_from_text
from pressfacts.errors import InputError, RecordError
from pressfacts.evaluation.answers import ScoredFact, scored_fact
from pressfacts.evaluation.gold import GoldSet
from pressfacts.model import Article, Extraction


class Extracts(Protocol):
    """Whatever makes an Extraction of an Article, as the Extractor does."""

    def extract(self, article: Article, /) -> Extraction:
        """Read one article."""
        ...


@dataclass(frozen=True, slots=True)
class Refusal:
    """A numeral that was seen and turned down: it explains why a fact was missed."""

    start: int
    end: int
    reason: str
    rule: str


@dataclass(slots=True)
class Prediction:
    """The facts found in one article, in the order of the run."""

    facts: list[ScoredFact] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)


Predictions = Mapping[str, Prediction]
"""Predictions by the id of their article."""


def predict(gold: GoldSet, extractor: Extracts) -> Predictions:
    """Run the extractor over the texts of a gold set, with the publication date and outlet that the gold gives."""
    predictions: dict[str, Prediction] = {}
    for row in gold.articles:
        article = article_from_text(row.text, id=row.id, published=row.published, outlet=row.outlet)
        record = extractor.extract(article).model_dump(mode="json", exclude={"article": True})
        predictions[row.id] = _prediction(record)
    return predictions


def read_predictions(path: Path) -> Predictions:
    """Read a file of predictions: one Extraction a line, or ``{"id", "facts"}``, or one Fact a line.

    Raises InputError when there is no such file, RecordError with the line for one that is none of these.
    """
    try:
        lines = path.read_bytes().decode("utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        cause = f"cannot be read: {error.strerror if isinstance(error, OSError) else 'it is no UTF-8'}"
        cure = "Hand in a .jsonl file of extractions or facts"
        raise InputError(cause, where=str(path), cure=cure) from error
    predictions: defaultdict[str, Prediction] = defaultdict(Prediction)
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            if "facts" in record:
                article = record["id"] if "id" in record else record["article"]["id"]
                predictions[article] = _prediction(record)
            else:
                predictions[record["article_id"]].facts.append(scored_fact(record))
        except (KeyError, TypeError, ValueError, AttributeError, OverflowError, RecursionError) as error:
            cure = "A line is an Extraction, a Fact, or an object with id and facts"
            raise RecordError(
                f"no prediction can be read from it: {error}", where=f"{path}, line {number}", cure=cure
            ) from error
    return predictions


def _prediction(record: Mapping[str, Any]) -> Prediction:
    rejections: Iterable[Mapping[str, Any]] = record.get("rejections") or ()
    return Prediction(
        [scored_fact(fact) for fact in record["facts"]],
        [Refusal(r["start"], r["end"], r["reason"], r["rule"]) for r in rejections],
    )
