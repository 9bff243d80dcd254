"""The runner over other tools' specifications, on files of their form that are made here."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from benchmarks.peers.__main__ import main, report
from benchmarks.peers.cases import Case, read
from benchmarks.peers.judging import DIFFERENCES, Judge

RECOGNIZERS = [
    {"Input": "Le port a 27 grues neuves.", "Results": [
        {"Text": "27", "TypeName": "number", "Resolution": {"value": "27"}, "Start": 11, "End": 12},
    ]},
    {"Input": " deux cinquièmes", "Results": [
        {"Text": "deux cinquièmes", "TypeName": "number", "Resolution": {"value": "0,4"}, "Start": 1, "End": 15},
    ]},
    {"Input": "quatre milliards", "Results": [
        {"Text": "quatre milliards", "TypeName": "number", "Resolution": {"value": "4000000000"}},
    ]},
    {"Input": "1,5E7", "Results": [
        {"Text": "1,5E7", "TypeName": "number", "Resolution": {"value": "15000000"}, "Start": 0, "End": 4},
    ]},
    {"Input": "Les deux maires sont venus.", "Results": [
        {"Text": "deux", "TypeName": "number", "Resolution": {"value": "2"}, "Start": 4, "End": 7},
    ]},
    {"Input": "La citerne tient 90 litres.", "Results": []},
    {"Input": "La place est vide.", "Results": []},
    {"Input": "Le taux est supérieur à 12% et inférieur à 15%.", "NotSupported": "python", "Results": [
        {"Text": "supérieur à 12% et inférieur à 15%", "TypeName": "numberrange", "Resolution": {"value": "(12,15)"}},
    ]},
    {"Input": "entre 12 et 15%", "Results": [
        {"Text": "entre 12 et 15%", "TypeName": "numberrange", "Resolution": {"value": "[12,15)"}},
    ]},
    {"Input": "61,5 %", "Results": [
        {"Text": "61,5 %", "TypeName": "percentage", "Resolution": {"value": "61,5%"}},
    ]},
    {"Input": "Le quai a coûté 8 millions d'euros.", "Results": [
        {"Text": "8 millions d'euros", "TypeName": "currency", "Resolution": {"value": "8000000", "unit": "Euro"}},
    ]},
    {"Input": "Le quai mesure 3 kilomètres.", "Results": [
        {"Text": "3 kilomètres", "TypeName": "dimension", "Resolution": {"value": "3", "unit": "Kilomètres"}},
    ]},
    {"Input": "Il fait 3 degrés", "Results": [
        {"Text": "3 degrés", "TypeName": "temperature", "Resolution": {"value": "3", "unit": "C"}},
    ]},
]  # fmt: skip
DUCKLING = r"""
negativeCorpus = (testContext {lang = FR}, examples)
  where
    examples =
      [ "des jours" ]
allExamples = concat
  [ examples (NumeralValue 27)
             [ "vingt-sept"
             , "27"
             ]
  , examples (NumeralValue (-3.5))
             [ "-3,5" ]
  , examples (simple EUR 27)
             [ "27 euros", "vingt-sept \233cus" ]
  , examples (between EUR (10, 20)) [ "entre 10 et 20 euros" ]
  , examples (above EUR 10) [ "plus de 10 euros" ]
  , examples (under EUR 10) [ "moins de 10 euros" ]
  , examples (DurationData 40 Day) [ "40 jours" ]
  , examples (DurationData 2 Quarter) [ "2 trimestres" ]
  ]
"""


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    specification = tmp_path / "NumberModel.json"
    specification.write_text("\ufeff" + json.dumps(RECOGNIZERS), encoding="utf-8")
    corpus = tmp_path / "Numeral" / "FR" / "Corpus.hs"
    corpus.parent.mkdir(parents=True)
    corpus.write_text(DUCKLING, encoding="utf-8")
    return [specification, corpus]


def test_files_are_understood(files: list[Path]):
    recognizers, duckling = map(read, files)
    assert {case.suite for case in recognizers} == {"Recognizers NumberModel"}
    assert {case.suite for case in duckling} == {"Duckling Numeral"}
    phrases = [case.text[case.start : case.end] for case in recognizers]
    assert phrases[:2] == ["27", "deux cinquièmes"]
    assert [case.kind for case in recognizers] == [
        "number", "number", "number", "number", "number", "nothing", "nothing", "range", "range", "percentage", "money",
        "dimension",
    ]  # fmt: skip
    assert recognizers[2].text == "Le groupe a vendu quatre milliards de lits."
    assert (recognizers[7].low, recognizers[7].high) == (12, 15)
    assert [(case.kind, case.value, case.low, case.high, case.unit) for case in duckling] == [
        ("number", 27, None, None, None),
        ("number", 27, None, None, None),
        ("number", Decimal("-3.5"), None, None, None),
        ("money", 27, None, None, "EUR"),
        ("money", 27, None, None, "EUR"),
        ("money", None, 10, 20, "EUR"),
        ("money", None, 10, None, "EUR"),
        ("money", None, None, 10, "EUR"),
        ("duration", 40, None, None, "Day"),
        ("duration", 2, None, None, "Quarter"),
        ("nothing", None, None, None, None),
    ]
    assert duckling[4].text == "Le billet coûte vingt-sept écus."


def test_cases_are_judged(files: list[Path]):
    judge = Judge()
    recognizers = [judge.judge(case) for case in read(files[0])]
    assert [verdict.why or verdict.passed for verdict in recognizers] == [
        True, True, True, "notation", "definite", "other_kind", True, True, True, True, True, True,
    ]  # fmt: skip
    duckling = [judge.judge(case) for case in read(files[1])]
    # a currency that nobody has heard of is no pass
    assert [verdict.passed for verdict in duckling] == [
        True, True, True, True, False, True, True, True, True, True, True,
    ]  # fmt: skip
    assert [verdict.failed for verdict in duckling].count(True) == 1
    assert {verdict.why for verdict in recognizers + duckling} - {None} <= DIFFERENCES.keys()
    assert report(recognizers) == {
        "Recognizers NumberModel": {"cases": 12, "passed": 9, "notation": 1, "definite": 1, "other_kind": 1}
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le port a 27 grues.", {"value": Decimal(28)}),
        ("Le taux est de plus de 27%.", {"low": Decimal(27), "high": Decimal(30)}),
        ("Le taux est de plus de 27%.", {"high": Decimal(27)}),
        ("Le quai mesure 27 mètres.", {"value": Decimal(27), "unit": "Kilomètres"}),
    ],
)
def test_what_is_read_otherwise_is_a_failure(text: str, expected: dict):
    kind = "dimension" if "unit" in expected else "number"
    verdict = Judge().judge(Case("made", kind, text, 0, len(text), **expected))
    assert verdict.failed
    assert "27" in verdict.said


def test_the_command(files: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    main(["--failures", "--all", "--json", str(tmp_path / "out.json"), *map(str, files)])
    said = capsys.readouterr().out
    assert "Recognizers NumberModel" in said
    assert "Duckling Numeral: Le billet coûte vingt-sept écus." in said
    assert "1  notation: " in said
    assert json.loads((tmp_path / "out.json").read_text("utf-8"))["Duckling Numeral"]["failed"] == 1
