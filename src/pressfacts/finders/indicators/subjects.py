"""Whose number it is: the longest proper name or definite group of the sentence that can own it."""

from __future__ import annotations

from pressfacts.finders.indicators.letters import DETERMINER, NOUN, OF, PREPOSITION
from pressfacts.finders.indicators.phrases import Analysis
from pressfacts.finders.mentions import QuantityMention


def owner(analysis: Analysis, quantity: QuantityMention, indicator: tuple[int, int] | None) -> tuple[int, int] | None:
    """The proper name that the indicator or the sentence is about: code points, half-open."""
    tokens, letters = analysis.tokens, analysis.letters
    best: tuple[int, int, int] | None = None
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if letters[place] != NOUN or not token.capital or place == 0:
            place += 1
            continue
        end = place + 1
        while end < len(tokens) and (
            (letters[end] == NOUN and tokens[end].capital)
            or (
                letters[end] in (OF, PREPOSITION, DETERMINER)
                and end + 1 < len(tokens)
                and letters[end + 1] == NOUN
                and tokens[end + 1].capital
                and letters[end] == OF
            )
        ):
            end += 1
        if not (quantity.first <= place < quantity.last):
            span = token.start, tokens[end - 1].end
            if indicator is None or span[1] <= indicator[0] or span[0] >= indicator[1]:
                distance = abs(span[0] - (indicator[1] if indicator else quantity.start))
                if best is None or distance < best[0]:
                    best = distance, *span
        place = end
    return None if best is None else best[1:]
