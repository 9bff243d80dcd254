"""Each rule shows what it reads: the examples beside the finders, a test a phrase, through the real extractor."""

import functools
from pathlib import Path

import pytest

import pressfacts.finders
from examples import Example, read
from pressfacts import Extraction, Extractor, Lexicon, read_articles

FINDERS = Path(pressfacts.finders.__file__).parent
FILES = sorted(FINDERS.rglob("*.examples.toml"))
CORPUS = Path(__file__).parent.parent / "corpus"
BY_ID = {path.relative_to(FINDERS).as_posix(): path for path in FILES}


@pytest.mark.parametrize("path", FILES, ids=BY_ID)
def test_a_file_explains_itself_and_can_be_read(path: Path):
    assert path.read_text("utf-8").startswith("# ")
    assert read(path)


def examples() -> list[Example]:
    found = []
    for path in FILES:
        try:
            found += read(path)
        except ValueError:  # told by the test above; the other files are run all the same
            continue
    return found


EXAMPLES = examples()


def parameters() -> list:
    # known gaps: the day that one is closed, its phrase moves to the examples
    gap = pytest.mark.xfail(strict=True, raises=AssertionError, reason="a known gap")
    return [
        pytest.param(example, id=example.id, marks=gap if example.table == "not_yet" else ()) for example in EXAMPLES
    ]


@pytest.mark.parametrize("example", parameters())
def test_example(example: Example):
    assert example.faults() == []


@functools.cache
def of_the_corpus() -> list[Extraction]:
    return list(Extractor().pipe(read_articles(CORPUS / "articles")))


def entries() -> set[str]:
    """The rules that are entries of a lexicon, as in "units:ha": the lexicons hold their examples."""
    lexicon = Lexicon.load()
    tables = {
        "comparators": lexicon.comparators, "jobs": lexicon.jobs, "money": lexicon.money_spellings,
        "units": lexicon.units,
    }  # fmt: skip
    return {f"{name}:{entry}" for name, table in tables.items() for entry in table.by_id}


# The slots that the rules of a finder fill: an example that compares one of them shows the rule that filled it.
FILLED = {
    "change": {"change"}, "indicator": {"indicator", "code"}, "period": {"period", "compared_to"},
    "sources": {"sources"}, "status": {"status"},
}  # fmt: skip
AMOUNT = {"value", "value_max", "unit", "comparator", "per"}


def shown_by(example: Example) -> set[str]:
    """The rule that an example names, and those that filled the slots that it compares."""
    named = {example.rule} - {None}
    return named | {
        rule
        for fact in example.facts()
        for rule in fact.rules
        if FILLED.get(rule.partition(":")[0], AMOUNT) & example.fact.keys()
    }


def test_every_rule_has_an_example():
    rules = {rule for found in of_the_corpus() for fact in found.facts for rule in fact.rules}
    shown = set().union(*(shown_by(example) for example in EXAMPLES if example.table == "example"))
    assert sorted(rules - entries() - shown) == []


def test_every_reason_for_a_rejection_has_an_example():
    reasons = {rejection.reason for found in of_the_corpus() for rejection in found.rejections}
    shown = {example.reason for example in EXAMPLES if example.table == "never"}
    assert sorted(reasons - shown) == []


def test_the_rule_that_an_example_names_exists():
    """A rule that was renamed leaves no example behind: each name is made up of one that stands in the source."""
    source = "\n".join(path.read_text("utf-8") for path in (FINDERS.parent).rglob("*.py"))
    named = {example.rule for example in EXAMPLES if example.rule} - entries()
    assert sorted(rule for rule in named if rule.partition(":")[2].rpartition(".")[2] not in source) == []


TEXT = """# Ce fichier montre le format.
[[example]]
rule = "numbers:digits"
published = "2019-05-16"
phrases = ["Le port a créé ⟦plus de 300 emplois⟧ en 2018 et 20 hangars.", "Safi : ⟦plus de 300 emplois⟧ en 2018."]
fact = { kind = "jobs", value = "300", unit = "job", comparator = "more_than", approximate = false, per = "none" }

[[example]]
phrases = ["Le taux est compris entre 3,5 et 6% en mars 2018, selon le HCP."]
fact = { value = "3.5", value_max = "6", period = "2018-03-01/2018-03-31", sources = ["HCP"], compared_to = "none" }

[[never]]
reason = "reference"
phrases = ["La loi 47-18 est parue."]

[[not_yet]]
phrases = ["Le port a créé 300 emplois."]
fact = { kind = "money" }
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "made.examples.toml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_the_format(file: Path):
    first, second, third, never, gap = read(file)
    assert first.phrase[slice(*first.quote)] == second.phrase[slice(*second.quote)] == "plus de 300 emplois"
    assert first.id == "made-example-numbers:digits-Le_port_a_cree_plus_de_300_emplois_en_2018_et_20_hangars."
    assert [one.faults() for one in (first, second, third, never)] == [[], [], [], []]
    assert gap.faults() == ["kind: 'jobs', not 'money'"]


@pytest.mark.parametrize(
    ("right", "wrong", "fault"),
    [
        ('"300", unit', '"301", unit', "value: '300', not '301'"),
        ('value_max = "6"', 'value_max = "7"', "value_max: '6', not '7'"),
        ('"jobs"', '"money"', "kind: 'jobs', not 'money'"),
        ("2018-03-01/2018-03-31", "2018", "period: "),
        ('["HCP"]', '["Le Matin"]', "sources: "),
        ('per = "none"', 'per = "year"', "per: 'none', not 'year'"),
        ("false", "true", "approximate: "),
        ("⟦plus de 300", "plus de ⟦300", "0 facts with the quote '300 emplois', not one"),
        ("numbers:digits", "numbers:words", "not by the rule numbers:words"),
        ('reason = "reference"', 'reason = "score"', "no rejection with the reason score"),
        ("La loi 47-18 est parue", "Le port a 47 grues", "a fact: '47 grues'"),
    ],
)
def test_what_is_not_so_is_told(file: Path, right: str, wrong: str, fault: str):
    file.write_text(TEXT.replace(right, wrong), encoding="utf-8")
    faults = [fault for example in read(file) if example.table != "not_yet" for fault in example.faults()]
    assert faults
    assert any(told.startswith(fault) for told in faults)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("[[never]]", "[[nevver]]"),
        ("reason =", "raison ="),
        ("per =", "par ="),
        ("⟦plus", "plus"),
        ('"2019-05-16"\nphrases', '"2019-05-16"\nphrase'),
    ],
)
def test_a_mistake_in_the_file_is_refused(file: Path, right: str, wrong: str):
    file.write_text(TEXT.replace(right, wrong), encoding="utf-8")
    with pytest.raises(ValueError, match=r"made\.examples\.toml|marks"):
        read(file)
