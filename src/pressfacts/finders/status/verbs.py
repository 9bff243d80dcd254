"""The status that a verb gives its figure: by its role ("vise", "table sur"), the verbs over it, else its tense."""

from __future__ import annotations

from pressfacts.finders.clauses import Clauses
from pressfacts.finders.mentions import QuantityMention
from pressfacts.finders.status.nouns import (
    ACTIONS,
    COUNTING,
    FUNDS,
    GUESSES,
    INTENTS,
    LIKELY,
    MEASURED,
    MOVEMENTS,
    NEXT,
    PAPERS,
    PROPOSED,
    RULES_IN_FORCE,
    WILLING,
)
from pressfacts.finders.status.tenses import Answer, by_conditional, by_future
from pressfacts.finders.verb_groups import VerbGroup
from pressfacts.language.tokens import NUMBER, WORD
from pressfacts.language.words import DETERMINERS, PREPOSITIONS, verb_forms

PLANNED = frozenset(("aim", "plan", "promise", "demand", "wish"))
# Verbs of these roles with so many other uses that a figure behind them is no plan: "fixé à", "étudier 3 dossiers".
LOOSE = frozenset(
    "donner arrêter compter entendre penser assurer fixer engager tendre étudier appeler garantir imposer obliger "
    "contraindre préparer inscrire destiner réserver proposer inviter chercher encourager conseiller revendiquer "
    "concevoir décider envisager prétendre devoir concocter".split()
)
# Of these, those that do carry a figure when an infinitive or "à" stands between.
_WITH_INFINITIVE = frozenset(
    "compter entendre penser tendre étudier appeler engager préparer proposer inviter chercher encourager conseiller "
    "espérer demander décider envisager prétendre obliger destiner imposer contraindre".split()
)
# Behind "pour" these tell what came of it: "progresse de 5% pour s'établir à 3 milliards", "pour tomber à 2%".
_OUTCOMES = frozenset(
    "être avoir passer tomber retomber grimper reculer chuter bondir progresser descendre monter".split()
)
_COMPUTED = frozenset(
    ("level", "stable", "share", "receive", "hold", "measure", "crossing")
) | frozenset(("comparator_about", "comparator_more_than"))  # fmt: skip
# Levels that one may strive for: "négocie pour obtenir 40 millions".
_STRIVEN = frozenset("obtenir décrocher lever récupérer collecter sauver limiter former équiper soutenir".split())
_TAKING_TIME = frozenset("nécessiter demander exiger attendre".split())
_SENTENCES = frozenset("prison réclusion ferme détention suspension inéligibilité sursis".split())
_STRIVING = frozenset(("create", "hire", "spend", "increase", "decrease", "level", "move", "comparator_at_most"))
_MENDING = frozenset("lutter combler compenser rembourser éponger résorber pallier remédier absorber".split())
_WANTING = frozenset("vouloir falloir compter apprêter".split())
_DISCOURSE = frozenset(
    "ajouter rappeler noter savoir souligner signaler citer dire préciser compter remarquer reconnaître admettre "
    "croire voir relever mentionner retenir".split()
)
_GONE_BY = frozenset("dernier dernière derniers passé passée écoulé écoulée précédent précédente".split())
_TIMES = frozenset("an année mois trimestre semestre exercice saison".split())
_BUDGETING = frozenset(
    "fixer arrêter établir porter évaluer consacrer accorder affecter allouer réserver ramener".split()
)
_NORMS = frozenset("convenir agir".split())
_PAST = frozenset(("imperfect", "past_historic"))


def by_verb(view: Clauses, group: VerbGroup, quantity: QuantityMention, depth: int = 0) -> Answer:
    """What the verb over a figure says of it; infinitives and participles ask the verb over them."""
    if depth > 4:
        return "actual", "tense"
    if not group.finite:
        return _by_non_finite(view, group, quantity, depth)
    if group.tense == "conditional":
        return by_conditional(view, group, quantity)
    if "devoir" in group.chain and not group.compound:
        if group.lemma in ("être", "avoir") and not group.passive and group.tense == "present":
            return "actual", "must_be"
        return "target", "must"
    if "falloir" in group.chain and group.lemma in _DISCOURSE:
        return "actual", "discourse"  # "il faut rappeler que la ville compte 300 écoles"
    if _WANTING & set(group.chain) and not group.compound and group.lemma != "compter":
        # "400 entreprises veulent participer": there are 400
        wanting = group.first >= quantity.last and not group.passive and "falloir" not in group.chain
        return ("actual", "who_wants") if wanting else ("target", "wish")
    if "risquer" in group.chain:
        return "forecast", "risk"
    if group.tense == "future" or ("aller" in group.chain and group.tense in ("present", "imperfect")):
        return by_future(view, group, quantity)
    answer = _by_role(view, group, quantity) or _wanted(view, group)
    if answer is None and _budgeted(view, group, quantity):
        return "target", "budget_act"
    answer = answer or _not_yet(view, group, quantity)
    if answer is None and view.summing_up(group):
        parent = view.parent(group)
        if parent is not None and parent.last <= group.first:
            return by_verb(view, parent, quantity, depth + 1)
    return answer or ("actual", "tense")


def _wanted(view: Clauses, group: VerbGroup) -> Answer | None:
    """ "craint que 50.000 personnes ne soient déplacées", "demande que 5% soient réservés"."""
    if group.tense not in ("present", "subjunctive"):
        return None
    parent = view.parent(group)
    if parent is None or parent.lemma in LOOSE:
        return None
    if group.tense == "subjunctive" and view.is_norm(parent):
        return "target", "subjunctive"
    if group.tense == "present":
        after_that = parent.last <= group.first and "que" in view.words(parent.last, group.first)
        if not after_that or not view.may_be_subjunctive(group):
            return None
    if parent.roles & {"forecast", "plan"} and not parent.passive:
        return "forecast", "subjunctive"
    return ("target", "subjunctive") if parent.roles & PLANNED else None


def _not_yet(view: Clauses, group: VerbGroup, quantity: QuantityMention) -> Answer | None:
    """A present that speaks of what is not yet: "il reste 15 millions à trouver", "est en projet", "mardi prochain"."""
    if group.tense != "present" or group.compound:
        return None
    if group.lemma == "être" and view.words(group.last, group.last + 2) == ["en", "projet"]:
        return "target", "in_project"
    if view.is_needed(group):
        return "target", "needed"
    if group.last > quantity.first:
        return None
    if quantity.kind == "money" and view.budgets():
        return "target", "budget_bill"
    if group.lemma == "rester" and left_to_do(view, quantity):
        return "target", "left_to_do"
    if _guessed(view, group):
        return "forecast", "guesses_say"
    return ("target", "soon") if _soon(view, quantity) else None


def _budgeted(view: Clauses, group: VerbGroup, quantity: QuantityMention) -> bool:
    """ "la loi de finances fixe les ressources à 6 milliards", "le budget est arrêté à 3 millions d'euros"."""
    if quantity.kind not in ("money", "percent", "jobs") or group.last > quantity.first:
        return False
    subject = view.subject_words(group)
    if {"loi", "finances"} <= subject:
        return group.lemma in _BUDGETING
    return "budget" in subject and group.lemma in ("arrêter", "équilibrer", "fixer")


def _guessed(view: Clauses, group: VerbGroup) -> bool:
    """ "les prévisions font état de 80 millions", "selon ces projections, c'est 3%"; not "malgré les prévisions"."""
    for place in range(group.first - 1, max(-1, group.first - 17), -1):
        if view.low(place) in GUESSES and view.low(place - 1) not in ("des", "aux"):
            return view.low(place - 2) not in PREPOSITIONS or view.low(place - 2) in ("selon", "dans", "après")
        if view.tokens[place].text in ".;:" or view.group_over(place) is not None:
            return False
    return False


def left_to_do(view: Clauses, quantity: QuantityMention) -> bool:
    """ "il reste 15 milliards à trouver", "12 barrages à construire"."""
    for place in range(quantity.last, min(len(view.tokens), quantity.last + 5)):
        token = view.tokens[place]
        if token.low == "à":
            following = view.group_over(place + 1)
            if following is None or following.tense != "infinitive":
                return False
            return following.lemma not in ("être", "avoir")
        if token.kind != WORD or token.low in DETERMINERS or token.low in ("et", "ou", "reste"):
            return False
    return False


def _soon(view: Clauses, quantity: QuantityMention) -> bool:
    """A present that means the future: "le tarif passe à 25 dirhams à compter du 1er juillet prochain"."""
    for place in range(quantity.last, min(len(view.tokens), quantity.last + 12)):
        if view.low(place) in NEXT and view.boundary(quantity.last, place) == "":
            return view.group_over(place) is None
    return False


def _by_role(view: Clauses, group: VerbGroup, quantity: QuantityMention) -> Answer | None:
    """ "vise une part de 20%", "prévoit une croissance de 5%", "table sur", "300 postes sont prévus"."""
    roles = group.roles
    between: list[str] = []
    if group.last <= quantity.first:
        between = [token.low for token in view.tokens[group.last : quantity.first]]
        if group.lemma in ("annoncer", "confirmer", "choisir") and _announced(view, group, quantity):
            return "target", "announced"
        if group.lemma == "proposer" and between[:1] in (["un"], ["une"]) and PROPOSED & set(between):
            return "target", "proposed"
        if (group.lemma, *between[:1]) in (("appeler", "à"), ("compter", "sur")):
            return "target", "plan_verb"
        if group.lemma == "falloir" and quantity.kind != "duration" and not group.compound and not between:
            return "target", "wish"
        if group.lemma == "nécessiter" and group.compound:
            return None
        if _takes_time(view, group, quantity):
            return None
        if group.lemma in ("miser", "parier") and between[:1] != ["sur"]:
            return None
        if group.lemma == "chercher" and not between:
            return "target", "plan_verb"
        if group.lemma in LOOSE:
            return None
    elif (
        not group.passive
        or view.low(group.first - 1) in ("ne", "n'")
        or group.lemma in LOOSE - {"envisager", "décider"}
    ):
        return None
    if group.lemma == "prévoir" and group.last <= quantity.first:
        papers = set(view.words(group.first - 10, group.first))
        law = "loi" in papers and not papers & {"projet", "proposition", "finances", "budget"}
        if (law or papers & RULES_IN_FORCE) and group.tense == "present":
            later = view.words(quantity.last, quantity.last + 2) == ["à", "partir"]  # "(72% à partir d'octobre)"
            return ("target" if later else "actual"), "rule_in_force"
        if papers & PAPERS:
            return "target", "plan_verb"
    if "forecast" in roles and group.lemma != "compter":
        words = {token.low for token in view.tokens[max(0, quantity.first - 8) : quantity.last]}
        direct = group.last <= quantity.first and not between and quantity.kind in ("percent", "measure")
        if "plan" not in roles or words & MEASURED or direct:
            return "forecast", "forecast_verb"
    if roles & PLANNED:
        return "target", "plan_verb"
    return None


def _announced(view: Clauses, group: VerbGroup, quantity: QuantityMention) -> bool:
    """ "annonce un investissement de 900 millions"; not "l'institut annonce la création de 7.000 postes en 2018".

    Nor "annonce un résultat de 12 milliards, en hausse de 4% grâce à la contribution des filiales (+11%)".
    """
    between = view.words(group.last, quantity.first)
    deeds = [place for place, low in enumerate(between) if low in ACTIONS or low in FUNDS]
    if not deeds or quantity.signed:
        return False
    if "grâce" in between[: deeds[-1]] or COUNTING & view.subject_words(group):
        return False
    for place in range(quantity.last, min(len(view.tokens), quantity.last + 10)):
        timed = view.low(place) in _GONE_BY and _TIMES & {view.low(place - 1), view.low(place + 1)}
        if timed and view.boundary(quantity.last, place) == "":
            return False  # "la suppression de 4.000 emplois l'an dernier"
    return True


def _takes_time(view: Clauses, group: VerbGroup, quantity: QuantityMention) -> bool:
    """ "la préparation demande 20 minutes", "il a attendu trois heures"; not "demande cinq ans de prison"."""
    only = view.low(quantity.first - 1) in ("que", "qu'") and group.last == quantity.first - 1
    if quantity.kind != "duration" or group.lemma not in _TAKING_TIME:
        return False
    if group.last != quantity.first and not only:
        return False
    return view.low(quantity.last + 1) not in _SENTENCES


def _by_non_finite(view: Clauses, group: VerbGroup, quantity: QuantityMention, depth: int) -> Answer:
    """An infinitive or participle: its own role, what it hangs on, else the verb over it."""
    if "devoir" in group.chain:
        return "target", "must"
    if _WANTING & {*group.chain} and group.tense == "infinitive":
        return "target", "wish"  # "a dit vouloir accroître ses recettes de 4%"
    if group.tense == "infinitive" and group.compound:
        return "actual", "done_before"  # "après avoir relevé 15 erreurs", "accusé d'avoir détourné 3 millions"
    answer = _by_role(view, group, quantity)
    if answer is not None:
        return answer
    parent = view.parent(group)
    if group.tense == "infinitive" and not _added(view, group, quantity):
        intent = _infinitive(view, group, parent)
        if intent is not None:
            return intent
    if parent is not None:
        if group.tense == "present_participle" and parent.tense == "past_historic" and parent.roles & PLANNED:
            return "actual", "tense"  # "brigua la mairie, obtenant 65% des voix"
        return by_verb(view, parent, quantity, depth + 1)
    if group.tense == "infinitive" and group.first < 2:
        return "target", "heading"  # "Réduire de 20% les dépenses : …"
    return "actual", "tense"


def _added(view: Clauses, group: VerbGroup, quantity: QuantityMention) -> bool:
    """What follows an infinitive but is none of its objects: "il a fallu 29 mois pour bâtir, et 3 milliards"."""
    before = view.low(quantity.first - 1)
    if before == "soit" or (before == "et" and view.low(quantity.first - 2) == ","):
        return not any(token.kind == NUMBER for token in view.tokens[group.last : quantity.first])
    return False


def _infinitive(view: Clauses, group: VerbGroup, parent: VerbGroup | None) -> Answer | None:
    """ "l'intention de supprimer", "pour créer", "prévoit de", "prêt à verser"; None where the verb over it decides."""
    place = group.first - 1
    while view.low(place) in ("se", "s'", "y", "en", "ne", "n'", "pas", "le", "la", "les", "l'", "«", '"', "notamment"):
        place -= 1
    link, over = view.low(place), view.low(place - 1)
    if link in ("de", "d'") and over in INTENTS:
        return "target", "intent"
    if over in ("afin", "vue") or (link in ("à", "de", "d'") and over in WILLING and (over, link) != ("point", "à")):
        return "target", "intent"
    if link in ("à", "de", "d'") and over in LIKELY:
        return "forecast", "likely"
    if link in ("à", "de", "d'") and parent is None:
        forms = verb_forms(view.tokens[place - 1]) if place > 0 else ()
        if any(form.lemma in ("viser", "appeler", "destiner", "prévoir", "chercher") for form in forms):
            return "target", "intent"
    near = parent is not None and parent.last - 1 <= place <= parent.last + 3
    if parent is not None and view.low(parent.last) == "," and view.low(place - 1) == ",":
        near = True  # "s'étaient engagés, lors du sommet, à verser"
    if near and parent is not None and parent.tense not in ("conditional",):
        roles = parent.roles
        if "forecast" in roles and "plan" not in roles and parent.lemma not in LOOSE:
            return "forecast", "forecast_verb"
        if roles & PLANNED and (parent.lemma not in LOOSE or parent.lemma in _WITH_INFINITIVE):
            return "target", "plan_verb"
        if parent.lemma in _NORMS and parent.tense == "present" and view.subject_pronoun(parent) == "il":
            return "target", "norm"
    if link == "pour" and group.lemma in _MENDING:
        return None  # "pour combler un déficit de 3 milliards"
    if link == "pour":
        past = parent is not None and (parent.compound or parent.tense in _PAST)
        leads = place == 0 and group.roles & {"level"} and not past
        computed = group.roles & _COMPUTED and group.lemma not in _STRIVEN
        moved = parent is not None or not MOVEMENTS.isdisjoint(
            view.words(0, place)
        )  # "Une hausse de 3%, pour atteindre"
        if (
            not leads
            and moved
            and (computed or group.lemma in _OUTCOMES or (parent is None and group.roles & {"level"}))
        ):
            return None
        if past and not group.roles & _STRIVING and group.lemma not in _STRIVEN:
            return None  # "l'ont rejoint pour transporter 50 kg", "a pris le bus pour faire 3 km"
        return "target", "purpose"
    return None
