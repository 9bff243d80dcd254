"""A scored run: its figures, its mistakes grouped by slot, its JSON form, and how it differs from an earlier run."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from pressfacts.errors import InputError
from pressfacts.evaluation.answers import SLOTS, Amount, Answer, ScoredFact, shown
from pressfacts.evaluation.figures import Figures, KindFigures, Reliability, by_kind, figures, reliability
from pressfacts.evaluation.gold import GoldSet
from pressfacts.evaluation.scoring import Outcome

GROUPS = ("missed", "spurious", *SLOTS, "subject")
"""What a mistake can be about, in the order in which mistakes are listed."""
_EXCERPT = 120
_RANKS = ("spurious", "missed", "detection", "core", "claim", "full")


@dataclass(frozen=True, slots=True)
class Mistake:
    """One wrong slot, missed or spurious fact. ``before`` and ``after`` are the text around the quote, on one line."""

    group: str
    gold_set: str
    article: str
    quote: str
    before: str
    after: str
    expected: str
    got: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetReport:
    """One gold set and what became of its facts."""

    gold: GoldSet
    outcomes: tuple[Outcome, ...]

    @property
    def figures(self) -> Figures:
        """Precision, recall, F1 of each level, accuracy of each slot."""
        return figures(self.outcomes, len(self.gold.articles))

    def to_json(self) -> dict[str, Any]:
        """Name, digest, figures, tables and every outcome, as JSON values."""
        return {
            "name": self.gold.name,
            "digest": self.gold.digest,
            **self.figures.to_json(),
            "kinds": {kind: asdict(row) for kind, row in by_kind(self.outcomes).items()},
            "reliability": asdict(reliability(self.outcomes)),
            "outcomes": [_outcome_json(outcome) for outcome in self.outcomes],
        }


@dataclass(frozen=True, slots=True)
class Report:
    """The scores of one or more gold sets."""

    sets: tuple[SetReport, ...]

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """The outcomes of all sets together."""
        return tuple(outcome for part in self.sets for outcome in part.outcomes)

    @property
    def figures(self) -> Figures:
        """The figures over all sets together, each fact counting once."""
        return figures(self.outcomes, sum(len(part.gold.articles) for part in self.sets))

    @property
    def kinds(self) -> dict[str, KindFigures]:
        """The figures of each kind over all sets."""
        return by_kind(self.outcomes)

    @property
    def reliability(self) -> Reliability:
        """Confidence against measured precision over all sets."""
        return reliability(self.outcomes)

    def to_json(self) -> dict[str, Any]:
        """Give the report as JSON values; what ``compare`` reads back."""
        return {"sets": [part.to_json() for part in self.sets]}

    def mistakes(self, group: str | None = None) -> dict[str, list[Mistake]]:
        """List the mistakes by what they are about (see GROUPS): all of them, or those of one group; no empty group."""
        found: dict[str, list[Mistake]] = {name: [] for name in GROUPS if group in (None, name)}
        for part in self.sets:
            for outcome in part.outcomes:
                for name in _groups(outcome):
                    if name in found:
                        found[name].append(_mistake(name, part.gold.name, outcome))
        return {name: rows for name, rows in found.items() if rows}


@dataclass(frozen=True, slots=True)
class Move:
    """A fact that another run treats otherwise; a level is None where the run does not have the fact at all."""

    gold_set: str
    article: str
    quote: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a run gained and lost against an earlier one, on the sets that both scored.

    ``earlier`` are the earlier figures by set and name. A spurious fact that is gone is a gain, a new one a loss;
    gold facts that only one of the two runs knew are neither, ``incomparable`` counts them.
    """

    gained: tuple[Move, ...]
    lost: tuple[Move, ...]
    incomparable: int
    earlier: dict[str, dict[str, float]]


_Key = tuple[str, str, str, bool, int]


def compare(report: Report, earlier: Path) -> Comparison:
    """Set a report against the JSON form of an earlier one.

    Raises InputError when the file is not one.
    """
    try:
        record = json.loads(earlier.read_bytes())
        old_levels = _levels(record)
        old_figures = {part["name"]: _flat(part) for part in record["sets"]}
    except OSError as error:
        raise InputError(
            f"cannot be read: {error.strerror}", where=str(earlier), cure="Write one with --json"
        ) from error
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        cure = "Hand in a file that `pressfacts evaluate --json` wrote"
        raise InputError("it is no report of an evaluation", where=str(earlier), cure=cure) from error
    levels = _levels(report.to_json())
    shared = old_figures.keys() & {part.gold.name for part in report.sets}
    gained: list[Move] = []
    lost: list[Move] = []
    incomparable = 0
    for key in {**old_levels, **levels}:
        gold_set, article, quote, spurious, _ = key
        before, after = old_levels.get(key), levels.get(key)
        if gold_set not in shared or before == after:
            continue
        if not spurious and (before is None or after is None):
            incomparable += 1
            continue
        move = Move(gold_set, article, quote, before, after)
        # to a spurious fact, being gone is the best that can happen
        better = after is None if spurious else _RANKS.index(str(after)) > _RANKS.index(str(before))
        (gained if better else lost).append(move)
    return Comparison(tuple(gained), tuple(lost), incomparable, {name: old_figures[name] for name in sorted(shared)})


def _levels(record: Mapping[str, Any]) -> dict[_Key, str]:
    """Find the level of each fact by set, article, quote and number among equals (no edit elsewhere moves them)."""
    levels: dict[_Key, str] = {}
    for part in record["sets"]:
        seen: Counter[tuple[str, str, bool]] = Counter()
        for outcome in part["outcomes"]:
            if outcome["level"] not in _RANKS:
                raise ValueError(outcome["level"])
            fact = (str(outcome["id"]), str(outcome["quote"]), outcome["level"] == "spurious")
            levels[(str(part["name"]), *fact, seen[fact])] = outcome["level"]
            seen[fact] += 1
    return levels


def _flat(part: Mapping[str, Any]) -> dict[str, float]:
    names = ("precision", "recall", "detection_f1", "core_f1", "claim_f1", "full_f1", "subject")
    return {name: float(part[name]) for name in names} | {slot: float(part["slots"][slot]) for slot in SLOTS}


def _outcome_json(outcome: Outcome) -> dict[str, Any]:
    mention = outcome.mention
    return {
        "id": outcome.article.id,
        "quote": mention.quote,
        "start": mention.start,
        "end": mention.end,
        "level": outcome.level,
        "wrong": list(outcome.wrong),
        "subject": outcome.subject,
        "gold": _answers_json(outcome.gold.fact if outcome.gold else None),
        "got": _answers_json(outcome.predicted),
        "confidence": outcome.predicted.confidence if outcome.predicted else None,
        "rules": list(outcome.predicted.rules) if outcome.predicted else [],
    }


def _answers_json(fact: ScoredFact | None) -> dict[str, Any] | None:
    def plain(answer: Answer) -> object:
        if isinstance(answer, Amount):
            return asdict(answer)
        return [asdict(source) for source in answer] if isinstance(answer, tuple) else answer

    return None if fact is None else {slot: plain(answer) for slot, answer in fact.answers.items()}


def _groups(outcome: Outcome) -> Iterator[str]:
    if outcome.level in ("missed", "spurious"):
        yield outcome.level
    yield from outcome.wrong
    if outcome.subject is False:
        yield "subject"


def _mistake(group: str, gold_set: str, outcome: Outcome) -> Mistake:
    mention, text = outcome.mention, outcome.article.text
    expected = got = ""
    if outcome.gold:
        gold = outcome.gold
        answers = (gold.fact.answers[group], *gold.accepted.get(group, ())) if outcome.predicted else ()
        expected = " | ".join(map(shown, answers)) or _summary(gold.fact)
    if outcome.predicted:
        got = shown(outcome.predicted.answers[group]) if outcome.gold else _summary(outcome.predicted)
    elif outcome.refusals:
        got = "refused: " + ", ".join(f"{refusal.reason} ({refusal.rule})" for refusal in outcome.refusals)
    return Mistake(
        group,
        gold_set,
        one_line(outcome.article.id),
        one_line(mention.quote),
        one_line(text[max(0, mention.start - _EXCERPT) : mention.start]),
        one_line(text[mention.end : mention.end + _EXCERPT]),
        one_line(expected),
        one_line(got),
        tuple(map(one_line, outcome.predicted.rules)) if outcome.predicted else (),
    )


def _summary(fact: ScoredFact) -> str:
    parts: Iterable[Answer] = (fact.answers[slot] for slot in ("kind", "value", "unit"))
    return " ".join(shown(part) for part in parts if part is not None)


def one_line(text: str) -> str:
    """Text from outside, fit for one line of a terminal: line breaks become ``⏎``, control characters ``·``."""
    return "".join("⏎" if c == "\n" else " " if c.isspace() else c if c.isprintable() else "·" for c in text)
