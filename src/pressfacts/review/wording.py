"""A fact in words and signs that a person reads at a glance: "> 51 000 job", "≈ 1.2 million"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pressfacts.model import Article, Fact, Period, Quantity, Source

_SIGNS = {
    "equal": "",
    "between": "",
    "about": "≈ ",
    "more_than": "> ",
    "at_least": "≥ ",
    "less_than": "< ",
    "at_most": "≤ ",
}
_UNITS = {"percent": "%", "percentage_point": "pp", "basis_point": "bp", "1": ""}
_CHANGES = {"increase": "▲ increase", "decrease": "▼ decrease", "unchanged": "▬ unchanged"}
# a movement is a matter of the fact, so the same table serves page and widget
THIN = "\u202f"


def plain(number: Decimal) -> str:
    """Write all digits, in groups of three: 1500000000 is "1 500 000 000" (with narrow no-break spaces)."""
    return f"{number:,f}".replace(",", THIN)


def amount(quantity: Quantity) -> str:
    """Say how much, with the sign of the comparator, the unit and the denominator: "≈ 3.5-6 % / year"."""
    if quantity.value is not None:
        number = plain(quantity.value)
    elif quantity.low is not None and quantity.high is not None:
        number = f"{plain(quantity.low)}–{plain(quantity.high)}"
    else:
        number = "?"
    unit = "(no unit)" if quantity.unit is None else _UNITS.get(quantity.unit, quantity.unit)
    per = f" / {quantity.per}" if quantity.per else ""
    return f"{_SIGNS[quantity.comparator]}{number} {unit}".rstrip() + per


def period(when: Period | None) -> str:
    """Give the words and, where they are calendar time, the EDTF: "depuis cette date (2016/..)"."""
    if when is None:
        return ""
    words = " ".join(when.text.split())
    return words if when.edtf is None else f"{words} ({when.edtf})" if words != when.edtf else words


def source(who: Source) -> str:
    """Give the name, the acronym, the role and the body: "Salma Berrada, directrice, Office des ponts (ODP)"."""
    parts = [_named(who.name, who.acronym)]
    if who.role and who.role != who.name:
        parts.append(who.role)
    if who.organisation is not None and who.organisation.name != who.name:
        parts.append(_named(who.organisation.name, who.organisation.acronym))
    return ", ".join(parts)


def _named(name: str, acronym: str | None) -> str:
    return f"{name} ({acronym})" if acronym and acronym != name else name


def rows(fact: Fact, article: Article | None = None) -> Iterator[tuple[str, str]]:
    """Give label and value of everything that the fact says; empty slots are left out."""
    answers = (
        ("quote", " ".join(fact.quote.split())),
        ("quantity", amount(fact.quantity)),
        ("kind", fact.kind),
        ("change", _CHANGES[fact.change] if fact.change else ""),
        ("status", fact.status),
        ("indicator", _coded(fact)),
        ("subject", fact.subject.text if fact.subject else ""),
        ("period", period(fact.period)),
        ("compared to", period(fact.compared_to)),
        ("sources", " → ".join(source(who) for who in fact.sources)),
        ("published", article.published.isoformat() if article and article.published else ""),
        ("confidence", "" if fact.confidence is None else f"{fact.confidence:.0%}"),
        ("rules", " ".join(fact.rules)),
    )
    for label, value in answers:
        if value:
            yield label, value


def _coded(fact: Fact) -> str:
    if fact.indicator is None:
        return ""
    words = " ".join(fact.indicator.text.split())
    return f"{words} · {fact.indicator.code}" if fact.indicator.code else words


def change(fact: Fact) -> str:
    """Give the movement with its arrow, nothing for a level."""
    return _CHANGES[fact.change] if fact.change else ""
