"""The press review's own form."""

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressfacts.articles import article_from_text, blocks, furniture, layout, moment
from pressfacts.errors import InputError

REVIEW = """La figue de barbarie, une filière qui embauche 4.300 cueilleurs

DR

Revue de presseKiosque360. La filière a exporté 12.000 tonnes en 2018. Détails.

Le 12/05/2019 à 17h25

La coopérative de Sidi Ifni a investi 1 milliard de

dirhams dans ses ateliers, écrit Le Fil.

Par Salma Berrada
Le 12/05/2019 à 17h25"""


def parts(text: str) -> list[tuple[str, str]]:
    return [(role, text[start:end]) for start, end, role in blocks(text)]


def roles(text: str) -> list[str]:
    return [role for _, _, role in blocks(text)]


def test_a_press_review_is_taken_apart():
    article = article_from_text(REVIEW, id="figue")
    assert article.title == "La figue de barbarie, une filière qui embauche 4.300 cueilleurs"
    assert article.kicker == "Revue de presse"
    assert article.column == "Kiosque360"
    assert article.standfirst == "La filière a exporté 12.000 tonnes en 2018. Détails."
    assert article.author == "Salma Berrada"
    assert article.published.isoformat() == "2019-05-12T17:25:00+00:00"
    assert article.text == REVIEW
    assert roles(REVIEW) == [
        "title", "credit", "kicker", "standfirst", "dateline", "body", "byline", "dateline",
    ]  # fmt: skip


def test_furniture_is_what_holds_no_facts():
    said = [(REVIEW[start:end], kind) for start, end, kind in furniture(REVIEW)]
    assert said == [
        ("DR", "credit"),
        ("Revue de presseKiosque360.", "kicker"),
        ("Le 12/05/2019 à 17h25", "dateline"),
        ("Par Salma Berrada", "byline"),
        ("Le 12/05/2019 à 17h25", "dateline"),
    ]


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Le 12/05/2019 à 17h25", "2019-05-12T17:25:00+00:00"),  # Ramadan
        ("Le 29/03/2019 à 09h05", "2019-03-29T09:05:00+01:00"),
        ("publié le mercredi 13 mai 2020 à 11h20", "2020-05-13T11:20:00+00:00"),
        ("AFP, publié le mercredi 13 mai 2020 à 11h20", "2020-05-13T11:20:00+00:00"),
        ("Publié le 09/04/2013 à 16:05", "2013-04-09T16:05:00+00:00"),
        ("Publié sur\u00a011/02/2020", "2020-02-11"),
        ("28 avril 2015 à 06:40", "2015-04-28T06:40:00+01:00"),
        ("28 avril 2015 à 06:40 (Mis à jour : 29 avril 2015 à 06:55)", "2015-04-28T06:40:00+01:00"),
        ("Mis à jour le 10/04/2013 à 09:30 Publié le 09/04/2013 à 16:05", "2013-04-09T16:05:00+00:00"),
        ("Publié par Salma Berrada le 6 mai 2019 à 18h", "2019-05-06T18:00:00+00:00"),
        ("Par Salma Berrada le 29/03/2019 à 09h05", "2019-03-29T09:05:00+01:00"),
        ("Rabat, le 1er août 2019", "2019-08-01"),
        ("Publié le 12 janv. 2021 à 10h00 GMT", "2021-01-12T10:00:00+00:00"),
        ("Mis en ligne le 2021-01-12", "2021-01-12"),
        ("Publie\u0301 le 3 fe\u0301vrier 2019", "2019-02-03"),
        ("12 mai 2019 - 17h25 - Société", "2019-05-12T17:25:00+00:00"),
        ("9 septembre 2025 - Alger, correspondance", "2025-09-09"),
        ("Sion, 25 novembre 2024", "2024-11-25"),
        ("mis à jour le 12/05/2019 à 17h25", None),
        ("publié le 8 février", None),
        ("Le 31/02/2019 à 18h41", None),
    ],
)
def test_datelines(line: str, published: str | None):
    text = f"Un port s'agrandit\n{line}\nLe port de Safi a reçu 300 navires."
    assert roles(text) == ["title", "dateline", "body"]
    found = layout(text).published
    assert (found.isoformat() if found else None) == published


@pytest.mark.parametrize(
    "line",
    [
        "Le 12 mai 2019, le port a reçu 300 navires",
        "Le 12/05/2019 à 17h25 le port a reçu 300 navires",
        "Publié le 12/05/2019, le rapport compte 300 navires",
        "En mai 2019",
        "12 navires le 12 mai 2019",
        "12 mai 2019 - Deux navires",
        "12 mai 2019 - Le port de Safi reçoit des navires",
        "Safi, 12 mai 2019 : trois navires",
        "Revue de presse économique : 12 titres",
    ],
)
def test_sentences_with_dates_are_no_datelines(line: str):
    text = f"Un port s'agrandit\n{line}\nLe port de Safi a grandi."
    assert roles(text) == ["title", "body", "body"]


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Safi, 12/05/2019 (MAP) - Le port a reçu 300 navires.", "2019-05-12"),
        ("SAFI, le 12 mai 2019 (APS) : le port a reçu 300 navires.", "2019-05-12"),
        ("Safi (MAP) - Le port a reçu 300 navires le 12 mai 2019.", None),
    ],
)
def test_an_agency_dates_its_text(line: str, published: str | None):
    found = layout(f"Un port s'agrandit\n{line}\nLe port a grandi.")
    assert found.published == (published and dt.date.fromisoformat(published))
    assert [block.role for block in found.blocks] == ["title", "body", "body"]  # what it says is read


def test_the_hour_counts_in_the_zone_that_the_caller_names():
    text = "Un port s'agrandit\nPublié le 09/07/2013 à 16:05\nLe port a reçu 300 navires."
    assert layout(text, "Europe/Paris").published.isoformat() == "2013-07-09T16:05:00+02:00"
    with pytest.raises(InputError, match="no such time zone"):
        layout(text, "Europe/Atlantide")


def test_the_callers_date_wins():
    article = article_from_text(REVIEW, published="2020-01-02", outlet="Le Fil")
    assert article.published == dt.date(2020, 1, 2)
    assert article.outlet == "Le Fil"


def test_the_dates_of_several_items_are_no_publication_date():
    text = "Un port\n3 mars 2026\nSource : Le Fil\nLe port grandit.\n\nUn pont\n24 mars 2026\nLe pont aussi grandit.\n"
    assert layout(text).published is None
    assert roles(text) == ["title", "dateline", "credit", "body", "body", "dateline", "body"]


@pytest.mark.parametrize(
    "line",
    ["DR", "D.R.", "(DR)", "© Le Fil", "© 2019 Le Fil", "Ph. Map", "Ph. K. Alami", "Photo : Salma Berrada/AFP",
     "Crédit photo : Le Fil", "Source : Sahel24", "Photo d'illustration"],
)  # fmt: skip
def test_credit_lines(line: str):
    assert roles(f"Un port s'agrandit\n\n{line}\n\nLe port a reçu 300 navires.") == ["title", "credit", "body"]


def test_a_caption_with_a_figure_is_read():
    assert roles("Un port s'agrandit\n\nPhoto : le port et ses 300 navires\n\nLe port a grandi.")[1] != "credit"


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Par Salma Berrada", "Salma Berrada"),
        ("Par Driss EL AMRANI", "Driss EL AMRANI"),
        ("Par Salma Berrada, Driss Amrani", "Salma Berrada, Driss Amrani"),
        ("AFP", "AFP"),
        ("AFP, publié le mercredi 13 mai 2020 à 11h20", "AFP"),
        ("Sahel24 avec Agence Sud, publié le mercredi 13 mai 2020 à 11h20", "Sahel24 avec Agence Sud"),
        ("Salma Berrada\nLe 12/05/2019 à 17h25", "Salma Berrada"),
        ("Le 12/05/2019 à 17h25 | Par Salma Berrada", "Salma Berrada"),
        ("12 mai 2019 - 17h25 - Économie - Par: S.B", "S.B"),
        ("Par ailleurs, le port grandit.", None),
        ("Bourse de Casablanca", None),
    ],
)
def test_bylines(line: str, author: str | None):
    assert layout(f"Un port s'agrandit\n{line}\nLe port a reçu 300 navires.").author == author


def test_kicker_and_rubric_on_their_own_lines():
    head = "Économie\n\nLe port de Safi reçoit 300 navires de plus\n\nRevue de presse"
    text = f"{head}\n\nLe port grandit.\n\n12/05/2019 à 8h\n\nLe corps."
    form = layout(text)
    assert roles(text) == ["kicker", "title", "kicker", "standfirst", "dateline", "body"]
    assert (form.kicker, form.title) == ("Revue de presse", "Le port de Safi reçoit 300 navires de plus")
    assert form.standfirst == "Le port grandit."


def test_a_column_alone_before_the_standfirst():
    form = layout("Un port\n\nKiosque360. Le port reçoit 300 navires.\n\nLe corps du texte.")
    assert (form.kicker, form.column, form.standfirst) == (None, "Kiosque360", "Le port reçoit 300 navires.")


@pytest.mark.parametrize(
    "broken",
    [
        "La somme atteint 1 milliard de\n\ndirhams.",
        "La somme atteint 1 milliard\n\nde dirhams.",
        "La somme atteint 1 milliard de\r\n\r\nDH.",
        "La somme atteint 12\n\n% du PIB.",
        "La somme (+12,4% ou +3,7Mds\nDH) grandit.",
        "Selon le ministre,\n\nLe Fil et le port grandissent.",
        "Selon l’\nOffice, le port grandit.",
    ],
)
def test_a_broken_sentence_is_one_block(broken: str):
    text = f"Un port\n\n{broken}\n\nUn autre paragraphe."
    assert parts(text) == [("title", "Un port"), ("body", broken), ("body", "Un autre paragraphe.")]


@pytest.mark.parametrize(
    "apart",
    [
        "Le port grandit.\n\nle pont aussi.",
        "Les ports grandissent :\n- Safi\n- Nador",
        "Un intertitre\n\nLe pont grandit.",
    ],
)
def test_what_is_not_broken_stays_apart(apart: str):
    lines = [line for line in apart.split("\n") if line]
    assert [said for _, said in parts(f"Un port\n\n{apart}")] == ["Un port", *lines]


def test_hard_wrapped_paragraphs_are_joined():
    first = (
        "Le ministre a annoncé hier à Rabat devant les députés que le budget\n"
        "de l'État atteindrait 12 milliards de dirhams en 2020, soit 3% de\n"
        "plus. M. Alami a précisé que les recettes de l'Office des ports,\n"
        "Marsa Maroc comprise, avaient bien progressé, et ce depuis un an."
    )
    second = "Un second paragraphe, lui aussi coupé à la même largeur de ligne que\nLe Fil, qui le publie, et rien."
    assert parts(f"{first}\n\n{second}\n") == [("body", first), ("body", second)]


@pytest.mark.parametrize("text", ["", " \n\n ", "Trois usines ferment", "Une phrase. Une autre phrase."])
def test_text_in_no_form_is_all_body(text: str):
    assert set(roles(text)) <= {"body"}
    assert layout(text).title is None


def test_offsets_count_code_points():
    text = "Un port 😀\r\n\r\nLe port a reçu 300 navires 😀.\r\n\r\nPar Salma Berrada"
    assert parts(text) == [
        ("title", "Un port 😀"),
        ("body", "Le port a reçu 300 navires 😀."),
        ("byline", "Par Salma Berrada"),
    ]


@given(st.text(alphabet="aéA1 .,:(%\n\r-•«»'’\u00a0", max_size=200))
def test_blocks_are_in_order_and_cover_all_but_space(text: str):
    at = 0
    for start, end, _ in blocks(text):
        assert text[at:start].strip() == ""
        assert start < end
        at = end
    assert text[at:].strip() == ""


@pytest.mark.parametrize(
    "shape",
    ["\n", "Par A\n", "Le 12/05/2019 à 17h25\n", "a (\n", "de\n", "Revue de presse", "x", " ", "Le 1/", "\u2028x"],
)
def test_hostile_shapes_take_linear_time(shape: str):
    layout(shape * 1000)
    started = time.perf_counter()
    layout(shape * (200_000 // len(shape)))
    assert time.perf_counter() - started < 3


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2019-05-12", "2019-05-12"),
        ("2019-05-12T17:25", "2019-05-12T17:25:00+00:00"),
        ("2019-07-15T18:41", "2019-07-15T18:41:00+01:00"),
        ("2019-05-12T17:25:00Z", "2019-05-12T17:25:00+00:00"),
        ("12/05/2019 à 17h25", "2019-05-12T17:25:00+00:00"),
        ("12 mai 2019", "2019-05-12"),
        ("May 12, 2019 5:25 PM", "2019-05-12T17:25:00+00:00"),
        ("Sun, 12 May 2019 17:25:00 +0200", "2019-05-12T17:25:00+02:00"),
        (dt.datetime(2019, 7, 15, 18), "2019-07-15T18:00:00+01:00"),
        (dt.date(2019, 7, 15), "2019-07-15"),
    ],
)
def test_moments(written: str | dt.date, read: str):
    assert moment(written).isoformat() == read


@pytest.mark.parametrize("written", ["mai 2019", "hier", "lundi", "2019", "", "31/02/2019", "4,9"])
def test_what_is_no_full_date_is_refused(written: str):
    with pytest.raises(InputError, match="is no date"):
        moment(written)
