"""The closed classes of French: the words that grammar is made of, and shallow questions about a token.

Open classes (verbs, nouns, names) are the lexicon's. All sets hold lower-case forms with accents; an elided word keeps
its apostrophe ("l'", "d'").
"""

from __future__ import annotations

from collections.abc import Sequence

from pressfacts.language.tokens import MARK, NUMBER, WORD, Token
from pressfacts.lexicon import verbs
from pressfacts.lexicon.verbs import VerbForm

DEFINITE = frozenset(
    "le la l' les ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs".split()
)
INDEFINITE = frozenset(
    "un une des quelque quelques plusieurs chaque aucun aucune tout toute tous toutes certains".split()
)
CONTRACTED = frozenset("du des au aux".split())
DETERMINERS = DEFINITE | INDEFINITE | CONTRACTED
OF = frozenset("de d' du des".split())
PREPOSITIONS = frozenset(
    "à au aux de d' du des en dans sur sous par pour avec sans chez vers entre contre depuis pendant durant dès jusqu' "
    "jusque selon après avant parmi malgré hors outre via envers lors face auprès".split()
)
RELATIVES = frozenset("qui que qu' dont où lequel laquelle lesquels lesquelles duquel auquel".split())
CONJUNCTIONS = frozenset("et ou ni mais car donc or soit puis".split())
SUBORDINATORS = frozenset("que qu' si s' quand lorsque lorsqu' puisque puisqu' comme tandis alors".split())
PRONOUNS = frozenset(
    "il elle ils elles on je j' tu nous vous se s' me m' te t' le la l' les lui leur y en ce c' cela ça ceci celui "
    "celle ceux celles -il -elle -ils -elles -on -t-il -t-elle -t-on -t-ils -t-elles -je -ce".split()
)
SUBJECT_PRONOUNS = frozenset("il elle ils elles on je j' nous vous c' cela ça ce qui".split())
NEGATIONS = frozenset("ne n' pas plus jamais guère point".split())
# Adjectives that stand before their noun: "69.900 nouveaux postes".
PRENOMINAL = frozenset(
    "nouveau nouvel nouvelle nouveaux nouvelles grand grande grands grandes petit petite petits petites gros grosse "
    "grosses bon bonne bons bonnes beau belle beaux belles jeune jeunes vieux vieille vieilles ancien ancienne "
    "anciens anciennes autre autres premier première premiers premières dernier dernière derniers dernières prochain "
    "prochaine prochains prochaines principal principale principaux principales seul seule seuls seules même mêmes "
    "vrai vraie vrais vraies futur future futurs futures simple simples différent différents différentes divers "
    "diverses faux fausse fausses mauvais mauvaise mauvaises haut haute hauts hautes meilleur meilleure meilleurs "
    "meilleures pauvre pauvres longs longues long longue court courte courts courtes double triple second seconde "
    "secondes petits bonnes éventuels prétendus précieux précieuses lourd lourds lourdes supposés rares fameux "
    "importants grosses".split()
)
ADVERBS = frozenset(
    "ainsi alors aussi autant bien déjà encore enfin ensuite environ hier ici jamais là maintenant même moins "
    "notamment non parfois plus plutôt pourtant presque près puis seulement souvent surtout tard toujours très trop "
    "tôt ailleurs désormais également respectivement toutefois cependant néanmoins quasiment quasi actuellement".split()
)


def is_determiner(token: Token) -> bool:
    """le, une, ces, leurs, du …"""
    return token.low in DETERMINERS


def verb_forms(token: Token) -> tuple[VerbForm, ...]:
    """The readings of a word as a verb; empty for what is no word."""
    if token.kind != WORD:
        return ()
    return verbs.load_verb_forms().get(token.low, ())


def finite_verb(tokens: Sequence[Token], place: int) -> VerbForm | None:
    """The reading of a token as a finite verb, None where it is none or stands as a noun or participle.

    "la note du ministère" has no verb, "note le ministère" has one.
    """
    token = tokens[place]
    forms = verb_forms(token)
    if not forms:
        return None
    finite = next((form for form in forms if form.tense not in _NON_FINITE), None)
    if finite is None:
        return None
    if place and token.low in verbs.homographs():
        before = tokens[place - 1].low
        if before in ("en", "sous") or (before in DETERMINERS and before not in ("l'", "le", "la", "les", "leur")):
            return None
        if before in ("le", "la", "les", "l'", "leur", "de", "d'", "du", "à", "par", "sur", "sans", "dans", "et", "ou"):
            behind = tokens[place - 2].low if place > 1 else ""
            if before not in ("le", "la", "les", "l'", "leur") or behind not in PRONOUNS | RELATIVES | {"ne", "comme"}:
                return None
    return finite


_NON_FINITE = frozenset(("infinitive", "past_participle", "present_participle"))


def is_name(tokens: Sequence[Token], place: int) -> bool:
    """Whether the token looks like part of a proper name: a capital that no sentence start explains."""
    token = tokens[place]
    return token.kind == WORD and token.capital and (place > 0 or (token.text.isupper() and len(token.text) > 1))


def closes_clause(token: Token) -> bool:
    """A mark that ends a clause: full stop, semicolon, colon, bracket or dash."""
    return token.kind == MARK and token.text in {".", ";", ":", "!", "?", "(", ")", "-", "--"}


def is_number(token: Token) -> bool:
    """Digits."""
    return token.kind == NUMBER
