"""Whether a figure is so, aimed at, expected or rumoured: by the words beside it, its verb, and that verb's tense."""

from __future__ import annotations

from collections.abc import Sequence

from pressfacts.finders.clauses import Clauses, clauses
from pressfacts.finders.mentions import QuantityMention
from pressfacts.finders.status import beside, companions
from pressfacts.finders.status.tenses import Answer
from pressfacts.finders.status.verbs import by_verb
from pressfacts.language.sentences import Sentence

__all__ = ["status"]

_BESIDE = (
    beside.participle, beside.baseline, beside.noun_over, beside.rumour, beside.project, beside.done,
)  # fmt: skip


def status(sentence: Sentence, quantity: QuantityMention, quantities: Sequence[QuantityMention]) -> Answer:
    """Tell whether a figure is so, aimed at, expected or rumoured, and the rule that says so."""
    return _status(clauses(sentence), quantity, quantities, 0)


def _status(view: Clauses, quantity: QuantityMention, quantities: Sequence[QuantityMention], depth: int) -> Answer:
    for rule in _BESIDE:
        answer = rule(view, quantity, quantities)
        if answer is not None:
            return answer
    around = view.bracket(quantity.first)
    if depth < 2 and around is not None and not any(around[0] < g.first < around[1] for g in view.groups):
        # "3 milliards de dirhams (280 millions d'euros)"
        outside = next((other for other in quantities if other.last == around[0]), None)
        if outside is not None:
            return _status(view, outside, quantities, depth + 1)
    glossed = companions.glossed(view, quantity, quantities)
    if depth < 2 and glossed is not None:
        return _status(view, glossed, quantities, depth + 1)
    like = companions.alike(view, quantity, quantities)
    if depth < 2 and like is not None:
        return _status(view, like, quantities, depth + 1)
    group = view.governor(quantity.first, quantity.last)
    if group is None:
        item = companions.next_item(view, quantity, quantities)
        if depth < 8 and item is not None:
            return _status(view, item, quantities, depth + 1)
        return beside.without_verb(view, quantity)
    if beside.spoken_of(view, group, quantity):
        return "unconfirmed", "spoken_of"
    if beside.apposed(view, group, quantity):
        return "actual", "apposed"
    answer = by_verb(view, group, quantity)
    if answer[0] in ("target", "forecast") and beside.stands_already(view, group, quantity, quantities):
        return "actual", "given"
    return answer
