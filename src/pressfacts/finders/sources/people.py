"""The persons of an article: the full name behind a surname or a first name, and who holds a role."""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable

from pressfacts.finders.sources.name import Name
from pressfacts.finders.sources.nouns import NO_NAMES
from pressfacts.lexicon.words import key

# Parts of names that are written small: Karim el Fassi, Jean de la Tour.
PARTICLES = frozenset("el al ben bin ibn ould aït ait bent von van der den da di du de la del dos d' bi y e".split())
_PARTICLE = r"(?:el |al |ben |bin |ould |aït |de la |d'|van |von |der |den |da |di |dos )"
_WORD = r"[A-ZÀ-Ý][\w'-]*[a-zà-ÿ][\w'-]*"
_RUN = re.compile(rf"(?<![\w-])((?:[A-Z]\.[ -]?)?{_WORD}(?: {_PARTICLE}{{0,2}}{_WORD}){{1,4}})")
_TITLES = frozenset(("m", "mm", "mme", "me", "dr", "pr", "mlle", "monsieur", "madame"))
_FULL = rf"{_WORD}(?: {_PARTICLE}?{_WORD}){{1,3}}"
_HOLDER_BEFORE = re.compile(rf"({_FULL}), (?:\d+ ans, )?(?:le |la |l'|un |une )?$")
_HOLDER_BEHIND = re.compile(rf",? ({_FULL})(?=[ ,.])")
_TOLD_BEHIND = re.compile(r" ?[,(] ?(?:(?P<age>\d{1,3} ans)|(?:le |la |l'|un |une )?(?P<role>\w+))")
_WORD_BEFORE = re.compile(r"(\w+) $")
_ROLE_THEN_NAME = re.compile(rf"[^.,;:«»]{{0,90}}, ({_FULL})(?=[ ,.])")
# How far before it the holder of a role that stands alone is looked for (code points).
_BACK = 4_000
# How far into the text a role's holder is looked for (code points), and in how many mentions of the role.
_FAR, _MENTIONS = 60_000, 30
# How many names back the last person is looked for.
_NAMED = 6


class People:
    """The full names of an article, gathered in one pass."""

    def __init__(
        self,
        folded: str,
        is_body_word: Callable[[str], bool],
        is_role: Callable[[str], bool],
    ) -> None:
        self._folded = folded
        self._is_role = is_role
        self._by_last: dict[str, str] = {}
        self._by_first: dict[str, str] = {}
        self._holders: dict[str, list[tuple[int, str]]] = {}
        self._starts: list[int] = []
        self._names: list[str] = []
        for match in _RUN.finditer(folded):
            words = match[1].split()
            while words and (key(words[0]).strip(". ") in NO_NAMES or key(words[0]).strip(".") in _TITLES):
                words.pop(0)
            if len(words) < 2 or any(is_body_word(word) for word in words):
                continue
            before = folded[max(0, match.start() - 3) : match.start()].lower()
            if before.endswith(("«", '"', "« ")):
                continue  # the site « Sud Express »
            if before.endswith((" du ", "de ", " d'", "l'", "la ", "au ")) and words[0] == match[1].split()[0]:
                continue
            name = " ".join(words)
            if is_body_word(name):
                continue
            self._starts.append(match.start())
            self._names.append(name)
            for at in range(1, len(words)):
                self._by_last.setdefault(" ".join(words[at:]), name)
            self._by_first.setdefault(words[0], name)

    def full_name(self, part: str) -> str:
        """The full name that the article gives to a surname or first name; the part itself where it gives none."""
        return self._by_last.get(part) or self._by_first.get(part) or part

    def last_before(self, at: int) -> Name | None:
        """The last person before a place whose age or role is told: "Omar Bennis, 64 ans", "le docteur Omar Bennis"."""
        place = bisect.bisect_left(self._starts, at)
        for earlier in range(place - 1, max(-1, place - 1 - _NAMED), -1):
            name, start = self._names[earlier], self._starts[earlier]
            behind = _TOLD_BEHIND.match(self._folded, start + len(name))
            before = _WORD_BEFORE.search(self._folded, max(0, start - 30), start)
            if (behind is not None and (behind["age"] or self._is_role(behind["role"]))) or (
                before is not None and self._is_role(before[1])
            ):
                return Name("person", name, start, start + len(name), 0)
        return None

    def with_role(self, keyed: str, head: str, at: int) -> str | None:
        """Who is told with a role before a place: "le [ministre] de l'Eau, Zineb Lahlou a répondu" for "ministre"."""
        place = keyed.rfind(head, max(0, at - _BACK), at)
        for _ in range(_MENTIONS):
            if place < 0:
                return None
            told = _ROLE_THEN_NAME.match(self._folded, place + len(head))
            if told is not None and not keyed[place - 1 : place].isalnum():
                return " ".join(told[1].split())
            place = keyed.rfind(head, max(0, at - _BACK), place)
        return None

    def holder(self, keyed: str, wanted: str, at: int) -> str | None:
        """Who holds a role that is named alone, where the article says it: "Omar Bennis, porte-parole du comité".

        ``keyed`` is the text's key, ``wanted`` that of the role, ``at`` where the role stands alone.
        """
        if wanted not in self._holders:
            self._holders[wanted] = self._find_holders(keyed, wanted)
        return next((name for place, name in self._holders[wanted] if place != at), None)

    def _find_holders(self, keyed: str, wanted: str) -> list[tuple[int, str]]:
        found: list[tuple[int, str]] = []
        place = -1
        for _ in range(_MENTIONS):
            place = keyed.find(wanted, place + 1, _FAR)
            if place < 0 or len(found) == 2:
                break
            stop = place + len(wanted)
            if keyed[stop : stop + 1].isalnum():
                continue
            before = _HOLDER_BEFORE.search(self._folded, max(0, place - 60), place)
            behind = _HOLDER_BEHIND.match(self._folded, stop)
            if before is not None and key(before[1].split()[0]) not in NO_NAMES:
                found.append((place, " ".join(before[1].split())))
            elif behind is not None:
                found.append((place, " ".join(behind[1].split())))
        return found
