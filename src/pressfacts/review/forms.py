"""The form in which a reviewer corrects a fact: each slot is one line of text."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, get_args

from pressfacts.model import Change, Comparator, Fact, Kind, Status, json_number
from pressfacts.review.corrections import Correction

# slots with a closed vocabulary; the empty answer means none
CHOICES: dict[str, tuple[str, ...]] = {
    "kind": get_args(Kind),
    "comparator": get_args(Comparator),
    "change": ("", *get_args(Change)),
    "status": get_args(Status),
}


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
    new = {slot: answer.strip() for slot, answer in answers.items() if _differs(answer, old[slot])}
    given: dict[str, Any] = {}
    for slot, answer in new.items():
        if slot in ("value", "low", "high"):
            given[slot] = _number(slot, answer) if answer else None
        elif slot == "sources":
            given[slot] = [_source(line, fact) for line in answer.split(";") if line.strip()]
        elif slot not in ("period", "edtf"):
            given[slot] = answer or None
    if {"period", "edtf"} & new.keys():
        words, edtf = (new.get(slot, old[slot]) for slot in ("period", "edtf"))
        if edtf and not words:
            raise ValueError("period: give the words of the text that name it, too")
        given["period"] = {"text": words, "edtf": edtf or None} if words else None
    return Correction.model_validate(given)


def _differs(answer: str, old: str) -> bool:
    """Whether a line was edited; an input field has lost the line breaks that "taux de", "chômage" has in the text."""
    return "".join(answer.split()) != "".join(old.split())


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
