"""Nouns that tell a movement, an aim or a forecast: "hausse", "objectif", "projections".

They stand in ``nouns.toml``; ``python -m pressfacts.lexicon.conjugation`` writes ``noun_roles.tsv``, with the plurals.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path

FOLDER = Path(__file__).parent

ROLES = frozenset(
    {
        "increase", "decrease", "growth", "opening", "closing", "loss", "evolution", "graded", "priced", "owned",
        "contest", "aim", "intent", "guess", "measured", "macro", "decided", "people", "action", "fund", "policy",
        "project", "proposed", "rule", "paper",
    }
)  # fmt: skip


@functools.cache
def _by_role() -> Mapping[str, frozenset[str]]:
    table = (FOLDER / "noun_roles.tsv").read_bytes().decode()
    rows = (row.split("\t") for row in table.splitlines())
    return {role: frozenset(forms.split(" ")) for role, forms in rows}


def nouns(*roles: str) -> frozenset[str]:
    """List the lower-case nouns with any of the roles, singular and plural.

    >>> "hausses" in nouns("increase")
    True
    """
    return frozenset().union(*(_by_role()[role] for role in roles))
