"""Articles as HTML: all text escaped, every piece in its role, offsets in code points."""

import re
from decimal import Decimal
from html.parser import HTMLParser

import pytest

from extractions import extraction, fact, harvest
from pressfacts.articles import article_from_text
from pressfacts.errors import InputError
from pressfacts.model import Extraction, Organisation
from pressfacts.review import ArticleView, Decisions, show, write_report
from pressfacts.review.highlights import pieces
from pressfacts.review.page import classes
from pressfacts.review.wording import amount, sources, when

EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)> & \"'"


class Read(HTMLParser):
    """What a browser sees: the tags, and the text of the article."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self._inside = 0
        self._quiet = False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        assert not [name for name, _ in attrs if name.startswith("on")]
        if self._inside:
            self._inside += tag == "div"
            self._quiet = tag == "a"
        elif ("class", "pf-text") in attrs:
            self._inside = 1

    def handle_endtag(self, tag):
        self._inside -= self._inside > 0 and tag == "div"
        self._quiet = False

    def handle_data(self, data):
        if self._inside and not self._quiet:
            self.text += data


def span(text: str, words: str) -> dict:
    start = text.index(words)
    return {"text": words, "start": start, "end": start + len(words)}


def overlapping() -> Extraction:
    """In "1,2 million de foyers", foyers is unit and indicator; the period runs over the second quote."""
    text = "😀 Il y a 1,2 million de foyers, dont 300 en ville en 2018, selon Le Fil."
    article = article_from_text(text, id="foyers")
    one = fact(article, "1,2 million de foyers", 1200000, "foyer", "count")
    one["indicator"] = {**span(text, "foyers"), "code": None}
    one["quantity"]["unit_mention"] = span(text, "foyers")
    one["period"] |= span(text, "300 en ville en 2018")
    one["sources"] = [
        {"type": "press", "name": "Le Fil", "acronym": None, "role": None, "organisation": None,
         **span(text, "Le Fil"), "cue": span(text, "selon"), "edition": None, "resolved": "explicit"}
    ]  # fmt: skip
    two = fact(article, "300", 300, "foyer", "count")
    two["period"] |= span(text, "en 2018")
    return extraction(article, [one, two])


def test_the_pieces_are_the_text_again() -> None:
    for given in (harvest(), overlapping()):
        assert "".join(piece.text for piece in pieces(given)) == given.article.text


def test_overlapping_spans_become_pieces_that_do_not_overlap() -> None:
    found = {piece.text: (piece.roles, piece.facts) for piece in pieces(overlapping())}
    assert found["1,2"] == (("numeral", "quote"), (0,))
    assert found[" million de "] == (("quote",), (0,))
    assert found["foyers"] == (("unit", "quote", "indicator"), (0,))
    assert found["300"] == (("numeral", "quote", "period"), (0, 1))
    assert found[" en ville "] == (("period",), (0,))
    assert found["en 2018"] == (("period",), (0, 1))
    assert found["selon"] == (("cue",), (0,))
    assert found["Le Fil"] == (("source",), (0,))


def test_the_second_role_underlines() -> None:
    styles = {piece.text: classes(piece) for piece in pieces(overlapping())}
    assert styles["foyers"] == "pf-unit pf-too-indicator"
    assert styles["300"] == "pf-numeral pf-too-period"
    assert styles["1,2"] == "pf-numeral"
    assert styles[" en ville "] == "pf-period"


def test_only_one_fact_can_be_marked() -> None:
    marked = {piece.text for piece in pieces(overlapping(), only=[1]) if piece.roles}
    assert marked == {"300", "en 2018"}


def test_an_emoji_is_one_character() -> None:
    html = show(harvest()).html()
    assert ">45,5</mark>" in html
    assert ">18,2</mark>" in html
    assert Read(html).text == harvest().article.text


def test_everything_from_outside_is_escaped(tmp_path) -> None:
    text = f"{EVIL}\n\nLa caisse a reçu 12 <b>dirhams</b>, selon {EVIL}."
    article = article_from_text(text, id=EVIL, outlet=EVIL, title=EVIL + "!", author=EVIL)
    bad = fact(article, "12 <b>dirhams", 12, EVIL, "money", EVIL)
    bad["indicator"] = {**span(text, "<b>dirhams"), "code": EVIL}
    bad["period"] |= {**span(text, "<script>alert(1)"), "edtf": EVIL}
    bad["rules"] = [EVIL]
    given = extraction(article, [bad]).model_copy(update={"reviewed": (EVIL,)})
    page = write_report([given], tmp_path / "report.html", title=EVIL).read_text(encoding="utf-8")
    for html in (show(given).html(), page):
        seen = Read(html)
        assert not {"script", "img", "b"} & set(seen.tags) - {"b" if html is page else ""}
        assert "<script" not in html
        assert "<img" not in html
        assert seen.text == text


def test_an_article_view_shows_itself_in_a_notebook() -> None:
    view = show(harvest())
    assert isinstance(view, ArticleView)
    assert view._repr_html_() == view.html()
    assert repr(view) == "<ArticleView of 2018/récolte: 2 facts>"
    assert "color-scheme: light dark" in view.html()


def test_an_article_without_facts_says_so() -> None:
    given = extraction(article_from_text("Rien de neuf.", id="vide"))
    assert "No facts found." in show(given).html()


def test_the_table_tells_what_was_decided(tmp_path) -> None:
    given = harvest()
    decisions = Decisions(tmp_path / "decisions.jsonl")
    assert "Decision" not in show(given, decisions).html()
    decisions.reject(given, given.facts[0])
    assert "<td>rejected</td>" in show(given, decisions).html()


def test_the_table_gives_the_confidence_when_there_is_one() -> None:
    given = harvest()
    assert "Confidence" not in show(given).html()
    sure = given.facts[0].model_copy(update={"confidence": 0.954})
    html = show(given.model_copy(update={"facts": (sure, given.facts[1])})).html()
    assert ">Confidence</th>" in html
    assert "<td>95%</td>" in html


def test_the_headline_is_shown_once() -> None:
    for text, titles in (
        ("Sel\u00a0: l’année du port\n\nLe port a vendu 3 sacs.", 0),
        ("Le port a vendu 3 sacs.", 1),
        ("Sel", 1),
    ):
        article = article_from_text(text, id="sel", title="Sel : l'année du port")
        assert show(extraction(article)).html().count("<h2>") == titles


def test_a_report_stands_alone_and_links_what_it_names(tmp_path) -> None:
    path = write_report(iter([harvest(), overlapping()]), tmp_path / "new" / "report.html")
    html = path.read_text(encoding="utf-8")
    assert "http" not in html.replace("http-equiv", "")
    assert "default-src 'none'" in html
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)
    assert "<b>2</b> articles, <b>4</b> facts" in html
    assert [file.name for file in path.parent.iterdir()] == ["report.html"]


def test_a_report_that_breaks_off_leaves_nothing_behind(tmp_path) -> None:
    def articles():
        yield harvest()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_report(articles(), tmp_path / "report.html")
    assert list(tmp_path.iterdir()) == []


def test_a_report_that_cannot_be_written_says_so(tmp_path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(InputError, match="cannot be written"):
        write_report([harvest()], tmp_path / "file" / "report.html")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({}, "45.5 t"),
        ({"value": Decimal("14500000.0")}, "14\u202f500\u202f000 t"),
        ({"value": Decimal("0.500000")}, "0.5 t"),
        ({"comparator": "more_than", "per": "ha"}, "> 45.5 t / ha"),
        ({"comparator": "between", "value": None, "low": 10, "high": 12000}, "10–12\u202f000 t"),
        ({"unit": "percent", "value": 1e20}, "100\u202f000\u202f000\u202f000\u202f000\u202f000\u202f000 %"),
        ({"unit": None, "comparator": "about"}, "≈ 45.5 (no unit)"),
    ],
)
def test_amounts_read_at_a_glance(change, words) -> None:
    quantity = harvest().facts[0].quantity
    assert amount(type(quantity).model_validate(quantity.model_dump() | change)) == words


def test_a_source_is_named_with_all_that_is_known() -> None:
    given = overlapping().facts[0]
    press = given.sources[0]
    office = Organisation(name="Office des ponts", acronym="ODP")
    speaker = {"type": "person", "name": "Salma Berrada", "role": "directrice", "organisation": office}
    both = given.model_copy(update={"sources": (press.model_copy(update=speaker), press)})
    assert sources(both) == "Salma Berrada, directrice, Office des ponts (ODP) → Le Fil"


def test_a_period_is_given_once_if_its_words_say_it() -> None:
    one, two = overlapping().facts
    since = one.period.model_copy(update={"text": "depuis", "edtf": "2018/.."})
    assert when(two) == "en 2018"
    assert when(two.model_copy(update={"compared_to": since})) == "en 2018 vs. depuis (2018/..)"
    assert when(two.model_copy(update={"period": None})) == ""


def test_many_facts_of_one_sentence_cost_in_proportion() -> None:
    count = 3000
    text = "En 2018, " + " ".join(f"{number:05} sacs," for number in range(count))
    article = article_from_text(text, id="sacs")
    facts = []
    for number in range(count):
        one = fact(article, f"{number:05} sacs", number, "sac", "count")
        one["period"] |= span(text, "En 2018")
        facts.append(one)
    found = pieces(extraction(article, facts))
    assert len(found) < 5 * count
    assert sum(len(piece.facts) for piece in found) < 5 * count
