"""Bare numbers that nothing in their sentence explains: what was counted before, the word behind, nobody named."""

from __future__ import annotations

from pressfacts.finders.mentions import QuantityMention
from pressfacts.finders.quantities.nouns import is_plural
from pressfacts.finders.quantities.row import Row, counted
from pressfacts.finders.quantities.taking import LARGE, size, take, take_noun
from pressfacts.language.tokens import WORD
from pressfacts.language.words import (
    ADVERBS,
    CONJUNCTIONS,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    finite_verb,
)

LINKS = (
    PREPOSITIONS
    | CONJUNCTIONS
    | ADVERBS
    | RELATIVES
    | NEGATIONS
    | PRONOUNS
    | frozenset("total moyenne maximum minimum peine environ quelque presque lieu tout soit hausse baisse".split())
)


def recalled(row: Row, quantity: QuantityMention) -> bool:
    """ "le syndicat chiffre, lui, le besoin à 34.000": what the sentence before counted."""
    if size(quantity) < LARGE or quantity.comparator == "between" or row.may_be_year(quantity):
        return False
    model = counted(reversed(row.earlier))
    link = row.low(quantity.first - 1)
    if model is None or not (row.has_goal(quantity) or link in ("à", "de", "que", "dont", "(")):
        return False
    take(quantity, model, "ellipsis:recalled")
    return True


def alone(row: Row, quantity: QuantityMention) -> bool:
    """ "Quatre participaient déjà à l'aventure", "elles étaient une centaine": persons or things that nothing
    names.
    """
    if quantity.comparator == "between":
        return False
    behind = quantity.last + (row.low(quantity.last) == "autres")
    subject = (
        behind < len(row.tokens)
        and size(quantity) >= 2
        and (not quantity.first or row.tokens[quantity.first].capital)
        and finite_verb(row.tokens, behind) is not None
    )
    if subject:
        model = counted(reversed(row.earlier))
        if model is not None:
            take(quantity, model, "ellipsis:subject_alone")
            return True
    if row.low(quantity.last) in ("chez", "parmi", "dans", "à", "en") and _opens(row, quantity):
        model = counted(reversed(row.earlier))
        if model is not None:
            take(quantity, model, "ellipsis:spread")  # "6 chez des adultes, 2 chez des enfants"
            return True
    if _word_behind(row, quantity):
        return True
    if subject or "numbers:round" in quantity.rules or quantity.comparator != "equal":
        quantity.rules.append("ellipsis:alone")
        return True
    return False


def _word_behind(row: Row, quantity: QuantityMention) -> bool:
    """ "1.200 plaintes", "2.000 saisonniers": a participle or adjective that nothing else explains is the noun."""
    at = quantity.last
    if at >= len(row.tokens) or size(quantity) < 2 or quantity.scale > 1 or row.low(at) == "autres":
        return False
    token = row.tokens[at]
    if token.kind != WORD or token.capital or not is_plural(token) or len(token.low) < 5 or token.low in LINKS:
        return False
    take_noun(quantity, token, "ellipsis:word_behind")
    quantity.last, quantity.end, quantity.unit_span = at + 1, token.end, (token.start, token.end)
    return True


def _opens(row: Row, quantity: QuantityMention) -> bool:
    return quantity.first == 0 or (quantity.first == 1 and row.tokens[0].kind != WORD)
