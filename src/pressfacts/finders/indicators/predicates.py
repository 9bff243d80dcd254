"""What a copula says of its subject: "le résultat est presque stable à 3 MDH", "le taux demeure très élevé (13%)"."""

from __future__ import annotations

from pressfacts.finders.indicators import clauses
from pressfacts.finders.indicators.letters import ADJECTIVE, ADVERB, NOUN, OF, PARTICIPLE, VERB
from pressfacts.finders.indicators.view import Target, View

_COPULAS = frozenset(
    "être rester demeurer devenir redevenir sembler paraître apparaître ressortir révéler avérer montrer juger "
    "qualifier".split()
)
_LONGEST = 7


def said_of_subject(view: View, end: int) -> Target | None:
    """Le taux demeure très élevé (13%): the subject, where what ends at a place is a bare predicate of a copula."""
    analysis = view.analysis
    place = end
    words = 0
    while place > max(0, end - _LONGEST) and analysis.letters[place - 1] in (NOUN, PARTICIPLE, ADJECTIVE, ADVERB):
        place -= 1
        words += analysis.letters[place] != ADVERB
        if analysis.tokens[place].capital:
            return None
    verb = place - 1
    if not words or verb < 0 or analysis.letters[verb] != VERB or verb in analysis.verbs:
        return None
    if not clauses.lemmas(analysis, clauses.group(analysis, verb)[1]) & _COPULAS:
        return None
    return view.subject(verb)


def aligned_with(view: View, end: int) -> Target | None:
    """Le chiffre d'affaires est en ligne avec les attentes à 9 MDH: the measure that is in such a state."""
    analysis = view.analysis
    verb = clauses.verb_before(analysis, end)
    if verb is None or end - verb > _LONGEST or analysis.text(verb + 1) not in ("en", "conforme", "conformes"):
        return None
    between = analysis.letters[verb + 1 : end]
    if OF in between or not clauses.lemmas(analysis, verb) & _COPULAS:
        return None
    subject = view.subject(verb)
    return subject if subject is not None and subject.place >= 0 and view.measures(subject) else None
