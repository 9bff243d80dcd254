"""The sentence in which a bare number stands: its words, what was read before, what the lexicon counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from pressfacts.finders.mentions import QuantityMention
from pressfacts.finders.quantities.taking import size
from pressfacts.language.sentences import Sentence
from pressfacts.language.tokens import Token
from pressfacts.lexicon.entries import Indicator

Named = Callable[[str], Indicator | None]

COUNTED = ("count", "jobs", "measure")
_THAT_OF = ("celle", "celui", "celles", "ceux")
# Nouns of what is reached, whose unit the sentence before gave: "la cible de 26 millions".
_GOALS = frozenset("cible objectif cap barre seuil chiffre record total nombre niveau pic besoin besoins".split())


class Row:
    """The quantities of a sentence as far as they are read (``kept``), and those of the sentences before."""

    def __init__(self, sentence: Sentence, earlier: Sequence[QuantityMention], indicator: Named) -> None:
        self.tokens: Sequence[Token] = sentence.tokens
        self.earlier = earlier
        self.indicator = indicator
        self.kept: list[QuantityMention] = []

    def low(self, place: int) -> str:
        """The word at a place, lower case; nothing outside the sentence."""
        return self.tokens[place].low if 0 <= place < len(self.tokens) else ""

    def counted_before(self) -> QuantityMention | None:
        """The last people or things counted, in this sentence or in those before."""
        return counted((*reversed(self.kept), *reversed(self.earlier)))

    def is_counted(self, noun: str) -> bool | None:
        """Whether the lexicon says that a noun is counted, and is no sum; None where it does not know the noun."""
        entry = self.indicator(noun)
        return None if entry is None else "count" in entry.kinds and "money" not in entry.kinds

    def has_goal(self, quantity: QuantityMention) -> bool:
        """Whether a noun of what is reached stands before: "la cible de 26 millions"."""
        return any(token.low in _GOALS for token in self.tokens[max(0, quantity.first - 4) : quantity.first])

    def may_be_year(self, quantity: QuantityMention) -> bool:
        """ "fin 2025-début 2026", "celle de 91": a bare year counts nothing, unless a like number stands before."""
        start, end = quantity.numeral
        year = size(quantity)
        if quantity.scale > 1 or not (1900 <= year <= 2100 and end - start == 4):
            return self.low(quantity.first - 1) == "de" and self.low(quantity.first - 2) in _THAT_OF and year < 100
        return not any(other.kind in (*COUNTED, "money") and 300 <= size(other) <= 20_000 for other in self.kept)


def counted(quantities: Iterable[QuantityMention]) -> QuantityMention | None:
    """The first of some quantities that counts people or things by their noun."""
    return next((other for other in quantities if other.kind in ("count", "jobs") and other.noun), None)
