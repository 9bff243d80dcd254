"""A period as found, and what earlier sentences leave for later ones to point back to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(slots=True)
class PeriodMention:
    """A period in a sentence: ``start`` to ``end`` its text (code points into the article, half-open).

    ``edtf`` is None where the words name no calendar or need a publication date that is not known; ``comparison`` marks
    the base of a comparison ("par rapport à 2017", "sur un an"), ``said`` the date of an announcement ("a indiqué mardi").
    """

    start: int
    end: int
    edtf: str | None
    first_day: date | None
    last_day: date | None
    comparison: bool
    rule: str
    said: bool = False


@dataclass(slots=True)
class Antecedent:
    """The nearest earlier periods that have a calendar: what "cette date" and "un an plus tôt" count from."""

    last: PeriodMention | None = None
    coarse: PeriodMention | None = None

    @property
    def edtf(self) -> str | None:
        """The EDTF of the last, None before the first."""
        return self.last.edtf if self.last else None

    @property
    def edtf_coarse(self) -> str | None:
        """The EDTF of the last that is no single day."""
        return self.coarse.edtf if self.coarse else None

    def take(self, mention: PeriodMention) -> None:
        """A later sentence may point back to this period."""
        self.last = mention
        if mention.edtf and len(mention.edtf) != 10:
            self.coarse = mention
