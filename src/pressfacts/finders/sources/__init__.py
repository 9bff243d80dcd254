"""Who says so: for every quantity of an article the chain of its sources, innermost first.

``names`` reads who is named, ``cues`` what makes him a source, ``reference`` whom pronouns and generic nouns mean,
``quotations`` and ``frames`` what reaches beyond the sentence, ``scope`` which quantities are covered; ``article`` puts
them together.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from pressfacts.articles.layout import Block
from pressfacts.finders.mentions import QuantityMention
from pressfacts.finders.sources.article import SourcedArticle
from pressfacts.finders.sources.frames import press_frame
from pressfacts.finders.sources.names import NameReader
from pressfacts.finders.sources.page import Page
from pressfacts.finders.sources.vocabulary import Vocabulary
from pressfacts.language.sentences import Sentence
from pressfacts.lexicon import Lexicon
from pressfacts.model import Source

_FURNITURE = ("byline", "credit", "dateline", "kicker")


@dataclass(slots=True)
class Attribution:
    """The newspapers reviewed; per sentence and quantity the sources, and per sentence and quantity the rules."""

    reviewed: tuple[str, ...]
    sources: list[list[tuple[Source, ...]]]
    rules: list[list[tuple[str, ...]]]


class SourceFinder:
    """Finds the sources of the quantities of articles."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._vocabulary = Vocabulary(lexicon)

    def attribute(
        self,
        text: str,
        folded: str,
        sentences: Sequence[Sentence],
        blocks: Sequence[Block],
        published: dt.date | None,
        quantities: Sequence[Sequence[QuantityMention]],
    ) -> Attribution:
        """Give each quantity its sources; ``quantities`` holds those of each sentence, in order."""
        page = Page(self._vocabulary, folded)
        furniture = [(block.start, block.end) for block in blocks if block.role in _FURNITURE]
        frame = press_frame(page, furniture)
        breaks = [block.start for block in blocks]
        article = SourcedArticle(text, sentences, breaks, published, NameReader(page), frame)
        sources: list[list[tuple[Source, ...]]] = []
        rules: list[list[tuple[str, ...]]] = []
        for place, found in enumerate(quantities):
            starts = [one.start for one in found]
            links = [article.links(place, one.start, one.numeral[1], starts) for one in found]
            sources.append([article.sources(place, one) for one in links])
            rules.append([tuple(dict.fromkeys(link.rule for link in one)) for one in links])
        return Attribution(frame.reviewed, sources, rules)
