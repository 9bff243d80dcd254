"""Whose noun stands elsewhere: "d'entre eux", in brackets, in a share, in the subject, in "en"."""

from __future__ import annotations

from collections.abc import Sequence

from pressfacts.finders.mentions import QuantityMention
from pressfacts.finders.quantities.nouns import is_plural, may_be_noun
from pressfacts.finders.quantities.row import COUNTED, Row, counted
from pressfacts.finders.quantities.subjects import counted_subject, plural_before, subject_of_being
from pressfacts.finders.quantities.taking import LARGE, size, take, take_noun
from pressfacts.language.tokens import NUMBER, WORD, Token
from pressfacts.language.words import verb_forms

_ADVERBS_BEFORE = frozenset(
    "déjà encore même aujourd'hui désormais seulement que qu' environ près plus moins de".split()
)


def of_them(row: Row, quantity: QuantityMention) -> bool:
    """ "2.400 d'entre eux", "parmi elles, 338.186 en général": of those last counted or named."""
    behind = [token.low for token in row.tokens[quantity.last : quantity.last + 2]]
    before = [token.low for token in row.tokens[max(0, quantity.first - 4) : quantity.first]]
    if behind != ["d'", "entre"] and not ("parmi" in before and {"eux", "elles"} & set(before)):
        return False
    model = row.counted_before()
    if model is not None:
        take(quantity, model, "ellipsis:of_them")
        return True
    noun = plural_before(row.tokens, quantity.first, stops=".")
    if noun is None:
        return False
    take_noun(quantity, noun, "ellipsis:of_them")
    return True


def in_brackets(row: Row, quantity: QuantityMention) -> bool:
    """ "le trafic des passagers (587.320)", "recensés à Rabat (68), Fès (64) et Oujda (19)"."""
    at = quantity.first - 1
    if row.low(at) != "(" or quantity.comparator == "between":
        return False
    noun = row.tokens[at - 1] if at else None
    if row.low(quantity.last) != ")" and (size(quantity) < LARGE or row.may_be_year(quantity)):
        return False  # "les immatriculations (97.000 à fin août)"
    if noun is not None and noun.text in '"»' and size(quantity) >= LARGE:
        model = next((other for other in (*reversed(row.kept), *reversed(row.earlier))
                      if other.kind == "count" and other.noun), None)  # fmt: skip
        if model is not None:
            take(quantity, model, "ellipsis:in_brackets")  # "« Le paysage mystique » (453.740)"
            return True
    if noun is None or noun.kind != WORD:
        return False
    if is_plural(noun) and not noun.capital and may_be_noun(row.tokens, at - 1):
        entry = row.indicator(noun.text)
        if quantity.scale == 1 or (entry is not None and "count" in entry.kinds and "money" not in entry.kinds):
            take_noun(quantity, noun, "ellipsis:in_brackets")
            return True
        return False
    if quantity.scale > 1 or not noun.capital or not _row_of_brackets(row, quantity):
        return False
    model = counted(reversed(row.kept))
    if model is not None:
        take(quantity, model, "ellipsis:in_brackets")
        return True
    head = plural_before(row.tokens, at)
    if head is None:
        return False
    take_noun(quantity, head, "ellipsis:in_brackets")
    return True


def _row_of_brackets(row: Row, quantity: QuantityMention) -> bool:
    """Whether another number stands alone in brackets behind a name: one alone may be an age."""
    return any(
        row.low(place) == "("
        and row.low(place + 2) == ")"
        and row.tokens[place + 1].kind == NUMBER
        and row.tokens[place - 1].capital
        for place in range(1, len(row.tokens) - 2)
        if place != quantity.first - 1
    )


def of_share(row: Row, quantity: QuantityMention, every: Sequence[QuantityMention]) -> bool:
    """ "la moitié des visiteurs, soit environ 5,4 millions", "45% du trafic de passagers, soit 1.080.399"."""
    if row.low(quantity.first - 1) != "soit" or not row.kept or row.kept[-1].kind not in ("ratio", "percent"):
        return False
    if quantity.scale == 1 and size(quantity) < 100:
        return False
    share = row.kept[-1]
    noun = plural_before(row.tokens[: quantity.first], quantity.first, after=share.last, bare=True)
    if noun is None or (quantity.scale > 1 and any(other.kind == "money" for other in every if not other.elliptic)):
        return False
    known = row.is_counted(noun.text)
    if known is None:
        known = quantity.scale == 1 or share.kind == "ratio"
    if not known:
        return False
    take_noun(quantity, noun, "ellipsis:of_share")
    return True


def by_pronoun(row: Row, quantity: QuantityMention) -> QuantityMention | None:
    """ "la feuille de route en prévoyait 27 millions", "il n'en a semé que 3.000", "ils en prennent deux"."""
    place = quantity.first - 1
    while place >= 0 and row.low(place) in _ADVERBS_BEFORE:
        place -= 1
    verbs = 0
    while place >= 0 and verbs < 3 and (verb_forms(row.tokens[place]) or row.low(place) in ("-t-il", "déjà", "pas")):
        verbs, place = verbs + 1, place - 1
    if not verbs or row.low(place) != "en":
        return None
    fronted = [token.low for token in row.tokens[:3]]
    if fronted[:1] == ["côté"] or fronted == ["en", "termes", "de"] or fronted[:1] == ["quant"]:
        return None  # "en termes de nuitées, on en compte 24 millions": the subject tells
    few = size(quantity) < 100 and "numbers:words" in quantity.rules
    kinds = ("count", "jobs", "duration") if few else (*COUNTED, "duration")
    return next((other for other in (*reversed(row.kept), *reversed(row.earlier)) if other.kind in kinds), None)


def of_subject(row: Row, quantity: QuantityMention) -> bool:
    """ "les nuitées ont atteint 18,7 millions", "ils seront 300 à la fin de l'année", "les radars ne sont que
    66".
    """
    topic = _topic(row)
    if topic is not None and row.low(quantity.first - 1) not in ("(", "de", "à"):
        take_noun(quantity, topic, "ellipsis:topic")
        return True
    being = subject_of_being(row.tokens, quantity.first)
    if being is not None:
        if being.low in ("ils", "elles", "-ils", "-elles", "nous", "on"):
            model = row.counted_before()
            if model is not None:
                take(quantity, model, "ellipsis:they")
                return True
            quantity.unit = "personne"
            quantity.rules.append("ellipsis:they")
            return True
        take_noun(quantity, being, "ellipsis:subject_of_being")
        return True
    plain = quantity.scale == 1 and size(quantity) >= 100 and "," not in _glyphs(row, quantity)
    noun = counted_subject(row.tokens, quantity.first, row.indicator, plain=plain)
    if noun is not None:
        take_noun(quantity, noun, "ellipsis:subject")
        return True
    return False


def _topic(row: Row) -> Token | None:
    """ "En termes de nuitées, on en compte 24 millions": the noun that the sentence opens with."""
    opening = [token.low for token in row.tokens[:5]]
    if len(opening) < 5:
        return None
    if opening[:3] == ["en", "termes", "de"] and opening[4] == ",":
        return row.tokens[3] if is_plural(row.tokens[3]) else None
    among = opening[0] in ("sur", "parmi") and opening[1] in ("ces", "les", "ses") and opening[3] == ","
    return row.tokens[2] if among and is_plural(row.tokens[2]) else None  # "sur ces malades, 3.353 sont"


def _glyphs(row: Row, quantity: QuantityMention) -> str:
    return "".join(token.text for token in row.tokens[quantity.first : quantity.last])
