import tomllib

import pytest

from pressfacts.lexicon import conjugation, verbs


def readings(form):
    return {(r.lemma, r.tense, r.person) for r in verbs.load_verb_forms().get(form, ())}


@pytest.mark.parametrize(
    ("form", "lemma", "tense", "person"),
    [
        ("relève", "relever", "present", "3s"),
        ("relèverait", "relever", "conditional", "3s"),
        ("annonça", "annoncer", "past_historic", "3s"),
        ("engageait", "engager", "imperfect", "3s"),
        ("engageons", "engager", "present", "1p"),
        ("rappelle", "rappeler", "present", "3s"),
        ("rappellera", "rappeler", "future", "3s"),
        ("projettent", "projeter", "present", "3p"),
        ("achèteront", "acheter", "future", "3p"),
        ("martèle", "marteler", "present", "3s"),
        ("cédera", "céder", "future", "3s"),
        ("cèdera", "céder", "future", "3s"),
        ("précise", "préciser", "present", "3s"),
        ("intègrent", "intégrer", "present", "3p"),
        ("délègue", "déléguer", "present", "3s"),
        ("paie", "payer", "present", "3s"),
        ("paye", "payer", "present", "3s"),
        ("emploiera", "employer", "future", "3s"),
        ("enverrait", "envoyer", "conditional", "3s"),
        ("créées", "créer", "past_participle", "fp"),
        ("investissent", "investir", "present", "3p"),
        ("répartit", "répartir", "present", "3s"),
        ("ressort", "ressortir", "present", "3s"),
        ("convertissant", "convertir", "present_participle", ""),
        ("découvert", "découvrir", "past_participle", "ms"),
        ("offriront", "offrir", "future", "3p"),
        ("détient", "détenir", "present", "3s"),
        ("soutinrent", "soutenir", "past_historic", "3p"),
        ("obtiendrait", "obtenir", "conditional", "3s"),
        ("maintienne", "maintenir", "subjunctive", "3s"),
        ("acquièrent", "acquérir", "present", "3p"),
        ("conquis", "conquérir", "past_participle", "mp"),
        ("prévoit", "prévoir", "present", "3s"),
        ("prévoira", "prévoir", "future", "3s"),
        ("verra", "voir", "future", "3s"),
        ("reçues", "recevoir", "past_participle", "fp"),
        ("percevra", "percevoir", "future", "3s"),
        ("devrait", "devoir", "conditional", "3s"),
        ("dû", "devoir", "past_participle", "ms"),
        ("due", "devoir", "past_participle", "fs"),
        ("pourraient", "pouvoir", "conditional", "3p"),
        ("puisse", "pouvoir", "subjunctive", "3s"),
        ("sache", "savoir", "subjunctive", "3s"),
        ("sachant", "savoir", "present_participle", ""),
        ("veut", "vouloir", "present", "3s"),
        ("vaudrait", "valoir", "conditional", "3s"),
        ("faudra", "falloir", "future", "3s"),
        ("fallait", "falloir", "imperfect", "3s"),
        ("vendrait", "vendre", "conditional", "3s"),
        ("perd", "perdre", "present", "3s"),
        ("apprend", "apprendre", "present", "3s"),
        ("apprenne", "apprendre", "subjunctive", "3s"),
        ("atteint", "atteindre", "present", "3s"),
        ("atteignait", "atteindre", "imperfect", "3s"),
        ("atteindrait", "atteindre", "conditional", "3s"),
        ("craignent", "craindre", "present", "3p"),
        ("permettrait", "permettre", "conditional", "3s"),
        ("promis", "promettre", "past_participle", "ms"),
        ("fasse", "faire", "subjunctive", "3s"),
        ("ferait", "faire", "conditional", "3s"),
        ("satisfont", "satisfaire", "present", "3p"),
        ("extrayait", "extraire", "imperfect", "3s"),
        ("dirent", "dire", "past_historic", "3p"),
        ("interdit", "interdire", "past_participle", "ms"),
        ("inscrivent", "inscrire", "present", "3p"),
        ("élue", "élire", "past_participle", "fs"),
        ("produisit", "produire", "past_historic", "3s"),
        ("construites", "construire", "past_participle", "fp"),
        ("connaît", "connaître", "present", "3s"),
        ("connait", "connaître", "present", "3s"),
        ("reconnut", "reconnaître", "past_historic", "3s"),
        ("accroîtra", "accroître", "future", "3s"),
        ("accrue", "accroître", "past_participle", "fs"),
        ("naquit", "naître", "past_historic", "3s"),
        ("croient", "croire", "present", "3p"),
        ("poursuivrait", "poursuivre", "conditional", "3s"),
        ("vécu", "vivre", "past_participle", "ms"),
        ("conclu", "conclure", "past_participle", "ms"),
        ("incluse", "inclure", "past_participle", "fs"),
        ("résolvent", "résoudre", "present", "3p"),
        ("convainquit", "convaincre", "past_historic", "3s"),
        ("serait", "être", "conditional", "3s"),
        ("soient", "être", "subjunctive", "3p"),
        ("furent", "être", "past_historic", "3p"),
        ("étaient", "être", "imperfect", "3p"),
        ("aurait", "avoir", "conditional", "3s"),
        ("ayant", "avoir", "present_participle", ""),
        ("eut", "avoir", "past_historic", "3s"),
        ("ira", "aller", "future", "3s"),
        ("aille", "aller", "subjunctive", "3s"),
        ("installe", "installer", "present", "3s"),
        ("promeut", "promouvoir", "present", "3s"),
    ],
)
def test_forms_of_the_press(form, lemma, tense, person):
    assert (lemma, tense, person) in readings(form)


@pytest.mark.parametrize("form", ["dirham", "prévoiera", "envoyera", "connaîs", "notes", "prévoirai", "eu eu"])
def test_what_is_no_form(form):
    assert form not in verbs.load_verb_forms()
    assert verbs.load_verb_forms().get(form, ()) == ()


def test_the_committed_tables_are_the_generated_ones():
    for name, table in conjugation.tables().items():
        assert (conjugation.FOLDER / name).read_text(encoding="utf-8") == table, (
            f"{name} is stale: run python -m pressfacts.lexicon.conjugation"
        )


def test_every_verb_is_there_with_known_roles_and_real_homographs():
    entries = tomllib.loads((conjugation.FOLDER / "verbs.toml").read_text(encoding="utf-8"))["verbs"]
    lemmas = [entry["lemma"] for entry in entries]
    assert len(lemmas) == len(set(lemmas)) > 450
    for entry in entries:
        assert set(entry) <= {"lemma", "roles", "reflexive", "homographs"}
        assert set(entry.get("roles", ())) | set(entry.get("reflexive", ())) <= verbs.ROLES
        forms = {form for form, _, _ in conjugation.conjugate(entry["lemma"])}
        assert set(entry.get("homographs", ())) <= forms, entry["lemma"]
    used = {role for entry in entries for key in ("roles", "reflexive") for role in entry.get(key, ())}
    assert used == verbs.ROLES


def test_no_verb_lacks_the_third_person_of_the_present():
    for lemma, verb in verbs.load_verbs().items():
        assert verb.lemma == lemma
        tenses = {(tense, person) for _, tense, person in conjugation.conjugate(lemma)}
        assert ("prs", "3s") in tenses
        assert ("cnd", "3s") in tenses


def test_roles_with_and_without_se():
    assert "report" in verbs.roles("indiquer")
    assert "level" in verbs.roles("établir", reflexive=True)
    assert "level" not in verbs.roles("établir", reflexive=False)
    assert "level" in verbs.roles("établir")
    assert verbs.roles("xyz") == frozenset()
    assert "avoisiner" in verbs.lemmas("comparator_about")
    assert "note" in verbs.homographs()


def test_a_form_of_two_verbs_has_the_readings_of_both():
    assert {lemma for lemma, _, _ in readings("suis")} == {"être", "suivre"}
    assert {tense for _, tense, _ in readings("estime")} == {"present", "subjunctive"}


def test_what_is_no_infinitive_is_refused():
    with pytest.raises(ValueError, match="no infinitive"):
        list(conjugation.conjugate("dirham"))


def test_the_mapping_is_whole():
    forms = verbs.load_verb_forms()
    assert len(forms) == len(list(forms)) > 15_000
    with pytest.raises(KeyError):
        forms["dirham"]
