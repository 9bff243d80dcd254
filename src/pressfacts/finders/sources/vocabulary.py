"""The lexicons as the readers of names look them up: the titles of the press, and phrases by their first word."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

from pressfacts.finders.sources.titles import PressIndex
from pressfacts.lexicon import Lexicon
from pressfacts.lexicon.entries import Document, Entry, Organisation, Role

E = TypeVar("E", bound=Entry)


class Phrases(Generic[E]):
    """The phrases of one lexicon: ``by_key`` gives the entry, ``reach`` how many words a phrase may have."""

    def __init__(self, by_key: Mapping[str, E]) -> None:
        self.by_key = by_key
        self._reach: dict[str, int] = {}
        for phrase in by_key:
            first, _, rest = phrase.partition(" ")
            words = 1 + rest.count(" ") + (1 if rest else 0)
            if words > self._reach.get(first, 0):
                self._reach[first] = words

    def reach(self, word: str) -> int:
        """How many words the longest phrase has that begins with a word; 0 where none begins so."""
        return self._reach.get(word, 0)


class Vocabulary:
    """What one set of lexicons knows of sources, made once for all articles."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.press = PressIndex(lexicon)
        self.roles: Phrases[Role] = Phrases(lexicon.roles.by_key)
        self.documents: Phrases[Document] = Phrases(lexicon.documents.by_key)
        self.organisations: Phrases[Organisation] = Phrases(lexicon.organisations.by_key)
