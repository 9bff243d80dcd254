"""The verb group around a verb of saying: auxiliaries, objects, governing verbs, where its clause ends."""

from __future__ import annotations

from collections.abc import Sequence

from pressfacts.finders.sources.saying import (
    BE,
    CLITICS,
    DAYS,
    HAVE,
    INTENDING,
    PRESS_VERBS,
    TURNED,
    Saying,
    closing,
    saying_of,
)
from pressfacts.language.tokens import MARK, NUMBER, Token
from pressfacts.language.words import ADVERBS, DETERMINERS, OF, PREPOSITIONS, finite_verb
from pressfacts.lexicon import verbs

# "a de son côté indiqué", "a pour sa part été jugé", "ont par ailleurs précisé"
SKIP = ADVERBS | frozenset(
    "lui elle eux elles été pas pour cela tous toutes même de son sa leur côté part tour par ailleurs en revanche "
    "outre effet ores et d' quant à ,".split()
)
# How many tokens a verb group may take.
GROUP = 7
_BEHIND_INVERSION = frozenset(
    "dans qui que dont lors à au aux auprès lundi mardi mercredi jeudi vendredi samedi dimanche hier ce en sur et "
    "mais citant sous devant avant après pour par avec".split()
)
_NOT_VERBS = frozenset(
    "et ou mais que qui dont où le la les l' une cette ce elle comme quand puisque alors même notamment "
    "ainsi encore".split()
)
_COORDINATORS = frozenset("mais or car et tandis alors quand puis".split())


def auxiliary(tokens: Sequence[Token], place: int) -> str:
    """ "a", "ont", "était" before a participle, adverbs between them passed over."""
    at = place - 1
    while (
        at >= 0
        and place - at < GROUP
        and (tokens[at].low in SKIP | TURNED or tokens[at].low in ("-on", "-t-on") or tokens[at].low.endswith("ment"))
    ):
        at -= 1
    return tokens[at].low if at >= 0 else ""


def with_object(tokens: Sequence[Token], place: int) -> bool:
    """ "le ministère, lui, l'[estime] à 35 %": no noun, for a figure follows."""
    return (
        place + 2 < len(tokens)
        and place > 0
        and tokens[place - 1].low in ("l'", "le", "la", "les")
        and tokens[place + 1].low in ("à", "entre")
        and tokens[place + 2].kind == NUMBER
    )


def treats(tokens: Sequence[Token], place: int, saying: Saying) -> bool:
    """ "se penche sur": a form that only the list of what newspapers do has."""
    return not saying.roles and saying.finite and place > 0 and tokens[place - 1].low not in DETERMINERS - {"l'"}


def coordinated(tokens: Sequence[Token], first: int, start: int) -> bool:
    """ ", mais [l'Ordre affirme]": a clause of its own, whose subject says nothing of what stands before it."""
    at = first
    while at > 0 and tokens[at].start > start and first - at < 40:
        at -= 1
    if not at:
        return False
    return tokens[at - 1].low in _COORDINATORS or (
        tokens[at - 1].low in ("que", "qu'") and at > 1 and tokens[at - 2].low in ("alors", "tandis")
    )


def governing(tokens: Sequence[Token], place: int) -> int | None:
    """ "[a tenu] à préciser", "[s'est borné] à redire": the token at which the verb group of an infinitive begins."""
    if place < 3 or tokens[place - 1].low not in (
        "à",
        "de",
        "d'",
        "par",
        "sur",
        "pour",
    ):
        return None
    verb = place - 2
    if tokens[verb].low in ("pas", "guère", "point"):
        verb -= 1
    if verb < 1 or tokens[verb].low not in INTENDING:
        return None
    while verb and (tokens[verb - 1].low in HAVE | BE | CLITICS | ADVERBS):
        verb -= 1
    return verb


def reads_finite(tokens: Sequence[Token], place: int, saying: Saying) -> bool:
    """ "dit", "fait" are finite and participle: finite where no "être" stands before."""
    return saying.finite and (not place or tokens[place - 1].low not in BE) and finite_verb(tokens, place) is not None


def reflexive(tokens: Sequence[Token], place: int, saying: Saying) -> bool:
    """ "s'indigne X" says; "s'établit", "se répète" do not, but behind a quotation."""
    if saying.lemma in PRESS_VERBS:
        return True
    if verbs.roles(saying.lemma, reflexive=True) & {
        "report",
        "report_clause",
        "publish",
        "forecast",
        "estimate",
    }:
        return True
    return place >= 2 and closing(tokens, place - 2)


def past_participle(token: Token) -> bool:
    """Whether a word may be a past participle that no lexicon has: "a tonné", "a martelé"."""
    if token.low.endswith("ment") or token.low in DETERMINERS:
        return False
    return token.kind == "word" and token.low.endswith(("é", "i", "u", "is", "it", "t", "ée", "ie", "és", "ées"))


def may_be_verb(tokens: Sequence[Token], at: int, listed: bool) -> bool:
    """Whether a word behind a quotation is a verb in the third person, in the lexicon or not."""
    low = tokens[at].low
    if low in PREPOSITIONS or low in _NOT_VERBS or low in DAYS or low in OF:
        return False
    if listed and finite_verb(tokens, at) is None:
        return False
    return low.endswith(("e", "t", "a", "ent", "d"))


def closes(tokens: Sequence[Token], last: int) -> bool:
    """Whether the clause of an inserted "indique X" ends where it must: a mark, a date, "dans", "qui", "à"."""
    if last >= len(tokens):
        return True
    after = tokens[last]
    if after.kind in (MARK, "number", "ordinal") or after.low in _BEHIND_INVERSION or after.low in ADVERBS:
        return True
    return any(form.tense.endswith("participle") for form in verbs.load_verb_forms().get(after.low, ())) or (
        saying_of(after.low) is not None and after.low in HAVE
    )
