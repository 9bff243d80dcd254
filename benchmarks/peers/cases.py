"""Specification files of other tools become cases: a text, a place in it, and what is to be read there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

# Sentences for what stands alone in a specification: a fact is a number of something in a sentence.
ALONE = {
    "number": "Le groupe a vendu {} lits.",
    "scaled": "Le groupe a vendu {} de lits.",
    "fraction": "Le phénomène touche {} des villages.",
    "range": "Le taux est compris {}.",
    "percentage": "Le taux atteint {}.",
    "money": "Le billet coûte {}.",
    "dimension": "Le total atteint {}.",
    "duration": "La loi fixe un délai de {}.",
}
_SCALED = re.compile(r"(?:millions?|milliards?|billions?|trillions?)$", re.IGNORECASE)
_FRACTION = re.compile(r"(?:tiers|quarts?|i[eè]mes?|demie?)$|\bsur\b|/", re.IGNORECASE)


@dataclass(frozen=True)
class Case:
    """One expectation. ``low`` and ``high`` are the ends of an interval, ``value`` a single number; no number at all
    means that nothing is to be read. ``unit`` is the unit as the other tool names it.
    """

    suite: str
    kind: str
    text: str
    start: int
    end: int
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None

    @property
    def nothing(self) -> bool:
        """Whether nothing is to be read."""
        return self.value is None and self.low is None and self.high is None


def read(path: Path) -> list[Case]:
    """Read a specification file, by its suffix: ``.json`` of Recognizers-Text, ``.hs`` of Duckling."""
    text = path.read_text("utf-8-sig")
    if path.suffix == ".hs":
        return list(_duckling(text, f"Duckling {path.parts[-3]}" if len(path.parts) > 2 else path.stem))
    return list(_recognizers(json.loads(text), f"Recognizers {path.stem}"))


def in_sentence(suite: str, kind: str, phrase: str, **expected: Any) -> Case:
    """Put a phrase that stands alone into a sentence."""
    shape = kind
    if kind == "number":
        shape = "fraction" if _FRACTION.search(phrase) else "scaled" if _SCALED.search(phrase) else kind
    before, _, after = ALONE[shape].partition("{}")
    return Case(suite, kind, before + phrase + after, len(before), len(before) + len(phrase), **expected)


KINDS = {
    "number": "number", "numberrange": "range", "percentage": "percentage", "currency": "money",
    "dimension": "dimension",
}  # fmt: skip
_INTERVAL = re.compile(r"[\[(](?P<low>-?[\d.]*),(?P<high>-?[\d.]*)[\])]")


def _recognizers(entries: Iterable[dict[str, Any]], suite: str) -> Iterator[Case]:
    for entry in entries:
        text = entry["Input"]
        if not entry["Results"]:
            yield Case(suite, "nothing", text, 0, len(text))
        for result in entry["Results"]:
            kind = KINDS.get(result["TypeName"])
            expected = _resolved(kind, result["Resolution"])
            if kind is None or expected is None:
                continue  # a temperature, or a value that is not known
            phrase = result["Text"]
            if len(entry["Results"]) == 1 and phrase.lower() == text.strip().lower():
                yield in_sentence(suite, kind, text.strip(), **expected)
            else:
                start = _place(text, phrase, result.get("Start"))
                yield Case(suite, kind, text, start, start + len(phrase), **expected)


def _place(text: str, phrase: str, start: int | None) -> int:
    if start is not None and text[start : start + len(phrase)].lower() == phrase.lower():
        return start
    return max(text.lower().find(phrase.lower()), 0)


def _resolved(kind: str | None, resolution: dict[str, str]) -> dict[str, Any] | None:
    value = resolution.get("value")
    if not value or value == "null":
        return None
    if kind == "range":
        ends = _INTERVAL.fullmatch(value)
        if ends is None:
            return None
        low, high = (Decimal(end) if end else None for end in (ends["low"], ends["high"]))
        return {"value": low} if low == high else {"low": low, "high": high}
    try:
        number = Decimal(value.removesuffix("%").replace(",", "."))
    except InvalidOperation:
        return None
    return {"value": number, "unit": resolution.get("unit")}


_EXAMPLES = re.compile(
    r"examples\s+\((?P<what>(?:[^()]|\([^()]*\))*)\)\s*\[(?P<phrases>(?:[^\"\]]|\"(?:[^\"\\]|\\.)*\")*)\]"
)
_NEGATIVE = re.compile(r"examples\s*=\s*\[(?P<phrases>(?:[^\"\]]|\"(?:[^\"\\]|\\.)*\")*)\]")
_STRING = re.compile(r"\"((?:[^\"\\]|\\.)*)\"")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_ESCAPE = re.compile(r"\\(\d+|&|.)")


def _duckling(source: str, suite: str) -> Iterator[Case]:
    for found in _EXAMPLES.finditer(source):
        kind, expected = _meant(found["what"])
        for phrase in _strings(found["phrases"]):
            yield in_sentence(suite, kind, phrase, **expected)
    for found in _NEGATIVE.finditer(source):
        for phrase in _strings(found["phrases"]):
            yield Case(suite, "nothing", phrase, 0, len(phrase))


def _meant(what: str) -> tuple[str, dict[str, Any]]:
    """Read Haskell: "NumeralValue (-1200)", "simple EUR 20", "between EUR (10, 20)", "DurationData 2 Year"."""
    name, *words = what.split()
    numbers = [Decimal(number) for number in _NUMBER.findall(what)]
    if name == "NumeralValue":
        return "number", {"value": numbers[0]}
    if name == "DurationData":
        return "duration", {"value": numbers[0], "unit": words[-1]}
    unit = words[0]
    if name == "between":
        return "money", {"low": numbers[0], "high": numbers[1], "unit": unit}
    if name == "above":
        return "money", {"low": numbers[0], "unit": unit}
    if name == "under":
        return "money", {"high": numbers[0], "unit": unit}
    return "money", {"value": numbers[0], "unit": unit}


def _strings(source: str) -> list[str]:
    def escaped(match: re.Match[str]) -> str:
        said = match[1]
        return chr(int(said)) if said.isdigit() else "" if said == "&" else {"n": "\n", "t": "\t"}.get(said, said)

    return [_ESCAPE.sub(escaped, phrase) for phrase in _STRING.findall(source)]
