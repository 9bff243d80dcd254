"""The corpus is sound, and what is read out of it does not fall below its floors."""

import json
from pathlib import Path

import jsonschema
import pytest

from pressfacts import Extractor, read_articles
from pressfacts.evaluation import check, evaluate, read_floors, read_gold
from pressfacts.schema import schemas

CORPUS = Path(__file__).parent.parent / "corpus"
GOLD = read_gold(CORPUS)  # raises for an offset that does not give its quote, or a value outside the vocabulary
ARTICLES = {article.id: article for article in read_articles(CORPUS / "articles")}


def test_every_article_has_its_gold():
    assert {article.id for article in GOLD.articles} == set(ARTICLES)
    assert len(ARTICLES) >= 24


@pytest.mark.parametrize("gold", GOLD.articles, ids=lambda gold: gold.id)
def test_an_article_is_of_the_size_of_an_article(gold):
    assert 900 <= len(gold.text) <= 2500
    assert gold.text == ARTICLES[gold.id].text


@pytest.mark.parametrize("gold", GOLD.articles, ids=lambda gold: gold.id)
def test_phrases_of_the_gold_stand_in_the_text(gold):
    for fact in json.loads((CORPUS / "gold" / f"{gold.id}.json").read_text("utf-8"))["facts"]:
        assert gold.text[fact["start"] : fact["end"]] == fact["quote"]
        for slot in ("indicator", "subject", "period"):
            assert fact.get(slot) is None or fact[slot]["text"] in gold.text


def test_every_record_is_valid_and_true_to_its_text():
    validator = jsonschema.Draft202012Validator(schemas()["extraction"])
    extractor = Extractor()
    ids = []
    for found in map(extractor.extract, ARTICLES.values()):
        record = json.loads(found.model_dump_json())
        validator.validate(record)
        assert record == found.model_dump(mode="json")
        for span in spans(record):
            assert found.article.text[span["start"] : span["end"]] == span.get("text", span.get("quote"))
        ids += [fact.id for fact in found.facts]
    assert len(ids) == len(set(ids)) > 0


def spans(value):
    """All objects inside a record that have a text and say where it stands."""
    if isinstance(value, dict):
        if value.get("start") is not None and ("text" in value or "quote" in value):
            yield value
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


def test_the_floors_hold():
    floors = read_floors(CORPUS / "floors.json")
    assert floors, "write them: pressfacts evaluate corpus --floors corpus/floors.json --update"
    assert [str(breach) for breach in check(evaluate([CORPUS], Extractor()), floors)] == []
