"""Where quotations begin and end: « », “ ” and straight marks, nested, over several paragraphs, unbalanced."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass

_MARK = re.compile(r"[«»\"]")
# A quotation that nothing closes is given up after so many characters.
_LONGEST = 4000


@dataclass(slots=True, frozen=True)
class Quotation:
    """From behind the opening mark to before the closing one (code points, half-open)."""

    start: int
    end: int


class Quotations:
    """The outermost quotations of an article, in order."""

    def __init__(self, folded: str, breaks: Sequence[int] = ()) -> None:
        self._all = quotations(folded, breaks)
        self._starts = [one.start for one in self._all]

    def around(self, start: int, end: int) -> Quotation | None:
        """The quotation that holds a stretch, None when it stands outside."""
        place = bisect.bisect_right(self._starts, start) - 1
        if place < 0 or end > self._all[place].end + 1:
            return None
        return self._all[place]

    def within(self, start: int, end: int) -> list[tuple[int, int]]:
        """The quotations that a stretch touches, as (start, end)."""
        first = max(0, bisect.bisect_right(self._starts, start) - 1)
        last = bisect.bisect_left(self._starts, end)
        return [(one.start, one.end) for one in self._all[first:last] if one.end > start]


def quotations(folded: str, breaks: Sequence[int] = ()) -> list[Quotation]:
    """The outermost quotations of a folded text, in order. Linear in the text.

    ``breaks`` are the places where paragraphs begin. A straight mark opens and closes by turns, anew in each
    paragraph; « that stands again at a paragraph's head goes on with the quotation.
    """
    found: list[Quotation] = []
    opened: int | None = None
    straight: int | None = None
    depth = 0
    for match in _MARK.finditer(folded):
        at = match.start()
        mark = match[0]
        if opened is not None and at - opened > _LONGEST:
            opened, depth = None, 0
        if straight is not None and (
            at - straight > _LONGEST or _paragraph(breaks, straight) != _paragraph(breaks, at)
        ):
            straight = None
        if mark == "«":
            if opened is None:
                opened, depth = at + 1, 1
            elif not _at_paragraph_head(folded, at):
                depth = min(depth + 1, 3)
        elif mark == "»":
            if opened is None:
                continue
            depth -= 1
            if depth <= 0 or folded[at + 1 : at + 3].strip()[:1] in (",", ".", ""):
                found.append(Quotation(opened, at))
                opened, depth = None, 0
        elif opened is None:
            if straight is None:
                straight = at + 1
            else:
                found.append(Quotation(straight, at))
                straight = None
    return sorted(found, key=lambda one: one.start)


def _paragraph(breaks: Sequence[int], at: int) -> int:
    return bisect.bisect_right(breaks, at)


def _at_paragraph_head(folded: str, at: int) -> bool:
    before = folded[max(0, at - 6) : at].rstrip(" -")
    return not before or before[-1] in "\r\n"
