"""Alignment of gold and predicted facts, and what each pair got right (guide for annotators, section on scoring).

Pairs are made one to one by the overlap of their numerals; the levels build on each other:

    detection   the numeral was found
    core        … and kind, value and unit are right
    claim       … and comparator, per, change, status and period
    full        … and indicator and sources
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pressfacts.evaluation.answers import SLOTS, ScoredFact, agree
from pressfacts.evaluation.gold import GoldArticle, GoldFact, GoldSet
from pressfacts.evaluation.predictions import Prediction, Predictions, Refusal

Level = Literal["spurious", "missed", "detection", "core", "claim", "full"]
LEVELS: tuple[Level, ...] = ("detection", "core", "claim", "full")
CORE = ("kind", "value", "unit")
CLAIM = (*CORE, "comparator", "per", "change", "status", "period")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one gold fact, or of a predicted fact that no gold fact answers to (``spurious``).

    ``level`` is the highest level that the pair reaches, ``wrong`` the slots that disagree, ``subject`` whether the
    subject is right (None when the gold does not give one to compare), ``refusals`` why a missed numeral was refused.
    """

    article: GoldArticle
    level: Level
    gold: GoldFact | None
    predicted: ScoredFact | None
    wrong: tuple[str, ...] = ()
    subject: bool | None = None
    refusals: tuple[Refusal, ...] = ()

    @property
    def mention(self) -> ScoredFact:
        """The fact that the outcome is about: the gold one where there is one."""
        fact = self.gold.fact if self.gold else self.predicted
        assert fact is not None  # noqa: S101  an outcome has one or the other
        return fact

    def reaches(self, level: Level) -> bool:
        """Whether the pair is right at a level, and so at those below."""
        return self.level in LEVELS and LEVELS.index(self.level) >= LEVELS.index(level)


def score(gold: GoldSet, predictions: Predictions) -> tuple[Outcome, ...]:
    """Score all articles of a gold set, in their order; an article without a prediction has no facts."""
    return tuple(
        outcome for article in gold.articles for outcome in _score_article(article, predictions.get(article.id))
    )


def right_slots(gold: GoldFact, predicted: ScoredFact) -> dict[str, bool]:
    """For each slot, and the subject, whether the prediction gives the gold answer or another accepted one."""
    kind = gold.fact.answers["kind"]
    return {
        slot: any(
            agree(slot, answer, predicted.answers[slot], kind)
            for answer in (gold.fact.answers[slot], *gold.accepted.get(slot, ()))
        )
        for slot in (*SLOTS, "subject")
    }


def align(text: str, gold: Sequence[ScoredFact], predicted: Sequence[ScoredFact]) -> list[tuple[int, int]]:
    """Pairs of indices, one to one: the largest share of the longer numeral first, ties by order."""
    candidates = []
    predicted_numerals = [_numeral(text, fact) for fact in predicted]
    for i, fact in enumerate(gold):
        a, b = _numeral(text, fact)
        for j, (c, d) in enumerate(predicted_numerals):
            shared = min(b, d) - max(a, c)
            if shared > 0:
                candidates.append((-shared / max(b - a, d - c), i, j))
    pairs: list[tuple[int, int]] = []
    taken_gold: set[int] = set()
    taken_predicted: set[int] = set()
    for _, i, j in sorted(candidates):
        if i not in taken_gold and j not in taken_predicted:
            taken_gold.add(i)
            taken_predicted.add(j)
            pairs.append((i, j))
    return pairs


def _numeral(text: str, fact: ScoredFact) -> tuple[int, int]:
    """From the first to the last digit of the quote; the whole quote when it is in words (« la moitié »)."""
    digits = [match.start() for match in re.finditer(r"\d", text[fact.start : fact.end])]
    return (fact.start + digits[0], fact.start + digits[-1] + 1) if digits else (fact.start, fact.end)


def _score_article(article: GoldArticle, prediction: Prediction | None) -> list[Outcome]:
    prediction = prediction or Prediction()
    predicted = prediction.facts
    partner = dict(align(article.text, [gold.fact for gold in article.facts], predicted))
    outcomes = []
    for i, gold in enumerate(article.facts):
        if gold.optional:
            continue
        if i in partner:
            outcomes.append(_outcome(article, gold, predicted[partner[i]]))
        else:
            refusals = tuple(r for r in prediction.refusals if r.start < gold.fact.end and r.end > gold.fact.start)
            outcomes.append(Outcome(article, "missed", gold, None, refusals=refusals))
    paired = set(partner.values())
    outcomes += [Outcome(article, "spurious", None, fact) for j, fact in enumerate(predicted) if j not in paired]
    return sorted(outcomes, key=lambda outcome: (outcome.mention.start, outcome.mention.end))


def _outcome(article: GoldArticle, gold: GoldFact, predicted: ScoredFact) -> Outcome:
    right = right_slots(gold, predicted)
    subject = right.pop("subject") if gold.scores_subject else None
    wrong = tuple(slot for slot in SLOTS if not right[slot])
    level: Level = "full"
    if not all(right[slot] for slot in CORE):
        level = "detection"
    elif not all(right[slot] for slot in CLAIM):
        level = "core"
    elif wrong:
        level = "claim"
    return Outcome(article, level, gold, predicted, wrong, subject)
