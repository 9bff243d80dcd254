"""The notebooks run from top to bottom, use nothing but the public API, and carry no outputs."""

import ast
import importlib
import re
from pathlib import Path

import nbformat
import pytest

NOTEBOOKS = Path(__file__).parent.parent / "notebooks"
PATHS = sorted(NOTEBOOKS.glob("*.ipynb"))


def read(path: Path) -> nbformat.NotebookNode:
    return nbformat.read(path, as_version=4)


def code(path: Path) -> str:
    return "\n\n".join(cell.source for cell in read(path).cells if cell.cell_type == "code")


@pytest.fixture(params=PATHS, ids=lambda path: path.stem)
def path(request) -> Path:
    return request.param


def test_there_are_notebooks() -> None:
    assert PATHS


def test_outputs_are_stripped(path) -> None:
    notebook = read(path)
    nbformat.validate(notebook)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            assert cell.outputs == []
            assert cell.execution_count is None


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


def test_the_prose_names_what_exists(path) -> None:
    prose = "\n".join(cell.source for cell in read(path).cells if cell.cell_type == "markdown")
    review = importlib.import_module("pressfacts.review")
    for name in re.findall(r"decisions\.(\w+)", prose):
        assert hasattr(review.Decisions, name), name


# what Jupyter's own packages warn of among themselves says nothing of this project
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::PendingDeprecationWarning")
def test_a_notebook_runs_twice_over(path, tmp_path, monkeypatch) -> None:
    nbclient = pytest.importorskip("nbclient")
    monkeypatch.setenv("JUPYTER_PLATFORM_DIRS", "1")
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    # what a notebook keeps goes elsewhere than beside it
    kept = nbformat.v4.new_code_cell(f"REVIEW = Path({str(tmp_path / 'review')!r})")
    lines = []
    for _ in range(2):
        notebook = read(path)
        (at,) = (n for n, cell in enumerate(notebook.cells) if "parameters" in cell.metadata.get("tags", ()))
        notebook.cells.insert(at + 1, kept)
        client = nbclient.NotebookClient(
            notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(NOTEBOOKS)}}
        )
        client.execute()
        kinds = {kind for cell in notebook.cells for out in cell.get("outputs", ()) for kind in out.get("data", ())}
        assert {"text/html", "image/png", "application/vnd.jupyter.widget-view+json"} <= kinds
        lines.append((tmp_path / "review" / "decisions.jsonl").read_text(encoding="utf-8").count("\n"))
    assert lines[0] == lines[1] > 0
    assert (tmp_path / "review" / "report.html").stat().st_size > 10_000
