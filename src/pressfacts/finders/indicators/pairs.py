"""Numbers shared out over things named together: "les dépôts et les crédits ont atteint 310 et 264 MMDH"."""

from __future__ import annotations

from pressfacts.finders.indicators import clauses
from pressfacts.finders.indicators.letters import (
    CONJUNCTION,
    NOUN,
    OF,
    PARTICIPLE,
    PREPOSITION,
    STOP,
    TIME,
)
from pressfacts.finders.indicators.view import Target, View
from pressfacts.finders.indicators.vocabulary import AMOUNTS

_BETWEEN = frozenset((CONJUNCTION, PREPOSITION, OF, STOP, TIME))


def respective(view: View) -> Target | None:
    """Les dépôts et les crédits s'établissent respectivement à 310 et 264 MMDH: the second number to the credits."""
    analysis = view.analysis
    if view.quantity.kind not in ("percent", "money", "measure"):
        return None
    row = _row(view)
    if len(row) < 2 or not any(
        analysis.text(place) == "respectivement"
        for place in range(max(0, view.quantities[row[0]].first - 6), min(len(analysis.tokens), _end(view, row) + 4))
    ):
        return None
    verb = clauses.verb_before(analysis, view.quantities[row[0]].first)
    if verb is None:
        return None
    heads = _joined(view, clauses.group(analysis, verb)[0])
    return view.target(heads[row.index(view.number)]) if len(heads) == len(row) else None


def _end(view: View, row: list[int]) -> int:
    return view.quantities[row[-1]].last


def _row(view: View) -> list[int]:
    """The numbers of one kind that stand side by side around this one; those of other kinds in brackets are passed."""
    numbers = [view.number]
    for step in (-1, 1):
        edge = view.number
        number = edge + step
        while 0 <= number < len(view.quantities) and abs(number - view.number) < 8:
            other = view.quantities[number]
            if view.analysis.text(other.first - 1) == "(" and view.analysis.text(view.quantity.first - 1) != "(":
                number += step
                continue
            low, high = sorted((number, edge))
            between = range(view.quantities[low].last, view.quantities[high].first)
            if other.kind != view.quantity.kind or not _side_by_side(view, between):
                break
            numbers.append(number)
            edge = number
            number += step
    return sorted(numbers)


def _side_by_side(view: View, between: range) -> bool:
    """Whether only "et", commas, prepositions and what stands in brackets lie between two numbers."""
    depth = 0
    for place in between:
        text = view.analysis.text(place)
        depth += (text == "(") - (text == ")")
        if depth or text == ")":
            continue
        if text in (":", ";", "soit", "contre") or view.analysis.letters[place] not in _BETWEEN:
            return False
    return True


def _joined(view: View, end: int) -> list[int]:
    """The heads of things named together before a verb, first to last: "les [dépôts] et les [crédits]"."""
    analysis = view.analysis
    heads: list[int] = []
    while end > 0:
        outer = None
        for head in analysis.chain_before(end):
            outer = head
            if head.governor > 0 and analysis.letters[head.governor] == CONJUNCTION:
                break
        if outer is None:
            return []
        if analysis.text(outer.first) in ("du", "des"):
            # "les taux des hommes et des femmes": one thing
            return []
        heads.append(outer.place)
        mark = outer.first - 1
        listed = mark > 0 and (analysis.letters[mark] == CONJUNCTION or analysis.text(mark) == ",")
        if not listed or analysis.letters[mark - 1] not in (NOUN, PARTICIPLE):
            break
        end = mark
    return heads[::-1] if len(heads) > 1 else []


def shared_out(view: View) -> Target | None:
    """La facture s'alourdit, avec +18% pour le brut et +9%, à 3 MDH pour le gaz: the thing behind "pour"."""
    analysis, quantity = view.analysis, view.quantity
    if analysis.text(view.before) == "(":
        return None
    behind = quantity.last
    reached = view.number + 1 < len(view.quantities) and not quantity.signed
    if quantity.signed and analysis.text(behind) in (",", "à", "ou", "(") and view.number + 1 < len(view.quantities):
        # "-8%, à 3 milliards de dirhams pour les tapis"
        following = view.quantities[view.number + 1]
        if not following.signed or following.kind != quantity.kind:
            gap = range(behind, following.first)
            if all(analysis.text(place) in (",", "à", "ou", "(") for place in gap):
                behind = following.last + (analysis.text(following.last) == ")")
    elif not quantity.signed and not _behind_signed(view):
        return None
    if reached and quantity.kind == "percent":
        return None
    if analysis.text(behind) != "pour":
        return None
    head = analysis.head_behind(behind + 1)
    if head is None or head.first == head.place or analysis.text(head.place) in AMOUNTS:
        return None
    verb = clauses.verb_before(analysis, quantity.first)
    near = verb is not None and not any(analysis.tokens[at].text in ",:" for at in range(verb, quantity.first))
    return None if near else view.target(head.place)


def _behind_signed(view: View) -> bool:
    """Whether the number before this one is a signed percentage, and this one its level: "-8%, à [3 MDH] pour"."""
    last = view.last
    return (
        last is not None
        and bool(last.signed)
        and all(view.analysis.text(place) in (",", "à", "ou", "(") for place in range(last.last, view.quantity.first))
    )
