"""The public names are those that can be imported, and importing the package costs next to nothing."""

import ast
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import pressfacts
from pressfacts import errors, model


def test_every_name_can_be_imported():
    for name in pressfacts.__all__:
        assert getattr(pressfacts, name) is not None
    assert sorted(set(pressfacts.__all__)) == dir(pressfacts) == sorted(pressfacts.__all__)


def test_type_checkers_see_the_same_names():
    tree = ast.parse(Path(pressfacts.__file__).read_text("utf-8"))
    [block] = [node for node in tree.body if isinstance(node, ast.If)]
    seen = {alias.asname for node in block.body if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert seen | {"__version__"} == set(pressfacts.__all__)


def test_all_models_and_errors_are_public():
    models = inspect.getmembers(model, lambda value: inspect.isclass(value) and issubclass(value, model.Model))
    raised = inspect.getmembers(errors, lambda value: inspect.isclass(value) and issubclass(value, Exception))
    names = {name for name, value in [*models, *raised] if value is not model.Model}
    assert names <= set(pressfacts.__all__)


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = pressfacts.nothing


def test_version():
    assert pressfacts.__version__[0].isdigit()


def modules_after(code: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; {code}; print(*sys.modules)"], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_importing_is_light():
    loaded = modules_after("import pressfacts")
    assert not loaded & {"spacy", "pydantic", "pandas", "rich", "typer", "dateparser", "trafilatura"}
    assert not {name for name in loaded if name.startswith("pressfacts.")}


def test_extracting_needs_no_heavy_module():
    loaded = modules_after("import pressfacts; pressfacts.extract('Le port a créé 300 emplois en 2018.')")
    assert not loaded & {"spacy.lang.fr", "pandas", "rich", "typer", "dateparser", "trafilatura", "tomllib"}
