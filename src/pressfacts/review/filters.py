"""Which facts a reviewer wants to see: ``kind:money source:matin undecided``, all words of which must fit."""

from __future__ import annotations

import re

from pressfacts.model import Fact
from pressfacts.review import wording
from pressfacts.review.decisions import Attached
from pressfacts.text import fold

_CONFIDENCE = re.compile(r"confidence([<>])(0?\.\d{1,6}|[01])$")


def fits(fact: Fact, told: Attached | None, word: str) -> bool:
    """Whether a fact fits one word: ``kind:money``, ``confidence<0.8``, ``undecided``, or any text of it.

    Raises ValueError for a field that there is not.
    """
    if bound := _CONFIDENCE.match(word):
        if fact.confidence is None:
            return False
        limit = float(bound.group(2))
        return fact.confidence < limit if bound.group(1) == "<" else fact.confidence > limit
    if word == "undecided":
        return told is None
    if word in ("changed", "moved"):
        return told is not None and told.how == word
    field, colon, wanted = word.partition(":")
    if not colon:
        field, wanted = "", word
    wanted = fold(wanted).casefold()
    where = {
        "": (fact.quote, fact.indicator.text if fact.indicator else "", fact.article_id),
        "kind": (fact.kind,),
        "status": (fact.status,),
        "unit": (fact.quantity.unit or "",),
        "source": tuple(f"{source.name} {source.acronym or ''}" for source in fact.sources),
        "rule": fact.rules,
        "indicator": (f"{fact.indicator.text} {fact.indicator.code or ''}" if fact.indicator else "",),
        "decision": (wording.decided(told) or "undecided",),
    }
    if field not in where:
        known = ", ".join(f"{name}:" for name in where if name)
        raise ValueError(f"{field}: is no filter; known are {known} confidence<0.8, changed, moved, undecided")
    return any(wanted in fold(value).casefold() for value in where[field])
