"""What is taken out of a sentence's analysis: who speaks, asides, and pronouns that look like nouns."""

from __future__ import annotations

from collections.abc import Sequence

from pressfacts.finders.indicators.letters import (
    ADJECTIVE,
    ADVERB,
    DETERMINER,
    INSERTED,
    NOUN,
    PARTICIPLE,
    PRONOUN,
    QUANTITY,
    TIME,
    VERB,
)
from pressfacts.language.tokens import Token
from pressfacts.lexicon import verbs

# "pour sa part", "de son côté", "quant à elle": the last word and the one before it.
_ASIDES = frozenset(
    [("part", word) for word in ("sa", "leur", "ma", "notre")]
    + [("côté", word) for word in ("son", "leur")]
    + [(word, "à") for word in ("lui", "elle", "eux", "elles")]
)
# Verbs that, turned before their subject, say who speaks: "[indique] le ministère".
_SAYING = frozenset(("report", "report_clause"))
_NOT_SAYING = frozenset(("forecast", "plan", "demand", "level", "aim"))


def mark(tokens: Sequence[Token], found: list[str]) -> None:
    """Change the letters of a sentence where its words stand for nothing that a number could measure."""
    _mark_inserted(tokens, found)
    _mark_asides(tokens, found)
    _mark_pronouns(tokens, found)


def _mark_inserted(tokens: Sequence[Token], found: list[str]) -> None:
    """Take who speaks out of the analysis: "les stocks, [indique le ministère,] reculent"."""
    size = len(tokens)
    place = 0
    while place < size - 2:
        token = tokens[place]
        end = place + 1
        if token.text in (",", "»", '"') and found[end] == VERB and _speaks(tokens, found, end):
            end = _next_stop(tokens, place + 2)
            if QUANTITY not in found[place:end] and (VERB in found[:place] or VERB in found[end:]):
                found[place + 1 : end] = [INSERTED] * (end - place - 1)
                if end < size and tokens[end].text == "," and token.text == ",":
                    found[place] = found[end] = INSERTED
        place = end


def _mark_asides(tokens: Sequence[Token], found: list[str]) -> None:
    """Take out asides that name nobody new: "le chiffre s'établit[, pour sa part,] à 3 MDH"."""
    for place in range(1, len(tokens) - 1):
        if (tokens[place].low, tokens[place - 1].low) not in _ASIDES:
            continue
        first, last = place - 1, place
        while first > 0 and tokens[first - 1].low in ("pour", "de", "quant"):
            first -= 1
        if first == place - 1:
            continue
        for mark in (first - 1, last + 1):
            if 0 <= mark < len(tokens) and tokens[mark].text == ",":
                found[mark] = INSERTED
        found[first : last + 1] = [INSERTED] * (last + 1 - first)


def _mark_pronouns(tokens: Sequence[Token], found: list[str]) -> None:
    """Read "cette dernière a atteint" as a pronoun, and "une croissance très faible" as one run of words."""
    for place in range(1, len(tokens) - 1):
        token = tokens[place]
        if token.low in ("dernier", "dernière", "derniers", "dernières"):
            if tokens[place - 1].low in ("ce", "cette", "ces") and found[place + 1] not in (NOUN, TIME, ADJECTIVE):
                found[place - 1 : place + 1] = [PRONOUN, PRONOUN]
        elif token.low in ("plus", "moins") and tokens[place - 1].low in ("le", "la", "les") and place > 1:
            # "les foyers les plus modestes"
            if found[place - 2] in (NOUN, PARTICIPLE) and found[place + 1] in (NOUN, PARTICIPLE, ADJECTIVE):
                found[place - 1 : place + 2] = [NOUN, NOUN, NOUN]
        elif found[place] == ADVERB and tokens[place - 1].text in ("«", '"') and tokens[place + 1].text in ("»", '"'):
            # 37% de « non »
            found[place] = NOUN
        elif (
            (token.low in ("très", "trop", "assez") or (found[place] == ADVERB and token.low.endswith("ement")))
            and found[place - 1] == NOUN
            and found[place + 1] == NOUN
        ):
            found[place] = NOUN


def _speaks(tokens: Sequence[Token], found: Sequence[str], place: int) -> bool:
    """Whether a verb that opens a stretch stands before its subject: "indique le journal", "a-t-il dit"."""
    behind = tokens[place + 1]
    if behind.text.startswith("-"):
        return True
    if found[place + 1] not in (DETERMINER, NOUN) or behind.low in ("des", "du", "de", "au", "aux"):
        return False
    for form in verbs.load_verb_forms().get(tokens[place].low, ()):
        roles = verbs.roles(form.lemma, reflexive=False)
        if roles & _SAYING and not roles & _NOT_SAYING:
            return True
    return False


def _next_stop(tokens: Sequence[Token], start: int) -> int:
    """The mark that closes what is inserted."""
    for place in range(start, min(len(tokens), start + 30)):
        if tokens[place].text in (",", ";", ":", ".", "«", ")"):
            return place
    return min(len(tokens), start + 30)
