"""What is right instead: a correction names the slots that are wrong and leaves the rest as it is."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any, Self

from pydantic import Field, ValidationError, model_validator

from pressfacts.errors import SchemaError
from pressfacts.model import Change, Comparator, Fact, Kind, Model, Number, Resolved, SourceType, Status
from pressfacts.text import fold

_DAY = r"[0-9]{4}(-[0-9]{2}){0,2}"
_EDTF = rf"^({_DAY}|[0-9]{{3}}X|(\.\.|{_DAY})/(\.\.|{_DAY}))$"
_QUANTITY = ("value", "low", "high", "comparator", "unit", "per")
_FILLED = ("kind", "comparator", "status", "sources")

Words = Annotated[str, Field(min_length=1, max_length=1000)]


class PeriodWords(Model):
    """A period as the text names it, and what it means."""

    text: Words = Field(description="As written: depuis cette date.")
    edtf: Annotated[str, Field(pattern=_EDTF)] | None = Field(
        default=None, description="Extended Date/Time Format: 2016/..; null when it is no calendar time."
    )

    @model_validator(mode="after")
    def _is_calendar_time(self) -> Self:
        if self.edtf is not None and self.days == (None, None):
            raise ValueError(f"{self.edtf} is no time")
        return self

    @property
    def days(self) -> tuple[dt.date | None, dt.date | None]:
        """The first and the last day, None where open or not known."""
        from pressfacts.finders.periods import calendar  # the grammar takes its time to load

        return calendar.days(self.edtf)


class SourceWords(Model):
    """Who says so."""

    type: SourceType = Field(description="press, person, organisation or document.")
    name: Words = Field(description="The canonical name.")
    acronym: Words | None = Field(default=None, description="The acronym, where there is one.")
    role: Words | None = Field(default=None, description="The speaker's role, as written.")
    resolved: Resolved = Field(default="explicit", description="How the name was found.")


class Correction(Model):
    """The slots of a fact that are wrong, with the right answers; a slot that is not named stays as it is.

    Numbers are in the base unit ("1,5 milliard" is 1500000000). An indicator, a subject, a period are words of the
    article; None empties the slot.
    """

    kind: Kind | None = Field(default=None, description="What sort of quantity it is.")
    value: Number | None = Field(default=None, description="The number, in the base unit; null for a range.")
    low: Number | None = Field(default=None, description="The lower end of a range.")
    high: Number | None = Field(default=None, description="The upper end of a range.")
    comparator: Comparator | None = Field(default=None, description="How the number bounds the quantity.")
    unit: Words | None = Field(default=None, description="The unit, as in a fact.")
    per: Words | None = Field(default=None, description="The denominator.")
    change: Change | None = Field(default=None, description="The movement that the number is the size of.")
    status: Status | None = Field(default=None, description="actual, target, forecast or unconfirmed.")
    indicator: Words | None = Field(default=None, description="What is measured, in the words of the text.")
    subject: Words | None = Field(default=None, description="Whose number it is, in the words of the text.")
    period: PeriodWords | None = Field(default=None, description="When the number holds.")
    sources: tuple[SourceWords, ...] | None = Field(default=None, description="Who says so.", strict=False)

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.model_fields_set:
            raise ValueError("the correction is empty: name at least one slot, or accept the fact")
        for name in _FILLED:
            if name in self.model_fields_set and getattr(self, name) is None:
                raise ValueError(f"{name} cannot be empty")
        return self


def corrected(fact: Fact, correction: Correction, text: str) -> Fact:
    """Make the fact as it should be; ``text`` is the article that the fact's offsets count in.

    Words are looked up where they stand nearest to the quote. Raises SchemaError, naming the slot, if they are not in
    the text or if the slots do not go together.
    """
    record = fact.model_dump()
    given = correction.model_dump(exclude_unset=True)
    record["quantity"] |= {key: given[key] for key in _QUANTITY if key in given}
    record |= {key: given[key] for key in ("kind", "change", "status") if key in given}
    for slot in ("indicator", "subject"):
        if slot in given:
            words = given[slot]
            record[slot] = None if words is None else _span(words, fact, text, slot)
            if words is not None and slot == "indicator":
                kept = fact.indicator is not None and fact.indicator.text == record[slot]["text"]
                record[slot]["code"] = fact.indicator.code if kept and fact.indicator else None
    if "period" in given:
        record["period"] = _period(correction.period, fact, text)
    if correction.sources is not None:
        record["sources"] = [_source(source, fact, text) for source in correction.sources]
    try:
        return Fact.model_validate(record)
    except ValidationError as error:
        raise SchemaError(complaint(error), where=repr(fact.quote), cure="Correct the correction") from error


def complaint(error: ValidationError) -> str:
    """Say in one line which field is wrong, and why."""
    first = error.errors(include_url=False)[0]
    field = ".".join(str(part) for part in first["loc"])
    return f"{field}: {first['msg']}" if field else first["msg"]


def _span(words: str, fact: Fact, text: str, slot: str) -> dict[str, Any]:
    at = _nearest(words, fact, text)
    if at is None:
        raise SchemaError(
            f"{slot}: {words!r} is not in the article", where=repr(fact.quote), cure="Copy the words from the text"
        )
    return {"text": text[at[0] : at[1]], "start": at[0], "end": at[1]}


def _nearest(words: str, fact: Fact, text: str) -> tuple[int, int] | None:
    """Find the words where they stand nearest to the quote; line breaks ("taux de", "chômage") and ’ do not matter."""
    pattern = r"\s+".join(re.escape(word) for word in fold(words).split())
    places = [found.span() for found in re.finditer(pattern, fold(text))] if pattern else []
    return min(places, key=lambda at: abs(at[0] - fact.start), default=None)


def _period(words: PeriodWords | None, fact: Fact, text: str) -> dict[str, Any] | None:
    if words is None:
        return None
    first, last = words.days
    return {**_span(words.text, fact, text, "period"), "edtf": words.edtf, "first_day": first, "last_day": last}


def _source(words: SourceWords, fact: Fact, text: str) -> dict[str, Any]:
    for old in fact.sources:
        if (old.type, old.name) == (words.type, words.name):
            return {**old.model_dump(), **words.model_dump(exclude_unset=True)}
    start, end = _nearest(words.name, fact, text) or (None, None)
    return {
        **words.model_dump(),
        "organisation": None,
        "text": None if start is None else text[start:end],
        "start": start,
        "end": end,
        "cue": None,
        "edition": None,
    }
