"""Noun phrases around a place: what stands right before it, behind it, what carries a number, where a name ends.

The first of a run of nouns is its head: "une [subvention forfaitaire] de 3 DH".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pressfacts.finders.indicators import asides
from pressfacts.finders.indicators.letters import (
    ADJECTIVE,
    ADVERB,
    CONJUNCTION,
    DETERMINER,
    GERUND,
    INFINITIVE,
    NOUN,
    OF,
    PARTICIPLE,
    PREPOSITION,
    QUANTITY,
    STOP,
    TIME,
    VERB,
    letters,
)
from pressfacts.finders.indicators.vocabulary import AMOUNTS, MOVEMENTS
from pressfacts.finders.mentions import QuantityMention
from pressfacts.language.tokens import Token

# Measures whose complement is what they are measured of: "le taux de croissance".
RATES = frozenset(
    "taux nombre part parts prix montant valeur indice volume coût quantité proportion niveau stock tarif durée délai "
    "superficie capacité solde rythme".split()
)
DEMONSTRATIVES = frozenset("celui celle ceux celles".split())
# "au titre du premier semestre", "à l'issue du trimestre": they only open an adjunct of time.
_TIMELY = frozenset([*(("au", word) for word in ("titre", "cours", "terme", "long")), ("l'", "issue")])
# A noun with its adjectives is no longer than this; what goes on and on is no sentence.
_LONGEST = 40
_RUN = frozenset((NOUN, PARTICIPLE, ADJECTIVE))
_LINKS = frozenset((OF, PREPOSITION, CONJUNCTION))


@dataclass(slots=True)
class Head:
    """The head of a noun phrase: its token, the first token of the phrase (determiner included), what governs it.

    ``governor`` is the place of the preposition or conjunction before the phrase, -1 where there is none.
    """

    place: int
    first: int
    end: int
    governor: int


class Analysis:
    """A sentence's tokens with a letter each."""

    def __init__(
        self, tokens: Sequence[Token], quantities: Sequence[QuantityMention], known: Callable[[str], bool]
    ) -> None:
        self.tokens = tokens
        self.known = known
        self.letters = found = letters(tokens)
        asides.mark(tokens, found)
        self.doers = {quantity.first for quantity in quantities if found[quantity.first] in (VERB, INFINITIVE, GERUND)}
        self.verbs = {
            quantity.first
            for quantity in quantities
            if found[quantity.first + (self.text(quantity.first) in ("ne", "n'"))] == VERB
        }
        for quantity in quantities:
            for place in range(quantity.first, quantity.last):
                found[place] = QUANTITY
        self.ends = {quantity.last: quantity for quantity in quantities}

    def text(self, place: int) -> str:
        """The lower-case form of the token at a place, empty outside the sentence."""
        return self.tokens[place].low if 0 <= place < len(self.tokens) else ""

    def letter(self, place: int) -> str:
        """The letter at a place, a stop outside the sentence."""
        return self.letters[place] if 0 <= place < len(self.letters) else STOP

    def before_time(self, end: int) -> int:
        """Step back over adjuncts of time: "les fraudes repérées | à l'heure actuelle", "le prix | en 2022"."""
        letters = self.letters
        while True:
            place = end
            while place > 0 and letters[place - 1] in (NOUN, PARTICIPLE, ADJECTIVE, ADVERB):
                place -= 1
            if place == 0 or letters[place - 1] != TIME:
                return end
            while place > 0 and letters[place - 1] in (TIME, QUANTITY) and place not in self.ends:
                place -= 1
            while place > 0 and letters[place - 1] in (DETERMINER, ADJECTIVE):
                place -= 1
            while place > 0 and letters[place - 1] in (PREPOSITION, OF, ADVERB):
                place -= 1
            if place > 1 and (self.text(place - 2), self.text(place - 1)) in _TIMELY:
                place -= 2
            end = place

    def head_before(self, end: int, through: bool = False) -> Head | None:
        """The noun phrase that ends at a place; with ``through`` numbers count: "la tresse de [deux kilos]"."""
        letters = self.letters
        end = self._before_qualified(end)
        first = end
        lowest = max(0, end - _LONGEST)
        while first > lowest and (letters[first - 1] in _RUN or self._acronym_ends(first)):
            # "le chiffre d'affaires (CA) global"
            first -= 1 if letters[first - 1] in _RUN else 3
        if through and first in self.ends:
            return self._number_phrase(self.ends[first].first, first)
        while first < end and letters[first] == PARTICIPLE:
            # "a permis [créés]": a participle that begins a run belongs to what stands before
            first += 1
        place = first
        while place < end and letters[place] == ADJECTIVE:
            place += 1
        if place >= end:
            if first == end:
                return None
            place = first
        if (
            place + 1 < end
            and letters[place + 1] == NOUN
            and self.text(place + 1) in AMOUNTS | MOVEMENTS
            and self.text(place + 1) != "record"
            and self.text(place) not in MOVEMENTS
            and not self.names_measure(place)
            and not self.tokens[place].capital
        ):
            # "la modique [somme]", "un vif [recul]"
            place += 1
        start = first
        while start > 0 and letters[start - 1] == DETERMINER:
            start -= 1
        governor = start - 1 if start > 0 and letters[start - 1] in _LINKS else -1
        return Head(place, start, end, governor)

    def _acronym_ends(self, end: int) -> bool:
        """Whether a bracketed acronym, with its noun before it, ends at a place: "produit net bancaire (PNB)"."""
        return (
            end > 3
            and self.tokens[end - 1].text == ")"
            and self.tokens[end - 3].text == "("
            and self.tokens[end - 2].text.isupper()
            and self.letters[end - 4] in _RUN
        )

    def _before_qualified(self, end: int) -> int:
        """Step back over a participle with its adverb: "le costume | ainsi décoré"."""
        back = end
        while back > 0 and (
            self.letters[back - 1] == PARTICIPLE or self.text(back - 1).endswith(("é", "és", "ée", "ées"))
        ):
            back -= 1
        if back == end or back == 0 or self.letters[back - 1] != ADVERB:
            return end
        while back > 0 and self.letters[back - 1] == ADVERB:
            back -= 1
        return back if back > 0 and self.letters[back - 1] == NOUN else end

    def _number_phrase(self, first: int, end: int) -> Head:
        """A number with its noun, as a noun phrase: "la tresse de [deux kilos]"."""
        start = first
        while start > 0 and self.letters[start - 1] == DETERMINER:
            start -= 1
        governor = start - 1 if start > 0 and self.letters[start - 1] in _LINKS else -1
        return Head(end - 1, start, end, governor)

    def chain_before(self, end: int, through: bool = False) -> Iterator[Head]:
        """The heads of the noun phrase that ends at a place, nearest first: "la hausse / du prix / du pain"."""
        for _ in range(8):
            timeless = self.before_time(end)
            if timeless < end and self.text(timeless - 1) == ")" and not self._acronym_ends(timeless):
                # "le résultat (hors impôts) au titre de 2019"
                timeless = self.before_bracket(timeless - 1)
            head = self.head_before(timeless, through)
            if head is None:
                return
            yield head
            if head.governor <= 0:
                return
            end = head.governor
            through = through and self.letters[end] == OF
            while end > 0 and self.letters[end - 1] in (OF, PREPOSITION, ADVERB):
                end -= 1
            if end > 1 and self.tokens[end - 1].text == ")":
                end = self.before_bracket(end - 1)
            if end > 1 and self.letters[end - 1] == CONJUNCTION and self.letters[head.governor] != CONJUNCTION:
                if self.text(head.first) in ("un", "une"):
                    # "de 6 francs et d'un forfait à 240 francs": two things
                    return
                # "les cours du gasoil et | du super"
                end -= 1

    def before_bracket(self, closing: int) -> int:
        """Where the phrase goes on before a bracket: "les recettes [du tourisme] (hôtels et vols) du pays"."""
        for place in range(closing - 1, max(-1, closing - 30), -1):
            if self.tokens[place].text == "(":
                return place
        return closing + 1

    def carrier(self, end: int) -> int | None:
        """The head that carries a number said of the phrase before a place: "le retrait d'[une cargaison] de 3 t".

        The nearest that names a measure; else the nearest with an article of its own and what hangs on it.
        """
        nearest: Head | None = None
        for head in self.chain_before(end):
            if nearest is not None and self.letters[nearest.governor] == CONJUNCTION:
                if nearest.first == nearest.place and head.first < head.place:
                    # "des charges sociales et [fiscales]"
                    nearest = head
                break
            if nearest is not None and self.text(nearest.governor) in ("avec", "selon", "après"):
                break
            if self.names_measure(head.place):
                return self.outer_measure(head)
            if (
                nearest is not None
                and self.letters[nearest.governor] != OF
                and (nearest.first < nearest.place or self.tokens[nearest.governor].low not in ("en", "par", "à"))
            ):
                break
            if nearest is not None and nearest.first < nearest.place and self.letters[nearest.first] == DETERMINER:
                # "le prix de la viande de 5%": only a measure may stand before an article
                if self.tokens[nearest.first].low in ("un", "une", "son", "sa", "ses", "leur", "leurs", "ce", "cette"):
                    break
                continue
            nearest = head
        return None if nearest is None else nearest.place

    def outer_measure(self, head: Head) -> int:
        """The measure that a measure complements: "[chiffre] d'affaires", "[taux] de croissance"."""
        place = head.place
        outer = self._compound(head)
        if outer is not None:
            return outer
        outer = head.governor - 1
        joint = self.text(head.governor) if head.governor >= 0 else ""
        qualified = self.letters[outer] == PARTICIPLE or self.text(outer).endswith(("é", "és", "ée", "ées"))
        if outer >= 2 and joint in ("à", "au", "aux", "pour") and qualified:
            # "les [primes] liées aux résultats"
            before = self.head_before(outer)
            return before.place if before is not None and self.names_measure(before.place) else place
        if outer > 0 and joint in ("sur", "en", "à") and head.first == place:
            # "la [marge] sur commissions", "les [dons] en capital"
            before = self.head_before(outer + 1)
            return before.place if before is not None else place
        for number, above in enumerate(self.chain_before(head.place + 1)):
            # "le [taux] de marge du marché", "le [prix] du litre de gasoil"
            if number and self.text(above.place) in RATES:
                return above.place
            if number == 3 or above.governor < 0 or self.letters[above.governor] != OF:
                break
        return place

    def _compound(self, head: Head) -> int | None:
        """Where a phrase of the lexicon begins that ends with a measure: "[chiffre] d'affaires à l'export"."""
        found = None
        end = head.place + 1
        for number, outer in enumerate(self.chain_before(end)):
            if outer.place == head.place:
                continue
            words = (
                f"{token.low}" if token.low.endswith("'") else f"{token.low} "
                for token in self.tokens[outer.place : end]
            )
            if self.known("".join(words).rstrip()):
                found = outer.place
            if number == 3 or outer.governor < 0:
                break
        return found

    def demonstrative(self, end: int) -> bool:
        """Whether the phrase before a place hangs on celui, celle, ceux, celles: "celles d'acide"."""
        for head in self.chain_before(end):
            if head.governor <= 0 or self.letters[head.governor] != OF:
                return False
            if self.tokens[head.governor - 1].low in DEMONSTRATIVES:
                return True
        return False

    def names_measure(self, place: int) -> bool:
        """Whether the word at a place names what is measured, whatever stands behind it."""
        return self.known(self.tokens[place].low)

    def head_behind(self, start: int) -> Head | None:
        """The noun phrase that begins at a place, determiners before it included."""
        letters = self.letters
        place = start
        size = len(letters)
        while (place < size and letters[place] in (DETERMINER, ADJECTIVE)) or (
            place < size and self.tokens[place].text in ("«", '"')
        ):
            place += 1
        if place >= size or letters[place] != NOUN:
            return None
        end = place + 1
        while end < size and letters[end] in (NOUN, PARTICIPLE):
            end += 1
        return Head(place, start, end, start - 1)

    def span(self, place: int, limit: int, whole: bool = False) -> tuple[int, int]:
        """From a head to the end of its needed complement ("taux de chômage"): code points, half-open.

        ``limit`` is the token that the phrase must not reach; ``whole`` takes complements with an article too.
        """
        letters, tokens = self.letters, self.tokens
        limit = min(limit, len(letters))
        end = place + 1
        proper = tokens[place].capital and place > 0
        if end < limit and letters[end] == NOUN and tokens[end].capital:
            # "l'indice Nikkei": the name that stands right behind
            end += 1
        for _ in range(4):
            while end < limit and letters[end] in (NOUN, PARTICIPLE) and (proper or not tokens[end].capital):
                end += 1
            if end + 1 < limit and letters[end] == OF:
                behind = end + 1
                if whole:
                    while behind < limit and letters[behind] in (DETERMINER, ADJECTIVE):
                        behind += 1
                bare = tokens[end].low in ("de", "d'") and behind < limit and not tokens[behind].capital
                if (bare or whole) and behind < limit and letters[behind] == NOUN:
                    end = behind + 1
                    whole = False
                    continue
            break
        while end > place + 1 and letters[end - 1] == PARTICIPLE and end > place + 2:
            end -= 1
        qualified = letters[end - 1] == PARTICIPLE or tokens[end - 1].low.endswith(("é", "és", "ée", "ées"))
        if end > place + 1 and qualified and self.letter(end) == PREPOSITION:
            # "les primes [liées] aux résultats"
            end -= 1
        return tokens[place].start, tokens[end - 1].end
