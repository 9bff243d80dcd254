"""``pressfacts extract``: files and folders in, facts out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from pressfacts.commands.handed_in import STDIN, extractor, sources
from pressfacts.commands.screen import complain, console, counted, in_words, printable

if TYPE_CHECKING:
    from pressfacts.batch import Failure, Result, Summary

_MOST_COMPLAINTS = 20
_MOST_NEWSPAPERS = 12
T = TypeVar("T")


class Format(StrEnum):
    """What is printed with ``-o -``."""

    FACTS = "facts"
    JSON = "json"


def extract(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATHS", help="Folders, .txt, .html and .jsonl files; - reads a text from stdin."),
    ],
    out: Annotated[
        str, typer.Option("--out", "-o", metavar="DIR", help="Where the tables go; - prints to stdout instead.")
    ] = "facts",
    form: Annotated[
        Format, typer.Option("--format", help="With -o -: one Fact a line, or (json) one Extraction a line.")
    ] = Format.FACTS,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="When all of it was published; wins over what the texts say.")
    ] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Who published all of it.")] = None,
    lexicon: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Your own lexicons, merged over the packaged ones.")
    ] = None,
    stdin: Annotated[str, typer.Option(metavar="ID", help="The id of the article that stdin holds.")] = "stdin",
    zone: Annotated[str, typer.Option(metavar="ZONE", help="Where hours without a zone count.")] = "Africa/Casablanca",
) -> None:
    """Extract the facts of articles into DIR: facts.jsonl, articles.jsonl, facts.csv, errors.jsonl, run.json."""
    if form is Format.JSON and out != STDIN:
        raise typer.BadParameter("json goes to stdout: add -o -", param_hint="--format")
    given = sources(paths, id=stdin, published=published, outlet=outlet, zone=zone)
    reader = extractor(lexicon)
    from pressfacts.batch import Summary, read_and_extract

    failures = _Complaints()
    summary = Summary()
    with _progress() as watched:
        results = failures.heard(
            watched(read_and_extract(given, reader, published=published, outlet=outlet, zone=zone))
        )
        # nothing is written, and nothing of an earlier run lost, unless at least one article could be read
        started = _until_first_article(results)
        if started is not None:
            summary = _print_lines(started, form) if out == STDIN else _write(started, out)
    failures.close()
    if started is None:
        complain("no article could be read, nothing was written")
        raise typer.Exit(4)
    _report(summary, out)
    if summary.failed:
        raise typer.Exit(1)


def _until_first_article(results: Iterator[Result]) -> Iterator[Result] | None:
    """Give the results back if there is an article among them."""
    from pressfacts.model import Extraction

    before: list[Result] = []
    for result in results:
        before.append(result)
        if isinstance(result, Extraction):
            return chain(before, results)
    return None


class _Complaints:
    """Says on stderr what failed, and stops saying it when it becomes too much."""

    def __init__(self) -> None:
        self.count = 0

    def heard(self, results: Iterable[Result]) -> Iterator[Result]:
        """Pass everything on."""
        from pressfacts.batch import Failure

        for result in results:
            if isinstance(result, Failure):
                self._complain(result)
            yield result

    def _complain(self, failure: Failure) -> None:
        self.count += 1
        if self.count <= _MOST_COMPLAINTS:
            complain(in_words(failure))

    def close(self) -> None:
        """Say how many were left unsaid."""
        if self.count > _MOST_COMPLAINTS:
            complain(f"… and {self.count - _MOST_COMPLAINTS} more articles failed")


def _write(results: Iterator[Result], out: str) -> Summary:
    from pressfacts.batch import write_facts

    try:
        return write_facts(results, out)
    except OSError as error:
        message = f"cannot write to {out}: {error.strerror}. Name a folder that you may write to"
        raise typer.BadParameter(message, param_hint="-o") from error


def _print_lines(results: Iterator[Result], form: Format) -> Summary:
    from pressfacts.batch import Summary
    from pressfacts.model import Extraction

    summary = Summary()
    stdout = sys.stdout.buffer  # UTF-8 whatever the locale says
    for result in results:
        summary.add(result)
        if isinstance(result, Extraction):
            lines = [result] if form is Format.JSON else result.facts
            stdout.writelines(line.model_dump_json().encode() + b"\n" for line in lines)
            stdout.flush()
    return summary


def _report(summary: Summary, out: str) -> None:
    """Show what was found and where it lies; on stderr when stdout holds the facts."""
    from rich.table import Table

    from pressfacts.batch import ranked

    screen = console(stderr=out == STDIN)
    kinds = Table(box=None, pad_edge=False)
    newspapers = Table(box=None, pad_edge=False)
    for table, head in ((kinds, "kind"), (newspapers, "newspaper")):
        table.add_column(head, overflow="fold")
        table.add_column("facts", justify="right")
    for kind, count in ranked(summary.kinds):
        kinds.add_row(kind, str(count))
    names = ranked(summary.newspapers)
    for name, count in names[:_MOST_NEWSPAPERS]:
        newspapers.add_row(printable(name) if name else "(none named)", str(count))
    if len(names) > _MOST_NEWSPAPERS:
        newspapers.add_row(f"({len(names) - _MOST_NEWSPAPERS} more)", str(sum(n for _, n in names[_MOST_NEWSPAPERS:])))
    if summary.facts:
        both = Table.grid(padding=(0, 4))
        both.add_row(kinds, newspapers)
        screen.print(both)
    articles = summary.outcomes["ok"]
    line = f"{counted(summary.facts, 'fact')} in {counted(articles, 'article')}"
    if summary.failed:
        line += f", {counted(summary.failed, 'article')} failed"
    if summary.outcomes["skipped"]:
        line += f", {counted(summary.outcomes['skipped'], 'file')} of other kinds skipped"
    screen.print(line if out == STDIN else f"{line}. They lie in {Path(out)}/", soft_wrap=True)


class _Watch:
    """Counts what passes."""

    def __init__(self, update: Callable[[int], None] | None = None) -> None:
        self._update = update

    def __call__(self, results: Iterable[T]) -> Iterator[T]:
        """Pass everything on."""
        for number, result in enumerate(results, start=1):
            if self._update is not None:
                self._update(number)
            yield result


@contextmanager
def _progress() -> Iterator[_Watch]:
    """Show a count of the articles on stderr while it is a terminal."""
    if not sys.stderr.isatty():
        yield _Watch()
        return
    with console(stderr=True).status("Reading …") as status:
        yield _Watch(lambda number: status.update(f"{counted(number, 'item')} read"))
