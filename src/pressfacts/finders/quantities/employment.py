"""When people or cuts that are counted are jobs: "emploie 22.000 personnes", "792 suppressions" of posts."""

from __future__ import annotations

from collections.abc import Sequence

from pressfacts.language.tokens import MARK, Token
from pressfacts.language.words import verb_forms

# Behind "postes de" these are places, not jobs.
POSTS_THAT_ARE_PLACES = frozenset(
    "frontières frontaliers avancés émetteurs électriques police contrôle garde secours commandement télévision "
    "péage frontière douane".split()
)
_PERSONS = frozenset(("personne", "agent", "cadre", "ouvrier", "travailleur", "fonctionnaire"))
_EMPLOYING = frozenset(("employer", "embaucher", "recruter", "licencier", "débaucher", "réembaucher", "congédier"))
_CUTS = frozenset(("suppression", "création", "destruction", "perte"))


def means_jobs(tokens: Sequence[Token], noun: str, at: int) -> bool:
    """Whether a counted noun (singular), at ``at``, means jobs in its sentence."""
    return (noun in _PERSONS and _employed(tokens, at)) or (noun in _CUTS and _about_jobs(tokens))


def _about_jobs(tokens: Sequence[Token]) -> bool:
    """ "sauver 300 postes sur un total de 792 suppressions": the sentence says of what."""
    return any(token.low in ("emploi", "emplois", "poste", "postes", "licenciements") for token in tokens)


def _employed(tokens: Sequence[Token], at: int) -> bool:
    """ "emploie plus de 22.000 personnes": the verb before makes the people jobs."""
    for place in range(at - 1, max(-1, at - 9), -1):
        token = tokens[place]
        if token.kind == MARK and token.text in ".;:":
            return False
        if any(form.lemma in _EMPLOYING for form in verb_forms(token)):
            return True
    return False
