"""Input made to hurt costs time in proportion to its length. The whole of it: python benchmarks/hostile.py."""

import pytest

from hostile import SHAPES, limited, seconds, text
from pressfacts import Extractor

SIZE = 24_000


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    made = Extractor()
    seconds(made, text("article", 10_000))  # what is loaded once is loaded
    return made


@pytest.mark.parametrize("shape", SHAPES)
def test_time_is_linear(extractor: Extractor, shape: str):
    """Twice the text takes about twice as long, never four times; a second's noise is no verdict, so try it thrice."""
    with limited(60):
        for _ in range(3):
            half, whole = seconds(extractor, text(shape, SIZE // 2)), seconds(extractor, text(shape, SIZE))
            if whole < max(3 * half, 0.1):
                break
        else:
            pytest.fail(f"{SIZE // 2} characters took {half:.2f} s, twice as many {whole:.2f} s")
    assert whole < SIZE / 2_000  # slow beyond any use


def test_a_shape_has_its_size():
    assert {len(text(shape, 1000)) for shape in SHAPES} == {1000}
