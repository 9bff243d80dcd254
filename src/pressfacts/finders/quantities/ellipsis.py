"""What the reader supplies: "contre 4,9 en 2017", "dont 120 à Fès", "8.400 en 2019"."""

from __future__ import annotations

from collections.abc import Sequence

from pressfacts.finders.mentions import QuantityMention, Refused
from pressfacts.finders.quantities.units import singular
from pressfacts.language.sentences import Sentence
from pressfacts.language.tokens import MARK, WORD, Token

_CONTRAST = frozenset("contre après dont et ou puis à soit que qu' au lieu de des les sur voire , ( - +".split())
_WORKFORCE = frozenset("effectif effectifs emplois postes personnel".split())


def complete(sentence: Sentence, quantities: list[QuantityMention]) -> tuple[list[QuantityMention], list[Refused]]:
    """Supply the missing units of a sentence's quantities; refuse those that nothing completes."""
    kept: list[QuantityMention] = []
    refused: list[Refused] = []
    for quantity in quantities:
        if quantity.elliptic and not _supply(sentence.tokens, quantity, kept, quantities):
            refused.append(Refused(*quantity.numeral, "unit_unknown", "ellipsis:nothing_supplies_it"))
            continue
        kept.append(quantity)
    return kept, refused


def _supply(
    tokens: Sequence[Token],
    quantity: QuantityMention,
    kept: Sequence[QuantityMention],
    every: Sequence[QuantityMention],
) -> bool:
    if quantity.scale > 1 and not _carried(tokens, quantity):
        return _sum(tokens, quantity, kept, every)
    counted = _counted_before(tokens, quantity)
    if counted is not None:
        _take_noun(quantity, counted)
        return True
    if _decimal_of_rate(tokens, quantity):
        return True
    model = _model(tokens, quantity, kept)
    if model is None:
        model = next((other for other in every if not other.elliptic and other.start > quantity.end and _shares(tokens, quantity, other)), None)  # fmt: skip
    if model is not None:
        _take(quantity, model)
        return True
    if any(token.low in ("ils", "elles") for token in tokens[max(0, quantity.first - 3) : quantity.first]):
        quantity.unit = "personne"
        quantity.rules.append("ellipsis:they")
        return True
    if "numbers:round" in quantity.rules or quantity.comparator != "equal":
        quantity.rules.append("ellipsis:round")
        return True
    return False


def _carried(tokens: Sequence[Token], quantity: QuantityMention) -> bool:
    """Scaled numbers are money unless something countable was announced ("le nombre d'abonnés … à 72,1 millions")."""
    return _counted_before(tokens, quantity) is not None


def _sum(
    tokens: Sequence[Token],
    quantity: QuantityMention,
    kept: Sequence[QuantityMention],
    every: Sequence[QuantityMention],
) -> bool:
    counted = next(
        (other for other in reversed(kept) if other.kind in ("count", "jobs", "measure") and other.noun), None
    )
    money = any(other.kind == "money" and not other.elliptic for other in every)
    if counted is not None and not money and _linked(tokens, quantity):
        _take(quantity, counted)
        return True
    quantity.kind, quantity.unit, quantity.bare_money = "money", None, ""
    quantity.rules.append("ellipsis:sum_without_currency")
    return True


def _linked(tokens: Sequence[Token], quantity: QuantityMention) -> bool:
    before = tokens[quantity.first - 1].low if quantity.first else ""
    return before in _CONTRAST


def _model(
    tokens: Sequence[Token], quantity: QuantityMention, kept: Sequence[QuantityMention]
) -> QuantityMention | None:
    """The quantity whose unit is left out here: the nearest before; a small signed one follows points of percentage."""
    if quantity.signed:
        points = next((other for other in reversed(kept) if other.unit == "percentage_point"), None)
        if points is not None:
            return points
    linked = quantity.first and tokens[quantity.first - 1].low in ("contre", "de", "à", "dont", "ou", "et", "environ")
    banned = ("ratio", "multiple") if linked else ("ratio", "multiple", "duration")
    return next((other for other in reversed(kept) if other.kind not in banned), None)


def _shares(tokens: Sequence[Token], quantity: QuantityMention, other: QuantityMention) -> bool:
    """ "respectivement 12, et 7 points": the unit stands behind the last of the row."""
    between = tokens[quantity.last : other.first]
    return len(between) <= 3 and all(token.low in (",", "et", "ou", "puis", "voire", "à") for token in between)


def _take(quantity: QuantityMention, model: QuantityMention) -> None:
    quantity.kind, quantity.unit, quantity.bare_money = model.kind, model.unit, model.bare_money
    quantity.per = quantity.per or model.per
    if model.scale > 1 and quantity.scale == 1:
        for end in ("value", "low", "high"):
            number = getattr(quantity, end)
            if number is not None and number < 1000:
                setattr(quantity, end, number * model.scale)
        quantity.scale = model.scale
    quantity.rules.append("ellipsis:as_before")


def _take_noun(quantity: QuantityMention, noun: Token) -> None:
    if noun.low in _WORKFORCE:
        quantity.kind, quantity.unit = "jobs", "job"
    else:
        quantity.kind, quantity.unit = "count", singular(noun.text)
    quantity.noun = (noun.start, noun.end)
    quantity.rules.append("ellipsis:number_of")


def _counted_before(tokens: Sequence[Token], quantity: QuantityMention) -> Token | None:
    """ "le nombre d'abonnés atteint 72.100", "sur un effectif de 3.000": what was announced as a number."""
    for place in range(quantity.first - 1, -1, -1):
        token = tokens[place]
        if token.low in ("effectif", "effectifs") and quantity.first - place <= 4:
            return token
        if token.low == "nombre" and place + 2 < len(tokens) and tokens[place + 1].low in ("de", "d'", "des", "total"):
            at = place + 2
            while at < quantity.first and tokens[at].low in ("de", "d'", "des", "nouveaux", "nouvelles", "total"):
                at += 1
            if at < quantity.first and tokens[at].kind == WORD:
                return tokens[at]
        if token.kind == MARK and token.text in ".;":
            break
    at = quantity.last
    if (
        at + 3 < len(tokens)
        and tokens[at].low == "le"
        and tokens[at + 1].low == "nombre"
        and tokens[at + 2].low in ("de", "d'")
    ):
        return tokens[at + 3]  # "ramener à 500 le nombre d'emplois"
    return None


def _decimal_of_rate(tokens: Sequence[Token], quantity: QuantityMention) -> bool:
    """ "sa moyenne n'est que de 0,185": an average or coefficient is a ratio."""
    lows = {token.low for token in tokens[max(0, quantity.first - 9) : quantity.first]}
    if (
        quantity.comparator == "equal"
        and quantity.value is not None
        and quantity.value < 1
        and lows & {"moyenne", "coefficient", "indice", "ratio"}
        and quantity.value is not None
        and quantity.value < 10
    ):
        quantity.kind, quantity.unit = "ratio", "1"
        quantity.rules.append("ellipsis:average")
        return True
    return False
