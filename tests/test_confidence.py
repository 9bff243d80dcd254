"""Confidence: what it goes by, that it is fitted to the corpus, and that it means what it says."""

import json
from pathlib import Path

import pytest

from pressfacts import Extractor
from pressfacts.confidence import FITTED, Calibration, fitted, traits
from pressfacts.evaluation import evaluate
from pressfacts.evaluation.calibration import Sample, fit

CORPUS = Path(__file__).parent.parent / "corpus"


def test_traits_are_rules_and_circumstances():
    found = list(traits(["numbers:digits", "numbers:digits", "money:dirham"], "money", 250, 5))
    assert found == ["numbers:digits", "money:dirham", "kind=money", "sentence=2", "sources=3"]


def test_weights_add_up_in_log_odds():
    calibration = Calibration(0.0, {"a": 1.0, "b": -1.0})
    assert calibration.confidence(iter(())) == 0.5
    assert calibration.confidence(iter("a")) == 0.73
    assert calibration.confidence(iter("ab")) == 0.5
    assert Calibration(1e9, {}).confidence(iter(())) == 0.99
    assert Calibration(-1e9, {}).confidence(iter(())) == 0.02


def test_fit_learns_which_trait_goes_wrong():
    found = [Sample(f"{n % 10}", ("good",) if n % 2 else ("bad",), bool(n % 2) or n % 10 == 0) for n in range(200)]
    calibration, loss = fit(found)
    assert calibration.confidence(iter(["good"])) > 0.9
    assert calibration.confidence(iter(["bad"])) < 0.4
    assert 0 < loss < 0.6


def test_packaged_weights_are_of_the_corpus():
    held = json.loads(FITTED.read_text(encoding="utf-8"))
    assert held["facts"] > 500
    assert fitted().weights == held["weights"]


def test_nine_of_ten_means_nine_of_ten():
    table = evaluate([CORPUS], Extractor()).reliability
    assert table.without == 0
    assert table.error < 0.1
    shares = [row.precision for row in table.bins if row.count >= 30]
    assert shares == pytest.approx(sorted(shares), abs=0.06), "more confident facts are more often right"
