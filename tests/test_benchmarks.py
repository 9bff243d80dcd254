"""Input made to hurt costs time in proportion to its length, and a start costs no more than spaCy's."""

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.hostile import SHAPES, limited, seconds, text
from benchmarks.speed import SENTENCE, start_up
from pressfacts import Extractor

LEAST, MOST = 5_000, 80_000


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    made = Extractor()
    seconds(made, text("article", 10_000))  # what is loaded once is loaded
    return made


@pytest.mark.parametrize("shape", SHAPES)
def test_time_is_linear(extractor: Extractor, shape: str):
    """Twice the text takes about twice as long, never four times: measured where there is something to measure."""
    with limited(60):
        size, half = LEAST, 0.0
        whole = seconds(extractor, text(shape, size))
        while whole < 0.15 and size < MOST:
            size, half = size * 2, whole
            whole = seconds(extractor, text(shape, size))
        for _ in range(3):  # the machine may have had other things to do
            if not half or whole >= max(3 * half, 0.1):
                half, whole = seconds(extractor, text(shape, size // 2)), seconds(extractor, text(shape, size))
    assert whole < max(3 * half, 0.1), f"{size // 2} characters took {half:.2f} s, twice as many {whole:.2f} s"
    assert whole < size / 2_000, "slow beyond any use"


def test_a_shape_has_its_size():
    assert {len(text(shape, 1000)) for shape in SHAPES} == {1000}


def test_it_starts_as_fast_as_spacy_is_imported():
    ours = f"import pressfacts; pressfacts.extract({SENTENCE!r})"
    assert start_up(ours, rounds=3) < 1.2 * start_up("import spacy", rounds=3)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["benchmarks.hostile", "--size", "2000", "blanks"], "blanks"),
        (["benchmarks.hostile", "--size", "2000", "--profile", "blanks"], "tottime"),
        (["benchmarks.speed", "--rounds", "1"], "characters a second"),
    ],
)
def test_the_commands_run(arguments: list[str], said: str):
    done = subprocess.run(
        [sys.executable, "-m", *arguments], cwd=Path(__file__).parent.parent, capture_output=True, text=True, check=True
    )
    assert said in done.stdout
