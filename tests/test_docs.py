"""What the README shows is what happens. Its outputs are written anew by pytest tests/test_docs.py --force-regen."""

import doctest
import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest
import typer

import pressfacts
from pressfacts.cli import app
from pressfacts.lexicon_check import check

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "corpus").glob("*.md")])


def blocks(language: str, page: Path = README) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", page.read_text("utf-8"), re.DOTALL | re.MULTILINE)


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in which the corpus lies, as below the repository."""
    (tmp_path / "corpus").symlink_to(ROOT / "corpus")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def regenerate(request: pytest.FixtureRequest, old: str, new: str) -> None:
    """Put what happens now in the place of what the README shows."""
    if old != new and request.config.getoption("force_regen"):
        README.write_text(README.read_text("utf-8").replace(old, new), encoding="utf-8")
        pytest.fail("the README was written anew; look at it")


def test_the_sentence_gives_the_fact(request: pytest.FixtureRequest):
    [sentence] = re.findall(r"^> (.*)$", README.read_text("utf-8"), re.MULTILINE)
    [shown] = blocks("json")
    found = pressfacts.extract(sentence, id="berkane", published="2019-05-16")
    [fact] = found.model_dump(mode="json")["facts"]
    rows = [f"  {json.dumps(slot)}: {json.dumps(value, ensure_ascii=False)}" for slot, value in fact.items()]
    regenerate(request, shown, "{\n" + ",\n".join(rows) + "\n}\n")
    assert json.loads(shown) == fact


def test_console(elsewhere: Path, request: pytest.FixtureRequest):
    programs = Path(sys.executable).parent
    for block in blocks("console"):
        command = block.splitlines()[0].removeprefix("$ ")
        done = subprocess.run([programs / "pressfacts", *shlex.split(command)[1:]], capture_output=True, check=True)
        happened = "\n".join(line.rstrip() for line in done.stdout.decode().splitlines())
        happened = f"$ {command}\n{happened}\n"
        regenerate(request, block, happened)
        assert block == happened


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_python(page: Path, elsewhere: Path):
    text = "\n".join(blocks("pycon", page))
    test = doctest.DocTestParser().get_doctest(text, {}, page.name, str(page), 0)
    result = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test)
    assert result.failed == 0


def test_set_up_is_that_of_the_continuous_integration():
    run, tests = blocks("bash")
    assert "-c constraints.txt" in run
    assert "pressfacts extract corpus/articles" in run
    [install] = re.findall(r"-c constraints\.txt (.*?) &&", tests)
    assert f"-c constraints.txt {install}\n" in (ROOT / ".ci" / "run").read_text("utf-8")
    for command in (run, tests):
        assert len(command.splitlines()) == 1
        assert command.startswith("python3 -m venv ")


def commands(group: click.Group, *path: str) -> list[str]:
    found = []
    for name, command in group.commands.items():
        found += commands(command, *path, name) if hasattr(command, "commands") else [" ".join((*path, name))]
    return found


def test_every_command_is_in_the_readme():
    names = commands(typer.main.get_command(app))
    text = README.read_text("utf-8")
    assert len(names) >= 5
    assert [name for name in names if f"`pressfacts {name} " not in text] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path):
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


def test_the_french_page_knows_every_lexicon():
    text = (ROOT / "docs" / "lexique.md").read_text("utf-8")
    files = {path.name for path in (ROOT / "src" / "pressfacts" / "lexicon").glob("*.toml")}
    assert {name for name in files if f"`{name}`" not in text} == set()


def test_examples_of_the_french_page_are_sound(tmp_path: Path):
    """Each TOML block, saved under the name in its first comment, passes the check."""
    for block in blocks("toml", ROOT / "docs" / "lexique.md"):
        name = block.splitlines()[0].removeprefix("# ")
        (tmp_path / name).write_text(block, encoding="utf-8")
    own = [problem for problem in check(tmp_path) if str(tmp_path) in problem]
    assert len(list(tmp_path.iterdir())) >= 3
    assert own == []
