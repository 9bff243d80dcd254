"""Which words of an article play which role in its facts: spans that overlap become pieces that do not.

"1,2 million de foyers" is a quote, "1,2 million" in it a numeral, "foyers" both unit and indicator. Offsets are code
points, as everywhere; pieces carry their own text, so whatever draws them (JavaScript counts UTF-16 units) counts
nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, get_args

from pressfacts.model import Extraction, Fact

Role = Literal["numeral", "unit", "quote", "indicator", "subject", "period", "compared", "source", "cue"]
# the order of the vocabulary: where a piece plays two roles, the first one colours it and the second one underlines it
ROLES: tuple[Role, ...] = get_args(Role)


@dataclass(frozen=True, slots=True)
class Mark:
    """``start`` to ``end`` (code points, half-open) plays ``role`` in the fact at the index ``fact``."""

    start: int
    end: int
    role: Role
    fact: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text whose ``roles`` (in the order of ROLES) and ``facts`` (by index) are the same throughout.

    ``begins`` are the facts whose quote begins with it.
    """

    text: str
    roles: tuple[Role, ...] = ()
    facts: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()


def marks(fact: Fact, index: int) -> Iterator[Mark]:
    """Give every place of the text that the fact refers to; what the reader supplies has none."""
    places: list[tuple[Role, int | None, int | None]] = [
        ("quote", fact.start, fact.end),
        ("numeral", fact.quantity.numeral.start, fact.quantity.numeral.end),
    ]
    named: tuple[tuple[Role, object], ...] = (
        ("unit", fact.quantity.unit_mention),
        ("indicator", fact.indicator),
        ("subject", fact.subject),
        ("period", fact.period),
        ("compared", fact.compared_to),
    )
    places += [(role, getattr(span, "start", None), getattr(span, "end", None)) for role, span in named]
    for source in fact.sources:
        places.append(("source", source.start, source.end))
        if source.cue is not None:
            places.append(("cue", source.cue.start, source.cue.end))
    for role, start, end in places:
        if start is not None and end is not None:
            yield Mark(start, end, role, index)


def pieces(extraction: Extraction, only: Iterable[int] | None = None) -> list[Piece]:
    """Cut the article's text wherever a mark begins or ends; the pieces joined are the text again.

    ``only`` names the facts (by index) that are marked; all of them if it is None.
    """
    facts = extraction.facts
    chosen = range(len(facts)) if only is None else only
    # facts of one sentence share its period and its sources: one mark for each place and role, however many share it
    shared: dict[tuple[int, int, Role], list[int]] = {}
    begins: dict[int, list[int]] = {}
    for index in chosen:
        begins.setdefault(facts[index].start, []).append(index)
        for mark in marks(facts[index], index):
            shared.setdefault((mark.start, mark.end, mark.role), []).append(index)
    return _cut(extraction.article.text, shared, begins)


def _cut(text: str, shared: dict[tuple[int, int, Role], list[int]], begins: dict[int, list[int]]) -> list[Piece]:
    opening: dict[int, list[tuple[Role, list[int]]]] = {}
    closing: dict[int, list[tuple[Role, list[int]]]] = {}
    for (start, end, role), members in shared.items():
        if 0 <= start < end <= len(text):
            opening.setdefault(start, []).append((role, members))
            closing.setdefault(end, []).append((role, members))
    found: list[Piece] = []
    roles: Counter[Role] = Counter()
    facts: Counter[int] = Counter()
    cuts = sorted({0, len(text), *opening, *closing})
    for start, end in pairwise(cuts):
        for role, members in closing.get(start, ()):
            roles[role] -= 1
            facts.subtract(members)
        for role, members in opening.get(start, ()):
            roles[role] += 1
            facts.update(members)
        here = tuple(sorted(index for index, count in (+facts).items() if count))
        found.append(
            Piece(text[start:end], tuple(role for role in ROLES if roles[role]), here, tuple(begins.get(start, ())))
        )
        facts = +facts  # forget facts that have ended, or each piece costs as much as all facts before it
    return found
