"""Gold: what a careful reader found, from a ``.jsonl``, a ``.json`` or a folder with ``articles/`` and ``gold/``.

A gold fact has the Fact's own field names; ``alt`` lists further accepted answers of a slot, ``optional`` marks a fact
that counts neither as missed nor as spurious.
"""

from __future__ import annotations

import difflib
import hashlib
import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from pressfacts.errors import GoldError
from pressfacts.evaluation.answers import SLOTS, Answer, ScoredFact, amount, scored_fact, sources
from pressfacts.model import Change, Comparator, Fact, Kind, SourceType, Status

_FACT_KEYS = (*Fact.model_fields, "alt", "optional")
_NEEDED = ("quote", "start", "end", "kind", "quantity")
_MAX_NUMBER = 1e30


@dataclass(frozen=True, slots=True)
class GoldFact:
    """A fact that is owed (or, if ``optional``, allowed), with the further ``accepted`` answers of its slots."""

    fact: ScoredFact
    accepted: Mapping[str, tuple[Answer, ...]]
    optional: bool
    scores_subject: bool


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """A text with its gold. ``published`` (ISO date or datetime) and ``outlet`` go to the extractor with it."""

    id: str
    text: str
    published: str | None
    outlet: str | None
    facts: tuple[GoldFact, ...]


@dataclass(frozen=True, slots=True)
class GoldSet:
    """Articles that are scored together. ``digest`` (SHA-256) is of their content, wherever it is stored."""

    name: str
    path: Path
    articles: tuple[GoldArticle, ...]
    digest: str


def read_gold(path: Path) -> GoldSet:
    """Read one set of gold; its name is the folder's or the file's (a file called ``gold`` has its folder's).

    Raises GoldError, which names file, article, fact, cause and cure.
    """
    resolved = path.resolve()
    if path.is_dir():
        rows = list(_folder_rows(path))
        name = resolved.name
    elif not path.exists():
        raise GoldError("no such file or folder", where=str(path), cure="Check the path")
    elif path.suffix == ".jsonl":
        rows = list(_line_rows(path))
        name = resolved.parent.name if path.stem == "gold" else path.stem
    elif path.suffix == ".json":
        rows = [_with_text(path, _parsed(path.name, _decoded(path), str(path)))]
        name = path.stem
    else:
        cure = "Hand in a .jsonl file, a .json file, or a folder with articles/ and gold/"
        raise GoldError(f"{path.suffix or 'no suffix'} is no form of gold", where=str(path), cure=cure)
    if not rows:
        raise GoldError("no article in it", where=str(path), cure="Gold holds one object for each article")
    articles: dict[str, GoldArticle] = {}
    for where, row in rows:
        article = _article(where, row)
        if article.id in articles:
            raise GoldError(f"the id {article.id!r} stands twice", where=where, cure="Give each article its own id")
        articles[article.id] = article
    return GoldSet(name, path, tuple(articles.values()), _digest([row for _, row in rows]))


def _digest(rows: list[Mapping[str, Any]]) -> str:
    keys = ("id", "published", "outlet", "text", "facts")
    content = sorted(json.dumps([row.get(key) for key in keys], sort_keys=True, ensure_ascii=True) for row in rows)
    return hashlib.sha256("\n".join(content).encode("ascii")).hexdigest()


def _decoded(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        cause = f"cannot be read: {error.strerror}"
        raise GoldError(cause, where=str(path), cure="Check the path and who may read it") from error
    except UnicodeDecodeError as error:
        cure = "Save the file as UTF-8"
        raise GoldError(f"byte {error.start} is no UTF-8", where=str(path), cure=cure) from error


def _parsed(what: str, text: str, where: str) -> Mapping[str, Any]:
    try:
        row = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise GoldError(f"{what} is no JSON: {error}", where=where, cure="Correct it there") from error
    if not isinstance(row, dict):
        cure = 'One article is {"id", "text", "facts": […]}'
        raise GoldError(f"{what} is no JSON object", where=where, cure=cure)
    return row


def _line_rows(path: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    # not splitlines(), which also divides at characters that JSON allows inside a string
    for number, line in enumerate(_decoded(path).split("\n"), start=1):
        if line.strip():
            where = f"{path}, line {number}"
            yield where, _parsed("the line", line, where)


def _folder_rows(folder: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    gold = folder / "gold"
    if not gold.is_dir() or not (folder / "articles").is_dir():
        cure = "A folder of gold holds articles/ID.txt and gold/ID.json; hand in .jsonl files by name"
        raise GoldError("no articles/ and gold/ in it", where=str(folder), cure=cure)
    for path in sorted(gold.rglob("*.json")):
        where, row = _with_text(path, _parsed(path.name, _decoded(path), str(path)))
        expected = path.relative_to(gold).with_suffix("").as_posix()
        if row.get("id") != expected:
            raise GoldError(f"its id is {row.get('id')!r}", where=where, cure=f"Make it {expected!r}, as the file")
        yield where, row


def _with_text(path: Path, row: Mapping[str, Any]) -> tuple[str, Mapping[str, Any]]:
    """Gold that lies in ``gold/ID.json`` has its text in ``articles/ID.txt``."""
    if "text" in row:
        return str(path), row
    for folder in path.parents:
        if folder.name == "gold":
            article = folder.parent / "articles" / path.relative_to(folder).with_suffix(".txt")
            break
    else:
        article = path.with_suffix(".txt")
    if not article.is_file():
        cure = f'Put the article into {article}, or give the gold a "text"'
        raise GoldError("no text belongs to it", where=str(path), cure=cure)
    return str(path), {**row, "text": _decoded(article)}


def _article(where: str, row: Mapping[str, Any]) -> GoldArticle:
    for key, kind in (("id", str), ("text", str), ("facts", list)):
        if not isinstance(row.get(key), kind):
            cure = f"Every article of gold has {key!r}, a {'list' if kind is list else 'string'}"
            raise GoldError(f"{key!r} is missing or of another type", where=where, cure=cure)
    for key in ("published", "outlet"):
        if not isinstance(row.get(key), str | None):
            raise GoldError(f"{key!r} is no string", where=where, cure="Write it as a string, or null")
    place = f"{where}, article {row['id']!r}"
    facts = tuple(_fact(f"{place}, fact {number}", row["text"], fact) for number, fact in enumerate(row["facts"], 1))
    return GoldArticle(row["id"], row["text"], row.get("published"), row.get("outlet"), facts)


def _fact(where: str, text: str, record: object) -> GoldFact:
    if not isinstance(record, dict):
        raise GoldError("a fact is no JSON object", where=where, cure='A fact is {"quote", "start", "end", "kind", …}')
    where += f" ({record.get('quote')!r})"
    for key in _NEEDED:
        if key not in record:
            raise GoldError(f"{key!r} is missing", where=where, cure=f"A gold fact needs {', '.join(_NEEDED)}")
    for key in record.keys() - set(_FACT_KEYS):
        # other notes of an annotator do no harm, but "optionnal" would be overlooked for ever
        if close := difflib.get_close_matches(key, _FACT_KEYS, n=1, cutoff=0.8):
            raise GoldError(f"{key!r} is no field of a fact", where=where, cure=f"Did you mean {close[0]!r}?")
    _check_quote(where, text, record)
    try:
        _check_values(where, record)
        fact, accepted = scored_fact(record), _accepted(where, record.get("alt") or {})
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        cure = "Write its fields as the output of the extractor writes them"
        raise GoldError(f"a field has another form: {error}", where=where, cure=cure) from error
    return GoldFact(fact, accepted, bool(record.get("optional")), "subject" in record)


def _check_quote(where: str, text: str, record: Mapping[str, Any]) -> None:
    quote, start, end = record["quote"], record["start"], record["end"]
    if type(start) is int and type(end) is int and 0 <= start < end and text[start:end] == quote:
        return
    places = [] if not isinstance(quote, str) or not quote else list(_places(text, quote))
    cure = f"It stands at {', '.join(places)}" if places else "Copy the quote from the text, character by character"
    given = text[start : min(end, start + 80)] if type(start) is int and type(end) is int else None
    raise GoldError(f"{start}:{end} gives {given!r}, not the quote", where=where, cure=cure)


def _places(text: str, quote: str) -> Iterator[str]:
    at = text.find(quote)
    for _ in range(5):
        if at < 0:
            return
        yield f"{at}:{at + len(quote)}"
        at = text.find(quote, at + 1)


def _check_values(where: str, record: Mapping[str, Any]) -> None:
    def refuse(field: str, value: object, known: tuple[str | None, ...]) -> None:
        words = ", ".join("null" if word is None else word for word in known)
        raise GoldError(f"{field} is {value!r}", where=where, cure=f"It is one of {words}")

    quantity = record["quantity"]
    if not isinstance(quantity, dict):
        raise GoldError("quantity is no JSON object", where=where, cure='It is {"value", "comparator", "unit", …}')
    alt = record.get("alt") or {}
    if not isinstance(alt, dict) or not all(isinstance(answers, list) for answers in alt.values()):
        raise GoldError("alt holds no lists", where=where, cure='It is like {"status": ["forecast"]}')
    for slot in alt:
        if slot not in (*SLOTS, "subject"):
            refuse("a slot of alt", slot, (*SLOTS, "subject"))
    vocabulary: tuple[tuple[str, Any, tuple[str | None, ...]], ...] = (
        ("kind", record["kind"], get_args(Kind)),
        ("comparator", quantity.get("comparator"), get_args(Comparator)),
        ("change", record.get("change"), (*get_args(Change), None)),
        ("status", record.get("status", "actual"), get_args(Status)),
    )
    for field, value, known in vocabulary:
        for answer in (value, *alt.get(field, ())):
            if answer not in known:
                refuse(field, answer, known)
    for chain in (record.get("sources") or [], *alt.get("sources", ())):
        for source in chain:
            if source.get("type") not in get_args(SourceType):
                refuse("the type of a source", source.get("type"), get_args(SourceType))
    for answer in (quantity, *alt.get("value", ())):
        for key in ("value", "low", "high"):
            _check_number(f"{where}: {key}", answer.get(key))
    is_range = quantity.get("comparator") == "between"
    if is_range != (quantity.get("value") is None):
        cure = "A range has the comparator between, low and high; all else has a value"
        raise GoldError("comparator and numbers do not go together", where=where, cure=cure)


def _check_number(where: str, number: object) -> None:
    if number is None:
        return
    if isinstance(number, bool) or not isinstance(number, int | float):
        raise GoldError(f"{number!r} is no number", where=where, cure="Write a JSON number, in the base unit")
    if not math.isfinite(number) or abs(number) >= _MAX_NUMBER:
        raise GoldError("the number is too large", where=where, cure="Numerals of more than 30 digits are no facts")


def _accepted(where: str, alt: Mapping[str, list[Any]]) -> dict[str, tuple[Answer, ...]]:
    accepted: dict[str, tuple[Answer, ...]] = {}
    for slot, answers in alt.items():
        if slot == "value":
            accepted[slot] = tuple(amount(answer) for answer in answers)
        elif slot == "sources":
            accepted[slot] = tuple(sources(answer) for answer in answers)
        elif all(isinstance(answer, str | None) for answer in answers):
            accepted[slot] = tuple(answers)
        else:
            raise GoldError(f"alt of {slot} holds no strings", where=where, cure="Write the answers as bare strings")
    return accepted
