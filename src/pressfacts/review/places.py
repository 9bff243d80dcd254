"""Where a quote stands in a text that was edited since: by the quote and the words around it."""

from __future__ import annotations

from pressfacts.text import fold

CONTEXT = 60
# so much of the words around a quote must be there still; less, and "12%" would settle on any other "12%"
_ENOUGH = 1 / 3


def place(text: str, quote: str, before: str, after: str, start: int) -> tuple[int, int] | None:
    """Find the quote (code points, half-open); of several places the one with the most of its old surroundings.

    White space and typography may differ. Of equal places the one nearest to ``start``. None if the quote is gone or
    its surroundings are.
    """
    flat, origins = _flat(text)
    wanted, left, right = _flat(quote)[0].strip(), _flat(before)[0], _flat(after)[0]
    if not wanted:
        return None
    needed = _ENOUGH * (len(left) + len(right))
    best: tuple[float, int, int] | None = None
    at = flat.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        known = _shared(flat[max(0, at - len(left)) : at][::-1], left[::-1]) + _shared(
            flat[end : end + len(right)], right
        )
        distance = abs(origins[at] - start)
        if known >= needed and (best is None or (known, -distance) > (best[0], -best[2])):
            best = (known, at, distance)
        at = flat.find(wanted, at + 1)
    if best is None:
        return None
    at = best[1]
    return origins[at], origins[at + len(wanted) - 1] + 1


def _flat(text: str) -> tuple[str, list[int]]:
    """Make every run of white space one space; also give the offset that each character comes from."""
    characters: list[str] = []
    origins: list[int] = []
    for offset, character in enumerate(fold(text)):
        if character.isspace():
            if characters and characters[-1] == " ":
                continue
            character = " "
        characters.append(character)
        origins.append(offset)
    return "".join(characters), origins


def _shared(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
