"""Where quotations begin and end: « », “ ” and straight marks, nested, over several paragraphs, unbalanced."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass

_MARK = re.compile(r"[«»\"]|(?<=\n)\s{0,8}(?=\S)")
# A quotation that nothing closes is given up after so many characters.
_LONGEST = 4000


@dataclass(slots=True, frozen=True)
class Quotation:
    """From behind the opening mark to before the closing one (code points, half-open)."""

    start: int
    end: int


def quotations(folded: str, breaks: Sequence[int] = ()) -> list[Quotation]:
    """The outermost quotations of a folded text, in order. Linear in the text.

    ``breaks`` are the places where paragraphs begin. A straight mark opens and closes by turns, anew in each
    paragraph; « that stands again at a paragraph's head goes on with the quotation.
    """
    found: list[Quotation] = []
    opened: int | None = None
    straight: int | None = None
    depth = 0
    for match in re.finditer(r"[«»\"]", folded):
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


def around(found: Sequence[Quotation], start: int, end: int) -> Quotation | None:
    """The quotation that holds a stretch, None when it stands outside."""
    for quotation in found:
        if quotation.start <= start and end <= quotation.end + 1:
            return quotation
        if quotation.start > start:
            return None
    return None
