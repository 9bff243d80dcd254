"""Figures that are told as the one before them: glossed by "soit", items of a list, shares whose verb is left out."""

from __future__ import annotations

from collections.abc import Sequence

from pressfacts.finders.clauses import Clauses
from pressfacts.finders.mentions import QuantityMention
from pressfacts.language.tokens import WORD

# What stands behind a share whose verb is left out: "et 45% un maintien", "un sur deux pour la police".
_OBJECTS = frozenset("un une le la l' les pour contre".split())


def glossed(view: Clauses, quantity: QuantityMention, others: Sequence[QuantityMention]) -> QuantityMention | None:
    """What "soit N" puts into other terms, close before it: "réclame 5 millions – soit 2 millions chacun"."""
    if view.low(quantity.first - 1) == "soit":
        return next((other for other in others if 0 < quantity.first - other.last < 8), None)
    for place in range(quantity.first - 2, max(0, quantity.first - 9), -1):
        if view.tokens[place].kind != WORD or view.group_over(place) is not None:
            return None
        if view.low(place) == "soit":  # "prévoit 46 milliards, soit un déficit équivalent à 22% du PIB"
            article = view.low(place + 1) in ("un", "une")
            return next((other for other in others if article and 0 <= place - other.last < 3), None)
    return None


def next_item(view: Clauses, quantity: QuantityMention, others: Sequence[QuantityMention]) -> QuantityMention | None:
    """The figure before in a list: "prévoit 3 millions pour la santé ; 2 millions pour l'école"."""
    before = [other for other in others if other.last <= quantity.first and other.kind == quantity.kind]
    if not before:
        return None
    previous = max(before, key=lambda other: other.first)
    between = range(previous.last, quantity.first)
    bracketed = view.bracket(previous.first) is not None and view.bracket(quantity.first) is not None
    if any(view.low(place) in (":", ".") for place in between):
        return None
    start = max((place for place in between if view.low(place) == ";"), default=previous.last if bracketed else 0)
    if not start:
        return None
    end = next((p for p in range(quantity.last, len(view.tokens)) if view.low(p) in (";", ".", ":")), len(view.tokens))
    return None if any(start < group.first < end and group.finite for group in view.groups) else previous


def alike(view: Clauses, quantity: QuantityMention, others: Sequence[QuantityMention]) -> QuantityMention | None:
    """What a figure without a verb of its own is told like: "52% veulent plus de lits et 45% un maintien".

    Also "avec 21.000 embauches prévues, devant Alto (15.200)".
    """
    before = [other for other in others if other.last <= quantity.first]
    if not before:
        return None
    if quantity.elliptic and view.low(quantity.first - 1) == "(":
        return next(
            (other for other in sorted(before, key=lambda o: -o.first) if other.noun or not other.elliptic), None
        )
    shares = [other for other in before if other.kind in ("percent", "ratio")]
    if quantity.kind not in ("percent", "ratio") or not shares or view.low(quantity.first - 1) not in ("et", ","):
        return None
    previous = max(shares, key=lambda other: other.first)
    behind = view.group_over(quantity.last + 1)
    infinitive = view.low(quantity.last) in ("de", "d'", "à") and behind is not None and behind.tense == "infinitive"
    if not infinitive and view.low(quantity.last) not in _OBJECTS:
        return None
    over = next((group for group in view.groups if group.first >= previous.last and group.finite), None)
    if over is None or over.last > quantity.first or view.governor(previous.first, previous.last) is not over:
        return None
    behind = next((group for group in view.groups if group.first >= quantity.last and group.finite), None)
    return previous if behind is None or view.boundary(quantity.last, behind.first) != "" else None
