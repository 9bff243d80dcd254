"""The command line, as real processes."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import jsonschema
import pytest

from pressfacts.lexicon.checking import lexicon_schemas
from pressfacts.model import ArticleRecord, Extraction, Fact
from pressfacts.schema import schemas

TEXT = (
    "Le port de Safi s'agrandit\n\nLe 12/05/2019 à 17h25\n\n"
    "Le port a créé 300 emplois en 2018, selon Le Matin. Il vise un investissement de 45 millions de dirhams 😀.\n"
)
PROGRAM = Path(sys.executable).with_name("pressfacts")


def run(*arguments: object, stdin: str | bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run the program as a user does, outside any terminal."""
    data = stdin.encode() if isinstance(stdin, str) else stdin
    done = subprocess.run([PROGRAM, *map(str, arguments)], input=data, capture_output=True, cwd=cwd, timeout=120)
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    revue = tmp_path / "revue"
    (revue / "2019").mkdir(parents=True)
    (revue / "2019" / "port.txt").write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    (revue / "ancien.txt").write_bytes("L'été, le café a coûté 3 € de plus à Fès.".encode("cp1252"))
    record = {"id": "r1", "text": "Le port a créé 20 emplois.", "published": "2019-05-12", "outlet": "Le Fil"}
    (revue / "records.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    (revue / "page.html").write_text(
        "<html><head><title>Le pont</title></head><body>"
        "<h1>Le pont</h1><p>Le pont a créé 12 emplois.</p></body></html>",
        encoding="utf-8",
    )
    (revue / "notes.docx").write_bytes(b"PK")
    return revue


def spoil(folder: Path) -> None:
    (folder / "binary.txt").write_bytes(b"\x00\x01")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "undecodable.txt").write_bytes(b"abc \x81\x8d\x8f\x90\x9d\xe9")
    (folder / "broken.jsonl").write_text('{"id": "x"}\n', encoding="utf-8")


def test_help_is_immediate_and_names_every_command():
    times = []
    for _ in range(3):
        started = time.perf_counter()
        done = run("--help")
        times.append(time.perf_counter() - started)
    assert done.returncode == 0
    for command in ("extract", "explain", "evaluate", "schema", "lexicon"):
        assert f"  {command} " in done.stdout
        assert "Usage: pressfacts " + command in run(command, "--help").stdout
    assert min(times) < 0.3 * (3 if os.environ.get("CI") else 1.5)


def test_help_imports_nothing_heavy():
    code = (
        "import sys, pressfacts.cli as cli\n"
        "try: cli.app(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'spacy', 'pydantic', 'rich', 'dateparser', 'pandas', 'trafilatura'}\n"
        "print(heavy & set(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "set()"


def test_version():
    done = run("--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("pressfacts ")


def test_no_arguments_is_a_question():
    assert run().returncode == 2
    assert run("extract").returncode == 2
    assert run("extrct").returncode == 2


def test_extract_a_folder(folder: Path, tmp_path: Path):
    done = run("extract", "revue", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    out = tmp_path / "facts"
    assert "1 file of other kinds skipped. They lie in facts/" in done.stdout
    assert "jobs" in done.stdout
    facts = [Fact.model_validate_json(line) for line in (out / "facts.jsonl").read_text("utf-8").splitlines()]
    records = [
        ArticleRecord.model_validate_json(line) for line in (out / "articles.jsonl").read_text("utf-8").splitlines()
    ]
    assert [record.article.id for record in records] == ["2019/port", "ancien", "page", "r1"]
    assert [record.article.encoding for record in records] == ["utf-8", "cp1252", "utf-8", "utf-8"]
    texts = {record.article.id: record.article.text for record in records}
    assert "300 emplois" in {fact.quote for fact in facts if fact.article_id == "2019/port"}
    for fact in facts:
        assert texts[fact.article_id][fact.start : fact.end] == fact.quote
    assert records[0].article.published.isoformat() == "2019-05-12T17:25:00+00:00"
    assert json.loads((out / "run.json").read_text("utf-8"))["articles"] == {
        "ok": 4, "empty": 0, "skipped": 1, "error": 0,
    }  # fmt: skip


def test_bad_files_are_named_and_the_rest_goes_on(folder: Path, tmp_path: Path):
    spoil(folder)
    done = run("extract", folder, tmp_path / "nowhere", "-o", tmp_path / "out")
    assert done.returncode == 1
    said = done.stderr.splitlines()
    assert len(said) == 5
    for line, name in zip(
        said, ("binary.txt", "broken.jsonl, line 1", "empty.txt", "undecodable.txt", "nowhere"), strict=True
    ):
        assert line.startswith("pressfacts: ")
        assert f"{name}: " in line
        assert ". " in line
    errors = [json.loads(line) for line in (tmp_path / "out" / "errors.jsonl").read_text("utf-8").splitlines()]
    assert [(error["outcome"], error["stage"], error["type"]) for error in errors] == [
        ("error", "read", "BinaryFileError"),
        ("error", "read", "RecordError"),
        ("empty", "read", "EmptyFileError"),
        ("error", "read", "UndecodableError"),
        ("error", "read", "NoInputError"),
    ]
    assert "5 articles failed" in done.stdout


def test_facts_on_stdout_and_nothing_else(folder: Path):
    spoil(folder)
    done = run("extract", folder, "-o", "-")
    assert done.returncode == 1
    validator = jsonschema.Draft202012Validator(schemas()["fact"])
    lines = done.stdout.splitlines()
    assert lines
    for line in lines:
        validator.validate(json.loads(line))
    assert "facts in 4 articles" in done.stderr


def test_extractions_on_stdout(folder: Path):
    done = run("extract", folder, "-o", "-", "--format", "json", "--published", "2020-01-02", "--outlet", "Le Fil")
    assert done.returncode == 0
    validator = jsonschema.Draft202012Validator(schemas()["extraction"])
    for line in done.stdout.splitlines():
        validator.validate(json.loads(line))
        article = Extraction.model_validate_json(line).article
        assert (article.published.isoformat(), article.outlet) == ("2020-01-02", "Le Fil")


def test_stdin():
    done = run("extract", "-", "-o", "-", "--format", "json", "--stdin", "moi", stdin=b"\xef\xbb\xbf" + TEXT.encode())
    assert done.returncode == 0
    article = Extraction.model_validate_json(done.stdout).article
    assert (article.id, article.text) == ("moi", TEXT)


def test_the_same_input_gives_the_same_bytes(folder: Path, tmp_path: Path):
    for name in ("un", "deux"):
        assert run("extract", folder, "-o", tmp_path / name).returncode == 0
    for file in (tmp_path / "un").iterdir():
        assert file.read_bytes() == (tmp_path / "deux" / file.name).read_bytes()


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["extract", "notes.docx"], 2, "notes.docx: no reader for '.docx' files"),
        (["extract", "."], 0, ""),
        (["extract", "nowhere"], 4, "nowhere: no such file or folder. Check the path"),
        (["extract", "void"], 4, "void: no article below this folder"),
        (["extract", "empty.txt"], 4, "empty.txt: the file is empty"),
        (["extract", "binary.txt"], 4, "binary.txt: this is a binary file"),
        (["extract", "port.txt", "--format", "json"], 2, "add -o -"),
        (["extract", "port.txt", "--published", "hier"], 2, "'hier' is no date"),
        (["extract", "port.txt", "--zone", "Mars/Olympus"], 2, "no such time zone"),
        (["extract", "port.txt", "-o", "port.txt"], 2, "cannot write to port.txt"),
        (["extract", "-", "-"], 2, "read once"),
        (["extract", "-"], 4, "standard input: nothing came in"),
        (["explain", "nowhere"], 4, "nowhere: no such file or folder"),
        (["explain", "notes.docx"], 2, "no reader"),
        (["explain", "empty.txt"], 4, "the file is empty"),
        (["schema", "facts"], 2, "'facts' is none of extraction, fact, article_record"),
        (["schema", "--check", "void"], 3, "this schema is missing"),
    ],
)
def test_mistakes_get_a_line_and_a_code(tmp_path: Path, arguments: list[str], code: int, said: str):
    (tmp_path / "port.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "void").mkdir()
    if arguments[1:] != ["."]:
        (tmp_path / "empty.txt").write_bytes(b"")
        (tmp_path / "binary.txt").write_bytes(b"\x00\x01")
        (tmp_path / "notes.docx").write_bytes(b"PK")
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_nothing_of_an_earlier_run_is_lost_when_nothing_can_be_read(folder: Path, tmp_path: Path):
    assert run("extract", folder, cwd=tmp_path).returncode == 0
    before = {file.name: file.read_bytes() for file in (tmp_path / "facts").iterdir()}
    assert run("extract", "nowhere", cwd=tmp_path).returncode == 4
    assert {file.name: file.read_bytes() for file in (tmp_path / "facts").iterdir()} == before


def test_an_exception_inside_the_extractor_is_a_record(folder: Path, tmp_path: Path):
    (folder / "boom.txt").write_text("BOOM", encoding="utf-8")
    code = """
import sys
from pressfacts.extractor import Extractor
honest = Extractor.extract
def extract(self, article):
    if article.text == "BOOM":
        raise ZeroDivisionError("the rule divides by zero")
    return honest(self, article)
Extractor.extract = extract
from pressfacts.cli import main
main()
"""
    done = subprocess.run(
        [sys.executable, "-c", code, "extract", folder, "-o", tmp_path / "out"], capture_output=True, text=True
    )
    assert done.returncode == 1
    assert f"pressfacts: {folder / 'boom.txt'}: ZeroDivisionError: the rule divides by zero" in done.stderr
    [error] = [json.loads(line) for line in (tmp_path / "out" / "errors.jsonl").read_text("utf-8").splitlines()]
    assert (error["stage"], error["type"]) == ("extract", "ZeroDivisionError")
    assert len((tmp_path / "out" / "articles.jsonl").read_text("utf-8").splitlines()) == 4


def test_interrupted():
    process = subprocess.Popen(
        [PROGRAM, "extract", "-", "-o", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a background job would ignore it
    )  # fmt: skip
    time.sleep(2)  # it waits for stdin
    process.send_signal(signal.SIGINT)
    _, stderr = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in stderr


def test_a_closed_pipe_is_no_crash(folder: Path):
    command = f"'{PROGRAM}' extract '{folder}' '{folder}' -o - | head -n 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True)
    assert json.loads(done.stdout)["id"]
    assert "Traceback" not in done.stderr


def test_explain_shows_facts_rules_and_rejections(tmp_path: Path):
    (tmp_path / "port.txt").write_text(TEXT + "\x1b[31mIl a 12 quais.", encoding="utf-8")
    done = run("explain", tmp_path / "port.txt")
    assert (done.returncode, done.stderr) == (0, "")
    assert "✓ 300 emplois" in done.stdout
    assert "300 job" in done.stdout
    assert "by rule" in done.stdout
    assert "✗ " in done.stdout  # the date of the dateline, or the year of the period
    assert "\x1b" not in done.stdout  # what the text says is not obeyed, and no colour outside a terminal


def test_explain_a_folder(folder: Path):
    done = run("explain", folder)
    assert (done.returncode, done.stderr) == (0, "")
    for quote in ("300 emplois", "12 emplois", "20 emplois", "3 €"):
        assert f"✓ {quote}\n" in done.stdout


def test_explain_in_colour(tmp_path: Path):
    (tmp_path / "port.txt").write_text(TEXT, encoding="utf-8")
    environment = {**os.environ, "FORCE_COLOR": "1", "TERM": "xterm-256color"}
    done = subprocess.run(
        [PROGRAM, "explain", tmp_path / "port.txt"], capture_output=True, text=True, env=environment, encoding="utf-8"
    )
    assert done.returncode == 0
    assert "\x1b[" in done.stdout


def test_schema(tmp_path: Path):
    assert json.loads(run("schema", "fact").stdout) == schemas()["fact"]
    assert json.loads(run("schema", "lexicon/units").stdout) == lexicon_schemas()["units"]
    names = [*schemas(), *(f"lexicon/{name}" for name in lexicon_schemas())]
    assert list(json.loads(run("schema").stdout)) == names
    done = run("schema", "-o", tmp_path / "schemas")
    written = [Path(line).relative_to(tmp_path / "schemas").as_posix() for line in done.stdout.splitlines()]
    assert written == [f"{name}.schema.json" for name in names]
    assert run("schema", "--check", tmp_path / "schemas").returncode == 0


def test_lexicon_check(tmp_path: Path):
    assert run("lexicon", "check").returncode == 0
    bad = tmp_path / "lexicon"
    bad.mkdir()
    (bad / "newspapers.toml").write_text("ceci n'est pas du TOML", encoding="utf-8")
    for done in (run("lexicon", "check", bad), run("extract", "-", "--lexicon", bad, stdin=TEXT)):
        assert done.returncode == 3
        assert "newspapers.toml" in done.stderr
        assert "Traceback" not in done.stderr
