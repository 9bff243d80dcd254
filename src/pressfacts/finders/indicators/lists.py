"""Proper names with a number each: "l'Espagne (35%), la France (20%) et l'Italie (12%)"."""

from __future__ import annotations

from pressfacts.finders.indicators import clauses
from pressfacts.finders.indicators.letters import INFINITIVE, OF, PARTICIPLE, PREPOSITION, VERB
from pressfacts.finders.indicators.phrases import Head
from pressfacts.finders.indicators.view import Target, View
from pressfacts.finders.indicators.vocabulary import MOVEMENTS


def listed_name(view: View, head: Head, end: int) -> Target | None:
    """Les importations d'Espagne (+15%), de France (+10%): the measure that the names share; else the name itself."""
    analysis, signed = view.analysis, bool(view.quantity.signed)
    shared = _shared(view)
    for outer in analysis.chain_before(end):
        if not analysis.tokens[outer.place].capital and analysis.letters[outer.end] == OF:
            named = analysis.names_measure(outer.place) or analysis.text(outer.place) in MOVEMENTS
            if not named and (signed or shared is not None):
                # "à l'aéroport de Fès (+22%), d'Oujda (+33%)"
                break
            return view.named(outer.place)
    if shared is not None:
        return shared
    hung = analysis.letter(head.governor) == OF or analysis.text(head.governor) in ("en", "à", "au", "aux", "du", "des")
    if hung and view.previous() is not None:
        # "les électeurs de M. Untel (82%), de Mme Unetelle (71%)", "en Europe (-5 kt) et en Asie (-2 kt)"
        return view.previous()
    verb = clauses.verb_before(analysis, end) if analysis.letter(head.governor) == PREPOSITION else None
    subject = view.subject(verb) if verb is not None else None
    if subject is not None and subject.place >= 0 and analysis.names_measure(subject.place):
        # "les exportations progressent vers la Chine (44%)"
        return subject
    if view.previous() is None:
        measure = view.context(measure=True)
        if measure is not None:
            return measure
    return view.target(head.place)


def _shared(view: View) -> Target | None:
    """L'Allemagne a promis 300 MDH, devant la France (250): what the numbers before measure, if it is no other name."""
    analysis = view.analysis
    for target in reversed(view.found[-24:]):
        if target is None or target.end <= target.start:
            continue
        if view.codes.begins_measure(view.folded[target.start : target.end]):
            return target
        done = target.place >= 0 and analysis.letters[target.place] in (VERB, PARTICIPLE, INFINITIVE)
        return target if done or target.place < 0 else None
    return None
