"""The denominator of a quantity: "par an", "l'once", "/kg", "chaque jour", "mensuel"."""

from __future__ import annotations

from collections.abc import Sequence

from pressfacts.finders.mentions import QuantityMention
from pressfacts.finders.quantities.units import PER_NOUNS, singular
from pressfacts.language.tokens import MARK, NUMBER, WORD, Token

_ADJECTIVES = {
    "mensuel": "month", "mensuels": "month", "mensuelle": "month", "mensuelles": "month", "mensuellement": "month",
    "quotidien": "day", "quotidiens": "day", "quotidienne": "day", "quotidiennes": "day", "quotidiennement": "day",
    "journalier": "day", "journaliers": "day", "journalière": "day", "journalières": "day",
    "hebdomadaire": "week", "hebdomadaires": "week", "hebdomadairement": "week", "annuellement": "year",
}  # fmt: skip
_TIMES = {"an": "year", "année": "year", "mois": "month", "semaine": "week", "jour": "day", "heure": "hour"}
# Behind "par" these are no denominators: "par rapport à", "par la suite", "par ailleurs".
_PAR_OTHER = frozenset("rapport ailleurs exemple conséquent contre la le les l' un une des ce cette son sa".split())
_PRICED = frozenset(
    "once kilo kilogramme tonne litre baril quintal mètre hectare heure unité pièce consultation nuit nuitée tête sac "
    "bouteille botte caisse kg place billet paire dose kwh mwh".split()
)


def per(tokens: Sequence[Token], quantity: QuantityMention) -> str | None:
    """The denominator that stands with a quantity; of two, the one of time."""
    found: str | None = None
    at = quantity.last
    for place in range(at, min(len(tokens), at + 9)):
        token = tokens[place]
        low = token.low
        if token.kind == MARK and token.text in ".;:," or low in ("qui", "que", "contre", "et", "alors", "dont"):
            break
        if token.kind == NUMBER and place > at:
            break
        following = tokens[place + 1].low if place + 1 < len(tokens) else ""
        if token.text == "/" and place <= at + 1 and following:
            return PER_NOUNS.get(following, PER_NOUNS.get(singular(following), following))
        if low == "par" and following and following not in _PAR_OTHER and tokens[place + 1].kind == WORD:
            noun = singular(following)
            reading = PER_NOUNS.get(noun, noun)
            if tokens[place + 1].capital or (place > at + 3 and noun not in PER_NOUNS):
                break
            if reading in _TIMES.values():
                return reading
            found = found or reading
        if low in ("le", "la", "l'") and place == at and quantity.kind == "money" and singular(following) in _PRICED:
            noun = singular(following)
            found = {"kilo": "kg", "kilogramme": "kg", "kg": "kg", "tonne": "t", "litre": "l", "hectare": "ha", "heure": "hour"}.get(noun, noun)  # fmt: skip
        if low in ("pour", "à") and place == at and quantity.kind == "money":
            break
    return found or _of_clause(tokens, quantity)


def _of_clause(tokens: Sequence[Token], quantity: QuantityMention) -> str | None:
    """ "chaque jour 20.000 pièces", "produits quotidiennement", "revenus mensuels"."""
    if quantity.kind == "percent":
        return None
    for place in range(quantity.first - 1, max(-1, quantity.first - 7), -1):
        token = tokens[place]
        if token.kind == MARK or token.low in ("et", "qui", "que", "qu'", "dont") or token.kind == NUMBER:
            break
        if token.low == "chaque" and place + 1 < len(tokens) and tokens[place + 1].low in _TIMES:
            return _TIMES[tokens[place + 1].low]
        if token.low in _ADJECTIVES:
            return _ADJECTIVES[token.low]
    for place in range(quantity.last, min(len(tokens), quantity.last + 6)):
        token = tokens[place]
        if token.kind == MARK and token.text not in "»\"" or token.kind == NUMBER or token.low in ("et", "qui", "que", "contre"):
            break
        if token.low == "chaque" and place + 1 < len(tokens) and tokens[place + 1].low in _TIMES:
            return _TIMES[tokens[place + 1].low]
        if token.low in _ADJECTIVES:
            return _ADJECTIVES[token.low]
    return None
