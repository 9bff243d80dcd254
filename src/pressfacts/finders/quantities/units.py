"""What a number counts: the words behind it (or the sign before it) read as money, percentage, measure, jobs or things."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pressfacts.finders.numbers import SCALES
from pressfacts.finders.quantities.nouns import is_plural, may_be_noun, singular
from pressfacts.language.tokens import CODE, MARK, NUMBER, Token
from pressfacts.language.words import (
    DEFINITE,
    PRENOMINAL,
    verb_forms,
)
from pressfacts.lexicon import Lexicon
from pressfacts.lexicon.tables import Table
from pressfacts.lexicon.words import key
from pressfacts.model import Kind


@dataclass(slots=True)
class Unit:
    """A unit as read: tokens ``first`` to ``last`` (half-open), what it makes of the number before it."""

    kind: Kind
    unit: str | None
    factor: Decimal
    first: int
    last: int
    rule: str
    per: str | None = None
    bare_money: str | None = None
    noun: bool = False


_LONGEST = 5
_SUMS = frozenset(
    "provisions commissions recettes dettes dette crédits prêts économies aides subventions dépenses pertes bénéfices "
    "bénéfice profits revenus dividendes impôts taxes indemnités amendes cotisations salaires fonds capital créances "
    "dépôts avoirs investissements transferts ventes achats loyers arriérés charges primes marge déficit excédent "
    "droits frais dommages intérêts engagements financements budget manque".split()
)
_SMALL = frozenset("deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente".split())
_PERSONS = frozenset(("personne", "agent", "cadre", "ouvrier", "travailleur", "fonctionnaire"))
_EMPLOYING = frozenset(("employer", "embaucher", "recruter", "licencier", "débaucher", "réembaucher", "congédier"))
_RATE_WORDS = frozenset(
    "taux part pourcentage croissance chômage inflation déficit pib tva marge proportion cote popularité ratio couverture "
    "rendement participation abstention scolarisation remplissage occupation intentions sondage dette".split()
)
_POINT_MOVES = frozenset(
    "hausse baisse recul progression gagne gagné perd perdu recule reculé progresse progressé baisse baissé chute chuté "
    "augmente augmenté grimpe grimpé bondit bondi hausse cède cédé remonte remonté".split()
)
_SPORT = frozenset(
    "match matchs classement championnat botola équipe équipes saison passes rbds rebonds ligue division".split()
)
_INDEX_WORDS = frozenset("masi madex msi20 indice cac nikkei topix dow nasdaq bourse séance clôture".split())


class UnitReader:
    """Reads units by the lexicon; one reader serves all sentences."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        tables: Sequence[Table[Any]] = (lexicon.money_spellings, lexicon.currencies, lexicon.units, lexicon.jobs)
        self._by_symbol = [table.by_symbol for table in tables]
        self._by_key = [table.by_key for table in tables]

    def behind(self, tokens: Sequence[Token], place: int, *, scaled: bool, text: str, value: Decimal) -> Unit | None:
        """The unit that begins at ``place``, right behind a number; ``scaled`` numbers and round ones take "de"."""
        part = self._part_of(tokens, place, value)
        if part is not None:
            return part
        at = place
        while at < len(tokens) and tokens[at].kind == MARK and tokens[at].text in "»\"'" and at - place < 1:
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
        if scaled and written_out and not de and tokens[at].low != "autres" and not self._joined(tokens, place, at):
            return None
        return self._counted(tokens, at, text, value)

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
        return tokens[at].low in _SUMS

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
        if known is not None and type(known).__name__ == "Job":
            return Unit("jobs", "job", factor, at, place, "units:part_of", noun=True)
        return Unit("count", singular(tokens[at].text), factor, at, place, "units:part_of", noun=True)

    def _joined(self, tokens: Sequence[Token], place: int, at: int) -> bool:
        """ "un million considérées" counts nothing that is named; "2,5 Mds investis" neither."""
        return tokens[at].low in ("autres", "nouveaux", "nouvelles")

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

    def _code_before(self, tokens: Sequence[Token], place: int) -> Unit | None:
        at = place - 1
        if at >= 1 and tokens[at].text == "." and tokens[at - 1].text in ("Fr", "fr", "Rs"):
            at -= 1
        if at < 0 or tokens[at].text not in _WRITTEN_BEFORE:
            return None
        found = self._lookup(tokens[at].text)
        if type(found).__name__ == "Currency":
            return Unit("money", found.id, Decimal(1), at, place, f"money:{found.id}")  # type: ignore[union-attr]
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

    def _lookup(self, surface: str) -> object | None:
        for table in self._by_symbol:
            if surface in table:
                return table[surface]
        if len(surface) > 1:
            spaced = key(surface)
            for table in self._by_key:
                if spaced in table:
                    return table[spaced]
        return None

    def _made(self, found: object, tokens: Sequence[Token], at: int, last: int, value: Decimal) -> Unit | None:
        kind = type(found).__name__
        if kind == "MoneySpelling":
            word = found.by_country
            code = found.currency
            return Unit("money", code, Decimal(found.factor), at, last, f"money:{found.id}", bare_money=word)  # type: ignore[attr-defined]
        if kind == "Currency":
            return Unit("money", found.id, Decimal(1), at, last, f"money:{found.id}")  # type: ignore[attr-defined]
        if kind == "Unit":
            if found.id == "point":  # type: ignore[attr-defined]
                return self._point(tokens, at, last, value)
            per = found.per
            unit = found.unit
            if tokens[at].text in ("T", "M", "A", "V", "F") and tokens[at].start != tokens[at - 1].end:
                return None
            return Unit(found.kind, unit, Decimal(found.factor), at, last, f"units:{found.id}", per=per)  # type: ignore[attr-defined]
        if kind == "Job":
            follows = tokens[last].low if last < len(tokens) else ""
            then = tokens[last + 1].low if last + 1 < len(tokens) else ""
            if found.id == "poste" and follows in ("de", "d'") and then in _POSTS_THAT_ARE_PLACES:  # type: ignore[attr-defined]
                return None
            return Unit(
                "jobs",
                "job",
                Decimal(1),
                at,
                at + 1 if _plain_head(tokens, at) else last,
                f"jobs:{found.id}",
                noun=True,
            )  # type: ignore[attr-defined]
        return None

    def _point(self, tokens: Sequence[Token], at: int, last: int, value: Decimal) -> Unit:
        """Points: of percentage beside rates, of an index when there are hundreds, else counted ("17 points de retard")."""
        following = tokens[last + 1].low if last + 1 < len(tokens) else ""
        more = following in ("plus", "moins", "mieux")
        if tokens[last].low in ("de", "d'") and following[:1].isalpha() and not more if last < len(tokens) else False:
            return Unit("count", "point", Decimal(1), at, last, "units:points_counted", noun=True)
        lows = {token.low for token in tokens}
        if value >= 100 or (lows & _INDEX_WORDS and "%" not in lows):
            return Unit("measure", "point", Decimal(1), at, last, "units:points_of_index")
        if more or "%" in lows or lows & _RATE_WORDS or (lows & _POINT_MOVES and not lows & _SPORT):
            return Unit("percent", "percentage_point", Decimal(1), at, last, "units:points_of_percentage")
        return Unit("count", "point", Decimal(1), at, last, "units:points_counted", noun=True)

    def _counted(self, tokens: Sequence[Token], at: int, text: str, value: Decimal) -> Unit | None:
        """A counted noun, its adjectives passed over: "69.900 nouveaux postes", "8 premiers épisodes"."""
        first = at
        while at + 1 < len(tokens) and tokens[at].low in PRENOMINAL and may_be_noun(tokens, at + 1):
            at += 1
        if not may_be_noun(tokens, at):
            return None
        if at > first:
            known = self._known(tokens, at, text, value=Decimal(0))
            if known is not None and known.kind in ("jobs", "duration", "measure"):
                return Unit(known.kind, known.unit, known.factor, at, known.last, known.rule, noun=known.noun)
        noun = tokens[at]
        if noun.low in _ALONE or (value >= 2 and not is_plural(noun) and not _model_name(tokens, at, first)):
            return None
        unit = singular(noun.text)
        kind: Kind = "count"
        if (unit in _PERSONS and _employed(tokens, first)) or (unit in _CUTS and _about_jobs(tokens)):
            kind, unit = "jobs", "job"
        return Unit(kind, unit, Decimal(1), at, at + 1, "units:counted_noun", noun=True)


# Adjectives that stand for the noun said before: "80.000 emplois directs et 120.000 indirects".
_ALONE = frozenset(
    "directs directes indirects indirectes supplémentaires additionnels additionnelles permanents permanentes saisonniers "
    "saisonnières temporaires définitifs définitives nouveaux nouvelles".split()
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
    "avait a ont avaient aura sont de d' dont et acheté commandé livré exploite possède compte aligne les des ses avec".split()
)

_POSTS_THAT_ARE_PLACES = frozenset(
    "police contrôle garde secours commandement télévision péage frontière douane".split()
)


def _plain_head(tokens: Sequence[Token], at: int) -> bool:
    """The quote ends at the head noun, unless the compound is the unit itself ("équivalents temps plein")."""
    return tokens[at].low not in ("équivalent", "équivalents")


_CUTS = frozenset(("suppression", "création", "destruction", "perte"))


def _about_jobs(tokens: Sequence[Token]) -> bool:
    """ "sauver 300 postes sur un total de 792 suppressions": the sentence says of what."""
    return any(token.low in ("emploi", "emplois", "poste", "postes", "licenciements") for token in tokens)


def _employed(tokens: Sequence[Token], at: int) -> bool:
    """ "emploie plus de 22.000 personnes": the verb before makes the people jobs."""
    for place in range(at - 1, max(-1, at - 9), -1):
        token = tokens[place]
        if token.kind == MARK and token.text in ".;:":
            return False
        if any(form.lemma in _EMPLOYING for form in verb_forms(token)):
            return True
    return False


PER_NOUNS: Mapping[str, str] = {
    "an": "year", "ans": "year", "année": "year", "mois": "month", "semaine": "week", "jour": "day", "journée": "day",
    "heure": "hour", "habitant": "person", "tête": "person", "personne": "person", "tonne": "t", "kilo": "kg",
    "kilogramme": "kg", "kg": "kg", "mètre": "m2", "m2": "m2", "m²": "m2", "hectare": "ha", "ha": "ha", "litre": "l", "l": "l",
    "t": "t", "h": "hour", "minute": "minute", "seconde": "second", "s": "second",
}  # fmt: skip
