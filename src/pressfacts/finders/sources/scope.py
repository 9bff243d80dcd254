"""Which quantities of a sentence a source covers: its clause, its side, its quotation."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from pressfacts.finders.sources.cue import Cue
from pressfacts.language.tokens import Token

# How many cues on each side of a quantity are weighed; sentences of this press have fewer.
_WEIGHED = 24


def segments(tokens: Sequence[Token], quoted: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts of a sentence that semicolons divide (code points), semicolons inside quotations left alone."""
    if not tokens:
        return []
    found: list[tuple[int, int]] = []
    start = tokens[0].start
    at = 0
    for token in tokens:
        if token.text != ";":
            continue
        while at < len(quoted) and quoted[at][1] <= token.start:
            at += 1
        if at == len(quoted) or token.start < quoted[at][0]:
            found.append((start, token.start))
            start = token.end
    found.append((start, tokens[-1].end))
    return found


def near(cues: Sequence[Cue], start: int) -> Sequence[Cue]:
    """The cues next to a place; all of them but in monstrous sentences."""
    if len(cues) <= 2 * _WEIGHED:
        return cues
    place = bisect.bisect_left(cues, start, key=lambda cue: cue.start)
    return cues[max(0, place - _WEIGHED) : place + _WEIGHED]


def covering(
    cues: Sequence[Cue],
    parts: Sequence[tuple[int, int]],
    start: int,
    others: Sequence[int],
) -> list[Cue]:
    """The cues that cover the quantity at ``start``; newspapers cover the sentence, speakers their part of it.

    Among several speakers of a part the nearest before the quantity governs ("A table sur 3 %, B sur 2 %"), or the
    first behind it ("300 selon A, 80 selon B"). ``others`` are the places of the sentence's quantities.
    """
    cues = [
        cue
        for cue in cues
        if not (cue.coordinated and start < cue.start)
        and not (cue.phrase is not None and cue.phrase[0] <= start < cue.phrase[1])
    ]
    place = bisect.bisect_right(parts, (start, 1 << 60)) - 1
    part = parts[place] if place >= 0 else None
    press = _of_several([cue for cue in cues if not cue.speaks], part, start, others)
    inner = [cue for cue in cues if cue.speaks]
    here = [cue for cue in inner if part is None or part[0] <= cue.start < part[1]]
    if not here and part is not None:
        # "D'après l'office, A a reculé ; B a progressé": what opens the sentence holds behind the semicolon
        here = [cue for cue in inner if cue.start <= parts[0][0] + 2 and cue.rule == "preposition"]
    return [*_nearest(here, start, others), *press]


def _of_several(press: list[Cue], part: tuple[int, int] | None, start: int, others: Sequence[int]) -> list[Cue]:
    """The newspapers of a quantity: all of its sentence, but "selon A, tandis que B parle de" divides it."""
    if len(press) < 2 or all(cue.rule != "subject" for cue in press[1:]):
        return press
    if part is not None:
        press = [cue for cue in press if part[0] <= cue.start < part[1]] or press
    return _nearest(press, start, others) if len(press) > 1 else press


def _nearest(cues: list[Cue], start: int, others: Sequence[int]) -> list[Cue]:
    if len(cues) < 2:
        return cues
    before = [cue for cue in cues if cue.start <= start]
    after = [cue for cue in cues if cue.start > start and cue.side != "right"]
    if _trailing(cues, others) and after:
        last = after[0]
    elif before:
        last = before[-1]
    else:
        last = (after or cues)[0]
    # a document inside a speaker's clause, a speaker behind a document, a newspaper that he tells: all say it
    kinds = {name.kind for name in last.names}
    further = [
        cue
        for cue in (*before[::-1], *after)
        if cue is not last and cue.names and not {name.kind for name in cue.names} & kinds
    ]
    documents = [cue for cue in further if cue.beside or cue.names[0].kind == "document" or "document" in kinds]
    return [last, *documents[:1]]


def _trailing(cues: Sequence[Cue], others: Sequence[int]) -> bool:
    """ "300 selon A, 80 selon B": each figure stands before its own source."""
    first, second = cues[0], cues[1]
    if not others or first.side == "right" or second.side == "right" or first.rule == second.rule == "inversion":
        return False
    if others[0] >= first.start:
        return False
    between = bisect.bisect_left(others, first.end)
    return between < len(others) and others[between] < second.start
