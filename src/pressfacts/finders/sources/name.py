"""A possible source as the text names it, and a newspaper's name where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pressfacts.lexicon.entries import Press
from pressfacts.lexicon.words import key

Kind = Literal["press", "person", "organisation", "document"]
Gender = Literal["m", "f", ""]


@dataclass(slots=True, frozen=True)
class PressHit:
    """A newspaper's name in the text: (start, end) in code points. ``sure`` when no other word is spelled so.

    ``doubtful`` when even its capitals do not tell: "Libération" that opens a sentence, "Le Sahel".
    """

    start: int
    end: int
    entry: Press
    sure: bool
    doubtful: bool = False


@dataclass(slots=True, frozen=True)
class Name:
    """A possible source: what it is, its name, and where the phrase stands (code points; ``last`` its end token).

    ``known`` says that a lexicon or a capital vouches for it; ``generic`` that it points back ("le journal", "la même
    source"), ``head`` being the noun that does; ``doubtful`` that it may be other words than a newspaper's title.
    """

    kind: Kind
    name: str
    start: int
    end: int
    last: int
    acronym: str | None = None
    role: str | None = None
    body: tuple[str, str | None] | None = None
    entry: str | None = None
    known: bool = True
    generic: bool = False
    doubtful: bool = False
    head: str = ""
    gender: Gender = ""
    plural: bool = False
    resolved: Literal["explicit", "anaphora"] = "explicit"
    author: Name | None = None

    def same(self, other: Name) -> bool:
        """Whether both mean one source."""
        if self.kind != other.kind:
            return False
        if self.entry is not None and self.entry == other.entry:
            return True
        return key(self.name) == key(other.name)
