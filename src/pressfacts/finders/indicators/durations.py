"""Spans of time that are the news: "un délai de deux ans", "27 jours de grève", "cinq ans de prison"."""

from __future__ import annotations

from pressfacts.finders.indicators import clauses
from pressfacts.finders.indicators.letters import ADVERB, NOUN, OF, VERB
from pressfacts.finders.indicators.nouns import complement, part_of
from pressfacts.finders.indicators.phrases import DEMONSTRATIVES
from pressfacts.finders.indicators.repeating import contrast
from pressfacts.finders.indicators.view import NOTHING, Target, View

_LASTING = frozenset("prendre prolonger fixer durer".split())
_PASSING = frozenset("passer avoir être faire".split())


def sentenced(view: View) -> Target | None:
    """Quinze mois avec sursis: the word behind that says what kind of sentence it is."""
    if view.quantity.kind != "duration":
        return None
    analysis = view.analysis
    for place in (view.behind, view.behind + 1):
        if analysis.text(place) == "sursis":
            return view.word(place)
    return None


def duration(view: View) -> Target | None:
    """Un délai de deux ans, 27 jours de grève, les travaux dureraient six ans, il restera trente ans; else nothing."""
    if view.quantity.kind != "duration":
        return None
    analysis = view.analysis
    if view.quantity.elliptic:
        return contrast(view) or view.previous() or complement(view) or NOTHING
    if analysis.text(view.before) == "dont" or analysis.text(view.before - 1) in DEMONSTRATIVES:
        for number in range(view.number - 1, max(-1, view.number - 5), -1):
            # "cinq ans de prison, dont 20 mois fermes", "les obligations de 3 ans et celles de 5 ans"
            if view.quantities[number].kind == "duration" and view.found[number] is not None:
                return view.found[number]
    verb = clauses.verb_before(analysis, view.quantity.first)
    near = verb is not None and view.before - verb < 4
    if verb is not None and near:
        last = clauses.group(analysis, verb)[1]
        object_between = NOUN in analysis.letters[last + 1 : view.before + 1]
        is_of = "être" in clauses.lemmas(analysis, last) and analysis.text(view.before) == "de"
        said = clauses.lemmas(analysis, last) & _LASTING or clauses.roles(analysis, verb) & {
            "measure", "level", "increase", "decrease", "move",
        }  # fmt: skip
        if "passer" in clauses.lemmas(analysis, last) and not object_between and view.before == last:
            return NOTHING
        if not object_between and (is_of or said):
            lasts = "durer" in clauses.lemmas(analysis, last)
            return part_of(view) or view.subject(verb) or (view.word(last) if lasts else NOTHING)
    named = part_of(view) or complement(view) or contrast(view)
    if named is not None:
        return named
    if verb is not None and near and _direct(view, verb):
        last = clauses.group(analysis, verb)[1]
        if not clauses.lemmas(analysis, last) & _PASSING:
            return view.word(last)
    return NOTHING


def _direct(view: View, verb: int) -> bool:
    """Whether only adverbs and "de" stand between the verb and the number: "il écope de six mois"."""
    place = view.before
    while place > verb and view.analysis.letter(place) in (ADVERB, OF, VERB):
        place -= 1
    return place == verb or view.before == clauses.group(view.analysis, verb)[1]
