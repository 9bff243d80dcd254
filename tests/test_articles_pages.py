"""Web pages."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pressfacts.articles import blocks, read
from pressfacts.errors import EmptyFileError, InputError, MissingExtraError

LINKED = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
  {"@type": "WebSite", "name": "x"},
  {"@type": "NewsArticle", "headline": "La figue de barbarie &amp; ses 4.300 cueilleurs",
   "datePublished": "2019-05-12T17:25:00+00:00", "dateModified": "2019-05-17T08:00:00+00:00", "inLanguage": "fr-MA",
   "author": [{"@type": "Person", "name": "Salma Berrada"}, {"@type": "Person", "name": "Driss Amrani"}],
   "publisher": {"@type": "Organization", "name": "Le Fil"}}]}</script>"""
PARAGRAPHS = """<p>La filière<sup>1</sup> a exporté 12.000 tonnes en 2018<sup>2</sup>, sur 300 km<sup>2</sup> de champs,
  et le 1<sup>er</sup> marché reste l'Espagne, écrit le quotidien dans son édition du jour.</p>
<h2>Un atelier de 45 personnes</h2>
<p>La coopérative de Sidi Ifni a investi 18 millions de dirhams dans ses ateliers, selon sa présidente.</p>
<ul><li>200 emplois à Sidi Ifni</li><li>300 emplois à Guelmim</li></ul>
<p>Elle compte vendre 20 % de plus cette année, et ouvrir un second atelier avant la fin de la saison.</p>"""


def page(body: str, head: str = "") -> str:
    return (
        f"<!doctype html><html lang='fr'><head><title>La figue - Le Fil</title>{head}</head><body>{body}</body></html>"
    )


@pytest.fixture
def reading(tmp_path: Path):
    def read_page(markup: str | bytes, **said: str):
        file = tmp_path / "figue.html"
        file.write_bytes(markup if isinstance(markup, bytes) else markup.encode())
        return read(file, **said)

    return read_page


def test_what_the_page_says_about_itself(reading):
    article = reading(page(f"<article><h1>La figue de barbarie</h1>{PARAGRAPHS}</article>", LINKED))
    assert article.id == "figue"
    assert article.title == "La figue de barbarie & ses 4.300 cueilleurs"
    assert article.published.isoformat() == "2019-05-12T17:25:00+00:00"
    assert article.author == "Salma Berrada, Driss Amrani"
    assert article.outlet == "Le Fil"
    assert article.language == "fr"
    lines = article.text.split("\n")
    assert lines[0] == article.title
    assert "La figue de barbarie" not in lines[1:]
    assert "12.000 tonnes en 2018, sur 300 km2 de champs" in article.text
    assert "le 1er marché" in article.text
    assert "• 200 emplois à Sidi Ifni" in lines
    assert [role for _, _, role in blocks(article.text)][:2] == ["title", "body"]


def test_the_caller_wins(reading):
    article = reading(page(PARAGRAPHS, LINKED), published="2020-01-02", outlet="Un autre")
    assert (article.published.isoformat(), article.outlet) == ("2020-01-02", "Un autre")


def test_meta_tags_without_linked_data(reading):
    head = """<meta property="og:title" content="La figue | Le Fil"><meta property="og:site_name" content="Le Fil">
      <meta property="article:published_time" content="2019-07-15T18:41"><meta name="author" content="Salma Berrada">
      <meta property="article:author" content="https://example.org/salma">
      <script type="application/ld+json">{"@type": "NewsArticle", broken</script>"""
    article = reading(page(PARAGRAPHS, head))
    assert (article.title, article.outlet, article.author) == ("La figue", "Le Fil", "Salma Berrada")
    assert article.published.isoformat() == "2019-07-15T18:41:00+01:00"


def test_the_dateline_without_either(reading):
    article = reading(page(f"<h1>La figue</h1><p>Publié le 12/05/2019 à 17h25</p>{PARAGRAPHS}"))
    assert article.title == "La figue"
    assert article.published.isoformat() == "2019-05-12T17:25:00+00:00"


def test_a_very_short_page_without_its_navigation(reading):
    body = """<nav><a href="/">Accueil</a> <a href="/s">Sport : 3 clubs</a></nav><h1>La figue</h1>
      <p>Elle emploie 300 personnes.</p><p><a href="/x">Lire aussi : 12 recettes</a></p>
      <footer>30 DH par mois</footer>"""
    assert reading(page(body)).text == "La figue\nElle emploie 300 personnes."


def test_a_very_short_page_takes_the_body_of_its_linked_data(reading):
    record = {"@type": "NewsArticle", "articleBody": "<p>300 emplois de plus.</p>"}
    linked = f'<script type="application/ld+json">{json.dumps(record)}</script>'
    assert "300 emplois de plus." in reading(page("<h1>La figue</h1><div>…</div>", linked)).text


@pytest.mark.parametrize("wrap", ["<div>%s</div>", "<article>%s</article>", "<table><tr><td>%s</td></tr></table>"])
def test_a_repeated_paragraph_stands_twice(reading, wrap: str):
    first = (
        "<p>La filière a exporté 12.000 tonnes de figues en une seule saison, selon la fédération des coopératives.</p>"
    )
    second = (
        "<p>La coopérative de Sidi Ifni a investi 18 millions de dirhams dans ses ateliers, selon sa présidente.</p>"
    )
    article = reading(page("<h1>La figue</h1>" + wrap % (first + second + first)))
    assert article.text.count("12.000 tonnes") == 2
    assert article.text.index("18 millions") < article.text.rindex("12.000 tonnes")


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1252"])
def test_the_declared_encoding(reading, declared: str):
    markup = page(
        f"<h1>L’été</h1>{PARAGRAPHS}", f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">'
    )
    article = reading(markup.encode("cp1252"))
    assert article.encoding == "cp1252"
    assert article.text.startswith("L’été\n")


def test_a_wrong_declaration_is_not_believed(reading):
    article = reading(page(f"<h1>L’été</h1>{PARAGRAPHS}", '<meta charset="utf-8">').encode("cp1252"))
    assert article.text.startswith("L’été\n")


@pytest.mark.parametrize(
    ("markup", "error", "cause"),
    [
        ("", EmptyFileError, "the file is empty"),
        ("<html><body><nav>Accueil</nav></body></html>", EmptyFileError, "no article text in this page"),
        ("<" * 10_000, InputError, "no HTML"),
    ],
)
def test_pages_that_hold_nothing(reading, markup: str, error: type[InputError], cause: str):
    with pytest.raises(error, match=cause) as caught:
        reading(markup)
    assert "figue.html: " in str(caught.value)


def test_without_the_extra(reading, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(MissingExtraError, match=r"figue\.html: .*pip install \"pressfacts\[html\]\""):
        reading(page(PARAGRAPHS))


def test_nothing_heavy_is_imported_for_plain_text():
    code = (
        "import sys; from pressfacts.articles import article_from_text; article_from_text('Publié le 12/05/2019');"
        "print({'trafilatura', 'lxml', 'dateparser', 'charset_normalizer', 'rich', 'pandas'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
