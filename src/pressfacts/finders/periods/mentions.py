"""A period as found, and what earlier sentences leave for later ones to point back to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(slots=True)
class PeriodMention:
    """A period in a sentence: ``start`` to ``end`` its text (code points into the article, half-open).

    ``edtf`` is None where the words name no calendar or need a publication date that is not known; ``comparison`` marks
    the base of a comparison ("par rapport à 2017", "sur un an").
    """

    start: int
    end: int
    edtf: str | None
    first_day: date | None
    last_day: date | None
    comparison: bool
    rule: str


@dataclass(slots=True)
class Antecedent:
    """The nearest earlier period that has a calendar: what "cette date" or "un an plus tôt" counts from."""

    last: PeriodMention | None = None

    @property
    def edtf(self) -> str | None:
        """Its EDTF, None before the first."""
        return self.last.edtf if self.last else None
