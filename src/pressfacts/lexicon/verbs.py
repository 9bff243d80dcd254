"""Inflected verb forms of the press, and what each verb says about a figure.

Nothing is lemmatised while reading: a form either stands in the generated table or is no verb. Whether "note" is the
noun is for the caller to decide, by its neighbours; ``homographs`` names the forms for which that must be asked.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar, overload

Tense = Literal[
    "infinitive", "present", "imperfect", "past_historic", "future", "conditional", "subjunctive",
    "present_participle", "past_participle",
]  # fmt: skip

TENSES: Mapping[str, Tense] = {  # as the table writes them
    "inf": "infinitive",
    "prs": "present",
    "ipf": "imperfect",
    "pst": "past_historic",
    "fut": "future",
    "cnd": "conditional",
    "sbj": "subjunctive",
    "pap": "present_participle",
    "pp": "past_participle",
}

ROLES = frozenset(
    {
        "report", "report_clause", "publish", "wish", "demand", "aim", "promise", "plan", "forecast", "estimate",
        "increase", "decrease", "stable", "move", "multiply", "divide", "level", "share", "value", "hold", "measure",
        "create", "destroy", "hire", "fire", "spend", "receive", "trade", "produce", "affect", "explain",
        "effect", "undergo", "narrate",
        "comparator_about", "comparator_more_than", "comparator_at_most", "crossing",
        "auxiliary", "modal", "aspect", "causative",
    }
)  # fmt: skip

FOLDER = Path(__file__).parent
D = TypeVar("D")


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One reading of a form.

    ``person`` is "1s", "3s", "1p" or "3p"; for past participles "ms", "fs", "mp" or "fp"; otherwise "".
    """

    lemma: str
    tense: Tense
    person: str


class VerbForms(Mapping[str, tuple[VerbForm, ...]]):
    """Lower-case form with its accents → its readings. Readings are made when first asked for, to load fast."""

    def __init__(self, rows: Mapping[str, str]) -> None:
        self._rows = rows
        self._read: dict[str, tuple[VerbForm, ...]] = {}

    def __getitem__(self, form: str) -> tuple[VerbForm, ...]:
        read = self._read.get(form)
        if read is None:
            read = self._read[form] = tuple(_readings(form, self._rows[form]))
        return read

    @overload
    def get(self, key: str) -> tuple[VerbForm, ...] | None: ...
    @overload
    def get(self, key: str, default: D) -> tuple[VerbForm, ...] | D: ...
    def get(self, key: str, default: object = None) -> object:
        """Give the readings of a form, or the default: the way that costs least for words that are no verb."""
        return self[key] if key in self._rows else default

    def __contains__(self, form: object) -> bool:
        return form in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


def _readings(form: str, row: str) -> Iterator[VerbForm]:
    lemmas, codes, forms = row.split("\t")
    readings = codes.split(" ")[forms.split(" ").index(form)]
    for lemma, reading in zip(lemmas.split("|"), readings.split("|"), strict=True):
        for code in reading.split(","):
            tense, _, person = code.partition(".")
            yield VerbForm(lemma, TENSES[tense], person)


def read_forms(table: str) -> VerbForms:
    """Read the forms of a table as ``conjugation.forms_table`` writes it."""
    rows: dict[str, str] = {}
    for row in table.splitlines():
        for form in row[row.rindex("\t") + 1 :].split(" "):
            rows[form] = row
    return VerbForms(rows)


@functools.cache
def load_verb_forms() -> VerbForms:
    """Load the packaged table: lower-case form with accents → its readings.

    >>> load_verb_forms()["relèverait"]
    (VerbForm(lemma='relever', tense='conditional', person='3s'),)
    """
    return read_forms((FOLDER / "verb_forms.tsv").read_bytes().decode())


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb: its roles, those it has behind "se", and its forms that are also other words."""

    lemma: str
    roles: frozenset[str]
    reflexive: frozenset[str]
    homographs: frozenset[str]


def _verb(row: str) -> Verb:
    lemma, *cells = row.split("\t")
    return Verb(lemma, *(frozenset(cell.split()) for cell in cells))


@functools.cache
def _rows() -> Mapping[str, str]:
    table = (FOLDER / "verb_roles.tsv").read_bytes().decode()
    return {row[: row.index("\t")]: row for row in table.splitlines()}


@functools.cache
def verb(lemma: str) -> Verb | None:
    """Give a verb of the lexicon, None when the lexicon does not have it."""
    row = _rows().get(lemma)
    return None if row is None else _verb(row)


def load_verbs() -> dict[str, Verb]:
    """Load all packaged verbs, by lemma."""
    return {lemma: _verb(row) for lemma, row in _rows().items()}


def roles(lemma: str, *, reflexive: bool | None = None) -> frozenset[str]:
    """Tell what a verb says about a figure; nothing for a verb that the lexicon does not have.

    ``reflexive=True`` gives the roles behind "se" (s'établir: level), False those without it (établir), None both.
    """
    found = verb(lemma)
    if found is None:
        return frozenset()
    if reflexive is None:
        return found.roles | found.reflexive
    return found.reflexive if reflexive else found.roles


@functools.cache
def lemmas(role: str) -> frozenset[str]:
    """List the verbs with a role, with or without "se"."""
    return frozenset(lemma for lemma, row in _rows().items() if role in row and role in roles(lemma))


@functools.cache
def homographs() -> frozenset[str]:
    """List the forms that are also another word: note, estime, marché, entre."""
    return frozenset(form for row in _rows().values() for form in row[row.rindex("\t") + 1 :].split())
