"""Documents: "un rapport de la Cour" is its own source, "les chiffres de l'Office" are the Office's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pressfacts.finders.sources.name import Name
from pressfacts.finders.sources.nouns import PIECES, PIECES_OF_THEIR_OWN
from pressfacts.finders.sources.page import Page
from pressfacts.finders.sources.persons import gender
from pressfacts.finders.sources.phrases import extent
from pressfacts.finders.sources.saying import DAYS
from pressfacts.language.tokens import Token
from pressfacts.language.words import OF, PRENOMINAL
from pressfacts.lexicon import verbs

One = Callable[[Sequence[Token], int, bool], Name | None]
_POINTING = ("ce", "cette", "ces", "cet")
_OF_SOMEBODY = frozenset("ses leurs nos notre ces ce mes".split())
_GIVEN_TO = frozenset("accordé accordée accordés accordées donné donnée confié confiée exclusif exclusive".split())


def document(
    page: Page,
    one: One,
    tokens: Sequence[Token],
    at: int,
    head: int,
    after: int,
    same: bool,
) -> Name | None:
    """A document from ``head`` to ``after``; ``one`` reads the phrase of its author."""
    entry = page.lexicon.documents.by_key[page.key_of(tokens, head, after)]
    last = extent(tokens, after)
    word = page.word(tokens[head])
    piece = word in PIECES
    if (
        piece
        and last == after
        and head > at
        and tokens[at].low not in ("un", "une", "des", "du")
        and (word not in PIECES_OF_THEIR_OWN)
    ):
        # "l'article", "notre interview": the newspaper spoken of
        return Name(
            "press",
            word,
            tokens[at].start,
            tokens[last - 1].end,
            last,
            generic=True,
            head=word,
            resolved="anaphora",
            known=False,
        )
    author = _author(one, tokens, after, min(len(tokens), last + 8))
    if author is not None and (not entry.own_source or (author.kind == "press" and piece)):
        return replace(author, start=tokens[at].start)
    published = author if author is not None and author.start >= tokens[last - 1].end else None
    if entry.own_source and published is None and last > after and tokens[last - 1].kind == "word":
        # "le baromètre des PME [réalisé par X]"
        behind = _author(one, tokens, last, min(len(tokens), last + 6)) if _made(tokens, last) else None
        published = behind if behind is not None and behind.kind != "press" else None
    if not entry.own_source and last == after and tokens[at].low in _OF_SOMEBODY:
        return None
    if tokens[at].low in ("aucun", "aucune"):
        return None
    first = head
    while first > at and tokens[first - 1].low in PRENOMINAL and tokens[first - 1].low not in ("même", "mêmes"):
        first -= 1
    return Name(
        "document",
        page.said(tokens, first, last),
        tokens[at].start,
        tokens[last - 1].end,
        last,
        known=entry.own_source and (not piece or word in PIECES_OF_THEIR_OWN),
        generic=same
        or tokens[at].low in _POINTING
        or (last == after and first == head and published is None and tokens[at].low in ("le", "la", "l'")),
        head=word,
        gender=gender(tokens, at, head, after),
        author=published,
    )


def _made(tokens: Sequence[Token], at: int) -> bool:
    """Whether a participle follows: "[réalisé] par", "[mené] en mai par"."""
    forms = verbs.load_verb_forms().get(tokens[at].low, ()) if at < len(tokens) else ()
    return any(form.tense == "past_participle" for form in forms)


def _past_date(tokens: Sequence[Token], at: int, limit: int) -> int | None:
    """Behind a date between commas: "publiés[, mardi 3 mai,] par l'office"."""
    if tokens[at].text != "," or at + 2 >= len(tokens) or tokens[at + 1].low not in DAYS | {"le", "ce", "en"}:
        return None
    stop = next((i for i in range(at + 2, min(limit, at + 7)) if tokens[i].kind == "mark"), None)
    if stop is None or tokens[stop].text != "," or stop + 1 >= len(tokens) or tokens[stop + 1].low != "par":
        return None
    return stop + 1


def _author(one: One, tokens: Sequence[Token], after: int, limit: int) -> Name | None:
    """Who made the document: "les chiffres [officiels] de l'agence", "les données publiées hier par l'agence"."""
    place = after - 1
    while place + 1 < limit:
        place += 1
        if tokens[place].kind == "mark":
            further = _past_date(tokens, place, len(tokens))
            if further is None:
                return None
            place = further
        low = tokens[place].low
        to = low in ("à", "au", "avec") and (place == after or tokens[place - 1].low in _GIVEN_TO)
        if low == "par" or to or (low in OF and place <= after + 1) or (low == "dans" and place == after + 1):
            start = place if low in ("du", "des", "au") else place + 1
            if start >= len(tokens):
                return None
            name = one(tokens, start, False)
            if name is None or name.kind == "document":
                return None
            if name.kind != "press" and (name.generic or not name.known):
                return None
            return None if to and name.kind != "press" else name
        if low in ("qui", "que", "dont"):
            return None
    return None
