"""Verbs: their subjects ("le taux s'établit à 9%"), their objects, or the verb itself ("investir 80 millions")."""

from __future__ import annotations

from pressfacts.finders.indicators import clauses
from pressfacts.finders.indicators.letters import (
    ADVERB,
    CLITIC,
    DETERMINER,
    GERUND,
    INFINITIVE,
    NOUN,
    OF,
    PARTICIPLE,
    TIME,
    VERB,
)
from pressfacts.finders.indicators.view import Target, View, right
from pressfacts.lexicon import verbs

_ACTIONS = frozenset("spend receive trade produce create destroy hire fire".split())
# Verbs whose subject says a number of something else.
_STATEMENTS = frozenset("report report_clause publish plan aim demand wish forecast promise".split())
_WANTING = frozenset("demand aim promise wish".split())
# Verbs that say of their subject how much it is, how it moves, or what it is worth.
_SAID_OF_SUBJECT = frozenset("level value share increase decrease stable move measure multiply divide hold".split())
_YIELDING = frozenset("rapporter coûter valoir".split())
# "Il faut, il manque, il reste 3 MDH": nobody is the subject.
_IMPERSONAL = frozenset("falloir manquer rester exister coûter".split())


def multiplied(view: View) -> Target | None:
    """Doubler la cadence: the object of the verb that is the number."""
    analysis, quantity = view.analysis, view.quantity
    if quantity.kind != "multiple" or analysis.letter(view.behind) != DETERMINER:
        return None
    if quantity.last - quantity.first > 2 or quantity.first not in analysis.doers:
        return None
    head = analysis.head_behind(view.behind)
    return view.target(head.place) if head is not None else None


def behind_verb(view: View) -> Target | None:
    """Porter à 600 le nombre de classes: the object behind the number."""
    analysis = view.analysis
    joint = analysis.text(view.before)
    if joint not in ("à", "de") or analysis.letter(view.behind) != DETERMINER or view.quantity.per:
        return None
    if analysis.text(view.behind) in ("du", "des") or (joint == "de" and view.quantity.kind != "percent"):
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


def object_pronoun(view: View) -> Target | None:
    """Elle veut doubler sa production pour la porter à 2 millions de pièces: what the pronoun stands for."""
    analysis = view.analysis
    verb = view.before - 1
    if analysis.text(view.before) != "à" or analysis.letter(verb) not in (INFINITIVE, GERUND, VERB):
        return None
    if analysis.text(verb - 1) not in ("le", "la", "les", "l'") or not clauses.roles(analysis, verb) & {
        "move",
        "level",
    }:
        return None
    for place in range(verb - 2, max(-1, verb - 40), -1):
        if analysis.letters[place] == NOUN and analysis.names_measure(place):
            head = analysis.head_before(place + 1)
            if head is not None and head.first < head.place:
                return view.target(head.place)
    return None


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
    onward = analysis.letter(verb) == INFINITIVE and analysis.text(clauses.group(analysis, verb)[0] - 1) == "pour"
    if onward and view.previous() is not None and analysis.text(view.before) not in ("de", "d'"):
        # "en progression de 10%, pour atteindre 3 MDH"
        return view.previous()
    target = view.subject(verb)
    behind = right(view)
    if target is None or (target.place >= 0 and not analysis.names_measure(target.place)):
        return None
    if target.place < 0 and behind is not None and view.quantity.kind != "percent":
        # "il reste 98 milliards de dette"
        return None
    return target


def measured(view: View) -> Target | None:
    """Le chiffre d'affaires s'élève à 3 MDH, les prix ont augmenté de 4%: the subject; elle a levé 3 MDH: the verb."""
    analysis, quantity = view.analysis, view.quantity
    own = quantity.first in analysis.verbs
    verb = quantity.first if own else clauses.verb_before(analysis, quantity.first)
    if verb is None:
        return None
    roles = clauses.roles(analysis, verb)
    last = clauses.group(analysis, verb)[1]
    direct = verb != quantity.first and _direct(view, last)
    if analysis.text(view.before) == "avec" and quantity.kind == "money":
        accompanied = _with(view, last)
        if accompanied is not None:
            return accompanied
    if analysis.text(view.before) == "à" and roles & {"estimate", "move"} and not clauses.is_passive(analysis, verb):
        taken_up = clauses.object_antecedent(analysis, verb)
        if taken_up is not None:
            return view.named(taken_up)
    if analysis.text(view.before) == "à" and roles & {"move", "increase", "decrease"}:
        moved = _moved_object(view, last)
        if moved is not None:
            return moved
    among = quantity.kind in ("percent", "ratio") and "être" in clauses.lemmas(analysis, last)
    if among and analysis.text(view.behind) == "à" and analysis.letter(view.behind + 1) == INFINITIVE:
        # "ils sont 55% à rejeter le texte"
        return view.word(view.behind + 1)
    subject = view.subject(verb)
    named = subject is not None and subject.place >= 0 and view.measures(subject)
    wanted = direct and quantity.kind == "money" and roles & _WANTING and not roles & {"forecast", "plan"}
    if wanted and not named:
        # "les bailleurs ont promis 906 millions"
        return view.word(last)
    estimated = "estimate" in roles and clauses.is_passive(analysis, verb)
    told = bool(roles & _STATEMENTS) and not (named or (estimated and subject is not None))
    if told and not roles & {"level", "increase", "decrease", "hold", "value", "receive"}:
        # "l'institut table sur 0,7%"
        return view.context(measure=True) or view.context() or subject
    if analysis.letter(verb) == INFINITIVE and not named and view.previous() is not None:
        first = clauses.group(analysis, verb)[0]
        if analysis.text(first - 1) == "pour" and roles & {"level"}:
            # "avec un produit net qui dépasse 3 MDH, pour s'établir à 4 MDH"
            return view.previous()
    if direct and not named and _is_act(view, verb, roles):
        left_to = analysis.text(view.behind) == "à" and analysis.text(view.behind + 1) in clauses.lemmas(
            analysis, view.behind + 1
        )
        bought = _bought(view, last)
        if bought is not None:
            return bought
        # "il reste 3 MDH à trouver"
        return view.word(view.behind + 1 if left_to else last)
    if subject is None and analysis.letter(verb) == INFINITIVE:
        return view.word(verb)
    if (
        subject is None
        and quantity.kind == "money"
        and not view.earlier
        and not clauses.lemmas(analysis, last) & {"être", "avoir"}
    ):
        return view.word(last)
    return subject


def _moved_object(view: View, last: int) -> Target | None:
    """Il a permis de ramener le déficit, à fin juin 2020, à 3 MDH: the measure that is the object of the verb."""
    analysis = view.analysis
    head = analysis.head_behind(last + 1) if analysis.letter(last + 1) == DETERMINER else None
    if head is None or head.place >= view.before or not analysis.names_measure(head.place):
        return None
    return None if clauses.is_reflexive(analysis, last) else view.target(head.place)


def _bought(view: View, last: int) -> Target | None:
    """J'ai payé 60 euros la consultation: what is bought or sold at the price."""
    analysis = view.analysis
    if analysis.letter(view.behind) != DETERMINER or analysis.text(view.behind) not in ("le", "la", "l'", "les"):
        return None
    if not clauses.lemmas(analysis, last) & {"payer", "vendre", "acheter", "facturer", "louer"}:
        return None
    head = analysis.head_behind(view.behind)
    return view.target(head.place) if head is not None else None


def _with(view: View, last: int) -> Target | None:
    """Le club tourne avec 3 MDH: the verb; avec 3 MDH levés: what was done; devançant la poste avec 3 MDH: the same."""
    analysis = view.analysis
    if analysis.letter(view.behind) == PARTICIPLE:
        return view.word(view.behind)
    if view.last is not None and view.last.kind == "money":
        return view.previous()
    place = view.before - 1
    while analysis.text(place) in ("chacun", "chacune", "encore", "déjà", "désormais"):
        place -= 1
    return view.word(last) if place == last else None


def _is_act(view: View, verb: int, roles: frozenset[str]) -> bool:
    """Whether the verb names the sum: "il a détourné 3 MDH", "il faudra 3 MDH"; not "la taxe coûte 3 MDH"."""
    analysis, quantity = view.analysis, view.quantity
    first, last = clauses.group(analysis, verb)
    lemmas = clauses.lemmas(analysis, last)
    if quantity.kind not in ("money", "measure", "ratio"):
        return False
    if lemmas & _IMPERSONAL and any(analysis.text(place) == "il" for place in range(max(0, first - 2), last)):
        return True
    if "devoir" in lemmas and quantity.kind == "money":
        return True
    if lemmas & _YIELDING or clauses.is_passive(analysis, verb):
        return False
    if any(analysis.text(place) in ("s'", "se") for place in range(first, last)):
        # "le ministère s'est octroyé 3 MDH"
        plain = frozenset[str]().union(*(verbs.roles(lemma, reflexive=False) for lemma in lemmas))
        roles = plain & {"spend", "receive"}
    unknown = not roles & (_SAID_OF_SUBJECT | _STATEMENTS | _ACTIONS) and not clauses.is_reflexive(analysis, verb)
    if quantity.kind == "money" and lemmas and unknown and analysis.letter(view.before) != DETERMINER:
        return not lemmas & {"être", "avoir", "faire", "prendre"}
    if roles & _ACTIONS:
        borne = {"level"} if "receive" in roles else {"value"} if "spend" in roles else set()
        return not roles & ({"level", "value", "share"} - borne)
    return False


def _direct(view: View, verb: int) -> bool:
    """Whether nothing that matters stands between a verb and the number: "touche l'équivalent de"."""
    analysis = view.analysis
    place = view.before
    if analysis.text(place) == ",":
        place = clauses.before_insertion(analysis, place) or place
    if analysis.text(place) == "pour" and "trade" in clauses.roles(analysis, verb):
        # "le pays a importé pour 3 MDH"
        place -= 1
    if analysis.text(place) == "de" and analysis.text(place - 1) == "hauteur":
        # "les clubs ont vendu à hauteur de 3 MDH"
        place -= 3
    while place > verb and (
        analysis.letter(place) in (ADVERB, DETERMINER, OF, TIME) or analysis.text(place) in ("équivalent", "chaque")
    ):
        place -= 1
    return place == verb


def acting(view: View) -> Target | None:
    """Il annonce que 80 millions ont été payés: the verb whose subject the number is, not the one that announces."""
    analysis = view.analysis
    if view.quantity.kind not in ("money", "percent", "measure") or right(view) is not None:
        return None
    before = view.before
    if analysis.text(view.behind) == "qui" and analysis.letter(before) == DETERMINER:
        # "il cherche les 3 milliards qui manquent"
        return passive(view)
    if before >= 0 and analysis.text(before) not in ("que", "qu'", ",", "et", ":", "«", '"', ";"):
        return None
    return passive(view)


def passive(view: View) -> Target | None:
    """80 millions ont été investis, 52% réclament une baisse: the verb behind the number."""
    analysis = view.analysis
    place = view.behind
    if analysis.text(place) == "(":
        place = next(
            (at + 1 for at in range(place, min(place + 14, len(analysis.tokens))) if analysis.text(at) == ")"), place
        )
    if analysis.text(place) == "qui":
        # "ce sont 3 MDH qui ont été octroyés"
        place += 1
    while analysis.letter(place) in (ADVERB, CLITIC, NOUN) or analysis.text(place) in ("de", "en"):
        place += 1
    if analysis.letter(place) == PARTICIPLE:
        return view.word(place)
    if analysis.letter(place) != VERB:
        return None
    last = clauses.group(analysis, place)[1]
    if clauses.lemmas(analysis, last) & {"être", "avoir"}:
        return None
    return view.word(last)
