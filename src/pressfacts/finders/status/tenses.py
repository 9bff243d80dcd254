"""What tense and mood alone say: the future of plans, of computations and of biographies; the press conditional."""

from __future__ import annotations

from pressfacts.finders.clauses import Clauses
from pressfacts.finders.mentions import QuantityMention
from pressfacts.finders.status.nouns import DECIDED, GUESSES, MACRO, MEASURED, NEXT, PEOPLES, POLICIES, POLL
from pressfacts.finders.verb_groups import VerbGroup
from pressfacts.language.tokens import NUMBER
from pressfacts.language.words import DETERMINERS, verb_forms
from pressfacts.model import Status

Answer = tuple[Status, str]

_COMPUTED = frozenset(
    ("level", "increase", "decrease", "stable", "share", "receive", "move", "undergo")
) | frozenset(("comparator_about", "comparator_more_than", "crossing"))  # fmt: skip
_MOVING = frozenset(("increase", "decrease", "multiply", "divide", "move"))
# With one of these roles too the verb tells a deal or a state: "gagnerait 6 millions", "monterait à 3 millions".
_NOT_MOVING = frozenset(("receive", "destroy", "trade", "level", "create", "report_clause", "hold", "comparator_about"))
_SAYING = frozenset(("report", "report_clause", "promise", "plan", "wish", "demand"))
# What people will get is decided by others: "chaque famille recevra 2.000 dirhams".
_VOTING = frozenset("voter élire abstenir reporter devancer".split())
_GRANTED = frozenset("recevoir percevoir toucher bénéficier".split())
_WHETHER = frozenset("demander savoir ignorer voir préciser dire déterminer vérifier".split())
_PERSONS = frozenset("il elle ils elles -t-il -t-elle -t-ils -t-elles -il -elle -ils -elles".split())
# "elle donnera naissance à", "mettra au monde", "sera l'auteur de"
_LIFE = frozenset(
    "naissance monde auteur autrice père mère champion championne vainqueur lauréat lauréate enfants filles".split()
)
# The last year that no text of this press still looks forward to.
_PAST_YEAR = "1995"


def by_future(view: Clauses, group: VerbGroup, quantity: QuantityMention) -> Answer:
    """ "sera mobilisé", "emploiera" are plans, "atteindra" is expected, "il remportera deux titres en 1926" is told."""
    roles = group.roles
    if _told(view, group) or (quantity.kind == "count" and _life_of(view, group)):
        return "actual", "narrative_future"
    if group.compound and not group.passive and group.lemma != "être" and not roles & _COMPUTED:
        return "actual", "future_perfect"
    if group.compound and (group.lemma == "être" or group.passive):
        return "forecast", "future_perfect"
    if _expected(view, group) or group.lemma == "voir":
        return "forecast", "future_expected"  # "2 millions de foyers verront leur facture grimper"
    subject = view.subject_words(group)
    if (
        not group.passive
        and roles & _COMPUTED
        and not roles & {"create", "trade", "spend"}
        and group.lemma != "économiser"
    ):
        if (
            subject & DECIDED
            or group.lemma in _GRANTED
            or (group.lemma == "compter" and not subject & PEOPLES)
            or (quantity.kind == "jobs" and "hold" in roles)
        ):
            return "target", "future_decided"
        return "forecast", "future_level"
    if (group.lemma == "être" and subject & MEASURED) or quantity.unit in ("Cel", "°"):
        return "forecast", "future_level"  # "le déficit sera de 4%", "il fera 38 °C"
    return "target", "future"


def _told(view: Clauses, group: VerbGroup) -> bool:
    """The future of a biography: "il jouera 45 matchs en 1962", "elle aura trois enfants", "s'installa où il vivra"."""
    if not view.vocabulary.isdisjoint(NEXT | {"horizon", "bientôt", "demain"}):
        return False
    for place, token in enumerate(view.tokens):
        if token.text.isdigit() and len(token.text) == 4 and "1000" <= token.text <= _PAST_YEAR:
            governor = view.governor(place, place + 1)
            ahead = governor is None or not governor.finite or _future(governor)
            told = governor is not None and governor.tense == "present" and view.low(place - 1) == "en"
            if (ahead or told) and not _dated_participle(view, place, governor):
                return True
    if any(other.tense == "past_historic" for other in view.groups):
        return True
    if view.subject_pronoun(group) not in _PERSONS:
        return False
    return "narrate" in group.roles or bool(_LIFE & set(view.words(group.last, group.last + 3)))


def _life_of(view: Clauses, group: VerbGroup) -> bool:
    """The same of somebody who is named in full: "Karim Alami disputera cinq finales"; not "le Raja disputera"."""
    before = view.tokens[max(0, group.first - 2) : group.first]
    named = len(before) == 2 and all(token.capital and not token.text.isupper() for token in before)
    return named and "narrate" in group.roles and not _ahead(view)


def _dated_participle(view: Clauses, place: int, governor: VerbGroup | None) -> bool:
    """A date of something else than its verb: "le pont, construit en 1950, sera élargi"; not "à sa sortie en 1958"."""
    for before in range(place - 1, max(1, place - 4), -1):
        if any(form.tense == "past_participle" for form in verb_forms(view.tokens[before])):
            return view.group_over(before) is not governor and view.low(before - 1) not in DETERMINERS
    return False


def _future(group: VerbGroup) -> bool:
    return group.tense == "future" or ("aller" in group.chain and group.tense == "present")


def _expected(view: Clauses, group: VerbGroup) -> bool:
    """ "on estime que 200 millions souffriront", "selon les projections, la ville comptera"."""
    if "undergo" in group.roles:
        return True
    parent = view.parent(group)
    if (
        parent is not None
        and parent.last <= group.first
        and parent.finite
        and parent.roles & {"estimate", "forecast"}
        and not parent.roles & {"promise", "hold"}
        and view.low(parent.last) in ("que", "qu'")
    ):
        return True
    return by_guess(view)


def by_guess(view: Clauses) -> bool:
    """ "selon les dernières prévisions", "d'après ce scénario", "dans le scénario le plus favorable", "à ce rythme"."""
    if GUESSES.isdisjoint(view.vocabulary) and "rythme" not in view.vocabulary:
        return False
    for place, token in enumerate(view.tokens):
        if token.low in GUESSES and any(
            view.low(before) in ("selon", "d'après", "après", "dans", "suivant") for before in range(place - 4, place)
        ):
            return True
        if token.low == "rythme" and view.low(place - 1) in ("ce", "rythme") and view.low(place - 2) in ("à", "au"):
            return True
    return False


def by_conditional(view: Clauses, group: VerbGroup, quantity: QuantityMention) -> Answer:
    """ "devrait atteindre" is expected, "il faudrait" wanted, "serait de" and "aurait perdu" rumoured or computed."""
    if group.chain[:1] == ("devoir",) and view.subject_pronoun(group) == "nous":
        return "target", "must"
    if "avoir" in view.words(group.first + 1, group.last - 1) and group.lemma != "avoir":
        return "unconfirmed", "modal_perfect"  # "pourrait avoir coûté 3 millions"
    if {"devoir", "pouvoir", "risquer"} & {group.lemma, *group.chain}:
        return "forecast", "modal_conditional"
    wished = group.roles & {"wish", "demand", "aim"} and not group.compound
    if wished or {"vouloir", "falloir"} & {group.lemma, *group.chain}:
        # "un Français sur deux souhaiterait changer"
        wanting = group.first >= quantity.last and not group.passive and "falloir" not in group.chain
        return ("actual", "who_wants") if wanting else ("target", "wish")
    if view.is_needed(group):
        return "target", "needed"
    if _hypothesis(view, group) or (not group.compound and _ahead(view)):
        return "forecast", "conditional_future"
    if group.compound:
        return "unconfirmed", "conditional"
    if _polled(view, group, quantity):
        return "forecast", "poll"
    if quantity.kind == "money" and view.budgets():
        return "target", "budget_bill"
    if _reported_in_the_past(view, group):
        return by_future(view, group, quantity)
    if _computed(view, group, quantity):
        return "forecast", "conditional_computed"
    return "unconfirmed", "conditional"


def _computed(view: Clauses, group: VerbGroup, quantity: QuantityMention) -> bool:
    """ "le PIB se contracterait", "300 postes seraient créés", "la réforme rapporterait", "il en coûterait"."""
    roles = group.roles
    if roles & _MOVING and not roles & _NOT_MOVING and group.lemma != "avancer":
        return True
    if group.passive and group.lemma != "avancer" and roles & {"increase", "decrease"}:
        return True
    if "effect" in roles or "permettre" in group.chain:
        return True
    if roles & {"create", "destroy", "hire", "fire"} and quantity.kind in ("jobs", "count") and group.lemma != "perdre":
        return True
    subject = view.subject_words(group)
    if subject & MACRO and roles & {"level", "stable", "comparator_more_than"}:
        return True
    if group.lemma in ("coûter", "rapporter", "représenter"):
        return view.low(group.first - 1) == "en" or bool(subject & POLICIES) or "chaque" in subject
    return by_guess(view)


def _polled(view: Clauses, group: VerbGroup, quantity: QuantityMention) -> bool:
    """What a poll would yield: "obtiendrait 24% des intentions de vote", "14% se reporteraient sur elle"."""
    if quantity.kind not in ("percent", "ratio"):
        return False
    if group.lemma in _VOTING or not POLL.isdisjoint(view.vocabulary):
        return True
    return any(
        token.low == "tour" and view.low(place - 1) in ("premier", "second", "deuxième", "1er", "2e")
        for place, token in enumerate(view.tokens)
    )


def _hypothesis(view: Clauses, group: VerbGroup) -> bool:
    """ "si la sécheresse persiste, …", "sans réforme, …", "en cas de dissolution"; not "si l'on sait que … serait"."""
    for place, token in enumerate(view.tokens):
        low = token.low
        if low == "si" or (low == "s'" and view.low(place + 1) in ("il", "ils")):
            before = view.low(place - 1)
            if view.low(place + 1) == "bien" or before in ("même", "comme") or _whether(view, place):
                continue
            # The verb of the condition itself is never in the conditional: a comma must lie between.
            if place > group.first or any(view.low(p) == "," for p in range(place, group.first)):
                return True
        if (low, view.low(place - 1)) == ("cas", "en") or (low in ("sans", "faute") and place < 2):
            return True
        if low == "hypothèse" and view.low(place + 1) in ("où", "d'", "de"):
            return True
    return False


def _whether(view: Clauses, place: int) -> bool:
    """ "reste à savoir si le prix baisserait": no condition."""
    return any(g.last == place and g.lemma in _WHETHER for g in view.groups)


def _ahead(view: Clauses) -> bool:
    """A time to come, which makes a present conditional one of the future: "l'an prochain", "en 2040", "dès lundi"."""
    for place, token in enumerate(view.tokens):
        low, before = token.low, view.low(place - 1)
        if low in NEXT or low in ("horizon", "dès", "bientôt", "demain"):
            return True
        if (low, before) == ("terme", "à") or (low == "année" and before in ("cette", "d'")):
            return True
        if token.kind == NUMBER and len(low) == 4 and low[:2] == "20" and before in ("en", "fin", "ici", "à"):
            return True
    return False


def _reported_in_the_past(view: Clauses, group: VerbGroup) -> bool:
    """ "a précisé que chacun recevrait deux doses": the future seen from the past."""
    parent = view.parent(group)
    if parent is None or parent.first > group.first or not parent.finite:
        return False
    if not (parent.compound or parent.tense in ("imperfect", "past_historic")):
        return False
    opener = next(
        (p for p in range(group.first, parent.last - 1, -1) if view.low(p) in ("que", "qu'", "dont", "qui")), 0
    )
    return view.low(opener) in ("que", "qu'") and view.low(opener - 1) != "ainsi" and bool(parent.roles & _SAYING)
