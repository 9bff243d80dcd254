"""The scorer, rule by rule, with figures counted by hand; gold files, floors, and the command."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from pressfacts.commands.evaluate import evaluate as evaluate_command
from pressfacts.errors import GoldError, InputError, RecordError
from pressfacts.evaluation import check, compare, evaluate, evaluate_predictions, read_floors, read_gold, update
from pressfacts.evaluation.answers import Amount, Named, agree, scored_fact
from pressfacts.evaluation.predictions import read_predictions
from pressfacts.evaluation.report import Report
from pressfacts.evaluation.scoring import align
from pressfacts.model import Article, Extraction

TEXT = (
    "La coopérative a vendu 1.200 tonnes de figues en 2018. Elle en tire 3,5 millions de dirhams, "
    "soit une hausse de 12%, selon Le Sillon. Elle emploie 40 salariés dans 7 ateliers."
)


def fact(quote: str, kind: str = "count", value: float | None = 1, text: str = TEXT, **other: Any) -> dict[str, Any]:
    """A fact in JSON form; what belongs to the quantity goes there."""
    start = text.index(quote)
    quantity = {"value": value, "low": None, "high": None, "comparator": "equal", "unit": None, "per": None}
    quantity |= {key: other.pop(key) for key in quantity.keys() & other.keys()}
    record = {"quote": quote, "start": start, "end": start + len(quote), "kind": kind, "quantity": quantity}
    slots = {"change": None, "status": "actual", "indicator": None, "subject": None, "period": None, "sources": []}
    return record | slots | other


TONNES = fact("1.200 tonnes", "measure", 1200, unit="t", period={"text": "en 2018", "edtf": "2018"})
SUM = fact("3,5 millions de dirhams", "money", 3500000, unit="MAD", indicator={"text": "figues"})
RISE = fact("12%", "percent", 12, unit="percent", change="increase", sources=[{"type": "press", "name": "Le Sillon"}])
STAFF = fact("40 salariés", "jobs", 40, unit="job", indicator={"text": "salariés"})
WORKSHOPS = fact("7 ateliers", "count", 7, unit="atelier")


def lines(path: Path, *records: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")
    return path


def scored(folder: Path, gold: list[dict[str, Any]], predicted: list[dict[str, Any]], text: str = TEXT) -> Report:
    gold_path = lines(folder / "set.jsonl", {"id": "a", "published": None, "outlet": None, "text": text, "facts": gold})
    return evaluate_predictions([gold_path], lines(folder / "predicted.jsonl", {"id": "a", "facts": predicted}))


def changed(record: dict[str, Any], **slots: Any) -> dict[str, Any]:
    """A copy with other answers; those of the quantity go there."""
    copy = json.loads(json.dumps(record))
    copy["quantity"] |= {key: slots.pop(key) for key in copy["quantity"].keys() & slots.keys()}
    return copy | slots


# Levels and figures


def test_each_level_counts_a_pair_only_if_the_whole_level_is_right(tmp_path):
    wrong_unit = changed(TONNES, unit="kg")  # detection only
    wrong_indicator = changed(SUM, indicator={"text": "dattes"})  # claim, not full
    wrong_change = changed(RISE, change="decrease")  # core, not claim
    spurious = fact("2018", "count", 2018)
    report = scored(
        tmp_path, [TONNES, SUM, RISE, STAFF, WORKSHOPS], [wrong_unit, wrong_indicator, wrong_change, STAFF, spurious]
    )
    figures = report.figures
    assert (figures.texts, figures.gold, figures.predicted) == (1, 5, 5)
    assert (figures.precision, figures.recall, figures.detection_f1) == (0.8, 0.8, 0.8)
    # 3, 2 and 1 of the 4 pairs: 6/10, 4/10, 2/10
    assert (figures.core_f1, figures.claim_f1, figures.full_f1) == (0.6, 0.4, 0.2)
    assert {slot for slot, share in figures.slots.items() if share < 1} == {"unit", "change", "indicator"}
    assert figures.slots["unit"] == 0.75
    assert [o.level for o in report.outcomes] == ["detection", "spurious", "claim", "core", "full", "missed"]


def test_figures_are_rounded_to_four_places_and_nothing_is_divided_by_zero(tmp_path):
    figures = scored(tmp_path, [TONNES, SUM, RISE], [changed(TONNES, unit="kg"), SUM, RISE, STAFF]).figures
    assert figures.precision == 0.75
    assert figures.detection_f1 == 0.8571  # 6/7
    assert figures.slots["unit"] == 0.6667
    empty = scored(tmp_path, [], []).figures
    assert (empty.precision, empty.recall, empty.full_f1, empty.slots["kind"]) == (0, 0, 0, 0)


def test_sets_are_scored_apart_and_together(tmp_path):
    row = {"id": "a", "text": TEXT, "facts": [TONNES]}
    one, two = (
        lines(tmp_path / "one.jsonl", row),
        lines(tmp_path / "two.jsonl", row | {"id": "b", "facts": [SUM, RISE]}),
    )
    report = evaluate_predictions([one, two], lines(tmp_path / "p.jsonl", {"id": "a", "facts": [TONNES]}))
    assert [(part.gold.name, part.figures.recall) for part in report.sets] == [("one", 1.0), ("two", 0.0)]
    assert report.figures.recall == 0.3333


# Alignment


def pairs(text: str, gold: list[str], predicted: list[str]) -> list[tuple[str, str]]:
    facts = [[scored_fact(fact(quote, text=text)) for quote in quotes] for quotes in (gold, predicted)]
    return [(gold[i], predicted[j]) for i, j in align(text, *facts)]


@pytest.mark.parametrize(
    ("text", "gold", "predicted", "expected"),
    [
        # the numerals must meet, not the words behind them
        ("4 usines, 5 sites", ["4 usines"], ["usines, 5 sites"], []),
        ("plus de 51.000 emplois", ["plus de 51.000 emplois"], ["51.000"], [("plus de 51.000 emplois", "51.000")]),
        # without a digit the whole quote is the numeral
        ("la moitié des élèves", ["la moitié"], ["moitié des élèves"], [("la moitié", "moitié des élèves")]),
        # one to one; of equal shares, the first of the prediction
        ("de 10 à 12 millions", ["10 à 12 millions"], ["12 millions", "10"], [("10 à 12 millions", "12 millions")]),
        # the larger share of the longer numeral wins: 10 to 10 is whole, 10 to "10 à 12" is not
        ("de 10 à 12 millions", ["10", "12 millions"], ["10 à 12 millions", "10"],
         [("10", "10"), ("12 millions", "10 à 12 millions")]),
        ("3 ports", ["3 ports"], [], []),
    ],
)  # fmt: skip
def test_alignment(text, gold, predicted, expected):
    assert pairs(text, gold, predicted) == expected


# Slots


def press(name: str, acronym: str | None = None) -> Named:
    return Named("press", name, acronym)


@pytest.mark.parametrize(
    ("slot", "gold", "predicted", "kind", "right"),
    [
        ("value", Amount(1000000, None, None), Amount(1000000.5, None, None), "money", True),
        ("value", Amount(1000000, None, None), Amount(1000010, None, None), "money", False),
        ("value", Amount(0.333333, None, None), Amount(0.33, None, None), "ratio", True),
        ("value", Amount(0.333333, None, None), Amount(0.32, None, None), "ratio", False),
        ("value", Amount(0.333333, None, None), Amount(0.33, None, None), "percent", False),
        ("value", Amount(None, 3.5, 6), Amount(None, 3.5, 6), "percent", True),
        ("value", Amount(None, 3.5, 6), Amount(6, None, None), "percent", False),
        ("value", Amount(0, None, None), Amount(0, None, None), "count", True),
        ("value", Amount(-301, None, None), Amount(301, None, None), "money", False),
        ("unit", "touriste", "touristes", "count", True),
        ("unit", "école", "ecole", "count", True),
        ("unit", "établissement", "Établi", "count", True),
        ("unit", "point", "point de vente", "count", True),
        ("unit", "vente", "point de vente", "count", True),
        ("unit", "usine", "site", "count", False),
        ("unit", None, "site", "count", False),
        ("unit", "km", "km", "measure", True),
        ("unit", "MAD", "mad", "money", False),
        ("unit", "percent", "percentage_point", "percent", False),
        ("per", "élève", "eleves", "money", True),
        ("per", "year", "month", "money", False),
        ("per", None, None, "money", True),
        ("comparator", "about", "equal", "money", False),
        ("change", None, None, "money", True),
        ("change", "increase", None, "money", False),
        ("status", "target", "forecast", "money", False),
        ("period", None, None, "money", True),
        ("period", "2018", "2018/..", "money", False),
        ("indicator", "chiffre d'affaires", "Chiffre d’affaires à l'export", "money", True),
        ("indicator", "les exportations", "EXPORTATIONS", "money", True),
        ("indicator", "déficit de la balance", "balance du commerce", "money", True),
        ("indicator", "déficit public annuel global", "déficit commercial de la zone", "money", False),
        ("indicator", None, None, "money", True),
        ("indicator", "ventes", None, "money", False),
        ("sources", (press("L’Économiste"),), (press("economiste"),), "money", True),
        ("sources", (press("Le Sillon"),), (Named("person", "Le Sillon", None),), "money", False),
        ("sources", (Named("organisation", "HCP", None),), (Named("document", "note du HCP", None),), "money", True),
        ("sources", (Named("person", "Ali Sefrou", "AS"),), (Named("person", "x", "AS"),), "money", True),
        ("sources", (press("Le Sillon"), press("La Vigie")), (press("La Vigie"), press("Le Sillon")), "money", True),
        ("sources", (press("Le Sillon"),), (press("Le Sillon"), press("La Vigie")), "money", False),
        ("sources", (press("Le Sillon"), press("La Vigie")), (press("Le Sillon"), press("Le Sillon")), "money", False),
        ("sources", (), (), "money", True),
        ("sources", (), (press("Le Sillon"),), "money", False),
    ],
)  # fmt: skip
def test_agreement(slot, gold, predicted, kind, right):
    assert agree(slot, gold, predicted, kind) is right


@pytest.mark.parametrize(
    ("alt", "predicted"),
    [
        ({"status": ["forecast"]}, {"status": "forecast"}),
        ({"period": ["2019", None]}, {"period": {"text": "en 2019", "edtf": "2019"}}),
        ({"period": ["2019", None]}, {"period": None}),
        ({"indicator": ["ventes", None]}, {"indicator": {"text": "ventes"}}),
        ({"indicator": [None]}, {"indicator": None}),
        ({"sources": [[{"type": "press", "name": "La Vigie"}], []]}, {"sources": []}),
        ({"value": [{"value": 1300}]}, {"value": 1300}),
        ({"unit": ["kg"]}, {"unit": "kg"}),
        ({"kind": ["count"], "comparator": ["about"]}, {"kind": "count", "comparator": "about"}),
    ],
)
def test_every_answer_of_alt_is_accepted_and_no_other(tmp_path, alt, predicted):
    gold = changed(TONNES, indicator={"text": "figues"}, sources=[{"type": "press", "name": "Le Sillon"}])
    answer = changed(gold, **predicted)
    assert scored(tmp_path, [gold], [answer]).figures.full_f1 == 0
    assert scored(tmp_path, [gold | {"alt": alt}], [answer]).figures.full_f1 == 1
    assert scored(tmp_path, [gold | {"alt": alt}], [gold]).figures.full_f1 == 1


def test_an_optional_fact_is_neither_missed_nor_spurious(tmp_path):
    gold = [TONNES, changed(SUM, optional=True)]
    without, with_it = scored(tmp_path, gold, [TONNES]).figures, scored(tmp_path, gold, [TONNES, SUM]).figures
    assert without == with_it
    assert (without.gold, without.predicted, without.full_f1) == (1, 1, 1)


def test_the_newspaper_that_the_article_reviews_is_not_scored(tmp_path):
    review = {"type": "press", "name": "La Vigie", "resolved": "article"}
    assert scored(tmp_path, [STAFF], [changed(STAFF, sources=[review])]).figures.slots["sources"] == 1
    explicit = review | {"resolved": "explicit"}
    assert scored(tmp_path, [STAFF], [changed(STAFF, sources=[explicit])]).figures.slots["sources"] == 0


def test_a_period_without_a_date_is_no_period(tmp_path):
    now = changed(STAFF, period={"text": "maintenant", "edtf": None})
    assert scored(tmp_path, [STAFF], [now]).figures.claim_f1 == 1


def test_the_subject_is_measured_apart(tmp_path):
    gold = [changed(SUM, subject={"text": "La coopérative"}), STAFF]
    report = scored(tmp_path, gold, [SUM, STAFF])
    assert (report.figures.subject, report.figures.full_f1) == (0.5, 1)
    assert [mistake.quote for mistake in report.mistakes("subject")["subject"]] == ["3,5 millions de dirhams"]
    silent = {key: value for key, value in STAFF.items() if key != "subject"}  # gold that does not say is not compared
    assert scored(tmp_path, [gold[0], silent], [SUM, STAFF]).figures.subject == 0


# Tables, mistakes, comparison


def test_a_pair_of_two_kinds_is_right_for_neither(tmp_path):
    kinds = scored(
        tmp_path, [STAFF, WORKSHOPS, TONNES], [changed(STAFF, kind="count", unit="salarié"), WORKSHOPS]
    ).kinds
    assert (kinds["jobs"].gold, kinds["jobs"].predicted, kinds["jobs"].found, kinds["jobs"].core_f1) == (1, 0, 1, 0)
    assert (kinds["count"].gold, kinds["count"].predicted, kinds["count"].full_f1) == (1, 2, 0.6667)
    assert (kinds["measure"].found, "money" in kinds) == (0, False)


def test_confidence_is_set_against_precision_at_full_level(tmp_path):
    predicted = [
        TONNES | {"confidence": 0.97},
        changed(SUM, indicator=None) | {"confidence": 1.0},  # right in its claim, not in its indicator
        changed(RISE, change=None) | {"confidence": 0.92},
        fact("2018") | {"confidence": 0.3},
        STAFF,
    ]
    table = scored(tmp_path, [TONNES, SUM, RISE, STAFF], predicted).reliability
    rows = [(b.low, b.high, b.count, b.confidence, b.precision) for b in table.bins]
    assert rows == [(0.0, 0.5, 1, 0.3, 0.0), (0.9, 0.95, 1, 0.92, 0.0), (0.95, 1.0, 2, 0.985, 0.5)]
    assert (table.without, table.error) == (1, 0.5475)  # (0.3 + 0.92 + 2 x 0.485) / 4


def test_mistakes_are_grouped_by_slot_and_show_their_place(tmp_path):
    predicted = [changed(TONNES, unit="kg", period=None) | {"rules": ["mass"]}, fact("2018")]
    found = scored(tmp_path, [changed(TONNES, alt={"unit": ["quintal"]}), SUM], predicted).mistakes()
    assert list(found) == ["missed", "spurious", "unit", "period"]
    (unit,) = found["unit"]
    assert (unit.expected, unit.got, unit.rules) == ("t | quintal", "kg", ("mass",))
    assert unit.before == "La coopérative a vendu "
    assert unit.after.startswith(" de figues en 2018.")
    assert found["missed"][0].expected == "money 3500000 MAD"
    assert found["spurious"][0].got == "count 1"


def test_text_from_outside_cannot_reach_the_terminal_as_control_codes(tmp_path):
    text = "Ligne\n\x1b[31m7 ateliers\x07"
    (mistake,) = scored(tmp_path, [fact("7 ateliers", text=text)], [], text).mistakes()["missed"]
    assert (mistake.before, mistake.after) == ("Ligne⏎·[31m", "·")


def test_a_comparison_names_the_facts_gained_and_lost(tmp_path):
    gold = [TONNES, SUM, RISE]
    before = scored(tmp_path, gold, [TONNES, changed(SUM, unit="EUR"), fact("40"), fact("7")])
    earlier = tmp_path / "before.json"
    earlier.write_text(json.dumps(before.to_json()), encoding="utf-8")
    after = scored(tmp_path, [*gold, STAFF], [SUM, RISE, fact("7"), fact("2018")])
    comparison = compare(after, earlier)
    assert {(m.quote, m.before, m.after) for m in comparison.gained} == {
        ("3,5 millions de dirhams", "detection", "full"),
        ("12%", "missed", "full"),
        ("40", "spurious", None),
    }
    assert {(m.quote, m.before, m.after) for m in comparison.lost} == {
        ("1.200 tonnes", "full", "missed"),
        ("2018", None, "spurious"),
    }
    assert comparison.incomparable == 1  # 40 salariés is new in the gold
    assert comparison.earlier["set"]["full_f1"] == 0.2857


@pytest.mark.parametrize("content", ["", "{", "[]", '{"sets": [{"name": "x"}]}', None])
def test_what_is_no_report_is_refused(tmp_path, content):
    path = tmp_path / "before.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=r"before\.json: .*--json"):
        compare(scored(tmp_path, [TONNES], []), path)


# Gold


def corpus(folder: Path, name: str = "2019/figues") -> Path:
    article, gold = folder / "articles" / f"{name}.txt", folder / "gold" / f"{name}.json"
    for path in (article, gold):
        path.parent.mkdir(parents=True)
    article.write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    gold.write_text(json.dumps({"id": name, "published": "2019-05-15", "outlet": None, "facts": [TONNES]}))
    return folder


def test_the_forms_of_gold_hold_the_same(tmp_path):
    folder = corpus(tmp_path / "corpus")
    row = {"id": "2019/figues", "published": "2019-05-15", "outlet": None, "text": TEXT, "facts": [TONNES]}
    as_lines = lines(tmp_path / "gold.jsonl", row)  # a name that says nothing: the folder's counts
    whole = tmp_path / "whole.json"
    whole.write_text(json.dumps(row), encoding="utf-8")
    sets = [read_gold(path) for path in (folder, folder / "gold" / "2019" / "figues.json", as_lines, whole)]
    assert all(gold.articles == sets[0].articles for gold in sets)
    assert len({gold.digest for gold in sets}) == 1
    assert [gold.name for gold in sets] == ["corpus", "figues", tmp_path.name, "whole"]


def test_line_separators_inside_a_string_do_not_divide_a_line(tmp_path):
    text = "Un bilan\u2028de 7 ateliers\x85"
    path = lines(tmp_path / "set.jsonl", {"id": "a", "text": text, "facts": [fact("7 ateliers", text=text)]})
    path.write_text(path.read_text(encoding="utf-8") + "\r\n\n", encoding="utf-8", newline="")
    assert read_gold(path).articles[0].text == text


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        ({"start": 22}, r"line 1, article 'a', fact 1 \('1\.200 tonnes'\): 22:35 gives .*It stands at 23:35$"),
        ({"quote": "1.300 tonnes"}, r"not the quote\. Copy the quote"),
        ({"start": "23"}, "not the quote"),
        ({"kind": "emplois"}, "kind is 'emplois'. It is one of jobs, money"),
        ({"status": "planned"}, "status is 'planned'"),
        ({"change": "up"}, "change is 'up'"),
        ({"comparator": "circa"}, "comparator is 'circa'"),
        ({"comparator": "between"}, "comparator and numbers do not go together"),
        ({"value": None}, "comparator and numbers do not go together"),
        ({"value": "1200"}, "'1200' is no number"),
        ({"value": True}, "True is no number"),
        ({"value": 10**400}, "too large"),
        ({"sources": [{"type": "journal", "name": "Le Sillon"}]}, "the type of a source is 'journal'"),
        ({"sources": ["Le Sillon"]}, "a field has another form"),
        ({"indicator": "figues"}, "a field has another form"),
        ({"alt": {"state": ["target"]}}, "a slot of alt is 'state'"),
        ({"alt": {"status": "target"}}, "alt holds no lists"),
        ({"alt": {"status": ["planned"]}}, "status is 'planned'"),
        ({"alt": {"period": [{"text": "en 2018", "edtf": "2018"}]}}, "alt of period holds no strings"),
        ({"optionnal": True}, "'optionnal' is no field of a fact. Did you mean 'optional'"),
        ({"quantity": 3}, "quantity is no JSON object"),
    ],
)
def test_a_wrong_fact_is_named_with_its_cause_and_cure(tmp_path, broken, message):
    path = lines(tmp_path / "set.jsonl", {"id": "a", "text": TEXT, "facts": [changed(TONNES, **broken)]})
    with pytest.raises(GoldError, match=message) as caught:
        read_gold(path)
    assert "set.jsonl, line 1" in str(caught.value)
    assert caught.value.cure


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("gold.jsonl", b"{", "the line is no JSON"),
        ("gold.jsonl", b"[" * 100_000, "the line is no JSON"),
        ("gold.jsonl", b"[]", "the line is no JSON object"),
        ("gold.jsonl", b"", "no article in it"),
        ("gold.jsonl", b'{"id": "a", "text": "\xe9", "facts": []}', "byte 21 is no UTF-8"),
        ("gold.jsonl", b'{"id": "a", "facts": []}', "'text' is missing"),
        ("gold.jsonl", b'{"id": "a", "text": "x", "facts": [], "published": 2019}', "'published' is no string"),
        ("gold.jsonl", b'{"id": "a", "text": "x", "facts": [1]}', "a fact is no JSON object"),
        ("gold.jsonl", b'{"id": "a", "text": "x", "facts": [{"quote": "x"}]}', "'start' is missing"),
        ("gold.jsonl", b'{"id": "a", "text": "", "facts": []}\n' * 2, "the id 'a' stands twice"),
        ("gold.json", b'{"id": "a", "facts": []}', "no text belongs to it"),
        ("gold.csv", b"", "is no form of gold"),
    ],
)
def test_a_wrong_gold_file_is_refused(tmp_path, name, content, message):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(GoldError, match=message):
        read_gold(path)


def test_a_wrong_gold_folder_is_refused(tmp_path):
    with pytest.raises(GoldError, match="no such file or folder"):
        read_gold(tmp_path / "nowhere")
    with pytest.raises(GoldError, match="no articles/ and gold/ in it"):
        read_gold(tmp_path)
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "trap.json").mkdir()
    (tmp_path / "articles").mkdir()
    with pytest.raises(GoldError, match=r"trap\.json: cannot be read"):
        read_gold(tmp_path)
    folder = corpus(tmp_path / "corpus")
    gold = folder / "gold" / "2019" / "figues.json"
    gold.rename(gold.with_stem("dattes"))
    with pytest.raises(GoldError, match=r"no text belongs to it\. Put the article into .*dattes\.txt"):
        read_gold(folder)
    (folder / "articles" / "2019" / "dattes.txt").write_text(TEXT)
    with pytest.raises(GoldError, match=r"its id is '2019/figues'\. Make it '2019/dattes'"):
        read_gold(folder)


def test_two_sets_of_one_name_are_refused(tmp_path):
    path = lines(tmp_path / "set.jsonl", {"id": "a", "text": TEXT, "facts": []})
    with pytest.raises(GoldError, match="the set is called 'set', as is"):
        evaluate_predictions([path, path], lines(tmp_path / "p.jsonl", {"id": "a", "facts": []}))


# Predictions


def whole_fact(record: dict[str, Any], article: str) -> dict[str, Any]:
    """A fact as the extractor writes it."""
    start, end = record["start"], record["end"]
    numeral = {"text": record["quote"], "start": start, "end": end}
    return record | {
        "id": "0" * 16,
        "article_id": article,
        "quantity": record["quantity"] | {"numeral": numeral, "unit_mention": None},
        "period": None,
        "compared_to": None,
        "sentence": {"start": 0, "end": len(TEXT)},
        "rules": ["mass"],
        "confidence": 0.9,
    }


class Clerk:
    """An extractor that finds the tonnes and refuses the millions."""

    def __init__(self) -> None:
        self.read: list[Article] = []

    def extract(self, article: Article) -> Extraction:
        self.read.append(article)
        refused = {key: SUM[key] for key in ("quote", "start", "end")} | {"reason": "unit_unknown", "rule": "sums"}
        return Extraction.model_validate_json(
            json.dumps(
                {
                    "schema_version": "1.0",
                    "rules_version": "x",
                    "article": article.model_dump(mode="json"),
                    "reviewed": [],
                    "facts": [whole_fact(TONNES, article.id)],
                    "rejections": [refused],
                    "warnings": [],
                }
            )
        )


def test_the_extractor_reads_the_texts_with_their_dates(tmp_path):
    clerk = Clerk()
    gold = [changed(TONNES, period=None), SUM]
    path = lines(
        tmp_path / "set.jsonl", {"id": "a", "published": "2019-05-15", "outlet": "Le Fil", "text": TEXT, "facts": gold}
    )
    report = evaluate([path], clerk)
    (article,) = clerk.read
    assert (article.id, article.text, str(article.published), article.outlet) == ("a", TEXT, "2019-05-15", "Le Fil")
    assert (report.figures.precision, report.figures.recall, report.figures.full_f1) == (1, 0.5, 0.6667)
    assert report.mistakes()["missed"][0].got == "refused: unit_unknown (sums)"
    assert report.reliability.bins[0].precision == 1


def test_predictions_are_extractions_or_facts(tmp_path):
    facts = lines(tmp_path / "facts.jsonl", whole_fact(TONNES, "a"), whole_fact(SUM, "a"), whole_fact(RISE, "b"))
    assert {key: len(row.facts) for key, row in read_predictions(facts).items()} == {"a": 2, "b": 1}
    extractions = lines(tmp_path / "e.jsonl", {"article": {"id": "a"}, "facts": [TONNES], "rejections": []})
    assert [found.quote for found in read_predictions(extractions)["a"].facts] == ["1.200 tonnes"]


@pytest.mark.parametrize(
    "line", ["{", "3", '{"facts": []}', '{"article_id": "a"}', '{"id": "a", "facts": [{}]}', "[" * 100_000]
)
def test_a_line_that_is_no_prediction_is_named(tmp_path, line):
    path = tmp_path / "p.jsonl"
    path.write_text("\n" + line, encoding="utf-8")
    with pytest.raises(RecordError, match=r"p\.jsonl, line 2: no prediction"):
        read_predictions(path)


def test_predictions_of_other_articles_are_refused(tmp_path):
    gold = lines(tmp_path / "set.jsonl", {"id": "a", "text": TEXT, "facts": [TONNES]})
    with pytest.raises(InputError, match="no article of the gold is in it"):
        evaluate_predictions([gold], lines(tmp_path / "p.jsonl", {"id": "b", "facts": []}))
    with pytest.raises(InputError, match="cannot be read"):
        evaluate_predictions([gold], tmp_path / "nowhere.jsonl")


# Floors


def test_floors_hold_and_rise_and_do_not_fall(tmp_path):
    path = tmp_path / "deep" / "floors.json"
    good, poor = scored(tmp_path, [TONNES, SUM], [TONNES, SUM]), scored(tmp_path, [TONNES, SUM], [TONNES])
    assert [str(breach) for breach in check(good, read_floors(path))] == [
        "set: no floor for any measure; --update writes one"
    ]
    assert update(poor, path) == []
    assert check(good, read_floors(path)) == []
    assert update(good, path) == []
    floors = read_floors(path)
    assert floors["set"].values["recall"] == 1
    breaches = check(poor, floors)
    assert {breach.measure for breach in breaches} == {"recall", "detection_f1", "core_f1", "claim_f1", "full_f1"}
    assert str(breaches[0]) == "set: recall is 0.5000, below its floor 1.0000"
    before = path.read_bytes()
    assert update(poor, path) == breaches
    assert path.read_bytes() == before
    assert update(poor, path, allow_lower=True) == []
    assert read_floors(path)["set"].values["recall"] == 0.5


def test_floors_of_gold_that_was_edited_do_not_count_until_they_are_updated(tmp_path):
    path = tmp_path / "floors.json"
    update(scored(tmp_path, [TONNES, SUM], [TONNES, SUM]), path)
    edited = scored(tmp_path, [TONNES], [TONNES])
    (breach,) = check(edited, read_floors(path))
    assert "the gold has changed" in str(breach)
    assert update(edited, path) == []
    assert check(edited, read_floors(path)) == []
    # an edit is no way round the floors
    worse = scored(tmp_path, [TONNES, SUM], [SUM])
    assert "recall" in {breach.measure for breach in update(worse, path)}


def test_floors_of_other_sets_are_kept(tmp_path):
    path = tmp_path / "floors.json"
    report = scored(tmp_path, [TONNES], [TONNES])
    update(report, path)
    other = json.loads(path.read_text())
    path.write_text(json.dumps(other | {"elsewhere": other["set"]}))
    assert check(report, read_floors(path)) == []
    update(report, path)
    assert list(read_floors(path)) == ["elsewhere", "set"]


@pytest.mark.parametrize("content", ["{", "[]", '{"set": {}}', '{"set": {"digest": "x", "floors": {"beauty": 1}}}'])
def test_what_are_no_floors_is_refused(tmp_path, content):
    path = tmp_path / "floors.json"
    path.write_text(content)
    with pytest.raises(GoldError, match=r"floors\.json: these are no floors"):
        read_floors(path)


# The command


@pytest.fixture
def run(tmp_path):
    app = typer.Typer(rich_markup_mode=None)
    app.command()(evaluate_command)
    gold = lines(tmp_path / "set.jsonl", {"id": "a", "text": TEXT, "facts": [TONNES, SUM]})
    predicted = lines(tmp_path / "p.jsonl", {"id": "a", "facts": [changed(TONNES, unit="kg"), fact("2018")]})

    def call(*arguments: str | Path):
        options = [str(gold), "--predicted", str(predicted), *map(str, arguments)]
        return CliRunner(env={"COLUMNS": "120"}).invoke(app, options)

    return call


def test_the_command_prints_levels_slots_and_mistakes(run):
    result = run("--errors")
    assert result.exit_code == 0
    rows = [line.split() for line in result.output.splitlines()]
    assert ["detection", "F1", "0.5000"] in rows
    assert ["unit", "0.0000"] in rows
    assert ["money", "1", "0", "0", "0.0000", "0.0000", "0.0000"] in rows
    for expected in ("Scores", "Kinds", "missed: 1", "spurious: 1", "unit: 1", "[1.200 tonnes]", "expected t; got kg"):
        assert expected in result.output
    only = run("--slot", "unit").output
    assert "unit: 1" in only
    assert "missed: 1" not in only
    assert "Confidence" not in only


def test_the_command_writes_json_and_compares(run, tmp_path):
    report = tmp_path / "new" / "report.json"
    assert run("--json", report).exit_code == 0
    written = json.loads(report.read_text(encoding="utf-8"))
    assert written["sets"][0]["detection_f1"] == 0.5
    assert json.loads(run("--json", "-").output) == written
    lines(tmp_path / "p.jsonl", {"id": "a", "facts": [TONNES]})
    result = run("--against", report)
    assert "Gained: 2" in result.output
    assert "1.200 tonnes, detection → full" in result.output
    assert "1.0000 +0.5000" in result.output


def test_the_command_holds_floors(run, tmp_path):
    floors = tmp_path / "floors.json"
    missing = run("--floors", floors)
    assert missing.exit_code == 1
    assert "no floor for any measure" in missing.output
    assert run("--floors", floors, "--update").exit_code == 0
    assert run("--floors", floors).exit_code == 0
    lines(tmp_path / "p.jsonl", {"id": "a", "facts": []})
    below = run("--floors", floors)
    assert below.exit_code == 1
    assert "set: recall is 0.0000, below its floor 0.5000" in below.output
    refused = run("--floors", floors, "--update")
    assert refused.exit_code == 1
    assert "No floor was written" in refused.output
    assert run("--floors", floors, "--update", "--allow-lower").exit_code == 0


def test_wrong_gold_is_one_line_and_exit_code_2(tmp_path):
    path = lines(tmp_path / "set.jsonl", {"id": "a", "text": TEXT, "facts": [changed(TONNES, start=22)]})
    program = [sys.executable, "-c", "from pressfacts.cli import main; main()"]
    result = subprocess.run(
        [*program, "evaluate", path, "--predicted", path], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert result.returncode == 2
    assert result.stderr.count("\n") == 1
    assert "It stands at 23:35" in result.stderr


@pytest.mark.parametrize(
    "options", [["--update"], ["--allow-lower"], ["--slot", "beauty"], ["--lexicon", "."], ["--against"]]
)
def test_the_command_refuses_options_that_do_not_fit(run, options):
    assert run(*options).exit_code == 2


def test_the_command_says_where_it_cannot_write(run, tmp_path):
    result = run("--json", tmp_path)
    assert "cannot be written" in str(result.exception)
    result = run("--floors", tmp_path / "set.jsonl" / "floors.json", "--update")
    assert "cannot be" in str(result.exception)
