"""Paths become extractions; an article that cannot be read or breaks the extractor becomes a failure, no more."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol, Self

from pressfacts.articles import ZONE, read_articles
from pressfacts.errors import EmptyFileError, PressfactsError
from pressfacts.model import Article, Extraction

Stage = Literal["read", "extract"]


class Reader(Protocol):
    """What turns an article into an extraction."""

    def extract(self, article: Article) -> Extraction:
        """Read one article."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that gave nothing: where, at which stage and why; ``type`` is the name of the exception."""

    where: str
    outcome: Literal["error", "empty"]
    stage: Stage
    type: str
    message: str

    @classmethod
    def of(cls, error: PressfactsError, where: str) -> Self:
        """Make a failure of an error in reading; ``where`` is used if the error names no place."""
        outcome: Literal["error", "empty"] = "empty" if isinstance(error, EmptyFileError) else "error"
        message = error.cause if error.cure is None else f"{error.cause}. {error.cure}"
        return cls(error.where or where, outcome, "read", type(error).__name__, message)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file in a folder that no reader takes."""

    where: str


Result = Extraction | Failure | Skipped
Source = str | os.PathLike[str] | Article | Failure


def read_and_extract(
    sources: Iterable[Source],
    reader: Reader,
    *,
    published: str | None = None,
    outlet: str | None = None,
    zone: str = ZONE,
) -> Iterator[Result]:
    """Read files and folders in the order given, one article at a time, and yield what came of each.

    Articles and failures among the sources take their turn as they are. Two articles of one run never share an id: the
    second becomes a failure that says so.
    """
    pending: deque[Result] = deque()
    seen: dict[str, str] = {}
    for source in sources:
        for article in _articles(source, pending, published, outlet, zone):
            yield from _drained(pending)
            place = _place(source, article)
            earlier = seen.setdefault(article.id, place)
            if earlier is not place:
                message = f"the id {article.id!r} belongs to {earlier} already. Hand in the folder above both"
                yield Failure(place, "error", "read", "DuplicateId", message)
            else:
                yield extracted(reader, article, place)
        yield from _drained(pending)


def extracted(reader: Reader, article: Article, place: str) -> Extraction | Failure:
    """Extract one article; whatever the extractor raises becomes a failure that names its type."""
    try:
        return reader.extract(article)
    except Exception as error:  # one bad article never stops a run
        return Failure(place, "error", "extract", type(error).__name__, str(error))


def _articles(
    source: Source, pending: deque[Result], published: str | None, outlet: str | None, zone: str
) -> Iterator[Article]:
    """Yield the articles of a source, and put what is none of them into ``pending``."""
    if isinstance(source, Article):
        yield source
        return
    if isinstance(source, Failure):
        pending.append(source)
        return

    def failed(error: PressfactsError) -> None:
        pending.append(Failure.of(error, str(source)))

    def skipped(file: str) -> None:
        pending.append(Skipped(file))

    try:
        yield from read_articles(source, failed, on_skip=skipped, published=published, outlet=outlet, zone=zone)
    except PressfactsError as error:
        failed(error)


def _place(source: Source, article: Article) -> str:
    """Say where an article came from, for a person."""
    if isinstance(source, Article | Failure):
        return source.id if isinstance(source, Article) else source.where
    given = Path(source)
    return str(given / article.path) if article.path is not None and given.is_dir() else str(given)


def _drained(pending: deque[Result]) -> Iterator[Result]:
    while pending:
        yield pending.popleft()
