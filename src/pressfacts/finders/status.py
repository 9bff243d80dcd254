"""Whether a figure is so, aimed at, expected or rumoured: the tense of its verb, the verb's roles, the nouns over it."""

from __future__ import annotations

from collections.abc import Sequence

from pressfacts.finders.clauses import Clauses, VerbGroup, clauses
from pressfacts.finders.mentions import QuantityMention
from pressfacts.language.sentences import Sentence
from pressfacts.language.tokens import MARK, NUMBER, WORD
from pressfacts.language.words import DETERMINERS, PREPOSITIONS, verb_forms
from pressfacts.lexicon import verbs
from pressfacts.model import Status

Answer = tuple[Status, str]

_AIMS = frozenset("objectif objectifs ambition ambitions cible cibles promesse promesses finalité".split())
# Nouns that carry an infinitive or a figure not yet real: "l'intention de supprimer 450 postes".
_INTENTS = _AIMS | frozenset(
    "intention volonté projet plan engagement souhait décision obligation possibilité opportunité but idée vœu finalité "
    "proposition programme".split()
)
_GUESSES = frozenset("prévision prévisions projection projections pronostic pronostics anticipations scénario".split())
_MEASURED = frozenset(
    "croissance hausse baisse recul progression augmentation diminution taux inflation pib récolte production déficit perte "
    "pertes recettes ventes bénéfice résultat chiffre plongeon rebond récession ralentissement expansion".split()
)
_ACTIONS = frozenset(
    "création suppression suppressions réduction ouverture fermeture lancement recrutement embauche construction "
    "licenciement licenciements".split()
)
_PLANNED = frozenset(("aim", "plan", "promise", "demand", "wish"))
_COMPUTED = frozenset(
    (
        "level",
        "increase",
        "decrease",
        "stable",
        "share",
        "receive",
        "comparator_about",
        "comparator_more_than",
        "crossing",
    )
)
# Verbs of these roles with so many other uses that a figure behind them is no plan: "fixé à", "étudier 3 dossiers".
_LOOSE = frozenset(
    "donner arrêter compter entendre penser assurer fixer engager tendre étudier appeler garantir imposer obliger "
    "contraindre préparer inscrire destiner réserver proposer inviter chercher encourager conseiller revendiquer "
    "concevoir décider envisager prétendre".split()
)
# Of these, those that do carry a figure when an infinitive or "à" stands between.
_WITH_INFINITIVE = frozenset(
    "compter entendre penser tendre étudier appeler engager préparer proposer inviter chercher encourager conseiller espérer "
    "demander décider envisager prétendre obliger destiner".split()
)
_SAYING = frozenset(("report", "report_clause", "promise", "plan", "wish", "demand"))
# Papers whose "prévoit" states what holds, and those whose "prévoit" plans.
_RULES_IN_FORCE = frozenset("dispositif règles règlement barème code statuts convention régime".split())
_PAPERS = frozenset("plan programme projet route accord stratégie budget loi finances feuille décret offre".split())
_NOW = frozenset("aujourd'hui actuellement".split())
_BEFOREHAND = frozenset("initialement précédemment inscrits inscrites annoncés annoncées fixés fixées".split())
_BASELINE = frozenset("an ans auparavant hier aujourd'hui actuellement passé passée dernier dernière tôt avant".split())


def status(sentence: Sentence, quantity: QuantityMention, quantities: Sequence[QuantityMention]) -> Answer:
    """Tell whether a figure is so, aimed at, expected or rumoured, and the rule that says so."""
    view = clauses(sentence)
    for rule in (_participle, _baseline, _noun_over, _rumour):
        answer = rule(view, quantity, quantities)
        if answer is not None:
            return answer
    around = view.bracket(quantity.first)
    if around is not None and not any(around[0] < g.first < around[1] for g in view.groups):
        # "3 milliards de dirhams (280 millions d'euros)"
        outside = next((other for other in quantities if other.last == around[0]), None)
        if outside is not None:
            return status(sentence, outside, quantities)
    group = view.governor(quantity.first, quantity.last)
    answer = _by_verb(view, group, quantity, 0) if group is not None else _without_verb(view, quantity)
    if answer[0] in ("target", "forecast") and _stands_already(view, quantity, quantities):
        return "actual", "given"
    return answer


def _participle(view: Clauses, quantity: QuantityMention, others: Sequence[QuantityMention]) -> Answer | None:
    """ "12 milliards initialement prévus", "300 postes promis"; "un impact attendu de 50 millions"."""
    for place in range(quantity.last, min(len(view.tokens), quantity.last + 4)):
        token = view.tokens[place]
        if token.kind != WORD or token.low in PREPOSITIONS or token.low in DETERMINERS:
            break
        answer = _planned_participle(view, place)
        if answer is not None:
            return answer
        if any(g.first <= place < g.last for g in view.groups):
            break
    place = quantity.first - 1
    if view.low(place) in ("à", "de", "d'"):
        place -= 1
        if not any(g.first <= place < g.last for g in view.groups) and not any(
            q.last in (place, place - 1) for q in others
        ):
            return _planned_participle(view, place)
    return None


def _planned_participle(view: Clauses, place: int) -> Answer | None:
    if place < 0:
        return None
    for form in verb_forms(view.tokens[place]):
        if form.tense == "past_participle":
            if form.lemma == "attendre":
                return "forecast", "participle"
            if verbs.roles(form.lemma) & _PLANNED and form.lemma not in _LOOSE - {"décider", "envisager", "demander"}:
                return "target", "participle"
    return None


def _baseline(view: Clauses, quantity: QuantityMention, others: Sequence[QuantityMention]) -> Answer | None:
    """ "…, contre 220.000 aujourd'hui", "60% aujourd'hui": what stands beside a plan is so."""
    before = view.low(quantity.first - 1)
    behind = [view.low(place) for place in range(quantity.last, quantity.last + 6)]
    if before in ("de", "des", "du") and view.low(quantity.first - 2) == "lieu":
        planned = any(low in _BEFOREHAND for low in behind[:2])
        return ("target" if planned else "actual"), "baseline"
    if before in ("contre", "après", "avant"):
        if "prochain" in behind or "prochaine" in behind:
            return None
        for place, low in enumerate(behind):
            if (low in _BASELINE and low != "auparavant") or (low == "auparavant" and place):
                return "actual", "baseline"
            if low.isdigit() and len(low) == 4:
                return "actual", "baseline"
    if behind[0] in _NOW or before in _NOW:
        return "actual", "baseline"
    return None


def _noun_over(view: Clauses, quantity: QuantityMention, others: Sequence[QuantityMention]) -> Answer | None:
    """ "un objectif de 300", "l'objectif, fixé pour 2019 à 16 milliards", "des prévisions de 3%"."""
    action = False
    for place in range(quantity.first - 1, max(-1, quantity.first - 20), -1):
        token = view.tokens[place]
        if (token.kind == MARK and token.text in ";.()") or (token.text == ":" and view.low(place - 1) not in _AIMS):
            return None
        if token.low in ("qui", "que", "qu'", "dont", "mais", "après", "contre", "avec", "où"):
            return None
        action = action or token.low in _ACTIONS
        if token.low == "annonce" and action:
            return "target", "announced"
        if token.low in _AIMS:
            return "target", "noun"
        if token.low in _GUESSES and quantity.first - place < 7:
            return "forecast", "noun"
        group = next((g for g in view.groups if g.first <= place < g.last), None)
        if group is not None and group.lemma not in ("être", "rester", "demeurer") and group.tense != "infinitive":
            return None
    return None


def _rumour(view: Clauses, quantity: QuantityMention, others: Sequence[QuantityMention]) -> Answer | None:
    """ "selon des rumeurs"."""
    if any(token.low in ("rumeur", "rumeurs") for token in view.tokens):
        return "unconfirmed", "rumour"
    return None


def _stands_already(view: Clauses, quantity: QuantityMention, quantities: Sequence[QuantityMention]) -> bool:
    """What a plan starts from or is done to: "passera de 1.180 à 1.700", "aux 80.000 détenus", "à 30 km de Dakar"."""
    before, behind = view.low(quantity.first - 1), view.low(quantity.last)
    if before in ("de", "d'"):
        return any(
            quantity.last <= other.first - 1 <= quantity.last + 6
            and view.low(other.first - 1) == "à"
            and other.unit == quantity.unit
            and view.boundary(quantity.last, other.first) == ""
            for other in quantities
        )
    if quantity.kind in ("count", "jobs") and quantity.noun is not None:
        return before == "aux" or (before == "les" and view.low(quantity.first - 2) in ("dans", "sur"))
    return (
        quantity.kind == "measure"
        and before == "à"
        and quantity.unit in ("km", "m")
        and behind in ("de", "d'", "du", "à")
    )


def _by_verb(view: Clauses, group: VerbGroup, quantity: QuantityMention, depth: int) -> Answer:
    if depth > 4:
        return "actual", "tense"
    if not group.finite:
        return _by_non_finite(view, group, quantity, depth)
    if group.tense == "conditional":
        return _by_conditional(view, group)
    if "devoir" in group.chain and not group.compound:
        if group.lemma in ("être", "avoir") and not group.passive and group.tense == "present":
            return "actual", "must_be"
        return "target", "must"
    if "vouloir" in group.chain or "falloir" in group.chain or "compter" in group.chain:
        return "target", "wish"
    if group.tense == "future" or ("aller" in group.chain and group.tense == "present"):
        return _by_future(view, group)
    answer = _by_role(view, group, quantity)
    if answer is not None:
        return answer
    if group.tense == "subjunctive":
        parent = view.parent(group)
        if parent is not None and parent.roles & {"forecast", "plan"} and parent.lemma not in _LOOSE:
            return "forecast", "subjunctive"
        if parent is not None and parent.roles & _PLANNED:
            return "target", "subjunctive"
    return "actual", "tense"


def _by_role(view: Clauses, group: VerbGroup, quantity: QuantityMention) -> Answer | None:
    """ "vise une part de 20%", "prévoit une croissance de 5%", "table sur", "300 postes sont prévus"."""
    roles = group.roles
    if group.last <= quantity.first:
        between = [token.low for token in view.tokens[group.last : quantity.first]]
        if group.lemma in ("annoncer", "confirmer", "choisir") and _ACTIONS & set(between):
            return "target", "announced"
        if group.lemma == "appeler" and between[:1] == ["à"]:
            return "target", "plan_verb"
        if group.lemma in _LOOSE or (group.lemma == "demander" and {"un", "une"} & set(between[2:])):
            return None
    elif (
        not group.passive
        or view.low(group.first - 1) in ("ne", "n'")
        or group.lemma in _LOOSE - {"envisager", "décider"}
    ):
        return None
    else:
        between = []
    if group.lemma == "prévoir" and group.last <= quantity.first:
        papers = {token.low for token in view.tokens[max(0, group.first - 10) : group.first]}
        if papers & _RULES_IN_FORCE and group.tense == "present":
            return "actual", "rule_in_force"
        if papers & _PAPERS:
            return "target", "plan_verb"
    if "forecast" in roles and group.lemma != "compter":
        words = {token.low for token in view.tokens[max(0, quantity.first - 8) : quantity.last]}
        direct = not between and quantity.kind in ("percent", "measure")
        if "plan" not in roles or words & _MEASURED or direct:
            return "forecast", "forecast_verb"
    if roles & _PLANNED:
        return "target", "plan_verb"
    return None


def _by_conditional(view: Clauses, group: VerbGroup) -> Answer:
    if {"devoir", "pouvoir"} & set(group.chain):
        return "forecast", "modal_conditional"
    if {"vouloir", "falloir"} & {group.lemma, *group.chain} or group.roles & {"wish", "demand", "aim"}:
        return "target", "wish"
    if _hypothesis(view, group.compound):
        return "forecast", "conditional_future"
    if not group.compound and _reported_in_the_past(view, group):
        return _by_future(view, group)
    moved = group.passive and group.lemma != "avancer" and group.roles & {"increase", "decrease"}
    if not group.compound and (moved or group.lemma in ("générer", "durer", "creuser", "engendrer", "porter")):
        return "forecast", "conditional_computed"
    return "unconfirmed", "conditional"


def _hypothesis(view: Clauses, compound: bool) -> bool:
    """ "si …", "sans changement", "en cas de"; with a present conditional also a time to come: "l'an prochain", "en 2040"."""
    tokens = view.tokens
    for place, token in enumerate(tokens):
        low = token.low
        if (low == "si" and view.low(place + 1) not in ("bien",)) or (
            low == "s'" and view.low(place + 1) in ("il", "ils")
        ):
            return True
        if (low == "sans" and place < 2) or (low == "cas" and view.low(place - 1) == "en"):
            return True
        if compound:
            continue
        if low in ("prochain", "prochaine", "horizon", "dès") or (
            low == "année" and view.low(place - 1) in ("cette", "d'")
        ):
            return True
        if (
            token.kind == NUMBER
            and len(low) == 4
            and low.startswith("20")
            and view.low(place - 1) in ("en", "fin", "ici")
        ):
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


def _by_future(view: Clauses, group: VerbGroup) -> Answer:
    roles = group.roles
    if group.compound and not group.passive and group.lemma != "être" and not roles & _COMPUTED:
        return "actual", "future_perfect"
    if group.compound and (group.lemma == "être" or group.passive):
        return "forecast", "future_perfect"
    if (
        not group.passive
        and roles & _COMPUTED
        and not roles & {"create", "trade", "spend"}
        and group.lemma != "économiser"
    ):
        return "forecast", "future_level"
    if group.lemma == "être":
        words = {token.low for token in view.tokens[max(0, group.first - 6) : group.first]}
        if words & _MEASURED:
            return "forecast", "future_level"
    return "target", "future"


def _by_non_finite(view: Clauses, group: VerbGroup, quantity: QuantityMention, depth: int) -> Answer:
    if "devoir" in group.chain:
        return "target", "must"
    answer = _by_role(view, group, quantity)
    if answer is not None:
        return answer
    parent = view.parent(group)
    if group.tense == "infinitive" and not _added(view, group, quantity):
        intent = _infinitive(view, group, parent)
        if intent is not None:
            return intent
    if parent is not None:
        return _by_verb(view, parent, quantity, depth + 1)
    return "actual", "tense"


def _added(view: Clauses, group: VerbGroup, quantity: QuantityMention) -> bool:
    """What follows an infinitive but is none of its objects: "il a fallu 29 mois pour bâtir, et 3 milliards"."""
    before = view.low(quantity.first - 1)
    if before == "soit" or (before == "et" and view.low(quantity.first - 2) == ","):
        return not any(token.kind == NUMBER for token in view.tokens[group.last : quantity.first])
    return False


def _infinitive(view: Clauses, group: VerbGroup, parent: VerbGroup | None) -> Answer | None:
    """ "l'intention de supprimer", "pour créer", "prévoit de", "destiné à"; None where the verb over it decides."""
    place = group.first - 1
    while view.low(place) in ("se", "s'", "y", "en", "ne", "n'", "pas", "le", "la", "les", "l'", "«", '"', "notamment"):
        place -= 1
    link, over = view.low(place), view.low(place - 1)
    if (link in ("de", "d'") and over in _INTENTS) or over in ("afin", "vue"):
        return "target", "intent"
    if link in ("à", "de", "d'") and parent is None:
        forms = verb_forms(view.tokens[place - 1]) if place > 0 else ()
        if any(form.lemma in ("viser", "appeler", "destiner", "prévoir", "appeler", "chercher") for form in forms):
            return "target", "intent"
    if link == "à" and over in (
        "appelé",
        "appelée",
        "appelés",
        "appelées",
        "destiné",
        "destinée",
        "destinés",
        "destinées",
    ):
        return "target", "intent"
    near = parent is not None and parent.last - 1 <= place <= parent.last + 3
    if near and parent is not None and parent.tense not in ("conditional",):
        roles = parent.roles
        if "forecast" in roles and "plan" not in roles and parent.lemma not in _LOOSE:
            return "forecast", "forecast_verb"
        if roles & _PLANNED and (parent.lemma not in _LOOSE or parent.lemma in _WITH_INFINITIVE):
            return "target", "plan_verb"
    if link == "pour":
        if parent is not None and (
            group.roles & (_COMPUTED | {"hold", "measure"}) or group.lemma in ("être", "avoir", "passer")
        ):
            return None
        return "target", "purpose"
    return None


def _without_verb(view: Clauses, quantity: QuantityMention) -> Answer:
    """Titles: "300 emplois d'ici 2026", "nouvelle promesse: 350.000 emplois"."""
    for place, token in enumerate(view.tokens):
        low = token.low
        if low in _AIMS or low == "horizon" or (low == "ici" and view.low(place - 1) == "d'") or low == "prochain":
            return "target", "title"
    return "actual", "no_verb"
