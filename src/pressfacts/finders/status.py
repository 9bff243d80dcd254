"""Whether a figure is so, aimed at, expected or rumoured: the tense of its verb, the verb's roles, the nouns over it."""

from __future__ import annotations

from collections.abc import Sequence

from pressfacts.finders.clauses import Clauses, VerbGroup, clauses
from pressfacts.finders.mentions import QuantityMention
from pressfacts.language.sentences import Sentence
from pressfacts.language.tokens import MARK, NUMBER, WORD
from pressfacts.language.words import verb_forms
from pressfacts.lexicon import verbs
from pressfacts.model import Status

_AIMS = frozenset(
    "objectif objectifs ambition ambitions cible cibles budget enveloppe enveloppes promesse promesses engagement "
    "engagements but intention projet projets".split()
)
_GUESSES = frozenset(
    "prévision prévisions projection projections pronostic pronostics anticipations perspectives scénario".split()
)
_RUMOURS = frozenset("rumeur rumeurs".split())
_COMPUTED = frozenset("level increase decrease share stable multiply divide value measure receive move".split())
_PLANNED = frozenset(("aim", "plan", "promise", "demand", "wish"))


def status(
    sentence: Sentence, quantity: QuantityMention, quantities: Sequence[QuantityMention]
) -> tuple[Status, str]:
    """Tell whether a figure is so, aimed at, expected or rumoured, and the rule that says so."""
    view = clauses(sentence)
    for rule in (_participle_behind, _noun_over, _rumour):
        answer = rule(view, quantity)
        if answer is not None:
            return answer
    group = view.governor(quantity.first, quantity.last)
    if group is not None:
        return _by_verb(view, group, quantity, 0)
    return _without_verb(view, quantity)


def _low(view: Clauses, place: int) -> str:
    return view.tokens[place].low if 0 <= place < len(view.tokens) else ""


def _participle_behind(view: Clauses, quantity: QuantityMention) -> tuple[Status, str] | None:
    """ "12 milliards initialement prévus", "300 postes promis", "5% attendus"."""
    for place in range(quantity.last, min(len(view.tokens), quantity.last + 4)):
        token = view.tokens[place]
        if token.kind != WORD or token.low in ("et", "ou", "qui", "que", "qu'", "dont"):
            return None
        for form in verb_forms(token):
            if form.tense == "past_participle":
                roles = verbs.roles(form.lemma)
                if form.lemma == "attendre":
                    return "forecast", "status:participle"
                if roles & {"plan", "promise", "demand", "aim", "wish"} and "level" not in roles and form.lemma not in _LOOSE:
                    return "target", "status:participle"
                return None
        if any(g.first <= place < g.last for g in view.groups):
            return None
    return None


_LOOSE = frozenset("donner arrêter compter entendre penser assurer fixer engager tendre étudier appeler".split())


def _noun_over(view: Clauses, quantity: QuantityMention) -> tuple[Status, str] | None:
    """ "un objectif de 300", "l'ambition de créer", "une enveloppe prévue de"."""
    for place in range(quantity.first - 1, max(-1, quantity.first - 7), -1):
        token = view.tokens[place]
        if token.kind == MARK and token.text in ";:.()" or token.low in ("qui", "que", "dont"):
            return None
        if token.low in ("objectif", "objectifs", "ambition", "cible", "promesse"):
            return "target", "status:noun"
        if token.low in _GUESSES:
            return "forecast", "status:noun"
    return None


def _rumour(view: Clauses, quantity: QuantityMention) -> tuple[Status, str] | None:
    """ "selon des rumeurs"."""
    if any(t.low in _RUMOURS for t in view.tokens):
        return "unconfirmed", "status:rumour"
    return None


def _by_verb(view: Clauses, group: VerbGroup, quantity: QuantityMention, depth: int) -> tuple[Status, str]:
    roles = group.roles
    chain_roles = frozenset(r for lemma in group.chain for r in verbs.roles(lemma))
    if not group.finite:
        return _by_non_finite(view, group, quantity, depth)
    if group.tense == "conditional":
        return _by_conditional(view, group)
    if "devoir" in group.chain or group.lemma == "devoir" and not group.compound:
        return ("forecast" if roles & _COMPUTED and group.tense == "future" else "target"), "status:must"
    if "vouloir" in group.chain or "falloir" in group.chain:
        return "target", "status:wish"
    if group.tense == "future" or "aller" in group.chain and group.tense == "present":
        return _by_future(view, group)
    if roles & {"aim", "promise", "demand", "plan", "wish", "forecast"} and group.last <= quantity.first:
        if group.lemma in _LOOSE:
            return "actual", "status:tense"
        if "forecast" in roles and ("plan" not in roles or _growth_between(view, group, quantity)):
            return "forecast", "status:forecast_verb"
        if roles & _PLANNED:
            return "target", "status:plan_verb"
    if group.passive and roles & {"plan", "promise", "demand"} and group.lemma not in _LOOSE:
        return "target", "status:plan_verb"
    if group.tense == "subjunctive" and depth < 3:
        parent = view.parent(group)
        if parent is not None:
            if parent.roles & {"wish", "demand", "aim"}:
                return "target", "status:subjunctive"
            if parent.roles & {"forecast", "plan"}:
                return "forecast", "status:subjunctive"
    return "actual", "status:tense"


def _growth_between(view: Clauses, group: VerbGroup, quantity: QuantityMention) -> bool:
    return any(
        t.low in _COMPUTED_NOUNS for t in view.tokens[group.last : quantity.last]
    )


_COMPUTED_NOUNS = frozenset(
    "croissance hausse baisse recul progression augmentation diminution taux inflation pib récolte production chiffre "
    "déficit".split()
)


def _by_conditional(view: Clauses, group: VerbGroup) -> tuple[Status, str]:
    roles = group.roles
    if "devoir" in group.chain or "pouvoir" in group.chain:
        return "forecast", "status:modal_conditional"
    if "vouloir" in group.chain or roles & {"wish", "demand", "aim"} or "falloir" in group.chain:
        return "target", "status:wish"
    if not group.compound and _future_named(view):
        return "forecast", "status:conditional_future"
    return "unconfirmed", "status:conditional"


def _future_named(view: Clauses) -> bool:
    lows = [t.low for t in view.tokens]
    for place, low in enumerate(lows):
        if low in ("horizon", "prochain", "prochaine", "prochains", "prochaines", "si", "s'", "projections", "prévisions", "simulation"):
            return True
        if low == "d'" and place + 1 < len(lows) and lows[place + 1] == "ici":
            return True
    return False


def _by_future(view: Clauses, group: VerbGroup) -> tuple[Status, str]:
    roles = group.roles
    if not group.passive and (roles & _COMPUTED or group.lemma in ("être", "permettre")):
        return "forecast", "status:future_level"
    return "target", "status:future"


def _by_non_finite(view: Clauses, group: VerbGroup, quantity: QuantityMention, depth: int) -> tuple[Status, str]:
    roles = group.roles
    if roles & {"aim", "promise", "demand", "plan"} and group.lemma not in _LOOSE:
        return "target", "status:plan_verb"
    parent = view.parent(group) if depth < 4 else None
    before = _low(view, group.first - 1)
    if before in ("se", "s'", "y", "en", "ne", "n'"):
        before = _low(view, group.first - 2)
    if group.tense == "infinitive":
        if parent is None:
            return ("target" if before in ("pour", "à") else "actual"), "status:infinitive"
        proles = parent.roles
        if parent.finite and (parent.tense in ("conditional", "future") or parent.chain):
            return _by_verb(view, parent, quantity, depth + 1)
        if proles & {"aim", "promise", "demand", "wish", "plan"} and parent.lemma not in ("arrêter",):
            return "target", "status:plan_verb"
        if "forecast" in proles:
            return "forecast", "status:forecast_verb"
        if before in ("pour", "afin") or before == "de" and _low(view, group.first - 2) in ("afin", "vue"):
            if roles & (_COMPUTED | {"hold"}):
                return _by_verb(view, parent, quantity, depth + 1)
            return "target", "status:purpose"
    if parent is not None:
        return _by_verb(view, parent, quantity, depth + 1)
    return "actual", "status:tense"


def _without_verb(view: Clauses, quantity: QuantityMention) -> tuple[Status, str]:
    lows = {t.low for t in view.tokens}
    if lows & {"objectif", "objectifs", "promesse", "ambition"} or _future_named(view):
        return "target", "status:title"
    return "actual", "status:no_verb"
