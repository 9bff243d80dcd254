"""How far a noun phrase reaches, and which verb a word is."""

from __future__ import annotations

from collections.abc import Sequence

from pressfacts.language.tokens import MARK, NUMBER, WORD, Token
from pressfacts.language.words import (
    DETERMINERS,
    OF,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    finite_verb,
)
from pressfacts.lexicon import verbs

# How many tokens a phrase may take.
_LONGEST = 40
# Words that no name of a body or title of a person goes past.
_STOPS = (
    RELATIVES
    | SUBJECT_PRONOUNS
    | frozenset(
        "dans avant après depuis lors devant auprès mais si comme lorsque quand alors tandis avec sans sous vers chez "
        "ne n' s' se y est sont a ont été était étaient lundi mardi mercredi jeudi vendredi samedi dimanche hier "
        "aujourd'hui demain ce cette ces cet car donc où selon par pendant durant dès parmi malgré soit qu' que lui "
        "elle eux citant ici là également aussi notamment toujours encore ainsi déjà toutefois pourtant".split()
    )
)


def extent(tokens: Sequence[Token], at: int) -> int:
    """The token at which the phrase ends whose head ends at ``at``, prepositions at its end left out."""
    last = _reach(tokens, at)
    while last > at and tokens[last - 1].low in _NO_ENDS:
        last -= 1
    return last


def _reach(tokens: Sequence[Token], at: int) -> int:
    """The token at which the phrase ends whose head ends at ``at``: before a verb, a mark, a date, a preposition."""
    place = at
    end = min(len(tokens), at + _LONGEST)
    while place < end:
        token = tokens[place]
        if token.kind == MARK:
            if token.text == "(" and place + 2 < len(tokens) and tokens[place + 2].text == ")":
                return place + 3 if tokens[place + 1].capital and len(tokens[place + 1].text) > 1 else place
            if token.text in ("&", "/"):
                place += 1
                continue
            return place
        if token.kind == NUMBER:
            if (tokens[place - 1].capital and tokens[place - 1].text.isupper()) or token.text in ("2030", "2040"):
                place += 1
                continue
            return place
        if token.kind not in (WORD, "code", "ordinal"):
            return place
        low = token.low
        if low == "de" and place + 1 < len(tokens) and tokens[place + 1].low in ("le", "les"):
            return place
        if (low in _STOPS and not token.capital) or low.startswith("-"):  # "la région de l'Est" goes on
            return place
        if low in _ARTICLES and not token.capital and place > at and _plain(tokens[place - 1]):
            return place  # "le dossier [le cas d'une villa]"
        if low in ("et", "ou"):
            ahead = tokens[place + 1] if place + 1 < len(tokens) else None
            of = ahead is not None and ahead.low in OF
            if not of or tokens[place - 1].low in DETERMINERS:
                return place
        elif not token.capital and _verbal(tokens, place):
            return place
        place += 1
    return place


_ARTICLES = frozenset(("le", "la", "les", "l'", "un", "une"))
# What no name ends with: "la fille de [14 ans]", "le cabinet et".
_NO_ENDS = OF | DETERMINERS | frozenset("à en et ou au aux pour sur".split())


def _plain(token: Token) -> bool:
    """Whether a word before an article is a noun, or an adjective: nothing that the article may belong to."""
    return (
        token.kind == WORD
        and token.low not in PREPOSITIONS | OF | DETERMINERS | _STOPS
        and token.low not in ("et", "ou", "tous", "toutes", "tout", "toute", "au", "aux")
    )


def _verbal(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word in small letters is a verb here: "l'agence [publie]", "une note [consultée] par"."""
    token = tokens[place]
    forms = verbs.load_verb_forms().get(token.low, ())
    if not forms:
        return False
    before = tokens[place - 1].low if place else ""
    if finite_verb(tokens, place) is not None:
        return before not in OF and before not in (
            "l'",
            "le",
            "la",
            "les",
            "à",
            "et",
            "en",
        )
    if token.low in verbs.homographs():
        return False
    return any(form.tense in ("past_participle", "present_participle") for form in forms) and before not in (
        "de", "d'", "des", "du", "la", "le", "les", "l'", "et",
    )  # fmt: skip
