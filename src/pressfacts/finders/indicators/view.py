"""One quantity of an analysed sentence, what can be said of its surroundings, and what pronouns stand for."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass, field

from pressfacts.finders.indicators import clauses
from pressfacts.finders.indicators.codes import MEASURES, Codes
from pressfacts.finders.indicators.letters import (
    ADJECTIVE,
    ADVERB,
    DETERMINER,
    NOUN,
    OF,
    PARTICIPLE,
    PREPOSITION,
    QUANTITY,
    RELATIVE,
    TIME,
)
from pressfacts.finders.indicators.phrases import Analysis, Head
from pressfacts.finders.indicators.vocabulary import AIMS, BRANCHES, MOVEMENTS, OWN_MOVEMENTS, VOTES
from pressfacts.finders.mentions import QuantityMention
from pressfacts.language.tokens import tokenise


@dataclass(frozen=True, slots=True)
class Target:
    """What is measured: code points, half-open, or nothing (start = end) where a construction says there is nothing."""

    start: int
    end: int
    place: int = -1


NOTHING = Target(0, 0)
# How many numbers back one may look for what a number measures.
_NEAR = 24


def _first(quantity: QuantityMention) -> int:
    return quantity.first


@dataclass(slots=True)
class View:
    """One quantity of an analysed sentence, and what those before it measure."""

    analysis: Analysis
    codes: Codes
    quantities: Sequence[QuantityMention]
    number: int
    folded: str
    found: list[Target | None]
    earlier: Sequence[tuple[int, int]]
    quantity: QuantityMention = field(init=False)
    before: int = field(init=False)

    def __post_init__(self) -> None:
        self.quantity = self.quantities[self.number]
        place = self.quantity.first - 1
        while place >= 0 and (self.analysis.letters[place] == ADVERB or self.analysis.tokens[place].text in "«\"'~"):
            place -= 1
        self.before = place

    @property
    def behind(self) -> int:
        """The token right behind the quantity."""
        return self.quantity.last

    @property
    def last(self) -> QuantityMention | None:
        """The quantity before this one in the sentence."""
        return self.quantities[self.number - 1] if self.number else None

    def background(self) -> tuple[int, Analysis]:
        """The sentence before this one, analysed without numbers, and where its offsets begin to count."""
        start = self.analysis.tokens[0].start
        before = self.folded[max(0, start - 240) : start].rstrip()
        cut = max(before.rfind(mark, 0, -1) for mark in (". ", "? ", "! ", "\n"))
        before = before[cut + 1 :]
        offset = self.folded.rindex(before, 0, start) if before else start
        return offset, Analysis(list(tokenise(before)), (), self.codes.measures)

    def previous(self) -> Target | None:
        """What the nearest quantity before this one in the sentence measures."""
        for target in reversed(self.found[-_NEAR:]):
            if target is not None and target.end > target.start:
                return target
        return None

    def context(self, measure: bool = False) -> Target | None:
        """What the nearest quantity before this one measures, in this sentence or before it.

        Those of the same kind go first; with ``measure``, only what names a measure will do.
        """
        for number in range(self.number - 1, max(-1, self.number - _NEAR), -1):
            target = self.found[number]
            if (
                target is not None
                and target.end > target.start
                and (self.quantities[number].kind == self.quantity.kind)
            ):
                return target
        target = self.previous()
        if target is not None and not measure:
            return target
        for span in reversed(self.earlier[-4:]):
            if self.codes.begins_measure(self.folded[span[0] : span[1]]):
                return Target(*span)
        return None if measure or not self.earlier else Target(*self.earlier[-1])

    def first_found(self) -> Target | None:
        """What the first number of the sentence measures: a pronoun goes on with its subject."""
        return next((found for found in self.found[:_NEAR] if found is not None and found.end > found.start), None)

    def target(self, place: int) -> Target:
        """The shortest phrase that begins with the head at a place."""
        tokens = self.analysis.tokens
        following = bisect.bisect_right(self.quantities, place, key=_first)
        limit = self.quantities[following].first if following < len(self.quantities) else len(tokens)
        start, end = self.analysis.span(place, limit, tokens[place].low in MEASURES | MOVEMENTS | BRANCHES)
        bound = tokens[limit - 1].end
        return Target(start, max(end, self.codes.reach(self.folded, start, end, min(bound, start + 60))), place)

    def named(self, place: int) -> Target:
        """What the noun at a place names: what moves, if it is a movement."""
        return self.moving(place) if self.analysis.text(place) in MOVEMENTS else self.target(place)

    def measures(self, target: Target) -> bool:
        """Whether what a target names can be measured by a quantity of this kind: no clubs by sums of money."""
        if not self.analysis.names_measure(target.place):
            return False
        if self.quantity.kind != "money" or self.analysis.text(target.place) in MEASURES:
            return True
        return self.codes.code(self.folded[target.start : target.end], "money") is not None

    def word(self, place: int) -> Target:
        """One token."""
        return Target(self.analysis.tokens[place].start, self.analysis.tokens[place].end, place)

    def subject(self, verb: int) -> Target | None:
        """What the subject of a verb names; for a pronoun, its topic or what was measured last."""
        place = clauses.subject(self.analysis, verb)
        if place == clauses.PRONOMINAL:
            first = clauses.group(self.analysis, verb)[0]
            return topic(self, first) or antecedent(self, first) or self.first_found() or self.context()
        if place is None:
            return self.previous()
        if self.analysis.letters[place] == QUANTITY:
            return self.of_number(place)
        token = self.analysis.tokens[place]
        agent = (
            token.capital
            and self.quantity.kind in ("money", "percent")
            and not clauses.is_passive(self.analysis, verb)
            and not (clauses.is_reflexive(self.analysis, verb) and "level" in clauses.roles(self.analysis, verb))
            and not self.codes.measures(token.low)
            and not clauses.roles(self.analysis, verb) & {"increase", "decrease", "share", "value"}
        )
        context = self.context(measure=True) if agent or self._polled(token.capital) else None
        if context is not None:
            return context
        if self.analysis.tokens[place].low in MOVEMENTS:
            return self.moving(place)
        return self.resolved(self.target(place))

    def _polled(self, named: bool) -> bool:
        """M. Untel perd 3 points: of the votes that the poll counts, where those were measured last."""
        if not named or self.quantity.kind != "percent" or not (self.found or self.earlier):
            return False
        last = self.previous() or (Target(*self.earlier[-1]) if self.earlier else NOTHING)
        return self.folded[last.start : last.end].lower().split(" ", 1)[0] in VOTES

    def of_number(self, place: int) -> Target | None:
        """What the quantity at a place measures or counts: "les 149 barrages [retiennent] 5 millions de m3"."""
        number = bisect.bisect_right(self.quantities, place, key=_first) - 1
        quantity = self.quantities[number]
        if number < 0 or place >= quantity.last:
            return self.previous()
        if number < self.number and self.found[number] is not None:
            return self.found[number]
        return Target(*quantity.noun) if quantity.noun is not None else self.previous()

    def resolved(self, target: Target) -> Target:
        """What "le chiffre", "l'objectif" stand for where nothing is said of what: what was measured last."""
        words = self.folded[target.start : target.end].lower().split()
        if words and words[0] in AIMS and len(words) == 1:
            return self.previous() or (Target(*self.earlier[-1]) if self.earlier else target)
        return target

    def moving(self, place: int) -> Target:
        """What moves in "la baisse des prix"; the movement itself where nothing is said to move."""
        whole = self.target(place)
        words = self.folded[whole.start : whole.end]
        if self.analysis.text(place) in OWN_MOVEMENTS or (" " in words and self.codes.knows(words)):
            # "l'augmentation de capital"
            return whole
        behind = place + 1
        while self.analysis.letter(behind) in (NOUN, PARTICIPLE):
            behind += 1
        if self.analysis.letter(behind) == OF or self.analysis.text(behind) in ("du", "des"):
            head = self.analysis.head_behind(behind + 1)
            if head is not None:
                return self.target(head.place)
        if self.analysis.text(place) == "croissance":
            # "la croissance organique redevient positive à 0,5%"
            return topic(self, place) or whole
        return topic(self, place) or self.context() or whole


def right(view: View) -> Head | None:
    """The noun phrase of "N de Y"; a bracket may stand between: "25 millions (28 en euros) d'économies"."""
    analysis, place = view.analysis, view.behind
    if analysis.text(place) == "(":
        closing = next(
            (at for at in range(place, min(place + 14, len(analysis.tokens))) if analysis.text(at) == ")"), place
        )
        place = closing + 1
    if analysis.text(place) == ")" and analysis.text(view.before) == "(":
        place += 1
    if analysis.text(place) == "par" and analysis.letter(place + 1) == TIME:
        # "36 millions par an de droits de pêche"
        place += 2
    if analysis.text(place) not in ("de", "d'", "du", "des"):
        return None
    if analysis.text(place + 1) in ("plus", "moins", "mieux", "entre"):
        return None
    return analysis.head_behind(place + 1)


def topic(view: View, end: int) -> Target | None:
    """Côté ventes, il est de; quant aux ventes, elles: the topic before its pronoun."""
    analysis = view.analysis
    for place in range(end - 1, max(-1, end - 25), -1):
        word = analysis.text(place)
        named = word in ("côté", "quant", "concernant", "concerne", "s'agissant", "agissant") or (
            word in ("termes", "matière") and analysis.text(place - 1) == "en"
        )
        if named or (word == "est" and analysis.text(place - 1) == "qui"):
            # "pour ce qui est des recettes", "en ce qui concerne le gaz"
            head = analysis.head_behind(place + 1 + (analysis.letter(place + 1) in (OF, PREPOSITION)))
            return view.target(head.place) if head is not None else None
    # "Les ventes, elles, reculent de 3%"
    return None


_GENDERS = {
    "il": "m", "-il": "m", "-t-il": "m", "elle": "f", "-elle": "f", "-t-elle": "f", "celui": "m", "celle": "f",
    "ils": "p", "elles": "p", "-ils": "p", "-elles": "p", "-t-ils": "p", "-t-elles": "p", "ceux": "p", "celles": "p",
}  # fmt: skip
_ARTICLES = {
    **dict.fromkeys(("le", "un", "ce", "cet", "son", "du", "au"), "m"),
    **dict.fromkeys(("la", "une", "cette", "sa"), "f"),
    **dict.fromkeys(("les", "des", "ces", "ses", "leurs", "aux"), "p"),
}


def antecedent(view: View, end: int) -> Target | None:
    """Le taux recule. Il s'établit à 9%: the noun of the sentence before that agrees with the pronoun."""
    analysis = view.analysis
    wanted = next(
        (
            _GENDERS[analysis.text(place)]
            for place in range(end, max(-1, end - 6), -1)
            if analysis.text(place) in _GENDERS
        ),
        "",
    )
    if not wanted:
        return None
    if view.previous() is not None:
        return None if wanted == "p" else _measured_alike(view, wanted) or _agreeing(view, end, wanted)
    own = _agreeing(view, end, wanted)
    if own is not None:
        return own
    start, background = view.background()
    best: Target | None = None
    for place, letter in enumerate(background.letters):
        if letter != NOUN or background.letter(place - 1) != DETERMINER:
            continue
        gender = _ARTICLES.get(background.text(place - 1), wanted if wanted != "p" else "")
        if gender == wanted and (best is None or background.names_measure(place)):
            first, last = background.span(place, len(background.tokens), background.names_measure(place))
            best = Target(first + start, last + start)
            if background.names_measure(place):
                break
    if best is None:
        return None if view.earlier else _heading(view)
    for span in reversed(view.earlier[-3:]):
        if span[0] >= start and (view.codes.begins_measure(view.folded[span[0] : span[1]])):
            words = view.folded[max(0, span[0] - 8) : span[0]].lower().replace("'", "' ").split()
            if words and _ARTICLES.get(words[-1], wanted) == wanted:
                return Target(*span)
    return best


def _measured_alike(view: View, wanted: str) -> Target | None:
    """D'où un taux de 70%, alors qu'il était de 72%: of what the numbers before measure, the last that agrees."""
    analysis = view.analysis
    for target in reversed(view.found[-_NEAR:]):
        if target is None or target.place < 1 or target.end <= target.start:
            continue
        article = target.place - 1
        while analysis.letter(article) == ADJECTIVE:
            article -= 1
        if _ARTICLES.get(analysis.text(article)) == wanted:
            return target
    return None


def _agreeing(view: View, end: int, wanted: str) -> Target | None:
    """Les réserves baissent puisqu'elles ne dépassent pas 13%: the free noun before the pronoun, measures first."""
    analysis = view.analysis
    best: int | None = None
    first = clauses.group(analysis, end)[0] if end < len(analysis.tokens) else end
    for place in range(max(1, first - 60), first):
        if analysis.letters[place] != NOUN or analysis.letters[place - 1] != DETERMINER:
            continue
        if place > 1 and analysis.letters[place - 2] in (OF, PREPOSITION):
            continue
        if _ARTICLES.get(analysis.text(place - 1), wanted if wanted != "p" else "") != wanted:
            continue
        if analysis.names_measure(place):
            return view.target(place)
        best = place if best is None else best
    if best is None or RELATIVE not in (analysis.letter(end - 1), analysis.letter(end - 2)):
        return None
    return view.target(best)


def _heading(view: View) -> Target | None:
    """« Chômage : léger recul », a byline, then "Il s'établit à 8%": the measure that a line above opens with."""
    end = view.analysis.tokens[0].start
    start = max(0, end - 400)
    for line in reversed(view.folded[start:end].splitlines(keepends=True)):
        end -= len(line)
        first = next(iter(tokenise(line)), None)
        if first is not None and view.codes.measures(first.low):
            return Target(end + first.start, end + first.end)
    return None
