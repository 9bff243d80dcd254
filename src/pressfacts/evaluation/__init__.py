"""Scores against gold: detection, core, claim and full F1, the slots, the mistakes, and floors to hold them."""

from pressfacts.evaluation.floors import check, read_floors, update
from pressfacts.evaluation.gold import read_gold
from pressfacts.evaluation.report import Report, compare
from pressfacts.evaluation.runs import evaluate, evaluate_predictions

__all__ = ["Report", "check", "compare", "evaluate", "evaluate_predictions", "read_floors", "read_gold", "update"]
