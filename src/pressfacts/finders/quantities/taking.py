"""How a bare number takes over what another quantity, or a noun, says of its unit."""

from __future__ import annotations

from pressfacts.finders.mentions import QuantityMention
from pressfacts.finders.quantities.nouns import singular
from pressfacts.language.tokens import Token

_WORKFORCE = frozenset(
    "effectif effectifs emplois postes personnel licenciements recrutements embauches salariés employés "
    "collaborateurs".split()
)
LARGE = 1000
"""From here on a bare number is no small count."""


def size(quantity: QuantityMention) -> int:
    """How large the number is, its sign set aside; the upper end of a range."""
    number = quantity.value if quantity.value is not None else quantity.high
    return int(abs(number)) if number is not None else 0


def take(quantity: QuantityMention, model: QuantityMention, rule: str, *, linked: bool = False) -> None:
    """Give a bare number the unit of another quantity, its scale ("5,4 milliards, contre 4,9"), its denominator if
    linked.
    """
    quantity.kind, quantity.unit, quantity.bare_money = model.kind, model.unit, model.bare_money
    if linked:
        quantity.per = quantity.per or model.per
    if model.scale > 1 and quantity.scale == 1 and "numbers:words" not in quantity.rules:
        for end in ("value", "low", "high"):
            number = getattr(quantity, end)
            if number is not None and number < LARGE:
                setattr(quantity, end, number * model.scale)
        quantity.scale = model.scale
    quantity.rules.append(rule)


def take_noun(quantity: QuantityMention, noun: Token, rule: str) -> None:
    """Give a bare number the noun that it counts."""
    if noun.low in _WORKFORCE:
        quantity.kind, quantity.unit = "jobs", "job"
    else:
        quantity.kind, quantity.unit = "count", singular(noun.text)
    quantity.noun = (noun.start, noun.end)
    quantity.rules.append(rule)
