"""What the words beside a figure say, whatever its verb: participles, nouns over it, "contre … aujourd'hui", titles."""

from __future__ import annotations

from collections.abc import Sequence

from pressfacts.finders.clauses import Clauses
from pressfacts.finders.mentions import QuantityMention
from pressfacts.finders.status.nouns import (
    ACTIONS,
    AIMS,
    BASELINE,
    BEFOREHAND,
    EXPECTED,
    GUESSES,
    MEASURED,
    NEXT,
    NOW,
    PROJECTS,
    RULES_IN_FORCE,
    RUMOURS,
)
from pressfacts.finders.status.tenses import Answer
from pressfacts.finders.status.verbs import LOOSE, PLANNED, left_to_do
from pressfacts.finders.verb_groups import VerbGroup
from pressfacts.language.tokens import MARK, NUMBER, WORD
from pressfacts.language.words import DETERMINERS, PREPOSITIONS, verb_forms
from pressfacts.lexicon import verbs

# Verbs that bring a plan into the world: "a présenté un projet de 1.200 logements".
_BRINGING = frozenset(
    "lancer présenter annoncer dévoiler adopter approuver valider préparer élaborer soumettre concocter proposer "
    "étudier porter nécessiter".split()
)
_DONE = frozenset(("trade", "create", "produce", "hire", "fire", "destroy", "estimate"))
_SETTING = frozenset(
    "maintenir confirmer réaffirmer relever abaisser réviser préciser ajuster fixer reconduire".split()
)
_HOUSEHOLDS = frozenset(("foyer", "ménage", "famille", "couple", "ville", "village", "commune", "agglomération"))
# Participles that plan nothing: "les dix villes préférées".
_NO_PLAN = (LOOSE - {"décider", "envisager", "demander"}) | {"préférer", "rêver"}
_DEALS = frozenset("conclure signer obtenir attribuer remporter décrocher entamer débuter".split())
_MONTHS = frozenset("janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split())


def participle(view: Clauses, quantity: QuantityMention, others: Sequence[QuantityMention]) -> Answer | None:
    """ "12 milliards initialement prévus", "300 postes promis"; "un impact attendu de 50 millions"."""
    for place in range(quantity.last, min(len(view.tokens), quantity.last + 4)):
        token = view.tokens[place]
        if token.kind != WORD or token.low in PREPOSITIONS or token.low in DETERMINERS:
            break
        answer = _planned_participle(view, place)
        if answer is not None:
            return answer
        if view.group_over(place) is not None:
            break
    place = quantity.first - (2 if view.low(quantity.first - 1) == "seulement" else 1)
    if view.low(place) == ",":
        place -= 1  # "l'enveloppe prévue, 35 millions, …"
    elif view.low(place) in ("à", "de", "d'"):
        place -= 1
    else:
        return None
    if view.group_over(place) is None and not any(q.last in (place, place - 1) for q in others):
        return _planned_participle(view, place)
    return None


def _planned_participle(view: Clauses, place: int) -> Answer | None:
    if place < 0:
        return None
    for form in verb_forms(view.tokens[place]):
        if form.tense == "past_participle":
            roles = verbs.roles(form.lemma)
            if form.lemma == "attendre" or ("forecast" in roles and not roles & PLANNED):
                return "forecast", "participle"
            if not verbs.roles(form.lemma) & PLANNED or form.lemma in _NO_PLAN:
                continue
            by = set(view.words(place + 1, place + 4)) if view.low(place + 1) == "par" else set()
            if by and (form.lemma == "viser" or (form.lemma == "prévoir" and by & (RULES_IN_FORCE | {"loi"}))):
                return None  # "trois entreprises visées par l'enquête", "l'amende prévue par la loi"
            return "target", "participle"
    return None


def baseline(view: Clauses, quantity: QuantityMention, others: Sequence[QuantityMention]) -> Answer | None:
    """ "…, contre 220.000 aujourd'hui", "60% aujourd'hui": what stands beside a plan is so."""
    before = view.low(quantity.first - 1)
    behind = [view.low(place) for place in range(quantity.last, quantity.last + 6)]
    if before in ("de", "des", "du") and view.low(quantity.first - 2) == "lieu":
        planned = any(low in BEFOREHAND for low in behind[:2])
        return ("target" if planned else "actual"), "baseline"
    if before in ("contre", "après", "avant"):
        if NEXT & set(behind):
            return None
        for place, low in enumerate(behind):
            if (low in BASELINE and low != "auparavant") or (low == "auparavant" and place):
                return "actual", "baseline"
            if (low.isdigit() and len(low) == 4) or (before == "contre" and low in _MONTHS):
                return "actual", "baseline"
    if behind[0] in NOW:
        return "actual", "baseline"
    if before in ("de", "d'") and view.low(quantity.first - 2) in _HOUSEHOLDS:
        return "actual", "baseline"  # "pour un foyer de quatre personnes"
    if quantity.kind in ("percent", "ratio") and _who_says(view, quantity):
        return "actual", "baseline"
    if before in ("de", "à") and view.low(quantity.first - 2) in NOW:
        return "actual", "baseline"  # "le loyer, aujourd'hui de 200 dirhams, passera à …"
    if before in NOW:
        group = view.group_over(quantity.first - 2)
        return None if group is not None and group.tense == "conditional" else ("actual", "baseline")
    return None


def _who_says(view: Clauses, quantity: QuantityMention) -> bool:
    """ "selon 29% des patrons, …", "pour 62% des sondés, …", "Et 48% à partager cet avis": they do say so."""
    before, behind = view.low(quantity.first - 1), view.low(quantity.last)
    if before in ("selon", "d'après") or (before == "pour" and view.low(quantity.first - 2) in ("", ",", "»", '"')):
        return behind in ("de", "des", "d'", "du")
    return behind == "à" and view.low(0) == "et" and quantity.first == 1


def noun_over(view: Clauses, quantity: QuantityMention, others: Sequence[QuantityMention]) -> Answer | None:
    """ "un objectif de 300", "l'objectif, fixé pour 2019 à 16 milliards", "des prévisions de 3%"."""
    action = linked = beyond = moved = False
    for place in range(quantity.first - 1, max(-1, quantity.first - 20), -1):
        token = view.tokens[place]
        if (token.kind == MARK and token.text in ";.()") or (token.text == ":" and view.low(place - 1) not in AIMS):
            return None
        if token.low == "avec" and view.low(place - 1) == ",":
            beyond = True  # "maintient son objectif pour 2023, avec une marge de 13%"
            continue
        if token.low == "qui" and moved:
            linked = True  # "un objectif de 3.700 tonnes, qui passe à 3.800 tonnes"
            continue
        if token.low in ("qui", "que", "qu'", "dont", "mais", "après", "contre", "avec", "où"):
            return None
        action = action or token.low in ACTIONS
        if token.low == "annonce" and action:
            return "target", "announced"
        if token.low in AIMS:
            # "loin de l'objectif, le taux est de 40%"
            aside = (
                linked
                and not moved
                and (view.low(place - 2) in PREPOSITIONS or view.low(place - 1) in ("du", "des", "aux"))
            )
            # "a été la cible de 12 tirs"
            hit = view.group_over(place - 2) if token.low.startswith("cible") else None
            aside = aside or (hit is not None and hit.lemma in ("être", "devenir"))
            aside = aside or (beyond and not _set(view, place))
            return None if aside else ("target", "noun")
        if token.low in GUESSES and quantity.first - place < 7:
            return "forecast", "noun"
        if token.low in EXPECTED:
            return ("forecast" if view.low(place - 1) in MEASURED | {"affaires"} else "target"), "noun"
        group = view.group_over(place)
        if group is not None and beyond:
            return None
        if group is not None and view.low(group.first - 1) == "qui" and group.roles & {"move", "level"}:
            moved = True
            continue
        if group is not None and group.tense != "infinitive":
            if linked or group.lemma not in ("être", "rester", "demeurer"):
                return None
            linked = True
    return None


def _set(view: Clauses, place: int) -> bool:
    """Whether an aim is the object of a verb that sets it: "maintient sa guidance", "a relevé ses objectifs"."""
    return any(
        (group := view.group_over(before)) is not None and group.lemma in _SETTING for before in range(place - 6, place)
    )


def project(view: Clauses, quantity: QuantityMention, others: Sequence[QuantityMention]) -> Answer | None:
    """ "a présenté un projet de 1.200 logements", "Lancement d'un programme de 200 millions"; not a finished one."""
    if view.low(quantity.first - 1) not in ("de", "d'"):
        return None
    for place in range(quantity.first - 2, max(-1, quantity.first - 7), -1):
        token = view.tokens[place]
        if token.kind != WORD or view.group_over(place) is not None or any(q.first <= place < q.last for q in others):
            return None
        if token.low in PROJECTS:
            group = view.governor(quantity.first, quantity.last)
            if group is None or (group.last <= place and group.lemma in _BRINGING):
                return "target", "project"
            return None
    return None


def done(view: Clauses, quantity: QuantityMention, others: Sequence[QuantityMention]) -> Answer | None:
    """ "le terrain, acquis pour 3 millions, vaudrait …", "le coût, estimé à 2 milliards, pourrait doubler"."""
    for place in range(quantity.first - 1, max(-1, quantity.first - 8), -1):
        token = view.tokens[place]
        if token.kind == MARK or view.group_over(place) is not None:
            return None
        if place and view.low(place - 1) != ",":
            continue
        for form in verb_forms(token):
            if form.tense != "past_participle" or form.lemma == "livrer":
                continue
            if form.lemma in _DEALS or verbs.roles(form.lemma) & _DONE:
                return "actual", "done"
        return None
    return None


def rumour(view: Clauses, quantity: QuantityMention, others: Sequence[QuantityMention]) -> Answer | None:
    """ "selon des rumeurs"."""
    if not RUMOURS.isdisjoint(view.vocabulary):
        return "unconfirmed", "rumour"
    if "murmure" in view.vocabulary:  # "il se murmure que"; not "« nous avons faim », murmure-t-elle"
        place = next(place for place, token in enumerate(view.tokens) if token.low == "murmure")
        if view.low(place - 1) in ("se", "on"):
            return "unconfirmed", "rumour"
    return None


def stands_already(
    view: Clauses, group: VerbGroup, quantity: QuantityMention, quantities: Sequence[QuantityMention]
) -> bool:
    """What a plan starts from or is done to: "passera de 1.180 à 1.700", "aux 80.000 détenus", "à 30 km de Dakar"."""
    before, behind = view.low(quantity.first - 1), view.low(quantity.last)
    if before in ("de", "d'") and group.first >= quantity.last and group.roles & {"destroy", "trade"}:
        return view.low(quantity.first - 3) in ("le", "la", "l'")  # "l'usine de 300 salariés va fermer"
    if before in ("de", "d'"):
        return any(
            quantity.last <= other.first - 1 <= quantity.last + 6
            and view.low(other.first - 1) == "à"
            and other.unit == quantity.unit
            and view.boundary(quantity.last, other.first) == ""
            and not (group.roles & {"increase", "decrease"} and _far_below(quantity, other))
            for other in quantities
        )
    if quantity.kind in ("count", "jobs") and quantity.noun is not None:
        if before in ("les", "ces", "ses", "leurs") and group.first >= quantity.last and group.chain == ("devoir",):
            return not group.passive  # "les 46 marins doivent faire face au courant"
        return before == "aux" or (before == "les" and view.low(quantity.first - 2) in ("dans", "sur"))
    return (
        quantity.kind == "measure"
        and before == "à"
        and quantity.unit in ("km", "m")
        and behind in ("de", "d'", "du", "à")
    )


def _far_below(quantity: QuantityMention, other: QuantityMention) -> bool:
    """A sum by which something moves, not where it starts: "sera relevé de 200 dirhams à 3.000 dirhams"."""
    if quantity.kind != "money" or quantity.value is None or other.value is None:
        return False
    return quantity.value * 4 <= other.value


def without_verb(view: Clauses, quantity: QuantityMention) -> Answer:
    """Titles: "300 emplois d'ici 2026", "Bientôt 300 bus", "vers 12 millions", "Lancement en mai de deux lignes"."""
    if "vers" in (view.low(0), view.low(quantity.first - 1), view.low(quantity.first)):
        return "forecast", "title"
    if left_to_do(view, quantity) or view.words(quantity.first - 2, quantity.first) == ["cap", "sur"]:
        return "target", "title"
    if view.low(2) == ":" and view.low(1) in PROJECTS:
        return "target", "title"  # "Au programme : 12 ponts"
    head = any(view.low(place) in ACTIONS for place in range(3))
    finite = any(group.finite for group in view.groups)
    for place, token in enumerate(view.tokens):
        low = token.low
        if finite and view.boundary(min(place, quantity.last), max(place, quantity.first)) not in ("", "soft"):
            continue  # in mid-text only what stands in the figure's own clause
        if (
            low in AIMS
            or low in NEXT
            or low in ("horizon", "bientôt")
            or (low == "ici" and view.low(place - 1) == "d'")
        ):
            return "target", "title"
        if low in ("clé", "clef") and view.low(place - 2) == "à":
            return "target", "title"
        if head and low in _MONTHS and view.low(place - 1) in ("en", "dès"):
            following = view.tokens[place + 1 : place + 2]
            if not following or following[0].kind != NUMBER:
                return "target", "title"
    return "actual", "no_verb"


def apposed(view: Clauses, group: VerbGroup, quantity: QuantityMention) -> bool:
    """Put in between commas before a rumour: "le suspect, père de trois enfants, aurait volé une voiture"."""
    if group.first < quantity.last or group.tense != "conditional" or view.low(quantity.last) != ",":
        return False
    for place in range(quantity.first - 1, max(0, quantity.first - 7), -1):
        if view.low(place) == ",":
            return place < quantity.first - 1
        if view.group_over(place) is not None or view.tokens[place].kind != WORD:
            return False
    return False


def spoken_of(view: Clauses, group: VerbGroup, quantity: QuantityMention) -> bool:
    """ "un salaire de 3 millions est évoqué", "on parle de 200 millions": said, and no more."""
    if group.lemma == "évoquer":
        return group.passive and group.first >= quantity.last
    about = view.low(group.last) in ("de", "d'", "du", "des")
    return group.lemma == "parler" and about and group.last < quantity.first and view.low(group.first - 1) == "on"
