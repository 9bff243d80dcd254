"""Shares: "les services représentent 12% des ventes" is the services, "la moitié des élèves" the pupils."""

from __future__ import annotations

from pressfacts.finders.indicators import clauses
from pressfacts.finders.indicators.letters import CONJUNCTION, DETERMINER, GERUND, PARTICIPLE, RELATIVE, VERB
from pressfacts.finders.indicators.view import Target, View, right
from pressfacts.finders.indicators.vocabulary import AMOUNTS, EMPTY, MOVEMENTS

_SHARING = frozenset(
    "représenter peser constituer concentrer assurer contribuer absorber compter former fournir".split()
)
_ROUND = frozenset("dans sur en auprès par".split())
_PRONOUNS = frozenset("entre eux elles celles ceux nous vous".split())


def share(view: View) -> Target | None:
    """Les services représentent 12% des ventes: what has the share."""
    analysis = view.analysis
    if view.quantity.kind not in ("percent", "ratio", "money", "multiple"):
        return None
    verb = clauses.verb_before(analysis, view.quantity.first)
    if verb is None or view.before - verb > 7 or analysis.text(view.before) == "dont":
        return None
    if not clauses.lemmas(analysis, clauses.group(analysis, verb)[1]) & _SHARING or clauses.is_passive(analysis, verb):
        return None
    noun = analysis.head_before(view.before) if analysis.text(view.before) in ("de", "d'") else None
    if noun is not None and noun.place > verb and analysis.text(noun.place) not in AMOUNTS | MOVEMENTS | EMPTY:
        # "ce qui constitue une économie de 250 MDH": the saving
        return None
    if view.quantity.kind == "percent" and right(view) is None and analysis.text(view.behind) not in ("à", "aux", "au"):
        return None
    if view.quantity.kind == "money" and "contribuer" in clauses.lemmas(analysis, clauses.group(analysis, verb)[1]):
        # "le groupe a contribué à hauteur de 3 MDH"
        return view.word(clauses.group(analysis, verb)[1])
    if analysis.letter(verb) == GERUND:
        beside = _beside(view, verb)
        if beside is not None:
            return beside
    return view.subject(verb)


def _beside(view: View, gerund: int) -> Target | None:
    """Notamment les PME, représentant 93% des prêts: who has the share stands right before the comma."""
    analysis = view.analysis
    if analysis.text(gerund - 1) != ",":
        return None
    head = analysis.head_before(gerund - 1)
    if head is None or head.governor < 0 or analysis.text(head.governor) not in ("notamment", "dont"):
        return None
    return view.target(head.place)


def gapped(view: View) -> Target | None:
    """Le blé pèse 45% des surfaces, l'orge un cinquième; la CIH sert 14 DH et la BMCI 25: the verb is left out."""
    analysis, last = view.analysis, view.last
    if last is None or view.quantity.kind not in ("percent", "ratio", "money"):
        return None
    between = analysis.letters[last.last : view.quantity.first]
    if VERB in between or RELATIVE in between or GERUND in between or PARTICIPLE in between:
        return None
    end = view.before if analysis.text(view.before) in ("pour", "à", ",") else view.before + 1
    if analysis.text(view.before) == "de" and analysis.text(view.before - 1) == ",":
        # "passant de 18% à 17%, les autres, de 4% à 3%"
        end = view.before - 1
    head = analysis.head_before(end)
    if head is None or (analysis.letter(head.first) != DETERMINER and not analysis.tokens[head.place].capital):
        return None
    if analysis.text(head.first - 1) not in (",", ";") and analysis.letter(head.first - 1) != CONJUNCTION:
        return None
    if head.first - 1 < last.last:
        return None
    verb = clauses.verb_before(analysis, last.first)
    if verb is None:
        return None
    if clauses.lemmas(analysis, clauses.group(analysis, verb)[1]) & _SHARING:
        return view.target(head.place)
    if analysis.names_measure(head.place) or analysis.text(view.before) in ("à", ","):
        return None
    return view.previous()


def included(view: View) -> Target | None:
    """210.000 offres, dont 45% en alternance: what was counted before."""
    kinds = ("percent", "money", "measure")
    if view.quantity.kind not in kinds or view.analysis.text(view.before) != "dont" or right(view):
        return None
    for number in range(view.number - 1, max(-1, view.number - 6), -1):
        # "3.000 élèves répartis dans 40 écoles, dont 41% dans le nord": the pupils
        target = view.found[number]
        place = view.quantities[number].first - 1
        if target is not None and target.end > target.start and view.analysis.text(place) not in _ROUND:
            return target
    return view.previous()


def portion(view: View) -> Target | None:
    """Le numérique fait 91% des ventes, dont 84% pour l'écoute en ligne: who has the part."""
    analysis = view.analysis
    if view.quantity.kind != "percent" or analysis.text(view.before) != "dont" or analysis.text(view.behind) != "pour":
        return None
    head = analysis.head_behind(view.behind + 1)
    return view.target(head.place) if head is not None else None


def fraction(view: View) -> Target | None:
    """La moitié des élèves, un quart de la somme, deux tiers d'entre eux: of what it is a part."""
    quantity, analysis = view.quantity, view.analysis
    if quantity.kind != "ratio":
        return None
    shared = gapped(view) or share(view)
    if shared is not None:
        return shared
    if analysis.text(view.behind) == "(":
        # "un tiers (31%) des lots"
        behind = right(view)
        if behind is not None:
            return view.target(behind.place)
    if analysis.text(view.behind) in ("de", "d'", "du", "des"):
        at = view.behind + 1
        if analysis.text(at) in ("plus", "moins", "mieux"):
            return None
        if analysis.text(at) in _PRONOUNS or analysis.text(at + 1) in _PRONOUNS:
            return view.context()
        head = analysis.head_behind(at)
        if head is not None:
            return view.target(head.place)
    elif quantity.noun is not None and quantity.noun[1] <= quantity.end:
        # "un ménage sur trois"
        return Target(*quantity.noun)
    for number in range(view.number - 1, max(-1, view.number - 13), -1):
        # "la moitié des emplois sont à la campagne, un tiers sont précaires"
        if view.quantities[number].kind == "ratio" and analysis.text(view.before) in (",", "et", ";"):
            return view.found[number]
    return None
