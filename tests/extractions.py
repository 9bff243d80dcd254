"""Extractions made by hand, for tests of what is done with them."""

import hashlib
import re

from pressfacts.articles import article_from_text
from pressfacts.model import Article, Extraction

ZERO = "0" * 16


def fact(article: Article, quote: str, value: float, unit: str, kind: str, press: str | None = None) -> dict:
    start = article.text.index(quote)
    end = start + len(quote)
    found = re.search(r"[\d.,]+", quote)
    numeral = {"text": found.group(), "start": start + found.start(), "end": start + found.end()}
    source = {
        "type": "press", "name": press, "acronym": None, "role": None, "organisation": None, "text": None,
        "start": None, "end": None, "cue": None, "edition": None, "resolved": "article",
    }  # fmt: skip
    return {
        "id": hashlib.sha256(f"{article.id} {quote}".encode()).hexdigest()[:16],
        "article_id": article.id, "kind": kind, "quote": quote, "start": start, "end": end,
        "quantity": {
            "value": value, "low": None, "high": None, "comparator": "equal", "unit": unit, "per": None,
            "numeral": numeral, "unit_mention": None,
        },
        "change": None, "status": "actual", "indicator": None, "subject": None,
        "period": {"text": quote, "start": start, "end": end, "edtf": "2018", "first_day": "2018-01-01",
                   "last_day": "2018-12-31"},
        "compared_to": None, "sources": [source] if press else [], "sentence": {"start": 0, "end": len(article.text)},
        "rules": ["made_by_hand"], "confidence": None,
    }  # fmt: skip


def extraction(article: Article, facts: list[dict] | None = None) -> Extraction:
    return Extraction.model_validate(
        {
            "schema_version": "1.0",
            "rules_version": "by-hand",
            "article": article,
            "reviewed": [],
            "facts": facts or [],
            "rejections": [{"quote": article.text[:1], "start": 0, "end": 1, "reason": "name", "rule": "made_by_hand"}],
            "warnings": [],
        }
    )


def harvest() -> Extraction:
    """Two facts in one article."""
    text = "Récolte 2018 😀\n\nLa coopérative a vendu 45,5 tonnes pour +18,2 Mds DH\n\nde figues, selon Le Fil."
    article = article_from_text(text, id="2018/récolte", published="2018-05-15", outlet='=HYPERLINK("x")')
    return extraction(
        article,
        [
            fact(article, "45,5 tonnes", 45.5, "t", "measure", "Le Fil"),
            fact(article, "+18,2 Mds DH\n\nde", 18200000000, "MAD", "money"),
        ],
    )


class ByHand:
    """A reader that finds nothing, and breaks on articles that tell it to."""

    def extract(self, article: Article) -> Extraction:
        if "BOOM" in article.text:
            raise ZeroDivisionError("the rule divides by zero")
        return extraction(article)
