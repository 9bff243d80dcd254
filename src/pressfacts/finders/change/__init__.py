"""Whether a quantity is the size of a movement, and which way: "hausse de 12%", "69.900 postes créés", "a triplé"."""

from __future__ import annotations

from collections.abc import Sequence

from pressfacts.finders.change import beside, governed
from pressfacts.finders.change.beside import Answer
from pressfacts.finders.change.listed import listed
from pressfacts.finders.clauses import Clauses, clauses
from pressfacts.finders.mentions import QuantityMention
from pressfacts.language.sentences import Sentence

__all__ = ["change"]

_RULES = (
    beside.more_or_less, beside.compared, beside.inside, beside.participle, governed.growth_rate,
    governed.start_or_end, governed.noun, listed, governed.verb, beside.topic,
)  # fmt: skip
# A time span moves only where a word says so: "prolongé de 15 jours"; "un retard de 15 jours" is a level.
_SPAN_RULES = (beside.inside, governed.noun, governed.verb)
_LINKS = frozenset(("et", "ou", "contre", "puis", ",", "après", "("))
_NEW_LEVEL = frozenset(("taux", "part", "niveau"))


def change(sentence: Sentence, quantity: QuantityMention, quantities: Sequence[QuantityMention]) -> Answer:
    """Tell which way a quantity moves something (None for a level or a difference) and the rule that says so."""
    return _change(clauses(sentence), quantity, quantities, 0)


def _change(view: Clauses, quantity: QuantityMention, quantities: Sequence[QuantityMention], depth: int) -> Answer:
    answer = _first_answer(view, quantity, quantities, depth)
    if quantity.value == 0 and (answer[0] or (quantity.kind == "percent" and view.bracket(quantity.first))):
        return "unchanged", answer[1]
    return answer


def _first_answer(
    view: Clauses, quantity: QuantityMention, quantities: Sequence[QuantityMention], depth: int
) -> Answer:
    if quantity.kind == "multiple":
        return beside.multiple(view, quantity)
    signed = beside.sign(view, quantity)
    if signed is not None:
        return signed
    for rule in _SPAN_RULES if quantity.kind == "duration" else _RULES:
        answer = rule(view, quantity, quantities)
        if answer is not None:
            return answer
    carried = None if depth > 3 or quantity.kind == "duration" else _carried(view, quantity, quantities, depth)
    return carried or (None, "level")


def _carried(
    view: Clauses, quantity: QuantityMention, quantities: Sequence[QuantityMention], depth: int
) -> Answer | None:
    """ "de 20,9% ou de 35 milliards", "de 3% en mai et 5% en juin": what the first is, the second is."""
    previous = _before(view, quantity, quantities)
    if previous is None:
        return None
    if view.words(quantity.first - 2, quantity.first) == ["ainsi", "que"] and previous.unit == quantity.unit:
        # "ce sont 600 postes qui seront supprimés, ainsi que 400 postes d'adjoints"
        way, _ = _change(view, previous, quantities, depth + 1)
        return (way, "carried") if way else None
    link = _outside_brackets(view.words(previous.last, quantity.first))
    if len(link) > 13:
        return None
    # "337 postes en moins, suivie par Lille (310)", "le licenciement de 160 salariés (dont 60 à Lens)"
    beside_name = (
        quantity.elliptic
        and quantity.kind == "jobs"
        and previous.unit == quantity.unit
        and view.low(quantity.first - 1) in ("(", "dont")
    )
    if beside_name:
        way, _ = _change(view, previous, quantities, depth + 1)
        return (way, "carried") if way else None
    glossed = link[:1] == ["("] or link[-2:] == ["(", "soit"]
    if view.boundary(previous.last, quantity.first) == "hard" and not glossed:
        return None
    if (
        "à" in link[-2:]
        or link[-1:] in (["les"], ["ses"], ["leurs"])  # "une hausse de 3 milliards, contre les 20 milliards du budget"
        or _own_noun(link)
        or _NEW_LEVEL & set(link)
        or any(view.group_over(place) is not None for place in range(previous.last, quantity.first))
    ):
        return None
    if previous.unit == quantity.unit and link[-1:] == ["soit"]:
        return None  # "en hausse de 9 centimes, soit 1,48 euro"
    same = previous.unit == quantity.unit and bool(_LINKS & set(link))
    told = [low for low in link[-5:] if low not in ("de", "d'", "l'", "équivalent", "l'équivalent")]
    converted = told[-1:] in (["ou"], ["soit"]) and previous.kind == "percent" and quantity.kind != "percent"
    if not same and not converted:
        return None
    way, _ = _change(view, previous, quantities, depth + 1)
    return (way, "carried") if way else None


def _before(view: Clauses, quantity: QuantityMention, quantities: Sequence[QuantityMention]) -> QuantityMention | None:
    """The figure before this one; not one in brackets, nor the level that the other arrived at.

    "recule de 0,6% (-3% sur un an) et de 0,3%", "en hausse de 39%, à 2 milliards, et 12%, à 900 millions".
    """
    before = sorted((other for other in quantities if other.last <= quantity.first), key=lambda other: -other.first)
    around = view.bracket(quantity.first)
    for other in before[:4]:
        aside = view.bracket(other.first)
        if aside is not None and aside != around:
            continue
        if around is None and other.unit != quantity.unit and view.low(other.first - 1) == "à":
            continue
        return other
    return None


def _outside_brackets(words: list[str]) -> list[str]:
    """The words of a link without what stands in closed brackets: "de 0,6% (-3% sur un an) et"."""
    kept: list[str] = []
    for low in words:
        if low == ")" and "(" in kept:
            del kept[len(kept) - 1 - kept[::-1].index("(") :]
        else:
            kept.append(low)
    return kept


def _own_noun(link: list[str]) -> bool:
    """Whether the second figure has a noun of its own: "de 2%, pour une marge de 30%"; not "en un an et 5%"."""
    last = max((place for place, low in enumerate(link) if low in _LINKS), default=0)
    return any(
        low in ("un", "une") and (not place or link[place - 1] not in ("en", "sur", "d'"))
        for place, low in enumerate(link)
        if place >= last - 1
    )
