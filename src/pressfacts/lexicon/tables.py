"""The entries of one lexicon file, and how a text mentions them. Entries are made when first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar, overload

from pressfacts.lexicon.entries import Entry, make
from pressfacts.lexicon.words import key, plural
from pressfacts.text import fold

E = TypeVar("E", bound=Entry)
D = TypeVar("D")
Values = Mapping[str, Any]


class Table(Generic[E]):
    """The entries of one file.

    ``by_id`` gives an entry by its id; ``by_key`` by ``words.key`` of each of its forms and, where the file is
    inflected, of its plural; ``by_symbol`` by symbol or acronym, to the letter but for typography (``text.fold``).
    """

    def __init__(
        self, entry: type[E], values: Sequence[Values], keys: Mapping[str, int], symbols: Mapping[str, int]
    ) -> None:
        made: dict[int, E] = {}

        def at(place: int) -> E:
            if place not in made:
                made[place] = make(entry, values[place])
            return made[place]

        self._values = values
        self._at = at
        self.by_id: Mapping[str, E] = Index(at, {value["id"]: place for place, value in enumerate(values)})
        self.by_key: Mapping[str, E] = Index(at, keys)
        self.by_symbol: Mapping[str, E] = Index(at, symbols)

    def find(self, mention: str) -> E | None:
        """Give the entry that a mention means, by symbol first; None when the table has none.

        >>> from pressfacts.lexicon import Lexicon
        >>> Lexicon.load().units.find("mètres carrés").unit
        'm2'
        """
        found = self.by_symbol.get(fold(mention))
        return self.by_key.get(key(mention)) if found is None else found

    def __iter__(self) -> Iterator[E]:
        return (self._at(place) for place in range(len(self._values)))

    def __len__(self) -> int:
        return len(self._values)


class Index(Mapping[str, E]):
    """A way to the entries: text → place → entry."""

    def __init__(self, at: Callable[[int], E], places: Mapping[str, int]) -> None:
        self._at = at
        self._places = places

    def __getitem__(self, text: str) -> E:
        return self._at(self._places[text])

    @overload
    def get(self, key: str) -> E | None: ...
    @overload
    def get(self, key: str, default: D) -> E | D: ...
    def get(self, key: str, default: object = None) -> object:
        """Give the entry, or the default: the way that costs least for a text that is none."""
        return self[key] if key in self._places else default

    def __contains__(self, text: object) -> bool:
        return text in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def places(entry: type[Entry], values: Iterable[Values]) -> tuple[dict[str, int], dict[str, int]]:
    """Find the places of entries by key and by symbol; a written form goes before another's plural."""
    entries = [make(entry, value) for value in values]
    keys: dict[str, int] = {}
    symbols: dict[str, int] = {}
    for place, one in enumerate(entries):
        for word in one.words:
            keys.update(dict.fromkeys(_spellings(key(word)), place))
        for sign in one.signs:
            symbols[fold(sign)] = place
    for place, one in enumerate(entries):
        for word in one.words if one.inflected else ():
            for spelled in _spellings(key(plural(word))):
                keys.setdefault(spelled, place)
    return keys, symbols


def _spellings(keyed: str) -> tuple[str, ...]:
    """Give a key with œ as one letter and as two: œuvre, oeuvre."""
    return (keyed, keyed.replace("œ", "oe")) if "œ" in keyed else (keyed,)
