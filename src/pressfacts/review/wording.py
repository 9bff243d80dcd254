"""A fact in words and signs that a person reads at a glance: "> 51 000 job", "≈ 1.2 million"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from pressfacts.model import Article, Fact, Period, Quantity, Source
from pressfacts.review.decisions import Attached

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
PAST = {"accept": "accepted", "reject": "rejected", "correct": "corrected", "flag": "flagged", "skip": "skipped"}
_CHANGES = {"increase": "▲\u00a0increase", "decrease": "▼\u00a0decrease", "unchanged": "▬\u00a0unchanged"}
_THIN = "\u202f"


def plain(number: Decimal) -> str:
    """Write all digits that count, in groups of three: 1500000000.0 is "1 500 000 000" (narrow no-break spaces)."""
    digits = f"{number:,f}".replace(",", _THIN)
    return digits.rstrip("0").removesuffix(".") if "." in digits else digits


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
    """Give the words and, where they do not say it themselves, the EDTF: "depuis cette date (2016/..)", "en 2018"."""
    if when is None:
        return ""
    words = " ".join(when.text.split())
    return words if when.edtf is None or when.edtf in words else f"{words} ({when.edtf})"


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


def rows(fact: Fact) -> Iterator[tuple[str, str]]:
    """Give label and value of everything that the fact says; empty slots are left out."""
    answers = (
        ("quote", " ".join(fact.quote.split())),
        ("quantity", amount(fact.quantity)),
        ("kind", fact.kind),
        ("change", change(fact)),
        ("status", fact.status),
        ("indicator", indicator(fact)),
        ("subject", fact.subject.text if fact.subject else ""),
        ("period", period(fact.period)),
        ("compared to", period(fact.compared_to)),
        ("sources", sources(fact)),
        ("confidence", confidence(fact)),
        ("rules", " ".join(fact.rules)),
    )
    for label, value in answers:
        if value:
            yield label, value


def indicator(fact: Fact) -> str:
    """Give the words and, where there is one, the code: "taux de chômage · unemployment_rate"."""
    if fact.indicator is None:
        return ""
    words = " ".join(fact.indicator.text.split())
    return f"{words} · {fact.indicator.code}" if fact.indicator.code else words


def when(fact: Fact) -> str:
    """Give the period and what it is compared to: "en 2019 (2019) vs. en 2018 (2018)"."""
    if fact.compared_to is None:
        return period(fact.period)
    return f"{period(fact.period)} vs. {period(fact.compared_to)}".lstrip()


def sources(fact: Fact) -> str:
    """Give who says so, innermost first: "HCP → Le Matin"."""
    return " → ".join(source(who) for who in fact.sources)


def change(fact: Fact) -> str:
    """Give the movement with its arrow, nothing for a level."""
    return _CHANGES[fact.change] if fact.change else ""


def confidence(fact: Fact) -> str:
    """Give the confidence in percent, nothing where it is not known."""
    return "" if fact.confidence is None else f"{fact.confidence:.0%}"


def published(article: Article) -> str:
    """Give the date and, where it is known, the hour: "2024-01-10 11:30"."""
    when = article.published
    if isinstance(when, dt.datetime):
        return when.strftime("%Y-%m-%d %H:%M")
    return when.isoformat() if when is not None else ""


def decided(told: Attached | None) -> str:
    """Say what was decided: "accepted", "rejected, but the fact has changed since"."""
    if told is None:
        return ""
    word = PAST.get(told.decision.action, told.decision.action)
    return f"{word}, but the fact has changed since" if told.how == "changed" else word
