"""The acronyms that an article explains, in either order: "Office du livre (ODL)", "ODL (Office du livre)"."""

from __future__ import annotations

import re

from pressfacts.lexicon.words import key

_BRACKETED = re.compile(r"\(([A-ZÀ-Ý][\w&.-]{1,11})\)")
_ACRONYM_FIRST = re.compile(r"(?<![\w-])([A-Z][\w&.-]{1,11}) ?\(([A-ZÀ-Ý][^()\d;:]{8,120})\)")
_BEFORE = re.compile(r"[^.;:()«»\"]+$")
_CAPITAL_START = re.compile(r"(?<![\w-])[A-ZÀ-Ý]")
_NOUN_START = re.compile(
    r"(?:^|\b(?:la|le|les|du|des|au|aux|une?|notre|leur) |\b[ld]')([A-ZÀ-Ý])",
    re.IGNORECASE,
)
# How far before its bracket a long name may begin.
_WIDTH = 160
# How many explained acronyms may end with the same word.
_CROWD = 6


class Acronyms:
    """The pairs of an article, gathered in one pass over it."""

    def __init__(self, folded: str) -> None:
        self._long: dict[str, str] = {}
        self._short: dict[str, str] = {}
        self._spans: dict[int, tuple[int, str, str]] = {}
        self._brackets: dict[str, list[tuple[int, str]]] = {}
        self._folded = folded
        for match in _BRACKETED.finditer(folded):
            self._gather(match)
        for match in _ACRONYM_FIRST.finditer(folded):
            acronym, name = match[1], " ".join(match[2].split())
            if name[0].upper() == acronym[0].upper() and not name.isupper():
                self._long.setdefault(acronym, name)
                self._short.setdefault(key(name), acronym)

    def _gather(self, match: re.Match[str]) -> None:
        acronym = match[1]
        if sum(letter.isupper() for letter in acronym) < 2 and not acronym[0].isupper():
            return
        text = self._folded[max(0, match.start() - _WIDTH) : match.start()].rstrip()
        word = text.rsplit(None, 1)[-1] if text else ""
        crowd = self._brackets.setdefault(word, [])
        if len(crowd) < _CROWD:
            crowd.append((match.start(), acronym))
        before = _BEFORE.search(text)
        if before is None or acronym in self._long:
            return
        begins = _initials(before[0], acronym)
        if begins is not None:
            name = " ".join(before[0][begins:].split())
            self._long[acronym] = name
            self._short.setdefault(key(name), acronym)
            start = max(0, match.start() - _WIDTH) + before.start() + begins
            self._spans[start] = match.end(), name, acronym

    def at(self, start: int) -> tuple[int, str, str] | None:
        """The long name that begins at a place and is explained behind it: its end, the name, the acronym."""
        return self._spans.get(start)

    def long(self, acronym: str) -> str | None:
        """The name that the article explains an acronym with."""
        return self._long.get(acronym)

    def short(self, name: str) -> str | None:
        """The acronym that the article sets behind a name, or before it."""
        found = self._short.get(key(name))
        if found is not None or len(name) < 6:
            return found
        for at, acronym in self._brackets.get(name.rsplit(None, 1)[-1], ()):
            if " ".join(self._folded[max(0, at - len(name) - 4) : at].split()).endswith(name):
                return acronym
        return None


def _initials(phrase: str, acronym: str) -> int | None:
    """Where the shortest ending of a phrase begins that has the acronym's first letter and words enough for the rest.

    Where no word begins so ("Fédération des offices (Apoli)"), the noun behind the last determiner that has a capital.
    """
    wanted = key(acronym[0])
    needed = min(3, max(2, min(4, sum(letter.isupper() for letter in acronym))))
    for match in reversed(list(_CAPITAL_START.finditer(phrase))):
        ending = phrase[match.start() :]
        if key(ending[0]) == wanted and sum(len(word) > 2 for word in re.findall(r"\w+", ending)) >= needed:
            return match.start()
    for match in reversed(list(_NOUN_START.finditer(phrase))):
        ending = phrase[match.start(1) :]
        if match[1].isupper() and sum(len(word) > 2 for word in re.findall(r"\w+", ending)) >= needed:
            return match.start(1)
    return None
