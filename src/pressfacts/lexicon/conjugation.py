"""French conjugation, for the verbs of the press: written once into a table, never computed while reading.

``python -m pressfacts.lexicon.conjugation`` reads ``verbs.toml`` and ``nouns.toml`` and writes ``verb_forms.tsv``,
``verb_roles.tsv`` and ``noun_roles.tsv`` beside them. Left out is what a press review does not say: second persons,
many of which are also nouns in the plural (tu notes, tu relèves), "je" beyond the present, "nous" in the past historic
and the subjunctive. Spellings before and after the reform of 1990 both stand (il connaît, il connait; il cédera, il
cèdera).
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from pressfacts.lexicon import irregular_verbs as irregular
from pressfacts.lexicon.verbs import TENSES

FOLDER = Path(__file__).parent
PERSONS = ("1s", "3s", "1p", "3p")
AGREEMENTS = ("ms", "fs", "mp", "fp")
IMPERFECT = ("ais", "ait", "ions", "aient")
FUTURE = ("ai", "a", "ons", "ont")
PASTS = {  # the first person ends so: the endings of the four persons
    "ai": ("ai", "a", "âmes", "èrent"),
    "ins": ("ins", "int", "înmes", "inrent"),
    "is": ("is", "it", "îmes", "irent"),
    "us": ("us", "ut", "ûmes", "urent"),
}

LEFT_OUT = {("1s", tense) for tense in TENSES if tense != "prs"} | {("1p", "pst"), ("1p", "sbj")}

# Of -eler and -eter: these two double the consonant, those take the accent, others are seen with either.
DOUBLING = ("appeler", "jeter")
ACCENTED = (
    "acheter", "celer", "ciseler", "congeler", "démanteler", "écarteler", "geler", "haleter", "marteler", "modeler",
    "peler",
)  # fmt: skip
CONSONANT = "[bcdfghjklmnpqrstvwxz]"
GRAVE = re.compile(rf"e({CONSONANT})er")
ACUTE = re.compile(rf"é({CONSONANT}{{1,2}}|gu|qu)er")

# form, tense code, person (or agreement, or nothing)
Form = tuple[str, str, str]


def conjugate(lemma: str) -> Iterator[Form]:
    """Yield all forms of a verb, (form, tense code, person); a form may come twice, two spellings of one person too.

    >>> ("relève", "prs", "3s") in conjugate("relever")
    True
    """
    for form, tense, person in _conjugate(lemma):
        yield form, tense, person
        if "aît" in form or "oît" in form:
            yield form.replace("aît", "ait").replace("oît", "oit"), tense, person


def _conjugate(lemma: str) -> Iterator[Form]:
    yield lemma, "inf", ""
    model = _irregular_model(lemma)
    if model is not None:
        yield from _third_group(lemma, model)
    elif lemma.endswith("er"):
        yield from _first_group(lemma)
    elif lemma.endswith("ir"):
        yield from _second_group(lemma)
    else:
        raise ValueError(f"{lemma} is no infinitive of a known model")


def _irregular_model(lemma: str) -> irregular.Model | None:
    if lemma in irregular.SECOND_GROUP_IN_TIR:
        return None
    best = None
    for model in irregular.MODELS:
        if not lemma.endswith(model.ending) or (best is not None and len(best.ending) > len(model.ending)):
            continue
        if model.ending in irregular.WHOLE_WORDS and lemma not in irregular.WHOLE_WORDS:
            continue
        if model.ending == "tir" and not lemma.endswith(irregular.LIKE_PARTIR):
            continue
        best = model
    return best


def _first_group(lemma: str) -> Iterator[Form]:
    weak = lemma[:-2]
    soft = weak
    if weak.endswith("c"):
        soft = weak[:-1] + "ç"
    elif weak.endswith("g"):
        soft = weak + "e"
    strong, futures = _strong_stems(lemma)
    for stem in strong:
        yield from _persons("prs", (stem + "e", stem + "e", soft + "ons", stem + "ent"))
        yield from _persons("sbj", (stem + "e", stem + "e", weak + "ions", stem + "ent"))
    yield from _persons("ipf", (soft + "ais", soft + "ait", weak + "ions", soft + "aient"))
    yield from _persons("pst", (soft + "ai", soft + "a", soft + "âmes", weak + "èrent"))
    for stem in futures:
        yield from _future(stem)
    yield soft + "ant", "pap", ""
    yield from _agreements(weak + "é")


def _strong_stems(lemma: str) -> tuple[list[str], list[str]]:
    """Give the stems before a mute ending and those of the future: relève, relèver; paie and paye, paier and payer."""
    weak = lemma[:-2]
    if lemma.endswith("envoyer"):
        return [weak[:-1] + "i"], [weak[:-3] + "verr"]
    if lemma.endswith("ayer"):
        return [weak[:-1] + "i", weak], [weak[:-1] + "ier", weak + "er"]
    if lemma.endswith(("oyer", "uyer")):
        return [weak[:-1] + "i"], [weak[:-1] + "ier"]
    if GRAVE.fullmatch(lemma[-4:]):
        accented, doubled = weak[:-2] + "è" + weak[-1], weak + weak[-1]
        if lemma.endswith(DOUBLING):
            return [doubled], [doubled + "er"]
        if not lemma.endswith(("eler", "eter")) or lemma.endswith(ACCENTED):
            return [accented], [accented + "er"]
        return [doubled, accented], [doubled + "er", accented + "er"]
    acute = ACUTE.search(lemma)
    if acute is not None and acute.end() == len(lemma):
        accented = weak[: acute.start()] + "è" + acute[1]
        return [accented], [weak + "er", accented + "er"]
    return [weak], [weak + "er"]


def _second_group(lemma: str) -> Iterator[Form]:
    stem = lemma[:-1]
    yield from _persons("prs", (stem + "s", stem + "t", stem + "ssons", stem + "ssent"))
    yield from _persons("sbj", (stem + "sse", stem + "sse", stem + "ssions", stem + "ssent"))
    yield from _imperfect(stem + "ss")
    yield from _past(stem + "s")
    yield from _future(lemma)
    yield stem + "ssant", "pap", ""
    yield from _agreements(stem)


def _third_group(lemma: str, model: irregular.Model) -> Iterator[Form]:
    root = lemma[: -len(model.ending)]
    present = tuple(root + form if form else "" for form in model.present)
    yield from _persons("prs", present)
    weak = present[2].removesuffix("ons")
    stem = weak if model.imperfect is None else root + model.imperfect
    impersonal = not present[0]
    yield from _imperfect(stem, only_it=impersonal)
    if model.past != "-":
        yield from _past(root + model.past, only_it=impersonal)
    yield from _future(root + model.future, only_it=impersonal)
    yield from _persons("sbj", _subjunctive(lemma, root, model, present))
    if model.present_participle != "-":
        yield (root + model.present_participle if model.present_participle else weak + "ant"), "pap", ""
    participle = root + model.participle
    if lemma in irregular.INVARIABLE_PARTICIPLES:
        yield participle, "pp", "ms"
    else:
        yield from _agreements(participle)
    if lemma in irregular.OTHER_PARTICIPLES:
        yield irregular.OTHER_PARTICIPLES[lemma], "pp", "ms"


def _subjunctive(lemma: str, root: str, model: irregular.Model, present: tuple[str, ...]) -> tuple[str, ...]:
    if lemma in irregular.IRREGULAR_SUBJUNCTIVES:
        return irregular.IRREGULAR_SUBJUNCTIVES[lemma]
    if model.subjunctive is None:
        strong, weak = present[3].removesuffix("ent"), present[2].removesuffix("ons")
    else:
        strong, weak = (root + stem if stem else "" for stem in model.subjunctive)
    if not weak:
        return ("", strong + "e", "", "")
    return (strong + "e", strong + "e", weak + "ions", strong + "ent")


def _persons(tense: str, forms: Iterable[str]) -> Iterator[Form]:
    for person, form in zip(PERSONS, forms, strict=True):
        if form and (person, tense) not in LEFT_OUT:
            yield form, tense, person


def _imperfect(stem: str, *, only_it: bool = False) -> Iterator[Form]:
    forms = [stem + ending for ending in IMPERFECT]
    yield from _persons("ipf", ("", forms[1], "", "") if only_it else forms)


def _past(first_person: str, *, only_it: bool = False) -> Iterator[Form]:
    ending = next(ending for ending in PASTS if first_person.endswith(ending))
    stem = first_person.removesuffix(ending)
    forms = [stem + ending for ending in PASTS[ending]]
    yield from _persons("pst", ("", forms[1], "", "") if only_it else forms)


def _future(stem: str, *, only_it: bool = False) -> Iterator[Form]:
    for tense, endings in (("fut", FUTURE), ("cnd", IMPERFECT)):
        forms = [stem + ending for ending in endings]
        yield from _persons(tense, ("", forms[1], "", "") if only_it else forms)


def _agreements(masculine: str) -> Iterator[Form]:
    bare = masculine[:-1] + "u" if masculine.endswith("û") else masculine
    plural = bare if bare.endswith("s") else bare + "s"
    yield from zip((masculine, bare + "e", plural, bare + "es"), ("pp",) * 4, AGREEMENTS, strict=True)


def forms_table(lemmas: Iterable[str]) -> str:
    """Write the table, one verb a line: lemma, then what each of its forms is, then the forms, with tabs between.

    A form of several verbs stands on a line of its own: "suivre|être", with "prs.1s|prs.1s" for "suis".

    >>> forms_table(["noter"]).split()[:5]
    ['noter', 'inf', 'prs.1s,prs.3s,sbj.3s', 'prs.1p', 'prs.3p,sbj.3p']
    """
    analyses: dict[str, dict[str, dict[str, None]]] = defaultdict(dict)
    for lemma in lemmas:
        for form, tense, person in conjugate(lemma):
            code = f"{tense}.{person}" if person else tense
            analyses[form].setdefault(lemma, {})[code] = None
    rows: dict[str, dict[str, str]] = defaultdict(dict)
    for form, readings in analyses.items():
        rows["|".join(readings)][form] = "|".join(",".join(codes) for codes in readings.values())
    return "".join(f"{verbs}\t{' '.join(codes.values())}\t{' '.join(codes)}\n" for verbs, codes in sorted(rows.items()))


def roles_table(verbs: Iterable[dict[str, object]]) -> str:
    """Write the roles: lemma, roles, roles behind "se", forms that are also other words, with tabs between."""
    rows = []
    for verb in verbs:
        cells = [str(verb["lemma"])]
        for key in ("roles", "reflexive", "homographs"):
            words = verb.get(key, [])
            cells.append(" ".join(str(word) for word in words) if isinstance(words, list) else "")
        rows.append("\t".join(cells) + "\n")
    return "".join(sorted(rows))


def nouns_table(nouns: Iterable[dict[str, object]]) -> str:
    """Write the nouns of each role, one role a line: role, a tab, singulars and plurals.

    >>> nouns_table([{"noun": "bond", "roles": ["increase"]}]).split()
    ['increase', 'bond', 'bonds']
    """
    by_role: dict[str, list[str]] = defaultdict(list)
    for entry in nouns:
        noun, roles = str(entry["noun"]), entry["roles"]
        plural = str(entry.get("plural", noun if noun.endswith(("s", "x", "z")) else noun + "s"))
        for role in roles if isinstance(roles, list) else ():
            by_role[role] += [noun] if plural in ("", noun) else [noun, plural]
    return "".join(f"{role}\t{' '.join(forms)}\n" for role, forms in sorted(by_role.items()))


def tables(folder: Path = FOLDER) -> dict[str, str]:
    """Generate the files, name to text, from ``verbs.toml`` and ``nouns.toml`` of a folder."""
    verbs = tomllib.loads((folder / "verbs.toml").read_text(encoding="utf-8"))["verbs"]
    nouns = tomllib.loads((folder / "nouns.toml").read_text(encoding="utf-8"))["nouns"]
    return {
        "verb_forms.tsv": forms_table(verb["lemma"] for verb in verbs),
        "verb_roles.tsv": roles_table(verbs),
        "noun_roles.tsv": nouns_table(nouns),
    }


if __name__ == "__main__":
    for name, table in tables().items():
        (FOLDER / name).write_text(table, encoding="utf-8", newline="\n")
