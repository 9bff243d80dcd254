"""Which verb governs a token, and where clauses begin and end.

Shallow on purpose: the nearest verb, clause marks, relatives and coordination decide; there is no parser.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

from pressfacts.finders.verb_groups import CLITICS, VerbGroup, verb_groups
from pressfacts.language.sentences import Sentence
from pressfacts.language.tokens import MARK, Token
from pressfacts.language.words import RELATIVES, SUBJECT_PRONOUNS, verb_forms

_BRACKETS = frozenset(("(", "["))
_HARD_MARKS = frozenset((";", ":", ".", "!", "?", "-", "--", "•"))
# Words that begin a clause with a verb of its own.
_OPENERS = RELATIVES | frozenset("quand lorsque lorsqu' puisque puisqu' si mais car quoique quoiqu'".split())
_NEEDED = frozenset("nécessaire nécessaires indispensable indispensables souhaitable souhaitables".split())
_ESSENTIAL = frozenset("essentiel impératif important urgent primordial".split())
_COMPARED = frozenset("plus moins aussi autant ne n' tel tels telle telles ainsi".split())


class Clauses:
    """The verb groups of a sentence, and who governs whom."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.vocabulary = frozenset(token.low for token in tokens)
        self.groups = list(verb_groups(tokens))
        self._over: dict[int, VerbGroup] = {}
        for group in self.groups:
            self._over.update(dict.fromkeys(range(group.first, group.last), group))

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
        """The words that may hold the subject of a verb: back to the verb or hard mark before it, at most sixteen."""
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
        while self.low(place) in CLITICS:
            place -= 1
        if self.low(place) in SUBJECT_PRONOUNS:
            return self.low(place)
        turned = self.low(group.first + 1)
        return turned if turned[:1] == "-" else ""

    def summing_up(self, group: VerbGroup) -> bool:
        """Whether a verb sums up the clause before it: "…, ce qui représente 250 millions", "…, ce qui, donc, fait"."""
        place = group.first - 1
        while place > 0 and self.low(place) in CLITICS:
            place -= 1
        if self.low(place) == ",":
            place = next((p for p in range(place - 1, max(0, place - 8), -1) if self.low(p) == ","), 0) - 1
        return self.low(place) == "qui" and self.low(place - 1) == "ce" and self.low(place - 2) == ","

    def budgets(self) -> bool:
        """Whether the sentence is about a budget bill: "selon le PLF 2026", "au titre du projet de loi de finances"."""
        if "plf" in self.vocabulary:
            return True
        if not {"projet", "loi", "finances"} <= self.vocabulary:
            return False
        return any(
            self.low(place) == "finances" and {"projet", "loi"} <= set(self.words(place - 6, place))
            for place in range(len(self.tokens))
        )

    def is_needed(self, group: VerbGroup) -> bool:
        """Whether a verb says that something is needed: "est nécessaire", "seraient indispensables"."""
        return group.lemma == "être" and any(low in _NEEDED for low in self.words(group.last, group.last + 2))

    def is_norm(self, group: VerbGroup) -> bool:
        """Whether a verb says what ought to be: "il faut que", "il est essentiel que"."""
        if group.lemma == "être":
            return any(low in _NEEDED or low in _ESSENTIAL for low in self.words(group.last, group.last + 2))
        return group.lemma == "falloir"

    def may_be_subjunctive(self, group: VerbGroup) -> bool:
        """Whether the finite form is one of the subjunctive too: "que 60% des électeurs votent"."""
        return any(form.tense == "subjunctive" for form in verb_forms(self.tokens[group.first]))

    def governor(self, first: int, last: int) -> VerbGroup | None:
        """The verb over the tokens ``first`` to ``last`` (half-open): it is before its object, behind its subject."""
        inside = range(first, last)
        first, last = self._out_of_bracket(first, last)
        left = right = None
        around = self.bracket(first)
        for group in self.groups:
            if group.last <= first:
                if not self._aside(group) and self.bracket(group.first) in (None, around):
                    left = group
            elif group.first >= last:
                if group.finite:
                    right = group
                    break
            elif group.first < inside.stop and group.last > inside.start:
                return group
        mark = self.boundary(left.last, first) if left else "hard"
        if left is not None and mark == "":
            cleft = left.lemma == "être" and self.low(left.first - 1) in ("ce", "c'") and right is not None
            if cleft and right is not None and self.low(right.first - 1) == "qui" and left.last == first:
                return right  # "ce sont 600 postes qui seront supprimés"
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
        """The strongest clause mark from ``left`` to ``right``: "hard", "opener" (qui, que, mais), "soft" or ""."""
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
                elif not depth and text in _HARD_MARKS and not self._hyphen(place):
                    return "hard"
                elif text == "," and not found:
                    found = "soft"
            elif depth:
                continue
            elif token.low in _OPENERS:
                if token.low not in ("que", "qu'") or not (
                    self.low(place - 1) in _COMPARED or (place >= right - 2 and self._negated(place))
                ):
                    found = "opener"
            elif not found and token.low in ("et", "ou", "puis"):
                found = "soft"
        return "hard" if depth else found

    def _hyphen(self, place: int) -> bool:
        """ "les 25-49 ans": no dash."""
        if self.tokens[place].text != "-" or not 0 < place < len(self.tokens) - 1:
            return False
        return self.tokens[place - 1].end == self.tokens[place].start and (
            self.tokens[place].end == self.tokens[place + 1].start
        )

    def _negated(self, place: int) -> bool:
        """ "ne sont pour le moment que 66": this "que" opens no clause."""
        return any(self.low(before) in ("ne", "n'") for before in range(max(0, place - 7), place))

    def bracket(self, place: int) -> tuple[int, int] | None:
        """The places of the brackets around a token, None outside of any."""
        if _BRACKETS.isdisjoint(self.vocabulary):
            return None
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
        if around is None or any(
            around[0] < g.first < around[1] and (g.finite or g.first < first) for g in self.groups
        ):
            return first, last
        return around[0], max(last, min(around[1] + 1, len(self.tokens)))


@functools.lru_cache(maxsize=4)
def clauses(sentence: Sentence) -> Clauses:
    """The clauses of a sentence, made once for all questions about its quantities."""
    return Clauses(sentence.tokens)
