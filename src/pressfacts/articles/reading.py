"""Files, folders and records become articles."""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pressfacts.articles.datelines import ZONE, Moment, moment
from pressfacts.articles.decoding import decode
from pressfacts.articles.layout import layout
from pressfacts.errors import EmptyFileError, InputError, NoInputError, PressfactsError, RecordError, UnknownFormatError
from pressfacts.model import Article

_TEXT = frozenset({".txt", ".text"})
_PAGES = frozenset({".html", ".htm"})
_RECORDS = frozenset({".jsonl"})
SUFFIXES = _TEXT | _PAGES | _RECORDS

OnError = Callable[[PressfactsError], None]
OnSkip = Callable[[str], None]


def article_from_text(
    text: str,
    *,
    id: str | None = None,
    path: str | None = None,
    published: str | Moment | None = None,
    outlet: str | None = None,
    encoding: str | None = None,
    title: str | None = None,
    kicker: str | None = None,
    standfirst: str | None = None,
    author: str | None = None,
    column: str | None = None,
    language: str | None = None,
    zone: str = ZONE,
) -> Article:
    """Make an article of a text in the press review's own form, or of any text.

    What the caller says wins over what the text says. Without ``id`` the article is named by the digest of its text.
    Hours without a zone are hours of ``zone``. Raises InputError for a date that is none and for a text that is no
    Unicode (lone surrogates).
    """
    where = path or id
    try:
        digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    except UnicodeEncodeError as error:
        cause = f"character {error.start} is half of a surrogate pair, so this is no valid Unicode text"
        raise InputError(cause, where=where, cure="Export the text again as UTF-8") from error
    form = layout(text, zone)
    return Article(
        id=id if id is not None else digest[:16],
        path=path,
        title=title if title is not None else form.title,
        kicker=kicker if kicker is not None else form.kicker,
        standfirst=standfirst if standfirst is not None else form.standfirst,
        author=author if author is not None else form.author,
        published=moment(published, zone, where) if published is not None else form.published,
        outlet=outlet,
        column=column if column is not None else form.column,
        language=language,
        encoding=encoding,
        text_sha256=digest,
        text=text,
    )


def read(
    path: str | os.PathLike[str],
    root: str | os.PathLike[str] | None = None,
    *,
    id: str | None = None,
    published: str | Moment | None = None,
    outlet: str | None = None,
    zone: str = ZONE,
) -> Article:
    """Read one .txt, .text, .html or .htm file.

    Its id is the path below ``root`` without the suffix; without a root, the file's name without the suffix.
    ``published`` and ``outlet``, if given, win over what the file says. Raises NoInputError, UnknownFormatError,
    EmptyFileError, BinaryFileError, UndecodableError, MissingExtraError.
    """
    file = Path(path)
    if not file.exists():
        raise _absent(file)
    suffix = file.suffix.lower()
    if suffix in _RECORDS:
        cause = "a .jsonl file holds many articles, not one"
        raise UnknownFormatError(cause, where=str(file), cure="Use read_articles() for it")
    check_suffix(file)
    place = file.relative_to(root) if root is not None else Path(file.name)
    name = id if id is not None else place.with_suffix("").as_posix()
    data = _bytes_of(file)
    if suffix in _PAGES:
        from pressfacts.articles.pages import article_from_page

        return article_from_page(
            data, id=name, path=place.as_posix(), published=published, outlet=outlet, zone=zone, where=str(file)
        )
    text, encoding = decode(data, str(file))
    if not text.strip():
        raise EmptyFileError("the file is empty", where=str(file), cure="Put the article's text into it or remove it")
    return article_from_text(
        text, id=name, path=place.as_posix(), published=published, outlet=outlet, encoding=encoding, zone=zone
    )


def read_articles(
    path: str | os.PathLike[str],
    on_error: OnError | None = None,
    *,
    on_skip: OnSkip | None = None,
    published: str | Moment | None = None,
    outlet: str | None = None,
    zone: str = ZONE,
) -> Iterator[Article]:
    """Read a file, or all below a folder in the order of their paths, one article at a time.

    In a folder, files of unknown suffix are passed to ``on_skip`` and left alone, and so are hidden ones without a
    word; where two files differ by suffix only, their ids keep it. A file or a line that cannot be read is passed to
    ``on_error`` and the rest goes on; without ``on_error`` it is raised. Raises NoInputError for a path that does not
    exist or a folder that holds no article, UnknownFormatError for a file named outright.
    """
    given = Path(path)
    if not given.is_dir():
        yield from _articles_of(given, None, on_error, published, outlet, zone)
        return
    closed: list[OSError] = []
    files = sorted(_files_below(given, closed.append), key=lambda file: file.relative_to(given).parts)
    for error in closed:
        unreadable = _unreadable(Path(error.filename), error)
        if on_error is None:
            raise unreadable from error
        on_error(unreadable)
    known = [file for file in files if file.suffix.lower() in SUFFIXES]
    stems = Counter(file.with_suffix("") for file in known)
    if on_skip is not None:
        for file in files:
            if file.suffix.lower() not in SUFFIXES:
                on_skip(str(file))
    if not known:
        cause = f"no article below this folder ({len(files)} files of other kinds)"
        raise NoInputError(cause, where=str(given), cure=f"Articles end in {', '.join(sorted(SUFFIXES))}")
    for file in known:
        name = file.relative_to(given).as_posix() if stems[file.with_suffix("")] > 1 else None
        yield from _articles_of(file, given, on_error, published, outlet, zone, name)


def _files_below(folder: Path, on_closed: Callable[[OSError], None]) -> Iterator[Path]:
    for place, folders, names in os.walk(folder, onerror=on_closed):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(place, name) for name in names if not name.startswith("."))


def _articles_of(
    file: Path,
    root: Path | None,
    on_error: OnError | None,
    published: str | Moment | None,
    outlet: str | None,
    zone: str,
    id: str | None = None,
) -> Iterator[Article]:
    if not file.exists():
        raise _absent(file)
    try:
        if file.suffix.lower() in _RECORDS:
            place = file.relative_to(root) if root is not None else Path(file.name)
            yield from _records(file, place, on_error, published, outlet, zone)
        else:
            yield read(file, root, id=id, published=published, outlet=outlet, zone=zone)
    except PressfactsError as error:
        if on_error is None or (root is None and isinstance(error, NoInputError | UnknownFormatError)):
            raise
        on_error(error)


def _records(
    file: Path, place: Path, on_error: OnError | None, published: str | Moment | None, outlet: str | None, zone: str
) -> Iterator[Article]:
    """The articles of a .jsonl file, line by line, so that a large one takes no more memory than its longest line."""
    try:
        lines = file.open("rb")
    except OSError as error:
        raise _unreadable(file, error) from error
    with lines:
        for number, line in enumerate(lines, start=1):
            if number == 1:
                line = line.removeprefix(b"\xef\xbb\xbf")
            if not line.strip():
                continue
            try:
                article = _record(line, f"{file}, line {number}", place, number, published, outlet, zone)
            except RecordError as error:
                if on_error is None:
                    raise
                on_error(error)
            else:
                yield article


def _record(
    line: bytes, where: str, place: Path, number: int, published: str | Moment | None, outlet: str | None, zone: str
) -> Article:
    try:
        record: Any = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise RecordError("the line is not UTF-8", where=where, cure="Save the file as UTF-8") from error
    except (ValueError, RecursionError) as error:
        why = f"{error.msg} at character {error.pos + 1}" if isinstance(error, json.JSONDecodeError) else str(error)
        cure = 'Write one object a line: {"id": "…", "text": "…", "published": "2019-05-12"}'
        raise RecordError(f"the line is no JSON ({why})", where=where, cure=cure) from error
    if not isinstance(record, dict):
        raise RecordError("the line is no JSON object", where=where, cure='Write {"id": "…", "text": "…"}')
    said = {key: _string(record, key, where) for key in _KEYS}
    text = said.pop("text")
    if text is None or not text.strip():
        raise RecordError('"text" is missing or empty', where=where, cure="Give the article's text")
    name = said.pop("id")
    date = said.pop("published")
    house = said.pop("outlet")
    try:
        return article_from_text(
            text,
            id=name if name is not None else f"{place.with_suffix('').as_posix()}/{number}",
            path=place.as_posix(),
            published=published if published is not None else date,
            outlet=outlet if outlet is not None else house,
            encoding="utf-8",
            zone=zone,
            **said,
        )
    except InputError as error:
        raise RecordError(error.cause, where=where, cure=error.cure) from error


_KEYS = ("id", "text", "published", "outlet", "title", "kicker", "standfirst", "author", "column", "language")


def _string(record: dict[str, Any], key: str, where: str) -> str | None:
    value = record.get(key)
    if key == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value is None or isinstance(value, str):
        return value
    cause = f'"{key}" is {type(value).__name__}, not a string'
    raise RecordError(cause, where=where, cure=f'Put "{key}" in quotation marks')


def _bytes_of(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise _unreadable(file, error) from error


def _unreadable(file: Path, error: OSError) -> InputError:
    return InputError(f"cannot be opened ({error.strerror})", where=str(file), cure="Check its permissions")


def _absent(file: Path) -> NoInputError:
    return NoInputError("no such file or folder", where=str(file), cure="Check the path")


def check_suffix(file: Path) -> None:
    """Raise UnknownFormatError for a file that no reader takes."""
    if file.suffix.lower() not in SUFFIXES:
        cause = f"no reader for {file.suffix!r} files" if file.suffix else "a file without suffix says not what it is"
        raise UnknownFormatError(cause, where=str(file), cure=f"Articles end in {', '.join(sorted(SUFFIXES))}")
