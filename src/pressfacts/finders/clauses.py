"""Which verb governs a token: the verbs of a sentence with tense and chain, and where clauses begin and end.

Shallow on purpose: nearest verb, clause marks, relatives and coordination decide; there is no parser.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

from pressfacts.language.sentences import Sentence
from pressfacts.language.tokens import MARK, NUMBER, WORD, Token
from pressfacts.language.words import ADVERBS, PREPOSITIONS, finite_verb, verb_forms
from pressfacts.lexicon import verbs

_NON_FINITE = frozenset(("infinitive", "present_participle", "past_participle"))
# Between an auxiliary and its participle: "n'a pas encore été", "s'est ainsi", "a-t-il perdu", "a, en 2018, perdu" is left.
_INSIDE_GROUP = ADVERBS | frozenset(
    "pas jamais rien tous toutes tout fortement nettement légèrement largement sensiblement peu donc été eu ne n' pu dû "
    "-il -elle -ils -elles -on -t-il -t-elle -t-on -t-ils -t-elles à de d' le la les l' lui leur y en se s' afin".split()
)
_CHAINED_BY = frozenset("à de d' y en le la les l' se s' lui leur ne n' pas jamais plus".split())
_HARD_MARKS = frozenset((";", ":", ".", "!", "?", "-", "--", "(", ")", "[", "]", "•"))
# Words that begin a clause with a verb of its own.
_OPENERS = frozenset(
    "que qu' qui dont où lequel laquelle lesquels lesquelles auquel quand lorsque lorsqu' puisque puisqu' si mais car "
    "tandis alors quoique quoiqu'".split()
)
_NOT_OPENERS_BEHIND = frozenset("plus moins aussi autant ne tel tels telle telles ainsi bien".split())
_ETRE_MOVES = frozenset(
    "aller venir arriver partir entrer sortir monter descendre naître mourir rester tomber devenir retomber passer "
    "revenir parvenir remonter redescendre".split()
)


@dataclass(slots=True)
class VerbGroup:
    """A verb with its auxiliaries and the modal over it; token places are half-open.

    ``tense`` is that of the finite part, or "infinitive" or "present_participle" where there is none; ``chain`` holds
    the lemmas over ``lemma`` ("devrait être porté": devoir over porter).
    """

    first: int
    last: int
    lemma: str
    tense: str
    finite: bool
    compound: bool = False
    passive: bool = False
    reflexive: bool = False
    chain: tuple[str, ...] = ()

    @property
    def roles(self) -> frozenset[str]:
        """What the verb says of a figure."""
        return verbs.roles(self.lemma, reflexive=self.reflexive) or verbs.roles(self.lemma)


class Clauses:
    """The verb groups of a sentence and the places where clauses begin."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.groups: list[VerbGroup] = []
        self._scan()

    def _scan(self) -> None:
        tokens, place, count = self.tokens, 0, len(self.tokens)
        while place < count:
            group = self._group_at(place)
            if group is None:
                place += 1
            else:
                self.groups.append(group)
                place = group.last
        return None

    def _group_at(self, place: int) -> VerbGroup | None:
        token = self.tokens[place]
        if token.kind != WORD:
            return None
        forms = verb_forms(token)
        if not forms:
            return None
        before = self.tokens[place - 1].low if place else ""
        finite = finite_verb(self.tokens, place)
        if finite is not None and _looks_nominal(self.tokens, place, forms):
            finite = None
        if finite is None:
            form = next((f for f in forms if f.tense in ("infinitive", "present_participle")), None)
            if form is None or (token.low in verbs.homographs() and before not in PREPOSITIONS):
                return None
            group = VerbGroup(place, place + 1, form.lemma, form.tense, finite=False)
        else:
            group = VerbGroup(place, place + 1, finite.lemma, finite.tense, finite=True)
        group.reflexive = before in ("se", "s'") or (place > 1 and before in ("y", "en") and self.tokens[place - 2].low in ("se", "s'"))
        self._extend(group)
        return group

    def _extend(self, group: VerbGroup) -> None:
        """Take in participle and infinitives: "devrait avoir été porté", "va se contracter", "a fait reculer"."""
        tokens = self.tokens
        while True:
            roles = verbs.roles(group.lemma)
            auxiliary = group.lemma in ("être", "avoir")
            if not auxiliary and not roles & {"modal", "aspect", "causative"}:
                return
            reach = group.last
            while reach < len(tokens) and reach < group.last + 5 and tokens[reach].kind == WORD:
                token = tokens[reach]
                forms = verb_forms(token)
                if auxiliary:
                    participle = next((f for f in forms if f.tense == "past_participle"), None)
                    if participle is not None and token.low not in ("plus",):
                        break
                else:
                    participle = next((f for f in forms if f.tense == "infinitive"), None)
                    if participle is not None:
                        break
                if token.low not in (_INSIDE_GROUP if auxiliary else _CHAINED_BY) and not token.low.endswith("ment"):
                    return
                reach += 1
            else:
                return
            previous = tokens[reach - 1].low
            if auxiliary:
                if previous in PREPOSITIONS and previous != "en":
                    return
                if group.lemma == "être":
                    group.passive = participle.lemma not in _ETRE_MOVES and not group.reflexive
                    group.compound = group.compound or not group.passive
                else:
                    group.compound = True
                group.lemma = participle.lemma
            else:
                group.chain += (group.lemma,)
                group.lemma = participle.lemma
                group.reflexive = previous in ("se", "s'")
                if group.lemma in ("être", "avoir"):
                    group.passive = False
            group.last = reach + 1

    def boundary(self, left: int, right: int) -> str:
        """The strongest clause mark between two places: "hard", "opener", "soft" (comma, et) or ""."""
        found, depth = "", 0
        tokens = self.tokens
        for place in range(left, right):
            token = tokens[place]
            if token.kind == MARK:
                if token.text in "([":
                    depth += 1
                elif token.text in ")]":
                    depth = depth - 1 if depth else 9
                elif not depth and token.text in _HARD_MARKS:
                    return "hard"
                elif token.text == "," and not found:
                    found = "soft"
            elif depth:
                continue
            elif token.low in _OPENERS:
                if place and tokens[place - 1].low in _NOT_OPENERS_BEHIND and token.low in ("que", "qu'"):
                    continue
                found = "opener"
            elif token.low in ("et", "ou", "puis") and not found:
                found = "soft"
        return "bracket" if depth else found

    def governor(self, first: int, last: int) -> VerbGroup | None:
        """The verb that governs the tokens ``first`` to ``last`` (half-open): behind it as object, before it as subject."""
        left = right = None
        for group in self.groups:
            if group.last <= first:
                left = group
            elif group.first >= last:
                right = group
                break
            elif group.first < last and group.last > first and group.finite:
                return group
        mark = self.boundary(left.last, first) if left else "hard"
        if left is not None and mark in ("", "bracket"):
            return left
        if right is not None and right.finite:
            between = self.boundary(last, right.first)
            if between == "" and mark in ("hard", "opener", "soft") and self._subject(first, last, right):
                return right
            if between == "soft" and mark in ("hard", "opener"):
                return right
            if between == "" and left is None:
                return right
        if left is not None and mark in ("soft", "opener"):
            return left
        return right if left is None or mark != "hard" else None

    def _subject(self, first: int, last: int, right: VerbGroup) -> bool:
        """Whether a noun phrase can be the subject of the verb behind it: no preposition opens it."""
        place = first - 1
        while place >= 0 and self.tokens[place].kind in (WORD, NUMBER) and self.tokens[place].low not in ("et", "ou"):
            if self.tokens[place].low in ("que", "qu'", "qui"):
                return True
            place -= 1
        return True

    def parent(self, group: VerbGroup) -> VerbGroup | None:
        """The verb over an infinitive or a participle: the nearest finite one to its left, else to its right."""
        best = None
        for other in self.groups:
            if other is group:
                break
            if other.finite or other.tense == "infinitive":
                best = other
        if best is not None and self.boundary(best.last, group.first) not in ("hard",):
            return best
        for other in self.groups:
            if other.first > group.first and other.finite:
                return other if self.boundary(group.last, other.first) != "hard" else None
        return None


def _looks_nominal(tokens: list[Token], place: int, forms: tuple[object, ...]) -> bool:
    """A homograph behind a number or an adjective's determiner: "des prix", "une hausse", "la baisse"."""
    if not place:
        return False
    before = tokens[place - 1].low
    return before in ("un", "une", "des", "du", "au", "aux", "d'", "de", "en", "chaque", "cette", "ce", "ces", "son", "sa", "ses") and (
        before != "en" or tokens[place].low in verbs.homographs() or tokens[place].low in ("hausse", "baisse", "recul", "chute")
    )


@functools.lru_cache(maxsize=8)
def clauses(sentence: Sentence) -> Clauses:
    """The clauses of a sentence, made once for all questions about its quantities."""
    return Clauses(sentence.tokens)
