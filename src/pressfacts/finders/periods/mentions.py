"""A period as found, and what earlier sentences leave for later ones to point back to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(slots=True)
class PeriodMention:
    """A period in a sentence: ``start`` to ``end`` its text (code points into the article, half-open).

    ``edtf`` is None where the words name no calendar or need a publication date that is not known; ``comparison`` marks
    the base of a comparison ("par rapport à 2017", "sur un an"), ``rule`` names what read it, ``intro`` is the word
    that introduces it ("depuis", "au cours de"), ``said`` that of an announcement ("a indiqué mardi"), ``contrasted``
    a period that holds for the lesser side of a comparison only ("contre 4,9 milliards en 2017").
    """

    start: int
    end: int
    edtf: str | None
    first_day: date | None
    last_day: date | None
    comparison: bool
    rule: str
    intro: str = ""
    said: bool = False
    contrasted: bool = False

    @property
    def holds(self) -> bool:
        """Whether "un an plus tôt" may be counted from it: no base, no announcement, no open end ("depuis 2010")."""
        return self.edtf is not None and ".." not in self.edtf and not (self.said or self.comparison or self.contrasted)

    @property
    def reaches(self) -> bool:
        """Whether "la même période" may mean it: as ``holds``, and what is open to the past ("jusqu'à fin juin")."""
        open_past = self.edtf is not None and self.edtf.startswith("../")
        return self.holds or (open_past and not (self.said or self.comparison or self.contrasted))


@dataclass(slots=True)
class Antecedent:
    """The nearest earlier periods that have a calendar, as EDTF; None before the first.

    ``last`` is what "un mois plus tôt" is counted from, ``reached`` what "la même période" means ("jusqu'à fin juin"
    among it), ``coarse`` the last that is no single day ("un an plus tôt"), ``named`` the last of all, bases of
    comparisons too ("une première depuis 1974. Cette année-là, …").
    """

    last: str | None = None
    reached: str | None = None
    coarse: str | None = None
    named: str | None = None

    def take(self, mention: PeriodMention) -> None:
        """What comes later may point back to this period."""
        if mention.edtf is None or mention.said:
            return
        self.named = mention.edtf
        if mention.reaches:
            self.reached = mention.edtf
        if not mention.holds:
            return
        self.last = mention.edtf
        if len(mention.edtf) != 10:
            self.coarse = mention.edtf
