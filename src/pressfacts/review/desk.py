"""The reviewer's desk: one fact after the other, a key for each decision. Pure Python; the widget only draws it."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, get_args

from pydantic import ValidationError

from pressfacts.errors import PressfactsError
from pressfacts.model import Change, Comparator, Extraction, Fact, Kind, Status, json_number
from pressfacts.review import wording
from pressfacts.review.corrections import Correction
from pressfacts.review.decisions import Attached, Decisions, complaint
from pressfacts.review.highlights import pieces
from pressfacts.review.page import classes, decided, show
from pressfacts.text import fold

if TYPE_CHECKING:
    from anywidget import AnyWidget

_DECIDING = ("accept", "reject", "flag", "skip")
_CHOICES: dict[str, tuple[str, ...]] = {
    "kind": get_args(Kind),
    "comparator": get_args(Comparator),
    "change": ("", *get_args(Change)),
    "status": get_args(Status),
}
_CONFIDENCE = re.compile(r"confidence([<>])(0?\.\d{1,6}|[01])$")


@dataclass(frozen=True, slots=True)
class _Card:
    extraction: Extraction
    fact: Fact
    index: int


class Desk:
    """Goes through all facts of the extractions; each decision goes to ``decisions`` at once.

    ``handle`` takes what the reviewer does, ``state`` gives what is to be drawn; both speak plain JSON.
    """

    def __init__(self, extractions: Iterable[Extraction], decisions: Decisions) -> None:
        self.decisions = decisions
        self._cards = [_Card(each, fact, index) for each in extractions for index, fact in enumerate(each.facts)]
        self._told: dict[str, Attached] = {}
        for extraction in {id(card.extraction): card.extraction for card in self._cards}.values():
            self._told |= decisions.attach(extraction)
        self._filter = ""
        self._visible = list(range(len(self._cards)))
        # begin where the last sitting ended: at the first fact without a decision
        self._at = next((n for n, card in enumerate(self._cards) if card.fact.id not in self._told), 0)
        self._message = ""
        self._failed = False

    @property
    def current(self) -> Fact | None:
        """The fact on the desk; None if the filter lets none through."""
        card = self._card()
        return card.fact if card is not None else None

    @property
    def extraction(self) -> Extraction | None:
        """The extraction that the current fact belongs to."""
        card = self._card()
        return card.extraction if card is not None else None

    def handle(self, message: Mapping[str, Any]) -> None:
        """Do what a message asks: ``{"do": "accept"}``, ``{"do": "correct", "form": {"status": "target"}}``,
        ``{"do": "filter", "text": "kind:money"}``; further reject, flag, skip, undo, next, previous.

        What cannot be done is said in ``state()["message"]``.
        """
        self._message, self._failed = "", False
        do = message.get("do")
        try:
            if do in ("next", "previous"):
                self._move(1 if do == "next" else -1)
            elif do == "filter":
                self._narrow(str(message.get("text", ""))[:200])
            elif do == "undo":
                self._undo()
            elif do == "correct":
                self._correct(message.get("form"))
            elif do in _DECIDING:
                self._decide(str(do))
            else:
                raise ValueError(f"nothing is known of {do!r}")
        except ValidationError as error:
            self._fail(complaint(error))
        except (PressfactsError, ValueError) as error:
            self._fail(str(error))

    def state(self) -> dict[str, Any]:
        """Give all that is drawn; text comes in pieces, so that nobody downstream counts characters."""
        counts = Counter(told.decision.action for told in self._told.values())
        state: dict[str, Any] = {
            "position": self._at + 1 if self._visible else 0,
            "visible": len(self._visible),
            "total": len(self._cards),
            "counts": {name: counts.get(name, 0) for name in ("accept", "reject", "correct", "flag", "skip")},
            "filter": self._filter,
            "message": self._message,
            "failed": self._failed,
            "choices": {name: list(words) for name, words in _CHOICES.items()},
            "article": None,
            "fact": None,
        }
        card = self._card()
        if card is None:
            return state
        article = card.extraction.article
        about = (article.title, article.id, article.published.isoformat() if article.published else None)
        state["article"] = {
            "about": " · ".join(part for part in about if part),
            "pieces": [
                [piece.text, classes(piece), bool(piece.begins)] for piece in pieces(card.extraction, only=[card.index])
            ],
        }
        told = self._told.get(card.fact.id)
        state["fact"] = {
            "id": card.fact.id,
            "rows": [list(row) for row in wording.rows(card.fact)],
            "decision": decided(told),
            "action": told.decision.action if told else "",
            "form": form(card.fact),
        }
        return state

    def html(self) -> str:
        """Give the article of the current fact as static HTML: what is shown where no widget runs."""
        card = self._card()
        return show(card.extraction, self.decisions).html() if card is not None else "<p>No facts.</p>"

    def _card(self) -> _Card | None:
        return self._cards[self._visible[self._at]] if self._visible else None

    def _fail(self, words: str) -> None:
        self._message, self._failed = words, True

    def _move(self, step: int) -> None:
        self._at = min(max(self._at + step, 0), max(len(self._visible) - 1, 0))

    def _decide(self, action: str) -> None:
        card = self._needed()
        {
            "accept": self.decisions.accept,
            "reject": self.decisions.reject,
            "flag": self.decisions.flag,
            "skip": self.decisions.skip,
        }[action](card.extraction, card.fact)
        self._settled(card)

    def _correct(self, answers: object) -> None:
        card = self._needed()
        if not isinstance(answers, Mapping):
            raise ValueError("a correction needs a form")
        correction = correction_of(card.fact, {str(key): str(value) for key, value in answers.items()})
        self.decisions.correct(card.extraction, card.fact, correction)
        self._settled(card)

    def _settled(self, card: _Card) -> None:
        self._retell(card)
        what = decided(self._told.get(card.fact.id))
        self._message = f"{what}: {' '.join(card.fact.quote.split())}"
        if self._at == len(self._visible) - 1:
            self._message += " (this was the last one)"
        self._move(1)

    def _undo(self) -> None:
        undone = self.decisions.undo()
        if undone is None:
            raise ValueError("there is nothing to undo")
        self._message = f"undone: {undone.action} of {' '.join(undone.fact.quote.split())}"
        for number, card in enumerate(self._cards):
            article = card.extraction.article
            if card.fact.id == undone.fact.id or (
                article.text_sha256 == undone.text_sha256 and card.fact.start == undone.fact.start
            ):
                self._retell(card)
                if number not in self._visible:
                    self._narrow("")
                self._at = self._visible.index(number)
                return

    def _retell(self, card: _Card) -> None:
        told = self.decisions.attach(card.extraction)
        for fact in card.extraction.facts:
            self._told.pop(fact.id, None)
        self._told |= told

    def _needed(self) -> _Card:
        card = self._card()
        if card is None:
            raise ValueError("there is no fact here; clear the filter")
        return card

    def _narrow(self, text: str) -> None:
        words = text.split()
        kept = [n for n, card in enumerate(self._cards) if all(self._fits(card, word) for word in words)]
        if not kept and words:
            raise ValueError(f"no fact fits {text!r}")
        self._filter, self._visible, self._at = text, kept, 0

    def _fits(self, card: _Card, word: str) -> bool:
        """Whether a fact fits one word of the filter: ``kind:money``, ``confidence<0.8``, ``changed``, or any text."""
        fact, told = card.fact, self._told.get(card.fact.id)
        if bound := _CONFIDENCE.match(word):
            if fact.confidence is None:
                return False
            limit = float(bound.group(2))
            return fact.confidence < limit if bound.group(1) == "<" else fact.confidence > limit
        field, colon, wanted = word.partition(":")
        wanted = fold(wanted).casefold()
        if not colon:
            if word in ("changed", "undecided", "moved"):
                return told is None if word == "undecided" else told is not None and told.how == word
            field, wanted = "", fold(word).casefold()
        where = {
            "": (fact.quote, fact.indicator.text if fact.indicator else "", card.extraction.article.id),
            "kind": (fact.kind,),
            "status": (fact.status,),
            "unit": (fact.quantity.unit or "",),
            "source": tuple(f"{source.name} {source.acronym or ''}" for source in fact.sources),
            "rule": fact.rules,
            "indicator": (f"{fact.indicator.text} {fact.indicator.code or ''}" if fact.indicator else "",),
            "decision": (decided(told) or "undecided",),
        }
        if field not in where:
            known = ", ".join(f"{name}:" for name in where if name)
            raise ValueError(f"{field}: is no filter; known are {known} confidence<0.8, changed, moved, undecided")
        return any(wanted in fold(value).casefold() for value in where[field])


def annotate(extractions: Iterable[Extraction], decisions: Decisions | str | os.PathLike[str]) -> AnyWidget:
    """Open the reviewer's desk in a notebook: a accept, x reject, c correct, space skip, f flag, u undo, n, p, /.

    ``decisions`` is the file (or what was read from it) that each decision goes to at once. Raises MissingExtraError
    without anywidget; ``show`` works without it.
    """
    from pressfacts.review.widget import widget_class

    kept = decisions if isinstance(decisions, Decisions) else Decisions(decisions)
    return widget_class()(Desk(extractions, kept))


def form(fact: Fact) -> dict[str, str]:
    """Give what a reviewer may correct, each slot as one line of text."""
    quantity = fact.quantity

    def number(value: Decimal | None) -> str:
        return "" if value is None else str(json_number(value))

    return {
        "kind": fact.kind,
        "value": number(quantity.value),
        "low": number(quantity.low),
        "high": number(quantity.high),
        "comparator": quantity.comparator,
        "unit": quantity.unit or "",
        "per": quantity.per or "",
        "change": fact.change or "",
        "status": fact.status,
        "indicator": fact.indicator.text if fact.indicator else "",
        "subject": fact.subject.text if fact.subject else "",
        "period": fact.period.text if fact.period else "",
        "edtf": (fact.period.edtf or "") if fact.period else "",
        "sources": "; ".join(f"{source.type}: {source.name}" for source in fact.sources),
    }


def correction_of(fact: Fact, answers: Mapping[str, str]) -> Correction:
    """Make a correction of the lines of a form that differ from the fact's.

    Raises ValueError (pydantic's ValidationError too), naming the slot.
    """
    old = form(fact)
    if unknown := sorted(answers.keys() - old.keys()):
        raise ValueError(f"{unknown[0]}: no such slot")
    new = {slot: answer.strip() for slot, answer in answers.items() if answer.strip() != old[slot].strip()}
    given: dict[str, Any] = {}
    for slot, answer in new.items():
        if slot in ("value", "low", "high"):
            given[slot] = _number(slot, answer) if answer else None
        elif slot == "sources":
            given[slot] = [_source(line, fact) for line in answer.split(";") if line.strip()]
        elif slot not in ("period", "edtf"):
            given[slot] = answer or None
    if {"period", "edtf"} & new.keys():
        words, edtf = (answers.get(slot, old[slot]).strip() for slot in ("period", "edtf"))
        if edtf and not words:
            raise ValueError("period: give the words of the text that name it, too")
        given["period"] = {"text": words, "edtf": edtf or None} if words else None
    return Correction.model_validate(given)


def _number(slot: str, answer: str) -> Decimal:
    try:
        number = Decimal("".join(answer.split()).replace(",", "."))
    except InvalidOperation:
        raise ValueError(f"{slot}: {answer!r} is no number; write 1500000000 or 3,5") from None
    if not number.is_finite() or abs(number) >= Decimal(10) ** 30:
        raise ValueError(f"{slot}: {answer!r} is no number that a fact may have")
    return number


def _source(line: str, fact: Fact) -> dict[str, Any]:
    type_, colon, name = (part.strip() for part in line.partition(":"))
    if not colon:
        raise ValueError(f"sources: {line.strip()!r}; write press: Le Matin; person: ministre")
    for old in fact.sources:
        if (old.type, old.name) == (type_, name):
            return {"type": type_, "name": name, "acronym": old.acronym, "role": old.role, "resolved": old.resolved}
    return {"type": type_, "name": name}
