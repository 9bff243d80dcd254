"""The mentions of a sentence become facts, refused numerals become rejections: composed here, not decided."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from decimal import Decimal

from pressfacts.confidence import fitted, traits
from pressfacts.finders.indicators import Named
from pressfacts.finders.mentions import QuantityMention, Refused
from pressfacts.finders.periods import PeriodMention
from pressfacts.language.sentences import Sentence
from pressfacts.model import (
    Article,
    Change,
    Extent,
    Fact,
    Indicator,
    Period,
    Quantity,
    Rejection,
    Source,
    Span,
    Status,
)
from pressfacts.text import fold

# Jobs that are added or cut have codes of their own.
_MOVED: dict[tuple[str | None, Change | None], str] = {
    ("employment", "increase"): "jobs_created",
    ("employment", "decrease"): "jobs_lost",
}


class FactMaker:
    """Makes the facts of one article; it numbers equal facts so that their ids stay apart."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._seen: dict[str, int] = {}

    def fact(
        self,
        sentence: Sentence,
        quantity: QuantityMention,
        named: Named,
        period: PeriodMention | None,
        compared_to: PeriodMention | None,
        change: Change | None,
        status: Status,
        sources: Sequence[Source],
        rules: Sequence[str],
    ) -> Fact:
        """Compose one fact of what the finders read."""
        text = self._article.text
        quote = text[quantity.start : quantity.end]
        indicator = None
        if named.indicator is not None:
            start, end, code = named.indicator
            if quantity.kind == "jobs":
                code = _MOVED.get((code, change), code)
            indicator = Indicator(text=text[start:end], start=start, end=end, code=code)
        return Fact(
            id=self._id(quote, sentence),
            article_id=self._article.id,
            kind=quantity.kind,
            quote=quote,
            start=quantity.start,
            end=quantity.end,
            quantity=self._quantity(quantity, change),
            change=change,
            status=status,
            indicator=indicator,
            subject=self._span(named.subject),
            period=self._period(period),
            compared_to=self._period(compared_to),
            sources=tuple(sources),
            sentence=Extent(start=sentence.start, end=sentence.end),
            rules=tuple(rules),
            confidence=fitted().confidence(traits(rules, quantity.kind, sentence.end - sentence.start, len(sources))),
        )

    def rejection(self, refused: Refused) -> Rejection:
        """Compose one rejection."""
        return Rejection(
            quote=self._article.text[refused.start : refused.end],
            start=refused.start,
            end=refused.end,
            reason=refused.reason,
            rule=refused.rule,
        )

    def _quantity(self, quantity: QuantityMention, change: Change | None) -> Quantity:
        # The size of a movement is positive; a level keeps its sign: "un solde de -301 millions".
        sign = -1 if quantity.signed == "-" and change is None else 1
        numeral = self._span(quantity.numeral)
        assert numeral is not None  # noqa: S101 (for the type checker: a quantity has a numeral)
        return Quantity(
            value=_signed(quantity.value, sign),
            low=_signed(quantity.low, sign),
            high=_signed(quantity.high, sign),
            comparator=quantity.comparator,
            unit=quantity.unit,
            per=quantity.per,
            numeral=numeral,
            unit_mention=self._span(quantity.unit_span),
        )

    def _span(self, place: tuple[int, int] | None) -> Span | None:
        if place is None:
            return None
        return Span(text=self._article.text[place[0] : place[1]], start=place[0], end=place[1])

    def _period(self, period: PeriodMention | None) -> Period | None:
        if period is None:
            return None
        return Period(
            text=self._article.text[period.start : period.end],
            start=period.start,
            end=period.end,
            edtf=period.edtf,
            first_day=period.first_day,
            last_day=period.last_day,
        )

    def _id(self, quote: str, sentence: Sentence) -> str:
        basis = "\x1f".join((self._article.id, _folded(quote), _folded(sentence.text)))
        ordinal = self._seen[basis] = self._seen.get(basis, 0) + 1
        return hashlib.sha256(f"{basis}\x1f{ordinal}".encode()).hexdigest()[:16]


def _signed(number: Decimal | None, sign: int) -> Decimal | None:
    """The number with its sign, written plainly: 1500000000, 0.5."""
    if number is None:
        return None
    whole = number.to_integral_value()
    return sign * (Decimal(int(whole)) if number == whole else number.normalize())


def _folded(text: str) -> str:
    """White space and case set aside, so that an edit of the layout leaves ids alone."""
    return " ".join(fold(text).lower().split())
