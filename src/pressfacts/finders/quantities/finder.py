"""The quantities of one sentence, left to right."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pressfacts.finders import numbers
from pressfacts.finders.mentions import QuantityMention, Refused
from pressfacts.finders.numbers import Numeral
from pressfacts.finders.quantities.comparators import ComparatorReader
from pressfacts.finders.quantities.denominators import carry_denominators, per
from pressfacts.finders.quantities.edges import (
    bracketed,
    cents_behind,
    designates,
    gloss,
    point_behind,
    points_behind,
    sign_of,
    takes_de,
)
from pressfacts.finders.quantities.ellipsis import Supplier
from pressfacts.finders.quantities.exclusions import Known, refuse
from pressfacts.finders.quantities.multiples import multiples
from pressfacts.finders.quantities.ranges import Pair, pairs
from pressfacts.finders.quantities.spans import is_time_span
from pressfacts.finders.quantities.unit import Unit
from pressfacts.finders.quantities.units import UnitReader
from pressfacts.language.sentences import Sentence
from pressfacts.language.tokens import Token
from pressfacts.lexicon import Lexicon
from pressfacts.lexicon.words import key
from pressfacts.model import Comparator, Reason


class QuantityFinder:
    """Finds the quantities of sentences; one finder serves all articles."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._units = UnitReader(lexicon)
        self._comparators = ComparatorReader(lexicon)
        self._indicator = lambda word: lexicon.indicators.by_key.get(key(word))
        self._known = Known(
            person=lambda word: key(word) in lexicon.roles.by_key, unit=lexicon.units.by_symbol.__contains__
        )

    def find(
        self,
        sentence: Sentence,
        taken: Sequence[tuple[int, int, Reason, str]],
        earlier: Sequence[QuantityMention] = (),
    ) -> tuple[list[QuantityMention], list[Refused]]:
        """The quantities and the refused numerals of a sentence.

        ``taken`` are stretches (start, end, reason, rule) whose numerals belong to a date or period; ``earlier`` are
        the quantities of the sentences just before, from which a bare number may take its unit.
        """
        tokens = sentence.tokens
        numerals = numbers.find(tokens)
        refused = [
            Refused(max(numeral.start, start), numeral.end, reason, rule)
            for numeral in numerals
            for start, end, reason, rule in taken
            if start < numeral.end and numeral.start < end
        ]
        numerals = [
            numeral
            for numeral in numerals
            if not any(start < numeral.end and numeral.start < end for start, end, _, _ in taken)
        ]
        mentions = multiples(tokens, numerals, self._comparators)
        used = {id(numeral) for mention, numeral in mentions if numeral is not None}
        quantities = [mention for mention, _ in mentions]
        numerals = [numeral for numeral in numerals if id(numeral) not in used]
        out = refuse(sentence, numerals, self._known)
        excluded = {(item.start, item.end): item for item in out}
        paired = pairs(tokens, numerals)
        done: set[int] = set()
        taken_up = list(quantities)
        for place, numeral in enumerate(numerals):
            if place in done or any(made.start <= numeral.start < made.end for made in (*taken_up, *quantities[-1:])):
                continue
            if numeral.too_long:
                refused.append(Refused(numeral.start, numeral.end, "too_long", "numbers:too_long"))
                continue
            pair = paired.get(place)
            exclusion = excluded.get((numeral.start, numeral.end))
            apart = numeral.first and tokens[numeral.first - 1].low in ("tous", "toutes")  # "tous deux à 15%"
            if (
                pair is not None
                and not apart
                and (exclusion is None or exclusion.reason in ("article", "score", "definite"))
            ):
                made = self._pair(sentence, numeral, numerals[pair.second], pair)
                if made is not None and is_time_span(tokens, made):
                    done.add(pair.second)  # "sous deux à trois semaines"
                    refused.append(Refused(numeral.start, made.numeral[1], "period", "spans:range"))
                    continue
                if made is not None:
                    done.add(pair.second)
                    quantities.append(made)
                    out = [item for item in out if not (made.start <= item.start < made.end)]
                    continue
            if exclusion is not None and exclusion.reason != "article":
                continue
            made = self._single(sentence, numeral)
            if made is None:
                if exclusion is None:
                    refused.append(Refused(numeral.start, numeral.end, "unit_unknown", "quantities:no_unit"))
                continue
            quantities.append(made)
            out = [item for item in out if not (made.start <= item.start < made.end)]
        quantities.sort(key=lambda mention: mention.start)
        quantities, dropped = Supplier(sentence, earlier, self._indicator).complete(quantities)
        self._named_apart(tokens, quantities)
        carry_denominators(tokens, quantities)
        refused.extend(dropped)
        taken_spans = [(item.start, item.end) for item in refused]
        refused.extend(item for item in out if (item.start, item.end) not in taken_spans)
        refused.sort(key=lambda item: item.start)
        return quantities, refused

    def _named_apart(self, tokens: Sequence[Token], quantities: Sequence[QuantityMention]) -> None:
        """ "les recettes en euros ont atteint 1,3 milliard": the currency of a bare sum stands with its noun."""
        for quantity in quantities:
            if quantity.bare_money != "":
                continue
            for place in range(quantity.first - 1, max(-1, quantity.first - 8), -1):
                named = self._units.currency(tokens, place + 1) if tokens[place].low == "en" else None
                if named is not None:
                    quantity.unit, quantity.bare_money = named, None
                    break

    # one number ---------------------------------------------------------------------------------------------------

    def _single(self, sentence: Sentence, numeral: Numeral) -> QuantityMention | None:
        tokens, text = sentence.tokens, sentence.folded
        last = gloss(tokens, numeral)
        if numeral.form == "fraction":
            if points_behind(tokens, last):
                return self._points(sentence, numeral)  # "trois dixièmes de point"
            return self._ratio(tokens, numeral)
        if numeral.form == "article" and last < len(tokens) and tokens[last].low in ("demi-point", "demi-points"):
            half = Unit("percent", "percentage_point", Decimal("0.5"), last, last + 1, "units:half_point")
            return self._mention(sentence, numeral, half, last, Decimal("0.5"), ["numbers:fraction", half.rule])
        unit = self._units.sign_before(tokens, numeral.first) or self._units.behind(
            tokens, last, scaled=takes_de(numeral), text=text, value=numeral.value
        )
        if numeral.form == "article" and not (
            unit is not None
            and (unit.kind in ("money", "percent") or point_behind(tokens, unit))
            and unit.first == numeral.last
            and (not numeral.first or tokens[numeral.first - 1].low != "pour")
        ):
            return None
        value = numeral.value
        rules = ["numbers:" + numeral.form]
        if unit is not None and unit.first >= numeral.last and cents_behind(tokens, unit):
            value += Decimal(tokens[unit.last].text) / 100  # "4 € 20"
            unit.last += 1
            rules.append("money:cents_behind")
        if unit is not None and unit.kind == "percent" and numeral.glyphs:
            value = numbers.digits_value(numeral.glyphs, decimal_point=True) * numeral.scale
        if unit is not None:
            value *= unit.factor
            rules.append(unit.rule)
        if unit is not None and unit.kind == "count" and designates(tokens, numeral):
            return None
        made = self._mention(sentence, numeral, unit, last, value, rules)
        if unit is None:
            if designates(tokens, numeral) and made.comparator == "equal":
                return None
            made.elliptic = True
        elif unit.rule == "units:sum":
            made.elliptic = True
        elif is_time_span(tokens, made):
            return None
        return made

    def _mention(
        self, sentence: Sentence, numeral: Numeral, unit: Unit | None, last: int, value: Decimal, rules: list[str]
    ) -> QuantityMention:
        tokens = sentence.tokens
        first = numeral.first
        unit_span = None
        if unit is not None and unit.first == unit.last:
            pass  # a sum: the words behind it name no unit
        elif unit is not None and unit.rule == "units:part_of":
            unit_span = (tokens[unit.first].start, tokens[unit.first].end)
        elif unit is not None:
            first, last = min(first, unit.first), max(last, unit.last)
            unit_span = (tokens[unit.first].start, tokens[unit.last - 1].end)
        sign, first = sign_of(tokens, first, numeral.first, unit)
        comparator, first, end_last = self._bound(tokens, first, last, rules)
        if comparator == "equal" and numeral.form == "round":
            comparator = "about"
        quantity = QuantityMention(
            kind=unit.kind if unit else "count",
            value=value,
            low=None,
            high=None,
            comparator=comparator,
            unit=unit.unit if unit else None,
            per=None,
            start=tokens[first].start,
            end=tokens[end_last - 1].end,
            first=first,
            last=end_last,
            numeral=(numeral.start, numeral.end),
            unit_span=unit_span,
            noun=unit_span if unit is not None and unit.noun else None,
            signed=sign,
            scale=numeral.scale * (unit.factor if unit is not None and unit.kind in ("money", "measure") else 1),
            bare_money=unit.bare_money if unit else None,
            bracket=bracketed(tokens, first, end_last),
            rules=rules,
        )
        quantity.per = unit.per if unit and unit.per else per(tokens, quantity)
        return quantity

    def _bound(self, tokens: Sequence[Token], first: int, last: int, rules: list[str]) -> tuple[Comparator, int, int]:
        bound = self._comparators.before(tokens, first)
        comparator: Comparator = "equal"
        if bound is not None:
            comparator = bound.comparator
            rules.append(bound.rule)
            if bound.quoted:
                first = bound.first
        behind = self._comparators.behind(tokens, last) if comparator == "equal" else None
        if behind is not None and behind.comparator != "equal":
            comparator, last = behind.comparator, behind.last
            rules.append(behind.rule)
        return comparator, first, last

    # two numbers --------------------------------------------------------------------------------------------------

    def _pair(self, sentence: Sentence, one: Numeral, two: Numeral, pair: Pair) -> QuantityMention | None:
        tokens, text = sentence.tokens, sentence.folded
        if pair.kind == "ratio":
            if not two.value:
                return None
            made = self._plain(tokens, one.first, two.last, one, two, "ratio")
            made.rules.append("ranges:" + pair.rule)
            made.value, made.unit = round(one.value / two.value, 6), "1"
            if pair.rule == "half_and_half":
                made.value = Decimal("0.5")
            comparator, made.first, made.last = self._bound(tokens, made.first, made.last, made.rules)
            made.comparator = comparator
            made.start, made.end = tokens[made.first].start, tokens[made.last - 1].end
            if pair.noun is not None:
                made.noun = pair.noun
            return made
        unit = self._units.behind(tokens, two.last, scaled=takes_de(two), text=text, value=two.value)
        own = self._units.behind(
            tokens, one.last, scaled=takes_de(one), text=text, value=one.value
        ) if tokens[one.last].low not in ("à", "et", "-") else None  # fmt: skip
        if unit is None:
            if two.scale == 1 and pair.rule not in ("between", "or"):
                return None
            made = self._plain(tokens, pair.first, two.last, one, two, "count")
            made.low = one.value * (two.scale if one.scale == 1 and one.value < 1000 else 1)
            made.high, made.comparator, made.scale, made.elliptic = two.value, "between", two.scale, True
            return made if made.low < made.high else None
        if own is not None and (own.kind, own.unit) != (unit.kind, unit.unit):
            return None
        low, high = self._ends(one, two, unit)
        if pair.rule == "between_signed":
            low = -low
        if low >= high:
            return None
        made = self._plain(tokens, pair.first, unit.last, one, two, unit.kind)
        made.low, made.high, made.value = low, high, None
        made.comparator, made.unit, made.scale = "between", unit.unit, two.scale * unit.factor
        # "entre deux et trois des dix usines": the unit stands behind a group that is no part of the quote
        made.unit_span = (tokens[unit.first].start, tokens[max(unit.first, unit.last - 1)].end)
        made.noun = made.unit_span if unit.noun else None
        made.bare_money = unit.bare_money
        made.rules += [unit.rule, "ranges:" + pair.rule]
        bound = self._comparators.before(tokens, made.first)
        if (
            bound is not None
            and bound.quoted
            and bound.comparator == "about"
            and bound.rule != "comparators:verb_about"
        ):
            made.first, made.start = bound.first, tokens[bound.first].start
        made.per = unit.per or per(tokens, made)
        made.bracket = bracketed(tokens, made.first, made.last)
        return made

    def _ends(self, one: Numeral, two: Numeral, unit: Unit) -> tuple[Decimal, Decimal]:
        low = one.value
        if one.scale == 1 and two.scale > 1 and low < 1000:
            low *= two.scale  # "10 à 12 millions": the scale covers both ends
        if unit.kind == "percent" and one.glyphs and two.glyphs:
            low = numbers.digits_value(one.glyphs, decimal_point=True)
            return low * unit.factor, numbers.digits_value(two.glyphs, decimal_point=True) * unit.factor
        return low * unit.factor, two.value * unit.factor

    def _plain(
        self, tokens: Sequence[Token], first: int, last: int, one: Numeral, two: Numeral, kind: str
    ) -> QuantityMention:
        return QuantityMention(
            kind=kind, value=None, low=None, high=None, comparator="equal", unit=None, per=None,  # type: ignore[arg-type]
            start=tokens[first].start, end=tokens[last - 1].end, first=first, last=last,
            numeral=(one.start, two.end), unit_span=None, rules=["numbers:" + one.form],
        )  # fmt: skip

    def _points(self, sentence: Sentence, numeral: Numeral) -> QuantityMention:
        unit = Unit(
            "percent", "percentage_point", Decimal(1), numeral.last + 1, numeral.last + 2, "units:part_of_a_point"
        )
        return self._mention(sentence, numeral, unit, numeral.last, numeral.value, ["numbers:fraction", unit.rule])

    def _ratio(self, tokens: Sequence[Token], numeral: Numeral) -> QuantityMention:
        rules = ["numbers:fraction"]
        comparator, first, last = self._bound(tokens, numeral.first, numeral.last, rules)
        noun = None
        if last + 1 < len(tokens) and tokens[last].low in ("de", "d'", "des", "du"):
            noun = (tokens[last + 1].start, tokens[last + 1].end)
        return QuantityMention(
            kind="ratio", value=numeral.value, low=None, high=None, comparator=comparator, unit="1", per=None,
            start=tokens[first].start, end=tokens[last - 1].end, first=first, last=last,
            numeral=(numeral.start, numeral.end), unit_span=None, noun=noun, rules=rules,
        )  # fmt: skip
