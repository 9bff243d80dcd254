"""Which of a sentence's periods is each quantity's, and which is what it is compared with.

A period right behind a number is its own; one at the head of a clause covers what follows; one behind a later number
covers the numbers before it that nothing parts from it ("20 % ou 4 milliards en 2022").
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from pressfacts.finders.mentions import QuantityMention
from pressfacts.finders.periods import reach
from pressfacts.finders.periods.mentions import PeriodMention
from pressfacts.language.sentences import Sentence

Attachment = tuple[PeriodMention | None, PeriodMention | None, tuple[str, ...]]
_NOUN_AHEAD = re.compile(r"(?<![^\W\d_])[a-zà-ÿœ][a-zà-ÿœ'-]{3,30}\s?\($")
# How far one looks, so that a sentence without end costs no more than its length: characters, and numbers.
_FAR, _NEAR, _NUMBERS, _GLOSSES = 1200, 300, 12, 4
# "Mis en service à partir de 2029, le parc produira": what begins then goes on.
_FROM_THEN = ("à partir", "à compter", "dès", "d ici")
# "8.300 personnes recensées samedi (dont 3.100 à Fès)": a part of the number before.
_AMONG = re.compile(r"[^,;:.()]{0,60}\(dont (?:\w+ )?")
_OF = frozenset(("de", "du", "des", "d"))
_NAME_AHEAD = re.compile(r"(?<![^\W\d_])[A-ZÀ-Ý][\w'-]{1,24}\s\($")
# Words without a calendar that hold only where they stand: "vise désormais 10 %" keeps the year that the sentence
# opens with.
_WEAK = frozenset(("nowadays", "formerly", "in_time"))


def attach(
    sentence: Sentence, quantities: Sequence[QuantityMention], periods: Sequence[PeriodMention]
) -> list[Attachment]:
    """For each quantity its period, what it is compared to, and the rules that say so, from finding to attaching."""
    if not periods or not quantities:
        return [(None, None, ())] * len(quantities)
    return _Clauses(sentence, quantities, periods).attachments()


class _Clauses:
    """A sentence's quantities and periods by place."""

    def __init__(
        self, sentence: Sentence, quantities: Sequence[QuantityMention], periods: Sequence[PeriodMention]
    ) -> None:
        self.text = sentence.text
        self.low = self.text.lower()
        self.offset = sentence.start
        self.order = sorted(range(len(quantities)), key=lambda place: quantities[place].start)
        self.quantities = [quantities[place] for place in self.order]
        self.bases = [one for one in periods if one.comparison]
        titles = [one for one in periods if self._of_title(one)]
        listed = titles if len(titles) > 1 else []
        self.periods = [one for one in periods if not one.comparison and not one.said and one not in listed]
        self._ends = [one.end for one in self.periods]
        self._base_starts = [one.start for one in self.bases]
        self.own = [self._own(place) for place in range(len(self.quantities))]
        self.given: list[PeriodMention | None] = []

    def _of_title(self, period: PeriodMention) -> bool:
        """ "Le Passage (2010), La Digue (2011)": years of works, when there are several."""
        start, end = period.start - self.offset, period.end - self.offset
        return self.text[end : end + 1] == ")" and _NAME_AHEAD.search(self.text[max(0, start - 30) : start]) is not None

    def attachments(self) -> list[Attachment]:
        result: list[Attachment] = [(None, None, ())] * len(self.quantities)
        for place, index in enumerate(self.order):
            period, rule = self._period(place)
            self.given.append(period)
            base = self._base(place, period)
            rules: tuple[str, ...] = (f"period:{period.rule}", f"period:{rule}") if period else ()
            if base:
                rules = (*rules, f"period:{base.rule}", "period:base")
            result[index] = (period, base, rules)
        return result

    def _between(self, start: int, end: int) -> str:
        return self.low[max(0, start - self.offset) : max(0, end - self.offset)]

    def _limit(self, place: int) -> int:
        """Where the next quantity begins, or the sentence ends."""
        return self.quantities[place].start if place < len(self.quantities) else self.offset + len(self.low)

    def _ahead(self, place: int) -> int:
        """Where the quantity before ends, or the sentence begins."""
        return self.quantities[place - 1].end if place else self.offset

    def _own(self, place: int) -> PeriodMention | None:
        """The first period right behind a quantity, before the next one begins."""
        quantity = self.quantities[place]
        following = place + 1
        while following < min(len(self.quantities), place + _GLOSSES) and self._glosses(following):
            following += 1
        limit = self._limit(following)
        limit = min(limit, quantity.end + _FAR)
        for period in self.periods[bisect_right(self._ends, quantity.end) :]:
            if period.start < quantity.end:
                continue
            if period.start >= limit:
                return None
            text = self._between(quantity.end, period.start)
            if reach.another_date(text) or (period.intro in _OF and reach.EVENT.search(text)):
                continue
            if self._parted(place, text):
                return None
            if reach.TURNS.search(text) or (following < len(self.quantities) and self._opens(period, limit, text)):
                return None
            return period
        return None

    def _parted(self, place: int, text: str) -> bool:
        """Whether the text behind a quantity, up to a period, leads into another clause."""
        if reach.STOP.search(text) or reach.SEMICOLON.search(text) or reach.bracketed(text) or reach.own_clause(text):
            return True
        if reach.quotation_closed(text):
            return True
        ahead = self._between(self._ahead(place), self.quantities[place].start)
        return reach.relative_closed(ahead, text)

    def _opens(self, period: PeriodMention, limit: int, text: str) -> bool:
        """ "5 millions en tout, et en 2019 quelque 3 millions": a period that opens the next clause."""
        behind = self._between(period.end, limit)
        if text.rstrip().endswith(",") and reach.GOES_ON.match(behind):
            return False
        return reach.OPENS_CLAUSE.search(text) is not None and behind[:1] != ")" and "," not in behind[1:]

    def _glosses(self, place: int) -> bool:
        """ "600 MDH (55 millions d'euros) en 2020": a bracket without a time of its own, right behind its quantity."""
        quantity, before = self.quantities[place], self.quantities[place - 1]
        text = self._between(before.end, quantity.start)
        if not text.rstrip().endswith("(") or len(text) > 40 or "," in text:
            return False
        closing = self.low.find(")", quantity.end - self.offset, quantity.end - self.offset + _NEAR)
        return closing < 0 or not any(
            quantity.end <= one.start < closing + self.offset
            for one in self.periods[bisect_left(self._ends, quantity.end) :][:_NUMBERS]
        )

    def _period(self, place: int) -> tuple[PeriodMention | None, str]:
        quantity = self.quantities[place]
        if quantity.kind in ("measure", "duration") and reach.DISTANCE.match(
            self._between(quantity.end, quantity.end + 20)
        ):
            return None, "distance"
        start = self._ahead(place)
        ahead = self._between(start, quantity.start)
        reached = bisect_right(self._ends, quantity.start)
        before = self.periods[max(0, reached - _NUMBERS) : reached]
        period = self.own[place]
        if period is not None:
            if before and self._touches(before[-1], quantity, period):
                return before[-1], "before"
            return period, "behind"
        base = self._of_base(quantity, start)
        if base is not None:
            return base, "of_base"
        contrast = place > 0 and reach.CONTRAST.search(ahead) is not None
        if self._moves_the_former(place, ahead):
            return self.given[place - 2], "movement"
        if contrast:
            later = self._listed_behind(place)
            return (later, "shared") if later else (None, "contrast")
        if place and _AMONG.fullmatch(ahead) and (whole := self.given[place - 1]):
            return whole, "part"
        return self._from_ahead(before, quantity) or self._shared(place)

    def _listed_behind(self, place: int) -> PeriodMention | None:
        """ "contre 80 %, 75 % et 70 % un an auparavant", "contre 80 tonnes pour une valeur de 7 millions en 2019"."""
        for later in range(place + 1, min(len(self.quantities), place + _NUMBERS)):
            text = self._between(self.quantities[later - 1].end, self.quantities[later].start)
            parted = "," in text and text.strip() != ","
            if parted or reach.CONTRAST.search(text) or reach.own_clause(text) or reach.new_subject(text):
                return None
            if reach.bracketed(text) or reach.SEMICOLON.search(text) or reach.STOP.search(text):
                return None
            if self.own[later] is not None:
                return self.own[later]
        return None

    def _moves_the_former(self, place: int, ahead: str) -> bool:
        """ "5,5 milliards, contre 4,7 en 2016, en progression de 17 %": the movement is that of the first number."""
        bracketed = self._signed(self.quantities[place]) and ahead.rstrip().endswith("(")
        if place < 2 or not (bracketed or reach.MOVED.search(ahead)):
            return False
        between = self._between(self.quantities[place - 2].end, self.quantities[place - 1].start)
        return reach.VERSUS.search(between) is not None

    def _touches(self, period: PeriodMention, quantity: QuantityMention, behind: PeriodMention) -> bool:
        """ "qui en demande aujourd'hui vingt-cinq, le double en février": it stands right before, the other behind
        a comma.
        """
        if self._between(period.end, quantity.start).strip():
            return False
        return "," in self._between(quantity.end, behind.start)

    def _from_ahead(
        self, before: Sequence[PeriodMention], quantity: QuantityMention
    ) -> tuple[PeriodMention, str] | None:
        """The nearest period ahead that covers the quantity; one that is contrasted with another holds for its
        number only.
        """
        weak: PeriodMention | None = None
        for period in reversed(before):
            if period.contrasted or not self._reaches(period, quantity):
                if not period.contrasted:
                    break
                continue
            if period.rule in _WEAK:
                weak = weak or period
                continue
            return period, "ahead"
        return (weak, "ahead") if weak else None

    def _signed(self, quantity: QuantityMention) -> bool:
        return bool(quantity.signed) or self._between(quantity.start, quantity.start + 1) in ("+", "-")

    def _reaches(self, period: PeriodMention, quantity: QuantityMention) -> bool:
        """Whether a period covers a quantity behind it."""
        if quantity.start - period.end > _FAR:
            return False
        text = self._between(period.end, quantity.start)
        head = self.quantities[0].end > period.start
        lead = self._between(max(period.start - 80, self.offset), period.start)
        opens = period.intro.startswith(_FROM_THEN)
        if reach.STOP.search(text) or (not opens and (reach.aside(lead, text) or reach.apposed(lead, text))):
            return False
        if (period.intro in _OF and reach.EVENT.search(lead)) or reach.within_relative(lead, text):
            return False
        if reach.SEMICOLON.search(text) and not (head and (quantity.elliptic or quantity.kind == "ratio")):
            return False
        if not head and reach.new_subject(text):
            return False
        if ")" in text and "(" not in text.split(")")[0] and not self._glosses_noun(period):
            return False
        if "," in text and reach.SET_ASIDE.search(self._between(max(self.offset, period.start - _NEAR), period.start)):
            return False
        return not (period.edtf and len(period.edtf) == 10 and reach.PLANNED.search(text))

    def _glosses_noun(self, period: PeriodMention) -> bool:
        """ "le contrat-programme (2016-2020) prévoit": a bracket with nothing but the period, behind a noun; no
        life dates.
        """
        end = period.end - self.offset
        return (
            self.text[end : end + 1] == ")"
            and _NOUN_AHEAD.search(self.text[max(0, period.start - self.offset - 40) : period.start - self.offset])
            is not None
        )

    def _shared(self, place: int) -> tuple[PeriodMention | None, str]:
        """The period of a later quantity, when nothing parts the two: "20,5 % ou 4,6 milliards en 2022"."""
        for later in range(place + 1, min(len(self.quantities), place + _NUMBERS)):
            text = self._between(self.quantities[later - 1].end, self.quantities[later].start)
            if reach.CONTRAST.search(text) or reach.STOP.search(text) or ";" in text or "passant" in text:
                break
            if reach.own_clause(text) or reach.turns_to_the_future(text):
                break
            if reach.hard_comma(text) and not (
                later == place + 1 and (self._apposed(place) or self._moves_first(place))
            ):
                break
            period = self.own[later]
            if period is not None:
                if later == place + 1 and self._starts_movement(place, period):
                    break
                if reach.bracketed(self._between(self.quantities[place].end, period.start)):
                    break
                return period, "shared"
        return None, "none"

    def _starts_movement(self, place: int, period: PeriodMention) -> bool:
        """ "passer de 120 à 200 bus en 2020": where a movement starts has no time, unless both lie "entre 2016 et
        2020".
        """
        if period.edtf and "/" in period.edtf:
            return False
        return reach.MOVES_FROM.search(self._between(self._ahead(place), self.quantities[place].start)) is not None

    def _apposed(self, place: int) -> bool:
        """ "L'écart, 15 MMDH, représente": a number between two commas; what follows goes on with its noun."""
        quantity = self.quantities[place]
        ahead = self._between(self._ahead(place), quantity.start).rstrip()
        return ahead.endswith(",") and self._between(quantity.end, quantity.end + 1) == ","

    def _moves_first(self, place: int) -> bool:
        return place == 0 and reach.opens_with_movement(self.low)

    def _of_base(self, quantity: QuantityMention, start: int) -> PeriodMention | None:
        """ "par rapport à 2022 (114 millions)", "que l'an passé, qui comptait 90 ventes": the base's number.

        A movement in the bracket is no number of the base: "5 DH de mieux que l'an passé (+25 %)".
        """
        first = bisect_left(self._base_starts, start)
        for base in self.bases[first : first + _NUMBERS]:
            if base.edtf and base.end <= quantity.start:
                text = self._between(base.end, quantity.start)
                glossed = text.strip() == "(" and not self._signed(quantity)
                if glossed and reach.VERSUS.match(self._between(quantity.end, quantity.end + 10).lstrip()):
                    return None  # "que lors de la précédente campagne (600 tonnes contre 588)"
                if glossed or reach.BASE_CLAUSE.match(text):
                    return base
        return None

    def _base(self, place: int, period: PeriodMention | None) -> PeriodMention | None:
        quantity = self.quantities[place]
        limit = self._limit(place + 1)
        behind = bisect_left(self._base_starts, quantity.end)
        for base in self.bases[behind : behind + 2]:
            if base.start < limit and base is not period:
                return base
        if place + 1 < len(self.quantities):
            other = self.own[place + 1]
            if other is not None and other is not period and reach.VERSUS.search(self._between(quantity.end, limit)):
                return other
        if place == 0 and self.bases and self.bases[0].end <= quantity.start and self.bases[0] is not period:
            return self.bases[0]
        return None
