"""Which of a sentence's periods is each quantity's, and which is what it is compared with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pressfacts.finders.mentions import QuantityMention
from pressfacts.finders.periods.mentions import PeriodMention
from pressfacts.language.sentences import Sentence

Attachment = tuple[PeriodMention | None, PeriodMention | None, str]


def attach(
    sentence: Sentence, quantities: Sequence[QuantityMention], periods: Sequence[PeriodMention]
) -> list[Attachment]:
    """For each quantity its period, what it is compared to, and the rule that says so."""
    if not periods or not quantities:
        return [(None, None, "none")] * len(quantities)
    return _Clauses(sentence, quantities, periods).attachments()


# The number behind belongs to another time than the one before: "4,9 contre 5,2", "après 42 %", "avant un ralentissement à".
_CONTRAST = re.compile(
    r"(?<!\w)(?:contre|après|avant (?:un|une|de)|mais|tandis que?|alors qu|au lieu d|loin d|face à|tombée? à|auxquel(?:le)?s|comparée?s? (?:à|aux?))(?!\w)"
)
_HARD = re.compile(r"[;]|\.\s")
# A comma that does not end the reach of a period behind: ", soit 12 %", ", à 35 milliards", ", et".
_SOFT_COMMA = re.compile(r",\s(?:soit|à|en hausse|en baisse|pour|dont|et|s'établissant|atteignant|ou)(?!\w)")
_COMMA = re.compile(r",(?=\s)")
_REPORT = re.compile(
    r"(?:a|ont|avait|avaient|est|sont|été|aurait)?\s?(?<!\w)(?:indiqué|annoncé|déclaré|publiée?s?|révélée?s?|révèle|rapporté|affirmé|précisé|souligné|appris|"
    r"dévoilée?s?|confirmé|expliqué|présentée?s?|estimé|dit|prévu|assuré|signalé|rappelé|fait savoir|commenté|ajouté|écrit|annonce|indique|publie|déclare|"
    r"diffusée?s?|communiqué|insee|rendue?s? publique?s?|relevé|averti|promis|évoqué|adoptée?s?)\s+(?:hier |le |ce |dans la journée |lors |jusqu'en )?$"
)
_REPORTS_NEXT = re.compile(
    r"^[^;.]{0,120}?(?<!\w)(?:a|ont)\s(?:\w+\s)?(?:indiqué|annoncé|déclaré|publié|révélé|rapporté|affirmé|précisé|souligné|dévoilé|confirmé|expliqué|présenté|estimé|dit|prévu|assuré)(?!\w)"
)
_PARTICIPLE = re.compile(r"(?:,\s|\(|\s)(?P<word>(?:créé|fondé|lancé|signé|né|ouvert|inauguré|construit|établi|entré|adopté|promulgué|instauré|découvert|conclu)e?s?)\s+(?:\w+\s+){0,2}$")


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
        self.periods = [one for one in periods if not one.comparison and not self._dates_the_report(one)]

    def attachments(self) -> list[Attachment]:
        result: list[Attachment] = [(None, None, "none")] * len(self.quantities)
        own = [self._own(place) for place in range(len(self.quantities))]
        for place, index in enumerate(self.order):
            period, rule = self._period(place, own)
            result[index] = (period, self._base(place, period, own), rule)
        return result

    def between(self, start: int, end: int) -> str:
        return self.low[max(0, start - self.offset) : max(0, end - self.offset)]

    def _dates_the_report(self, period: PeriodMention) -> bool:
        """"a annoncé mardi", "publié vendredi", "mardi, l'Insee a indiqué": when it was said, not when it holds."""
        if period.edtf and len(period.edtf) < 10 and period.rule not in ("relative_noun",):
            return False
        if period.rule not in ("weekday", "full_date", "relative_noun", "adverb", "month_of_year", "edge"):
            return False
        before = self.between(period.start - 60, period.start)
        if _REPORT.search(before):
            return True
        if period.start - self.offset < 4 and period.rule in ("weekday", "full_date"):
            return _REPORTS_NEXT.search(self.between(period.end, period.end + 160)) is not None
        return False

    def _inserted(self, period: PeriodMention) -> bool:
        """"l'usine, créée en 2000, …": the time of an aside."""
        return _PARTICIPLE.search(self.between(period.start - 50, period.start)) is not None

    def _own(self, place: int) -> PeriodMention | None:
        """The first period right behind a quantity, before the next one begins."""
        quantity = self.quantities[place]
        following = place + 1
        while following < len(self.quantities) and self._brackets(self.quantities[following]):
            following += 1
        limit = self.quantities[following].start if following < len(self.quantities) else self.offset + len(self.low)
        for period in self.periods:
            if period.start < quantity.end or period.start >= limit:
                continue
            text = self.between(quantity.end, period.start)
            if _HARD.search(text) or self._crosses_bracket(text):
                continue
            if self._inserted(period) and "," in text:
                continue
            if following < len(self.quantities) and self._belongs_ahead(period, limit, text):
                return None
            return period
        return None

    def _belongs_ahead(self, period: PeriodMention, limit: int, text: str) -> bool:
        """"5 millions en tout, et en 2019 quelque 3 millions": a period that opens the next clause."""
        return re.search(r"(?:,|\bet|\bmais|\bpuis)\s*$", text) is not None and "," not in self.between(period.end, limit)[1:]

    def _brackets(self, quantity: QuantityMention) -> bool:
        before = self.between(quantity.start - 3, quantity.start)
        return quantity.bracket or before.rstrip().endswith("(")

    def _crosses_bracket(self, text: str) -> bool:
        depth = 0
        for character in text:
            if character == "(":
                depth += 1
            elif character == ")":
                if depth == 0:
                    return False
                depth -= 1
        return depth > 0 and not text.rstrip().endswith("(")

    def _period(self, place: int, own: list[PeriodMention | None]) -> tuple[PeriodMention | None, str]:
        quantity = self.quantities[place]
        period = own[place]
        if period is not None:
            return period, "behind"
        gloss = self._gloss_of_base(quantity)
        if gloss is not None:
            return gloss, "bracket"
        start = self.quantities[place - 1].end if place else self.offset
        contrast = _CONTRAST.search(self.between(start, quantity.start))
        # forward: the nearest period before
        before = [one for one in self.periods if one.end <= quantity.start]
        if before and not (contrast and place):
            nearest = before[-1]
            text = self.between(nearest.end, quantity.start)
            if not _HARD.search(text) and not self._inserted(nearest) and not self._in_closed_bracket(nearest, quantity):
                return nearest, "ahead"
        if contrast and place:
            return None, "contrast"
        # backward: the period of the next quantity
        for later in range(place + 1, len(self.quantities)):
            text = self.between(self.quantities[later - 1].end, self.quantities[later].start)
            if _CONTRAST.search(text) or _HARD.search(text) or "passant" in text:
                break
            if _COMMA.search(text) and not _SOFT_COMMA.search(text) and text.strip() != ",":
                break
            if own[later] is not None:
                return own[later], "shared"
        return None, "none"

    def _in_closed_bracket(self, period: PeriodMention, quantity: QuantityMention) -> bool:
        text = self.between(period.end, quantity.start)
        return ")" in text and "(" not in text.split(")")[0]

    def _gloss_of_base(self, quantity: QuantityMention) -> PeriodMention | None:
        """"par rapport à 2022 (114 millions)": the number in the bracket is the base's."""
        for base in self.bases:
            if base.end <= quantity.start and base.edtf and self.between(base.end, quantity.start).strip() == "(":
                return base
        return None

    def _base(self, place: int, period: PeriodMention | None, own: list[PeriodMention | None]) -> PeriodMention | None:
        quantity = self.quantities[place]
        limit = self.quantities[place + 1].start if place + 1 < len(self.quantities) else self.offset + len(self.low)
        for base in self.bases:
            if quantity.end <= base.start < limit and base is not period:
                return base
        if place + 1 < len(self.quantities) and own[place + 1] is not None and own[place + 1] is not period:
            text = self.between(quantity.end, self.quantities[place + 1].start)
            if re.search(r"(?<!\w)(?:contre|après)(?!\w)", text):
                return own[place + 1]
        if place == 0 and self.bases and self.bases[0].end <= quantity.start:
            return self.bases[0]
        return None
