"""Which verb governs a token: the verbs of a sentence with tense and chain, and where clauses begin and end.

Shallow on purpose: the nearest verb, clause marks, relatives and coordination decide; there is no parser.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from pressfacts.language.sentences import Sentence
from pressfacts.language.tokens import MARK, NUMBER, WORD, Token
from pressfacts.language.words import ADVERBS, PRENOMINAL, PRONOUNS, RELATIVES, SUBJECT_PRONOUNS, verb_forms
from pressfacts.lexicon import verbs
from pressfacts.lexicon.verbs import VerbForm

_NON_FINITE = frozenset(("infinitive", "present_participle", "past_participle"))
_CLITICS = frozenset("le la les l' lui leur y en se s' ne n'".split())
# Between an auxiliary and its participle: "n'a certes pas encore été".
_INSIDE = (ADVERBS | _CLITICS | frozenset(
    "pas jamais rien tous toutes tout peu donc certes été pu dû voire elle-même lui-même elles-mêmes eux-mêmes "
    "-il -elle -ils -elles -on -t-il -t-elle -t-on -t-ils -t-elles eux".split()
)) - {"même", "plus"} | {"plus"}  # fmt: skip
_CHAINED = _INSIDE | frozenset(("à", "de", "d'"))
_HARD_MARKS = frozenset((";", ":", ".", "!", "?", "-", "--", "•"))
# Words that begin a clause with a verb of its own.
_OPENERS = RELATIVES | frozenset("quand lorsque lorsqu' puisque puisqu' si mais car quoique quoiqu'".split())
_COMPARED = frozenset("plus moins aussi autant ne n' tel tels telle telles ainsi".split())
_MOVING = frozenset(
    "aller venir arriver partir entrer sortir monter descendre naître mourir rester tomber devenir retomber passer "
    "revenir parvenir remonter redescendre".split()
)
_NOUN_BEFORE = (
    frozenset(
        "un une des du au aux de d' cette ces mon ma mes son sa ses notre nos votre vos leurs chaque à par sur sous dans avec "
        "sans pour contre quelques plusieurs toute aucun aucune ce cet forte fort nette net légère léger faible sensible "
        "importante".split()
    )
    | PRENOMINAL
)
_ARTICLE_OR_PRONOUN = frozenset("le la les l' leur".split())
# Before "le" or "la" that are pronouns: "qui la porte"; but "que la somme".
_PRONOUN_BEFORE_PRONOUN = PRONOUNS - {"le", "la", "les", "l'", "en"} | frozenset("qui ne n' comme".split())
# Participles that have become prepositions or nouns.
_NO_PARTICIPLE = frozenset(
    "pendant durant suivant concernant moyennant touchant courant montant gérant dirigeant habitant étudiant représentant "
    "dépendant restant cependant".split()
)


@dataclass(slots=True)
class VerbGroup:
    """A verb with its auxiliaries and the verbs over it; token places are half-open.

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
    """The verb groups of a sentence, and who governs whom."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.groups: list[VerbGroup] = []
        self._over: dict[int, VerbGroup] = {}
        place = 0
        while place < len(tokens):
            group = self._group_at(place) if tokens[place].kind == WORD else None
            if group is None:
                place += 1
            else:
                self.groups.append(group)
                self._over.update(dict.fromkeys(range(group.first, group.last), group))
                place = group.last

    def low(self, place: int) -> str:
        """The lower-case word at a place, "" outside the sentence."""
        return self.tokens[place].low if 0 <= place < len(self.tokens) else ""

    def words(self, first: int, last: int) -> list[str]:
        """The lower-case words from place ``first`` to ``last`` (half-open)."""
        return [token.low for token in self.tokens[max(0, first) : max(0, last)]]

    def group_over(self, place: int) -> VerbGroup | None:
        """The verb group that holds a token, None outside of any."""
        return self._over.get(place)

    def subject_words(self, group: VerbGroup) -> set[str]:
        """The words before a verb that may hold its subject, back to the verb or hard mark before it, at most sixteen."""
        found: set[str] = set()
        for place in range(group.first - 1, max(-1, group.first - 17), -1):
            token = self.tokens[place]
            if token.text in _HARD_MARKS or (
                token.low not in RELATIVES and place in self._over and self._over[place].finite
            ):
                break
            found.add(token.low)
        return found

    def subject_pronoun(self, group: VerbGroup) -> str:
        """The pronoun that is the subject of a verb, before it or turned behind it; "" where there is none."""
        place = group.first - 1
        while self.low(place) in _CLITICS:
            place -= 1
        if self.low(place) in SUBJECT_PRONOUNS:
            return self.low(place)
        turned = self.low(group.first + 1)
        return turned if turned[:1] == "-" else ""

    def summing_up(self, group: VerbGroup) -> bool:
        """Whether a verb sums up the clause before it: "…, ce qui représente 250 millions", "…, ce qui, en clair, fait …"."""
        place = group.first - 1
        while place > 0 and self.low(place) in _CLITICS:
            place -= 1
        if self.low(place) == ",":
            place = next((p for p in range(place - 1, max(0, place - 8), -1) if self.low(p) == ","), 0) - 1
        return self.low(place) == "qui" and self.low(place - 1) == "ce" and self.low(place - 2) == ","

    def may_be_subjunctive(self, group: VerbGroup) -> bool:
        """Whether the finite form is one of the subjunctive too: "que 60% des électeurs votent"."""
        return any(form.tense == "subjunctive" for form in verb_forms(self.tokens[group.first]))

    def governor(self, first: int, last: int) -> VerbGroup | None:
        """The verb over the tokens ``first`` to ``last`` (half-open): before it (its object) or behind it (its subject)."""
        first, last = self._out_of_bracket(first, last)
        left = right = None
        for group in self.groups:
            if group.last <= first:
                if not self._aside(group):
                    left = group
            elif group.first >= last:
                if group.finite:
                    right = group
                    break
            elif group.first < last and group.last > first:
                return group
        mark = self.boundary(left.last, first) if left else "hard"
        if left is not None and mark == "":
            return left
        if right is not None:
            between = self.boundary(last, right.first)
            if between == "" or (between == "soft" and mark in ("hard", "opener")):
                return right
        return left if mark != "hard" else None

    def _aside(self, group: VerbGroup) -> bool:
        """A verb of saying put in between, which governs nothing: "…, assure-t-il, …", "…, note le ministre, …"."""
        if self.low(group.last)[:1] == "-" and len(self.low(group.last)) > 1:
            return bool(group.roles & {"report", "report_clause"})
        if self.low(group.first - 1) not in (",", "»", '"') or not group.roles & {"report", "report_clause"}:
            return False
        for place in range(group.last, min(len(self.tokens), group.last + 9)):
            if self.low(place) in ("que", "qu'"):
                return False
            if self.low(place) == ",":
                return self.low(group.last) in ("le", "la", "l'", "les", "un", "une") or self.tokens[group.last].capital
        return False

    def parent(self, group: VerbGroup) -> VerbGroup | None:
        """The verb over an infinitive or a participle: the nearest one to its left, else the next finite one."""
        best = right = None
        for other in self.groups:
            if other is group:
                continue
            if other.first < group.first:
                if other.finite or other.tense == "infinitive" or other.roles & {"aim", "plan", "promise", "causative"}:
                    best = other
            elif other.finite:
                right = other
                break
        if best is not None and self.boundary(best.last, group.first) != "hard":
            return best
        if right is not None and self.boundary(group.last, right.first) != "hard":
            return right
        return None

    def boundary(self, left: int, right: int) -> str:
        """The strongest clause mark from place ``left`` to ``right``: "hard", "opener" (qui, que, mais), "soft" or ""."""
        found, depth = "", 0
        for place in range(left, right):
            token = self.tokens[place]
            if token.kind == MARK:
                text = token.text
                if text in ("(", "["):
                    depth += 1
                elif text in (")", "]"):
                    if not depth:
                        return "hard"
                    depth -= 1
                elif not depth and text in _HARD_MARKS:
                    return "hard"
                elif text == "," and not found:
                    found = "soft"
            elif depth:
                continue
            elif token.low in _OPENERS:
                if token.low not in ("que", "qu'") or not (
                    self.low(place - 1) in _COMPARED or (place == right - 1 and self._negated(place))
                ):
                    found = "opener"
            elif not found and token.low in ("et", "ou", "puis"):
                found = "soft"
        return "hard" if depth else found

    def _negated(self, place: int) -> bool:
        """ "ne sont pour le moment que 66": this "que" opens no clause."""
        return any(self.low(before) in ("ne", "n'") for before in range(max(0, place - 7), place))

    def bracket(self, place: int) -> tuple[int, int] | None:
        """The places of the brackets around a token, None outside of any."""
        opening = place - 1
        while opening >= 0 and self.tokens[opening].text not in ("(", "[", ")", "]"):
            opening -= 1
        if opening < 0 or self.tokens[opening].text in (")", "]"):
            return None
        closing = place
        while closing < len(self.tokens) and self.tokens[closing].text not in (")", "]"):
            closing += 1
        return opening, closing

    def _out_of_bracket(self, first: int, last: int) -> tuple[int, int]:
        """In a bracket without a verb, what holds for the words before it: "600 millions (55 millions d'euros)"."""
        around = self.bracket(first)
        if around is None or any(around[0] < g.first < around[1] for g in self.groups):
            return first, last
        return around[0], max(last, min(around[1] + 1, len(self.tokens)))

    # reading verb groups

    def _group_at(self, place: int) -> VerbGroup | None:
        forms = verb_forms(self.tokens[place])
        if forms and self._named(place):
            return None
        if not forms:
            return self._unknown(place)
        form = self._finite(place, forms)
        if form is not None:
            group = VerbGroup(place, place + 1, form.lemma, form.tense, finite=True)
        else:
            form = self._non_finite(place, forms)
            if form is None:
                return None
            group = VerbGroup(place, place + 1, form.lemma, form.tense, finite=False)
        group.reflexive = self._reflexive(place)
        self._extend(group)
        if group.lemma == "devoir" and group.tense == "present_participle" and not group.chain:
            return None  # "devant les Libyens"
        return group

    def _named(self, place: int) -> bool:
        """A name that looks like a verb: "la région MENA", "la Marche verte"; not in a title all in capitals."""
        text = self.tokens[place].text
        if not text[0].isupper() or place == 0 or self.tokens[place - 1].kind != WORD:
            return False
        return not (text.isupper() and self.tokens[place - 1].text.isupper())

    def _unknown(self, place: int) -> VerbGroup | None:
        """A verb that the lexicon does not have, told by the endings of two tenses: "repasserait", "convoieront"."""
        low = self.tokens[place].low
        if len(low) > 7 and low.endswith(_CONDITIONAL_ENDINGS):
            return VerbGroup(place, place + 1, "", "conditional", finite=True)
        if len(low) > 7 and low.endswith(_FUTURE_ENDINGS) and low == self.tokens[place].text:
            return VerbGroup(place, place + 1, "", "future", finite=True)
        return None

    def _reflexive(self, place: int) -> bool:
        before = self.low(place - 1)
        return before in ("se", "s'") or (before in ("y", "en") and self.low(place - 2) in ("se", "s'"))

    def _finite(self, place: int, forms: tuple[VerbForm, ...]) -> VerbForm | None:
        low, before = self.tokens[place].low, self.low(place - 1)
        if low in _RARELY_VERBS and before not in PRONOUNS and before not in ("que", "qu'", "qui", "ne", "n'"):
            # "que le délai, fixé à 30 jours, soit prolongé"
            behind = verb_forms(self.tokens[place + 1]) if low == "soit" and place + 1 < len(self.tokens) else ()
            if not any(form.tense == "past_participle" for form in behind):
                return None
        if (low == "est" and before == "l'") or (low == "a" and before == ":"):
            return None
        weak = True
        chosen = None
        for form in forms:
            if form.tense in _NON_FINITE:
                continue
            if form.person in ("1s", "1p") and not self._first_person(place):
                continue
            chosen = chosen or form
            weak = weak and form.tense in ("present", "subjunctive")
        if chosen is None or not weak or chosen.lemma in ("être", "avoir"):
            return chosen
        if before in _NOUN_BEFORE:
            return None
        if before == "en" and low in verbs.homographs() and self.low(place - 2) not in _PRONOUN_BEFORE_PRONOUN:
            return None
        if before in _ARTICLE_OR_PRONOUN and self.low(place - 2) not in _PRONOUN_BEFORE_PRONOUN:
            return None
        ambiguous = low in verbs.homographs()
        if ambiguous and (
            place == 0 or (self.tokens[place - 1].kind in (NUMBER, MARK) and before not in (",", "»", '"', ")"))
        ):
            return None
        return chosen

    def _first_person(self, place: int) -> bool:
        return any(self.low(p) in ("je", "j'", "nous", "-je", "-nous") for p in range(max(0, place - 3), place))

    def _non_finite(self, place: int, forms: tuple[VerbForm, ...]) -> VerbForm | None:
        before = self.low(place - 1)
        if before in ("le", "un", "du", "au", "ce", "des", "les", "ses", "son") and self.low(place - 2) not in (
            "de", "à", "pour", "peut", "va", "doit",
        ):  # fmt: skip
            return None
        for form in forms:
            if form.tense == "infinitive" or (
                form.tense == "present_participle" and self.tokens[place].low not in _NO_PARTICIPLE
            ):
                return form
        return None

    def _extend(self, group: VerbGroup) -> None:
        """Take in participle and infinitives: "devrait avoir été porté", "va se contracter", "a fait reculer"."""
        while True:
            auxiliary = group.lemma in ("être", "avoir")
            if not auxiliary and not verbs.roles(group.lemma) & {"modal", "aspect", "causative"}:
                return
            following = self._following(
                group, "past_participle" if auxiliary else "infinitive", _INSIDE if auxiliary else _CHAINED
            )
            if following is None:
                return
            reach, form = following
            if not auxiliary:
                group.chain += (group.lemma,)
                group.reflexive = self._reflexive(reach)
                group.passive = False
            elif group.lemma == "être":
                group.passive = form.lemma not in _MOVING and not group.reflexive
                group.compound = group.compound or (not group.passive and not group.chain)
            else:
                group.compound = group.compound or not group.chain
            group.lemma = form.lemma
            group.last = reach + 1

    def _following(self, group: VerbGroup, tense: str, between: frozenset[str]) -> tuple[int, VerbForm] | None:
        place, end = group.last, min(len(self.tokens), group.last + 6)
        if self.low(place) == ",":
            # Something put in between: "ont, elles, grimpé".
            closing = next((p for p in range(place + 1, min(end + 2, len(self.tokens))) if self.low(p) == ","), None)
            if closing is None:
                return None
            place, end = closing + 1, min(len(self.tokens), closing + 5)
        for place in range(place, end):
            token = self.tokens[place]
            if token.kind != WORD:
                return None
            forms = verb_forms(token)
            for form in forms:
                if form.tense == tense and token.low != "plus":
                    return place, form
            if (
                tense == "infinitive"
                and not forms
                and token.low not in between
                and token.low.endswith(_INFINITIVE_ENDINGS)
            ):
                return place, VerbForm("", "infinitive", "")
            if token.low not in between and not token.low.endswith("ment"):
                return None
        return None


# Verbs by chance: "soit 3%", "entre 5 et 6%".
_RARELY_VERBS = frozenset(("soit", "entre", "montre", "contre", "continue"))
# A verb that the lexicon does not have still shows these: "repasserait", "convoieront", "doit reboucher".
_CONDITIONAL_ENDINGS = ("erait", "eraient", "irait", "iraient")
_FUTURE_ENDINGS = ("eront", "iront")
_INFINITIVE_ENDINGS = ("er", "ir", "dre", "tre", "ire")


@functools.lru_cache(maxsize=4)
def clauses(sentence: Sentence) -> Clauses:
    """The clauses of a sentence, made once for all questions about its quantities."""
    return Clauses(sentence.tokens)
