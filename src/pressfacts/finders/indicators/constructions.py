"""The constructions by which French says what a number measures: one rule each, tried in order.

A rule gets a ``View`` of one quantity and returns a ``Target``, or None where its construction is not there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from pressfacts.finders.indicators import clauses
from pressfacts.finders.indicators.codes import MEASURES, Codes
from pressfacts.finders.indicators.phrases import (
    ADVERB,
    CLITIC,
    DETERMINER,
    GERUND,
    INFINITIVE,
    NOUN,
    OF,
    PARTICIPLE,
    PREPOSITION,
    RELATIVE,
    STOP,
    TIME,
    VERB,
    Analysis,
    Head,
)
from pressfacts.finders.mentions import QuantityMention
from pressfacts.language.tokens import tokenise

# Nouns of movement: what moves is their complement or their subject, "une hausse de 3% des prix".
MOVEMENTS = frozenset(
    "hausse hausses baisse baisses augmentation augmentations diminution diminutions progression progressions recul "
    "reculs repli replis chute chutes bond bonds rebond accroissement réduction contraction amélioration détérioration "
    "dégradation déclin remontée envolée flambée évolution variation variations ajustement appréciation dépréciation "
    "majoration revalorisation relèvement gain gains élargissement alourdissement allègement creusement croissance "
    "ralentissement accélération".split()
)
# Movements that are measured themselves when the sentence says of nothing else that it moves: "une croissance de 3%".
_OWN = frozenset(("croissance", "relèvement", "réduction"))
# Nouns of a crowd that carry the number of those they are made of: "une armée de 900 hommes".
CARRIERS = frozenset(
    "armée population flotte effectif effectifs capacité public communauté équipe troupe réseau parc cheptel déficit "
    "nombre".split()
)
# Heads that only lead to the number: "passer la barre des 3%", "à hauteur de 3%", "l'ordre de".
_EMPTY = frozenset("ordre hauteur raison cours barre cap fourchette fois concurrence".split())
# Heads that say of what stands before a verb how much it is: "a atteint un montant de 3 MDH".
_AMOUNTS = frozenset(
    "montant moyenne niveau total encours maximum minimum record chiffre chiffres somme sommet".split()
)
_BASES = frozenset("pib total chiffre budget produit moyenne ensemble".split())
_EXTENTS = frozenset(
    "long longue longs longues haut haute large vieux vieille profond profonde riche fort forte".split()
)
_LENGTHS = frozenset(("km", "m", "mille", "nmi", "mile", "cm", "ly", "light_year", "année-lumière", "mille nautique"))
_ACTIONS = frozenset("spend receive trade produce create destroy hire fire".split())
# Verbs whose subject says a number of something else.
_STATEMENTS = frozenset("report report_clause publish plan aim demand wish forecast promise".split())


@dataclass(frozen=True, slots=True)
class Target:
    """What is measured: code points, half-open, or nothing (start = end) where a construction says there is nothing."""

    start: int
    end: int
    place: int = -1


NOTHING = Target(0, 0)


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
        for target in reversed(self.found):
            if target is not None and target.end > target.start:
                return target
        return None

    def context(self, measure: bool = False) -> Target | None:
        """What the nearest quantity before this one measures, in this sentence or before it.

        Those of the same kind go first; with ``measure``, only what names a measure will do.
        """
        for number in range(self.number - 1, -1, -1):
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

    def target(self, place: int) -> Target:
        """The shortest phrase that begins with the head at a place."""
        tokens = self.analysis.tokens
        limit = next((q.first for q in self.quantities if q.first > place), len(tokens))
        start, end = self.analysis.span(place, limit, tokens[place].low in MEASURES)
        bound = tokens[limit - 1].end
        return Target(start, max(end, self.codes.reach(self.folded, start, end, min(bound, start + 60))), place)

    def word(self, place: int) -> Target:
        """One token."""
        return Target(self.analysis.tokens[place].start, self.analysis.tokens[place].end, place)

    def subject(self, verb: int) -> Target | None:
        """What the subject of a verb names; for a pronoun, its topic or what was measured last."""
        place = clauses.subject(self.analysis, verb)
        if place == clauses.PRONOMINAL:
            first = clauses.group(self.analysis, verb)[0]
            return topic(self, first) or antecedent(self, first) or self.context()
        if place is None:
            return self.previous()
        token = self.analysis.tokens[place]
        if (
            token.capital
            and place
            and not self.codes.measures(token.low)
            and self.quantity.kind in ("money", "percent")
        ):
            if not clauses.roles(self.analysis, verb) & {"increase", "decrease", "share", "value"}:
                context = self.context(measure=True)
                if context is not None:
                    return context
        if self.analysis.tokens[place].low in MOVEMENTS:
            return self.moving(place)
        return self.target(place)

    def moving(self, place: int) -> Target:
        """What moves in "la baisse des prix"; the movement itself where nothing is said to move."""
        if self.analysis.text(place) in _OWN:
            return self.target(place)
        behind = place + 1
        while self.analysis.letter(behind) in (NOUN, PARTICIPLE):
            behind += 1
        if self.analysis.letter(behind) == OF or self.analysis.text(behind) in ("du", "des"):
            head = self.analysis.head_behind(behind + 1)
            if head is not None:
                return self.target(head.place)
        return self.context() or self.target(place)


Rule = Callable[[View], Target | None]


def topic(view: View, end: int) -> Target | None:
    """Côté ventes, il est de; quant aux ventes, elles: the topic before its pronoun."""
    analysis = view.analysis
    for place in range(end - 1, max(-1, end - 25), -1):
        if analysis.text(place) in ("côté", "quant", "concernant"):
            head = analysis.head_behind(place + (2 if analysis.text(place) == "quant" else 1))
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
    for number in range(view.number - 1, -1, -1):
        target = view.found[number]
        if target is not None and target.end > target.start:
            return None
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
        return None
    for span in reversed(view.earlier[-3:]):
        if span[0] >= start and (view.codes.begins_measure(view.folded[span[0] : span[1]])):
            words = view.folded[max(0, span[0] - 8) : span[0]].lower().replace("'", "' ").split()
            if words and _ARTICLES.get(words[-1], wanted) == wanted:
                return Target(*span)
    return best


def position(view: View) -> Target | None:
    """à 3 km de la ville, située à 500 km: a place, no measure of anything."""
    quantity = view.quantity
    if quantity.kind not in ("measure", "duration") or view.analysis.text(view.before) != "à":
        return None
    behind = view.analysis.text(view.behind)
    if behind in ("d'", "de") and view.analysis.text(view.behind + 1) in ("altitude", "hauteur", "profondeur"):
        return None
    situated = view.analysis.text(view.before - 1).startswith("situé")
    if quantity.kind == "duration":
        return NOTHING if situated or view.analysis.text(view.behind + 1) == "là" else None
    if quantity.unit not in _LENGTHS:
        return None
    return NOTHING if situated or behind in ("de", "d'", "du", "des", "au", "à", "plus", "environ") else None


def counted(view: View) -> Target | None:
    """51.000 emplois, 37 axes: what is counted; une armée de 900 hommes: what carries the number."""
    quantity = view.quantity
    if quantity.kind not in ("jobs", "count", "ratio") or quantity.noun is None:
        return None
    analysis = view.analysis
    unit = view.folded[quantity.noun[0] : quantity.noun[1]].lower()
    if unit in ("unités", "unité"):
        return reached(view) or contrast(view) or measured(view) or Target(*quantity.noun)
    if unit in ("fois", "reprises") and quantity.kind == "count":
        return measured(view) or Target(*quantity.noun)
    if quantity.kind in ("count", "jobs"):
        carrier: int | None = None
        if analysis.text(view.before) in ("de", "d'", "à"):
            head = analysis.head_before(view.before)
            carrier = head.place if head is not None else None
            if carrier is None and analysis.letter(view.before - 1) == VERB:
                carrier = clauses.subject(analysis, view.before - 1)
        if carrier is not None and carrier >= 0 and analysis.text(carrier) in CARRIERS:
            return view.target(carrier)
    return Target(*quantity.noun)


def conversion(view: View) -> Target | None:
    """600 MDH (55 millions d'euros): the sum in brackets measures what the sum before them does."""
    last = view.last
    if last is None or view.analysis.text(view.before) != "(" or last.last != view.before:
        return None
    if view.quantity.bracket or last.kind == view.quantity.kind or view.quantity.kind == "percent":
        return view.found[-1]
    return None


def elliptic(view: View) -> Target | None:
    """300 postes, dont 120 à Fès; il en a commandé 500: what was counted before."""
    quantity, analysis = view.quantity, view.analysis
    if quantity.kind not in ("count", "jobs", "ratio", "measure") or quantity.noun is not None:
        return None
    if quantity.kind == "measure" and not quantity.elliptic:
        return None
    verb = clauses.verb_before(analysis, quantity.first)
    pronoun = (
        verb is not None
        and quantity.first - verb < 5
        and any(analysis.text(place) == "en" for place in range(max(0, clauses.group(analysis, verb)[0] - 2), verb))
    )
    if pronoun or analysis.text(view.before) in ("dont", "contre"):
        if not pronoun:
            return view.context() if quantity.kind != "ratio" else view.previous()
        for number in range(view.number - 1, -1, -1):
            if view.quantities[number].kind == quantity.kind and view.found[number] is not None:
                return view.found[number]
        return carried(view) or view.previous()
    return None


def contrast(view: View) -> Target | None:
    """Contre 171 milliards en 2021, soit 3 millions, de 12 à 16 milliards: what the number before it measures."""
    last = view.last
    if last is None:
        return None
    quantity, analysis = view.quantity, view.analysis
    word = analysis.text(view.before)
    target = view.previous()
    if target is None:
        return None
    between = analysis.letters[last.last : quantity.first]
    if word in ("contre", "après", "versus", "que") and last.kind == quantity.kind:
        return target
    if VERB in between or RELATIVE in between:
        return None
    if (word == "des" and analysis.text(view.before - 1) == "lieu") or (
        word in ("de", "d'") and (analysis.text(view.before - 1) == "lieu")
    ):
        return target
    if word == "à" and last.kind == quantity.kind and analysis.text(last.first - 1) in ("de", "d'"):
        return target
    if word in ("soit", "ou", "puis", "voire") and not _right(view):
        return target
    if word in (",", "et", "/") and last.kind == quantity.kind and NOUN not in between and not _right(view):
        return target
    return None


def reached(view: View) -> Target | None:
    """En hausse de 3% sur un an à 40 milliards: the level reached is that of what moved."""
    last, analysis = view.last, view.analysis
    if last is None or analysis.text(view.before) not in ("à", "pour"):
        return None
    between = analysis.letters[last.last : view.before]
    if VERB in between or (NOUN in between and TIME not in between) or GERUND in between or INFINITIVE in between:
        return None
    if "rapport" in (token.low for token in analysis.tokens[last.last : view.before]) or NOUN not in between:
        return view.previous()
    return None


def _right(view: View) -> Head | None:
    """The noun phrase of "N de Y"; a bracket may stand between: "25 millions (28 en euros) d'économies"."""
    analysis, place = view.analysis, view.behind
    if analysis.text(place) == "(":
        closing = next(
            (at for at in range(place, min(place + 14, len(analysis.tokens))) if analysis.text(at) == ")"), place
        )
        place = closing + 1
    if analysis.text(place) == ")" and analysis.text(view.before) == "(":
        place += 1
    if analysis.text(place) not in ("de", "d'", "du", "des"):
        return None
    if analysis.text(place + 1) in ("plus", "moins", "mieux", "entre"):
        return None
    return analysis.head_behind(place + 1)


def behind_verb(view: View) -> Target | None:
    """Porter à 600 le nombre de classes: the object behind the number."""
    analysis = view.analysis
    if analysis.text(view.before) != "à" or analysis.letter(view.behind) != DETERMINER or view.quantity.per:
        return None
    verb = view.before - 1
    while analysis.letter(verb) == ADVERB:
        verb -= 1
    if analysis.letter(verb) not in (VERB, INFINITIVE, GERUND, PARTICIPLE):
        return None
    if not clauses.roles(analysis, verb) & {"move", "level", "increase", "decrease", "estimate"}:
        return None
    head = analysis.head_behind(view.behind)
    return view.target(head.place) if head is not None else None


def movement(view: View) -> Target | None:
    """Une hausse de 3% des prix, en recul de 2%, l'augmentation des dépenses de 4%: what moves."""
    analysis = view.analysis
    if analysis.text(view.before) not in ("de", "d'", "du", "à", "limité", "estimée"):
        return None
    nearer: Head | None = None
    end = view.before
    while analysis.letter(end - 1) == ADVERB:
        end -= 1
    for head in analysis.chain_before(end):
        if analysis.text(head.place) in MOVEMENTS:
            if nearer is not None:
                return view.target(nearer.place) if analysis.letter(nearer.governor) == OF else None
            return _moving(view, head)
        if nearer is not None and analysis.letter(nearer.governor) != OF:
            return None
        nearer = head
    return None


def _moving(view: View, head: Head) -> Target | None:
    analysis = view.analysis
    right = _right(view)
    if right is not None:
        return view.target(right.place)
    left = head.first - 1
    if analysis.text(head.place) in _OWN and analysis.text(left) != "en" and analysis.letter(left) != STOP:
        return view.target(head.place)
    if analysis.text(left) == "en":
        noun = analysis.carrier(left)
        if noun is not None:
            return view.target(noun)
        left -= 1
    while analysis.letter(left) in (ADVERB, TIME):
        left -= 1
    if analysis.text(left) in (",", "soit", "(", "avec", "marquant") or analysis.letter(left) == GERUND:
        target = view.previous()
        if target is not None:
            return target
    verb = clauses.verb_before(analysis, head.first)
    if verb is not None:
        subject = view.subject(verb)
        if subject is not None and subject.place != head.place:
            return subject
    return view.context() or view.target(head.place)


def complement(view: View) -> Target | None:
    """Un investissement de 3 MDH, un chômage à 11%, un plafond fixé à 4%: the noun before the number."""
    analysis = view.analysis
    place = view.before
    word = analysis.text(place)
    if word in ("de", "d'", "du", "des", "à", "au", "aux", "entre", "jusqu'"):
        end = place
    elif (
        analysis.letter(place) in (NOUN, PARTICIPLE)
        and (not analysis.tokens[place].capital or view.last is None)
        and _right(view) is None
    ):
        end = place + 1
    else:
        return None
    while end > 0 and analysis.letter(end - 1) in (ADVERB, PREPOSITION):
        end -= 1
    end = analysis.before_time(end)
    inserted = end
    if analysis.letter(end - 1) == PARTICIPLE and analysis.text(end - 2) == ",":
        # "le délai de dépôt, fixé à 30 jours"
        inserted = end - 2
    carrier = analysis.carrier(inserted)
    if carrier is None:
        return None
    if analysis.demonstrative(inserted) and view.previous() is not None:
        return view.previous()
    low = analysis.text(carrier)
    if low in _EMPTY:
        return None
    if (low in _AMOUNTS and analysis.text(carrier + 1) not in ("de", "d'", "du", "des")) or (
        low in _AMOUNTS and (carrier + 1 == end)
    ):
        # "la charge a atteint un montant de 4 MDH": the subject
        left = carrier - 1
        while analysis.letter(left) in (DETERMINER, ADVERB) or analysis.text(left) == "à":
            left -= 1
        if analysis.text(left) == ",":
            left = clauses.before_insertion(analysis, left) or left
        if analysis.letter(left) in (VERB, GERUND, INFINITIVE) or analysis.letter(analysis.before_time(left + 1)) in (
            VERB, GERUND,
        ):  # fmt: skip
            subject = view.subject(left) if analysis.letter(left) in (VERB, GERUND, INFINITIVE) else None
            if subject is not None:
                return subject
    if (
        analysis.tokens[carrier].capital
        and carrier
        and word not in ("de", "d'")
        and not analysis.names_measure(carrier)
    ):
        return None
    return view.target(carrier)


def share(view: View) -> Target | None:
    """Les services représentent 12% des ventes: what has the share."""
    analysis = view.analysis
    if view.quantity.kind not in ("percent", "ratio", "money", "multiple"):
        return None
    verb = clauses.verb_before(analysis, view.quantity.first)
    if verb is None or view.before - verb > 7 or analysis.text(view.before) == "dont":
        return None
    last = clauses.group(analysis, verb)[1]
    if not clauses.lemmas(analysis, last) & {
        "représenter", "peser", "constituer", "concentrer", "assurer", "contribuer", "absorber", "compter", "former",
    }:  # fmt: skip
        return None
    if view.quantity.kind != "money" and _right(view) is None and analysis.text(view.behind) not in ("à", "aux", "au"):
        return None
    return view.subject(verb)


def level(view: View) -> Target | None:
    """Le taux s'établit à 8% de la population: the subject, when it names a measure."""
    analysis = view.analysis
    if view.quantity.kind not in ("percent", "money", "measure"):
        return None
    verb = clauses.verb_before(analysis, view.quantity.first)
    if verb is None or view.before - verb > 1:
        return None
    roles = clauses.roles(analysis, verb)
    if not roles & {"level", "auxiliary", "increase", "decrease", "stable"} or roles & {"receive", "spend"}:
        return None
    if clauses.lemmas(analysis, clauses.group(analysis, verb)[1]) & {"correspondre", "équivaloir"}:
        return None
    target = view.subject(verb)
    right = _right(view)
    if target is None or (target.place >= 0 and not analysis.names_measure(target.place)):
        return None
    if target.place < 0 and right is not None and view.quantity.kind != "percent":
        # "il reste 98 milliards de dette"
        return None
    return target


def price(view: View) -> Target | None:
    """Vendre trois lots pour 30 euros: what was counted is what costs."""
    analysis = view.analysis
    if view.quantity.kind != "money" or analysis.text(view.before) not in ("pour", "moyennant"):
        return None
    target = view.previous()
    if target is not None and view.last is not None and view.quantity.first - view.last.last < 6:
        return target
    carrier = analysis.carrier(view.before)
    return view.target(carrier) if carrier is not None else target


def part_of(view: View) -> Target | None:
    """20% de la population, 9 milliards de provisions, 3 tonnes de matériel: the noun behind."""
    right = _right(view)
    if right is None:
        return None
    analysis = view.analysis
    if view.quantity.kind == "percent" and analysis.text(right.place) in _BASES:
        return None
    if view.quantity.kind == "money" and (
        analysis.letter(right.place - 1) == DETERMINER or analysis.text(right.first - 1) in ("du", "des")
    ):
        return None
    return view.target(right.place)


def bracketed(view: View) -> Target | None:
    """Les engrais (18,5%), la part des femmes (33%): the noun before the bracket."""
    analysis, last = view.analysis, view.last
    if analysis.text(view.before) != "(":
        return None
    end = view.before
    while end > 0 and analysis.tokens[end - 1].text in '»"':
        end -= 1
    dated = analysis.text(view.behind) in ("en", "il", "un", "fin") or analysis.letter(view.behind + 1) == TIME
    if last is not None and last.kind == view.quantity.kind and dated:
        return view.previous()
    head = analysis.head_before(end)
    if head is not None:
        if analysis.tokens[head.place].capital and head.place:
            # "les importations d'Espagne (+15%), de France (+10%)"
            for outer in analysis.chain_before(end):
                if not analysis.tokens[outer.place].capital and analysis.letters[outer.end] == OF:
                    return view.target(outer.place)
            verb = clauses.verb_before(analysis, end) if head.governor >= 0 else None
            target = view.previous() or (view.subject(verb) if verb is not None else None)
            if target is not None:
                return target
        carrier = analysis.carrier(end)
        if carrier is not None and analysis.letter(carrier - 1) != VERB:
            return view.target(carrier)
    if last is not None and last.last == end:
        return view.found[-1]
    verb = clauses.verb_before(analysis, end)
    return view.subject(verb) if verb is not None else view.previous()


def heading(view: View) -> Target | None:
    """Ventes : 12 millions; le taux ne baisse que lentement: 12%: the heading before the colon, or its subject."""
    analysis = view.analysis
    for place in range(view.before, max(-1, view.before - 5), -1):
        if analysis.tokens[place].text == ":":
            break
    else:
        return None
    carrier = analysis.carrier(place)
    if carrier is not None and (analysis.names_measure(carrier) or analysis.text(carrier - 1) in ("un", "une")):
        return view.target(carrier)
    verb = clauses.verb_before(analysis, place)
    if verb is not None:
        target = view.subject(verb)
        if target is not None and target.place >= 0:
            return target
    return view.target(carrier) if carrier is not None else None


def multiplied(view: View) -> Target | None:
    """Doubler la cadence: the object of the verb that is the number."""
    analysis, quantity = view.analysis, view.quantity
    if quantity.kind != "multiple" or analysis.letter(view.behind) != DETERMINER:
        return None
    if quantity.last - quantity.first > 2 or quantity.first not in analysis.doers:
        return None
    head = analysis.head_behind(view.behind)
    return view.target(head.place) if head is not None else None


def detached(view: View) -> Target | None:
    """Longue de 4 km, la digue; Dotés de 3 MDH, les fonds; Représentant 9% du total, le pays: the noun behind."""
    analysis = view.analysis
    opener = view.before - (analysis.text(view.before) in ("de", "d'", "à", "pour", "par"))
    if opener < 0 or opener > 2 or any(letter in (NOUN, VERB) for letter in analysis.letters[:opener]):
        return None
    if analysis.letter(opener) not in (PARTICIPLE, GERUND) and analysis.text(opener) not in _EXTENTS:
        return None
    for place in range(view.behind, min(len(analysis.tokens), view.behind + 15)):
        if analysis.text(place) == ",":
            head = analysis.head_behind(place + 1)
            return view.target(head.place) if head is not None else None
    return None


def apposed(view: View) -> Target | None:
    """La participation, 47,3%, se situe: the noun that the number stands beside."""
    analysis = view.analysis
    if analysis.text(view.before) != ",":
        return None
    behind = analysis.text(view.behind)
    if behind not in (",", ".", "", ")") and analysis.letter(view.behind) not in (PREPOSITION, OF, STOP, ADVERB):
        return None
    carrier = analysis.carrier(view.before)
    if carrier is None or (analysis.tokens[carrier].capital and view.previous() is not None):
        return None
    if not analysis.names_measure(carrier) and clauses.verb_before(analysis, carrier) is not None:
        return None
    return view.target(carrier)


def measured(view: View) -> Target | None:
    """Le chiffre d'affaires s'élève à 3 MDH, les prix ont augmenté de 4%: the subject of the verb."""
    analysis, quantity = view.analysis, view.quantity
    verb: int | None
    if quantity.first in analysis.verbs:
        verb = quantity.first
    else:
        verb = clauses.verb_before(analysis, quantity.first)
    if verb is None:
        return None
    roles = clauses.roles(analysis, verb)
    last = clauses.group(analysis, verb)[1]
    direct = verb != quantity.first and _direct(view, last)
    subject = view.subject(verb)
    named = subject is not None and subject.place >= 0 and analysis.names_measure(subject.place)
    if roles & _STATEMENTS and not roles & {"level", "increase", "decrease", "hold", "value"} and not named:
        # "l'institut table sur 0,7%"
        return view.context(measure=True) or view.context() or subject
    if (
        direct
        and roles & _ACTIONS
        and quantity.kind in ("money", "measure", "ratio")
        and not (roles & {"level", "value", "share"} - ({"level"} if "receive" in roles else set()))
    ):
        if not named and analysis.text(last) not in ("rapporte", "rapporté", "rapporter", "rapportent", "rapportait"):
            return view.word(last)
    return subject


def _direct(view: View, verb: int) -> bool:
    """Whether nothing that matters stands between a verb and the number: "touche l'équivalent de"."""
    analysis = view.analysis
    place = view.before
    if analysis.text(place) == ",":
        place = clauses.before_insertion(analysis, place) or place
    while place > verb and (
        analysis.letter(place) in (ADVERB, DETERMINER, OF, TIME) or analysis.text(place) in ("équivalent", "chaque")
    ):
        place -= 1
    return place == verb


def passive(view: View) -> Target | None:
    """80 millions ont été investis: the verb behind the number."""
    analysis = view.analysis
    place = view.behind
    if analysis.text(place) == "(":
        place = next(
            (at + 1 for at in range(place, min(place + 14, len(analysis.tokens))) if analysis.text(at) == ")"), place
        )
    while analysis.letter(place) in (ADVERB, CLITIC):
        place += 1
    if analysis.letter(place) == PARTICIPLE:
        return view.word(place)
    if analysis.letter(place) != VERB:
        return None
    first, last = clauses.group(analysis, place)
    if first == last or clauses.lemmas(analysis, last) & {"être", "avoir"}:
        return None
    return view.word(last)


def repeated(view: View) -> Target | None:
    """What the number before it in the sentence measures."""
    return view.previous()


def carried(view: View) -> Target | None:
    """What the nearest earlier sentence measures."""
    return Target(*view.earlier[-1]) if view.earlier else None


def duration(view: View) -> Target | None:
    """Un délai de deux ans, 27 jours de grève, les travaux dureraient six ans; else it measures nothing named."""
    if view.quantity.kind != "duration":
        return None
    analysis = view.analysis
    verb = clauses.verb_before(analysis, view.quantity.first)
    if verb is not None and view.before - verb < 4:
        last = clauses.group(analysis, verb)[1]
        if clauses.lemmas(analysis, last) & {"prendre", "prolonger", "fixer"} or clauses.roles(analysis, verb) & {
            "measure", "level", "increase", "decrease", "move",
        }:  # fmt: skip
            return part_of(view) or view.subject(verb) or NOTHING
    return part_of(view) or complement(view) or NOTHING


RULES: tuple[Rule, ...] = (
    position,
    multiplied,
    detached,
    counted,
    conversion,
    elliptic,
    contrast,
    behind_verb,
    duration,
    movement,
    reached,
    share,
    level,
    complement,
    price,
    part_of,
    bracketed,
    apposed,
    heading,
    measured,
    passive,
    repeated,
    carried,
)
