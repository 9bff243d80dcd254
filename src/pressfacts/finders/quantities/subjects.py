"""The subject that a bare number counts: "les nuitées ont atteint 18,7 millions", "les radars ne sont que 66"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pressfacts.finders.quantities.nouns import is_plural, may_be_noun
from pressfacts.language.tokens import MARK, WORD, Token
from pressfacts.language.words import PRENOMINAL, PREPOSITIONS, finite_verb, verb_forms
from pressfacts.lexicon.entries import Indicator
from pressfacts.lexicon.verbs import roles

_FAR = 14
_BETWEEN = frozenset(
    "que qu' plus pas encore déjà désormais aujourd'hui pour le moment alors environ près quelque moins".split()
)
_MEASURING = frozenset(
    ("level", "reach", "measure", "comparator_more_than", "comparator_about", "increase", "decrease")
)


def subject_of_being(tokens: Sequence[Token], number: int) -> Token | None:
    """The plural noun or pronoun of which "être" says how many there are: "ils seront une centaine".

    None where no form of être stands before the number, or its subject is no plural noun or pronoun.
    """
    place = number - 1
    while place >= 0 and (
        tokens[place].low in _BETWEEN or (tokens[place].low == "de" and tokens[place - 1].low in _BETWEEN)
    ):
        place -= 1  # "ils sont près de 300"; "ils sont de 962" gives a date
    if place < 1:
        return None
    verb = finite_verb(tokens, place)
    if verb is None or verb.lemma != "être" or not tokens[place].low.endswith(("nt", "mmes")):
        return None
    place -= 1
    while place >= 0 and tokens[place].low in ("n'", "ne", "ce"):
        place -= 1
    if place < 0:
        return None
    if tokens[place].low in ("ils", "elles", "-ils", "-elles", "nous"):
        return tokens[place]
    return _head_before(tokens, place)


def counted_subject(
    tokens: Sequence[Token], number: int, indicator: Callable[[str], Indicator | None], *, plain: bool
) -> Token | None:
    """The subject of a verb of size, where the lexicon says that it is counted: nuitées, arrivées, passagers.

    A ``plain`` number, without a scale, counts any plural subject: "les faillites sont retombées à 10.000".
    """
    seen = False
    for place in range(number - 1, max(-1, number - _FAR), -1):
        token = tokens[place]
        if token.kind == MARK and token.text not in '"»«':
            return None
        if not seen:
            seen = any(roles(form.lemma) & _MEASURING for form in verb_forms(token))
            continue
        opens = place == 0 or tokens[place - 1].low in ("les", "ces", "ses", "leurs")
        if token.kind != WORD or not opens or not is_plural(token) or len(token.text) < 4:
            continue
        entry = indicator(token.text)
        if entry is None:
            return token if plain and may_be_noun(tokens, place) else None
        if "count" in entry.kinds and "money" not in entry.kinds:
            return token
    return None


def plural_before(
    tokens: Sequence[Token], number: int, *, after: int = 0, bare: bool = False, stops: str = ".;:"
) -> Token | None:
    """The nearest plural noun before a place that a plural determiner opens: "les nouveaux cas", "ses pays".

    It stands behind ``after``; ``bare`` takes "de" for a determiner too: "le trafic de passagers".
    """
    for place in range(number - 1, after, -1):
        if tokens[place].kind == MARK and tokens[place].text in stops:
            return None
        opens = tokens[place - 1].low in ("les", "des", "ces", "ses", "leurs") or (
            bare and tokens[place - 1].low == "de"
        )
        if tokens[place - 1].text in '«"' and place > 1:
            opens = tokens[place - 2].low in ("les", "des", "ces", "ses", "leurs")  # "les « foyers fiscaux »"
        at = place
        while opens and at + 1 < number and tokens[at].low in PRENOMINAL:
            at += 1
        if opens and is_plural(tokens[at]) and not tokens[at].capital and may_be_noun(tokens, at):
            return tokens[at]
    return None


def _head_before(tokens: Sequence[Token], place: int) -> Token | None:
    """The head of the noun phrase that ends at ``place``: "les radars mobiles de la région" is about radars."""
    head: Token | None = None
    while place >= 0:
        token = tokens[place]
        if token.kind == MARK:
            if token.text != ")":
                break
            while place >= 0 and tokens[place].text != "(":
                place -= 1
            place -= 1
            continue
        if token.low in ("les", "ces", "ses", "leurs", "des", "nos") and head is not None:
            return head if token.low != "des" or not place or tokens[place - 1].kind != WORD else None
        if token.low in PREPOSITIONS:
            head = None
        elif is_plural(token) and token.low not in PRENOMINAL and may_be_noun(tokens, place):
            head = token
        place -= 1
    return None
