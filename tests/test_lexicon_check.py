import dataclasses
import re

from extractions import extraction, fact
from pressfacts.articles import article_from_text
from pressfacts.lexicon import Example, Lexicon
from pressfacts.lexicon_check import broken_examples, fits


class Reads:
    """A reader that takes every number for so many furlongs, which a newspaper reports."""

    def __init__(self, unit="furlong"):
        self.unit = unit

    def extract(self, article):
        numbers = re.findall(r"\d+", article.text)
        return extraction(article, [fact(article, number, 1, self.unit, "measure", "Le Fil") for number in numbers])


class Examples:
    """A lexicon that has nothing but examples."""

    def __init__(self, *examples):
        self._examples = examples

    def examples(self):
        return iter(self._examples)


EXAMPLE = Example(
    "units.toml", "units", "furlong", "La piste mesure 12.", {"kind": "measure", "unit": "furlong"}, False
)


def broken(example, reader):
    return list(broken_examples(Examples(example), reader))


def test_an_example_must_yield_its_entry():
    assert broken(EXAMPLE, Reads()) == []
    (problem,) = broken(EXAMPLE, Reads("km"))
    assert problem.startswith("units.toml, entry furlong: the example is not read as this entry: 'La piste mesure 12.'")
    assert "(read: '12': measure km equal Le Fil)" in problem
    (problem,) = broken(dataclasses.replace(EXAMPLE, phrase="Une piste."), Reads())
    assert "(read: no fact at all)" in problem


def test_a_counter_example_must_not():
    counter = dataclasses.replace(EXAMPLE, counter=True)
    assert broken(counter, Reads("km")) == []
    (problem,) = broken(counter, Reads())
    assert problem.startswith("units.toml, entry furlong: the counter-example is read as this entry")


def test_every_slot_that_an_entry_fills_is_compared():
    made = Reads().extract(article_from_text("La piste mesure 12.", id="x")).facts[0]
    for expected, holds in [
        ({"comparator": "equal"}, True),
        ({"comparator": "about"}, False),
        ({"source": "Le Fil"}, True),
        ({"source": "Le Matin"}, False),
        ({"indicator": "exports"}, False),
        ({"kind": "money"}, False),
    ]:
        assert fits(made, dataclasses.replace(EXAMPLE, expected=expected)) is holds


def test_packaged_examples_are_short():
    assert all(5 < len(example.phrase) < 250 for example in Lexicon.load().examples())
