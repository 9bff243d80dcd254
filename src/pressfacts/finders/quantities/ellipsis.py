"""What the reader supplies: "contre 4,9 en 2017", "dont 120 à Fès", "il en commandera 40", "ils seront 300"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pressfacts.finders.mentions import QuantityMention, Refused
from pressfacts.finders.quantities.announced import announced, is_average, is_index
from pressfacts.finders.quantities.denominators import per
from pressfacts.finders.quantities.named_elsewhere import by_pronoun, in_brackets, of_share, of_subject, of_them
from pressfacts.finders.quantities.row import COUNTED, Row
from pressfacts.finders.quantities.taking import LARGE, size, take, take_noun
from pressfacts.finders.quantities.unexplained import LINKS, alone, recalled
from pressfacts.language.tokens import NUMBER, WORD, Token
from pressfacts.language.words import verb_forms

_CONTRAST = frozenset("contre après dont et ou puis à soit que qu' au lieu de des les sur voire , ( - +".split())
# How many numbers a unit at the end of a row may serve: "12, 36, 48 et 60 mois".
_NEAR = 6


class Supplier(Row):
    """Supplies what the quantities of one sentence leave out."""

    def complete(self, quantities: Sequence[QuantityMention]) -> tuple[list[QuantityMention], list[Refused]]:
        """Supply the missing units; refuse those that nothing completes."""
        refused: list[Refused] = []
        for place, quantity in enumerate(quantities):
            if quantity.elliptic and not self._supply(quantity, quantities, quantities[place + 1 : place + _NEAR]):
                refused.append(Refused(*quantity.numeral, "unit_unknown", "ellipsis:nothing_supplies_it"))
                continue
            self.kept.append(quantity)
        return self.kept, refused

    def _supply(
        self, quantity: QuantityMention, every: Sequence[QuantityMention], following: Sequence[QuantityMention]
    ) -> bool:
        if quantity.kind == "money":
            quantity.rules.append("ellipsis:sum_without_currency")
            return True
        counted = announced(self.tokens, quantity)
        if counted is not None and not self._counted_since(quantity, counted):
            take_noun(quantity, counted, "ellipsis:number_of")
            return True
        if of_them(self, quantity) or in_brackets(self, quantity):
            return True
        if is_average(self.tokens, quantity) or is_index(self.tokens, quantity):
            return True
        model = by_pronoun(self, quantity)
        if model is not None:
            take(quantity, model, "ellipsis:of_it", linked=model in self.kept)
            return True
        sharing = [other for other in following if self._shares(quantity, other)] if quantity.scale == 1 else []
        measured = next((other for other in sharing if other.kind not in ("count", "jobs")), None)
        if measured is None and (of_subject(self, quantity) or of_share(self, quantity, every)):
            return True
        if quantity.scale > 1:
            return self._scaled(quantity, every)
        model = measured or self._model(quantity) or next(iter(sharing), None)
        if model is not None:
            # "200.000 tonnes par an, mais ce chiffre est tombé à 160.000": the denominator is not said again
            linked = model.start > quantity.start or self.low(quantity.first - 1) != "à"
            take(quantity, model, "ellipsis:as_before", linked=linked)
            self._own_denominator(quantity)
            return True
        return recalled(self, quantity) or alone(self, quantity)

    def _counted_since(self, quantity: QuantityMention, noun: Token) -> bool:
        """ "le nombre de décès est stable : 160 personnes sont mortes, contre 167": the later count is the model."""
        return self.low(quantity.first - 1) == "contre" and any(
            other.kind in ("count", "jobs") and other.noun and other.start > noun.end for other in self.kept[-1:]
        )

    def _scaled(self, quantity: QuantityMention, every: Sequence[QuantityMention]) -> bool:
        """ "contre 2 millions en 2017" follows what it is set against; else a bare sum is money."""
        large = (other for other in reversed(self.kept) if other.scale > 1 or size(other) >= LARGE)
        fit = (other for other in large if other.kind in (*COUNTED, "money"))
        model = next((other for other in fit if quantity.bracket or not other.bracket), None)
        linked = self.low(quantity.first - 1) in _CONTRAST
        money = any(other.kind == "money" and not other.elliptic for other in every)
        if model is not None and model.kind == "measure" and model.scale == quantity.scale and not money:
            take(quantity, model, "ellipsis:as_before")  # "une capacité de 3.522 millions de m3, stocke 1.512 millions"
            return True
        if model is not None and model.kind != "money" and linked and (not money or model is self.kept[-1]):
            take(quantity, model, "ellipsis:as_before", linked=linked)
            return True
        if model is None and not any(other.kind == "money" for other in every):
            alike = [other for other in reversed(self.earlier) if other.kind in (*COUNTED, "money")]
            earlier = next((other for other in alike if other.scale == quantity.scale), next(iter(alike), None))
            sums = any(other.kind == "money" for other in alike)
            if earlier is not None and earlier.kind != "money" and (
                self.has_goal(quantity) or (not sums and earlier.scale == quantity.scale)
            ):  # fmt: skip
                take(quantity, earlier, "ellipsis:recalled")
                return True
        quantity.kind, quantity.unit, quantity.bare_money = "money", None, ""
        quantity.per = per(self.tokens, quantity)
        quantity.rules.append("ellipsis:sum_without_currency")
        return True

    def _model(self, quantity: QuantityMention) -> QuantityMention | None:
        """The quantity whose unit is left out here: the nearest before that a number of this size may repeat."""
        if quantity.signed:
            points = next((other for other in reversed(self.kept) if other.unit == "percentage_point"), None)
            if points is not None:
                return points
            if quantity.bracket and self.kept and self.kept[-1].unit == "percent" and size(quantity) < 100:
                return replace(self.kept[-1], unit="percentage_point", per=None)  # "à 28% (-0,5)"
        if self.may_be_year(quantity):
            return None
        if self._labels(quantity):
            return None
        link = self.low(quantity.first - 1)
        linked = link in ("contre", "de", "à", "dont", "ou", "et", "environ")
        worded = "numbers:words" in quantity.rules or "numbers:round" in quantity.rules
        for other in reversed(self.kept):
            if other.kind in ("ratio", "multiple") or (other.kind == "duration" and not linked):
                continue
            if other.bracket and not quantity.bracket and other is not self.kept[0]:
                continue  # "7 milliards de dinars (2,2 milliards d'euros), contre 6,7": a conversion is no model
            if worded and other.kind == "money" and (size(other) >= LARGE or other.scale > 1):
                continue  # "douze ans de prison et une amende de 200.000 DH; son adjoint, de six"
            if other.kind == "percent" and size(quantity) > max(100, 3 * size(other)):
                continue  # "45% du trafic, soit 1.080.399 accueillis"
            if worded and other.kind == "percent" and (link not in ("contre", "à", "ou") or other.signed):
                continue  # "19 parient sur un relèvement de 50 points, et une dizaine au statu quo"
            return other
        return None

    def _labels(self, quantity: QuantityMention) -> bool:
        """ "le syndicat santé et action sociale 54": a number right behind a noun or adjective is part of a name."""
        place = quantity.first - 1
        if place < 0 or "numbers:digits" not in quantity.rules or quantity.comparator != "equal" or quantity.signed:
            return False
        token = self.tokens[place]
        return (
            token.kind == WORD
            and len(token.low) > 3
            and not verb_forms(token)
            and token.low not in LINKS
            and not token.low.endswith(("ment", "s", "x"))
        )

    def _shares(self, quantity: QuantityMention, other: QuantityMention) -> bool:
        """ "respectivement 12, et 7 points": the unit stands behind the last of the row."""
        if other.elliptic or other.start <= quantity.end:
            return False
        between = self.tokens[quantity.last : other.first]
        return (
            0 < len(between) <= 3
            and between[-1].kind != NUMBER
            and all(
                token.low in (",", "et", "ou", "puis", "voire", "à", "x", "×") or token.kind == NUMBER
                for token in between
            )
        )

    def _own_denominator(self, quantity: QuantityMention) -> None:
        """ "82 roubles pour un dollar et 90 pour un euro": its own denominator goes before the one repeated."""
        own = per(self.tokens, quantity)
        if own is not None:
            quantity.per = own
