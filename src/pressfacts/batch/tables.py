"""One readable row a fact: the columns of ``facts.csv`` and of the data frame."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from pressfacts.errors import MissingExtraError
from pressfacts.model import Extraction, Fact, Number, Source, json_number

if TYPE_CHECKING:
    import pandas

Cell = str | int | float | None
_Getter = Callable[[Extraction, Fact], Cell]


def _number(value: Number | None) -> int | float | None:
    return None if value is None else json_number(value)


def _names(fact: Fact, *types: str) -> str | None:
    return "; ".join(_name(source) for source in fact.sources if source.type in types) or None


def _name(source: Source) -> str:
    """Give the name with its acronym, and a speaker's role: "Salma Berrada, directrice"."""
    name = f"{source.name} ({source.acronym})" if source.acronym and source.acronym != source.name else source.name
    return f"{name}, {source.role}" if source.role and source.role != source.name else name


def _cues(fact: Fact) -> str | None:
    return "; ".join(source.cue.text for source in fact.sources if source.cue) or None


_GETTERS: dict[str, _Getter] = {
    "article_id": lambda e, f: f.article_id,
    "published": lambda e, f: e.article.published.isoformat() if e.article.published else None,
    "outlet": lambda e, f: e.article.outlet,
    "title": lambda e, f: e.article.title,
    "quote": lambda e, f: f.quote,
    "kind": lambda e, f: f.kind,
    "value": lambda e, f: _number(f.quantity.value),
    "low": lambda e, f: _number(f.quantity.low),
    "high": lambda e, f: _number(f.quantity.high),
    "comparator": lambda e, f: f.quantity.comparator,
    "unit": lambda e, f: f.quantity.unit,
    "per": lambda e, f: f.quantity.per,
    "change": lambda e, f: f.change,
    "status": lambda e, f: f.status,
    "indicator": lambda e, f: f.indicator.text if f.indicator else None,
    "indicator_code": lambda e, f: f.indicator.code if f.indicator else None,
    "subject": lambda e, f: f.subject.text if f.subject else None,
    "period": lambda e, f: f.period.text if f.period else None,
    "period_edtf": lambda e, f: f.period.edtf if f.period else None,
    "first_day": lambda e, f: f.period.first_day.isoformat() if f.period and f.period.first_day else None,
    "last_day": lambda e, f: f.period.last_day.isoformat() if f.period and f.period.last_day else None,
    "compared_to": lambda e, f: f.compared_to.text if f.compared_to else None,
    "compared_to_edtf": lambda e, f: f.compared_to.edtf if f.compared_to else None,
    "newspapers": lambda e, f: _names(f, "press"),
    "speakers": lambda e, f: _names(f, "person", "organisation"),
    "documents": lambda e, f: _names(f, "document"),
    "cues": lambda e, f: _cues(f),
    "sentence": lambda e, f: e.article.text[f.sentence.start : f.sentence.end],
    "start": lambda e, f: f.start,
    "end": lambda e, f: f.end,
    "confidence": lambda e, f: f.confidence,
    "rules": lambda e, f: " ".join(f.rules),
    "id": lambda e, f: f.id,
}
COLUMNS = tuple(_GETTERS)
_DAYS = ("first_day", "last_day")
_NUMBERS = ("value", "low", "high", "confidence")


def rows(extraction: Extraction) -> Iterator[dict[str, Cell]]:
    """Give one row for each fact, with the keys of ``COLUMNS``; text is as the article has it, line breaks too."""
    for fact in extraction.facts:
        yield {name: getter(extraction, fact) for name, getter in _GETTERS.items()}


def to_dataframe(extractions: Iterable[Extraction]) -> pandas.DataFrame:
    """Make a pandas data frame with one row a fact and the columns of ``facts.csv``.

    ``value``, ``low``, ``high`` and ``confidence`` are float64 (base units), ``first_day`` and ``last_day``
    datetime64, the rest text and integers. Raises MissingExtraError without pandas.
    """
    try:
        import pandas
    except ImportError as error:
        cure = 'Install the extra "notebook": pip install "pressfacts[notebook]"'
        raise MissingExtraError("a data frame needs pandas", cure=cure) from error
    table = [row for extraction in extractions for row in rows(extraction)]
    frame = pandas.DataFrame(table, columns=list(COLUMNS))
    for name in _NUMBERS:
        frame[name] = frame[name].astype("float64")
    for name in _DAYS:
        frame[name] = pandas.to_datetime(frame[name], format="%Y-%m-%d")
    return frame
