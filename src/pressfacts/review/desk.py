"""The reviewer's desk: one fact after the other, a key for each decision. Pure Python; the widget only draws it."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from pressfacts.errors import PressfactsError
from pressfacts.model import Extraction, Fact
from pressfacts.review import wording
from pressfacts.review.corrections import complaint
from pressfacts.review.decisions import Attached, Decisions
from pressfacts.review.filters import fits
from pressfacts.review.forms import CHOICES, correction_of, form
from pressfacts.review.highlights import pieces
from pressfacts.review.page import classes, show

if TYPE_CHECKING:
    from anywidget import AnyWidget

_DECIDING = ("accept", "reject", "flag", "skip")


@dataclass(frozen=True, slots=True)
class _Card:
    extraction: Extraction
    fact: Fact
    index: int


class Desk:
    """Goes through all facts of the extractions; each decision goes to ``decisions`` at once.

    Facts come in the order of the extractions; if they have a confidence, the least certain ones come first.
    ``handle`` takes what the reviewer does, ``state`` gives what is to be drawn; both speak plain JSON.
    """

    def __init__(self, extractions: Iterable[Extraction], decisions: Decisions) -> None:
        self.decisions = decisions
        self._cards = [_Card(each, fact, index) for each in extractions for index, fact in enumerate(each.facts)]
        # stable, so that equal ones stay in the order in which they are read
        self._cards.sort(key=lambda card: 2 if card.fact.confidence is None else card.fact.confidence)
        self._told: dict[str, Attached] = {}
        for extraction in {id(card.extraction): card.extraction for card in self._cards}.values():
            self._told |= decisions.attach(extraction)
        self._filter = ""
        self._visible = list(range(len(self._cards)))
        # begin where the last sitting ended: at the first fact that nobody has decided on as it is now
        self._at = next((n for n, card in enumerate(self._cards) if self._is_open(card)), 0)
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
        counts: Counter[str] = Counter(told.decision.action for told in self._told.values())
        state: dict[str, Any] = {
            "position": self._at + 1 if self._visible else 0,
            "visible": len(self._visible),
            "total": len(self._cards),
            "counts": {word: counts.get(action, 0) for action, word in wording.PAST.items()},
            "filter": self._filter,
            "message": self._message,
            "failed": self._failed,
            "choices": {name: list(words) for name, words in CHOICES.items()},
            "article": None,
            "fact": None,
        }
        card = self._card()
        if card is None:
            return state
        article = card.extraction.article
        about = (article.title, article.id, wording.published(article))
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
            "decision": wording.decided(told),
            "action": told.decision.action if told else "",
            "form": form(card.fact),
        }
        return state

    def html(self) -> str:
        """Give the article of the current fact as static HTML: what is shown where no widget runs."""
        card = self._card()
        return show(card.extraction, self.decisions).html() if card is not None else "<p>No facts.</p>"

    def _is_open(self, card: _Card) -> bool:
        told = self._told.get(card.fact.id)
        return told is None or told.how == "changed"

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
        what = wording.decided(self._told.get(card.fact.id))
        self._message = f"{what}: {' '.join(card.fact.quote.split())}"
        if self._at == len(self._visible) - 1:
            self._message += " (this was the last one)"
        self._move(1)

    def _undo(self) -> None:
        undone = self.decisions.undo()
        if undone is None:
            raise ValueError("there is nothing to undo")
        self._message = f"undone (was {wording.PAST[undone.action]}): {' '.join(undone.fact.quote.split())}"
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
        kept = [
            n
            for n, card in enumerate(self._cards)
            if all(fits(card.fact, self._told.get(card.fact.id), word) for word in words)
        ]
        if not kept and words:
            raise ValueError(f"no fact fits {text!r}")
        self._filter, self._visible, self._at = text, kept, 0


def annotate(extractions: Iterable[Extraction], decisions: Decisions | str | os.PathLike[str]) -> AnyWidget:
    """Open the reviewer's desk in a notebook: a accept, x reject, c correct, space skip, f flag, u undo, n, p, /.

    ``decisions`` is the file (or what was read from it) that each decision goes to at once. Raises MissingExtraError
    without anywidget; ``show`` works without it.
    """
    from pressfacts.review.widget import widget_class

    kept = decisions if isinstance(decisions, Decisions) else Decisions(decisions)
    return widget_class()(Desk(extractions, kept))
