"""How sure a fact is: the share of facts found right on the corpus that the same rules and circumstances made.

``confidence.json`` holds the weights, fitted by :mod:`pressfacts.evaluation.calibration`; a rule that the corpus has
not seen weighs nothing, so that its facts get the mean. Right means right in number, claim, indicator and sources.
"""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

FITTED = Path(__file__).with_name("confidence.json")
_LONG = (120, 240, 400)
_LEAST, _MOST = 0.02, 0.99


@dataclass(frozen=True, slots=True)
class Calibration:
    """Weights of traits in log-odds; ``bias`` is what a fact without any known trait gets."""

    bias: float
    weights: Mapping[str, float]

    def confidence(self, traits: Iterator[str]) -> float:
        """The probability, to two places, that a fact with these traits is right."""
        odds = self.bias + sum(self.weights.get(trait, 0.0) for trait in traits)
        return round(min(_MOST, max(_LEAST, 1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))))), 2)


def traits(rules: Sequence[str], kind: str, sentence_length: int, sources: int) -> Iterator[str]:
    """What a fact's confidence goes by: its rules, its kind, how long its sentence is, how many sources it has."""
    yield from dict.fromkeys(rules)
    yield f"kind={kind}"
    yield f"sentence={sum(sentence_length > bound for bound in _LONG)}"
    yield f"sources={min(sources, 3)}"


@functools.cache
def fitted() -> Calibration:
    """The packaged weights."""
    held = json.loads(FITTED.read_text(encoding="utf-8"))
    return Calibration(held["bias"], held["weights"])
