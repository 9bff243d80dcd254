"""A pipeline handed in: its names tell persons from bodies, and nothing needs it."""

from pressfacts import Extractor, article_from_text
from pressfacts.language.pipeline import french

TEXT = "Le taux recule de 3 points, indique Zarouali. Selon Zarouali, 300 postes sont vacants."


def pipeline(label):
    nlp = french()
    nlp.add_pipe("entity_ruler").add_patterns([{"label": label, "pattern": "Zarouali"}])
    return nlp


def types(extractor):
    found = extractor.extract(article_from_text(TEXT))
    return [{source.type for source in fact.sources} for fact in found.facts]


def test_names_of_a_pipeline_tell_persons_from_bodies():
    assert types(Extractor(nlp=pipeline("PER"))) == [{"person"}, {"person"}]
    assert types(Extractor(nlp=pipeline("ORG"))) == [{"organisation"}, {"organisation"}]


def test_other_names_say_nothing():
    assert types(Extractor(nlp=pipeline("LOC"))) == types(Extractor())


def test_only_the_type_changes():
    article = article_from_text(TEXT)
    plain = Extractor().extract(article).model_dump(mode="json")
    told = Extractor(nlp=pipeline("PER")).extract(article).model_dump(mode="json")
    for fact in (*plain["facts"], *told["facts"]):
        for source in fact["sources"]:
            source.pop("type")
    assert plain == told


def test_jobs_added_have_a_code_of_their_own():
    (fact,) = Extractor().extract(article_from_text("L'usine a créé 300 emplois.")).facts
    assert fact.indicator.code == "jobs_created"
    (fact,) = Extractor().extract(article_from_text("L'usine a supprimé 300 emplois.")).facts
    assert fact.indicator.code == "jobs_lost"
    (fact,) = Extractor().extract(article_from_text("L'usine compte 300 emplois.")).facts
    assert fact.indicator.code == "employment"
