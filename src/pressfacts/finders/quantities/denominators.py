"""The denominator of a quantity: "par an", "l'once", "/kg", "chaque jour", "mensuel"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from pressfacts.finders.mentions import QuantityMention
from pressfacts.finders.quantities.nouns import singular
from pressfacts.language.tokens import CODE, MARK, NUMBER, WORD, Token

_PER_NOUNS: Mapping[str, str] = {
    "an": "year", "ans": "year", "année": "year", "mois": "month", "semaine": "week", "jour": "day", "journée": "day",
    "heure": "hour", "habitant": "person", "tête": "person", "personne": "person", "tonne": "t", "kilo": "kg",
    "kilogramme": "kg", "kg": "kg", "mètre": "m2", "m2": "m2", "m²": "m2", "hectare": "ha", "ha": "ha",
    "litre": "l", "l": "l", "m³": "m3", "tm": "t",
    "t": "t", "h": "hour", "minute": "minute", "seconde": "second", "s": "second",
}  # fmt: skip
_ADJECTIVES = {
    "mensuel": "month", "mensuels": "month", "mensuelle": "month", "mensuelles": "month", "mensuellement": "month",
    "quotidien": "day", "quotidiens": "day", "quotidienne": "day", "quotidiennes": "day", "quotidiennement": "day",
    "journalier": "day", "journaliers": "day", "journalière": "day", "journalières": "day",
    "horaire": "hour", "horaires": "hour", "hebdomadaire": "week", "hebdomadaires": "week",
    "hebdomadairement": "week", "annuellement": "year",
}  # fmt: skip
_TIMES = {"an": "year", "année": "year", "mois": "month", "semaine": "week", "jour": "day", "heure": "hour"}
# Behind "par" these are no denominators: "par rapport à", "par la suite", "par ailleurs".
_PAR_OTHER = frozenset(
    "rapport ailleurs exemple conséquent contre la le les l' un une des ce cette son sa bateau avion train route mer "
    "voie camion téléphone internet courrier mail vidéo message hasard avance voiture satellite tirage "
    "correspondance défaut contumace milliers centaines dizaines millions".split()
)
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
        if (token.kind == MARK and token.text in ".;:,") or low in ("qui", "que", "contre", "et", "alors", "dont"):
            break
        if ((token.kind == NUMBER or low in _NUMBER_WORDS) and place > at) or token.text == "(":
            break
        following = tokens[place + 1].low if place + 1 < len(tokens) else ""
        if token.text == "/" and place <= at + 1 and following:
            if following == "100" and place + 2 < len(tokens) and tokens[place + 2].low == "km":
                return "100 km"
            return _PER_NOUNS.get(following, _PER_NOUNS.get(singular(following), following))
        if low == "par" and following and following not in _PAR_OTHER and tokens[place + 1].kind == WORD:
            noun = singular(following)
            if noun != following and noun not in _PER_NOUNS:
                break  # "par équipes", "par milliers"
            reading = _metre(tokens, place + 1) or _PER_NOUNS.get(noun, noun)
            if tokens[place + 1].capital or (place > at + 2 and noun not in _PER_NOUNS):
                break
            if reading in _TIMES.values():
                return reading
            found = found or reading
        if low == "l'" and following == "hectare" and place <= at + 2:
            return "ha"
        if quantity.kind == "money" and place <= at + 1:
            price = _priced(tokens, place, at)
            if price in _TIMES.values():
                return price
            found = found or price
    time = _of_clause(tokens, quantity)
    return time or found or _unit_sold(tokens, quantity)


def _priced(tokens: Sequence[Token], place: int, at: int) -> str | None:
    """ "60 € la consultation", "14 DH de l'heure", "1,50 DH au litre", "2 millions pour une victoire"."""
    low = tokens[place].low
    if low in ("le", "la", "du", "au") and _metre(tokens, place + 1):
        return _metre(tokens, place + 1)
    if place + 1 >= len(tokens) or tokens[place + 1].kind not in (WORD, CODE):
        return None
    noun = singular(tokens[place + 1].text)
    beyond = tokens[place + 2] if place + 2 < len(tokens) else None
    if (low == "l'" and noun == "heure") or (
        low in ("le", "la", "l'", "au") and (low != "au" or noun in _SOLD_BY) and place == at
    ):
        if tokens[place + 1].capital or (
            beyond is not None and beyond.low in ("dernier", "dernière", "prochain", "prochaine", "même")
        ):
            return None
        if low == "l'" and noun not in _PRICED and noun not in ("an", "année"):
            return None  # "alléger de cinq milliards l'impôt"
        if low != "au" and noun not in _PRICED and not (beyond is None or beyond.kind == MARK or beyond.low in _CLOSES):
            return None
        if noun in _MOMENTS or (noun in ("jour", "mois", "semaine", "an", "année") and low == "le"):
            return None
        return _SOLD_BY.get(noun, _PER_NOUNS.get(noun, noun))
    if (
        low == "pour"
        and place == at
        and tokens[place + 1].low in ("un", "une")
        and beyond is not None
        and beyond.kind == WORD
        and beyond.low not in _TOTALS
    ):
        closes = (
            place + 3 >= len(tokens) or tokens[place + 3].kind == MARK or tokens[place + 3].low in ("et", "ou", "en")
        )
        return _SOLD_BY.get(singular(beyond.text), singular(beyond.text)) if closes else None
    return None


def _metre(tokens: Sequence[Token], place: int) -> str | None:
    """ "le mètre carré", "par mètre cube"."""
    if place + 1 < len(tokens) and tokens[place].low in ("mètre", "metre", "mètres"):
        return {"carré": "m2", "carrés": "m2", "cube": "m3", "cubes": "m3"}.get(tokens[place + 1].low)
    return None


# What comes out or is held by the week is not counted by it: "1.022 souks hebdomadaires".
_HELD_WEEKLY = ("souks", "marchés", "journaux", "magazines", "titres", "revues")
_MOMENTS = frozenset("veille suite fois saison séance".split())
# Behind "pour un" these sum up, they share nothing out: "32 milliards pour un coût total de 157 milliards".
_TOTALS = frozenset("coût montant total budget investissement prix capital délai volume chiffre effectif".split())
_CLOSES = frozenset("pour en dans sur à au aux chez contre et ou mais qui selon".split())
_NUMBER_WORDS = frozenset("deux trois quatre cinq six sept huit dix douze quinze vingt trente cent mille".split())
_SOLD_BY = {"kilo": "kg", "kilogramme": "kg", "kg": "kg", "tonne": "t", "litre": "l", "hectare": "ha", "once": "once",
            "quintal": "quintal", "baril": "baril", "mètre": "mètre", "heure": "hour"}  # fmt: skip


def _unit_sold(tokens: Sequence[Token], quantity: QuantityMention) -> str | None:
    """ "la tonne avait dépassé 12.000 $", "le quintal à 6.000 DA", "le PIB par habitant est de 3.800 dollars"."""
    if quantity.kind not in ("money", "measure"):
        return None
    for place in range(quantity.first - 1, 0, -1):
        noun = tokens[place].low
        if noun in ("habitant", "tête") and tokens[place - 1].low == "par":
            return "person"
        if quantity.kind != "money":
            continue
        if _metre(tokens, place) and tokens[place - 1].low in ("le", "du", "au", "un"):
            return _metre(tokens, place)
        if noun in _SOLD_BY and noun != "heure" and tokens[place - 1].low in ("le", "la", "l'", "un", "une"):
            return _SOLD_BY[noun]
        if tokens[place].text in ".;:":
            break
    return None


def _of_clause(tokens: Sequence[Token], quantity: QuantityMention) -> str | None:
    """ "chaque jour 20.000 pièces", "produits quotidiennement", "revenus mensuels"."""
    if quantity.kind == "percent":
        return None
    for place in range(quantity.first - 1, max(-1, quantity.first - 7), -1):
        token = tokens[place]
        if token.kind == MARK or token.low in ("et", "qui", "que", "qu'", "dont", "par") or token.kind == NUMBER:
            break
        if token.low == "chaque" and place + 1 < len(tokens) and tokens[place + 1].low in _TIMES:
            return _TIMES[tokens[place + 1].low]
        if token.low in _ADJECTIVES and tokens[place - 1].low not in ("le", "du", "ce", "au", "un"):
            return _ADJECTIVES[token.low]
    for place in range(quantity.last, min(len(tokens), quantity.last + 6)):
        token = tokens[place]
        if (
            (token.kind == MARK and token.text not in '»"')
            or token.kind == NUMBER
            or token.low in ("et", "qui", "que", "contre")
        ):
            break
        if token.low == "chaque" and place + 1 < len(tokens) and tokens[place + 1].low in _TIMES:
            return _TIMES[tokens[place + 1].low]
        if token.low in _ADJECTIVES and tokens[place - 1].low not in ("le", "du", "ce", "au", "un", *_HELD_WEEKLY):
            return _ADJECTIVES[token.low]
    return None


def carry_denominators(tokens: Sequence[Token], quantities: Sequence[QuantityMention]) -> None:
    """A conversion and what a sum is set against have its denominator.

    "80 millions de dinars par an (27 millions d'euros)", "10.000 euros de revenus mensuels, contre 27.000 aujourd'hui".
    """
    for one, two in pairwise(quantities):
        if one.per is None or two.per is not None or one.kind != two.kind:
            continue
        between = [token.low for token in tokens[one.last : two.first]]
        beside = bool(between) and (between[-1] in ("contre", "(") or (len(between) <= 3 and between[-1] == "soit"))
        set_against = beside and len(between) <= 8
        shared = len(between) <= 5 and between[:1] == ["par"] and "et" in between and one.unit == two.unit
        if set_against or shared:
            two.per = one.per
