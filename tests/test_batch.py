"""Many articles: what is written, in which order, and what happens when one of them is bad."""

import csv
import json
import sys
from pathlib import Path

import pandas
import pytest

from extractions import ByHand, extraction, harvest
from pressfacts.articles import article_from_text
from pressfacts.batch import COLUMNS, Failure, Skipped, read_and_extract, to_dataframe, write_facts
from pressfacts.errors import MissingExtraError
from pressfacts.model import ArticleRecord, Extraction, Fact

FAILURE = Failure("revue/a.txt", "error", "extract", "ZeroDivisionError", "the rule divides by zero")


def lines(file: Path) -> list[dict]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def test_the_files_of_a_run(tmp_path: Path):
    found = harvest()
    summary = write_facts([found, FAILURE, Skipped("revue/b.docx"), Failure("c", "empty", "read", "E", "…")], tmp_path)
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "articles.jsonl", "errors.jsonl", "facts.csv", "facts.jsonl", "run.json",
    ]  # fmt: skip
    facts = [Fact.model_validate_json(line) for line in (tmp_path / "facts.jsonl").read_text("utf-8").splitlines()]
    assert facts == list(found.facts)
    [record] = lines(tmp_path / "articles.jsonl")
    assert ArticleRecord.model_validate_json(json.dumps(record)).facts == 2
    assert record["article"]["text"] == found.article.text
    assert [entry["type"] for entry in lines(tmp_path / "errors.jsonl")] == ["ZeroDivisionError", "E"]
    run = json.loads((tmp_path / "run.json").read_text("utf-8"))
    assert run["articles"] == {"ok": 1, "empty": 1, "skipped": 1, "error": 1}
    assert run["facts_by_kind"] == {"measure": 1, "money": 1}
    assert run["facts_by_newspaper"] == [{"newspaper": "Le Fil", "facts": 1}, {"newspaper": None, "facts": 1}]
    assert run["rules_versions"] == ["by-hand"]
    assert set(run["versions"]) == {"pressfacts", "pydantic", "spacy"}
    assert (summary.facts, summary.failed) == (2, 2)


def test_no_byte_depends_on_the_hour_or_the_place(tmp_path: Path):
    for name in ("un", "deux"):
        write_facts([harvest(), FAILURE], tmp_path / name / "facts")
    for file in (tmp_path / "un" / "facts").iterdir():
        assert file.read_bytes() == (tmp_path / "deux" / "facts" / file.name).read_bytes()
        assert str(tmp_path).encode() not in file.read_bytes()


def test_the_table_opens_in_a_spreadsheet(tmp_path: Path):
    write_facts([harvest()], tmp_path)
    data = (tmp_path / "facts.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\xef\xbb\xbf") == 1
    rows = list(csv.DictReader(data.decode("utf-8-sig").splitlines()))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == 2
    assert rows[0]["value"] == "45.5"
    assert rows[0]["newspapers"] == "Le Fil"
    assert rows[0]["published"] == "2018-05-15"
    # no formula, and no line break inside a cell
    assert rows[0]["outlet"] == '\'=HYPERLINK("x")'
    assert rows[1]["quote"] == "'+18,2 Mds DH de"
    assert rows[1]["value"] == "18200000000"


@pytest.mark.parametrize("start", ["=1", "+1", "-1", "@x", "＝1", " =1", "\t=1"])
def test_no_cell_begins_a_formula(tmp_path: Path, start: str):
    article = article_from_text("Le port a reçu 45,5 tonnes.", id=start, outlet=start, title=start)
    found = extraction(
        article, [json.loads(fact.model_dump_json()) | {"article_id": start} for fact in harvest().facts]
    )
    write_facts([found], tmp_path)
    for row in csv.DictReader((tmp_path / "facts.csv").read_text("utf-8-sig").splitlines()):
        assert row["article_id"].startswith("'")
        assert row["title"].startswith("'")


def test_an_interrupted_run_leaves_what_stood_there(tmp_path: Path):
    write_facts([harvest()], tmp_path)
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}

    def interrupted():
        yield harvest()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_facts(interrupted(), tmp_path)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


def test_results_are_read_one_at_a_time(tmp_path: Path):
    alive = 0

    class Counted(Extraction):
        def __del__(self):
            nonlocal alive
            alive -= 1

    def many():
        nonlocal alive
        for number in range(50):
            found = harvest()
            alive += 1
            assert alive <= 2
            yield Counted.model_construct(**{name: getattr(found, name) for name in type(found).model_fields})
            del found
            assert number < 50

    assert write_facts(many(), tmp_path).outcomes["ok"] == 50


def test_a_folder_with_bad_files(tmp_path: Path):
    (tmp_path / "a.txt").write_text("Le port a reçu 300 navires.", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01")
    (tmp_path / "c.txt").write_text("BOOM", encoding="utf-8")
    (tmp_path / "d.txt").write_text("", encoding="utf-8")
    (tmp_path / "e.docx").write_text("x", encoding="utf-8")
    (tmp_path / "f.jsonl").write_text(
        '{"id": "f1", "text": "Un."}\n{\n{"id": "f3", "text": "Trois."}\n', encoding="utf-8"
    )
    results = list(read_and_extract([tmp_path], ByHand()))
    assert [r.article.id for r in results if isinstance(r, Extraction)] == ["a", "f1", "f3"]
    failures = [r for r in results if isinstance(r, Failure)]
    assert [(f.where.removeprefix(str(tmp_path)), f.outcome, f.stage, f.type) for f in failures] == [
        ("/b.txt", "error", "read", "BinaryFileError"),
        ("/c.txt", "error", "extract", "ZeroDivisionError"),
        ("/d.txt", "empty", "read", "EmptyFileError"),
        ("/f.jsonl, line 2", "error", "read", "RecordError"),
    ]
    assert [r for r in results if isinstance(r, Skipped)] == [Skipped(str(tmp_path / "e.docx"))]
    # in the order of the input
    assert [type(r).__name__ for r in results] == [
        "Skipped", "Extraction", "Failure", "Failure", "Failure", "Extraction", "Failure", "Extraction",
    ]  # fmt: skip


def test_sources_of_every_sort(tmp_path: Path):
    (tmp_path / "a.txt").write_text("Un.", encoding="utf-8")
    sources = [tmp_path / "absent", tmp_path / "a.txt", article_from_text("Deux.", id="deux"), FAILURE]
    results = list(read_and_extract(sources, ByHand(), published="2019-05-12"))
    assert [type(result).__name__ for result in results] == ["Failure", "Extraction", "Extraction", "Failure"]
    assert results[0].type == "NoInputError"
    assert results[1].article.published.isoformat() == "2019-05-12"


def test_two_articles_never_share_an_id(tmp_path: Path):
    for folder in ("2019", "2020"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text("Un.", encoding="utf-8")
    first, second = read_and_extract([tmp_path / "2019", tmp_path / "2020"], ByHand())
    assert isinstance(first, Extraction)
    assert (second.type, "Hand in the folder above both" in second.message) == ("DuplicateId", True)


def test_a_data_frame(tmp_path: Path):
    frame = to_dataframe([harvest()])
    assert tuple(frame.columns) == COLUMNS
    assert list(frame["value"]) == [45.5, 18200000000.0]
    assert frame["first_day"].dtype.kind == "M"
    assert frame["first_day"][0] == pandas.Timestamp("2018-01-01")
    assert frame["quote"][1] == "+18,2 Mds DH\n\nde"
    assert frame["sentence"][0] == harvest().article.text
    empty = to_dataframe([])
    assert tuple(empty.columns) == COLUMNS
    assert empty["value"].dtype == "float64"


def test_a_data_frame_without_pandas(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingExtraError, match="notebook"):
        to_dataframe([])
