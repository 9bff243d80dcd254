"""What a noun or a verb over the figure says: "hausse de 12%", "a reculé de 3 points", "créer 300 emplois"."""

from __future__ import annotations

from collections.abc import Sequence

from pressfacts.finders.change.beside import COUNTED, Answer, place_before
from pressfacts.finders.change.words import (
    DOWN,
    EVOLUTION,
    GAINING,
    GONE,
    GROWTH,
    LOSING,
    LOSS,
    NEW,
    OWNED,
    PRICED,
    THINGS,
    UP,
    adverbial,
    way_of_roles,
    way_of_things,
)
from pressfacts.finders.clauses import Clauses
from pressfacts.finders.mentions import QuantityMention
from pressfacts.finders.verb_groups import VerbGroup
from pressfacts.language.tokens import MARK
from pressfacts.language.words import DETERMINERS, OF, PREPOSITIONS, verb_forms
from pressfacts.lexicon.nouns import nouns
from pressfacts.lexicon.verbs import roles

_BEFORE_OBJECT = frozenset(
    "plus encore aussi même déjà seulement près de d' en ainsi environ jusqu' donc également que qu' pas moins chaque "
    "moyenne un une an ans année mois jour trimestre annuelle".split()
)
_BOUNDING = frozenset("limiter contenir cantonner plafonner".split())
_RATES = frozenset("prévision prévisions estimation projection objectif hypothèse taux".split())
_TURNING = frozenset(("qui", "que", "qu'", "dont", "mais", "avec"))
_BEING = frozenset("être devenir redevenir avérer révéler rester demeurer".split())
_OWN = frozenset(("son", "sa", "ses", "leur", "leurs", "notre", "nos"))
# What a verb moves by so much: "augmente le salaire de 300 dirhams"; but "réduit le budget de 3 milliards" is open.
_GRADED = nouns("graded")
_LEVEL_VERBS = frozenset(("level", "stable", "comparator_about", "comparator_more_than"))
_LEVELS = frozenset(("taux", "part", "niveau"))
_CLOSED = _LEVELS | {"qui", "que", "qu'", "dont"}
_SUCH = frozenset(("tel", "tels", "telle", "telles"))
_HEADS = UP | DOWN | NEW | GONE | LOSS | EVOLUTION


def growth_rate(view: Clauses, quantity: QuantityMention, quantities: Sequence[QuantityMention]) -> Answer | None:
    """A growth rate is a movement however it is put: "la croissance atteint 4,5%", "une hausse limitée à 3%"."""
    if quantity.kind not in ("percent", "measure", "jobs"):
        return None
    jobs = quantity.kind == "jobs"
    seen_verb = behind_relative = False
    for place in range(quantity.first - 1, max(-1, quantity.first - 14), -1):
        token = view.tokens[place]
        low = token.low
        if low == "qui" and seen_verb and quantity.kind == "percent":
            behind_relative = True  # "la chute de la Bourse, qui a atteint 42%"
            continue
        only = low in ("que", "qu'") and {"n'", "ne"} & set(view.words(place - 5, place))  # "n'a été que de 0,3%"
        if (token.kind == MARK and token.text not in ",«»\"'") or (low in _TURNING and not only):
            return None
        if behind_relative and low in _LEVELS | {"chômage", "déficit", "dette"}:
            return None
        if any(q.first <= place < q.last for q in quantities):
            return None
        if jobs and seen_verb and (low in NEW or low in GONE or low in LOSS):
            # "les créations nettes d'emplois s'élèvent à 12.000 postes"
            return ("increase" if low in NEW else "decrease"), "growth_rate"
        if (low in UP or low in DOWN) and not jobs:
            between = view.tokens[place + 1 : quantity.first]
            direct = not between or (
                between[-1].low in ("à", "entre") and _only_participle(view, place + 1, quantity.first)
            )
            direct = direct or _bounded(view, place, quantity) or _foreseen(view, place, quantity)
            if adverbial(view, place):
                return None  # "repart à la hausse, atteignant 9,9%"
            if (not seen_verb and not direct) or (view.low(place - 1) in ("en", "de", "d'") and low not in GROWTH):
                return None
            return ("decrease" if low in DOWN else "increase"), "growth_rate"
        if low == "ralentissement":
            return "increase", "growth_rate"
        group = view.group_over(place)
        if group is not None:
            computed = group.passive and (group.roles & {"estimate", "plan", "forecast"} or group.lemma in _BOUNDING)
            if group.lemma in _BOUNDING and not group.passive:
                return None
            if group.lemma not in _BEING and not group.roles & _LEVEL_VERBS and not computed:
                return None
            seen_verb = True
    return None


def _bounded(view: Clauses, place: int, quantity: QuantityMention) -> bool:
    """ "limite sa baisse à 2%", "a cantonné la progression des coûts à tout juste 3%"."""
    before = view.low(place_before(view, quantity))
    return before == "à" and any(
        (group := view.group_over(over)) is not None and group.lemma in _BOUNDING and group.last > place - 3
        for over in range(place - 4, place)
    )


def _foreseen(view: Clauses, place: int, quantity: QuantityMention) -> bool:
    """ "a relevé sa prévision de croissance à 3%", "un taux de croissance à 4%"."""
    named = view.low(place) in GROWTH and view.low(place - 1) == "de" and view.low(place - 2) in _RATES
    return named and place == quantity.first - 2 and view.low(quantity.first - 1) == "à"


def _only_participle(view: Clauses, first: int, last: int) -> bool:
    """ "limitée à", "estimée à", "à": nothing else between a noun of movement and its size."""
    words = view.tokens[first:last]
    return len(words) in (1, 2) and (
        (len(words) == 2 and any(f.tense == "past_participle" for f in verb_forms(words[0]))) or words[0].low == "entre"
    )


def start_or_end(view: Clauses, quantity: QuantityMention, quantities: Sequence[QuantityMention]) -> Answer | None:
    """ "passer de 5 à 7%": both are levels; so is what a movement arrives at: "à 47,4 millions"."""
    before = view.low(place_before(view, quantity))
    if before in ("à", "au", "aux", "jusqu'"):
        return None, "end"
    if before not in ("de", "d'"):
        return None
    for other in quantities:
        if (
            quantity.last < other.first <= quantity.last + 7
            and view.low(other.first - 1) in ("à", "vers")
            and other.unit == quantity.unit
            and view.boundary(quantity.last, other.first) == ""
            and not _far_below(view, quantity, other)
        ):
            return None, "start"
    return None


def _far_below(view: Clauses, quantity: QuantityMention, other: QuantityMention) -> bool:
    """A sum too small to be where a movement starts: "a augmenté de 0,71 centime à 1,53 euro"."""
    if quantity.kind != "money" or quantity.elliptic or quantity.value is None or other.value is None:
        return False
    group = view.governor(quantity.first, quantity.last)
    head = view.low(place_before(view, quantity) - 1)
    moving = head in UP or head in DOWN  # "en repli de 3 milliards à 20 milliards"
    if group is not None and group.last <= quantity.first:
        moving = moving or way_of_roles(group.roles) is not None
    return moving and quantity.value * 4 <= other.value


def _head(view: Clauses, quantity: QuantityMention, quantities: Sequence[QuantityMention]) -> str:
    """The noun of movement over "de N": "hausse de", "recul du chiffre d'affaires de"; "" where there is none."""
    place = place_before(view, quantity)
    within = view.low(quantity.first) in ("de", "entre", "comprise", "supérieure", "inférieure")
    if not within and view.low(place) not in ("de", "d'", "du", "des"):
        adjacent = view.low(place)
        return adjacent if adjacent in UP or adjacent in DOWN else ""
    loose = quantity.kind in ("percent", "ratio") or bool(quantity.signed)
    start = place if within else place - 1
    if view.low(start) == ",":  # "la création, à terme, de 387 emplois"
        start = next((p for p in range(start - 1, max(-1, start - 7), -1) if view.low(p) == ","), start)
    for here in range(start, max(-1, start - (16 if loose else 10)), -1):
        token = view.tokens[here]
        low = token.low
        if (token.kind == MARK and low not in "«»\"',") or _closed(view, here) or _leaves(view, here, loose):
            break
        if low in _HEADS and (low != "retrait" or view.low(here - 1) == "en" or quantity.kind == "percent"):
            return low
        if (not loose and low in ("un", "une")) or any(q.first <= here < q.last for q in quantities):
            break
        if view.group_over(here) is not None:
            break
    return ""


def _closed(view: Clauses, place: int) -> bool:
    """A word no noun of movement reaches over: "qui", "un taux de"; but "le recul du taux de", "telles que"."""
    low, before = view.low(place), view.low(place - 1)
    if low in _LEVELS:
        return before not in ("du", "de", "des", "sa", "son", "leur") and view.words(place - 2, place) != ["de", "la"]
    if low in ("que", "qu'"):
        return before not in _SUCH
    return low in _CLOSED


def _leaves(view: Clauses, place: int, loose: bool) -> bool:
    """Whether a word leads out of the noun phrase: "et", "à"; not in "la hausse des prix à la consommation de 3%"."""
    low, behind = view.low(place), view.low(place + 1)
    if low == "et":
        if loose and behind in OF and behind in view.words(place - 4, place):
            return False  # "la hausse des prix du blé et du maïs de 24%"
        return not loose or behind in DETERMINERS or behind in PREPOSITIONS
    return low in ("à", "dans") and (not loose or behind not in ("la", "l'", "le", "les", "hauteur"))


def noun(view: Clauses, quantity: QuantityMention, quantities: Sequence[QuantityMention]) -> Answer | None:
    """ "hausse de N", "en recul de N", "suppression de 600 postes", "ouverture de 15 hôtels", "perte de 30 lits"."""
    head = _head(view, quantity, quantities)
    if head in UP:
        return "increase", "noun"
    if head in DOWN:
        return "decrease", "noun"
    if head in EVOLUTION:
        if quantity.value == 0:
            return "unchanged", "noun"
        # Without another word, upwards: "en évolution de 19%".
        return ("increase", "evolution") if quantity.kind == "percent" and head == "évolution" else None
    if not head or quantity.kind in ("money", "duration"):
        return None
    if head in LOSS and quantity.kind not in ("jobs", "percent", "ratio") and quantity.unit not in OWNED:
        return None  # "une perte de 3 tonnes", "des pertes de 300 hommes"
    return ("increase", "new_things") if head in NEW else ("decrease", "gone_things")


def verb(view: Clauses, quantity: QuantityMention, quantities: Sequence[QuantityMention]) -> Answer | None:
    """ "a reculé de 3 points", "perd 2,36 %", "créer 300 emplois", "120 agents ont été recrutés"."""
    shared = _shared_auxiliary(view, quantity)
    if shared is not None:
        return shared
    group = view.governor(quantity.first, quantity.last)
    if group is None:
        return None
    behind = group.last <= quantity.first
    adjacent = behind and _nothing_between(view, group.last, quantity.first)
    if behind and (view.low(place_before(view, quantity)) in ("de", "d'") or view.low(quantity.first) == "de"):
        return _moved_by(view, group, quantity, adjacent)
    ahead = group.first >= quantity.last
    if ahead and group.lemma == "disparaître" and (quantity.kind == "jobs" or quantity.unit in THINGS):
        return "decrease", "verb_subject"  # "400 emplois vont disparaître"
    if not adjacent and not (ahead and group.passive):
        return None
    if group.lemma in LOSING | GAINING and (
        quantity.kind in ("percent", "measure")
        or (quantity.kind == "money" and behind and view.subject_words(group) & PRICED)
    ):
        return ("decrease" if group.lemma in LOSING else "increase"), "verb_object"
    prices = view.low(quantity.last) == "en" or "centime" in view.low(quantity.last - 1)
    if quantity.kind == "money" and group.lemma == "prendre" and prices:
        return "increase", "verb_object"  # "le sac a pris 300 francs en six mois"
    if quantity.kind in COUNTED:
        things = way_of_things(group.lemma, quantity)
        if things:
            return things, "verb_object"
    return None


def _shared_auxiliary(view: Clauses, quantity: QuantityMention) -> Answer | None:
    """A participle whose auxiliary stands before the verb before it: "a perdu 300 clients et gagné 400 abonnés"."""
    place = place_before(view, quantity)
    by = view.low(place) in ("de", "d'")
    place -= by
    if place < 1 or view.low(place - 1) not in ("et", "puis") or view.group_over(place) is not None:
        return None
    lemma = next((form.lemma for form in verb_forms(view.tokens[place]) if form.tense == "past_participle"), "")
    if not lemma:
        return None
    if by:
        way = way_of_roles(roles(lemma))
    elif lemma in LOSING | GAINING and quantity.kind in ("percent", "measure"):
        way = "decrease" if lemma in LOSING else "increase"
    else:
        way = way_of_things(lemma, quantity) if quantity.kind in COUNTED else None
    return (way, "verb") if way else None


def _moved_by(view: Clauses, group: VerbGroup, quantity: QuantityMention, adjacent: bool) -> Answer | None:
    """ "a reculé de 3 points", "réduit sa production de 300 barils"; not "progresse, pour une marge de 30%"."""
    if view.words(group.first - 2, group.first) == ["manque", "à"]:
        return None  # "un manque à gagner de 3 milliards"
    way = way_of_roles(group.roles)
    if quantity.kind == "jobs" and "fire" in group.roles:
        way = "decrease"  # "se sépare de 120 salariés"
    if group.lemma == "évoluer" and quantity.kind == "percent":
        way = "increase"  # without a sign or another word, upwards
    place = place_before(view, quantity)
    if way is None or {"un", "une"} & set(view.words(max(group.last, place - 3), place)):
        return None
    if adjacent or quantity.kind in ("percent", "ratio"):
        return way, "verb"
    between = view.words(group.last, place)
    thing = len(between) in (2, 3) and (between[0] in _OWN or (between[0] in DETERMINERS and between[1] in _GRADED))
    return (way, "verb") if thing and not group.passive and not group.reflexive else None


def _nothing_between(view: Clauses, first: int, last: int) -> bool:
    """Nothing but adverbs between a verb and its figure: "augmenté légèrement de 30 dirhams", "gagné, en 2020, 6 t"."""
    if view.low(first) == "," and view.low(last - 1) == "," and last - first > 2:
        return True
    return all(low in _BEFORE_OBJECT or low.endswith("ment") for low in view.words(first, last))
