"""What is read out of each article of the corpus, one readable block a fact: pytest --force-regen writes it anew."""

from pathlib import Path
from typing import Any

import pytest

from pressfacts import Article, Extraction, Extractor, Fact, read_articles
from pressfacts.model import json_number

CORPUS = Path(__file__).parent.parent / "corpus"
SNAPSHOTS = CORPUS / "snapshots"
ARTICLES = {article.id: article for article in read_articles(CORPUS / "articles")}


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES)
def test_snapshot(article: Article, extractor: Extractor, data_regression):
    data_regression.check(readable(extractor.extract(article)), fullpath=SNAPSHOTS / f"{article.id}.yml")


def test_no_snapshot_without_an_article():
    assert {path.stem for path in SNAPSHOTS.glob("*.yml")} == set(ARTICLES)


def readable(found: Extraction) -> dict[str, Any]:
    article = found.article
    return {
        "title": article.title,
        "published": article.published.isoformat() if article.published else None,
        "reviewed": list(found.reviewed),
        "facts": [block(fact) for fact in found.facts],
        "rejections": [f"{one_line(rejection.quote)}: {rejection.reason}" for rejection in found.rejections],
        "warnings": [warning.code for warning in found.warnings],
    }


def block(fact: Fact) -> dict[str, Any]:
    slots = {
        "quote": one_line(fact.quote),
        "place": f"{fact.start}:{fact.end}",
        "quantity": quantity(fact),
        "status": " ".join(filter(None, (fact.status, fact.change))),
        "indicator": fact.indicator and f"{one_line(fact.indicator.text)} ({fact.indicator.code})",
        "subject": fact.subject and one_line(fact.subject.text),
        "period": fact.period and f"{one_line(fact.period.text)} = {fact.period.edtf}",
        "compared_to": fact.compared_to and f"{one_line(fact.compared_to.text)} = {fact.compared_to.edtf}",
        "sources": [f"{source.type} {source.name} ({source.resolved})" for source in fact.sources],
    }
    return {name: value for name, value in slots.items() if value}


def quantity(fact: Fact) -> str:
    found = fact.quantity
    ends = [found.value] if found.value is not None else [found.low, found.high]
    amount = " to ".join(str(json_number(end)) for end in ends)
    return f"{fact.kind}: {found.comparator} {amount} {found.unit}" + (f" per {found.per}" if found.per else "")


def one_line(text: str) -> str:
    return " ".join(text.split())
