"""Movements: "une hausse de 3% des prix", "en recul de 2%", "l'augmentation des dépenses de 4%"."""

from __future__ import annotations

from pressfacts.finders.indicators import clauses
from pressfacts.finders.indicators.letters import ADVERB, CONJUNCTION, GERUND, NOUN, OF, PARTICIPLE, STOP, TIME, VERB
from pressfacts.finders.indicators.phrases import Head
from pressfacts.finders.indicators.view import Target, View, right
from pressfacts.finders.indicators.vocabulary import GROWING, MOVEMENTS, OWN_MOVEMENTS

_LEADS = frozenset("de d' du à limité limitée limités limitées estimée".split())


def movement(view: View) -> Target | None:
    """Une hausse de 3% des prix, en recul de 2%, un repli, limité à 3%: what moves."""
    analysis = view.analysis
    end = view.before
    if analysis.text(end) in ("(", ","):
        # "une légère baisse (-3%)", "en recul, de 3%"
        if analysis.text(end - 1) not in MOVEMENTS or analysis.text(view.behind) in ("de", "d'", "du", "des"):
            return None
    elif analysis.text(end) not in _LEADS and analysis.text(end) not in MOVEMENTS:
        return None
    elif analysis.text(end) in MOVEMENTS:
        end += 1
    while analysis.letter(end - 1) in (ADVERB, PARTICIPLE) and analysis.text(end - 1) not in MOVEMENTS:
        end -= 1
    nearer: Head | None = None
    for head in analysis.chain_before(end):
        if analysis.text(head.place) in MOVEMENTS:
            whole = view.moving(head.place)
            if nearer is not None and whole.place == head.place and analysis.text(head.place) not in OWN_MOVEMENTS:
                # "une augmentation de capital de 3 MDH"
                return whole
            if nearer is not None:
                return (
                    view.target(nearer.place)
                    if analysis.text(nearer.governor) in ("de", "d'", "du", "des", "en")
                    else None
                )
            return _moving(view, head)
        if nearer is not None and analysis.letter(nearer.governor) != OF and nearer.first < nearer.place:
            return None
        nearer = head
    return None


def moving_noun(view: View, place: int) -> Target:
    """What moves, for a movement at a place that the number measures."""
    head = view.analysis.head_before(place + 1)
    return (_moving(view, head) if head is not None else None) or view.moving(place)


def _moving(view: View, head: Head) -> Target | None:
    """What moves: behind the number, in the noun before "en hausse", or the subject of the verb."""
    analysis = view.analysis
    behind = right(view)
    if behind is not None:
        return view.target(behind.place)
    left = head.first - 1
    # "a connu une croissance à 335 millions" is the level of what grew
    reached = analysis.text(view.before) == "à" and analysis.letter(left) == VERB
    own = analysis.text(head.place) in OWN_MOVEMENTS and not reached
    if own and analysis.text(left) != "en" and analysis.letter(left) != STOP:
        # "une croissance bénéficiaire de 21%" is what is measured; "enregistré une croissance de 21%" is not
        alone = analysis.letter(head.place + 1) not in (NOUN, PARTICIPLE)
        return (_subject_measure(view, left) if alone else None) or view.target(head.place)
    if analysis.text(left) == "en":
        noun = analysis.carrier(left)
        if noun is not None:
            return view.resolved(view.target(noun))
        left -= 1
    while analysis.letter(left) in (ADVERB, TIME):
        left -= 1
    if analysis.text(left) in (",", "soit", "(", "avec", "marquant") or analysis.letter(left) == GERUND:
        target = view.previous()
        if target is not None:
            return target
    if analysis.text(left).endswith("é") and analysis.letter(left) != VERB:
        # "le nombre a reculé et le taux enregistré une baisse de 3%"
        for bare in analysis.chain_before(left):
            if bare.governor >= 0 and analysis.letters[bare.governor] == CONJUNCTION:
                return view.target(bare.place)
    verb = clauses.verb_before(analysis, head.first)
    if verb is not None:
        subject = view.subject(verb)
        if subject is not None and subject.place != head.place:
            return subject
    return _main_subject(view, left) or view.context() or view.target(head.place)


def _main_subject(view: View, opener: int) -> Target | None:
    """Avec une hausse de 25%, les recettes s'élèvent: the subject of the clause that the movement opens."""
    analysis = view.analysis
    if opener > 2 or analysis.text(opener) not in ("avec", "après", "malgré"):
        return None
    for place in range(view.behind, min(len(analysis.tokens), view.behind + 12)):
        if analysis.text(place) == ",":
            head = analysis.head_behind(place + 1)
            return view.target(head.place) if head is not None else None
    return None


def _subject_measure(view: View, verb: int) -> Target | None:
    """Les exportations ont enregistré une croissance de 9%: the measure that is the subject."""
    analysis = view.analysis
    if analysis.text(verb) == "avec" and (analysis.text(verb - 1) == "," or view.previous() is not None):
        # "les prix ont reculé, avec une réduction de 12 centimes"
        main = clauses.verb_before(analysis, verb)
        return view.previous() or (view.subject(main) if main is not None else None)
    if analysis.letter(verb) not in (VERB, GERUND):
        return None
    roles = clauses.roles(analysis, verb)
    held = roles & {"hold", "level"} or "connaître" in clauses.lemmas(analysis, clauses.group(analysis, verb)[1])
    if not held or roles & {"forecast", "plan", "report_clause"}:
        return None
    subject = view.subject(verb)
    if subject is None or subject.end <= subject.start:
        return None
    if view.codes.moves(view.folded[subject.start : subject.end]):
        return subject
    # "le fret maritime affiche une croissance de 12%", but the growth of a firm or a country is measured itself
    acting = subject.place < 0 or analysis.tokens[subject.place].capital or analysis.text(subject.place) in GROWING
    return None if acting or analysis.letter(verb) == GERUND else subject


def moved_behind(view: View, place: int) -> Target | None:
    """25% de hausse sur les ventes anciennes; avec 9% de hausse: what moves, for a movement behind the number."""
    analysis = view.analysis
    behind = place + 1
    if analysis.text(behind) in ("de", "d'", "du", "des", "sur", "pour"):
        head = analysis.head_behind(behind + 1)
        if head is not None:
            return view.target(head.place)
    target = view.previous()
    if target is not None:
        return target
    verb = clauses.verb_before(analysis, view.quantity.first)
    return (view.subject(verb) if verb is not None else None) or view.context()
