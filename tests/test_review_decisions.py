"""Decisions: kept in a file that only grows, attached again when the text moves, never dropped."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

import pressfacts
from extractions import extraction, fact, harvest
from pressfacts.articles import article_from_text
from pressfacts.errors import InputError, SchemaError
from pressfacts.evaluation import read_gold
from pressfacts.model import Extraction
from pressfacts.review import Correction, Decisions

TEXT = (
    "Le port de Nacre a exporté 12% de plus en 2018, selon Le Fil du port. "
    "À Saline, la coopérative des femmes a investi 12% de ses recettes dans un atelier de tissage."
)


@pytest.fixture
def kept(tmp_path):
    return Decisions(tmp_path / "review" / "decisions.jsonl")


def port(text: str = TEXT, id: str = "port", at: int = 0) -> Extraction:
    """One fact: the ``at``-th "12%" of the text."""
    article = article_from_text(text, id=id)
    record = fact(article, "12%", 12, "percent", "percent", "Le Fil du port")
    start = [n for n in range(len(text)) if text.startswith("12%", n)][at]
    move = start - record["start"]
    record |= {"start": start, "end": start + 3, "id": f"{at}" * 16}
    for part in (record["period"], record["quantity"]["numeral"]):
        part["start"] += move
        part["end"] += move
    return extraction(article, [record])


def test_decisions_are_in_the_file_at_once(kept) -> None:
    given = harvest()
    kept.accept(given, given.facts[0], note="vérifié")
    kept.flag(given, given.facts[1])
    again = Decisions(kept.path)
    assert [(d.action, d.fact.id, d.note) for d in again.standing] == [
        ("accept", given.facts[0].id, "vérifié"),
        ("flag", given.facts[1].id, None),
    ]
    assert again.standing == kept.standing
    assert len(again) == 2


def test_the_last_decision_counts_and_the_file_only_grows(kept) -> None:
    given = harvest()
    kept.accept(given, given.facts[0])
    first = kept.path.read_bytes()
    kept.reject(given, given.facts[0])
    assert kept.path.read_bytes().startswith(first)
    assert [d.action for d in kept.standing] == ["reject"]
    assert kept.attach(given)[given.facts[0].id].decision.action == "reject"


def test_undo_brings_back_the_decision_before(kept) -> None:
    given = harvest()
    kept.accept(given, given.facts[0])
    kept.reject(given, given.facts[0])
    assert kept.undo().action == "reject"
    for decisions in (kept, Decisions(kept.path)):
        assert [d.action for d in decisions.standing] == ["accept"]
    assert kept.undo().action == "accept"
    assert kept.undo() is None
    assert Decisions(kept.path).standing == ()
    assert len(kept.path.read_text().splitlines()) == 4


def test_undo_of_one_fact_leaves_the_others(kept) -> None:
    given = harvest()
    kept.accept(given, given.facts[0])
    kept.skip(given, given.facts[1])
    kept.undo(given.facts[0])
    assert [d.fact.id for d in Decisions(kept.path).standing] == [given.facts[1].id]


def test_a_fact_of_another_text_is_refused(kept) -> None:
    with pytest.raises(InputError, match="Hand in the extraction that the fact comes from"):
        kept.accept(port(), harvest().facts[0])
    assert not kept.path.exists()


def test_a_decision_moves_with_its_text(kept) -> None:
    kept.accept(port(), port().facts[0])
    moved = port("Mise à jour de la rédaction.\n\n" + TEXT)
    told = kept.attach(moved)[moved.facts[0].id]
    assert (told.how, told.decision.action) == ("moved", "accept")
    assert kept.orphans([moved]) == []


def test_it_is_attached_by_its_quote_when_the_id_is_another(kept) -> None:
    kept.accept(port(at=1), port(at=1).facts[0])
    edited = TEXT.replace("Le port", "12% ! Le port").replace("coopérative des femmes", "coopérative")
    right, wrong = port(edited, at=2), port(edited, at=1)
    right = right.model_copy(update={"facts": (right.facts[0].model_copy(update={"id": "a" * 16}),)})
    assert list(kept.attach(right)) == ["a" * 16]
    wrong = wrong.model_copy(update={"facts": (wrong.facts[0].model_copy(update={"id": "b" * 16}),)})
    assert kept.attach(wrong) == {}
    assert [orphan.reason for orphan in kept.orphans([wrong])] == ["no longer extracted"]


def test_other_line_breaks_and_spaces_do_not_matter(kept) -> None:
    given = harvest()
    kept.accept(given, given.facts[1])
    text = given.article.text.replace("DH\n\nde", "DH\u00a0de").replace("a vendu", "a\nvendu")
    article = article_from_text(text, id="2018/récolte")
    now = extraction(article, [fact(article, "+18,2 Mds DH\u00a0de", 18200000000, "MAD", "money")])
    assert [told.decision.fact.quote for told in kept.attach(now).values()] == ["+18,2 Mds DH\n\nde"]


def test_a_fact_that_says_something_else_now_has_changed(kept) -> None:
    kept.accept(port(), port().facts[0])
    now = port()
    quantity = now.facts[0].quantity.model_copy(update={"unit": "percentage_point"})
    now = now.model_copy(update={"facts": (now.facts[0].model_copy(update={"quantity": quantity}),)})
    assert kept.attach(now)[now.facts[0].id].how == "changed"


def test_orphans_are_listed_with_the_reason(kept) -> None:
    given = port()
    kept.accept(given, given.facts[0])
    gone = port("Tout a changé à Saline, où 12% des bancs sont neufs.")
    gone = gone.model_copy(update={"facts": ()})
    assert kept.orphans([]) == kept.orphans([harvest()])
    assert [orphan.reason for orphan in kept.orphans([])] == ["article not read"]
    assert [orphan.reason for orphan in kept.orphans([gone])] == ["quote gone from the text"]
    lost = given.model_copy(update={"facts": ()})
    assert [orphan.reason for orphan in kept.orphans([lost])] == ["no longer extracted"]
    assert len(Decisions(kept.path)) == 1


def test_an_article_under_another_name_keeps_its_decisions(kept) -> None:
    kept.accept(port(), port().facts[0])
    assert len(kept.attach(port(id="2019/port"))) == 1


def test_corrections_are_checked_before_they_are_kept(kept) -> None:
    given = port()
    for wrong, words in (
        ({"status": "maybe"}, "status"),
        ({"value": "12"}, "value"),
        ({}, "empty"),
        ({"kind": None}, "kind cannot be empty"),
        ({"comparator": "between"}, "low and high"),
        ({"indicator": "exportations de sel"}, "not in the article"),
        ({"period": {"text": "en 2018", "edtf": "l'an 2018"}}, "period.edtf"),
        ({"period": {"text": "en 2018", "edtf": "2018-02-31"}}, "period"),
        ({"period": {"text": "en 2018", "edtf": "../.."}}, "is no time"),
        ({"sources": [{"type": "radio", "name": "Le Fil"}]}, "sources.0.type"),
        ({"colour": "red"}, "colour"),
    ):
        with pytest.raises(SchemaError, match=words):
            kept.correct(given, given.facts[0], wrong)
    assert not kept.path.exists()


def test_a_correction_names_what_is_wrong_and_no_more(kept) -> None:
    given = port()
    kept.correct(given, given.facts[0], {"status": "target", "period": None})
    line = json.loads(kept.path.read_text())
    assert line["correction"] == {"status": "target", "period": None}
    assert Decisions(kept.path).standing[0].correction == Correction(status="target", period=None)


def test_accepted_and_corrected_facts_are_gold(kept, tmp_path) -> None:
    given = harvest()
    one, two = given.facts
    kept.accept(given, one)
    kept.correct(
        given, two, {"value": 18.5, "indicator": "figues", "change": "increase",
                     "period": {"text": "2018", "edtf": "2018"}, "sources": [{"type": "press", "name": "Le Fil"}]}
    )  # fmt: skip
    assert kept.write_gold([given], tmp_path / "gold.jsonl") == 1
    (article,) = read_gold(tmp_path / "gold.jsonl").articles
    assert (article.id, article.published, len(article.facts)) == ("2018/récolte", "2018-05-15", 2)
    records = kept.gold(given)["facts"]
    assert records[0]["quantity"]["value"] == 45.5
    assert records[0]["sources"] == [{"type": "press", "name": "Le Fil", "resolved": "article"}]
    assert records[1]["quantity"]["value"] == 18.5
    assert records[1]["indicator"] == {"text": "figues"}
    assert records[1]["change"] == "increase"
    assert records[1]["period"] == {"text": "2018", "edtf": "2018"}


def test_applied_decisions_leave_what_is_right(kept) -> None:
    given = harvest()
    kept.reject(given, given.facts[0])
    kept.correct(
        given, given.facts[1], {"value": 5, "status": "target", "subject": "La coopérative",
                                "period": {"text": "2018", "edtf": "2018/.."},
                                "sources": [{"type": "press", "name": "Le Fil"}, {"type": "person", "name": "Salma"}]}
    )  # fmt: skip
    applied = kept.apply(given)
    (fact,) = applied.facts
    assert (fact.quantity.value, fact.status, fact.subject.text) == (5, "target", "La coopérative")
    assert (str(fact.period.first_day), fact.period.last_day, fact.period.start) == ("2018-01-01", None, 8)
    text = given.article.text
    assert [(s.name, s.text and text[s.start : s.end]) for s in fact.sources] == [("Le Fil", "Le Fil"), ("Salma", None)]
    assert applied.article == given.article
    kept.undo()
    kept.undo()
    assert kept.apply(given) == given


def test_words_of_a_correction_may_lie_on_two_lines(kept) -> None:
    text = "Le taux d’\n\nécoulement du port a atteint 12% en 2018."
    given = port(text)
    kept.correct(given, given.facts[0], {"indicator": "taux d' écoulement"})
    indicator = kept.apply(given).facts[0].indicator
    assert (indicator.text, indicator.start) == ("taux d’\n\nécoulement", 3)
    assert kept.gold(given)["facts"][0]["indicator"] == {"text": "taux d' écoulement"}


def test_gold_knows_what_was_not_decided(kept) -> None:
    given = harvest()
    kept.flag(given, given.facts[0])
    assert [record["optional"] for record in kept.gold(given)["facts"]] == [True, True]
    kept.reject(given, given.facts[0])
    assert [record["quote"] for record in kept.gold(given)["facts"]] == [given.facts[1].quote]


def test_an_accepted_fact_that_is_no_longer_found_is_still_owed(kept) -> None:
    given = port()
    kept.accept(given, given.facts[0])
    lost = port("Édition du soir. " + TEXT).model_copy(update={"facts": ()})
    (record,) = kept.gold(lost)["facts"]
    assert lost.article.text[record["start"] : record["end"]] == "12%"
    assert record["start"] == given.facts[0].start + len("Édition du soir. ")


def test_a_later_word_on_the_moved_text_wins(kept) -> None:
    given, moved = port(), port("Encore. " + TEXT)
    kept.accept(given, given.facts[0])
    kept.reject(moved, moved.facts[0])
    assert kept.gold(moved)["facts"] == []
    assert kept.attach(moved)[moved.facts[0].id].decision.action == "reject"


@pytest.mark.parametrize("line", ["{", '{"action": "accept"}', "[1]", "[" * 100000, '"x"'])
def test_a_broken_line_is_named(tmp_path, line) -> None:
    path = tmp_path / "decisions.jsonl"
    given = harvest()
    Decisions(path).accept(given, given.facts[0])
    path.write_text(path.read_text() + line + "\n")
    with pytest.raises(SchemaError, match=r"decisions\.jsonl, line 2"):
        Decisions(path)


def test_a_missing_line_break_at_the_end_does_no_harm(kept) -> None:
    given = harvest()
    kept.accept(given, given.facts[0])
    kept.path.write_text(kept.path.read_text().rstrip("\n"))
    again = Decisions(kept.path)
    again.reject(given, given.facts[1])
    assert len(again) == len(Decisions(kept.path)) == 2
    kept.path.write_text(kept.path.read_text() + "{")
    with pytest.raises(SchemaError, match=r"decisions\.jsonl, line 3"):
        Decisions(kept.path)


def test_an_editor_may_leave_a_byte_order_mark(kept) -> None:
    given = harvest()
    kept.accept(given, given.facts[0])
    kept.path.write_bytes(b"\xef\xbb\xbf" + kept.path.read_bytes())
    assert len(Decisions(kept.path)) == 1


def test_two_may_decide_into_one_file(kept) -> None:
    given = harvest()
    other = Decisions(kept.path)
    kept.accept(given, given.facts[0])
    other.reject(given, given.facts[1])
    other.flag(given, given.facts[0])
    assert [d.action for d in other.standing] == ["flag", "reject"]
    assert kept.undo(given.facts[0]).action == "flag"
    assert kept.standing == Decisions(kept.path).standing
    assert [d.action for d in kept.standing] == ["accept", "reject"]


def test_many_at_once_lose_nothing(kept) -> None:
    given = harvest()

    each = [Decisions(kept.path) for _ in range(4)]

    def decide(number: int) -> None:
        for turn in range(20):
            each[number].accept(given, given.facts[turn % 2], note=f"{number}/{turn} " + "é" * 5000)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(decide, range(4)))
    notes = [json.loads(line)["note"].split()[0] for line in kept.path.read_bytes().split(b"\n") if line]
    assert sorted(notes) == sorted(f"{number}/{turn}" for number in range(4) for turn in range(20))
    assert len(Decisions(kept.path)) == 2


def test_a_file_that_lost_its_lines_is_not_written_to(kept) -> None:
    given = harvest()
    kept.accept(given, given.facts[0])
    whole = kept.path.read_bytes()
    kept.path.write_bytes(whole[:100])
    for decide in (lambda: kept.reject(given, given.facts[1]), kept.undo):
        with pytest.raises(InputError, match=r"decisions\.jsonl: is shorter than"):
            decide()
    assert kept.path.read_bytes() == whole[:100]
    kept.path.unlink()
    with pytest.raises(InputError, match="is no longer there"):
        kept.undo()
    assert not kept.path.exists()
    kept.path.write_bytes(whole)
    kept.reject(given, given.facts[1])
    assert len(Decisions(kept.path)) == 2


def test_a_full_disk_leaves_no_half_line(kept) -> None:
    resource = pytest.importorskip("resource")
    given = harvest()
    kept.accept(given, given.facts[0])
    whole = kept.path.read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(whole) + 50, hard))
    try:
        with pytest.raises(InputError, match="this decision is not kept"):
            kept.reject(given, given.facts[1])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert kept.path.read_bytes() == whole
    kept.reject(given, given.facts[1])
    assert len(Decisions(kept.path)) == 2


def test_a_file_that_cannot_be_written_or_read_is_named(tmp_path) -> None:
    given = harvest()
    (tmp_path / "file").write_text("x")
    with pytest.raises(InputError, match=r"file.decisions\.jsonl: cannot be read"):
        Decisions(tmp_path / "file" / "decisions.jsonl")
    with pytest.raises(InputError, match="cannot be read"):
        Decisions(tmp_path)
    (tmp_path / "latin.jsonl").write_bytes(b"\xe9")
    with pytest.raises(SchemaError, match=r"latin\.jsonl, line 1: no JSON"):
        Decisions(tmp_path / "latin.jsonl")
    with pytest.raises(InputError, match="cannot be written"):
        Decisions(tmp_path / "decisions.jsonl").write_gold([given], tmp_path / "file" / "gold.jsonl")


def test_gold_is_whole_or_as_it_was(kept, tmp_path) -> None:
    given = harvest()
    kept.accept(given, given.facts[0])
    kept.write_gold([given], tmp_path / "gold.jsonl")
    before = (tmp_path / "gold.jsonl").read_bytes()

    def broken():
        yield given
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        kept.write_gold(broken(), tmp_path / "gold.jsonl")
    assert (tmp_path / "gold.jsonl").read_bytes() == before
    assert not list(tmp_path.glob("*.partial"))


def test_decisions_outlive_a_new_reading_of_the_article(kept) -> None:
    """With the extractor itself: the article is edited, and read anew by another process of the reviewer's."""
    text = "Le port de Nacre a créé 300 emplois en 2018. Il a traité 12 millions de tonnes de sel."
    first = pressfacts.extract(text, id="port")
    assert len(first.facts) == 2
    kept.reject(first, first.facts[0])
    kept.accept(first, first.facts[1])
    for again in (text, "Dernière minute.\n\n" + text.replace("Le port de Nacre", "Le grand port de Nacre")):
        now = pressfacts.extract(again, id="port")
        told = Decisions(kept.path).attach(now)
        assert [told[fact.id].decision.action for fact in now.facts] == ["reject", "accept"]
        assert [fact.quote for fact in Decisions(kept.path).apply(now).facts] == [first.facts[1].quote]
