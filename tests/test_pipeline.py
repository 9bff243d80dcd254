"""The French pipeline for spaCy: nothing of a text is lost, and sentences are the extractor's."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressfacts.language.pipeline import french
from pressfacts.language.sentences import split
from pressfacts.text import fold

ARTICLES = sorted((Path(__file__).parent.parent / "corpus" / "articles").glob("*.txt"))
NLP = french()


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_a_doc_holds_the_whole_text(path: Path):
    text = path.read_bytes().decode("utf-8")
    doc = NLP(text)
    assert doc.text == text
    starts = {sentence.start for sentence in split(fold(text))}
    assert {sentence.start_char for sentence in doc.sents} - {0} == starts - {0}


@settings(deadline=None)
@given(
    st.text(
        alphabet=st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from(" \n\r\t.,'-5aÉ’\u00a0")),
        max_size=200,
    )
)
def test_any_text_survives(text: str):
    assert NLP(text).text == text


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("L’export pèse 2,3M€.", ["L’", "export", "pèse", "2,3", "M", "€", "."]),
        ("  Un  mot\u00a0là\r\n\r\nFin ", ["  ", "Un", " ", "mot", "\u00a0", "là", "\r\n\r\n", "Fin"]),
        ("\n", ["\n"]),
        ("", []),
    ],
)
def test_tokens(text: str, tokens: list[str]):
    doc = NLP(text)
    assert [token.text for token in doc] == tokens
    assert doc.text == text


@pytest.mark.parametrize(
    "text",
    [
        "M. Dupont dirige la S.A. du Nord, n° 12, p. 100, art. 3, à 1.5 km.",
        "Le barrage coûtera 1 milliard de\n\ndirhams, selon « Le Fil. » et d'autres.",
        "Les titres (cf. p. 3) valent 12.000 Dh.",
    ],
)
def test_one_sentence(text: str):
    assert len(list(NLP(text).sents)) == 1


def test_the_pipeline_is_saved_and_takes_components(tmp_path: Path):
    nlp = french()
    nlp.add_pipe("sentencizer")
    nlp.to_disk(tmp_path / "nlp")
    again = french().from_bytes(french().to_bytes())
    assert [token.text for token in again("Un port.")] == ["Un", "port", "."]
    assert nlp("Un port. Un pont.").text == "Un port. Un pont."


def test_it_starts_at_once():
    """Well under half a second, and without spaCy's own French, which takes seconds."""
    code = (
        "import sys, time; from pressfacts.language import pipeline; started = time.perf_counter();"
        "pipeline.french()('Le port.'); print(time.perf_counter() - started); assert 'spacy.lang.fr' not in sys.modules"
    )
    times = []
    for _ in range(3):
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        times.append(float(done.stdout))
    assert min(times) < 0.5


def test_time_is_linear():
    """Eight times the text takes about eight times as long, and never the 64 times of a quadratic rule."""
    text = "Le port a créé 300 emplois, selon M. Berrada.\n\n"
    times = []
    for size in (500, 4000):
        started = time.perf_counter()
        NLP(text * size)
        times.append(time.perf_counter() - started)
    assert times[1] < 32 * times[0]
