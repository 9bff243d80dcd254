"""What a number measures (``indicator``) and whose it is (``subject``), by rules over a shallow analysis of French."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pressfacts.finders.indicators.codes import Codes
from pressfacts.finders.indicators.constructions import RULES
from pressfacts.finders.indicators.phrases import Analysis
from pressfacts.finders.indicators.subjects import owner
from pressfacts.finders.indicators.view import Target, View
from pressfacts.finders.mentions import QuantityMention
from pressfacts.language.sentences import Sentence
from pressfacts.lexicon import Lexicon


@dataclass(slots=True)
class Named:
    """What names one quantity: spans in code points of the article, half-open; the lexicon's code of the indicator."""

    indicator: tuple[int, int, str | None] | None
    subject: tuple[int, int] | None
    rules: tuple[str, ...]


class IndicatorFinder:
    """Names quantities. Made once for a lexicon, it keeps nothing of the sentences that it reads."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._codes = Codes(lexicon)

    def find(
        self, sentence: Sentence, quantities: Sequence[QuantityMention], earlier: Sequence[tuple[int, int]]
    ) -> list[Named]:
        """Name the quantities of a sentence, in order; ``earlier`` are the indicators before it, nearest last."""
        if not quantities:
            return []
        analysis = Analysis(sentence.tokens, quantities, self._codes.measures)
        found: list[Target | None] = []
        named = []
        for number, quantity in enumerate(quantities):
            view = View(analysis, self._codes, quantities, number, sentence.folded, found, earlier)
            target: Target | None = None
            rule = ""
            for construction in RULES:
                target = construction(view)
                if target is not None:
                    rule = construction.__name__
                    break
            found.append(target)
            span = (target.start, target.end) if target is not None and target.end > target.start else None
            indicator = None
            if span is not None:
                code = self._codes.code(sentence.folded[span[0] : span[1]], quantity.kind)
                indicator = (*span, code)
            named.append(Named(indicator, owner(analysis, quantity, span), (rule,) if rule else ()))
        return named
