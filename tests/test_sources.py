"""What the examples beside the finder cannot say of a source: role, body, span, cue, issue, and how it was resolved."""

from itertools import pairwise

import pytest

from pressfacts import Source, extract

REVIEW = (
    "Le secteur du bois a perdu 12.000 emplois, comme le rapporte Assabah dans son édition de ce 16 mai.\n\n"
    "Près de 300 scieries sont à l'arrêt, comme le fait savoir le journal.\n\n"
    "Les pertes atteignent 2 milliards de dirhams, d'après Karim Tazrout, président de l'Association des scieurs (ASC)."
    " "
    "L'ASC estime que 40% des scieries fermeront. Il en resterait 500, ajoute le quotidien."
)


def sources(text: str, quote: str, published: str = "2019-05-16") -> list[Source]:
    found = [fact for fact in extract(text, published=published).facts if quote in fact.quote]
    assert len(found) == 1, [fact.quote for fact in found]
    return [source for source in found[0].sources if source.resolved != "article"]


def only(text: str, quote: str, published: str = "2019-05-16") -> Source:
    (source,) = sources(text, quote, published)
    return source


def test_a_newspaper_that_is_named():
    source = only(REVIEW, "12.000 emplois")
    assert (source.type, source.name, source.resolved) == ("press", "Assabah", "explicit")
    assert source.cue is not None
    assert source.cue.text == "comme le rapporte"
    assert source.edition == "2019-05-16"


def test_a_newspaper_that_a_noun_stands_for():
    source = only(REVIEW, "300 scieries")
    assert (source.name, source.text, source.resolved) == ("Assabah", "le journal", "anaphora")
    assert source.cue is not None
    assert source.cue.text == "comme le fait savoir"
    assert source.edition is None


def test_a_speaker_with_role_and_body():
    source = only(REVIEW, "2 milliards")
    assert (source.type, source.name, source.role) == ("person", "Karim Tazrout", "président")
    assert source.organisation is not None
    assert (source.organisation.name, source.organisation.acronym) == ("Association des scieurs", "ASC")
    assert source.text == "Karim Tazrout"


def test_an_acronym_that_the_text_explains_is_the_body_everywhere():
    source = only(REVIEW, "40%")
    assert (source.type, source.name, source.acronym) == ("organisation", "Association des scieurs", "ASC")
    assert source.text == "L'ASC"


def test_the_reviewed_newspaper_is_added_where_none_is_named():
    facts = extract(REVIEW, published="2019-05-16").facts
    added = next(fact for fact in facts if "40%" in fact.quote).sources[-1]
    assert (added.name, added.resolved, added.text, added.cue) == ("Assabah", "article", None, None)


def test_spans_are_those_of_the_text():
    for fact in extract(REVIEW, published="2019-05-16").facts:
        for source in fact.sources:
            if source.start is not None:
                assert source.text == REVIEW[source.start : source.end]
            if source.cue is not None:
                assert source.cue.text == REVIEW[source.cue.start : source.cue.end]


def test_within_a_chain_the_innermost_stands_first():
    order = ["person", "organisation", "document", "press"]
    text = "Dans un communiqué, la préfecture de Nador, citée par Assabah, indique que 600 ouvriers sont en grève."
    kinds = [source.type for source in sources(text, "600 ouvriers")]
    assert kinds == ["organisation", "document", "press"]
    assert all(order.index(one) <= order.index(other) for one, other in pairwise(kinds))


@pytest.mark.parametrize(
    ("said", "edition"),
    [
        ("Assabah de ce vendredi 17 mai révèle que 30 cadres sont partis.", "2019-05-17"),
        ("Assabah du 14 mai révèle que 30 cadres sont partis.", "2019-05-14"),
        ("Le journal Assabah daté du 14 mai révèle que 30 cadres sont partis.", "2019-05-14"),
        ("Dans son numéro de lundi, Assabah révèle que 30 cadres sont partis.", "2019-05-13"),
        ("Dans sa livraison du week-end, Assabah révèle que 30 cadres sont partis.", "2019-05-18/2019-05-19"),
        ("Assabah, dans son édition des 18 et 19 mai, révèle que 30 cadres sont partis.", "2019-05-18/2019-05-19"),
        ("Assabah révèle que 30 cadres sont partis le 14 mai.", None),
    ],
)
def test_the_issue_of_a_newspaper(said: str, edition: str | None):
    assert only(said, "30 cadres").edition == edition


def test_pronouns_say_where_they_stand():
    text = "Zineb Lahlou, ministre de l'Eau, a présenté le plan. Elle a ajouté que 14 barrages seront livrés."
    source = only(text, "14 barrages")
    assert (source.name, source.text, source.resolved) == ("Zineb Lahlou", "Elle", "anaphora")
    turned = "Zineb Lahlou, ministre de l'Eau, a annoncé un plan. Il coûtera 3 milliards de dirhams, a-t-elle précisé."
    source = only(turned, "3 milliards")
    assert (source.name, source.text, source.resolved) == ("Zineb Lahlou", "elle", "anaphora")
    assert source.cue is not None
    assert source.cue.text == "a-t-elle précisé"


def test_reviewed_newspapers_stand_in_their_order():
    text = "Selon Al Alam, 30 cadres sont partis. Assabah, lui, parle de 40 cadres. Al Alam persiste."
    assert extract(text).reviewed == ("Al Alam", "Assabah")


@pytest.mark.parametrize(
    "text",
    [
        "« 3 lits " * 3000,
        "selon " * 5000,
        "Selon M. Bennis, 3 lits, " * 800,
        "Il précise que 3 lits. " * 900,
        "(" * 20000,
    ],
)
def test_hostile_texts_are_read(text: str):
    assert extract(text + " 300 lits.").facts
