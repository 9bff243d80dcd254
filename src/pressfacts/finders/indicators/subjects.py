"""Whose number it is: what the indicator hangs on, who does what is measured, or where."""

from __future__ import annotations

import bisect

from pressfacts.finders.indicators import clauses
from pressfacts.finders.indicators.letters import (
    ADJECTIVE,
    CONJUNCTION,
    DETERMINER,
    NOUN,
    OF,
    PARTICIPLE,
    PREPOSITION,
)
from pressfacts.finders.indicators.phrases import Analysis
from pressfacts.finders.mentions import QuantityMention
from pressfacts.language.tokens import Token

_SPEAKING = frozenset(("report", "report_clause", "publish"))
_PLACES = frozenset("à au aux en dans de d' du des".split())
_SOURCES = frozenset("selon après d'après".split())
_OFS = frozenset("de d' du des".split())


def _start(token: Token) -> int:
    return token.start


def owner(analysis: Analysis, quantity: QuantityMention, indicator: tuple[int, int] | None) -> tuple[int, int] | None:
    """The group that the number belongs to, when its sentence says so: code points, half-open."""
    return (
        _complement(analysis, indicator) or _doer(analysis, quantity, indicator) or _name(analysis, quantity, indicator)
    )


def _complement(analysis: Analysis, indicator: tuple[int, int] | None) -> tuple[int, int] | None:
    """Le chiffre d'affaires du groupe, les recettes de l'Espagne: what stands behind the indicator."""
    if indicator is None:
        return None
    opening = bisect.bisect_left(analysis.tokens, indicator[1], key=_start)
    joint = analysis.text(opening)
    if joint not in _OFS:
        return None
    head = analysis.head_behind(opening + 1)
    if head is None:
        return None
    article = analysis.letter(head.place - 1) == DETERMINER or joint in ("du", "des")
    if not article and not analysis.tokens[head.place].capital:
        return None
    return _phrase(analysis, head.place, len(analysis.tokens))


def _doer(analysis: Analysis, quantity: QuantityMention, indicator: tuple[int, int] | None) -> tuple[int, int] | None:
    """Le constructeur a vu ses ventes bondir de 3%: the subject of the verb, unless it is measured or speaks."""
    verb = clauses.verb_before(analysis, quantity.first)
    if verb is None or clauses.roles(analysis, verb) & _SPEAKING:
        return None
    place = clauses.subject(analysis, verb)
    if place is None or place < 0 or analysis.letters[place] != NOUN:
        return None
    span = _phrase(analysis, place, quantity.first)
    if indicator is not None and span[0] < indicator[1] and indicator[0] < span[1]:
        return None
    return None if analysis.names_measure(place) else span


def _phrase(analysis: Analysis, place: int, quantity_at: int) -> tuple[int, int]:
    """A head with its adjectives and complements: "le fabricant de trains d'atterrissage"."""
    letters, tokens = analysis.letters, analysis.tokens
    end = place + 1
    limit = min(len(tokens), quantity_at)
    while end < limit:
        if letters[end] in (NOUN, PARTICIPLE):
            end += 1
            continue
        behind = end
        while behind < limit and letters[behind] in (OF, DETERMINER, ADJECTIVE):
            behind += 1
        if behind > end and letters[end] == OF and behind < limit and letters[behind] == NOUN:
            end = behind + 1
            continue
        break
    while end > place + 1 and letters[end - 1] == PARTICIPLE:
        end -= 1
    return tokens[place].start, tokens[end - 1].end


def _name(analysis: Analysis, quantity: QuantityMention, indicator: tuple[int, int] | None) -> tuple[int, int] | None:
    """300 emplois à Fès, en Espagne: the nearest proper name that says where, behind the number or before it."""
    best: tuple[int, int, int] | None = None
    for place in range(max(1, quantity.last - 6), min(len(analysis.tokens), quantity.last + 6)):
        if analysis.letters[place] != NOUN or not analysis.tokens[place].capital:
            continue
        if analysis.letters[place - 1] == NOUN and analysis.tokens[place - 1].capital:
            continue
        opener = place - 1
        while opener > 0 and analysis.letters[opener] in (DETERMINER, ADJECTIVE):
            opener -= 1
        if analysis.letters[opener] not in (PREPOSITION, OF, CONJUNCTION) and analysis.text(place - 1) not in _PLACES:
            continue
        if analysis.text(opener) in _SOURCES or quantity.first <= place < quantity.last:
            continue
        span = _phrase(analysis, place, len(analysis.tokens))
        if indicator is None or span[1] <= indicator[0] or span[0] >= indicator[1]:
            distance = abs(place - quantity.last)
            if distance < 6 and (best is None or distance < best[0]):
                best = distance, *span
    return None if best is None else best[1:]
