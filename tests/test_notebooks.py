"""The notebooks run from top to bottom, use nothing but the public API, and carry neither outputs nor noise."""

import ast
import importlib
import json
import re
import shutil
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).parent.parent
PATHS = sorted((ROOT / "notebooks").glob("*.ipynb"))
REVIEW = ROOT / "notebooks" / "01_review_a_folder.ipynb"
EVIL = "<script>alert(1)</script>"


def code(path: Path) -> str:
    return "\n\n".join(cell.source for cell in nbformat.read(path, 4).cells if cell.cell_type == "code")


@pytest.fixture(params=PATHS, ids=lambda path: path.stem)
def path(request) -> Path:
    return request.param


def test_there_are_notebooks() -> None:
    assert REVIEW in PATHS


def test_outputs_are_stripped_and_nothing_else_is_noise(path) -> None:
    """What an editor adds on its own (outputs, counts, ids, its settings) would make every diff unreadable."""
    text = path.read_text(encoding="utf-8")
    notebook = json.loads(text)
    nbformat.validate(notebook)
    assert text == json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"
    assert set(notebook["metadata"]) == {"kernelspec", "language_info"}
    assert notebook["metadata"]["language_info"] == {"name": "python"}
    for cell in notebook["cells"]:
        bare = {"cell_type": cell["cell_type"], "metadata": {}, "source": cell["source"]}
        assert cell == bare | ({"execution_count": None, "outputs": []} if cell["cell_type"] == "code" else {})


def test_only_the_public_api_is_used(path) -> None:
    names = {
        "pressfacts": importlib.import_module("pressfacts"),
        "review": importlib.import_module("pressfacts.review"),
    }
    for node in ast.walk(ast.parse(code(path))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("pressfacts"):
            assert (node.module, [name.name for name in node.names]) == ("pressfacts", ["review"])
        elif isinstance(node, ast.Import):
            assert not [name.name for name in node.names if name.name.startswith("pressfacts.")]
        elif isinstance(node, ast.Attribute):
            assert not node.attr.startswith("_")
            if isinstance(node.value, ast.Name) and node.value.id in names:
                assert node.attr in names[node.value.id].__all__


def test_the_prose_names_what_exists() -> None:
    prose = "\n".join(cell.source for cell in nbformat.read(REVIEW, 4).cells if cell.cell_type == "markdown")
    review = importlib.import_module("pressfacts.review")
    named = set(re.findall(r"decisions\.(\w+)", prose))
    assert len(named) > 3
    assert [name for name in named if not hasattr(review.Decisions, name)] == []


@pytest.fixture
def house(tmp_path, monkeypatch) -> Path:
    """A copy of the folders that the notebook needs, since it keeps decisions beside them."""
    pytest.importorskip("nbclient")
    monkeypatch.setenv("JUPYTER_PLATFORM_DIRS", "1")
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    shutil.copytree(ROOT / "corpus" / "articles", tmp_path / "house" / "corpus" / "articles")
    (tmp_path / "house" / "notebooks").mkdir()
    return tmp_path / "house"


def run(folder: Path, changes: dict[str, str] | None = None) -> list[str]:
    """Run the notebook with ``folder`` as the working directory; give the HTML of its outputs."""
    from nbclient import NotebookClient

    notebook = nbformat.read(REVIEW, 4)
    for cell in notebook.cells:
        for old, new in (changes or {}).items():
            cell.source = cell.source.replace(old, new)
    NotebookClient(
        notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(folder)}}
    ).execute()
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    # a warning of pandas or matplotlib, too, would stand here
    assert [output.text for output in outputs if output.get("name") == "stderr"] == []
    shown = [output.get("data", {}) for output in outputs]
    kinds = {kind for data in shown for kind in data}
    assert {"text/html", "image/png", "application/vnd.jupyter.widget-view+json"} <= kinds
    return [data["text/html"] for data in shown if "text/html" in data]


def test_decisions_hold_when_it_runs_again_from_another_folder(house) -> None:
    run(house / "notebooks")
    kept = (house / "review" / "decisions.jsonl").read_text(encoding="utf-8")
    actions = [json.loads(line)["action"] for line in kept.splitlines()]
    assert actions == ["accept", "accept", "flag"]
    assert "<td>flagged</td>" in (house / "review" / "report.html").read_text(encoding="utf-8")
    run(house)
    assert (house / "review" / "decisions.jsonl").read_text(encoding="utf-8") == kept
    assert sorted(folder.name for folder in house.iterdir()) == ["corpus", "notebooks", "review"]
    assert list((house / "notebooks").iterdir()) == []


def test_it_runs_on_any_folder_and_shows_hostile_text_as_text(house) -> None:
    """Here nothing is what the parameters name: neither the article nor the indicator of the chart."""
    mine = house / "mine"
    mine.mkdir()
    text = f"{EVIL}\n\nLe port {EVIL} a vendu 300 sacs{EVIL} de sel en 2018, selon Le Matin.\n"
    (mine / "port.txt").write_text(text, encoding="utf-8")
    (mine / "vide.txt").write_text("", encoding="utf-8")
    shown = run(house, {'ROOT / "corpus" / "articles"': 'ROOT / "mine"'})
    shown.append((house / "review" / "report.html").read_text(encoding="utf-8"))
    assert [html for html in shown if "<script" in html] == []
    assert sum("&lt;script&gt;alert(1)&lt;/script&gt;" in html for html in shown) >= 3  # article, desk, report
    assert not (house / "review" / "decisions.jsonl").exists()
