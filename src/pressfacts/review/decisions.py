"""What a person decides about facts, kept in an append-only ``decisions.jsonl``.

A decision holds the fact as it was seen, so that nothing is lost when the extractor changes its mind or the text moves:
it is attached again by the fact's id, else by its quote and the words around it; what cannot be attached is listed.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pydantic import ValidationError

from pressfacts.errors import InputError, SchemaError
from pressfacts.model import Extraction, Fact
from pressfacts.review.corrections import Correction, complaint, corrected
from pressfacts.review.gold import gold_fact
from pressfacts.review.journal import Action, Decision, Journal
from pressfacts.review.places import CONTEXT, place
from pressfacts.review.whole import write_whole

Attachment = Literal["same", "moved", "changed"]
OrphanReason = Literal["article not read", "quote gone from the text", "no longer extracted"]

# what a gold file holds the extractor to
_OWED = ("accept", "correct")
# what a decision is about; a fact that differs here from the one that was seen has to be looked at again
_CLAIM = {"kind", "quantity", "change", "status", "indicator", "subject", "period", "compared_to", "sources"}


@dataclass(frozen=True, slots=True)
class Attached:
    """A decision with the fact of today that it is about.

    ``how``: ``same`` text and claim, ``moved`` (the text was edited, the claim is the same), ``changed`` (the claim
    differs from the one that was seen).
    """

    decision: Decision
    fact: Fact
    how: Attachment


@dataclass(frozen=True, slots=True)
class Orphan:
    """A decision about a fact that is not among those of today, and why."""

    decision: Decision
    reason: OrphanReason


class Decisions:
    """The decisions in one file; every new one is written at once, behind all others.

    ``path`` is made when the first decision falls. Others may decide into the same file meanwhile: what they wrote is
    read with the next decision. Raises SchemaError, naming the line, for a file that is not ours.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._journal = Journal(path)
        self._index: dict[str, list[Decision]] = {}
        self._indexed = -1

    def __len__(self) -> int:
        return len(self.standing)

    @property
    def path(self) -> Path:
        """The file."""
        return self._journal.path

    @property
    def standing(self) -> tuple[Decision, ...]:
        """The decision that holds for each fact of a text."""
        return tuple({decision.key: decision for decision in self._journal.log}.values())

    def accept(self, extraction: Extraction, fact: Fact, *, note: str | None = None) -> Decision:
        """Keep the fact as it is."""
        return self._decide("accept", extraction, fact, note=note)

    def reject(self, extraction: Extraction, fact: Fact, *, note: str | None = None) -> Decision:
        """Say that this is no fact."""
        return self._decide("reject", extraction, fact, note=note)

    def flag(self, extraction: Extraction, fact: Fact, *, note: str | None = None) -> Decision:
        """Mark the fact for somebody else, or for later."""
        return self._decide("flag", extraction, fact, note=note)

    def skip(self, extraction: Extraction, fact: Fact, *, note: str | None = None) -> Decision:
        """Leave the fact undecided, having seen it."""
        return self._decide("skip", extraction, fact, note=note)

    def correct(
        self, extraction: Extraction, fact: Fact, correction: Correction | dict[str, Any], *, note: str | None = None
    ) -> Decision:
        """Say what is right instead: a Correction, or its fields as a dict: ``{"status": "target"}``.

        Raises SchemaError, naming the field, for one that does not make a valid fact.
        """
        if not isinstance(correction, Correction):
            try:
                correction = Correction.model_validate(correction)
            except ValidationError as error:
                raise SchemaError(complaint(error), where=repr(fact.quote), cure="Correct the correction") from error
        corrected(fact, correction, extraction.article.text)
        return self._decide("correct", extraction, fact, correction=correction, note=note)

    def undo(self, fact: Fact | None = None) -> Decision | None:
        """Take back the last decision, of this fact if one is given; the one before it holds again.

        Returns the decision that was taken back, None if there was none.
        """
        self._journal.catch_up()
        for decision in reversed(self._journal.log):
            if fact is None or decision.fact.id == fact.id:
                undo = {"action": "undo", "correction": None, "note": None, "decided": _now()}
                self._journal.append(decision.model_copy(update=undo))
                return decision
        return None

    def attach(self, extraction: Extraction) -> dict[str, Attached]:
        """Give the decisions that concern the extraction's facts, by the id of the fact of today."""
        attached: dict[str, Attached] = {}
        for decision, fact, _ in self._resolve(extraction):
            if fact is not None:
                same = decision.text_sha256 == extraction.article.text_sha256
                how: Attachment = "same" if same else "moved"
                changed = _claim(fact) != _claim(decision.fact)
                attached[fact.id] = Attached(decision, fact, "changed" if changed else how)
        return attached

    def orphans(self, extractions: Iterable[Extraction]) -> list[Orphan]:
        """List the decisions about facts that none of the extractions has."""
        reasons: dict[tuple[str, str], OrphanReason | None] = {}
        for extraction in extractions:
            for decision, fact, at in self._resolve(extraction):
                if fact is not None:
                    reasons[decision.key] = None
                else:
                    gone: OrphanReason = "quote gone from the text" if at is None else "no longer extracted"
                    reasons.setdefault(decision.key, gone)
        found = ((decision, reasons.get(decision.key, "article not read")) for decision in self.standing)
        return [Orphan(decision, reason) for decision, reason in found if reason is not None]

    def apply(self, extraction: Extraction) -> Extraction:
        """Make the extraction as the reviewer left it: rejected facts out, corrected ones as they should be.

        Raises SchemaError if a correction names words that an edited article no longer has.
        """
        told = self.attach(extraction)
        facts = []
        for fact in extraction.facts:
            decision = told[fact.id].decision if fact.id in told else None
            if decision is None or decision.action != "reject":
                correction = decision.correction if decision is not None else None
                facts.append(corrected(fact, correction, extraction.article.text) if correction is not None else fact)
        return extraction.model_copy(update={"facts": tuple(facts)})

    def gold(self, extraction: Extraction) -> dict[str, Any]:
        """Make gold of one article: what was accepted or corrected is owed, also if it is no longer extracted.

        Facts that nobody decided on are ``optional`` (neither missed nor spurious), rejected ones are left out.
        """
        text = extraction.article.text
        facts = {
            (fact.start, fact.end): {**gold_fact(fact, text, fact.start, fact.end), "optional": True}
            for fact in extraction.facts
        }
        for decision, _, at in self._resolve(extraction):
            if at is not None and decision.action == "reject":
                facts.pop(at, None)
            elif at is not None and decision.action in _OWED:
                facts[at] = gold_fact(decision.fact, text, *at, decision.correction)
        article = extraction.article.model_dump(mode="json", include={"id", "published", "outlet", "text"})
        return {**article, "facts": [facts[at] for at in sorted(facts)]}

    def write_gold(self, extractions: Iterable[Extraction], path: str | os.PathLike[str]) -> int:
        """Write one line of gold for each article that has an accepted, corrected or rejected fact; return how many.

        The file is what ``pressfacts evaluate`` reads. Raises InputError if it cannot be written.
        """
        settled = (*_OWED, "reject")
        lines = [
            json.dumps(self.gold(extraction), ensure_ascii=False) + "\n"
            for extraction in extractions
            if any(decision.action in settled for decision, _, _ in self._resolve(extraction))
        ]
        write_whole(path, lines)
        return len(lines)

    def _resolve(self, extraction: Extraction) -> list[tuple[Decision, Fact | None, tuple[int, int] | None]]:
        """Give each decision in this article with the fact of today and its place; one decision for a place."""
        article = extraction.article
        near = {
            decision.key: decision
            for key in (article.id, article.text_sha256)
            for decision in self._by_article().get(key, ())
        }
        by_id = {fact.id: fact for fact in extraction.facts}
        by_place = {(fact.start, fact.end): fact for fact in extraction.facts}
        resolved: dict[object, tuple[Decision, Fact | None, tuple[int, int] | None]] = {}
        # of two decisions about one fact, that in this very text counts before that in an older one
        for decision in sorted(near.values(), key=lambda each: each.text_sha256 == article.text_sha256):
            fact, at = by_id.get(decision.fact.id), _place(decision, extraction)
            if fact is None and at is not None:
                fact = by_place.get(at)
            if fact is not None:
                at = fact.start, fact.end
            resolved[decision.key if at is None else at] = decision, fact, at
        return list(resolved.values())

    def _by_article(self) -> dict[str, list[Decision]]:
        """Give the standing decisions by article id and by text hash; made anew when the file has grown."""
        if self._indexed != self._journal.size:
            self._index, self._indexed = {}, self._journal.size
            for decision in self.standing:
                for key in {decision.fact.article_id, decision.text_sha256}:
                    self._index.setdefault(key, []).append(decision)
        return self._index

    def _decide(
        self,
        action: Action,
        extraction: Extraction,
        fact: Fact,
        *,
        correction: Correction | None = None,
        note: str | None = None,
    ) -> Decision:
        article = extraction.article
        if article.text[fact.start : fact.end] != fact.quote:
            cause = f"{fact.start}:{fact.end} of this article is not {fact.quote!r}"
            raise InputError(cause, where=article.id, cure="Hand in the extraction that the fact comes from")
        decision = Decision(
            action=action,
            fact=fact,
            text_sha256=article.text_sha256,
            before=article.text[max(0, fact.start - CONTEXT) : fact.start],
            after=article.text[fact.end : fact.end + CONTEXT],
            correction=correction,
            note=note,
            decided=_now(),
        )
        self._journal.append(decision)
        return decision


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC).replace(microsecond=0)


def _claim(fact: Fact) -> Any:
    """What the fact says, without where it stands: offsets move with the text."""
    return _without_offsets(fact.model_dump(mode="json", include=_CLAIM))


def _without_offsets(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_offsets(item) for key, item in value.items() if key not in ("start", "end")}
    if isinstance(value, list):
        return [_without_offsets(item) for item in value]
    return " ".join(value.split()) if isinstance(value, str) else value


def _place(decision: Decision, extraction: Extraction) -> tuple[int, int] | None:
    fact, article = decision.fact, extraction.article
    if decision.text_sha256 == article.text_sha256:
        return fact.start, fact.end
    return place(article.text, fact.quote, decision.before, decision.after, fact.start)
