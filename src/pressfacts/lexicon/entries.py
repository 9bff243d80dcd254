"""The entries of the lexicon files: one class a file, whose fields are the file's keys.

``forms`` are words, matched by ``words.key`` and put into the plural where the class says so; ``symbols`` are matched
letter by letter (M€ is no m€). ``examples``, ``counter_examples`` and ``note`` stay in the files: they are for the
check and for people.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar, Literal, TypeVar

from pydantic import Field

Text = Annotated[str, Field(min_length=1)]
Texts = tuple[Text, ...]
Comparison = Literal["equal", "about", "more_than", "at_least", "less_than", "at_most"]
Kind = Literal["jobs", "money", "percent", "count", "measure", "duration", "ratio", "multiple"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Entry:
    """What all entries share."""

    inflected: ClassVar[bool] = False
    needs_example: ClassVar[bool] = True
    id_key: ClassVar[str] = "id"

    id: Annotated[Text, Field(description="A short name that no other entry of the file has.")]
    forms: Annotated[Texts, Field(description="Words: any case, with or without accents.")] = ()
    symbols: Annotated[Texts, Field(description="Abbreviations and signs, to the letter.")] = ()

    @property
    def words(self) -> Texts:
        """All words that mention the entry, before inflection."""
        return self.forms

    @property
    def signs(self) -> Texts:
        """All that mentions the entry to the letter."""
        return self.symbols

    def expected(self) -> dict[str, str]:
        """Give the slots of a fact that this entry fills in its examples, slot name to value."""
        return {}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Currency(Entry):
    """A currency; ``id`` is its ISO 4217 code."""

    label: Annotated[Text, Field(description="Its French name.")]

    def expected(self) -> dict[str, str]:
        """Give kind and unit."""
        return {"kind": "money", "unit": self.id}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MoneySpelling(Entry):
    """A press spelling of money: MDH is 1,000,000 MAD; bare "dinars" wait for the article's country.

    With ``by_country``, the article's country settles the currency (``Country.bare_money``); where it says nothing,
    ``currency`` holds, if there is one.
    """

    inflected: ClassVar[bool] = True

    currency: Annotated[str, Field(pattern="^[A-Z]{3}$", description="The ISO 4217 code.")] | None = None
    by_country: Annotated[Text, Field(description="The bare word (dinar, franc) that the country settles.")] | None = (
        None
    )
    factor: Annotated[Text, Field(pattern=r"^\d+(\.\d+)?$", description="What one is worth, as decimal text.")] = "1"

    def expected(self) -> dict[str, str]:
        """Give kind and, where it is known, unit."""
        return {"kind": "money"} | ({"unit": self.currency} if self.currency else {})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Unit(Entry):
    """A unit of measure, of time or of percentage."""

    inflected: ClassVar[bool] = True

    label: Annotated[Text, Field(description="Its French name.")]
    kind: Annotated[Literal["measure", "duration", "percent", "count"], Field(description="The kind of the fact.")]
    unit: Annotated[Text, Field(description="What the fact has as unit.")]
    factor: Annotated[Text, Field(pattern=r"^\d+(\.\d+)?$", description="How many of ``unit`` one is.")] = "1"
    per: Annotated[Text, Field(description="The denominator that it brings: km/h is km per hour.")] | None = None

    def expected(self) -> dict[str, str]:
        """Give kind and unit."""
        return {"kind": self.kind, "unit": self.unit}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Job(Entry):
    """A noun that counts work: emploi, embauche, salarié."""

    inflected: ClassVar[bool] = True

    label: Annotated[Text, Field(description="Its French name.")]
    sense: Annotated[
        Literal["position", "hiring", "loss", "people"],
        Field(description="Work itself, work that comes, work that goes, those who work."),
    ]

    def expected(self) -> dict[str, str]:
        """Give kind and unit."""
        return {"kind": "jobs", "unit": "job"}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Country(Entry):
    """A country: ``forms`` are its names, ``id`` its two capitals (ISO 3166)."""

    needs_example: ClassVar[bool] = False

    label: Annotated[Text, Field(description="Its French name.")]
    demonyms: Annotated[Texts, Field(description="What comes from there, in all four agreements.")] = ()
    cities: Annotated[Texts, Field(description="Places that betray it.")] = ()
    currency: Annotated[str, Field(pattern="^[A-Z]{3}$", description="Its currency.")] | None = None
    bare_money: Annotated[
        Mapping[Text, Annotated[str, Field(pattern="^[A-Z]{3}$")]],
        Field(description="What bare words mean there: dinar is TND, franc is FRF."),
    ] = field(default_factory=dict)

    @property
    def words(self) -> Texts:
        """Names, demonyms and cities."""
        return self.forms + self.demonyms + self.cities


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Comparator(Entry):
    """A phrase that bounds the number: plus de, environ, la barre des."""

    comparator: Annotated[Comparison, Field(description="How it bounds the number.")]
    position: Annotated[tuple[Literal["before", "behind"], ...], Field(description="Where it may stand.")] = ("before",)
    quoted: Annotated[bool, Field(description="Whether it is part of the fact's quote.")] = True

    def expected(self) -> dict[str, str]:
        """Give the comparator."""
        return {"comparator": self.comparator}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Named(Entry):
    """What has a proper name and may have an acronym, which is read with its capitals."""

    label: Annotated[Text, Field(description="The canonical name, as the facts will have it.")]
    acronym: Text | None = None
    country: Annotated[str, Field(pattern="^[A-Z]{2}$", description="Two capitals (ISO 3166).")] | None = None
    ambiguous: Annotated[bool, Field(description="Also ordinary words: read only in context.")] = False

    @property
    def words(self) -> Texts:
        """The name and its variants."""
        return (self.label, *self.forms)

    @property
    def signs(self) -> Texts:
        """The acronym and the symbols."""
        return self.symbols if self.acronym is None else (self.acronym, *self.symbols)

    def expected(self) -> dict[str, str]:
        """Give the source."""
        return {"source": self.label}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Press(Named):
    """A newspaper, a site, an agency, a broadcaster."""

    kind: Literal["daily", "weekly", "monthly", "site", "agency", "broadcast"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Organisation(Named):
    """A body that speaks or is spoken of."""

    needs_example: ClassVar[bool] = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Role(Entry):
    """What a speaker is: ministre, directrice générale, riverain."""

    inflected: ClassVar[bool] = True
    needs_example: ClassVar[bool] = False

    group: Annotated[bool, Field(description="Its plural alone may be a source: les organisateurs.")] = False
    title: Annotated[bool, Field(description="Stands directly before a name: M., Me, le général.")] = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Document(Entry):
    """What is quoted: rapport, communiqué, chiffres."""

    inflected: ClassVar[bool] = True
    needs_example: ClassVar[bool] = False

    own_source: Annotated[bool, Field(description="Is itself the source; otherwise its author is.")]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Indicator(Entry):
    """What statistics measure; the file calls the id its ``code``. The label is for tables, not for the text."""

    inflected: ClassVar[bool] = True
    id_key: ClassVar[str] = "code"

    label: Annotated[Text, Field(description="Its French name.")]
    kinds: Annotated[tuple[Kind, ...], Field(description="The kinds of fact that it may have.")]
    units: Annotated[Texts, Field(description="The units that it may have; any when none is named.")] = ()
    standard: Annotated[Text, Field(description="A code of a public nomenclature.")] | None = None

    def expected(self) -> dict[str, str]:
        """Give the indicator's code."""
        return {"indicator": self.id}


FILES: dict[str, type[Entry]] = {
    "comparators": Comparator,
    "countries": Country,
    "currencies": Currency,
    "documents": Document,
    "indicators": Indicator,
    "jobs": Job,
    "money_spellings": MoneySpelling,
    "organisations": Organisation,
    "press": Press,
    "roles": Role,
    "units": Unit,
}

E = TypeVar("E", bound=Entry)


def make(entry: type[E], values: Mapping[str, Any]) -> E:
    """Make an entry of values that were checked; lists become tuples."""
    fields: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in values.items()
    }
    return entry(**fields)
