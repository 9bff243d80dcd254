"""A whole evaluation: read the gold, get the predictions, score."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from pressfacts.errors import GoldError, InputError
from pressfacts.evaluation.gold import GoldSet, read_gold
from pressfacts.evaluation.predictions import Extracts, Predictions, predict, read_predictions
from pressfacts.evaluation.report import Report, SetReport
from pressfacts.evaluation.scoring import score


def evaluate(gold_paths: Iterable[str | Path], extractor: Extracts) -> Report:
    """Score an extractor on gold sets, each a ``.jsonl``, a ``.json`` or a folder with ``articles/`` and ``gold/``.

    Raises GoldError when a gold set is wrong or two have the same name.
    """
    return _report(gold_paths, lambda gold: predict(gold, extractor))


def evaluate_predictions(gold_paths: Iterable[str | Path], predicted: str | Path) -> Report:
    """Score the facts in a ``.jsonl`` file (Extractions, Facts, or ``{"id", "facts"}``) instead of extracting them.

    Raises GoldError for the gold, InputError when the file cannot be read or has none of the gold's articles.
    """
    path = Path(predicted)
    predictions = read_predictions(path)
    report = _report(gold_paths, lambda _: predictions)
    if not any(article.id in predictions for part in report.sets for article in part.gold.articles):
        cure = "Hand in the facts of the same articles, under the same ids"
        raise InputError("no article of the gold is in it", where=str(path), cure=cure)
    return report


def _report(gold_paths: Iterable[str | Path], predictions: Callable[[GoldSet], Predictions]) -> Report:
    sets: dict[str, GoldSet] = {}
    for path in map(Path, gold_paths):
        gold = read_gold(path)
        if gold.name in sets:
            cause = f"the set is called {gold.name!r}, as is {sets[gold.name].path}"
            raise GoldError(cause, where=str(path), cure="Rename one, or score them one after the other")
        sets[gold.name] = gold
    return Report(tuple(SetReport(gold, score(gold, predictions(gold))) for gold in sets.values()))
