import json
import shutil
import time
import tomllib
from decimal import Decimal

import jsonschema
import pytest

from pressfacts.errors import LexiconError
from pressfacts.lexicon import Lexicon, currencies, packaging
from pressfacts.lexicon.checking import check, lexicon_schemas
from pressfacts.lexicon.entries import FILES
from pressfacts.lexicon.lexicon import FOLDER
from pressfacts.lexicon.words import key, plural
from pressfacts.text import fold

UNIT = """
[[entry]]
id = "furlong"
label = "furlong"
forms = ["furlong"]
kind = "measure"
unit = "furlong"
examples = ["La piste mesure 12 furlongs."]
"""


@pytest.fixture
def write(tmp_path):
    def write(name, text):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


def message(folder):
    with pytest.raises(LexiconError) as caught:
        Lexicon.load(folder)
    assert check(folder)[0] == str(caught.value)
    return str(caught.value)


# The packaged files


def test_the_packaged_files_are_without_fault():
    assert check() == []


def test_the_committed_package_is_made_of_the_committed_files():
    assert (FOLDER / "packaged.json").read_text(encoding="utf-8") == packaging.packaged(), (
        "packaged.json is stale: run python -m pressfacts.lexicon.packaging"
    )


def test_the_committed_currencies_are_those_of_cldr():
    assert currencies.PATH.read_text(encoding="utf-8") == currencies.currencies_table(), (
        "currencies.toml is stale: run python -m pressfacts.lexicon.currencies"
    )


def test_every_file_explains_itself_in_french_and_has_a_class():
    files = {path.stem: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.toml")}
    assert set(files) == set(FILES) | {"verbs", "nouns"}
    for text in files.values():
        head = text[: text.index("\n\n")]
        assert all(line.startswith("#") for line in head.splitlines())
        assert any(word in head for word in ("forms", "lemma", "noun "))


def test_loading_is_quick_and_shared():
    Lexicon.load()
    start = time.perf_counter()
    assert Lexicon.load() is Lexicon.load()
    assert time.perf_counter() - start < 0.001


def test_what_is_loaded_is_what_the_files_say():
    lexicon = Lexicon.load()
    for name, entry in FILES.items():
        table = getattr(lexicon, name)
        tables = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
        assert [one.id for one in table] == [values[entry.id_key] for values in tables["entry"]]
        assert len(table) == len(tables["entry"]) > 10
        for one in table:
            assert isinstance(one, entry)
            assert table.by_id[one.id] is one
            for word in one.words:
                assert table.by_key[key(word)] is one
            for sign in one.signs:
                assert table.by_symbol[fold(sign)] is one


def test_the_schemas_hold_for_the_packaged_files():
    for name, schema in lexicon_schemas().items():
        jsonschema.Draft202012Validator.check_schema(schema)
        tables = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator(schema).validate(tables)
        tables["entry"][0]["surprise"] = 1
        assert not jsonschema.Draft202012Validator(schema).is_valid(tables)


@pytest.mark.parametrize(
    ("table", "mention", "entry"),
    [
        ("units", "mètres carrés", "m2"),
        ("units", "km²", "km2"),
        ("units", "QUINTAUX", "quintal"),
        ("units", "points de base", "basis_point"),
        ("units", "noeuds", "knot"),
        ("units", "années-lumière", "light_year"),
        ("units", "MW", "mw"),
        ("units", "mW", None),
        ("jobs", "postes de travail", "poste"),
        ("jobs", "créations d’emplois", "creation-d-emploi"),
        ("jobs", "salariées", "salarie"),
        ("jobs", "ETP", "etp"),
        ("money_spellings", "MMDH", "mmdh"),
        ("money_spellings", "Mds DH", "mmdh"),
        ("money_spellings", "Mds\u00a0€", "mdeuro"),
        ("money_spellings", "MM$", "mddollar"),
        ("money_spellings", "FCFA", "franc-cfa"),
        ("money_spellings", "francs CFA", "franc-cfa"),
        ("money_spellings", "dollars de Taïwan", "dollar-de-taiwan"),
        ("money_spellings", "dirhams émiratis", "dirham-emirati"),
        ("money_spellings", "me", None),
        ("currencies", "couronnes suédoises", "SEK"),
        ("currencies", "dinar algérien", "DZD"),
        ("currencies", "CHF", "CHF"),
        ("countries", "tunisiennes", "TN"),
        ("countries", "N’Djamena", "TD"),
        ("comparators", "aux alentours de", "autour-de"),
        ("press", "L’Économiste", "l-economiste"),
        ("press", "leconomiste d'à côté", None),
        ("organisations", "HCP", "haut-commissariat-au-plan"),
        ("organisations", "hcp", None),
        ("roles", "ministres", "ministre"),
        ("documents", "rapports annuels", "rapport"),
        ("indicators", "taux de chômage", "unemployment_rate"),
    ],
)
def test_how_a_text_mentions_an_entry(table, mention, entry):
    found = getattr(Lexicon.load(), table).find(mention)
    assert (found.id if found else None) == entry


@pytest.mark.parametrize(
    ("symbol", "currency", "factor"),
    [
        ("DH", "MAD", "1"),
        ("KDH", "MAD", "1000"),
        ("MDH", "MAD", "1000000"),
        ("M.DH", "MAD", "1000000"),
        ("Mdhs", "MAD", "1000000"),
        ("MMDHS", "MAD", "1000000000"),
        ("MdsDH", "MAD", "1000000000"),
        ("Mrds DH", "MAD", "1000000000"),
        ("KMAD", "MAD", "1000"),
        ("M€", "EUR", "1000000"),
        ("Md€", "EUR", "1000000000"),
        ("k€", "EUR", "1000"),
        ("MEUR", "EUR", "1000000"),
        ("M$", "USD", "1000000"),
        ("MM$", "USD", "1000000000"),
        ("MUSD", "USD", "1000000"),
        ("MMUSD", "USD", "1000000000"),
        ("£", "GBP", "1"),
        ("MDT", "TND", "1000000"),
    ],
)
def test_what_press_spellings_of_money_are_worth(symbol, currency, factor):
    entry = Lexicon.load().money_spellings.by_symbol[symbol]
    assert entry.currency == currency
    assert Decimal(entry.factor) == Decimal(factor)


def test_centimes_and_rials_are_counted_at_home():
    spellings = Lexicon.load().money_spellings
    assert Decimal(spellings.by_key["centimes"].factor) * 3_000_000_000 == 30_000_000
    assert Decimal(spellings.by_key["rials"].factor) * 20 == 1


@pytest.mark.parametrize(
    ("country", "word", "currency"),
    [("TN", "dinar", "TND"), ("DZ", "dinar", "DZD"), ("SN", "franc", "XOF"), ("CM", "franc CFA", "XAF")],
)
def test_the_country_settles_bare_money(country, word, currency):
    entry = Lexicon.load().countries.by_id[country]
    assert entry.bare_money[word] == currency
    assert Lexicon.load().money_spellings.find(word).by_country == word


def test_every_bare_word_is_one_that_countries_settle():
    lexicon = Lexicon.load()
    bare = {word for country in lexicon.countries for word in country.bare_money} | {"cent"}  # of what was last named
    for entry in lexicon.money_spellings:
        assert entry.by_country is None or entry.by_country in bare
        assert entry.currency or entry.by_country


def test_the_currencies_of_countries_are_known():
    lexicon = Lexicon.load()
    codes = set(lexicon.currencies.by_id)
    assert {country.currency for country in lexicon.countries} - codes <= {"ZWG"}
    assert {spelling.currency for spelling in lexicon.money_spellings} - codes <= {
        None,
        "FRF",
        "BEF",
        "ESP",
        "DEM",
        "XDR",
    }


def test_the_digest_changes_with_what_the_lexicons_say(write, tmp_path):
    digest = Lexicon.load().digest
    assert len(digest) == 16
    assert digest == Lexicon.load().digest
    write("units.toml", UNIT)
    assert Lexicon.load(tmp_path).digest != digest


def test_examples_come_with_what_they_must_yield():
    examples = list(Lexicon.load().examples())
    assert len(examples) > 1000
    assert {name for one in examples for name in one.expected} == {"kind", "unit", "comparator", "source", "indicator"}
    assert any(one.counter for one in examples)
    one = next(one for one in examples if one.entry == "mdh")
    assert one.file == str(FOLDER / "money_spellings.toml")
    assert one.kind == "money_spellings"
    assert one.expected == {"kind": "money", "unit": "MAD"}


# Lexicons of one's own


def test_an_entry_of_ones_own_is_added(write, tmp_path):
    write("units.toml", UNIT)
    lexicon = Lexicon.load(str(tmp_path))
    assert lexicon.units.find("furlongs").unit == "furlong"
    assert len(lexicon.units) == len(Lexicon.load().units) + 1
    assert check(tmp_path) == []
    assert [one.phrase for one in lexicon.examples() if one.entry == "furlong"] == ["La piste mesure 12 furlongs."]


def test_an_entry_may_take_the_place_of_a_packaged_one(write, tmp_path):
    write("units.toml", UNIT.replace('"furlong"\nl', '"mile"\nreplace = true\nl'))
    lexicon = Lexicon.load(tmp_path)
    assert lexicon.units.by_id["mile"].label == "furlong"
    assert lexicon.units.find("miles") is None
    assert check(tmp_path) == []


def test_windows_line_ends_and_a_byte_order_mark_are_no_fault(write, tmp_path):
    write("units.toml", b"\xef\xbb\xbf" + UNIT.replace("\n", "\r\n").encode())
    assert Lexicon.load(tmp_path).units.find("furlong").id == "furlong"


def test_a_typo_in_a_key_is_told_with_file_line_and_the_right_keys(write, tmp_path):
    path = write("units.toml", UNIT.replace("label", "lable"))
    told = message(tmp_path)
    assert told.startswith(f"{path}, line 2, entry furlong: ")
    assert "unknown key 'lable'" in told
    assert "'label' is missing" in told
    assert "Keys of units.toml: id, forms, symbols, label, kind, unit" in told


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"measure"', '"mesure"', "'kind' is 'mesure', but must be one of 'measure', 'duration', 'percent' or 'count'"),
        ('forms = ["furlong"]', 'forms = "furlong"', "'forms' must be a list"),
        ('unit = "furlong"', "unit = 3", "'unit' must be a text"),
        ('unit = "furlong"', 'unit = ""', "'unit' is empty"),
        ('unit = "furlong"', 'unit = "furlong"\nfactor = "a lot"', "'factor' is 'a lot', which has not the right form"),
        ('forms = ["furlong"]\n', "", "the entry has no word that it stands for"),
        ('id = "furlong"\n', "", "the key 'id' is missing"),
        ('examples = ["La piste mesure 12 furlongs."]', 'examples = "La piste"', "examples must be a list of texts"),
        ('unit = "furlong"', 'unit = "furlong"\nnote = 3', "note must be a text"),
        ('unit = "furlong"', 'unit = "furlong"\nreplace = "oui"', "replace must be true or false"),
        ("[[entry]]", "[entry]", "only [[entry]] blocks may stand in a lexicon, not [entry]"),
        ("[[entry]]", "[[unit]]", "only [[entry]] blocks may stand in a lexicon, not unit"),
        ('"furlong"\nforms', '"furlong\nforms', "this is not valid TOML"),
        ('forms = ["furlong"]', 'forms = ["Kilomètre"]', "'Kilomètre' is already a form of another entry"),
        ('id = "furlong"', 'id = "km"', "the id 'km' is taken"),
        ('unit = "furlong"', "unit = 2024-01-01T10:00:00", "'unit' "),
    ],
)
def test_what_is_wrong_is_told(write, tmp_path, old, new, told):
    assert old in UNIT
    write("units.toml", UNIT.replace(old, new))
    assert told in message(tmp_path)


def test_both_places_of_a_duplicate_are_named(write, tmp_path):
    path = write("units.toml", UNIT.replace('id = "furlong"', 'id = "km"'))
    told = message(tmp_path)
    assert f"{path}, line 2" in told
    assert f"{FOLDER / 'units.toml'}, line " in told
    write("units.toml", UNIT + UNIT)
    assert f"the id 'furlong' is taken: {path}, line 2" in message(tmp_path)


def test_a_bool_is_written_without_quotation_marks(write, tmp_path):
    write("press.toml", '[[entry]]\nid = "x"\nlabel = "Le X"\nkind = "daily"\nambiguous = "true"\n')
    assert "'ambiguous' must be true or false, without quotation marks" in message(tmp_path)


def test_an_indicator_is_told_by_its_code(write, tmp_path):
    write("indicators.toml", '[[entry]]\nlabel = "X"\nforms = ["x"]\nkinds = ["count"]\nexamples = ["3 x."]\n')
    assert "the key 'code' is missing" in message(tmp_path)


def test_an_entry_without_example_loads_but_does_not_pass_the_check(write, tmp_path):
    write("units.toml", UNIT[: UNIT.index("examples")])
    Lexicon.load(tmp_path)
    (problem,) = check(tmp_path)
    assert "the entry has no example" in problem


def test_the_check_tells_all_problems_at_once(write, tmp_path):
    write("units.toml", UNIT.replace("label", "lable") + UNIT.replace("kind", "knid").replace('"furlong"', '"x"'))
    write("jobs.toml", "entry = 3\n")
    assert len(check(tmp_path)) == 3


@pytest.mark.parametrize("name", ["journaux.toml", "verbs.toml"])
def test_a_file_that_is_no_lexicon_is_refused(write, tmp_path, name):
    write(name, UNIT)
    assert "Lexicon files are named comparators.toml, countries.toml" in message(tmp_path)


def test_folders_that_are_none_or_hold_nothing(tmp_path):
    assert "no lexicon file in this folder" in message(tmp_path)
    assert "there is no such folder" in message(tmp_path / "nowhere")


def test_a_file_in_another_encoding_is_named(write, tmp_path):
    write("units.toml", UNIT.replace("La piste", "La piste d'été").encode("cp1252"))
    assert "Save it again with the encoding UTF-8" in message(tmp_path)


def test_a_folder_in_place_of_a_file_is_told(tmp_path):
    (tmp_path / "units.toml").mkdir()
    assert "the file cannot be read" in message(tmp_path)


def test_own_folders_are_merged_in_order(write, tmp_path):
    write("units.toml", UNIT)
    other = tmp_path / "other"
    other.mkdir()
    shutil.copy(tmp_path / "units.toml", other)
    with pytest.raises(LexiconError, match="the id 'furlong' is taken"):
        Lexicon.load(tmp_path, other)
    (other / "units.toml").write_text(UNIT.replace("id =", "replace = true\nid ="), encoding="utf-8")
    assert Lexicon.load(tmp_path, other).units.find("furlong") is not None


# Words


@pytest.mark.parametrize("text", ["", "L’Économiste", "Al-Akhbar", "ŒUVRE ½ ǆ İ ß 😀 ﬁ", "e\u0301te\u0301"])
def test_keys_keep_lengths(text):
    assert len(key(text)) == len(text)
    assert key(key(text)) == key(text)


def test_keys_take_spellings_together():
    assert key("L’ÉCONOMISTE") == key("l'économiste") == key("L Economiste")
    assert key("Al-Akhbar") == key("al akhbar")


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("mètre carré", "mètres carrés"),
        ("poste de travail", "postes de travail"),
        ("création d'emploi", "créations d'emploi"),
        ("quintal", "quintaux"),
        ("bail", "baux"),
        ("tableau", "tableaux"),
        ("prix", "prix"),
        ("directrice générale", "directrices générales"),
        ("directeur général", "directeurs généraux"),
        ("pneu", "pneus"),
        ("jeu", "jeux"),
        ("festival", "festivals"),
        ("homme-jour", "hommes-jours"),
        ("tonne équivalent pétrole", "tonnes équivalent pétrole"),
        ("MW", "MW"),
        ("franc CFA", "francs CFA"),
        ("rial", "rials"),
        ("%", "%"),
    ],
)
def test_plurals(one, many):
    assert plural(one) == many


def test_packaged_json_is_json():
    assert set(json.loads((FOLDER / "packaged.json").read_bytes())) == set(FILES)
