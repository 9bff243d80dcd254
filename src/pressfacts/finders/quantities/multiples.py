"""Multiples: "a triplé", "multiplié par dix", "divisé par deux", "quatre fois plus", "le double", "x3", "de moitié"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pressfacts.finders.mentions import QuantityMention
from pressfacts.finders.numbers import Numeral
from pressfacts.finders.quantities.comparators import ComparatorReader
from pressfacts.language.tokens import Token
from pressfacts.language.words import DETERMINERS, verb_forms

_VERBS = {"doubler": 2, "tripler": 3, "quadrupler": 4, "quintupler": 5, "sextupler": 6, "septupler": 7, "octupler": 8,
          "décupler": 10, "centupler": 100, "redoubler": 0}  # fmt: skip
_NOUNS = {"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5, "décuple": 10, "centuple": 100, "doublement": 2,
          "triplement": 3, "quadruplement": 4}  # fmt: skip
_BEHIND_DOUBLE = frozenset("de d' du des qu' que par les en pour cette cet dans à".split())
_HEDGES = ("presque", "quasiment", "pratiquement", "quasi")
_GROWTHS = ("hausse", "augmentation", "progression", "croissance", "bond")  # "une hausse de 3,2 fois"
_STEMS = tuple({word[:5] for word in (*_VERBS, *_NOUNS)})
_TIMES_BEHIND = frozenset("plus moins supérieur supérieure supérieurs supérieures inférieur inférieure inférieurs "
                          "inférieures mieux celui celle ceux celles autant".split())  # fmt: skip

Found = list[tuple[QuantityMention, Numeral | None]]


def multiples(tokens: Sequence[Token], numerals: Sequence[Numeral], comparators: ComparatorReader) -> Found:
    """The multiples of a sentence, each with the numeral that it uses up (None where a word is the number)."""
    found: Found = []
    for numeral in numerals:
        mention = _times(tokens, numeral, comparators)
        if mention is not None:
            found.append((mention, numeral))
    covered = [(mention.first, mention.last) for mention, _ in found]
    for place, token in enumerate(tokens):
        value = _word(tokens, place, token) if token.low.startswith(_STEMS) else 0
        if value and not any(first <= place < last for first, last in covered):
            first = place - 1 if place and tokens[place - 1].low == "le" and token.low in _NOUNS else place
            found.append((_mention(tokens, first, place + 1, (token.start, token.end), Decimal(value), "multiples:verb"
                                   if token.low not in _NOUNS else "multiples:noun", comparators), None))  # fmt: skip
    return found


def _word(tokens: Sequence[Token], place: int, token: Token) -> int:
    low = token.low
    following = tokens[place + 1].low if place + 1 < len(tokens) else ""
    before = tokens[place - 1].low if place else ""
    if low in _NOUNS:
        bounded = before == "au" or (
            before == "du" and place > 1 and tokens[place - 2].low in ("plus", "moins", "près")
        )
        noun = low.endswith("ment") or (
            (before == "le" or bounded) and (following in _BEHIND_DOUBLE or not following[:1].isalpha())
        )
        return _NOUNS[low] if noun and not (low.endswith("ment") and following not in ("de", "du", "des", "d'")) else 0
    for form in verb_forms(token):
        value = _VERBS.get(form.lemma, 0)
        if not value or before in DETERMINERS or form.tense == "present_participle":
            continue
        if form.tense == "past_participle" and not _compound(tokens, place):
            continue  # "un quintuplé historique" is no movement
        return value
    return 0


def _compound(tokens: Sequence[Token], place: int) -> bool:
    """An auxiliary within four words before: "a plus que doublé", "auraient été triplés"."""
    return any(
        form.lemma in ("avoir", "être") for back in range(max(0, place - 4), place) for form in verb_forms(tokens[back])
    )


def _times(tokens: Sequence[Token], numeral: Numeral, comparators: ComparatorReader) -> QuantityMention | None:
    at = numeral.last
    low = tokens[at].low if at < len(tokens) else ""
    if numeral.form == "multiple":
        return _mention(tokens, numeral.first, numeral.last, (numeral.start, numeral.end), numeral.value,
                        "multiples:x", comparators)  # fmt: skip
    if low == "fois" and at + 1 < len(tokens) and tokens[at + 1].low in _TIMES_BEHIND:
        last = at + 2
        return _mention(tokens, numeral.first, last, (numeral.start, numeral.end), numeral.value, "multiples:times",
                        comparators)  # fmt: skip
    if low == "fois" and at + 1 < len(tokens) and tokens[at + 1].low in ("le", "la", "les", "l'", "son", "sa", "leur"):
        sized = at + 2 < len(tokens) and tokens[at + 2].low in _SIZES
        if not sized and (tokens[at + 1].low in ("son", "sa", "leur") or _won(tokens, at)):
            return None
        return _mention(tokens, numeral.first, at + 1, (numeral.start, numeral.end), numeral.value,
                        "multiples:times_the", comparators)  # fmt: skip
    first = numeral.first
    if low == "fois" and first > 1 and tokens[first - 1].low == "de" and tokens[first - 2].low in _GROWTHS:
        return _mention(tokens, first, at + 1, (numeral.start, numeral.end), numeral.value, "multiples:times",
                        comparators)  # fmt: skip
    bound = comparators.before(tokens, first)
    start = bound.first if bound is not None and bound.quoted else first
    if start >= 2 and tokens[start - 1].low == "par":
        forms = verb_forms(tokens[start - 2]) or (verb_forms(tokens[start - 3]) if start >= 3 else ())
        lemmas = {form.lemma for form in forms}
        if low.startswith(("dirham", "euro", "dollar", "dh", "franc")) or low in ("€", "$"):
            return None  # "les 60 jours multipliés par 300 dirhams"
        if lemmas & {"multiplier", "diviser", "démultiplier"}:
            mention = _mention(tokens, numeral.first, numeral.last, (numeral.start, numeral.end), numeral.value,
                               "multiples:multiplied_by", comparators)  # fmt: skip
            verb = start - 2 if verb_forms(tokens[start - 2]) else start - 3
            mention.first, mention.start = verb, tokens[verb].start
            return mention
    return None


_SIZES = frozenset(
    "taille prix salaire superficie montant valeur volume moyenne population niveau nombre tarif pib budget capital "
    "coût poids chiffre production surface total besoin besoins revenu revenus longueur hauteur distance".split()
)


def _won(tokens: Sequence[Token], at: int) -> bool:
    """ "il remporte 2 fois le titre" counts; "trois fois le PIB du pays" multiplies: a verb of size stands before."""
    for back in range(at - 2, max(-1, at - 6), -1):
        if any(form.lemma in ("représenter", "valoir", "atteindre", "être", "peser", "coûter", "dépasser", "équivaloir")
               for form in verb_forms(tokens[back])):  # fmt: skip
            return False
    return True


def _mention(
    tokens: Sequence[Token], first: int, last: int, numeral: tuple[int, int], value: Decimal, rule: str,
    comparators: ComparatorReader,
) -> QuantityMention:  # fmt: skip
    bound = comparators.before(tokens, first)
    comparator = "equal"
    rules = [rule]
    low = tokens[first - 1].low if first else ""
    if low == "été" and first > 1 and tokens[first - 2].low in _HEDGES:
        first, low = first - 1, tokens[first - 2].low  # "a quasiment été divisé par deux"
    if bound is not None and bound.comparator != "equal":
        comparator, rules = bound.comparator, [rule, bound.rule]
        first = bound.first if bound.quoted else first
    elif low == "que" and first >= 2 and tokens[first - 2].low == "plus":
        comparator, first = "more_than", first - 2  # "a plus que doublé"
    elif low in _HEDGES:
        comparator, first = "about", first - 1
    return QuantityMention(
        kind="multiple", value=value, low=None, high=None, comparator=comparator, unit="1", per=None,  # type: ignore[arg-type]
        start=tokens[first].start, end=tokens[last - 1].end, first=first, last=last, numeral=numeral, unit_span=None,
        rules=rules,
    )  # fmt: skip
