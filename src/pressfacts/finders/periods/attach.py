"""Which of a sentence's periods is each quantity's, and which is what it is compared with.

A period right behind a number is its own; one at the head of a clause covers what follows; one behind a later number
covers the numbers before it that nothing parts from it ("20 % ou 4 milliards en 2022").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pressfacts.finders.mentions import QuantityMention
from pressfacts.finders.periods.mentions import PeriodMention
from pressfacts.language.sentences import Sentence

Attachment = tuple[PeriodMention | None, PeriodMention | None, str]

# The number behind belongs to another time than the one before: "4,9 contre 5,2", "après 42 %", "avant un recul à".
_CONTRAST = re.compile(
    r"(?<!\w)(?:contre|après|avant (?:un|une|de)|mais|tandis que?|au lieu d|loin d|face à|tombée? à|auxquel(?:le)?s"
    r"|comparée?s? (?:à|aux?))(?!\w)"
)
_VERSUS = re.compile(r"(?<!\w)(?:contre|après)(?!\w)")
_HARD = re.compile(r"[;]|\.\s")
_COMMA = re.compile(r",(?=\s)")
# A comma that does not end the reach of a period behind: ", soit 12 %", ", à 35 milliards", ", et".
_SOFT_COMMA = re.compile(
    r",\s(?:soit|à|en hausse|en baisse|pour|dont|et|s'établissant|atteignant|ou|en progression|en recul)(?!\w)"
)
# A clause of its own begins: ", où il est né en 1990", "et j'ai repris en 1995", ", ce qui ne s'était plus vu depuis".
_OWN_CLAUSE = re.compile(
    r",[^,]*(?<!\w)(?:qui|où|dont|que|qu'|lequel|laquelle|tandis|alors)(?!\w)"
    r"|(?<!\w)(?:et|mais|puis|car)\s(?:\w+\s)?(?:j'|(?:je|il|elle|ils|elles|on|nous)(?!\w))|(?<!\w)mais(?!\w)"
)
_ASIDE = re.compile(
    r"(?:,\s|\(|\s)(?:créé|fondé|lancé|signé|né|ouvert|inauguré|construit|établi|entré|adopté|promulgué|instauré|découvert"
    r"|conclu)e?s?\s+(?:\w+\s+){0,2}$"
)
# "hors effet de la grève en décembre, …", "malgré la crise de 2009, …": what precedes the comma has its own time.
_SET_ASIDE = re.compile(
    r"(?:^|[,.]\s)(?:et |mais )?(?:hors|sans|malgré|outre|après|suite à|si|elles? s'ajoutent?|ils? s'ajoutent?)(?!\w)[^,]*$"
)
_DISTANCE = re.compile(r"\s(?:de là|d'ici|au (?:nord|sud)|à l'(?:est|ouest)|plus loin)(?!\w)")
_PLANNED = re.compile(r"(?<!\w)(?:prévo|vise|visant|devra|doi(?:t|vent)|permettr|objectif|intention|projet)")
_MOVED = re.compile(
    r"(?:,\s|\()(?:soit\s)?(?:en|une?|d'une)\s(?:\w+\s)?(?:hausse|baisse|recul|déclin|progression|augmentation|diminution|repli|croissance|chute)"
    r"\s(?:\w+\s)?(?:de|d')\s?$"
)
_OPENS_CLAUSE = re.compile(r"(?:,|\bet|\bmais|\bpuis)\s*$")
_BASE_CLAUSE = re.compile(r",?\s(?:qui|où|lorsqu|quand|date à laquelle|année durant laquelle)")


def attach(
    sentence: Sentence, quantities: Sequence[QuantityMention], periods: Sequence[PeriodMention]
) -> list[Attachment]:
    """For each quantity its period, what it is compared to, and the rule that says so."""
    if not periods or not quantities:
        return [(None, None, "none")] * len(quantities)
    return _Clauses(sentence, quantities, periods).attachments()


class _Clauses:
    """A sentence's quantities and periods by place."""

    def __init__(
        self, sentence: Sentence, quantities: Sequence[QuantityMention], periods: Sequence[PeriodMention]
    ) -> None:
        self.low = sentence.text.lower()
        self.offset = sentence.start
        self.order = sorted(range(len(quantities)), key=lambda place: quantities[place].start)
        self.quantities = [quantities[place] for place in self.order]
        self.bases = [one for one in periods if one.comparison]
        self.periods = [one for one in periods if not one.comparison and not one.said]
        self.own = [self._own(place) for place in range(len(self.quantities))]
        self.given: list[PeriodMention | None] = []

    def attachments(self) -> list[Attachment]:
        result: list[Attachment] = [(None, None, "none")] * len(self.quantities)
        for place, index in enumerate(self.order):
            period, rule = self._period(place)
            self.given.append(period)
            result[index] = (period, self._base(place, period), rule)
        return result

    def _between(self, start: int, end: int) -> str:
        return self.low[max(0, start - self.offset) : max(0, end - self.offset)]

    def _limit(self, place: int) -> int:
        """Where the next quantity begins, or the sentence ends."""
        return self.quantities[place].start if place < len(self.quantities) else self.offset + len(self.low)

    def _own(self, place: int) -> PeriodMention | None:
        """The first period right behind a quantity, before the next one begins."""
        quantity = self.quantities[place]
        following = place + 1
        while following < len(self.quantities) and self._glosses(following):
            following += 1
        limit = self._limit(following)
        for period in self.periods:
            if period.start < quantity.end:
                continue
            if period.start >= limit:
                return None
            text = self._between(quantity.end, period.start)
            if "," in text and _ASIDE.search(text):
                continue
            if _HARD.search(text) or _parts(text) or _OWN_CLAUSE.search(text):
                return None
            if following < len(self.quantities) and self._opens(period, limit, text):
                return None
            return period
        return None

    def _opens(self, period: PeriodMention, limit: int, text: str) -> bool:
        """ "5 millions en tout, et en 2019 quelque 3 millions": a period that opens the next clause."""
        return _OPENS_CLAUSE.search(text) is not None and "," not in self._between(period.end, limit)[1:]

    def _glosses(self, place: int) -> bool:
        """ "600 MDH (55 millions d'euros) en 2020": a bracket without a time of its own, right behind its quantity."""
        quantity, before = self.quantities[place], self.quantities[place - 1]
        text = self._between(before.end, quantity.start)
        if not text.rstrip().endswith("(") or len(text) > 40 or "," in text:
            return False
        closing = self.low.find(")", quantity.end - self.offset)
        return closing < 0 or not any(quantity.end <= one.start < closing + self.offset for one in self.periods)

    def _period(self, place: int) -> tuple[PeriodMention | None, str]:
        quantity = self.quantities[place]
        if quantity.kind in ("measure", "duration") and _DISTANCE.match(self._between(quantity.end, quantity.end + 20)):
            return None, "distance"
        period = self.own[place]
        if period is not None:
            return period, "behind"
        start = self.quantities[place - 1].end if place else self.offset
        ahead = self._between(start, quantity.start)
        base = self._of_base(quantity, start)
        if base is not None:
            return base, "base"
        contrast = place > 0 and _CONTRAST.search(ahead) is not None
        if place > 1 and (_MOVED.search(ahead) or (self._signed(quantity) and ahead.rstrip().endswith("("))):
            if _VERSUS.search(self._between(self.quantities[place - 2].end, self.quantities[place - 1].start)):
                return self.given[place - 2], "movement"
        if contrast:
            return None, "contrast"
        before = [one for one in self.periods if one.end <= quantity.start]
        if before and self._reaches(before[-1], quantity):
            return before[-1], "ahead"
        return self._shared(place)

    def _signed(self, quantity: QuantityMention) -> bool:
        return bool(quantity.signed) or self._between(quantity.start, quantity.start + 1) in ("+", "-")

    def _reaches(self, period: PeriodMention, quantity: QuantityMention) -> bool:
        """Whether a period covers a quantity behind it."""
        text = self._between(period.end, quantity.start)
        if _HARD.search(text) or _ASIDE.search(self._between(period.start - 50, period.start)):
            return False
        if ")" in text and "(" not in text.split(")")[0]:
            return False
        if "," in text and _SET_ASIDE.search(self._between(self.offset, period.start)):
            return False
        return not (period.edtf and len(period.edtf) == 10 and _PLANNED.search(text))

    def _shared(self, place: int) -> tuple[PeriodMention | None, str]:
        """The period of a later quantity, when nothing parts the two: "20,5 % ou 4,6 milliards en 2022"."""
        for later in range(place + 1, len(self.quantities)):
            text = self._between(self.quantities[later - 1].end, self.quantities[later].start)
            if _CONTRAST.search(text) or _HARD.search(text) or "passant" in text or _OWN_CLAUSE.search(text):
                break
            if _COMMA.search(text) and not _SOFT_COMMA.search(text) and text.strip() != ",":
                break
            period = self.own[later]
            if period is not None:
                if _parts(self._between(self.quantities[place].end, period.start)):
                    break
                return period, "shared"
        return None, "none"

    def _of_base(self, quantity: QuantityMention, start: int) -> PeriodMention | None:
        """ "par rapport à 2022 (114 millions)", "que l'exercice précédent, qui avait vu 90 ventes": the base's number."""
        for base in self.bases:
            if base.edtf and start <= base.start and base.end <= quantity.start:
                text = self._between(base.end, quantity.start)
                if text.strip() == "(" or _BASE_CLAUSE.match(text):
                    return base
        return None

    def _base(self, place: int, period: PeriodMention | None) -> PeriodMention | None:
        quantity = self.quantities[place]
        limit = self._limit(place + 1)
        for base in self.bases:
            if quantity.end <= base.start < limit and base is not period:
                return base
        if place + 1 < len(self.quantities):
            other = self.own[place + 1]
            if other is not None and other is not period and _VERSUS.search(self._between(quantity.end, limit)):
                return other
        if place == 0 and self.bases and self.bases[0].end <= quantity.start and self.bases[0] is not period:
            return self.bases[0]
        return None


def _parts(text: str) -> bool:
    """Whether a bracket opens and does not close, so that what follows is inside it."""
    depth = 0
    for character in text:
        if character == "(":
            depth += 1
        elif character == ")" and depth:
            depth -= 1
    return depth > 0 and not text.rstrip().endswith("(")
