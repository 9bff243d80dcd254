"""The nouns of movement, aim and forecast: what stands in nouns.toml, and what is made of it."""

import tomllib

from pressfacts.lexicon import conjugation
from pressfacts.lexicon.nouns import ROLES, nouns

ENTRIES = tomllib.loads((conjugation.FOLDER / "nouns.toml").read_text(encoding="utf-8"))["nouns"]


def test_every_noun_is_there_once_with_known_roles():
    names = [entry["noun"] for entry in ENTRIES]
    assert len(names) == len(set(names)) > 200
    for entry in ENTRIES:
        assert set(entry) <= {"noun", "plural", "roles"}
        assert entry["roles"]
        assert len(entry["roles"]) == len(set(entry["roles"]))
    assert {role for entry in ENTRIES for role in entry["roles"]} == ROLES


def test_singulars_and_plurals_by_role():
    assert {"hausse", "hausses", "surplus"} <= nouns("increase")
    assert "pibs" not in nouns("macro")
    assert "quintaux" in nouns("priced")
    assert nouns("aim", "intent") == nouns("aim") | nouns("intent")


def test_no_noun_goes_both_ways():
    assert not nouns("increase") & nouns("decrease")
    assert not nouns("opening") & nouns("closing", "loss")
