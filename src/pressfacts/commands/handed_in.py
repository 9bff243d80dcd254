"""What several commands are handed: lexicons of one's own, a text on stdin, paths that must be readable."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from pressfacts.batch import Source
    from pressfacts.extractor import Extractor

STDIN = "-"


def extractor(lexicon: Path | None) -> Extractor:
    """Make an extractor, with the lexicons in a folder merged over the packaged ones."""
    from pressfacts.extractor import Extractor

    if lexicon is None:
        return Extractor()
    from pressfacts.lexicon import Lexicon

    return Extractor(lexicon=Lexicon.load(lexicon))


def sources(
    paths: Iterable[str], *, id: str = "stdin", published: str | None, outlet: str | None, zone: str
) -> list[Source]:
    """Give the paths back, with what stdin holds for "-".

    Raises UnknownFormatError for a file that no reader takes and typer.BadParameter for a date or a zone that is none:
    those are mistakes in the command, not in the folder.
    """
    import datetime as dt

    from pressfacts.articles import at_zone, check_suffix, moment
    from pressfacts.errors import InputError

    for option, value in (("--zone", zone), ("--published", published)):
        try:
            if option == "--zone":
                at_zone(dt.datetime(2019, 5, 15), zone)
            elif value is not None:
                moment(value, zone)
        except InputError as error:
            raise typer.BadParameter(str(error), param_hint=option) from error
    given = list(paths)
    if given.count(STDIN) > 1:
        raise typer.BadParameter("- stands for stdin, which can be read once", param_hint="PATHS")
    for path in map(Path, given):
        if path.is_file():
            check_suffix(path)
    return [_from_stdin(id, published, outlet, zone) if path == STDIN else path for path in given]


def _from_stdin(id: str, published: str | None, outlet: str | None, zone: str) -> Source:
    from pressfacts.articles import article_from_text, decode
    from pressfacts.batch import Failure
    from pressfacts.errors import EmptyFileError, InputError

    where = "standard input"
    try:
        text, encoding = decode(sys.stdin.buffer.read(), where)
        if not text.strip():
            raise EmptyFileError("nothing came in", where=where, cure="Pipe an article's text into the command")
        return article_from_text(text, id=id, published=published, outlet=outlet, encoding=encoding, zone=zone)
    except InputError as error:
        return Failure.of(error, where)
