"""What the reader supplies: "contre 4,9 en 2017", "dont 120 à Fès", "il en commandera 40", "ils seront 300"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pressfacts.finders.mentions import QuantityMention, Refused
from pressfacts.finders.quantities.announced import announced, is_average, is_index
from pressfacts.finders.quantities.denominators import per
from pressfacts.finders.quantities.nouns import is_plural, may_be_noun
from pressfacts.finders.quantities.subjects import counted_subject, plural_before, subject_of_being
from pressfacts.finders.quantities.taking import LARGE, size, take, take_noun
from pressfacts.language.sentences import Sentence
from pressfacts.language.tokens import NUMBER, WORD, Token
from pressfacts.language.words import (
    ADVERBS,
    CONJUNCTIONS,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    finite_verb,
    verb_forms,
)
from pressfacts.lexicon.entries import Indicator

_CONTRAST = frozenset("contre après dont et ou puis à soit que qu' au lieu de des les sur voire , ( - +".split())
_THAT_OF = ("celle", "celui", "celles", "ceux")
_COUNTED = ("count", "jobs", "measure")
# Nouns of what is reached, whose unit the sentence before gave: "la cible de 26 millions".
_GOALS = frozenset("cible objectif cap barre seuil chiffre record total nombre niveau pic besoin besoins".split())
_ADVERBS_BEFORE = frozenset(
    "déjà encore même aujourd'hui désormais seulement que qu' environ près plus moins de".split()
)

_LINKS = (
    PREPOSITIONS
    | CONJUNCTIONS
    | ADVERBS
    | RELATIVES
    | NEGATIONS
    | PRONOUNS
    | frozenset("total moyenne maximum minimum peine environ quelque presque lieu tout soit hausse baisse".split())
)
# How many numbers a unit at the end of a row may serve: "12, 36, 48 et 60 mois".
_NEAR = 6

Named = Callable[[str], Indicator | None]


class Supplier:
    """Supplies what the quantities of one sentence leave out; ``earlier`` are those of the sentences before."""

    def __init__(self, sentence: Sentence, earlier: Sequence[QuantityMention], indicator: Named) -> None:
        self.tokens: Sequence[Token] = sentence.tokens
        self.earlier = earlier
        self.indicator = indicator
        self.kept: list[QuantityMention] = []

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
        if self._of_them(quantity) or self._in_brackets(quantity):
            return True
        if is_average(self.tokens, quantity) or is_index(self.tokens, quantity):
            return True
        model = self._by_pronoun(quantity)
        if model is not None:
            take(quantity, model, "ellipsis:of_it", linked=model in self.kept)
            return True
        sharing = [other for other in following if self._shares(quantity, other)] if quantity.scale == 1 else []
        measured = next((other for other in sharing if other.kind not in ("count", "jobs")), None)
        if measured is None and (self._of_subject(quantity) or self._of_share(quantity, every)):
            return True
        if quantity.scale > 1:
            return self._scaled(quantity, every)
        model = measured or self._model(quantity) or next(iter(sharing), None)
        if model is not None:
            # "200.000 tonnes par an, mais ce chiffre est tombé à 160.000": the denominator is not said again
            linked = model.start > quantity.start or self._low(quantity.first - 1) != "à"
            take(quantity, model, "ellipsis:as_before", linked=linked)
            self._own_denominator(quantity)
            return True
        return self._recalled(quantity) or self._alone(quantity)

    def _counted_since(self, quantity: QuantityMention, noun: Token) -> bool:
        """ "le nombre de décès est stable : 160 personnes sont mortes, contre 167": the later count is the model."""
        return self._low(quantity.first - 1) == "contre" and any(
            other.kind in ("count", "jobs") and other.noun and other.start > noun.end for other in self.kept[-1:]
        )

    def _of_them(self, quantity: QuantityMention) -> bool:
        """ "2.400 d'entre eux", "parmi elles, 338.186 en général": of those last counted or named."""
        behind = [token.low for token in self.tokens[quantity.last : quantity.last + 2]]
        before = [token.low for token in self.tokens[max(0, quantity.first - 4) : quantity.first]]
        if behind != ["d'", "entre"] and not ("parmi" in before and {"eux", "elles"} & set(before)):
            return False
        model = next((other for other in (*reversed(self.kept), *reversed(self.earlier))
                      if other.kind in ("count", "jobs") and other.noun), None)  # fmt: skip
        if model is not None:
            take(quantity, model, "ellipsis:of_them")
            return True
        noun = plural_before(self.tokens, quantity.first, stops=".")
        if noun is None:
            return False
        take_noun(quantity, noun, "ellipsis:of_them")
        return True

    def _in_brackets(self, quantity: QuantityMention) -> bool:
        """ "le trafic des passagers (587.320)", "recensés à Rabat (68), Fès (64) et Oujda (19)"."""
        at = quantity.first - 1
        if self._low(at) != "(" or quantity.comparator == "between":
            return False
        noun = self.tokens[at - 1] if at else None
        if self._low(quantity.last) != ")" and (size(quantity) < LARGE or self._may_be_year(quantity)):
            return False  # "les immatriculations (97.000 à fin août)"
        if noun is not None and noun.text in '"»' and size(quantity) >= LARGE:
            model = next((other for other in (*reversed(self.kept), *reversed(self.earlier))
                          if other.kind == "count" and other.noun), None)  # fmt: skip
            if model is not None:
                take(quantity, model, "ellipsis:in_brackets")  # "« Le paysage mystique » (453.740)"
                return True
        if noun is None or noun.kind != WORD:
            return False
        if is_plural(noun) and not noun.capital and may_be_noun(self.tokens, at - 1):
            entry = self.indicator(noun.text)
            if quantity.scale == 1 or (entry is not None and "count" in entry.kinds and "money" not in entry.kinds):
                take_noun(quantity, noun, "ellipsis:in_brackets")
                return True
            return False
        if quantity.scale > 1 or not noun.capital or not self._row_of_brackets(quantity):
            return False
        model = next((other for other in reversed(self.kept) if other.kind in ("count", "jobs") and other.noun), None)
        if model is not None:
            take(quantity, model, "ellipsis:in_brackets")
            return True
        head = plural_before(self.tokens, at)
        if head is None:
            return False
        take_noun(quantity, head, "ellipsis:in_brackets")
        return True

    def _of_share(self, quantity: QuantityMention, every: Sequence[QuantityMention]) -> bool:
        """ "la moitié des visiteurs, soit environ 5,4 millions", "45% du trafic de passagers, soit 1.080.399"."""
        if self._low(quantity.first - 1) != "soit" or not self.kept or self.kept[-1].kind not in ("ratio", "percent"):
            return False
        if quantity.scale == 1 and size(quantity) < 100:
            return False
        share = self.kept[-1]
        noun = plural_before(self.tokens[: quantity.first], quantity.first, after=share.last, bare=True)
        if noun is None or (quantity.scale > 1 and any(other.kind == "money" for other in every if not other.elliptic)):
            return False
        entry = self.indicator(noun.text)
        counted = entry is None if quantity.scale == 1 else False
        if entry is not None:
            counted = "count" in entry.kinds and "money" not in entry.kinds
        if not counted and not (share.kind == "ratio" and entry is None):
            return False
        take_noun(quantity, noun, "ellipsis:of_share")
        return True

    def _row_of_brackets(self, quantity: QuantityMention) -> bool:
        """Whether another number stands alone in brackets behind a name: one alone may be an age."""
        return any(
            self._low(place) == "("
            and self._low(place + 2) == ")"
            and self.tokens[place + 1].kind == NUMBER
            and self.tokens[place - 1].capital
            for place in range(1, len(self.tokens) - 2)
            if place != quantity.first - 1
        )

    def _scaled(self, quantity: QuantityMention, every: Sequence[QuantityMention]) -> bool:
        """ "contre 2 millions en 2017" follows what it is set against; else a bare sum is money."""
        large = (other for other in reversed(self.kept) if other.scale > 1 or size(other) >= LARGE)
        fit = (other for other in large if other.kind in (*_COUNTED, "money"))
        model = next((other for other in fit if quantity.bracket or not other.bracket), None)
        linked = self._low(quantity.first - 1) in _CONTRAST
        money = any(other.kind == "money" and not other.elliptic for other in every)
        if model is not None and model.kind == "measure" and model.scale == quantity.scale and not money:
            take(quantity, model, "ellipsis:as_before")  # "une capacité de 3.522 millions de m3, stocke 1.512 millions"
            return True
        if model is not None and model.kind != "money" and linked and (not money or model is self.kept[-1]):
            take(quantity, model, "ellipsis:as_before", linked=linked)
            return True
        if model is None and not any(other.kind == "money" for other in every):
            alike = [other for other in reversed(self.earlier) if other.kind in (*_COUNTED, "money")]
            earlier = next((other for other in alike if other.scale == quantity.scale), next(iter(alike), None))
            sums = any(other.kind == "money" for other in alike)
            if earlier is not None and earlier.kind != "money" and (
                self._goal(quantity) or (not sums and earlier.scale == quantity.scale)
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
        if self._may_be_year(quantity):
            return None
        if self._labels(quantity):
            return None
        link = self._low(quantity.first - 1)
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
            and token.low not in _LINKS
            and not token.low.endswith(("ment", "s", "x"))
        )

    def _may_be_year(self, quantity: QuantityMention) -> bool:
        """ "fin 2025-début 2026", "celle de 91": a bare year counts nothing, unless a like number stands before."""
        start, end = quantity.numeral
        year = size(quantity)
        if quantity.scale > 1 or not (1900 <= year <= 2100 and end - start == 4):
            return self._low(quantity.first - 1) == "de" and self._low(quantity.first - 2) in _THAT_OF and year < 100
        return not any(other.kind in (*_COUNTED, "money") and 300 <= size(other) <= 20_000 for other in self.kept)

    def _by_pronoun(self, quantity: QuantityMention) -> QuantityMention | None:
        """ "la feuille de route en prévoyait 27 millions", "il n'en a semé que 3.000", "ils en prennent deux"."""
        place = quantity.first - 1
        while place >= 0 and self._low(place) in _ADVERBS_BEFORE:
            place -= 1
        verbs = 0
        while (
            place >= 0
            and verbs < 3
            and (verb_forms(self.tokens[place]) or self._low(place) in ("-t-il", "déjà", "pas"))
        ):
            verbs, place = verbs + 1, place - 1
        if not verbs or self._low(place) != "en":
            return None
        fronted = [token.low for token in self.tokens[:3]]
        if fronted[:1] == ["côté"] or fronted == ["en", "termes", "de"] or fronted[:1] == ["quant"]:
            return None  # "en termes de nuitées, on en compte 24 millions": the subject tells
        few = size(quantity) < 100 and "numbers:words" in quantity.rules
        kinds = ("count", "jobs", "duration") if few else (*_COUNTED, "duration")
        return next((other for other in (*reversed(self.kept), *reversed(self.earlier)) if other.kind in kinds), None)

    def _of_subject(self, quantity: QuantityMention) -> bool:
        """ "les nuitées ont atteint 18,7 millions", "ils seront 300 à la fin de l'année", "les radars ne sont que
        66".
        """
        topic = self._topic()
        if topic is not None and self._low(quantity.first - 1) not in ("(", "de", "à"):
            take_noun(quantity, topic, "ellipsis:topic")
            return True
        being = subject_of_being(self.tokens, quantity.first)
        if being is not None:
            if being.low in ("ils", "elles", "-ils", "-elles", "nous", "on"):
                model = next((other for other in (*reversed(self.kept), *reversed(self.earlier))
                              if other.kind in ("count", "jobs") and other.noun), None)  # fmt: skip
                if model is not None:
                    take(quantity, model, "ellipsis:they")
                    return True
                quantity.unit = "personne"
                quantity.rules.append("ellipsis:they")
                return True
            take_noun(quantity, being, "ellipsis:subject_of_being")
            return True
        plain = quantity.scale == 1 and size(quantity) >= 100 and "," not in self._glyphs(quantity)
        noun = counted_subject(self.tokens, quantity.first, self.indicator, plain=plain)
        if noun is not None:
            take_noun(quantity, noun, "ellipsis:subject")
            return True
        return False

    def _topic(self) -> Token | None:
        """ "En termes de nuitées, on en compte 24 millions": the noun that the sentence opens with."""
        opening = [token.low for token in self.tokens[:5]]
        if len(opening) < 5:
            return None
        if opening[:3] == ["en", "termes", "de"] and opening[4] == ",":
            return self.tokens[3] if is_plural(self.tokens[3]) else None
        among = opening[0] in ("sur", "parmi") and opening[1] in ("ces", "les", "ses") and opening[3] == ","
        return self.tokens[2] if among and is_plural(self.tokens[2]) else None  # "sur ces malades, 3.353 sont"

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

    def _recalled(self, quantity: QuantityMention) -> bool:
        """ "le syndicat chiffre, lui, le besoin à 34.000": what the sentence before counted."""
        if size(quantity) < LARGE or quantity.comparator == "between" or self._may_be_year(quantity):
            return False
        model = next(
            (other for other in reversed(self.earlier) if other.kind in ("count", "jobs") and other.noun), None
        )
        link = self._low(quantity.first - 1)
        if model is None or not (self._goal(quantity) or link in ("à", "de", "que", "dont", "(")):
            return False
        take(quantity, model, "ellipsis:recalled")
        return True

    def _alone(self, quantity: QuantityMention) -> bool:
        """ "Quatre participaient déjà à l'aventure", "elles étaient une centaine": persons or things that nothing
        names.
        """
        if quantity.comparator == "between":
            return False
        behind = quantity.last + (self._low(quantity.last) == "autres")
        subject = (
            behind < len(self.tokens)
            and size(quantity) >= 2
            and (not quantity.first or self.tokens[quantity.first].capital)
            and finite_verb(self.tokens, behind) is not None
        )
        if subject:
            model = next(
                (other for other in reversed(self.earlier) if other.kind in ("count", "jobs") and other.noun), None
            )
            if model is not None:
                take(quantity, model, "ellipsis:subject_alone")
                return True
        if self._low(quantity.last) in ("chez", "parmi", "dans", "à", "en") and self._opens(quantity):
            model = next(
                (other for other in reversed(self.earlier) if other.kind in ("count", "jobs") and other.noun), None
            )
            if model is not None:
                take(quantity, model, "ellipsis:spread")  # "6 chez des adultes, 2 chez des enfants"
                return True
        if self._word_behind(quantity):
            return True
        if subject or "numbers:round" in quantity.rules or quantity.comparator != "equal":
            quantity.rules.append("ellipsis:alone")
            return True
        return False

    def _glyphs(self, quantity: QuantityMention) -> str:
        return "".join(token.text for token in self.tokens[quantity.first : quantity.last])

    def _word_behind(self, quantity: QuantityMention) -> bool:
        """ "1.200 plaintes", "2.000 saisonniers": a participle or adjective that nothing else explains is the noun."""
        at = quantity.last
        if at >= len(self.tokens) or size(quantity) < 2 or quantity.scale > 1 or self._low(at) == "autres":
            return False
        token = self.tokens[at]
        if token.kind != WORD or token.capital or not is_plural(token) or len(token.low) < 5 or token.low in _LINKS:
            return False
        take_noun(quantity, token, "ellipsis:word_behind")
        quantity.last, quantity.end, quantity.unit_span = at + 1, token.end, (token.start, token.end)
        return True

    def _opens(self, quantity: QuantityMention) -> bool:
        return quantity.first == 0 or (quantity.first == 1 and self.tokens[0].kind != WORD)

    def _goal(self, quantity: QuantityMention) -> bool:
        return any(token.low in _GOALS for token in self.tokens[max(0, quantity.first - 4) : quantity.first])

    def _own_denominator(self, quantity: QuantityMention) -> None:
        """ "82 roubles pour un dollar et 90 pour un euro": its own denominator goes before the one repeated."""
        own = per(self.tokens, quantity)
        if own is not None:
            quantity.per = own

    def _low(self, place: int) -> str:
        return self.tokens[place].low if 0 <= place < len(self.tokens) else ""
