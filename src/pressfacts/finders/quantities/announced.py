"""What announces a bare number: "le nombre d'abonnés", "au nombre de", "l'indice … à", "une moyenne de"."""

from __future__ import annotations

from collections.abc import Sequence

from pressfacts.finders.mentions import QuantityMention
from pressfacts.finders.quantities.nouns import is_plural, may_be_noun
from pressfacts.finders.quantities.subjects import plural_before
from pressfacts.finders.quantities.taking import size
from pressfacts.language.tokens import MARK, WORD, Token

_FAR = 40
_OF = ("de", "d'", "des")


def announced(tokens: Sequence[Token], quantity: QuantityMention) -> Token | None:
    """ "le nombre d'abonnés atteint 72.100", "sur un effectif de 3.000": what was announced as a number."""
    for place in range(quantity.first - 1, max(-1, quantity.first - _FAR), -1):
        token = tokens[place]
        if token.low in ("effectif", "effectifs") and quantity.first - place <= 4:
            return token
        if token.low in ("emploi", "emplois") and quantity.first == place + 2 and tokens[place + 1].low == "de":
            return token  # "une hausse d'emploi de 248.000"
        if token.low == "nombre" and tokens[place - 1].low == "au" and quantity.first == place + 2:
            return plural_before(tokens, place - 1)  # "ses pays de présence, au nombre de 26"
        if token.low in ("celui", "celle") and place + 2 < quantity.first and quantity.scale == 1:
            named = is_plural(tokens[place + 2]) and may_be_noun(tokens, place + 2) and tokens[place + 2].low != "plus"
            if tokens[place + 1].low == "des" and named and not quantity.signed:
                return tokens[place + 2]  # "celui des personnes guéries s'élève à 18.590"
        if token.low in ("nombre", "total") and place + 2 < len(tokens) and _of_noun(tokens, place + 1):
            at = place + 2
            while at < quantity.first and tokens[at].low in ("de", "d'", "des", "nouveaux", "nouvelles", "total"):
                at += 1
            if at < quantity.first and tokens[at].kind == WORD:
                return tokens[at]
        if token.kind == MARK and token.text in ".;":
            break
    at = quantity.last
    if (
        at + 3 < len(tokens)
        and tokens[at].low in ("le", "du")
        and tokens[at + 1].low == "nombre"
        and tokens[at + 2].low in ("de", "d'")
    ):
        return tokens[at + 3]  # "ramener à 500 le nombre d'emplois"
    return None


def _of_noun(tokens: Sequence[Token], place: int) -> bool:
    """Whether "de" stands here or behind one adjective: "le nombre exact de détenus"."""
    return tokens[place].low in _OF or (tokens[place].kind == WORD and tokens[place + 1].low in _OF)


_INDICES = frozenset("indice masi madex msi20 cac nikkei dow nasdaq tunindex brvm".split())


def is_index(tokens: Sequence[Token], quantity: QuantityMention) -> bool:
    """ "l'indice a avancé de 0,13%, à 906,81": what an index stands at is points."""
    if size(quantity) < 100 or not any(token.low in _INDICES for token in tokens[: quantity.first]):
        return False
    if tokens[quantity.first - 1].low not in ("à", "contre"):
        return False
    quantity.kind, quantity.unit = "measure", "point"
    quantity.rules.append("ellipsis:index")
    return True


def is_average(tokens: Sequence[Token], quantity: QuantityMention) -> bool:
    """ "sa moyenne n'est que de 0,185": an average or coefficient below one is a ratio."""
    lows = {token.low for token in tokens[max(0, quantity.first - 9) : quantity.first]}
    if (
        quantity.comparator == "equal"
        and quantity.value is not None
        and quantity.value < 1
        and lows & {"moyenne", "coefficient", "indice", "ratio"}
    ):
        quantity.kind, quantity.unit = "ratio", "1"
        quantity.rules.append("ellipsis:average")
        return True
    return False
