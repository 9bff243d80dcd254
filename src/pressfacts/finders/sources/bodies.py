"""Bodies: those of the lexicon, those whose acronym the article explains, and those of which only a noun tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pressfacts.finders.sources.name import Name
from pressfacts.finders.sources.page import Page, token_at
from pressfacts.finders.sources.persons import gender, is_body, no_name, proper, run
from pressfacts.finders.sources.phrases import extent
from pressfacts.language.tokens import WORD, Token
from pressfacts.lexicon.words import key

# Endings of nouns for persons, where no lexicon has the noun: "la couturière", "le quadragénaire".
_PERSONS = ("iste", "genaire", "ienne", "euse", "trice", "iere", "ier", "ien", "eur", "ant", "ante", "logue")
_NO_PERSONS = frozenset(
    "secteur indicateur facteur moteur ordinateur valeur couleur chaleur hauteur ampleur peur erreur dossier quartier "
    "chantier courrier papier calendrier matiere premiere filiere croisiere frontiere carriere maniere lumiere riviere "
    "derniere premier dernier couriel restant montant carburant courant liste piste matrice calculatrice "
    "catalogue dialogue prologue".split()
)
# Endings of nouns for those who live in a place: "une Lyonnaise", "le Casablancais".
_THERE = ("ais", "aise", "ois", "oise", "ien", "ienne", "ain", "aine")
_BRACKET = re.compile(r"\s*\([^)]*\)$")


def listed(page: Page, tokens: Sequence[Token], at: int, head: int, after: int, same: bool) -> Name:
    """A body of the lexicon from ``head`` to ``after``: "la préfecture de Nador", "l'Office des changes"."""
    last = extent(tokens, after)
    entry = page.lexicon.organisations.by_key[page.key_of(tokens, head, after)]
    name = page.said(tokens, head, last)
    acronym = page.acronyms.short(_BRACKET.sub("", name))
    if tokens[last - 1].text == ")":
        name = _BRACKET.sub("", name)
    canonical = entry.label[:1].isupper()
    return Name(
        "organisation",
        name,
        tokens[at].start,
        tokens[last - 1].end,
        last,
        acronym=acronym or (entry.acronym if canonical else None),
        entry=entry.id if canonical else None,
        generic=same,
        head=page.word(tokens[head]),
        gender=gender(tokens, at, head, head),
    )


def explained(tokens: Sequence[Token], at: int, head: int, pair: tuple[int, str, str]) -> Name:
    """A body whose acronym the article sets behind its name, however long: "le Comité de lutte dans le Sud (CLS)"."""
    end, name, acronym = pair
    return Name(
        "organisation",
        name,
        tokens[at].start,
        end,
        token_at(tokens, head, end),
        acronym=acronym,
        head=key(tokens[head].text),
        gender=gender(tokens, at, head, head),
    )


def by_noun(page: Page, tokens: Sequence[Token], at: int, head: int, known: bool, same: bool) -> Name:
    """A body that only a common noun names: "l'exploitant du réseau", "la centrale syndicale"."""
    last = extent(tokens, head + 1)
    name = page.said(tokens, head, last)
    acronym = page.acronyms.short(_BRACKET.sub("", name))
    if tokens[last - 1].text == ")":
        name = _BRACKET.sub("", name)
    word = page.word(tokens[head])
    person = not known and word.endswith(_PERSONS) and word not in _NO_PERSONS and acronym is None
    return Name(
        "person" if person else "organisation",
        name,
        tokens[at].start,
        tokens[last - 1].end,
        last,
        acronym=acronym,
        known=known,
        generic=same,
        head=page.word(tokens[head]),
        gender=gender(tokens, at, head, head),
    )


def named(page: Page, tokens: Sequence[Token], at: int, head: int, determined: bool) -> Name | None:
    """Capitals: a person, an acronym, a firm: "Omar Bennis", "l'ODL", "Atlas Motors", "le Fonds de soutien"."""
    token = tokens[head]
    if no_name(page, token):
        return None
    end = run(tokens, head)
    person = _determined_person(page, tokens, at, head, end) if determined else None
    if person is not None:
        return person
    symbol = page.lexicon.organisations.by_symbol.get(token.text)
    if determined and symbol is None and end == head + 1 and _inhabitant(page, tokens, at, head):
        return Name(
            "person", token.text, tokens[at].start, token.end, end, head=page.word(token),
            gender=gender(tokens, at, head, head),
        )  # fmt: skip
    shouted = token.text.isupper() and len(token.text) > 1
    if not determined and (symbol is None or symbol.ambiguous) and not shouted:
        person = proper(page, tokens, head, end)
        if person is not None:
            return person
    last = max(end, head + 1)
    if determined and not (symbol is not None and end == head + 1):
        last = extent(tokens, last)
    if last < len(tokens) and tokens[last].text == "(":
        last = _bracket(tokens, last)
    name = _BRACKET.sub("", page.said(tokens, head, last))
    full = page.acronyms.long(name)
    if full is None and symbol is not None and name == token.text and symbol.label[:1].isupper():
        # a known acronym that the article does not explain keeps the text's own spelling
        return Name(
            "organisation", name, tokens[at].start, tokens[last - 1].end, last, acronym=name, entry=symbol.id,
            gender=gender(tokens, at, head, head),
        )  # fmt: skip
    return Name(
        "organisation",
        full or name,
        tokens[at].start,
        tokens[last - 1].end,
        last,
        acronym=name if full else page.acronyms.short(name),
        entry=symbol.id if symbol else None,
        head=page.word(token),
        gender=gender(tokens, at, head, head),
    )


def _inhabitant(page: Page, tokens: Sequence[Token], at: int, head: int) -> bool:
    """ "[Une Lyonnaise] raconte", "[le Sénégalais] a dit": who comes from there, and no body called so."""
    if tokens[at].low not in ("un", "une", "le", "la", "ce", "cette") or extent(tokens, head + 1) > head + 1:
        return False
    word = page.word(tokens[head])
    return word.endswith(_THERE) and len(word) > 5 and word not in page.lexicon.organisations.by_key


def _determined_person(page: Page, tokens: Sequence[Token], at: int, head: int, end: int) -> Name | None:
    """ "le DGEP Omar Bennis", "le Sénégalais Omar Bennis", "un Omar Bennis pessimiste": persons all the same."""
    shouted = (
        tokens[head].text.isupper() and end - head == 3 and not any(t.text.isupper() for t in tokens[head + 1 : end])
    )
    from_there = page.word(tokens[head]) in page.lexicon.countries.by_key and end - head >= 2
    if (shouted or from_there) and not is_body(page, tokens, head + 1, end):
        name = page.said(tokens, head + 1, end)
        return Name("person", name, tokens[at].start, tokens[end - 1].end, end, role=tokens[head].text)
    if tokens[at].low in ("un", "une") and end - head >= 2 and not is_body(page, tokens, head, end):
        return Name("person", page.said(tokens, head, end), tokens[at].start, tokens[end - 1].end, end)
    return None


def _bracket(tokens: Sequence[Token], at: int) -> int:
    if at + 2 < len(tokens) and tokens[at + 2].text == ")" and tokens[at + 1].capital and tokens[at + 1].kind == WORD:
        return at + 3
    return at
