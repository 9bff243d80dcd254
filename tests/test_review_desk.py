"""The reviewer's desk: keys become decisions, a form becomes a correction, and the widget only draws."""

import json
import sys
from decimal import Decimal

import pytest

from extractions import extraction, fact, harvest
from pressfacts.articles import article_from_text
from pressfacts.errors import MissingExtraError
from pressfacts.review import Correction, Decisions, Desk, annotate
from test_review_page import overlapping


@pytest.fixture
def kept(tmp_path):
    return Decisions(tmp_path / "decisions.jsonl")


@pytest.fixture
def desk(kept):
    return Desk([harvest(), overlapping()], kept)


def quote(desk) -> str:
    return desk.current.quote


def test_the_state_is_plain_json_and_its_pieces_are_the_text(desk) -> None:
    state = json.loads(json.dumps(desk.state()))
    assert (state["position"], state["visible"], state["total"]) == (1, 4, 4)
    assert "".join(words for words, *_ in state["article"]["pieces"]) == harvest().article.text
    assert [words for words, _, begins in state["article"]["pieces"] if begins] == ["45,5"]
    assert ["quantity", "45.5 t"] in state["fact"]["rows"]


def test_deciding_moves_on(desk, kept) -> None:
    for do in ("accept", "reject", "flag", "skip"):
        desk.handle({"do": do})
    assert [d.action for d in kept.standing] == ["accept", "reject", "flag", "skip"]
    state = desk.state()
    assert state["position"] == 4
    assert "last one" in state["message"]
    assert state["counts"] == {"accepted": 1, "rejected": 1, "corrected": 0, "flagged": 1, "skipped": 1}


def test_moving_stops_at_the_ends(desk) -> None:
    desk.handle({"do": "previous"})
    assert desk.state()["position"] == 1
    for _ in range(9):
        desk.handle({"do": "next"})
    assert desk.state()["position"] == 4


def test_a_sitting_goes_on_where_the_last_one_ended(kept) -> None:
    Desk([harvest()], kept).handle({"do": "accept"})
    assert quote(Desk([harvest()], Decisions(kept.path))) == harvest().facts[1].quote


def test_undo_goes_back_to_the_fact(desk, kept) -> None:
    desk.handle({"do": "accept"})
    desk.handle({"do": "next"})
    desk.handle({"do": "undo"})
    assert quote(desk) == "45,5 tonnes"
    assert kept.standing == ()
    assert desk.state()["fact"]["decision"] == ""
    desk.handle({"do": "undo"})
    assert desk.state()["failed"]
    assert "nothing to undo" in desk.state()["message"]


def test_only_what_was_changed_in_the_form_is_corrected(desk, kept) -> None:
    form = desk.state()["fact"]["form"]
    desk.handle({"do": "correct", "form": {**form, "value": "45 500,5", "sources": "person: Salma ; press: Le Fil"}})
    assert not desk.state()["failed"], desk.state()["message"]
    correction = kept.standing[0].correction
    assert correction.model_fields_set == {"value", "sources"}
    assert correction.value == Decimal("45500.5")
    assert [(source.name, source.resolved) for source in correction.sources] == [
        ("Salma", "explicit"),
        ("Le Fil", "article"),
    ]


def test_an_input_field_loses_line_breaks_and_that_is_no_correction(desk, kept) -> None:
    form = desk.state()["fact"]["form"]
    flat = {slot: answer.replace(" ", "") for slot, answer in form.items()}
    desk.handle({"do": "correct", "form": flat | {"status": "target"}})
    assert kept.standing[0].correction.model_fields_set == {"status"}


def test_period_and_edtf_go_together(desk, kept) -> None:
    desk.handle({"do": "correct", "form": {"edtf": "2018/.."}})
    assert kept.standing[0].correction == Correction(period={"text": "45,5 tonnes", "edtf": "2018/.."})
    desk.handle({"do": "correct", "form": {"period": "", "edtf": ""}})
    assert kept.standing[1].correction == Correction(period=None)


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"value": "douze"}, "value: 'douze' is no number"),
        ({"value": "NaN"}, "value"),
        ({"value": "1e999"}, "value"),
        ({"value": ""}, "value"),
        ({"status": "maybe"}, "status"),
        ({"status": ""}, "status"),
        ({"sources": "Le Matin"}, "press: Le Matin"),
        ({"period": "", "edtf": "2018"}, "words of the text"),
        ({"colour": "red"}, "colour"),
        ({}, "empty"),
        (None, "form"),
    ],
)
def test_a_wrong_form_is_refused_and_the_fact_stays_on_the_desk(desk, kept, form, words) -> None:
    desk.handle({"do": "correct", "form": form})
    state = desk.state()
    assert state["failed"]
    assert words in state["message"]
    assert quote(desk) == "45,5 tonnes"
    assert kept.standing == ()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 4),
        ("kind:count", 2),
        ("kind:count 300", 1),
        ("source:fil", 2),
        ("rule:made_by status:actual", 4),
        ("unit:mad", 1),
        ("indicator:foyer", 1),
        ("récolte", 2),
        ("undecided", 3),
        ("decision:accepted", 1),
        ("status:actual 2018/récolte", 2),
    ],
)
def test_filters(kept, text, count) -> None:
    given = harvest()
    kept.accept(given, given.facts[0])
    desk = Desk([given, overlapping()], kept)
    desk.handle({"do": "filter", "text": text})
    assert desk.state()["visible"] == count, desk.state()["message"]


def test_filters_by_confidence_and_change(kept) -> None:
    given = harvest()
    sure, unsure = (f.model_copy(update={"confidence": c}) for f, c in zip(given.facts, (0.95, 0.4), strict=True))
    kept.accept(given, given.facts[1])
    changed = unsure.model_copy(update={"status": "target"})
    desk = Desk([given.model_copy(update={"facts": (sure, changed)})], kept)
    for text, found in (("confidence<0.8", changed), ("confidence>0.8", sure), ("changed", changed)):
        desk.handle({"do": "filter", "text": text})
        assert (desk.state()["visible"], desk.current) == (1, found)
    assert desk.extraction.article == given.article


def test_the_least_certain_fact_comes_first(kept) -> None:
    given = harvest()
    sure, unsure = (f.model_copy(update={"confidence": c}) for f, c in zip(given.facts, (0.95, 0.4), strict=True))
    unknown = overlapping()
    desk = Desk([unknown, given.model_copy(update={"facts": (sure, unsure)})], kept)
    seen = []
    for _ in range(4):
        seen.append(desk.current)
        desk.handle({"do": "next"})
    assert seen == [unsure, sure, *unknown.facts]
    desk.handle({"do": "filter", "text": "kind:m"})
    assert desk.current == unsure


def test_a_sitting_begins_with_a_fact_that_has_changed(kept) -> None:
    given = harvest()
    for each in given.facts:
        kept.accept(given, each)
    changed = given.facts[1].model_copy(update={"status": "target"})
    assert Desk([given.model_copy(update={"facts": (given.facts[0], changed)})], kept).current == changed


def test_a_filter_that_fits_nothing_changes_nothing(desk) -> None:
    for text, words in (
        ("kind:jobs", "no fact fits"),
        ("confidence<0.8", "no fact fits"),
        ("colour:red", "is no filter"),
    ):
        desk.handle({"do": "filter", "text": text})
        assert desk.state()["failed"]
        assert words in desk.state()["message"]
        assert desk.state()["visible"] == 4


def test_undo_shows_a_fact_that_the_filter_hides(desk) -> None:
    desk.handle({"do": "accept"})
    desk.handle({"do": "filter", "text": "kind:count"})
    desk.handle({"do": "undo"})
    assert quote(desk) == "45,5 tonnes"
    assert desk.state()["filter"] == ""


def test_an_empty_desk_has_nothing_to_decide(kept) -> None:
    desk = Desk([extraction(article_from_text("Rien.", id="rien"))], kept)
    assert desk.state()["fact"] is None
    desk.handle({"do": "accept"})
    assert desk.state()["failed"]
    desk.handle({"do": "filter", "text": ""})
    assert desk.current is None
    assert "No facts" in desk.html()


def test_what_is_unknown_is_refused(desk) -> None:
    desk.handle({"do": "launch"})
    assert "launch" in desk.state()["message"]


def test_the_widget_hands_messages_to_the_desk(kept) -> None:
    pytest.importorskip("anywidget")
    widget = annotate([harvest()], kept.path)
    widget._received(None, {"do": "accept"}, [])
    assert widget.state["position"] == 2
    assert len(Decisions(kept.path)) == 1
    widget._received(None, "nonsense", [])
    assert len(widget.desk.decisions) == 1
    shown = widget._repr_mimebundle_()
    data = shown[0] if isinstance(shown, tuple) else shown
    assert "45,5" in data["text/html"]
    assert "application/vnd.jupyter.widget-view+json" in data
    widget.close()


def test_without_anywidget_the_cure_is_named(kept, monkeypatch) -> None:
    from pressfacts.review import widget

    widget.widget_class.cache_clear()
    monkeypatch.setitem(sys.modules, "anywidget", None)
    with pytest.raises(MissingExtraError, match=r"pressfacts\[notebook\]"):
        annotate([harvest()], kept)


def test_text_reaches_the_page_as_text_only() -> None:
    from pressfacts.review.widget import _asset

    for forbidden in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
        assert forbidden not in _asset("widget.js")


def test_a_desk_of_hostile_text_is_still_plain_json(kept) -> None:
    article = article_from_text('</script><img onerror="x"> 7 sacs', id="<b>")
    desk = Desk([extraction(article, [fact(article, "7 sacs", 7, "sac", "count")])], kept)
    assert "".join(words for words, *_ in desk.state()["article"]["pieces"]) == article.text
