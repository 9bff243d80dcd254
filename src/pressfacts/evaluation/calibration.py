"""Fit the confidence of facts to gold: ``python -m pressfacts.evaluation.calibration corpus`` writes the weights.

A logistic regression over the traits of a fact, kept small by a penalty that is chosen by leaving whole articles out.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from pressfacts.articles import article_from_text
from pressfacts.confidence import FITTED, Calibration, traits
from pressfacts.evaluation.gold import GoldSet, read_gold
from pressfacts.evaluation.predictions import predict
from pressfacts.evaluation.scoring import score
from pressfacts.extractor import Extractor

_PENALTIES = (1.0, 2.0, 4.0, 8.0, 16.0)
_FOLDS = 6
_SEEN = 4
"""A trait that fewer facts show is left out: nothing can be measured on it."""

Array = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sample:
    """A fact found: the article it is in, its traits, whether it is right at the full level."""

    article: str
    traits: tuple[str, ...]
    right: bool


def samples(gold: GoldSet, extractor: Extractor) -> list[Sample]:
    """Read the articles of a gold set; facts that the gold holds to be optional are left out."""
    outcomes = score(gold, predict(gold, extractor))
    right = {
        (outcome.article.id, outcome.predicted.start, outcome.predicted.end): outcome.reaches("full")
        for outcome in outcomes
        if outcome.predicted is not None
    }
    found = []
    for row in gold.articles:
        article = article_from_text(row.text, id=row.id, published=row.published, outlet=row.outlet)
        for fact in extractor.extract(article).facts:
            place = (row.id, fact.start, fact.end)
            if place in right:
                length = fact.sentence.end - fact.sentence.start
                own = tuple(traits(fact.rules, fact.kind, length, len(fact.sources)))
                found.append(Sample(row.id, own, right[place]))
    return found


def fit(found: Sequence[Sample]) -> tuple[Calibration, float]:
    """Fit the weights; the second value is the mean log loss on articles left out, with the penalty chosen."""
    counted = Counter(trait for sample in found for trait in sample.traits)
    names = sorted(trait for trait, count in counted.items() if count >= _SEEN)
    matrix = np.array([[trait in sample.traits for trait in names] for sample in found], dtype=np.float64)
    right = np.array([sample.right for sample in found], dtype=np.float64)
    articles = sorted({sample.article for sample in found})
    fold = np.array([articles.index(sample.article) % _FOLDS for sample in found])
    losses = {penalty: _left_out(matrix, right, fold, penalty) for penalty in _PENALTIES}
    best = min(losses, key=losses.__getitem__)
    weights = _newton(matrix, right, best)
    kept = {
        name: round(float(weight), 3) for name, weight in zip(names, weights[1:], strict=True) if abs(weight) > 0.02
    }
    return Calibration(round(float(weights[0]), 3), kept), losses[best]


def _left_out(matrix: Array, right: Array, fold: npt.NDArray[np.int64], penalty: float) -> float:
    loss = 0.0
    for one in range(_FOLDS):
        inside = fold == one
        if inside.any() and not inside.all():
            weights = _newton(matrix[~inside], right[~inside], penalty)
            chance = _chance(matrix[inside], weights)
            loss -= float(np.sum(np.where(right[inside] > 0, np.log(chance), np.log(1 - chance))))
    return loss / len(right)


def _chance(matrix: Array, weights: Array) -> Array:
    odds = np.clip(weights[0] + matrix @ weights[1:], -30, 30)
    chance: Array = np.clip(1 / (1 + np.exp(-odds)), 1e-6, 1 - 1e-6)
    return chance


def _newton(matrix: Array, right: Array, penalty: float) -> Array:
    """Minimise the penalised log loss; the bias, first, is not penalised."""
    rows = np.hstack([np.ones((len(matrix), 1)), matrix])
    ridge = np.diag([1e-6] + [penalty] * matrix.shape[1])
    weights = np.zeros(rows.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (chance - right) + ridge @ weights
        curve = (rows * (chance * (1 - chance))[:, None]).T @ rows + ridge
        step = np.linalg.solve(curve, slope)
        weights -= step
        if float(np.abs(step).max()) < 1e-8:
            break
    return weights


def main(folder: Path) -> None:
    """Fit to a folder of gold and write ``confidence.json``."""
    found = samples(read_gold(folder), Extractor())
    calibration, loss = fit(found)
    held = {"bias": calibration.bias, "facts": len(found), "log_loss": round(loss, 4), "weights": calibration.weights}
    FITTED.write_text(json.dumps(held, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
