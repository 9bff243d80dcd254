"""The published schemas are those of the models, and refuse what the models refuse."""

import copy
import json
import tomllib
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest

import pressfacts.lexicon
from extractions import harvest
from pressfacts.batch import article_record
from pressfacts.errors import SchemaError
from pressfacts.lexicon.checking import lexicon_schemas
from pressfacts.model import ArticleRecord, Extraction, Fact, Quantity
from pressfacts.schema import check_schemas, schemas, write_schemas

COMMITTED = Path(__file__).parent.parent / "schemas"
LEXICONS = {f"lexicon/{file}": schema for file, schema in lexicon_schemas().items()}
MODELS = {"extraction": Extraction, "fact": Fact, "article_record": ArticleRecord}


def records() -> dict[str, dict]:
    found = harvest()
    made = {"extraction": found, "fact": found.facts[0], "article_record": article_record(found)}
    return {name: json.loads(record.model_dump_json()) for name, record in made.items()}


def valid(name: str, record: object) -> bool:
    validator = jsonschema.Draft202012Validator(schemas()[name], format_checker=jsonschema.FormatChecker())
    return validator.is_valid(record)


def test_committed_equals_generated():
    check_schemas(COMMITTED, LEXICONS)
    names = {path.relative_to(COMMITTED).as_posix() for path in COMMITTED.rglob("*.json")}
    assert names == {f"{name}.schema.json" for name in (*schemas(), *LEXICONS)}


def test_every_packaged_lexicon_fits_its_schema():
    folder = Path(pressfacts.lexicon.__file__).parent
    for file, schema in lexicon_schemas().items():
        jsonschema.Draft202012Validator.check_schema(schema)
        lexicon = tomllib.loads((folder / f"{file}.toml").read_text("utf-8"))
        jsonschema.Draft202012Validator(schema).validate(lexicon)
        assert not jsonschema.Draft202012Validator(schema).is_valid({"entry": [lexicon["entry"][0], {"surprise": 1}]})


def test_a_changed_or_missing_file_is_named(tmp_path: Path):
    with pytest.raises(SchemaError, match="missing"):
        check_schemas(tmp_path)
    first, *_ = write_schemas(tmp_path)
    check_schemas(tmp_path)
    first.write_text("{}", encoding="utf-8")
    with pytest.raises(SchemaError, match=r"extraction\.schema\.json: .*pressfacts schema -o"):
        check_schemas(tmp_path)


@pytest.mark.parametrize("name", MODELS)
def test_the_schema_is_a_schema_and_takes_what_the_models_write(name: str):
    jsonschema.Draft202012Validator.check_schema(schemas()[name])
    record = records()[name]
    assert valid(name, record)
    assert json.loads(MODELS[name].model_validate_json(json.dumps(record)).model_dump_json()) == record


def test_every_property_is_described_and_required():
    for schema in schemas().values():
        for model in [schema, *schema["$defs"].values()]:
            assert set(model["required"]) == set(model["properties"])
            assert model["additionalProperties"] is False
            assert all("description" in entry for entry in model["properties"].values())


def broken(path: str, value: object) -> dict:
    record = copy.deepcopy(records()["extraction"])
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    place = record
    for step in way:
        place = place[step]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return record


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("schema_version", "0.9"),
        ("article", None),
        ("article.text_sha256", "abc"),
        ("article.published", 20190515),
        ("article.published", "15/05/2019"),
        ("article.published", "2019-05-15T18:41:00+0"),
        ("facts.0.kind", "argent"),
        ("facts.0.quantity.value", "45,5"),
        # the second item of a list
        ("facts.1.kind", "argent"),
        ("facts.1.start", -1),
        ("facts.1.quantity.numeral.text", ...),
        ("facts.1.surplus", 1),
        ("facts.1.period.first_day", "hier"),
        ("facts.1", None),
        ("facts.1.id", "XYZ"),
        ("facts.1.rules", "une règle"),
        ("facts.1.confidence", 1.5),
        ("rejections.0.reason", "no idea"),
        ("reviewed", ["Le Fil", 3]),
    ],
)
def test_a_broken_record_is_refused_by_schema_and_model(path: str, value: object):
    record = broken(path, value)
    assert not valid("extraction", record)
    with pytest.raises(ValueError, match="validation error"):
        Extraction.model_validate_json(json.dumps(record))


def test_numbers_are_exact():
    text = json.dumps(broken("facts.0.quantity.value", 1.36))
    fact = Extraction.model_validate_json(text).facts[0]
    assert str(fact.quantity.value) == "1.36"
    assert '"value":1.36,' in fact.model_dump_json()
    long = Extraction.model_validate_json(json.dumps(broken("facts.0.quantity.value", 10**29 + 1))).facts[0]
    assert f'"value":{10**29 + 1},' in long.model_dump_json()
    parts = fact.quantity.model_dump() | {"value": Decimal("8000000003.0002018")}
    assert str(Quantity.model_validate(parts).value) == "8000000003.00020"  # what a double holds
    assert '"value":18200000000,' in harvest().facts[1].model_dump_json()
