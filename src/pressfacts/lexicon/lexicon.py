"""All that is known of words, as one value: the packaged lexicons, with one's own merged over them.

The packaged files are read from ``packaged.json``, generated from the TOML: parsing TOML would take most of a start.
"""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from pressfacts.lexicon.entries import (
    FILES,
    Comparator,
    Country,
    Currency,
    Document,
    Entry,
    Indicator,
    Job,
    MoneySpelling,
    Organisation,
    Press,
    Role,
    Unit,
)
from pressfacts.lexicon.tables import Table, Values, places

if TYPE_CHECKING:
    from pressfacts.lexicon.reading import Source

FOLDER = Path(__file__).parent
E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True)
class Example:
    """A phrase of an entry, and the slots of the fact that it must (or, as a counter-example, must not) yield.

    ``kind`` names the lexicon (units, press); ``expected`` has some of kind, unit, comparator, source, indicator.
    """

    file: str
    kind: str
    entry: str
    phrase: str
    expected: Mapping[str, str]
    counter: bool


@dataclass(frozen=True)
class Lexicon:
    """Every lexicon file as a table of typed entries. ``folders`` are those merged over the packaged files."""

    folders: tuple[Path, ...]
    content: Mapping[str, Mapping[str, Any]]

    @classmethod
    def load(cls, *folders: str | Path) -> Lexicon:
        """Load the packaged lexicons and merge the files of folders over them, in order.

        Raises LexiconError, which names file and line, for whatever is wrong in a folder.
        """
        if not folders:
            return _packaged()
        paths = tuple(Path(folder) for folder in folders)
        sources = _sources(paths)
        values = {name: [source.kept() for source in sources if source.kind == name] for name in FILES}
        return cls(paths, content(values))

    @functools.cached_property
    def digest(self) -> str:
        """A digest of all that the lexicons say, verbs included: 16 hex digits, the same on every machine."""
        digest = hashlib.sha256(written(self.content).encode() if self.folders else b"")
        generated = ("verb_forms.tsv", "verb_roles.tsv", "noun_roles.tsv")
        for name in (*generated, *(() if self.folders else ("packaged.json",))):
            digest.update((FOLDER / name).read_bytes())
        return digest.hexdigest()[:16]

    def examples(self) -> Iterator[Example]:
        """Yield every example and counter-example of the packaged files and of one's own folders."""
        for source in _sources(self.folders):
            expected = source.entry().expected()
            for counter, name in ((False, "examples"), (True, "counter_examples")):
                for phrase in source.texts(name):
                    yield Example(str(source.path), source.kind, source.id, phrase, expected, counter)

    def _table(self, name: str, entry: type[E]) -> Table[E]:
        held = self.content[name]
        return Table(entry, held["entries"], held["keys"], held["symbols"])

    @functools.cached_property
    def comparators(self) -> Table[Comparator]:
        """Phrases that bound a number."""
        return self._table("comparators", Comparator)

    @functools.cached_property
    def countries(self) -> Table[Country]:
        """Countries, their demonyms and cities."""
        return self._table("countries", Country)

    @functools.cached_property
    def currencies(self) -> Table[Currency]:
        """Currencies by their names, id = ISO 4217."""
        return self._table("currencies", Currency)

    @functools.cached_property
    def documents(self) -> Table[Document]:
        """Kinds of documents."""
        return self._table("documents", Document)

    @functools.cached_property
    def indicators(self) -> Table[Indicator]:
        """Indicators, id = the project's code."""
        return self._table("indicators", Indicator)

    @functools.cached_property
    def jobs(self) -> Table[Job]:
        """Nouns that count work."""
        return self._table("jobs", Job)

    @functools.cached_property
    def money_spellings(self) -> Table[MoneySpelling]:
        """Press spellings of money."""
        return self._table("money_spellings", MoneySpelling)

    @functools.cached_property
    def organisations(self) -> Table[Organisation]:
        """Bodies."""
        return self._table("organisations", Organisation)

    @functools.cached_property
    def press(self) -> Table[Press]:
        """Newspapers, sites, agencies, broadcasters."""
        return self._table("press", Press)

    @functools.cached_property
    def roles(self) -> Table[Role]:
        """What speakers are."""
        return self._table("roles", Role)

    @functools.cached_property
    def units(self) -> Table[Unit]:
        """Units of measure, time and percentage."""
        return self._table("units", Unit)


def _sources(folders: Iterable[Path]) -> list[Source]:
    # Only those who bring lexicons of their own need what reads TOML and tells what is wrong with it.
    from pressfacts.lexicon.reading import merged, packaged_sources, read_folder

    sources = list(packaged_sources())
    for folder in folders:
        sources = merged(sources, read_folder(folder))
    return sources


def content(values: Mapping[str, Sequence[Values]]) -> dict[str, dict[str, Any]]:
    """Make of each file's entries what a table needs: entries, places by key, places by symbol."""
    made = {}
    for name, entries in values.items():
        keys, symbols = places(FILES[name], entries)
        made[name] = {"entries": entries, "keys": keys, "symbols": symbols}
    return made


def written(content: Mapping[str, Mapping[str, Any]]) -> str:
    """Write content as ``packaged.json`` has it."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, indent=0, separators=(",", ":")) + "\n"


@functools.cache
def _packaged() -> Lexicon:
    return Lexicon((), json.loads((FOLDER / "packaged.json").read_bytes()))
