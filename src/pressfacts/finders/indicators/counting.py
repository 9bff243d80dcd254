"""What is counted: "51.000 emplois", "une armée de 900 hommes", "dont 120 à Fès"."""

from __future__ import annotations

from pressfacts.finders.indicators import clauses
from pressfacts.finders.indicators.letters import ADVERB, PARTICIPLE, VERB
from pressfacts.finders.indicators.repeating import carried, contrast, reached
from pressfacts.finders.indicators.verbal import measured
from pressfacts.finders.indicators.view import NOTHING, Target, View, topic
from pressfacts.finders.indicators.vocabulary import CARRIERS, GAUGES, LENGTHS


def position(view: View) -> Target | None:
    """à 3 km de la ville, située à 500 km: a place, no measure of anything."""
    quantity = view.quantity
    if quantity.kind not in ("measure", "duration") or view.analysis.text(view.before) != "à":
        return None
    behind = view.analysis.text(view.behind)
    if behind in ("d'", "de") and view.analysis.text(view.behind + 1) in ("altitude", "hauteur", "profondeur"):
        return view.word(view.behind + 1)
    situated = view.analysis.text(view.before - 1).startswith("situé")
    if quantity.kind == "duration":
        return NOTHING if situated or view.analysis.text(view.behind + 1) == "là" else None
    if quantity.unit not in LENGTHS:
        return None
    return NOTHING if situated or behind in ("de", "d'", "du", "des", "au", "à", "plus", "environ") else None


def times(view: View) -> Target | None:
    """Le bac est contrôlé deux fois par an: what happens so often; else the times themselves, "à deux reprises"."""
    quantity = view.quantity
    if quantity.kind != "count" or quantity.unit not in ("fois", "reprise") or quantity.noun is None:
        return None
    if quantity.per in ("year", "month", "week", "day", "hour"):
        verb = clauses.verb_before(view.analysis, quantity.first)
        if verb is not None and view.before - verb < 8:
            return view.word(_lexical(view, verb))
    return Target(*quantity.noun)


def _lexical(view: View, verb: int) -> int:
    """The last word of a verb group, its participle included: "sont [ravitaillés]"."""
    last = clauses.group(view.analysis, verb)[1]
    return last + 1 if view.analysis.letter(last + 1) == PARTICIPLE else last


def counted(view: View) -> Target | None:
    """51.000 emplois, 37 axes: what is counted; une armée de 900 hommes: what carries the number."""
    quantity = view.quantity
    if quantity.kind not in ("jobs", "count") or quantity.noun is None:
        return None
    unit = view.folded[quantity.noun[0] : quantity.noun[1]].lower()
    if unit in ("unités", "unité", "indirects", "directs", "indirectes", "directes"):
        return reached(view) or contrast(view) or measured(view) or Target(*quantity.noun)
    carrier = _carrier(view, unit)
    return Target(*quantity.noun) if carrier is None else view.target(carrier)


def _carrier(view: View, unit: str) -> int | None:
    """The noun of a crowd, or what a gauge measures: "une flotte de 12 navires", "un moteur de 90 chevaux"."""
    analysis = view.analysis
    if analysis.letter(view.before) == VERB and "level" in clauses.roles(analysis, view.before):
        # "le nombre des arrivées a atteint 300.000 personnes"
        subject = clauses.subject(analysis, view.before)
        named = subject is not None and subject >= 0 and analysis.text(subject) in CARRIERS
        return subject if named and analysis.text(subject or 0) not in ("objectif", "volume") else None
    if analysis.text(view.before) not in ("de", "d'", "à"):
        return None
    end = view.before
    if analysis.letter(end - 1) == PARTICIPLE and analysis.text(end - 2) == ",":
        # "la capacité, fixée à 90.000 places"
        end -= 2
    while analysis.letter(end - 1) == ADVERB:
        end -= 1
    head = analysis.head_before(end)
    carrier = head.place if head is not None else None
    if carrier is None and analysis.letter(end - 1) == VERB:
        carrier = clauses.subject(analysis, end - 1)
    if carrier is not None and carrier >= 0 and analysis.text(carrier) in CARRIERS:
        own = analysis.text(carrier + 1) in ("de", "d'", "du", "des") and carrier + 1 != view.before
        # "ce nombre était de 3 millions de nuitées": the nights
        return carrier if own or analysis.text(carrier) not in ("nombre", "objectif", "volume") else None
    if unit in GAUGES:
        gauged = analysis.head_before(end, through=True)
        return gauged.place if gauged is not None else None
    return None


def elliptic(view: View) -> Target | None:
    """300 postes, dont 120 à Fès; il en a commandé 500; elle passera de 12 à 15 lits: what is counted beside it."""
    quantity, analysis = view.quantity, view.analysis
    if quantity.kind not in ("count", "jobs", "ratio", "measure") or quantity.noun is not None:
        return None
    if quantity.kind == "measure" and not quantity.elliptic:
        return None
    named = topic(view, quantity.first) if _in_terms(view) else None
    supplied = named or _supplied(view)
    if supplied is not None:
        return supplied
    verb = clauses.verb_before(analysis, quantity.first)
    pronoun = (
        verb is not None
        and quantity.first - verb < 5
        and any(analysis.text(place) == "en" for place in range(max(0, clauses.group(analysis, verb)[0] - 2), verb))
    )
    if pronoun and quantity.kind == "ratio" and verb is not None:
        return view.previous() or carried(view)
    if pronoun:
        for number in range(view.number - 1, max(-1, view.number - 13), -1):
            if view.quantities[number].kind == quantity.kind and view.found[number] is not None:
                return view.found[number]
        return carried(view) or view.previous()
    if analysis.text(view.before) in ("dont", "contre"):
        return view.context() if quantity.kind != "ratio" else view.previous()
    return None


def _in_terms(view: View) -> bool:
    """En termes de nuitées, on en compte 24 millions."""
    first = view.quantity.first
    return any(token.low == "termes" for token in view.analysis.tokens[max(0, first - 25) : first])


def _supplied(view: View) -> Target | None:
    """What the nearest number with the same unit and a noun of its own counts: "de [12] à 15 lits"."""
    quantity = view.quantity
    if quantity.kind not in ("count", "jobs") or quantity.unit is None:
        return None
    before = range(max(-1, view.number - 9), view.number)
    for number in (*reversed(before), *range(view.number + 1, min(len(view.quantities), view.number + 3))):
        other = view.quantities[number]
        if number >= 0 and other.kind == quantity.kind and other.unit == quantity.unit and other.noun is not None:
            known = view.found[number] if number < view.number else None
            return known or Target(*other.noun)
    return None
