"""A shallow analysis of French: a letter for each token, and the noun phrases that stand before or behind a place.

No open word is known here but verbs: what is no closed word, no verb and no mark is taken for a noun or its adjective,
and the first of such a run for the head: "une [subvention forfaitaire] de 3 DH".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pressfacts.finders.mentions import QuantityMention
from pressfacts.language import words
from pressfacts.language.tokens import BREAK, CODE, LINK, MARK, NUMBER, WORD, Token
from pressfacts.lexicon import verbs

# One letter a token.
DETERMINER, OF, PREPOSITION, RELATIVE, CONJUNCTION = "D", "O", "P", "R", "C"
PRONOUN, CLITIC, ADVERB, ADJECTIVE, NOUN = "S", "K", "A", "J", "N"
VERB, PARTICIPLE, INFINITIVE, GERUND, QUANTITY, STOP = "V", "T", "I", "G", "Q", "M"
TIME = "Y"

# Nouns of time never carry a number in this press: "en hausse de 3% [sur un an]", "[chaque année] 80 millions".
_TIMES = frozenset(
    "an ans année années mois trimestre trimestres semestre semestres semaine semaines jour jours journée heure heures "
    "minute minutes exercice janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi "
    "mardi mercredi jeudi vendredi samedi dimanche hier demain aujourd'hui matin soir matinée soirée week-end période "
    "siècle décennie saison campagne fin début".split()
)
_CLOSED: dict[str, str] = {
    **dict.fromkeys(words.PRENOMINAL, ADJECTIVE),
    **dict.fromkeys(words.ADVERBS, ADVERB),
    **dict.fromkeys(words.PREPOSITIONS, PREPOSITION),
    **dict.fromkeys(
        "dès durant via voire sauf hormis excepté quant grâce suite loin lieu moyennant concernant côté suivant "
        "notamment".split(),
        PREPOSITION,
    ),
    **dict.fromkeys(
        "mieux davantage comment pourquoi combien beaucoup peu peine assez ci -ci -là pas seulement".split(), ADVERB
    ),
    **dict.fromkeys(words.DETERMINERS, DETERMINER),
    **dict.fromkeys(words.OF, OF),
    **dict.fromkeys(("au", "aux"), PREPOSITION),
    **dict.fromkeys(words.RELATIVES, RELATIVE),
    **dict.fromkeys(words.SUBORDINATORS - {"s'", "alors"}, RELATIVE),
    **dict.fromkeys(("car", "mais", "donc", "or,"), STOP),
    **dict.fromkeys(("et", "ou", "ni", "puis"), CONJUNCTION),
    **dict.fromkeys(
        "léger légère légers légères fort forte forts fortes net nette nets nettes nouvel deuxième troisième quatrième "
        "cinquième sixième septième huitième neuvième dixième énième fameuse supposée prétendue quelconque".split(),
        ADJECTIVE,
    ),
    **dict.fromkeys(
        "il elle ils elles on je j' tu nous vous ce c' cela ça ceci celui celle ceux celles -il -elle -ils -elles -on "
        "-t-il -t-elle -t-on -t-ils -t-elles -je -ce -t-ils celui-ci celle-ci ceux-ci celles-ci".split(),
        PRONOUN,
    ),
    **dict.fromkeys("se s' ne n' y me m' te t' lui en-".split(), CLITIC),
    **dict.fromkeys("ce cet cette ces".split(), DETERMINER),
    **dict.fromkeys("c'est-à-dire c'est".split(), STOP),
    "leur": DETERMINER,
    "soit": STOP,
    **dict.fromkeys(_TIMES, TIME),
}
DEMONSTRATIVES = frozenset("celui celle ceux celles".split())
_ARTICLES_OR_PRONOUNS = frozenset(("le", "la", "les", "l'", "leur"))
_NOUN_SIDE = frozenset((DETERMINER, OF, ADJECTIVE, PREPOSITION))
_RUN = frozenset((NOUN, PARTICIPLE, ADJECTIVE))
# Behind these "des" and "du" are articles: "enregistre [des] baisses".
_OPENERS = frozenset((STOP, VERB, INFINITIVE, GERUND, PREPOSITION, CONJUNCTION, RELATIVE, TIME))
_LINKS = frozenset((OF, PREPOSITION, CONJUNCTION))
_AUXILIARIES = frozenset(
    "a ont avait avaient aura auront aurait auraient ait aient eut eurent est sont était étaient sera seront serait "
    "seraient fut furent soient avons ai avoir être ayant étant été avions sommes suis".split()
)
# "en moyenne", "en glissement annuel": adverbs.
_ADVERBIAL = frozenset(
    "moyenne glissement tout effet outre particulier parallèle revanche cumulé fait partie tête".split()
)


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits.isdecimal() and digits[:2] in ("18", "19", "20")


# Endings that no noun has: "repasserait".
_VERB_ENDINGS = ("erait", "eraient", "iraient", "aient", "èrent", "eront", "iront")


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
        letters: list[str] = []
        closed, forms = _CLOSED, verbs.load_verb_forms()
        for place, token in enumerate(tokens):
            letter = closed.get(token.low)
            if letter is None:
                if token.kind == MARK or token.kind == LINK or token.kind == BREAK:
                    letter = STOP
                elif token.kind == WORD and token.low in forms:
                    letter = self._verb(place, letters)
                elif (
                    token.kind == WORD
                    and token.low.endswith("ment")
                    and len(token.low) > 8
                    and (not letters or letters[-1] not in (DETERMINER, OF, ADJECTIVE))
                ):
                    letter = ADVERB
                elif token.low.endswith(_VERB_ENDINGS) and not token.capital and len(token.low) > 6:
                    letter = VERB
                else:
                    letter = NOUN if token.kind in (WORD, CODE) else QUANTITY
            elif letter == OF and token.low in ("des", "du") and (not letters or letters[-1] in _OPENERS):
                letter = DETERMINER
            elif (letter == ADJECTIVE and letters and letters[-1] in (NOUN, PARTICIPLE)) or (
                letter == ADVERB and token.low == "non" and letters and letters[-1] == DETERMINER
            ):
                letter = NOUN
            if letter == INFINITIVE and place > 1 and letters[-2] == NOUN and tokens[place - 1].low == "à":
                # "manque à gagner", "reste à recouvrer": one noun
                letter = letters[-1] = NOUN
            elif letter == NOUN and letters and tokens[place - 1].low == "en" and token.low in _ADVERBIAL:
                letter = letters[-1] = ADVERB
            elif letter == NOUN and token.low == "annuel" and letters[-1:] == [ADVERB]:
                letter = ADVERB
            elif (
                letter == NOUN
                and token.low in ("total", "maximum", "minimum", "présent")
                and (tokens[place - 1].low in ("au", "à") and place)
            ):
                letter = letters[-1] = ADVERB
            elif letter == QUANTITY and token.kind == NUMBER and _is_year(token.text):
                letter = TIME
            letters.append(letter)
        self.doers = {
            quantity.first for quantity in quantities if letters[quantity.first] in (VERB, INFINITIVE, GERUND)
        }
        self.verbs = {quantity.first for quantity in quantities if letters[quantity.first] == VERB}
        for quantity in quantities:
            for place in range(quantity.first, quantity.last):
                letters[place] = QUANTITY
        self.letters = letters

    def _verb(self, place: int, letters: list[str]) -> str:
        """The letter of a form that may be a verb: by its neighbours."""
        token = self.tokens[place]
        readings = verbs.load_verb_forms()[token.low]
        tenses = {reading.tense for reading in readings}
        before = self.tokens[place - 1].low if place else ""
        side = letters[-1] if letters else STOP
        homograph = token.low in verbs.homographs()
        if token.capital and place and not token.text.isupper() and side != STOP:
            return NOUN
        if tenses <= {"past_participle"}:
            back = place - 1
            while back >= 0 and letters[back] == ADVERB:
                back -= 1
            if back >= 0 and self.tokens[back].low in _AUXILIARIES:
                return VERB
            return NOUN if homograph and side in (DETERMINER, OF, ADJECTIVE) else PARTICIPLE
        if "infinitive" in tenses:
            return NOUN if homograph and side == DETERMINER else INFINITIVE
        if tenses <= {"present_participle"}:
            return NOUN if homograph and side in (DETERMINER, OF, ADJECTIVE) else GERUND
        if side in _NOUN_SIDE and before not in _ARTICLES_OR_PRONOUNS and before != "en":
            if side == PREPOSITION or token.low not in ("a", "est", "ont", "sont"):
                return NOUN
        if before in ("en", "leur", "le", "la", "les", "l'"):
            behind = letters[-2] if len(letters) > 1 else STOP
            if before == "en":
                return NOUN if homograph and behind not in (PRONOUN, CLITIC, RELATIVE) else VERB
            if behind in (PRONOUN, CLITIC, RELATIVE) and not homograph:
                return VERB
            return NOUN
        if homograph and side in (NOUN, QUANTITY) and "past_participle" in tenses:
            return PARTICIPLE
        if homograph and side == STOP and place == 0 and token.low not in ("est", "a"):
            return NOUN
        return VERB

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
            while place > 0 and letters[place - 1] == TIME:
                place -= 1
            while place > 0 and letters[place - 1] in (DETERMINER, ADJECTIVE):
                place -= 1
            while place > 0 and letters[place - 1] in (PREPOSITION, OF, ADVERB):
                place -= 1
            end = place

    def head_before(self, end: int) -> Head | None:
        """The noun phrase that ends right before a place."""
        letters = self.letters
        first = end
        while first > 0 and letters[first - 1] in _RUN:
            first -= 1
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
        start = first
        while start > 0 and letters[start - 1] == DETERMINER:
            start -= 1
        governor = start - 1 if start > 0 and letters[start - 1] in _LINKS else -1
        return Head(place, start, end, governor)

    def chain_before(self, end: int) -> Iterator[Head]:
        """The heads of the noun phrase that ends at a place, nearest first: "la hausse / du prix / du pain"."""
        for _ in range(8):
            head = self.head_before(self.before_time(end))
            if head is None:
                return
            yield head
            if head.governor <= 0:
                return
            end = head.governor
            while end > 0 and self.letters[end - 1] in (OF, PREPOSITION, ADVERB):
                end -= 1
            if end > 1 and self.letters[end - 1] == CONJUNCTION and self.letters[head.governor] != CONJUNCTION:
                # "les cours du gasoil et | du super"
                end -= 1

    def carrier(self, end: int) -> int | None:
        """The head that carries a number said of the phrase before a place: "le retrait d'[une cargaison] de 3 t".

        The nearest that names a measure; else the nearest with an article of its own and what hangs on it.
        """
        nearest: Head | None = None
        for head in self.chain_before(end):
            if nearest is not None and self.letters[nearest.governor] == CONJUNCTION:
                break
            if self.names_measure(head.place):
                return head.place
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

    def demonstrative(self, end: int) -> bool:
        """Whether the phrase before a place hangs on celui, celle, ceux, celles: "celles d'acide"."""
        for head in self.chain_before(end):
            if head.governor > 0 and self.tokens[head.governor - 1].low in DEMONSTRATIVES:
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
        for _ in range(4):
            while end < limit and letters[end] in (NOUN, PARTICIPLE) and (proper or not tokens[end].capital):
                end += 1
            if end + 1 < limit and letters[end] == OF:
                behind = end + 1
                if whole:
                    while behind < limit and letters[behind] in (DETERMINER, ADJECTIVE):
                        behind += 1
                if tokens[end].low in ("de", "d'") or whole:
                    if behind < limit and letters[behind] == NOUN and (whole or not tokens[behind].capital):
                        end = behind + 1
                        whole = False
                        continue
            break
        while end > place + 1 and letters[end - 1] == PARTICIPLE and end > place + 2:
            end -= 1
        return tokens[place].start, tokens[end - 1].end
