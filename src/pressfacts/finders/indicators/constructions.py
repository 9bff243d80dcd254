"""The constructions by which French says what a number measures: one rule each, tried in order.

A rule gets a ``View`` of one quantity and returns a ``Target``, or None where its construction is not there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from pressfacts.finders.indicators.codes import Codes
from pressfacts.finders.indicators.phrases import (
    ADVERB,
    CLITIC,
    CONJUNCTION,
    DETERMINER,
    GERUND,
    INFINITIVE,
    NOUN,
    OF,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    QUANTITY,
    RELATIVE,
    STOP,
    VERB,
    Analysis,
    Head,
)
from pressfacts.finders.mentions import QuantityMention
from pressfacts.lexicon import verbs

# Nouns of movement: what moves is their complement or their subject, "une hausse de 3% des prix".
MOVEMENTS = frozenset(
    "hausse hausses baisse baisses augmentation augmentations diminution diminutions progression progressions recul "
    "reculs repli replis chute chutes bond bonds rebond accroissement réduction contraction amélioration détérioration "
    "dégradation déclin remontée envolée flambée évolution variation variations ajustement appréciation dépréciation "
    "majoration revalorisation relèvement gain gains élargissement alourdissement allègement creusement croissance "
    "ralentissement accélération léger légère forte fort nette net".split()
)
# Movements that are measured themselves when the sentence says of nothing else that it moves: "une croissance de 3%".
_OWN = frozenset(("croissance",))
# Nouns that say how much of what stands behind them.
MEASURES = frozenset(
    "taux nombre niveau montant montants volume volumes part parts valeur valeurs total indice somme prix coût coûts "
    "moyenne effectif effectifs population enveloppe budget solde stock encours chiffre chiffres proportion score "
    "superficie surface capacité production consommation débit vitesse longueur largeur hauteur altitude profondeur "
    "poids puissance durée délai peine bilan record seuil plafond objectif moyennes tarif tarifs prime salaire dette "
    "bénéfice résultat perte pertes recettes dépenses revenus déficit excédent investissement investissements marge "
    "ratio densité température distance rendement quantité quantités".split()
)
# Nouns of a crowd that carry the number of those they are made of: "une armée de 900 hommes".
CARRIERS = frozenset(
    "armée population flotte effectif effectifs capacité public communauté équipe troupe réseau parc cheptel".split()
)
_BASES = frozenset("pib total chiffre budget produit moyenne ensemble".split())
_CONTRASTS = frozenset("contre soit après puis ou et à au devant versus".split())
_LENGTHS = frozenset(("km", "m", "mille", "nmi", "mile", "cm", "ly", "light_year", "année-lumière"))


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

    def previous(self) -> Target | None:
        """What the nearest quantity before this one in the sentence measures."""
        for target in reversed(self.found):
            if target is not None and target.end > target.start:
                return target
        return None

    def known(self, place: int) -> bool:
        """Whether a head is the name of a measure."""
        token = self.analysis.tokens[place]
        return token.low in MEASURES or self.codes.knows(token.low)

    def target(self, place: int, whole: bool | None = None) -> Target:
        """The shortest phrase that begins with the head at a place."""
        limit = next((q.first for q in self.quantities if q.first > place), len(self.analysis.tokens))
        if whole is None:
            whole = self.analysis.tokens[place].low in MEASURES
        start, end = self.analysis.span(place, limit, whole)
        bound = self.analysis.tokens[limit - 1].end
        return Target(start, max(end, self.codes.reach(self.folded, start, end, min(bound, start + 60))), place)

    def is_movement(self, place: int) -> bool:
        """hausse, recul …"""
        return self.analysis.tokens[place].low in MOVEMENTS


Rule = Callable[[View], Target | None]


def position(view: View) -> Target | None:
    """à 3 km de la ville, située à 500 km: a place, no measure of anything."""
    quantity = view.quantity
    if quantity.kind != "measure" or quantity.unit not in _LENGTHS or view.analysis.text(view.before) != "à":
        return None
    before, behind = view.analysis.letter(view.before - 1), view.analysis.text(view.behind)
    if behind in ("de", "d'", "du", "des", "au", "à", "plus", "environ") or before in (PARTICIPLE, VERB):
        return NOTHING
    return None


def counted(view: View) -> Target | None:
    """51.000 emplois, 37 axes: what is counted; une armée de 900 hommes: what carries the number."""
    quantity = view.quantity
    if quantity.kind not in ("jobs", "count", "ratio") or quantity.noun is None:
        return None
    analysis = view.analysis
    if quantity.kind == "count" and analysis.text(view.before) in ("de", "d'"):
        head = analysis.head_before(view.before)
        if head is not None and analysis.text(head.place) in CARRIERS:
            return view.target(head.place)
    if analysis.letter(view.before) == VERB or analysis.text(view.before) in ("de", "d'", "à"):
        verb = view.before if analysis.letter(view.before) == VERB else view.before - 1
        if analysis.letter(verb) == VERB:
            subject = _subject(view, verb)
            if subject is not None and subject.place >= 0 and analysis.text(subject.place) in CARRIERS | {"nombre"}:
                return subject
    return Target(*quantity.noun)


def conversion(view: View) -> Target | None:
    """600 MDH (55 millions d'euros): the sum in brackets measures what the sum before them does."""
    if view.analysis.text(view.before) != "(" or not view.number:
        return None
    last = view.quantities[view.number - 1]
    if last.last == view.before and (view.quantity.bracket or last.kind == view.quantity.kind):
        return view.found[-1]
    return None


def contrast(view: View) -> Target | None:
    """contre 171 milliards en 2021, soit 3 millions, de 12 à 16 milliards: what the number before it measures."""
    if not view.number:
        return None
    quantity, last, analysis = view.quantity, view.quantities[view.number - 1], view.analysis
    word = analysis.text(view.before)
    target = view.previous()
    if target is None:
        return None
    between = analysis.letters[last.last : quantity.first]
    if VERB in between or RELATIVE in between:
        return None
    if word in ("contre", "après", "versus", "que") and last.kind == quantity.kind:
        return target
    if word == "à" and analysis.text(last.first - 1) in ("de", "d'") and last.kind == quantity.kind:
        return target
    if word in ("soit", "ou", "puis") and not _right_complement(view):
        return target
    if word in (",", "et", "/") and last.kind == quantity.kind and NOUN not in between and not _right_complement(view):
        return target
    return None


def _right_complement(view: View) -> Head | None:
    """The noun phrase of "N de Y", where it is no base of a percentage."""
    analysis, place = view.analysis, view.behind
    if analysis.letter(place) not in (OF,) and analysis.text(place) not in ("du", "des"):
        return None
    if analysis.text(place) in ("de", "d'") and analysis.text(place + 1) in ("plus", "moins"):
        return None
    return analysis.head_behind(place + 1)


def movement(view: View) -> Target | None:
    """une hausse de 3% des prix, en recul de 2%, l'augmentation des dépenses de 4%: what moves."""
    analysis = view.analysis
    if analysis.text(view.before) not in ("de", "d'", "du", "à"):
        return None
    nearer: Head | None = None
    for head in analysis.chain_before(view.before):
        if view.is_movement(head.place):
            if nearer is not None:
                return view.target(nearer.place) if analysis.letter(nearer.governor) == OF else None
            return _moving(view, head)
        if nearer is not None and analysis.letter(head.end) != OF:
            return None
        nearer = head
    return None


def _moving(view: View, head: Head) -> Target | None:
    analysis = view.analysis
    right = _right_complement(view)
    if right is not None and analysis.text(right.place) not in ("par",):
        return view.target(right.place)
    if analysis.text(head.place) in _OWN and analysis.text(head.governor) != "en":
        return view.target(head.place)
    left = head.first - 1
    word = analysis.text(left)
    if word == "en":
        noun = analysis.head_before(left)
        if noun is not None and analysis.letter(noun.end) == PREPOSITION:
            return view.target(_outermost(view, left).place)
        left -= 1
    if analysis.text(left) in (",", "soit", "(") or analysis.letter(left) == GERUND:
        target = view.previous()
        if target is not None:
            return target
    verb = _verb_before(view, head.first)
    if verb is not None:
        subject = _subject(view, verb)
        if subject is not None:
            return subject
    return view.previous() or view.target(head.place)


def _outermost(view: View, end: int, crossing: bool = True) -> Head:
    """The head that a noun phrase hangs on: the farthest, or the nearest that names a measure."""
    best: Head | None = None
    for head in view.analysis.chain_before(end):
        if view.known(head.place):
            return head
        if best is not None:
            governor = view.analysis.letter(best.governor)
            if governor == CONJUNCTION or (governor == PREPOSITION and not crossing):
                break
        best = head
    assert best is not None
    return best


def complement(view: View) -> Target | None:
    """un investissement de 3 MDH, un chômage à 11%, un plafond fixé à 4%: the noun before the number."""
    analysis = view.analysis
    place = view.before
    word = analysis.text(place)
    if word in ("de", "d'", "du", "des", "à", "au", "aux"):
        end = place
    elif analysis.letter(place) in (NOUN, PARTICIPLE):
        end = place + 1
    elif analysis.letter(place) == PREPOSITION and word in ("entre", "jusqu'"):
        end = place
    else:
        return None
    while end > 0 and analysis.letter(end - 1) == ADVERB:
        end -= 1
    if analysis.head_before(end) is None:
        return None
    head = _outermost(view, end, crossing=False)
    if analysis.text(head.place) in ("ordre", "hauteur", "fin", "raison", "cours", "barre", "cap", "plus", "moyenne"):
        return None
    if analysis.text(head.place) in ("barre", "cap", "somme") and analysis.letter(view.before) == OF:
        return None if analysis.text(head.place) != "somme" else view.target(head.place)
    return view.target(head.place)


def share(view: View) -> Target | None:
    """Les services représentent 12% des ventes: what has the share."""
    if view.quantity.kind not in ("percent", "ratio", "money", "multiple"):
        return None
    verb = _verb_before(view, view.quantity.first)
    if verb is None or not _roles(view, verb) & {"share"} or view.before - verb > 3:
        return None
    lemma = {form.lemma for form in verbs.load_verb_forms().get(view.analysis.tokens[_lexical(view, verb)].low, ())}
    if not lemma & {"représenter", "peser", "constituer", "concentrer", "assurer", "contribuer"}:
        return None
    return _subject(view, verb)


def part_of(view: View) -> Target | None:
    """20% de la population, 9 milliards de provisions, 3 tonnes de matériel: the noun behind."""
    right = _right_complement(view)
    if right is None:
        return None
    analysis = view.analysis
    word = analysis.text(right.place)
    if view.quantity.kind == "percent" and word in _BASES:
        return None
    if view.quantity.kind == "money" and analysis.text(view.behind) in ("du", "des"):
        return None
    if view.quantity.kind == "money" and analysis.letter(right.place - 1) == DETERMINER:
        return None
    return view.target(right.place)


def _verb_before(view: View, start: int) -> int | None:
    """The nearest verb before a place, in the same stretch between colons, semicolons and brackets."""
    analysis = view.analysis
    depth = 0
    for place in range(start - 1, max(-1, start - 40), -1):
        text = analysis.tokens[place].text
        if text == ")":
            depth += 1
        elif text == "(":
            if not depth:
                return None
            depth -= 1
        elif depth:
            continue
        elif text in (";", ":", "."):
            return None
        elif analysis.letters[place] in (VERB, INFINITIVE, GERUND):
            return place
    return None


def _group(view: View, verb: int) -> tuple[int, int]:
    """First and last token of the verb group around a verb: "a légèrement reculé", "devrait atteindre"."""
    analysis = view.analysis
    first = last = verb
    while first > 0 and analysis.letters[first - 1] in (VERB, ADVERB, CLITIC, INFINITIVE):
        first -= 1
    while analysis.letter(first) == ADVERB:
        first += 1
    while analysis.letter(last + 1) in (VERB, ADVERB, INFINITIVE):
        last += 1
    while analysis.letter(last) == ADVERB:
        last -= 1
    return first, last


def _lexical(view: View, verb: int) -> int:
    return _group(view, verb)[1]


def _roles(view: View, verb: int) -> frozenset[str]:
    place = _lexical(view, verb)
    found: frozenset[str] = frozenset()
    reflexive = view.analysis.text(_group(view, verb)[0]) in ("s'", "se") or view.analysis.text(place - 1) in ("s'", "se")
    for form in verbs.load_verb_forms().get(view.analysis.tokens[place].low, ()):
        found |= verbs.roles(form.lemma, reflexive=reflexive)
    return found


def _subject(view: View, verb: int) -> Target | None:
    """The subject of a verb: before it, before its relative pronoun, or that of the verb which governs it."""
    analysis = view.analysis
    for _ in range(4):
        first = _group(view, verb)[0]
        place = first - 1
        while place >= 0 and analysis.letters[place] in (ADVERB, CLITIC):
            place -= 1
        letter = analysis.letter(place)
        if letter == PRONOUN or analysis.text(first).startswith("-"):
            return _topic(view, place) or view.previous() or _earlier(view)
        if letter == RELATIVE:
            if analysis.text(place) in ("qui", "lequel", "laquelle", "lesquels", "lesquelles"):
                end = place
                while end > 0 and analysis.letters[end - 1] in (STOP, PREPOSITION):
                    end -= 1
                if analysis.head_before(end) is not None:
                    return view.target(_nearest_measure(view, end).place)
                return view.previous()
            return view.previous()
        governed = analysis.letters[first] in (INFINITIVE, GERUND)
        if governed:
            if letter in (NOUN, PARTICIPLE) and analysis.letters[first] == GERUND:
                return view.target(_outermost(view, place + 1).place)
            above = _verb_before(view, first)
            if above is None:
                head = _first_head(view, 0, first)
                return view.target(head) if head is not None else view.previous()
            verb = above
            continue
        if analysis.head_before(place + 1) is not None:
            outer: Head | None = None
            for head in analysis.chain_before(place + 1):
                outer = head
            assert outer is not None
            if outer.governor < 0 or analysis.letter(outer.governor) not in (PREPOSITION, OF):
                return view.target(outer.place)
        start = _clause_start(view, place)
        found = _first_head(view, start, first)
        if found is not None:
            return view.target(found)
        if start <= 0:
            return view.previous()
        if analysis.letter(start - 1) == CONJUNCTION or analysis.text(start - 1) == ",":
            above = _verb_before(view, start)
            if above is not None:
                verb = above
                continue
        above = _verb_before(view, first)
        if above is None:
            return view.previous()
        verb = above
    return view.previous()


def _nearest_measure(view: View, end: int) -> Head:
    heads = list(view.analysis.chain_before(end))
    return next((head for head in heads if view.known(head.place)), heads[0])


def _topic(view: View, end: int) -> Target | None:
    """Côté ventes, il est de; quant aux ventes, elles: the topic before its pronoun."""
    analysis = view.analysis
    first = analysis.text(0)
    start = 1 if first in ("côté", "concernant") else 2 if first == "quant" else -1
    if start < 0 or start >= end:
        for place in range(end - 1, max(-1, end - 25), -1):
            if analysis.text(place) in ("côté", "quant", "concernant"):
                start = place + (2 if analysis.text(place) == "quant" else 1)
                break
        else:
            return None
    head = analysis.head_behind(start)
    return view.target(head.place) if head is not None else None


def _earlier(view: View) -> Target | None:
    return Target(*view.earlier[-1]) if view.earlier else None


def _clause_start(view: View, end: int) -> int:
    analysis = view.analysis
    for place in range(end, -1, -1):
        if analysis.letters[place] in (VERB, RELATIVE, INFINITIVE) or analysis.tokens[place].text in (";", ":", "("):
            return place + 1
    return 0


def _first_head(view: View, start: int, end: int) -> int | None:
    """The first noun between two places that no preposition governs."""
    analysis = view.analysis
    governed = False
    for place in range(start, end):
        letter = analysis.letters[place]
        if letter in (PREPOSITION, OF) or analysis.text(place) in ("du", "des") and place > start:
            governed = True
        elif letter == NOUN:
            if not governed:
                return place
        elif letter in (STOP, CONJUNCTION, QUANTITY):
            governed = False
        elif letter == DETERMINER and place and analysis.letters[place - 1] == NOUN:
            governed = False
    return None


def measured(view: View) -> Target | None:
    """Le chiffre d'affaires s'élève à 3 MDH, les prix ont augmenté de 4%: the subject of the verb."""
    analysis = view.analysis
    verb = _verb_before(view, view.quantity.first)
    if verb is None:
        return None
    roles = _roles(view, verb)
    first, last = _group(view, verb)
    if analysis.letters[first] in (INFINITIVE, GERUND) or analysis.letters[last] == INFINITIVE:
        if roles & {"spend", "trade"} and not roles & {"level"} and view.quantity.kind == "money":
            return Target(analysis.tokens[last].start, analysis.tokens[last].end)
    subject = _subject(view, verb)
    if roles & {"spend"} and view.quantity.kind == "money" and (
        subject is None or subject.place < 0 or not view.known(subject.place)
    ):
        return Target(analysis.tokens[last].start, analysis.tokens[last].end)
    if subject is not None:
        return subject
    return None


def bracketed(view: View) -> Target | None:
    """les engrais (18,5%), la part des femmes (33%): the noun before the bracket."""
    analysis = view.analysis
    if analysis.text(view.before) != "(":
        return None
    end = view.before
    while end > 0 and analysis.tokens[end - 1].text in "»\"":
        end -= 1
    head = analysis.head_before(end)
    if head is not None:
        if analysis.tokens[head.place].capital and head.place and view.previous() is not None:
            return view.previous()
        if analysis.letter(head.end) != VERB:
            outer = _outermost(view, end, crossing=False)
            if analysis.letter(outer.governor) == OF and outer.governor > 0 and view.is_movement(outer.governor - 1):
                return view.target(outer.place)
            return view.target(outer.place)
    if view.number and view.quantities[view.number - 1].last == end:
        return view.found[-1]
    verb = _verb_before(view, end)
    return _subject(view, verb) if verb is not None else None


def heading(view: View) -> Target | None:
    """Ventes : 12 millions: the heading before the colon."""
    analysis = view.analysis
    place = view.before
    for place in range(view.before, max(-1, view.before - 6), -1):
        if analysis.tokens[place].text in (":", "-"):
            break
    else:
        return None
    head = analysis.head_before(place)
    if head is None:
        return None
    return view.target(_nearest_measure(view, place).place)


def passive(view: View) -> Target | None:
    """80 millions ont été investis: the verb behind the number."""
    analysis = view.analysis
    place = view.behind
    while analysis.letter(place) in (ADVERB, CLITIC):
        place += 1
    if analysis.letter(place) != VERB or view.quantity.kind not in ("money", "measure", "count", "jobs"):
        return None
    last = _group(view, place)[1]
    if any(form.lemma in ("être", "avoir") for form in verbs.load_verb_forms().get(analysis.tokens[last].low, ())):
        return None
    return Target(analysis.tokens[last].start, analysis.tokens[last].end)


def repeated(view: View) -> Target | None:
    """What the number before it in the sentence measures."""
    return view.previous()


def carried(view: View) -> Target | None:
    """What the nearest earlier sentence measures."""
    return None if view.quantity.kind in ("duration",) else _earlier(view)


def duration(view: View) -> Target | None:
    """un délai de deux ans, 27 jours de grève; else a duration measures nothing that is named."""
    if view.quantity.kind != "duration":
        return None
    return complement(view) or part_of(view) or NOTHING


RULES: tuple[Rule, ...] = (
    position,
    counted,
    conversion,
    contrast,
    duration,
    movement,
    complement,
    share,
    part_of,
    bracketed,
    heading,
    measured,
    passive,
    repeated,
    carried,
)
