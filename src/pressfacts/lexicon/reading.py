"""Lexicon files become entries, and whoever edits them is told in plain words what is wrong, and where."""

from __future__ import annotations

import functools
import json
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, NoReturn

from pydantic import ConfigDict, TypeAdapter, ValidationError

from pressfacts.errors import LexiconError
from pressfacts.lexicon.entries import FILES, Entry, make
from pressfacts.lexicon.words import key
from pressfacts.text import fold

# Keys that people and the check read, and the program does not.
SAID_ABOUT = ("examples", "counter_examples", "note")
# An entry of one's own with ``replace = true`` takes the place of the packaged one with its id.
REPLACE = "replace"
_HEADER = re.compile(r"^[ \t]*\[\[[ \t]*entry[ \t]*\]\]", re.MULTILINE)
PACKAGED = Path(__file__).parent

# What to do with an error: raise it, or note it and go on.
Tell = Callable[[LexiconError], None]


def stop(error: LexiconError) -> NoReturn:
    """Stop at the first error."""
    raise error


@dataclass(frozen=True, slots=True)
class Source:
    """An entry as it stands in a file: its keys and values, and the line that it begins at."""

    kind: str
    path: Path
    line: int
    values: Any

    @property
    def where(self) -> str:
        """File, line and id, for messages."""
        return f"{self.path}, line {self.line}, entry {self.id}"

    @property
    def id(self) -> str:
        """The id, or a hint where it should be."""
        return str(self.values.get("id", "(no id)")) if isinstance(self.values, dict) else "(no id)"

    def kept(self) -> dict[str, Any]:
        """Give what the program keeps: all but examples and notes."""
        return {name: value for name, value in self.values.items() if name not in (*SAID_ABOUT, REPLACE)}

    def entry(self) -> Entry:
        """Make the entry."""
        return make(FILES[self.kind], self.kept())

    def texts(self, name: str) -> tuple[str, ...]:
        """Give a list of texts, such as the examples; nothing when there is none."""
        return tuple(self.values.get(name, ()))


def read_folder(folder: Path, tell: Tell = stop) -> list[Source]:
    """Read all lexicon files of a folder; what is wrong goes to ``tell``, and is left out."""
    if not folder.is_dir():
        tell(LexiconError("there is no such folder", where=str(folder), cure="Give the folder of your lexicon files"))
        return []
    # The packaged verbs and nouns have their own reader (conjugation.py); in another folder the names are refused.
    paths = sorted(path for path in folder.glob("*.toml") if folder != PACKAGED or path.stem not in ("verbs", "nouns"))
    if not paths:
        names = ", ".join(f"{name}.toml" for name in FILES)
        tell(LexiconError("no lexicon file in this folder", where=str(folder), cure=f"Lexicon files are named {names}"))
    return [source for path in paths for source in _read_file(path, tell)]


@functools.cache
def packaged_sources() -> tuple[Source, ...]:
    """Read the packaged files, once. Raises LexiconError for what is wrong."""
    return tuple(read_folder(PACKAGED))


def _read_file(path: Path, tell: Tell) -> Iterator[Source]:
    kind = path.stem
    if kind not in FILES:
        cause = "verbs cannot be added, for they are conjugated beforehand" if kind == "verbs" else "no such lexicon"
        names = ", ".join(f"{name}.toml" for name in FILES)
        tell(LexiconError(cause, where=str(path), cure=f"Lexicon files are named {names}"))
        return
    try:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        tables = tomllib.loads(text)
    except OSError as error:
        tell(LexiconError(f"the file cannot be read ({error.strerror})", where=str(path)))
        return
    except UnicodeDecodeError:
        tell(LexiconError("the file is not in UTF-8", where=str(path), cure="Save it again with the encoding UTF-8"))
        return
    except tomllib.TOMLDecodeError as error:
        cure = 'Look there for a missing quotation mark, comma or bracket; every text stands in "…"'
        tell(LexiconError(f"this is not valid TOML: {error}", where=str(path), cure=cure))
        return
    entries = tables.pop("entry", [])
    if tables or not isinstance(entries, list):
        strange = ", ".join(sorted(tables)) or "[entry]"
        cure = "Begin each block with [[entry]], in double brackets"
        tell(LexiconError(f"only [[entry]] blocks may stand in a lexicon, not {strange}", where=str(path), cure=cure))
        return
    lines = [text.count("\n", 0, header.start()) + 1 for header in _HEADER.finditer(text)]
    for at, values in enumerate(entries):
        source = Source(kind, path, lines[at] if at < len(lines) else 1, _with_id(kind, values))
        wrong = _wrong(source)
        if wrong is None:
            yield source
        else:
            tell(wrong)


def _with_id(kind: str, values: object) -> object:
    """Call the id "id", whatever the file calls it: the code of an indicator."""
    id_key = FILES[kind].id_key
    if not isinstance(values, dict) or id_key == "id" or "id" in values:
        return values
    return {"id" if name == id_key else name: value for name, value in values.items()}


def _wrong(source: Source) -> LexiconError | None:
    """Tell what is wrong with an entry by itself."""
    if not isinstance(source.values, dict):
        return LexiconError("an entry is a block of keys and values", where=source.where)
    for name in ("examples", "counter_examples"):
        texts = source.values.get(name, [])
        if not isinstance(texts, list) or not all(isinstance(text, str) and text for text in texts):
            return LexiconError(f'{name} must be a list of texts, like {name} = ["…"]', where=source.where)
    if not isinstance(source.values.get("note", ""), str):
        return LexiconError('note must be a text, like note = "…"', where=source.where)
    if not isinstance(source.values.get(REPLACE, False), bool):
        return LexiconError("replace must be true or false, without quotation marks", where=source.where)
    try:
        adapter(source.kind).validate_json(json.dumps(source.kept(), default=_no_text))
    except ValidationError as error:
        names = [FILES[source.kind].id_key, *keys(source.kind), *SAID_ABOUT]
        return LexiconError(
            _told(error, source.kind), where=source.where, cure=f"Keys of {source.kind}.toml: {', '.join(names)}"
        )
    entry = source.entry()
    if not entry.words and not entry.signs:
        return LexiconError("the entry has no word that it stands for", where=source.where, cure='Add forms = ["…"]')
    return None


def _no_text(value: object) -> list[str]:
    """Let a date, which TOML knows and no lexicon has, be refused where a text should stand."""
    return [str(value)]


def keys(kind: str) -> list[str]:
    """List the keys of a file's entries, the id aside."""
    return [field.name for field in fields(FILES[kind]) if field.name != "id"]


@functools.cache
def adapter(kind: str) -> TypeAdapter[Any]:
    """Give pydantic's view of a file's entries: strict, and refusing what it does not know."""
    entry = FILES[kind]
    config = ConfigDict(strict=True, extra="forbid")
    return TypeAdapter(type(entry.__name__, (entry,), {"__pydantic_config__": config, "__slots__": ()}))


_TOLD = {
    "unexpected_keyword_argument": "unknown key {key!r}",
    "missing": "the key {key!r} is missing",
    "string_type": '{key!r} must be a text, like {key} = "…"',
    "string_too_short": "{key!r} is empty",
    "bool_type": "{key!r} must be true or false, without quotation marks",
    "tuple_type": '{key!r} must be a list, like {key} = ["…"]',
    "literal_error": "{key!r} is {value!r}, but must be one of {expected}",
    "string_pattern_mismatch": "{key!r} is {value!r}, which has not the right form",
}


def _told(error: ValidationError, kind: str) -> str:
    told = []
    for problem in error.errors(include_url=False):
        place = str(problem["loc"][0]) if problem["loc"] else kind
        told.append(
            _TOLD.get(problem["type"], "{key!r}: {message}").format(
                key=FILES[kind].id_key if place == "id" else place,
                value=problem.get("input"),
                expected=problem.get("ctx", {}).get("expected", ""),
                message=problem["msg"],
            )
        )
    return "; ".join(dict.fromkeys(told))


def merged(packaged: Iterable[Source], own: Iterable[Source], tell: Tell = stop) -> list[Source]:
    """Put entries of one's own over the packaged ones. An id or a form that stands twice goes to ``tell``."""
    entries: dict[tuple[str, str], Source] = {(source.kind, source.id): source for source in packaged}
    replaced = set()
    for source in own:
        slot = (source.kind, source.id)
        before = entries.get(slot)
        if before is not None and (slot in replaced or not source.values.get(REPLACE, False)):
            cure = "Choose another id, or write replace = true to put this entry in the place of a packaged one"
            tell(LexiconError(f"the id {source.id!r} is taken: {before.where}", where=source.where, cure=cure))
            continue
        replaced.add(slot)
        entries[slot] = source
    for error in _same_form_twice(entries.values()):
        tell(error)
    return list(entries.values())


def _same_form_twice(sources: Iterable[Source]) -> Iterator[LexiconError]:
    owners: dict[tuple[str, str, bool], Source] = {}
    for source in sources:
        entry = source.entry()
        mentions = [(word, key(word), False) for word in entry.words] + [
            (sign, fold(sign), True) for sign in entry.signs
        ]
        for shown, form, to_the_letter in mentions:
            owner = owners.setdefault((source.kind, form, to_the_letter), source)
            if owner is not source:
                cause = f"{shown!r} is already a form of another entry: {owner.where}"
                yield LexiconError(cause, where=source.where, cure="Leave it in one of the two")
