"""What holds for every text and every number, not for the examples only."""

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from num2words import num2words

from pressfacts import Article, Extraction, Extractor, article_from_text, extract, read_articles
from pressfacts.articles.layout import layout
from pressfacts.text import fold

CORPUS = Path(__file__).parent.parent / "corpus"
EXTRACTOR = Extractor()
unhurried = settings(deadline=None, max_examples=150)

SEPARATORS = ("", ".", " ", "\u00a0", "\u202f", "\u2009", "'", "’")
LANGUAGES = ("fr", "fr_BE", "fr_CH")

# Where a number stands in a sentence, the unit behind it, and what is to come out. The numeral is {}.
COUNTED = [
    ("Le groupe a vendu {} lits en 2018.", "count", "lit"),
    ("Près de Safi, on recense {} ruches, selon la coopérative.", "count", "ruche"),
    ("La route mesure {} kilomètres.", "measure", "km"),
    ("Le chantier emploie {} salariés.", "jobs", "job"),
    ("Le pont a coûté {} dirhams.", "money", "MAD"),
    ("Le pont a coûté {} euros, d'après le ministère.", "money", "EUR"),
]
SUMS = [
    ("Le pont a coûté {} de dirhams.", "money", "MAD"),
    ("L'enveloppe s'élève à {} d'euros.", "money", "EUR"),
    ("La région compte {} d'oliviers.", "count", "olivier"),
]
# Scales written out and glued: the text behind the numeral, the factor, the unit.
GLUED = [
    ("DH", 1, "MAD"), ("Dh", 1, "MAD"), (" DH", 1, "MAD"), (" KDH", 10**3, "MAD"), ("MDH", 10**6, "MAD"),
    (" MDH", 10**6, "MAD"), (" MMDH", 10**9, "MAD"), ("MMDH", 10**9, "MAD"), ("Mds DH", 10**9, "MAD"),
    (" Mds DH", 10**9, "MAD"), (" Mds de DH", 10**9, "MAD"), ("M€", 10**6, "EUR"), (" M€", 10**6, "EUR"),
    (" Mds €", 10**9, "EUR"), ("€", 1, "EUR"), (" $", 1, "USD"), (" MM$", 10**9, "USD"), (" FCFA", 1, "XOF"),
    (" km", 1, "km"), ("km", 1, "km"), (" ha", 1, "ha"), (" t", 1, "t"), (" MW", 1, "MW"), ("%", 1, "percent"),
    (" %", 1, "percent"), ("\u202f%", 1, "percent"), (" pour cent", 1, "percent"),
]  # fmt: skip


def grouped(number: int, separator: str) -> str:
    return f"{number:,}".replace(",", separator)


def in_words(number: int, language: str) -> str:
    words = num2words(number, lang=language)
    # two slips of num2words in the French of Belgium and Switzerland
    words = re.sub(r"quatre-vingt et un\b", "quatre-vingt-un", words)
    return re.sub(r"(?<!-)\bun (million|milliard)s", r"un \1", words)


def only(text: str) -> Any:
    facts = extract(text).facts
    assert len(facts) == 1, [fact.quote for fact in facts]
    return facts[0]


def check(sentence: tuple[str, str, str], numeral: str, value: Decimal | int) -> None:
    carrier, kind, unit = sentence
    text = carrier.format(numeral)
    fact = only(text)
    assert (fact.quantity.value, fact.kind, fact.quantity.unit) == (Decimal(value), kind, unit), text
    assert numeral.strip().split()[0] in fact.quote


@unhurried
@given(st.integers(2, 10**12), st.sampled_from(SEPARATORS), st.sampled_from(COUNTED))
def test_digits_are_read_back(number: int, separator: str, sentence: tuple[str, str, str]):
    check(sentence, grouped(number, separator), number)


@unhurried
@given(
    st.integers(0, 10**7),
    st.integers(1, 999),
    st.sampled_from(SEPARATORS),
    st.sampled_from([(" millions", 10**6), (" milliards", 10**9)]),
    st.sampled_from(SUMS),
)
def test_decimals_before_a_scale_are_read_back(whole, part, separator, scale, sentence):
    word, factor = scale
    decimals = f"{part:03}".rstrip("0")
    value = Decimal(f"{whole}.{decimals}")
    if value < 2:
        word = word.removesuffix("s")
    check(sentence, f"{grouped(whole, separator)},{decimals}{word}", value * factor)


@unhurried
@given(st.integers(0, 999), st.integers(0, 99), st.sampled_from(",."), st.sampled_from(GLUED))
def test_decimals_before_a_unit_are_read_back(whole, part, point, behind):
    after, factor, unit = behind
    value = Decimal(f"{whole}.{part:02}")
    text = f"Le total a atteint {whole}{point}{part:02}{after}, selon la coopérative."
    fact = only(text)
    assert (fact.quantity.value, fact.quantity.unit) == (value * factor, unit), text


@unhurried
@given(st.integers(1, 10**6), st.sampled_from(SEPARATORS), st.sampled_from(GLUED))
def test_glued_units_are_read_back(number, separator, behind):
    after, factor, unit = behind
    assume(unit != "percent" or separator != "." or number < 1000)  # "1.375 %" has decimals
    text = f"Le total a atteint {grouped(number, separator)}{after}, selon la coopérative."
    fact = only(text)
    assert (fact.quantity.value, fact.quantity.unit) == (number * factor, unit), text


@unhurried
@given(
    st.one_of(st.integers(2, 99), st.integers(2, 10**4), st.integers(2, 10**9)),
    st.sampled_from(LANGUAGES),
    st.booleans(),
    st.sampled_from(COUNTED),
)
@example(1_000_000, "fr", False, COUNTED[0])
@example(200_300, "fr", False, COUNTED[0])
@example(2_300, "fr", True, COUNTED[4])
@example(97, "fr_BE", False, COUNTED[3])
@example(80, "fr_CH", False, COUNTED[3])
def test_number_words_are_read_back(number, language, spaced, sentence):
    words = in_words(number, language)
    if spaced:
        words = words.replace("-", " ")  # quatre vingt dix sept
    if number % 10**6 == 0:
        carrier, kind, unit = sentence
        noun = carrier.partition("{} ")[2]
        sentence = carrier.replace("{} ", "{} d'" if noun[0] in "aeiou" else "{} de "), kind, unit
    check(sentence, words, number)


@unhurried
@given(
    st.integers(2, 10**6),
    st.integers(1, 10**6),
    st.sampled_from(SEPARATORS),
    st.sampled_from(["entre {} et {}", "de {} à {}"]),
    st.sampled_from(["touristes", "dirhams", "hectares", "km"]),
)
def test_ranges_are_read_back(low, more, separator, words, noun):
    high = low + more
    assume(separator or not 1000 <= low <= 2100)  # bare, these are years: "de 1999 à 2005"
    text = f"La commune accueille {words.format(grouped(low, separator), grouped(high, separator))} {noun} par an."
    found = [fact.quantity for fact in extract(text).facts]
    assert [(one.low, one.high, one.comparator) for one in found] == [(low, high, "between")], text


@unhurried
@given(st.integers(2, 999), st.sampled_from(LANGUAGES), st.sampled_from([("million", 10**6), ("milliard", 10**9)]))
def test_number_words_and_a_half_are_read_back(number, language, scale):
    word, factor = scale
    words = f"{in_words(number, language)} {word}s"
    check(("Le pont a coûté {} et demi de dirhams.", "money", "MAD"), words, number * factor + factor // 2)


@given(st.text())
def test_fold_keeps_lengths(text: str):
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


PIECES = [
    "Le port de Safi a créé", "300 emplois", "en 2018", ", selon Le Matin", "1,5 milliard de", "dirhams",
    "l'an dernier",
    "plus de", "entre 3 et", "6%", "de 5 à 7 points", "«", "»", '"', "(", ")", ".", ",", " ", "\n", "\n\n", "\r\n\r\n",
    "\u00a0", "M. Alaoui", "dit-il", "le quotidien", "HCP (Haut-Commissariat au Plan)", "Le 15/05/2019 à 18h41", "😀",
    "e\u0301te\u0301", "un", "une centaine de", "les deux tiers", "un Marocain sur trois", "a triplé", "contre 4,9",
    "dont 12 à Fès", "loi 47-18", "Par Ali Alaoui", "Revue de presseKiosque360.", "- 4", "+1,8Md", "\u202f", "²", "½",
    "d’ici 2026", "hier", "depuis trois ans", "x3", "\t", "\u200b", "…", "ASSABAH :", "• ", "communiqué", "estime",
]  # fmt: skip


def whole(found: Extraction) -> None:
    """Every stretch of text in a record is the text at its place."""
    text = found.article.text

    def walk(value: Any) -> None:
        if isinstance(value, dict):
            said = value.get("quote", value.get("text"))
            if value.get("start") is not None and said is not None:
                assert text[value["start"] : value["end"]] == said
            for inner in value.values():
                walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)

    record = found.model_dump(mode="json")
    walk(record)
    assert Extraction.model_validate_json(json.dumps(record)) == found
    for fact in found.facts:
        assert fact.sentence.start <= fact.start < fact.end <= fact.sentence.end
        numeral = fact.quantity.numeral
        assert fact.start <= numeral.start < numeral.end <= fact.end
    places = [(fact.start, fact.end) for fact in found.facts]
    assert places == sorted(set(places))
    assert len({fact.id for fact in found.facts}) == len(found.facts)


@unhurried
@example(["x2²"], " ")
@example(["avons levé un milliard", "d'euros", "à"], " ")
@example(["de 1 à trois des dix usines"], " ")
@example(["mille"] * 12 + ["lits"], " ")
@example(["300 emplois", ", a annoncé à Safi le ministre de l'Agriculture"], "")
@given(
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6), st.integers(0, 10**7).map(str)), max_size=25),
    st.sampled_from(["", " ", " ", " ", "\n"]),
)
def test_offsets_give_the_quote_in_any_text(pieces: list[str], between: str):
    whole(extract(between.join(pieces), published="2019-05-16"))


@unhurried
@given(st.text(max_size=120))
def test_any_text_can_be_read(text: str):
    whole(extract(text))


NEUTRAL = (
    "La rentrée se déroule dans le calme et les habitants reprennent doucement le chemin du travail.",
    "Le sujet revient souvent dans les conversations, sans que rien ne change vraiment.",
)
ARTICLES = {article.id: article for article in read_articles(CORPUS / "articles")}


def shifted(value: Any, place: int, by: int) -> Any:
    """The record with all offsets from ``place`` on moved; ids stay, for they depend on quote and sentence."""
    if isinstance(value, dict):
        return {
            key: inner + by if key in ("start", "end") and inner is not None and inner >= place
            else shifted(inner, place, by)
            for key, inner in value.items()
        }  # fmt: skip
    return [shifted(inner, place, by) for inner in value] if isinstance(value, list) else value


@pytest.mark.parametrize("paragraph", NEUTRAL, ids=["calm", "unchanged"])
@pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES)
def test_a_neutral_paragraph_before_the_body_changes_nothing(article: Article, paragraph: str):
    text = article.text
    place = next(block.start for block in layout(text).blocks if block.role == "body")
    added = paragraph + "\n\n"
    longer = text[:place] + added + text[place:]
    before = EXTRACTOR.extract(article_from_text(text, id="a", published=article.published))
    after = EXTRACTOR.extract(article_from_text(longer, id="a", published=article.published))
    assert after.reviewed == before.reviewed
    for name in ("facts", "rejections"):
        expected = shifted(before.model_dump(mode="json")[name], place, len(added))
        assert shifted(after.model_dump(mode="json")[name], len(longer) + 1, 0) == expected
