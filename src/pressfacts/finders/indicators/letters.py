"""A letter for each token of a sentence: the shallow analysis on which all constructions stand.

No open word is known here but verbs: what is no closed word, no verb and no mark is taken for a noun or its adjective.
"""

from __future__ import annotations

from collections.abc import Sequence

from pressfacts.language import words
from pressfacts.language.tokens import BREAK, CODE, LINK, MARK, NUMBER, WORD, Token
from pressfacts.lexicon import verbs

DETERMINER, OF, PREPOSITION, RELATIVE, CONJUNCTION = "D", "O", "P", "R", "C"
PRONOUN, CLITIC, ADVERB, ADJECTIVE, NOUN = "S", "K", "A", "J", "N"
VERB, PARTICIPLE, INFINITIVE, GERUND, QUANTITY, STOP = "V", "T", "I", "G", "Q", "M"
# Nouns of time never carry a number in this press; what is inserted says who speaks: ", indique le ministère,".
TIME, INSERTED = "Y", "X"

_TIMES = frozenset(
    "an ans année années mois trimestre trimestres semestre semestres semaine semaines jour jours journée heure "
    "heures minute minutes exercice janvier février mars avril mai juin juillet août septembre octobre novembre "
    "décembre lundi mardi mercredi jeudi vendredi samedi dimanche hier demain aujourd'hui matin soir matinée soirée "
    "week-end période siècle décennie saison campagne fin début".split()
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
        "juste environs dessus dessous delà deçà mieux davantage comment pourquoi combien beaucoup peu peine assez "
        "certes ci -ci -là pas seulement".split(),
        ADVERB,
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
        "cinquième sixième septième huitième neuvième dixième énième fameuse supposée prétendue quelconque "
        "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante "
        "cinquante soixante modique coquette maigre énorme gigantesque".split(),
        ADJECTIVE,
    ),
    **dict.fromkeys(
        "il elle ils elles on je j' tu nous vous ce c' cela ça ceci celui celle ceux celles -il -elle -ils -elles -on "
        "-t-il -t-elle -t-on -t-ils -t-elles -je -ce -t-ils celui-ci celle-ci ceux-ci celles-ci eux chacun "
        "chacune".split(),
        PRONOUN,
    ),
    **dict.fromkeys("se s' ne n' y me m' te t' lui en-".split(), CLITIC),
    **dict.fromkeys("ce cet cette ces".split(), DETERMINER),
    **dict.fromkeys("c'est-à-dire c'est".split(), STOP),
    "leur": DETERMINER,
    "soit": STOP,
    **dict.fromkeys(_TIMES, TIME),
}
_ARTICLES_OR_PRONOUNS = frozenset(("le", "la", "les", "l'", "leur"))
_NOUN_SIDE = frozenset((DETERMINER, OF, ADJECTIVE, PREPOSITION))
# Behind these "des" and "du" are articles: "enregistre [des] baisses".
_OPENERS = frozenset((STOP, VERB, INFINITIVE, GERUND, PREPOSITION, CONJUNCTION, RELATIVE, TIME))
_AUXILIARIES = frozenset(
    "a ont avait avaient aura auront aurait auraient ait aient eut eurent est sont était étaient sera seront serait "
    "seraient fut furent soient avons ai avoir être ayant étant été avions sommes suis".split()
)
# "en moyenne", "en glissement annuel": adverbs.
_ADVERBIAL = frozenset(
    "moyenne général glissement tout effet outre particulier parallèle revanche cumulé fait partie tête".split()
)
# Nouns that end as adverbs do.
_NOUNS_IN_MENT = frozenset(
    "développement investissement financement équipement endettement gouvernement département versement recrutement "
    "licenciement traitement logement établissement changement rendement ralentissement remboursement abonnement "
    "approvisionnement environnement enseignement règlement paiement placement prélèvement raffinement mouvement "
    "financements investissements équipements".split()
)
# Endings that no noun has: "repasserait".
_VERB_ENDINGS = ("erait", "eraient", "iraient", "aient", "èrent", "eront", "iront")


def letters(tokens: Sequence[Token]) -> list[str]:
    """The letter of each token, by its form and its neighbours."""
    found: list[str] = []
    forms = verbs.load_verb_forms()
    for place, token in enumerate(tokens):
        letter = _CLOSED.get(token.low)
        if letter is None:
            if token.kind in (MARK, LINK, BREAK):
                letter = QUANTITY if token.text == "-" and _joins(tokens, place) else STOP
            elif token.kind == WORD and token.low in forms:
                letter = _verb(tokens, place, found)
            elif (
                token.kind == WORD
                and token.low.endswith("ment")
                and len(token.low) > 8
                and (not found or found[-1] not in (DETERMINER, OF, ADJECTIVE) or tokens[place - 1].low == "tout")
            ):
                letter = ADVERB
            elif (
                (found and tokens[place - 1].low in ("se", "s'", "ne", "n'") and token.kind == WORD)
                or (token.low.endswith("-vous") and token.low != "rendez-vous")
                or (token.low.endswith(_VERB_ENDINGS) and not token.capital and len(token.low) > 6)
            ) or (token.low.endswith(("é", "és", "ée", "ées")) and _behind_auxiliary(tokens, found, place)):
                letter = VERB
            else:
                letter = NOUN if token.kind in (WORD, CODE) else QUANTITY
        elif token.low == "soit" and _opens_passive(tokens, place):
            letter = VERB
        elif letter == OF and token.low in ("des", "du") and (not found or found[-1] in _OPENERS):
            # but "les ventes du premier trimestre [du] groupe"
            letter = OF if token.low == "du" and found and found[-1] == TIME else DETERMINER
        elif (letter == ADJECTIVE and found and found[-1] in (NOUN, PARTICIPLE)) or (
            letter == ADVERB and token.low == "non" and found and found[-1] in (DETERMINER, NOUN)
        ):
            letter = NOUN
        found.append(_corrected(tokens, place, letter, found))
    return found


def _behind_auxiliary(tokens: Sequence[Token], found: list[str], place: int) -> bool:
    """Whether an auxiliary stands before a place: a participle of a verb that no table has."""
    back = place - 1
    while back >= 0 and found[back] == ADVERB:
        back -= 1
    return back >= 0 and tokens[back].low in _AUXILIARIES


def _joins(tokens: Sequence[Token], place: int) -> bool:
    """The dash of "les 15-24 ans"."""
    return (
        0 < place < len(tokens) - 1
        and tokens[place - 1].kind == NUMBER
        and tokens[place + 1].kind == NUMBER
        and tokens[place - 1].end == tokens[place].start
    )


def _opens_passive(tokens: Sequence[Token], place: int) -> bool:
    """Il demande que le délai soit prolongé: "soit" is a verb before a participle."""
    if place + 1 >= len(tokens):
        return False
    readings = verbs.load_verb_forms().get(tokens[place + 1].low, ())
    return any(reading.tense == "past_participle" for reading in readings)


def _corrected(tokens: Sequence[Token], place: int, letter: str, found: list[str]) -> str:
    """Two words that are one: "manque à gagner" a noun, "en moyenne", "au total" adverbs."""
    token = tokens[place]
    if token.text == "A" and (not found or found[-1] == STOP):
        # "A fin 2018": the preposition, printed without its accent
        return PREPOSITION
    if token.low in ("active", "actives") and found and found[-1] == NOUN:
        return NOUN
    if token.low in ("plancher", "ferme", "fermes") and found and found[-1] == NOUN:
        # "un niveau plancher", "une peine de prison ferme"
        return NOUN
    if (
        token.low.startswith("courant")
        and found
        and found[-1] == NOUN
        and (place + 1 == len(tokens) or tokens[place + 1].low not in _TIMES)
    ):
        # "le résultat courant", but "les ventes courant mars"
        return NOUN
    if token.low == "compte" and found and found[-1] in (GERUND, INFINITIVE):
        # "tenant compte de"
        return NOUN
    if token.low == "part" and letter == VERB and found and found[-1] not in (PRONOUN, RELATIVE, CLITIC):
        return NOUN
    if letter == ADVERB and token.low in _NOUNS_IN_MENT:
        return NOUN
    if token.low == "peine" and (not place or tokens[place - 1].low != "à"):
        return NOUN
    if not place:
        return letter
    before = tokens[place - 1].low
    if letter == INFINITIVE and before == "à" and place > 1 and found[-2] == NOUN and tokens[place - 2].low in (
        "manque", "reste", "restes",
    ):  # fmt: skip
        found[-1] = NOUN
        return NOUN
    if letter == ADVERB and before == "tout" and found[-1] == DETERMINER:
        # "à tout juste 3%", "a tout simplement doublé"
        found[-1] = ADVERB
        return ADVERB
    if token.low == "ailleurs" and before == "par":
        found[-1] = ADVERB
        return ADVERB
    if letter == NOUN:
        adverbial = (before == "en" and token.low in _ADVERBIAL) or (
            before in ("au", "à") and token.low in ("total", "maximum", "minimum", "présent", "final", "contraire")
        )
        if adverbial:
            found[-1] = ADVERB
            return ADVERB
        if token.low == "annuel" and found[-1] == ADVERB:
            return ADVERB
    elif letter == QUANTITY and token.kind == NUMBER and _is_year(token.text):
        return TIME
    return letter


def _is_year(digits: str) -> bool:
    """Whether digits are a year: 2018."""
    return len(digits) == 4 and digits.isdecimal() and digits[:2] in ("18", "19", "20")


def _verb(tokens: Sequence[Token], place: int, found: list[str]) -> str:
    """The letter of a form that may be a verb: by its neighbours."""
    token = tokens[place]
    tenses = {reading.tense for reading in verbs.load_verb_forms()[token.low]}
    before = tokens[place - 1].low if place else ""
    side = found[-1] if found else STOP
    homograph = token.low in verbs.homographs()
    if token.capital and place and not token.text.isupper() and side != STOP:
        return NOUN
    if tenses <= {"past_participle"}:
        if _behind_auxiliary(tokens, found, place):
            return VERB
        nominal = (side == DETERMINER and not before.startswith("tou")) or before in ("au", "aux", "du", "des", "à")
        return NOUN if nominal or (homograph and side in (OF, ADJECTIVE)) else PARTICIPLE
    if "infinitive" in tenses:
        if homograph and side == DETERMINER:
            return NOUN
        # "le blé [tendre] a reculé"
        return NOUN if side == NOUN and place + 1 < len(tokens) and _is_finite(tokens[place + 1].low) else INFINITIVE
    if tenses <= {"present_participle"}:
        nominal = side in (DETERMINER, OF, ADJECTIVE) or (side == PREPOSITION and before != "en")
        return NOUN if homograph and nominal else GERUND
    nominal = side in _NOUN_SIDE and before not in _ARTICLES_OR_PRONOUNS and before != "en"
    if nominal and (side == PREPOSITION or token.low not in ("a", "est", "ont", "sont")):
        return NOUN
    if before in ("en", "leur", "le", "la", "les", "l'"):
        behind = found[-2] if len(found) > 1 else STOP
        if token.low in ("a", "ont", "avait", "avaient", "aura", "aurait"):
            return VERB
        if before == "en":
            return NOUN if homograph and behind not in (PRONOUN, CLITIC, RELATIVE) else VERB
        subordinate = behind == RELATIVE and tokens[place - 2].low == "qui"
        if (behind in (PRONOUN, CLITIC) or subordinate) and not homograph:
            return VERB
        return NOUN
    if homograph and side in (NOUN, QUANTITY) and "past_participle" in tenses:
        return VERB if _takes_object(tokens, place) else PARTICIPLE
    if homograph and side == STOP and place == 0 and token.low not in ("est", "a"):
        return NOUN
    return VERB


def _is_finite(word: str) -> bool:
    """Whether a form can only be a finite verb."""
    readings = verbs.load_verb_forms().get(word, ())
    return bool(readings) and all(
        reading.tense not in ("infinitive", "past_participle", "present_participle") for reading in readings
    )


def _takes_object(tokens: Sequence[Token], place: int) -> bool:
    """Le taux [atteint] 8%, [atteint] actuellement les 8%: a verb; le taux atteint en 2018: a participle."""
    for at in range(place + 1, min(len(tokens), place + 4)):
        token = tokens[at]
        letter = _CLOSED.get(token.low)
        if token.kind == NUMBER or letter == DETERMINER or token.low in ("près", "plus", "moins", "environ", "quelque"):
            return token.low not in ("du", "des", "au", "aux")
        if token.low in ("ou", "et") and at + 1 < len(tokens) and _is_finite(tokens[at + 1].low):
            # "l'inflation atteint ou dépasse 7%"
            return True
        if letter != ADVERB and not token.low.endswith("ment"):
            return False
    return False
