"""One article's text as the readers of names look at it: its keys, its newspapers, its acronyms, its people."""

from __future__ import annotations

import bisect
import functools
from collections.abc import Sequence
from typing import TypeVar

from pressfacts.finders.sources.acronyms import Acronyms
from pressfacts.finders.sources.name import PressHit
from pressfacts.finders.sources.people import People
from pressfacts.finders.sources.vocabulary import Phrases, Vocabulary
from pressfacts.language.tokens import Token
from pressfacts.lexicon.entries import Entry
from pressfacts.lexicon.words import key

E = TypeVar("E", bound=Entry)


class Page:
    """What is looked up in one article; acronyms and people are gathered when first asked for."""

    def __init__(self, vocabulary: Vocabulary, folded: str) -> None:
        self.lexicon = vocabulary.lexicon
        self.roles = vocabulary.roles
        self.documents = vocabulary.documents
        self.organisations = vocabulary.organisations
        self.folded = folded
        self.keyed = key(folded)
        self.hits = vocabulary.press.find(folded, self.keyed)
        self.established: frozenset[str] = frozenset()
        self._starts = [hit.start for hit in self.hits]
        self._by_start = {hit.start: hit for hit in self.hits}

    @functools.cached_property
    def acronyms(self) -> Acronyms:
        """The acronyms that the article explains."""
        return Acronyms(self.folded)

    @functools.cached_property
    def people(self) -> People:
        """The persons whose full names the article gives."""
        return People(self.folded, self.is_body_word, self.is_role)

    def press_at(self, token: Token) -> PressHit | None:
        """The newspaper whose name begins with a token."""
        return self._by_start.get(token.start)

    def joins_press(self, before: int, after: int) -> bool:
        """Whether a newspaper's name ends at one place and another begins at the other: a list of titles."""
        place = bisect.bisect_left(self._starts, after)
        if place == 0 or place == len(self.hits) or self.hits[place].start != after:
            return False
        return self.hits[place - 1].end == before

    def ends_press(self, end: int) -> bool:
        """Whether a newspaper's name ends at a place."""
        place = bisect.bisect_left(self._starts, end) - 1
        return place >= 0 and self.hits[place].end == end

    def in_press(self, at: int) -> bool:
        """Whether a place (code points) lies inside a newspaper's name: the mark in "Canal+", "Hespress.com"."""
        place = bisect.bisect_right(self._starts, at) - 1
        return place >= 0 and self.hits[place].start < at < self.hits[place].end

    def word(self, token: Token) -> str:
        """The key of a token: no capitals, no accents."""
        return self.keyed[token.start : token.end]

    def key_of(self, tokens: Sequence[Token], start: int, stop: int) -> str:
        """The key of a stretch of tokens."""
        return self.keyed[tokens[start].start : tokens[stop - 1].end].replace("\n", " ").replace("\r", "")

    def said(self, tokens: Sequence[Token], start: int, stop: int) -> str:
        """A stretch of tokens as written, line breaks and double spaces made one."""
        return " ".join(self.folded[tokens[start].start : tokens[stop - 1].end].split())

    def longest(self, tokens: Sequence[Token], head: int, phrases: Phrases[E]) -> int:
        """How many tokens the longest phrase of a lexicon takes at ``head``; 0 for none."""
        first = self.word(tokens[head])
        reach = phrases.reach(first.partition(" ")[0])
        table = phrases.by_key
        if head + 1 < len(tokens) and tokens[head + 1].text == "." and first + "." in table:
            return 2  # "M. Bennis", "Prof. Bennis"
        if not reach:
            return 0
        best = 1 if first in table else 0
        for stop in range(head + 2, min(len(tokens), head + reach + 1) + 1):
            token = tokens[stop - 1]
            if token.kind == "mark" and token.text != ",":
                break
            if token.text != "," and self.key_of(tokens, head, stop) in table:
                best = stop - head
        return best

    def is_role(self, word: str) -> bool:
        """Whether a word is a role or a title: "docteur", "maire"."""
        return key(word) in self.lexicon.roles.by_key

    def is_body_word(self, word: str) -> bool:
        """Whether a capitalised word is a body's, a country's or a role's, or an acronym, and so no person's."""
        if word.isupper():
            return True
        keyed = key(word)
        lexicon = self.lexicon
        return (
            keyed in lexicon.organisations.by_key or keyed in lexicon.countries.by_key or keyed in lexicon.roles.by_key
        )


def token_at(tokens: Sequence[Token], at: int, end: int) -> int:
    """The first token from ``at`` on that does not begin before ``end`` (a code point)."""
    while at < len(tokens) and tokens[at].start < end:
        at += 1
    return at
