"""What a number counts: the words behind it, or the sign before it: money, percentages, measures, jobs, things."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from pressfacts.finders.numbers import SCALES
from pressfacts.finders.quantities.employment import POSTS_THAT_ARE_PLACES, means_jobs
from pressfacts.finders.quantities.nouns import PARTICIPLES_COUNTED, is_plural, may_be_noun, singular
from pressfacts.finders.quantities.points import points
from pressfacts.finders.quantities.unit import Unit
from pressfacts.language.tokens import CODE, MARK, NUMBER, Token
from pressfacts.language.words import DEFINITE, PRENOMINAL, verb_forms
from pressfacts.lexicon import Lexicon, entries
from pressfacts.lexicon.entries import Entry
from pressfacts.lexicon.words import key

_LONGEST = 5
_SUMS = frozenset(
    "provisions commissions recettes dettes dette crédits prêts économies aides subventions dépenses pertes bénéfices "
    "bénéfice profits revenus dividendes impôts taxes indemnités amendes cotisations salaires fonds capital créances "
    "dépôts avoirs investissements transferts ventes achats loyers arriérés charges primes marge déficit excédent "
    "droits frais dommages intérêts engagements financements budget manque".split()
)
_BOOKS = 100_000
_POUNDS = ("sterling", "britann", "londr", "londonien", "royaume-uni", "anglai", "angleterre", "écoss", "égypt",
           "liban", "turque", "syrien", "soudan")  # fmt: skip
_SMALL = frozenset("deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente".split())


class UnitReader:
    """Reads units by the lexicon; one reader serves all sentences."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        tables = (lexicon.money_spellings, lexicon.currencies, lexicon.units, lexicon.jobs)
        self._by_symbol: list[Mapping[str, Entry]] = [table.by_symbol for table in tables]
        self._by_key: list[Mapping[str, Entry]] = [table.by_key for table in tables]

    def behind(self, tokens: Sequence[Token], place: int, *, scaled: bool, text: str, value: Decimal) -> Unit | None:
        """The unit that begins at ``place``, right behind a number; ``scaled`` numbers and round ones take "de"."""
        part = self._part_of(tokens, place, value)
        if part is not None:
            return part
        at = place
        while at < len(tokens) and tokens[at].kind == MARK and tokens[at].text in "«»\"'" and at - place < 1:
            at += 1  # "plus de 200» personnes"
        de = False
        if at < len(tokens) and tokens[at].low in ("de", "d'"):
            if not scaled:
                return None
            de, at = True, at + 1
            while at < len(tokens) and tokens[at].kind == MARK and tokens[at].text in '«"':
                at += 1
        if at >= len(tokens):
            return None
        found = self._known(tokens, at, text, value=value) or self._bracketed(tokens, at, text, value)
        if found is not None:
            return found
        if de and tokens[at].low in ("plus", "moins", "mieux"):
            return None  # "14 milliards de plus"
        if de and value >= 10**5 and self._is_sum(tokens, at, text):
            # "9 milliards de provisions": a sum whose currency is left out
            return Unit("money", None, Decimal(1), place, place, "units:sum", bare_money="")
        written_out = tokens[place - 1].kind != NUMBER  # "3.000.000 lits" needs no "de", "3 millions" does
        if scaled and written_out and not de and not self._joined(tokens, at):
            return None
        return self._counted(tokens, at, text, value, of=de)

    def _bracketed(self, tokens: Sequence[Token], at: int, text: str, value: Decimal) -> Unit | None:
        """ "45,7 millions (b/j)": the unit in brackets behind its number."""
        if tokens[at].text != "(":
            return None
        close = next((place for place in range(at + 2, min(len(tokens), at + 6)) if tokens[place].text == ")"), 0)
        if not close:
            return None
        found = self._known(tokens, at + 1, text, value=value)
        if found is None or found.last != close or found.kind == "duration":
            return None
        found.last = close + 1
        return found

    def _is_sum(self, tokens: Sequence[Token], at: int, text: str) -> bool:
        """Whether the noun is something that only money measures: provisions, recettes, dette."""
        for length in range(min(3, len(tokens) - at), 0, -1):
            surface = " ".join(text[tokens[at].start : tokens[at + length - 1].end].split())
            found = self._lexicon.indicators.by_key.get(key(surface))
            if found is not None:
                return "money" in found.kinds and "count" not in found.kinds and "measure" not in found.kinds
        return tokens[at].low in _SUMS or f"{tokens[at].low}s" in _SUMS

    def _part_of(self, tokens: Sequence[Token], place: int, value: Decimal) -> Unit | None:
        """ "trois des dix rédactions", "deux de ses fils": the counted noun stands behind a definite group."""
        if place + 1 >= len(tokens):
            return None
        at = place + 1
        if tokens[place].low in ("de", "d'") and tokens[at].low in DEFINITE - {"le", "la", "l'"}:
            at += 1
        elif (tokens[place].low == "d'" and tokens[at].low == "entre") or tokens[place].low != "des":
            return None
        if 1900 <= value <= 2100 and tokens[place - 1].kind == NUMBER and len(tokens[place - 1].text) == 4:
            return None  # "l'édition 2023 des Jeux"
        while at < len(tokens) and (
            tokens[at].low in PRENOMINAL
            or tokens[at].low in _SMALL
            or tokens[at].kind == NUMBER
            or tokens[at].low in ("millions", "milliards", "de", "d'")
        ):
            at += 1
        if at >= len(tokens) or not may_be_noun(tokens, at) or not is_plural(tokens[at]):
            return None
        factor = next(
            (SCALES[token.low] for token in tokens[place:at] if token.low in ("millions", "milliards")), Decimal(1)
        )
        known = self._lookup(tokens[at].text)
        if known is not None and isinstance(known, entries.Job):
            return Unit("jobs", "job", factor, at, place, "units:part_of", noun=True)
        return Unit("count", singular(tokens[at].text), factor, at, place, "units:part_of", noun=True)

    def _joined(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a scaled number counts a noun without "de": "2 millions autres", "21,6 millions passagers".

        "un million considérées", "2,5 Mds investis" count nothing that is named.
        """
        return tokens[at].low in ("autres", "nouveaux", "nouvelles") or (
            is_plural(tokens[at])
            and (not tokens[at].capital or tokens[at].text.isupper())
            and not tokens[at].low.endswith(("ables", "ibles"))
            and (not verb_forms(tokens[at]) or tokens[at].low in PARTICIPLES_COUNTED)
            and tokens[at].low not in _ALONE
        )

    def sign_before(self, tokens: Sequence[Token], place: int) -> Unit | None:
        """A currency sign or code before the number: "$ 200", "US$ 1.5", "CHF 40", "Fr. 6.50"."""
        coded = self._code_before(tokens, place)
        if coded is not None:
            return coded
        if place and tokens[place - 1].text in ("$", "€", "£", "¥"):
            symbol = tokens[place - 1].text
            first = place - 1
            if first and tokens[first - 1].low in ("us", "u.s.", "usd"):
                first -= 1
            found = self._lexicon.money_spellings.by_symbol.get(symbol) or self._lexicon.currencies.by_symbol.get(
                symbol
            )
            if found is not None:
                code = getattr(found, "currency", None) or {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY"}[symbol]
                return Unit("money", code, Decimal(1), first, place, f"units:{found.id}")
        return None

    def currency(self, tokens: Sequence[Token], at: int) -> str | None:
        """The currency that a word names: "euros" in "les recettes en euros"."""
        found = self._lookup(tokens[at].text) if at < len(tokens) else None
        if isinstance(found, entries.MoneySpelling):
            return found.currency if found.factor == "1" else None
        return found.id if isinstance(found, entries.Currency) else None

    def _code_before(self, tokens: Sequence[Token], place: int) -> Unit | None:
        at = place - 1
        if at >= 1 and tokens[at].text == "." and tokens[at - 1].text in ("Fr", "fr", "Rs"):
            at -= 1
        if at < 0 or tokens[at].text not in _WRITTEN_BEFORE:
            return None
        found = self._lookup(tokens[at].text)
        if isinstance(found, entries.Currency):
            return Unit("money", found.id, Decimal(1), at, place, f"money:{found.id}")
        if tokens[at].text in ("Fr", "fr"):
            return Unit("money", "CHF", Decimal(1), at, place, "money:CHF")
        return None

    def _known(self, tokens: Sequence[Token], at: int, text: str, *, value: Decimal) -> Unit | None:
        for length in range(min(_LONGEST, len(tokens) - at), 0, -1):
            last = at + length
            surface = " ".join(text[tokens[at].start : tokens[last - 1].end].split())
            if len(surface) > 40:
                continue
            found = self._lookup(surface)
            if found is not None:
                made = self._made(found, tokens, at, last, value)
                if made is not None:
                    return made
        return None

    def _lookup(self, surface: str) -> Entry | None:
        for symbols in self._by_symbol:
            if surface in symbols:
                return symbols[surface]
        if len(surface) > 1:
            spaced = key(surface)
            for keys in self._by_key:
                if spaced in keys:
                    return keys[spaced]
        return None

    def _made(self, found: Entry, tokens: Sequence[Token], at: int, last: int, value: Decimal) -> Unit | None:
        if isinstance(found, entries.MoneySpelling):
            if found.id == "livre" and value < _BOOKS and not any(token.low.startswith(_POUNDS) for token in tokens):
                return None  # "trois livres" are books, where no country of pounds is named
            factor, word = Decimal(found.factor), found.by_country
            return Unit("money", found.currency, factor, at, last, f"money:{found.id}", bare_money=word)
        if isinstance(found, entries.Currency):
            return Unit("money", found.id, Decimal(1), at, last, f"money:{found.id}")
        if isinstance(found, entries.Unit):
            if found.id == "point":
                return points(tokens, at, last, value)
            if tokens[at].text in ("T", "M", "A", "V", "F") and tokens[at].start != tokens[at - 1].end:
                return None
            factor, rule = Decimal(found.factor), f"units:{found.id}"
            return Unit(found.kind, found.unit, factor, at, last, rule, per=found.per)
        if isinstance(found, entries.Job):
            follows = tokens[last].low if last < len(tokens) else ""
            then = tokens[last + 1].low if last + 1 < len(tokens) else ""
            if found.id == "poste" and (then if follows in ("de", "d'") else follows) in POSTS_THAT_ARE_PLACES:
                return None
            # The quote ends at the head noun, unless the compound is the unit itself ("équivalents temps plein").
            end = at + 1 if tokens[at].low not in ("équivalent", "équivalents") else last
            return Unit("jobs", "job", Decimal(1), at, end, f"jobs:{found.id}", noun=True)
        return None

    def _counted(self, tokens: Sequence[Token], at: int, text: str, value: Decimal, *, of: bool) -> Unit | None:
        """A counted noun, its adjectives passed over: "69.900 nouveaux postes", "8 premiers épisodes"."""
        first = at
        if tokens[at].low in ("plus", "moins") and at + 2 < len(tokens) and tokens[at + 1].low in PRENOMINAL:
            at += 1  # "les 100 plus gros recruteurs"
        while at + 1 < len(tokens) and tokens[at].low in PRENOMINAL and may_be_noun(tokens, at + 1):
            at += 1
        if not may_be_noun(tokens, at):
            return None
        if at > first:
            known = self._known(tokens, at, text, value=Decimal(0))
            if known is not None and known.kind in ("jobs", "duration", "measure"):
                return Unit(known.kind, known.unit, known.factor, at, known.last, known.rule, noun=known.noun)
        noun = tokens[at]
        if "." in tokens[first - 1].text and value % 1 and noun.low in ("turbo", "essence", "diesel", "litres"):
            return None  # "un 1.2 turbo" is an engine
        if noun.kind == CODE and 1800 <= value <= 2100:
            return None  # "2000 OK67" is a name
        if noun.low in _ALONE or (value >= 2 and not is_plural(noun) and not of and not _model_name(tokens, at, first)):
            return None
        unit = singular(noun.text)
        if means_jobs(tokens, unit, first):
            return Unit("jobs", "job", Decimal(1), at, at + 1, "units:people_employed", noun=True)
        return Unit("count", unit, Decimal(1), at, at + 1, "units:counted_noun", noun=True)


# Adjectives that stand for the noun said before: "80.000 emplois directs et 120.000 indirects".
_ALONE = frozenset(
    "directs directes indirects indirectes supplémentaires additionnels additionnelles permanents permanentes "
    "saisonniers saisonnières temporaires définitifs définitives nouveaux nouvelles autres graves libres mortels "
    "mortelles légers légères sérieux gratuits gratuites payants payantes".split()
)
# Codes of currencies that are written before their number: "CHF 40".
_WRITTEN_BEFORE = frozenset("CHF USD EUR GBP MAD TND DZD XOF XAF CAD JPY CNY Fr fr Rs".split())


def _model_name(tokens: Sequence[Token], at: int, first: int) -> bool:
    """ "46 Renault Mégane", "douze Boeing 737": makes of things keep their singular."""
    token = tokens[at]
    return (
        at == first
        and token.capital
        and len(token.text) > 2
        and at + 1 < len(tokens)
        and (tokens[at + 1].capital or tokens[at + 1].kind in (NUMBER, CODE))
        and tokens[at + 1].end - tokens[at].end < 20
        and at >= 2
        and tokens[at - 2].low in _BEFORE_MODELS
    )


_BEFORE_MODELS = frozenset(
    "avait a ont avaient aura sont de d' dont et acheté commandé livré exploite possède compte aligne les des ses "
    "avec".split()
)
