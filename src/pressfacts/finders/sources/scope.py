"""Which quantities of a sentence a source covers: its clause, its side, its quotation."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from pressfacts.finders.sources.cue import Cue
from pressfacts.language.tokens import Token
from pressfacts.language.words import finite_verb

# How many cues on each side of a quantity are weighed; sentences of this press have fewer.
_WEIGHED = 24


@dataclass(slots=True, frozen=True)
class Part:
    """A part of a sentence (code points); ``bare`` where it has no verb: "8 blessés[ ; 12 maisons détruites]"."""

    start: int
    end: int
    bare: bool


def segments(tokens: Sequence[Token], quoted: Sequence[tuple[int, int]]) -> list[Part]:
    """The parts of a sentence that semicolons divide, semicolons inside quotations left alone."""
    if not tokens:
        return []
    found: list[Part] = []
    first = 0
    at = 0
    for place, token in enumerate(tokens):
        if token.text != ";":
            continue
        while at < len(quoted) and quoted[at][1] <= token.start:
            at += 1
        if at == len(quoted) or token.start < quoted[at][0]:
            found.append(_part(tokens, first, place))
            first = place + 1
    if not found:
        return [Part(tokens[0].start, tokens[-1].end, False)]
    found.append(_part(tokens, first, len(tokens)))
    return found


def _part(tokens: Sequence[Token], first: int, stop: int) -> Part:
    start = tokens[first].start if first < stop else tokens[min(first, len(tokens) - 1)].end
    bare = first > 0 and not any(finite_verb(tokens, at) for at in range(first, stop))
    return Part(start, tokens[max(first, stop - 1)].end if first < stop else start, bare)


def near(cues: Sequence[Cue], start: int) -> Sequence[Cue]:
    """The cues next to a place; all of them but in monstrous sentences."""
    if len(cues) <= 2 * _WEIGHED:
        return cues
    place = bisect.bisect_left(cues, start, key=lambda cue: cue.start)
    return cues[max(0, place - _WEIGHED) : place + _WEIGHED]


def covering(
    cues: Sequence[Cue],
    parts: Sequence[Part],
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
    place = bisect.bisect_right(parts, start, key=lambda part: part.start) - 1
    part = parts[place] if place >= 0 else None
    press = _of_several([cue for cue in cues if not cue.speaks], part, start, others)
    inner = [cue for cue in cues if cue.speaks]
    here = [cue for cue in inner if part is None or part.start <= cue.start < part.end]
    if not here and part is not None and part.bare:
        here = _listed(inner, parts, place, others)
    if not here and part is not None:
        # "D'après l'office, A a reculé ; B a progressé": what opens the sentence holds behind the semicolon
        here = [cue for cue in inner if cue.start <= parts[0].start + 2 and cue.rule == "preposition"]
    return [*_nearest(here, start, others), *press]


def _listed(cues: Sequence[Cue], parts: Sequence[Part], place: int, others: Sequence[int]) -> list[Cue]:
    """Who heads a list: "La mairie a recensé 8 blessés ; 12 maisons détruites[ ; 4 ponts coupés]"."""
    back = place
    while back > 0 and parts[back].bare and place - back < _WEIGHED:
        back -= 1
        found = [cue for cue in cues if parts[back].start <= cue.start < parts[back].end]
        if found:
            first = bisect.bisect_left(others, parts[back].start)
            return [cue for cue in found if first < len(others) and cue.start < others[first]]
    return []


def _of_several(press: list[Cue], part: Part | None, start: int, others: Sequence[int]) -> list[Cue]:
    """The newspapers of a quantity: all of its sentence, but "selon A, tandis que B parle de" divides it."""
    if len(press) < 2 or all(cue.rule != "subject" for cue in press[1:]):
        return press
    if part is not None:
        press = [cue for cue in press if part.start <= cue.start < part.end] or press
    return _nearest(press, start, others) if len(press) > 1 else press


def _nearest(cues: list[Cue], start: int, others: Sequence[int]) -> list[Cue]:
    if len(cues) < 2:
        return cues
    before = [cue for cue in cues if cue.start <= start]
    after = [cue for cue in cues if cue.start > start and cue.side != "right"]
    trailing = _trailing(cues, others)
    if trailing and after:
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
    if trailing:  # "300 selon A, 80 selon un rapport": the report says nothing of the first
        further = [cue for cue in further if not _divided(cue, last, others)]
    documents = [cue for cue in further if cue.beside or cue.names[0].kind == "document" or "document" in kinds]
    return [last, *documents[:1]]


def _divided(one: Cue, other: Cue, others: Sequence[int]) -> bool:
    """Whether a figure stands between two cues."""
    between = bisect.bisect_left(others, min(one.end, other.end))
    return between < len(others) and others[between] < max(one.start, other.start)


def _trailing(cues: Sequence[Cue], others: Sequence[int]) -> bool:
    """ "300 selon A, 80 selon B": each figure stands before its own source."""
    first, second = cues[0], cues[1]
    if not others or first.side == "right" or second.side == "right" or first.rule == second.rule == "inversion":
        return False
    if others[0] >= first.start:
        return False
    between = bisect.bisect_left(others, first.end)
    return between < len(others) and others[between] < second.start
