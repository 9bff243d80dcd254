"""Currencies that only the article settles: bare "dinars" by its country, sums without a currency by their
neighbours.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pressfacts.finders.mentions import QuantityMention
from pressfacts.lexicon import Lexicon
from pressfacts.lexicon.entries import Country
from pressfacts.lexicon.words import key

_BESIDE = 20
_MANY = 100_000
_WORD = re.compile(r"[^\W\d_]{3,}(?:-[^\W\d_]+)*")


def settle_money(folded: str, quantities: Sequence[Sequence[QuantityMention]], lexicon: Lexicon) -> None:
    """Give each sum its currency: the country's for a bare word; else its sentence's, the last or the next named."""
    flat = [quantity for sentence in quantities for quantity in sentence]
    if not any(quantity.kind == "money" for quantity in flat):
        return
    _read_md(folded, flat, lexicon)
    bare = [quantity for quantity in flat if quantity.kind == "money" and quantity.bare_money]
    if bare:
        country = _country(folded, flat, lexicon)
        for quantity in bare:
            if quantity.bare_money in ("dollar", "cent"):
                continue  # dollars alone are those of the United States, cents those of the sentence's currency
            named = country.bare_money.get(quantity.bare_money or "") if country is not None else None
            if named is not None:
                quantity.unit = named
            elif quantity.bare_money == "franc":
                quantity.unit = "FRF"  # where no country with francs of its own is spoken of
            elif quantity.bare_money == "livre":
                quantity.unit = "GBP"
    for quantity in flat:
        if quantity.bare_money == "cent":
            quantity.bare_money = ""  # of whatever currency the sentence names
    last: str | None = None
    waiting: list[QuantityMention] = []
    for sentence in quantities:
        own = next(
            (
                q.unit
                for q in sentence
                if q.kind == "money" and q.bare_money != "" and q.unit and not _converts(sentence, q)
            ),
            None,
        )
        for quantity in sentence:
            if quantity.kind != "money":
                continue
            if quantity.bare_money == "":
                quantity.unit = (
                    last if last and quantity is not sentence[0] and _named_before(sentence, quantity) else own or last
                )
                if quantity.unit is None:
                    waiting.append(quantity)
            elif quantity.unit is not None and not (last and _converts(sentence, quantity)):
                last = quantity.unit  # a conversion in brackets settles nothing
                for earlier in waiting:
                    earlier.unit = last
                waiting.clear()
    for quantity in waiting:
        _count_instead(quantity, flat)


def _read_md(folded: str, quantities: Sequence[QuantityMention], lexicon: Lexicon) -> None:
    """ "6.727 MD" is milliards, but in Tunisia millions of dinars: "6.131 millions de dinars, contre 6.727 MD"."""
    written = [
        quantity
        for quantity in quantities
        if quantity.kind == "money" and folded[quantity.numeral[0] : quantity.numeral[1]].endswith("MD")
    ]
    if not written:
        return
    country = _country(folded, quantities, lexicon)
    if country is None or country.currency != "TND":
        return
    for quantity in written:
        quantity.unit, quantity.bare_money = "TND", "dinar"
        for end in ("value", "low", "high"):
            number = getattr(quantity, end)
            if number is not None:
                setattr(quantity, end, number / 1000)


def _count_instead(quantity: QuantityMention, flat: Sequence[QuantityMention]) -> None:
    """Where an article names no currency at all, a bare large number goes on with what it counts in such numbers."""
    place = next(at for at, other in enumerate(flat) if other is quantity)
    for other in (*reversed(flat[:place]), *flat[place + 1 :]):
        if other.kind in ("count", "jobs") and other.noun and other.value is not None and other.value >= _MANY:
            quantity.kind, quantity.unit = other.kind, other.unit
            quantity.rules.append("ellipsis:no_currency_named")
            return


def _converts(sentence: Sequence[QuantityMention], quantity: QuantityMention) -> bool:
    """ "7 milliards de dinars (environ 2,2 milliards d'euros)": a sum in brackets right behind another."""
    at = next(place for place, other in enumerate(sentence) if other is quantity)
    return quantity.bracket and at > 0 and quantity.start - sentence[at - 1].end < _BESIDE


def _named_before(sentence: Sequence[QuantityMention], quantity: QuantityMention) -> bool:
    return any(q.kind == "money" and q.bare_money != "" and q.start < quantity.start for q in sentence)


def _country(folded: str, quantities: Sequence[QuantityMention], lexicon: Lexicon) -> Country | None:
    """The country that the article names most often, the names of currencies set aside ("francs suisses")."""
    named: Counter[str] = Counter()
    currencies = [quantity.unit_span for quantity in quantities if quantity.kind == "money" and quantity.unit_span]
    for match in _WORD.finditer(folded):
        found = lexicon.countries.by_key.get(key(match[0]))
        if found is not None and not any(start <= match.start() < end for start, end in currencies):
            named[found.id] += 1
    return lexicon.countries.by_id[named.most_common(1)[0][0]] if named else None
