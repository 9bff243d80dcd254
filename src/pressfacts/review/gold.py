"""Facts as a gold file has them: what ``pressfacts evaluate`` scores, and no more."""

from __future__ import annotations

from typing import Any

from pressfacts.model import Fact
from pressfacts.review.corrections import Correction

_QUANTITY = ("value", "low", "high", "comparator", "unit", "per")
_SOURCE = ("type", "name", "acronym", "role", "resolved")


def gold_fact(fact: Fact, text: str, start: int, end: int, correction: Correction | None = None) -> dict[str, Any]:
    """Write a fact whose quote stands at ``start`` to ``end`` of ``text``; spans are words, their places unscored."""
    record = fact.model_dump(mode="json")
    slots: dict[str, Any] = {
        "kind": fact.kind,
        "quantity": {key: record["quantity"][key] for key in _QUANTITY},
        "change": fact.change,
        "status": fact.status,
        "indicator": {"text": fact.indicator.text} if fact.indicator else None,
        "subject": {"text": fact.subject.text} if fact.subject else None,
        "period": {"text": fact.period.text, "edtf": fact.period.edtf} if fact.period else None,
        "sources": [_named(source) for source in record["sources"]],
    }
    if correction is not None:
        _correct(slots, correction)
    return {"quote": text[start:end], "start": start, "end": end, **slots}


def _correct(slots: dict[str, Any], correction: Correction) -> None:
    for slot, answer in correction.model_dump(mode="json", exclude_unset=True).items():
        if slot in _QUANTITY:
            slots["quantity"][slot] = answer
        elif slot in ("indicator", "subject"):
            slots[slot] = None if answer is None else {"text": answer}
        elif slot == "period":
            slots[slot] = None if answer is None else {"text": answer["text"], "edtf": answer.get("edtf")}
        elif slot == "sources":
            slots[slot] = [_named(source) for source in correction.model_dump(mode="json")["sources"]]
        else:
            slots[slot] = answer


def _named(source: dict[str, Any]) -> dict[str, Any]:
    return {key: source[key] for key in _SOURCE if source[key] is not None}
