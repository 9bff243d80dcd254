"""The examples beside the finders: their format, and what it means for a phrase to be read as they say.

A ``*.examples.toml`` holds tables of three kinds. ``[[example]]``: each phrase yields the fact. ``[[never]]``: no
phrase yields any fact. ``[[not_yet]]``: an example that is known not to hold yet.

    [[example]]
    rule = "period:month_of_year"        # must be among the fact's rules
    published = "2019-05-16"
    phrases = ["Le port a traité ⟦3 millions de tonnes⟧ en mars 2018."]
    fact = { kind = "measure", value = "3000000", unit = "t", period = "2018-03-01/2018-03-31", change = "none" }

The marks ⟦⟧ stand round the quote and are taken out before reading: one fact has exactly this quote at this place.
Without them the phrase holds exactly one fact. Only the slots that are named are compared; "none" is null.
"""

import re
import tomllib
import unicodedata
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from pressfacts import Extraction, Fact, Period, extract
from pressfacts.text import fold

_MARKED = re.compile(r"([^⟦⟧]*)⟦([^⟦⟧]+)⟧([^⟦⟧]*)")
_KEYS = {
    "example": {"rule", "published", "phrases", "fact", "note"},
    "never": {"reason", "published", "phrases", "note"},
    "not_yet": {"rule", "published", "phrases", "fact", "note"},
}
_SLOTS = {
    "kind", "value", "value_max", "unit", "comparator", "approximate", "per", "status", "change", "period",
    "compared_to", "indicator", "code", "subject", "sources",
}  # fmt: skip
_DAYS = re.compile(r"(?:\d{4}-\d\d-\d\d|\.\.)/(?:\d{4}-\d\d-\d\d|\.\.)")


@dataclass(frozen=True)
class Example:
    """One phrase and what is to be read out of it."""

    path: Path
    table: str
    phrase: str
    quote: tuple[int, int] | None = None
    rule: str | None = None
    reason: str | None = None
    published: str | None = None
    fact: dict[str, Any] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """A name for the test: the file, the rule and the first words."""
        plain = unicodedata.normalize("NFKD", fold(self.phrase)).encode("ascii", "ignore").decode()
        words = re.sub(r"[^a-zA-Z0-9%,.]+", "_", plain).strip("_")
        return "-".join(filter(None, (self.path.name.split(".")[0], self.table, self.rule or self.reason, words[:60])))

    def facts(self) -> list[Fact]:
        """Read the phrase and give the facts that the example is about: one, when all is well."""
        return self._meant(extract(self.phrase, published=self.published))

    def _meant(self, found: Extraction) -> list[Fact]:
        return [fact for fact in found.facts if self.quote in (None, (fact.start, fact.end))]

    def faults(self) -> list[str]:
        """Read the phrase and tell what is not as it should be; an empty list when all is."""
        found = extract(self.phrase, published=self.published)
        if self.table != "never":
            return self._faults(found)
        faults = [f"a fact: {shown(fact)}" for fact in found.facts]
        if self.reason is not None and self.reason not in {rejection.reason for rejection in found.rejections}:
            faults.append(f"no rejection with the reason {self.reason}: {[r.reason for r in found.rejections]}")
        return faults

    def _faults(self, found: Extraction) -> list[str]:
        facts = self._meant(found)
        if len(facts) != 1:
            wanted = "" if self.quote is None else f" with the quote {self.phrase[slice(*self.quote)]!r}"
            return [f"{len(facts)} facts{wanted}, not one: {[shown(fact) for fact in found.facts]}"]
        [fact] = facts
        faults = [
            f"{slot}: {read!r}, not {said!r}" for slot, said in self.fact.items() if (read := differs(fact, slot, said))
        ]
        if self.rule is not None and self.rule not in fact.rules:
            faults.append(f"not by the rule {self.rule}: {fact.rules}")
        return faults


def read(path: Path) -> list[Example]:
    """Read a file of examples. Raises ValueError for anything that the format does not know."""
    tables = tomllib.loads(path.read_text("utf-8"))
    if strange := tables.keys() - _KEYS.keys():
        raise ValueError(f"{path.name}: no tables of these names: {sorted(strange)}")
    return [one for table in tables for entry in tables[table] for one in _of_entry(path, table, entry)]


def _of_entry(path: Path, table: str, entry: dict[str, Any]) -> list[Example]:
    strange = (entry.keys() - _KEYS[table]) | (entry.get("fact", {}).keys() - _SLOTS)
    if strange or not entry.get("phrases") or (table == "not_yet" and not entry.get("fact")):
        raise ValueError(f"{path.name}: unknown keys {sorted(strange)}, or no phrases or fact, in {entry}")
    kept = {key: entry[key] for key in ("rule", "reason", "published", "fact") if key in entry}
    return [Example(path, table, *_unmarked(phrase), **kept) for phrase in entry["phrases"]]


def _unmarked(phrase: str) -> tuple[str, tuple[int, int] | None]:
    marked = _MARKED.fullmatch(phrase)
    if marked is None:
        if "⟦" in phrase or "⟧" in phrase:
            raise ValueError(f"one pair of marks at most: {phrase!r}")
        return phrase, None
    before, quote, after = marked.groups()
    return before + quote + after, (len(before), len(before) + len(quote))


def differs(fact: Fact, slot: str, said: Any) -> Any:
    """Give what the fact has in the slot, in words, unless it is what the example says; then give nothing."""
    read = slot_of(fact, slot)
    if slot in ("period", "compared_to"):
        return None if _same_period(read, said) else read or "none"
    if slot == "sources":
        right = len(read) == len(said) and all(name in names for name, names in zip(said, read, strict=True))
        return None if right else [names[0] for names in read] or "no source"
    if slot in ("value", "value_max"):
        return None if read is not None and read == Decimal(str(said)) else str(read)
    if slot == "approximate":
        return None if read is said else f"comparator {fact.quantity.comparator}"
    expected = None if said == "none" else said
    if slot in ("indicator", "subject") and read is not None and expected is not None:
        read, expected = _plain(read), _plain(expected)
    return None if read == expected else read or "none"


def slot_of(fact: Fact, slot: str) -> Any:
    """Give the value of a slot as the examples name it."""
    quantity = fact.quantity
    if slot == "value":
        return quantity.value if quantity.value is not None else quantity.low
    if slot == "value_max":
        return quantity.high
    if slot == "approximate":
        return quantity.comparator == "about"
    if slot in ("unit", "comparator", "per"):
        return getattr(quantity, slot)
    if slot == "code":
        return fact.indicator and fact.indicator.code
    if slot in ("indicator", "subject"):
        span = getattr(fact, slot)
        return span and span.text
    if slot == "sources":
        # a newspaper that the whole article reviews stands in no sentence
        return [(source.name, source.acronym) for source in fact.sources if source.resolved != "article"]
    return getattr(fact, slot)


def _same_period(read: Period | None, said: str) -> bool:
    """Compare with the first and the last day ("2018-03-01/..") or else with the EDTF ("2018-03")."""
    if read is None or read.edtf is None:
        return said == "none"
    if _DAYS.fullmatch(said):
        days = (day.isoformat() if day else ".." for day in (read.first_day, read.last_day))
        return said in ("/".join(days), read.edtf)
    return said == read.edtf


def _plain(text: str) -> str:
    return " ".join(fold(text).lower().split())


def shown(fact: Fact) -> str:
    """Give a fact in a few words, for a message."""
    quantity = fact.quantity
    amount = quantity.value if quantity.value is not None else f"{quantity.low} to {quantity.high}"
    return f"{fact.quote!r} = {fact.kind} {quantity.comparator} {amount} {quantity.unit}"
