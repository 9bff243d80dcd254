"""The vocabulary and the JSON contract: what goes in (Article) and what comes out (Extraction).

Offsets are code points into ``Article.text``, half-open. Numbers are exact decimals inside and JSON numbers outside.
Every model is strict and frozen and refuses unknown keys, so a record that validates is a record of this schema.
"""

from __future__ import annotations

import datetime as dt
from decimal import Context, Decimal
from typing import Annotated, Any, Final, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    WithJsonSchema,
    model_validator,
)

SCHEMA_VERSION: Final = "1.0"

Kind = Literal["jobs", "money", "percent", "count", "measure", "duration", "ratio", "multiple"]
Comparator = Literal["equal", "about", "more_than", "at_least", "less_than", "at_most", "between"]
Change = Literal["increase", "decrease", "unchanged"]
Status = Literal["actual", "target", "forecast", "unconfirmed"]
SourceType = Literal["press", "person", "organisation", "document"]
Resolved = Literal["explicit", "anaphora", "article"]
Reason = Literal[
    "period", "date", "time", "age", "ordinal", "score", "name", "reference", "phone",
    "article", "definite", "vague", "list_marker", "unit_unknown", "too_long",
]  # fmt: skip


# What a JSON number, read as a double, holds exactly: fifteen digits, or any integer.
_DOUBLE = Context(prec=15)


def _exact(value: Any) -> Any:
    """A JSON number becomes the decimal that it spells: 1.36 is Decimal("1.36"), never 1.3600000000000000976.

    A fraction of more digits than a JSON number holds is rounded, so that what is written is what there is.
    """
    if isinstance(value, Decimal):
        held = len(value.as_tuple().digits) <= _DOUBLE.prec or value == value.to_integral_value()
        return value if held else _DOUBLE.plus(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    return Decimal(repr(value))


def json_number(value: Decimal) -> int | float:
    """Integral numbers as JSON integers, others as the shortest decimal."""
    return int(value) if value == value.to_integral_value() else float(value)


def _iso(value: dt.date | dt.datetime) -> str:
    return value.isoformat()


def _date_or_datetime(value: Any) -> Any:
    """An ISO string: a date stays a date, a date with an hour becomes a datetime."""
    if isinstance(value, str):
        return dt.date.fromisoformat(value) if len(value) <= 10 else dt.datetime.fromisoformat(value)
    return value


_DATE = r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_HOUR = r"([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{6})?"
_ZONE = r"[+-]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?|Z"

Number = Annotated[
    Decimal,
    BeforeValidator(_exact),
    PlainSerializer(json_number, return_type=int | float, when_used="json"),
    WithJsonSchema({"type": "number"}),
]
Moment = Annotated[
    dt.datetime | dt.date,
    BeforeValidator(_date_or_datetime),
    PlainSerializer(_iso, return_type=str, when_used="json"),
    # A pattern, since validators may leave formats unchecked; an hour without a zone is allowed, as datetimes are.
    WithJsonSchema({"type": "string", "pattern": rf"^{_DATE}(T{_HOUR}({_ZONE})?)?$"}),
]
Day = Annotated[
    dt.date,
    BeforeValidator(_date_or_datetime),
    PlainSerializer(_iso, return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "format": "date", "pattern": f"^{_DATE}$"}),
]
Offset = Annotated[int, Field(ge=0)]


class Model(BaseModel):
    """What all records share: strict types, no unknown key, no change after creation."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")


class Span(Model):
    """A stretch of the article's text."""

    text: str = Field(description="The exact substring of the article's text.")
    start: Offset = Field(description="Where it begins, in code points.")
    end: Offset = Field(description="Where it ends, in code points, exclusive.")

    @model_validator(mode="after")
    def _length_agrees(self) -> Self:
        if len(self.text) != self.end - self.start:
            raise ValueError(f"{self.text!r} is {len(self.text)} characters, {self.start}:{self.end} are not")
        return self


class Extent(Model):
    """A place in the article without its text."""

    start: Offset = Field(description="Where it begins, in code points.")
    end: Offset = Field(description="Where it ends, in code points, exclusive.")


class Quantity(Model):
    """How much: a value or a range, in base units."""

    value: Number | None = Field(
        description="The number in the base unit (1,5 milliard is 1500000000); null for a range."
    )
    low: Number | None = Field(description="The lower end of a range, in the base unit; null unless a range.")
    high: Number | None = Field(description="The upper end of a range, in the base unit; null unless a range.")
    comparator: Comparator = Field(description="How the number bounds the quantity.")
    unit: str | None = Field(
        description="job; an ISO 4217 code; percent, percentage_point, basis_point; the counted noun, singular; "
        "a symbol of measure; a span of time; the string 1 for ratios and multiples; null when not known."
    )
    per: str | None = Field(description="The denominator: year, month, day, person, kg, …; null when there is none.")
    numeral: Span = Field(description="The numeral itself, without comparator and unit.")
    unit_mention: Span | None = Field(description="The words that name the unit; null when the reader supplies it.")

    @model_validator(mode="after")
    def _value_or_range(self) -> Self:
        is_range = self.comparator == "between"
        if is_range == (self.value is not None) or is_range != (self.low is not None and self.high is not None):
            raise ValueError("a quantity has either a value or, with the comparator between, low and high")
        return self


class Indicator(Span):
    """What is measured, in the words of the text."""

    code: str | None = Field(description="The project's code for the indicator (exports, unemployment_rate, …).")


class Period(Span):
    """When the number holds."""

    edtf: str | None = Field(description="Extended Date/Time Format (ISO 8601-2); null when it is no calendar time.")
    first_day: Day | None = Field(description="The first day of the period; null where open or not known.")
    last_day: Day | None = Field(description="The last day of the period; null where open or not known.")


class Organisation(Model):
    """A body that a speaker belongs to."""

    name: str = Field(description="The name, written out where the text does so.")
    acronym: str | None = Field(description="Its acronym, where the text or the lexicon gives one.")


class Source(Model):
    """Who says so."""

    type: SourceType = Field(description="press, person, organisation or document.")
    name: str = Field(description="The canonical name.")
    acronym: str | None = Field(description="The acronym, where the text or the lexicon gives one.")
    role: str | None = Field(description="The speaker's role, as written.")
    organisation: Organisation | None = Field(description="The body that the speaker belongs to.")
    text: str | None = Field(description="The mention, as written; null for the reviewed newspaper (article).")
    start: Offset | None = Field(description="Where the mention begins, in code points.")
    end: Offset | None = Field(description="Where the mention ends, in code points, exclusive.")
    cue: Span | None = Field(description="The words that make it a source: d'après, comme le rapporte.")
    edition: str | None = Field(description="The date of the newspaper's issue (EDTF), if said.")
    resolved: Resolved = Field(description="How the name was found: explicit, anaphora or article.")

    @model_validator(mode="after")
    def _mention_whole_or_absent(self) -> Self:
        if len({self.text is None, self.start is None, self.end is None}) != 1:
            raise ValueError("text, start and end of a source stand together")
        return self


class Fact(Model):
    """One mention of a quantity that the text asserts about the world."""

    id: str = Field(pattern=r"^[0-9a-f]{16}$", description="A digest of article id, quote and sentence.")
    article_id: str = Field(description="The article's id.")
    kind: Kind = Field(description="What sort of quantity it is.")
    quote: str = Field(description="The exact substring of the text, from the comparator to the unit.")
    start: Offset = Field(description="Where the quote begins, in code points.")
    end: Offset = Field(description="Where the quote ends, in code points, exclusive.")
    quantity: Quantity = Field(description="How much.")
    change: Change | None = Field(description="Set when the number is the size of a movement; null for a level.")
    status: Status = Field(description="Whether it is so, aimed at, expected or rumoured.")
    indicator: Indicator | None = Field(description="What is measured; null when no sentence says so.")
    subject: Span | None = Field(description="Whose number it is, when the same sentence says so.")
    period: Period | None = Field(description="When it holds, when its sentence says so.")
    compared_to: Period | None = Field(description="The period that a movement is compared to.")
    sources: tuple[Source, ...] = Field(description="Who says so, innermost first.", strict=False)
    sentence: Extent = Field(description="The sentence that holds the quote.")
    rules: tuple[str, ...] = Field(description="The rules and lexicon entries that made the fact.", strict=False)
    confidence: Annotated[float, Field(ge=0, le=1)] | None = Field(
        description="The measured precision of facts made by these rules; null until calibrated."
    )

    @model_validator(mode="after")
    def _length_agrees(self) -> Self:
        if len(self.quote) != self.end - self.start:
            raise ValueError(f"{self.quote!r} is {len(self.quote)} characters, {self.start}:{self.end} are not")
        return self


class Rejection(Model):
    """A numeral that did not become a fact, and why."""

    quote: str = Field(description="The exact substring of the text.")
    start: Offset = Field(description="Where it begins, in code points.")
    end: Offset = Field(description="Where it ends, in code points, exclusive.")
    reason: Reason = Field(description="Why it is no fact.")
    rule: str = Field(description="The rule that says so.")


class Warning(Model):
    """Something about the whole article that a reader of its facts should know."""

    code: str = Field(description="not_french, …")
    message: str = Field(description="The same in a sentence.")


class Article(Model):
    """A text to be read, and what is known about it."""

    id: str = Field(description="The path below the folder that was given, without suffix; or what the caller says.")
    path: str | None = Field(description="The path below the folder that was given; null when there is no file.")
    title: str | None = Field(description="The headline.")
    kicker: str | None = Field(description="The words set before the standfirst.")
    standfirst: str | None = Field(description="The paragraph that sums the article up.")
    author: str | None = Field(description="The byline, without 'Par'.")
    published: Moment | None = Field(description="When it was published: a date, or a datetime with its zone.")
    outlet: str | None = Field(description="Who published the article itself.")
    column: str | None = Field(description="The column it ran in: Kiosque360.")
    language: str | None = Field(description="ISO 639-1 code of the text's language.")
    encoding: str | None = Field(description="The encoding that the file was decoded from.")
    text_sha256: str = Field(pattern=r"^[0-9a-f]{64}$", description="SHA-256 of the text as UTF-8.")
    text: str = Field(description="The text that all offsets count in.")


class Extraction(Model):
    """All that was read from one article."""

    schema_version: Literal["1.0"] = Field(description="The version of this schema.")
    rules_version: str = Field(description="A digest of rules and lexicons.")
    article: Article = Field(description="The article.")
    reviewed: tuple[str, ...] = Field(description="The newspapers that the article reviews.", strict=False)
    facts: tuple[Fact, ...] = Field(description="The facts, in order of their place.", strict=False)
    rejections: tuple[Rejection, ...] = Field(description="The numerals that are no facts.", strict=False)
    warnings: tuple[Warning, ...] = Field(description="What a reader should know of the article.", strict=False)


class ArticleRecord(Model):
    """A line of ``articles.jsonl``: an article with all that was found but its facts."""

    schema_version: Literal["1.0"] = Field(description="The version of this schema.")
    rules_version: str = Field(description="A digest of rules and lexicons.")
    article: Article = Field(description="The article.")
    reviewed: tuple[str, ...] = Field(description="The newspapers that the article reviews.", strict=False)
    facts: Annotated[int, Field(ge=0)] = Field(description="How many facts were found; they stand in facts.jsonl.")
    rejections: tuple[Rejection, ...] = Field(description="The numerals that are no facts.", strict=False)
    warnings: tuple[Warning, ...] = Field(description="What a reader should know of the article.", strict=False)
