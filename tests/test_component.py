"""``nlp.add_pipe("pressfacts")``: the same facts in any French pipeline."""

import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import DocBin

import pressfacts
from pressfacts.language.pipeline import french

TEXT = "Le port de Safi a créé plus de 1.300 emplois en 2018, selon L’Économiste.\n\nIl vise 2 milliards\nde dirhams."
MAKERS = {"ours": french, "spacy.blank": lambda: spacy.blank("fr")}


@pytest.fixture(params=MAKERS, scope="module")
def nlp(request: pytest.FixtureRequest) -> Language:
    made = MAKERS[request.param]()
    made.add_pipe("pressfacts")
    return made


def test_the_facts_are_those_of_the_text(nlp: Language):
    doc = nlp(TEXT)
    found = doc._.pressfacts
    assert found is doc.user_data["pressfacts"]
    assert found == pressfacts.extract(TEXT)
    assert [fact.quote for fact in found.facts] == ["plus de 1.300 emplois", "2 milliards\nde dirhams"]
    for fact in found.facts:
        assert doc.text[fact.start : fact.end] == fact.quote
        assert doc.char_span(fact.start, fact.end, alignment_mode="expand").text.startswith(fact.quote)


def test_an_article_handed_in_gives_its_date(nlp: Language):
    article = pressfacts.article_from_text("Le port a créé 30 emplois l'an dernier.", published="2019-05-15", id="p")
    doc = nlp.make_doc(article.text)
    doc.user_data["article"] = article
    found = nlp(doc)._.pressfacts
    assert found == pressfacts.extract(article)
    assert found.facts[0].period.edtf == "2018"
    assert found.facts[0].article_id == "p"


def test_docs_can_be_saved(nlp: Language):
    doc = nlp(TEXT)
    [again] = DocBin(store_user_data=True, docs=[doc]).get_docs(nlp.vocab)
    assert again.user_data["pressfacts"] == doc._.pressfacts == again._.pressfacts


def test_several_processes(nlp: Language):
    docs = list(nlp.pipe([TEXT] * 3, n_process=2, batch_size=1))
    assert [doc._.pressfacts for doc in docs] == [pressfacts.extract(TEXT)] * 3


def test_a_doc_without_facts_yet_says_so(nlp: Language):
    assert nlp.make_doc(TEXT)._.pressfacts is None


def test_lexicons_of_ones_own(tmp_path: Path):
    (tmp_path / "press.toml").write_text(
        '[[entry]]\nid = "le-fil-bleu"\nlabel = "Le Fil bleu"\nkind = "daily"\n'
        'examples = ["Le port a créé 30 emplois, selon Le Fil bleu."]\n',
        encoding="utf-8",
    )
    nlp = french()
    nlp.add_pipe("pressfacts", config={"lexicon": str(tmp_path)})
    [fact] = nlp("Le port a créé 30 emplois, selon Le Fil bleu.")._.pressfacts.facts
    assert [(source.type, source.name) for source in fact.sources] == [("press", "Le Fil bleu")]


def test_making_another_pipeline_loads_next_to_nothing_of_ours():
    """spaCy imports all entry points whenever a Language is made."""
    code = "import spacy, sys; spacy.blank('en'); print(*(m for m in sys.modules if m.startswith('pressfacts')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) <= {"pressfacts", "pressfacts.component"}


def test_importing_sets_nothing_on_doc():
    code = (
        "import pressfacts.component; from spacy.tokens import Doc; assert not Doc.has_extension('pressfacts');"
        "import srsly; assert 'pressfacts' not in srsly.msgpack_encoders"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
