"""Which quantities of a sentence a source covers: its clause, its side, its quotation."""

from __future__ import annotations

from collections.abc import Sequence

from pressfacts.finders.sources.cues import Cue
from pressfacts.language.tokens import Token


def segments(tokens: Sequence[Token], quoted: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts of a sentence that semicolons divide (code points), semicolons inside quotations left alone."""
    if not tokens:
        return []
    found: list[tuple[int, int]] = []
    start = tokens[0].start
    for token in tokens:
        if token.text == ";" and not any(a <= token.start < b for a, b in quoted):
            found.append((start, token.start))
            start = token.end
    found.append((start, tokens[-1].end))
    return found


def covering(cues: Sequence[Cue], parts: Sequence[tuple[int, int]], start: int, end: int) -> list[Cue]:
    """The cues that cover the quantity at ``start``; newspapers cover the sentence, speakers their part of it.

    Among several speakers of a part the nearest before the quantity governs ("A table sur 3 %, B sur 2 %"), or the
    first behind it (", selon A, tandis que …").
    """
    press = [cue for cue in cues if _is_press(cue)]
    inner = [cue for cue in cues if not _is_press(cue)]
    part = next((one for one in parts if one[0] <= start < one[1]), None)
    here = [cue for cue in inner if part is None or part[0] <= cue.start < part[1]]
    if not here and part is not None:
        # "D'après l'office, A a reculé ; B a progressé": what opens the sentence holds behind the semicolon
        here = [cue for cue in inner if cue.start <= parts[0][0] + 2 and cue.rule == "source.preposition"]
    return _nearest(here, start) + press


def _is_press(cue: Cue) -> bool:
    return bool(cue.names) and cue.names[0].kind == "press"


def _nearest(cues: list[Cue], start: int) -> list[Cue]:
    if len(cues) < 2:
        return cues
    before = [cue for cue in cues if cue.start <= start]
    after = [cue for cue in cues if cue.start > start and cue.side != "right"]
    if before:
        last = before[-1]
        # a document inside a speaker's clause, or a speaker behind a document: both say it
        kinds = {name.kind for name in last.names}
        further = [cue for cue in before[:-1] + after if cue.names and not {n.kind for n in cue.names} & kinds]
        documents = [cue for cue in further if any(n.kind == "document" for n in cue.names) or "document" in kinds]
        return [last, *documents[:1]]
    return after[:1] or cues[:1]
