"""The lexicon's code for an indicator: its longest phrase that begins with, or lies in, the phrase of the text."""

from __future__ import annotations

from pressfacts.lexicon import Lexicon
from pressfacts.lexicon.words import key
from pressfacts.model import Kind

_LONGEST = 8
# Nouns that say how much of what stands behind them.
MEASURES = frozenset(
    "taux nombre niveau montant montants volume volumes part parts valeur valeurs total indice somme prix coût coûts "
    "moyenne effectif effectifs enveloppe budget solde stock encours proportion score superficie surface capacité "
    "production consommation débit vitesse longueur largeur hauteur altitude profondeur poids puissance durée délai "
    "peine bilan record seuil plafond objectif moyennes tarif tarifs prime primes salaire dette bénéfice résultat "
    "perte pertes recettes dépenses revenus déficit excédent investissement investissements marge ratio densité "
    "température distance rendement quantité quantités devis participation taille pression fréquence tension".split()
)


class Codes:
    """Codes of phrases; ``kind`` must be one that the indicator admits."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._table = lexicon.indicators
        self._by_key = lexicon.indicators.by_key

    def measures(self, word: str) -> bool:
        """Whether a word alone names what is measured."""
        return word in MEASURES or key(word) in self._by_key

    def begins_measure(self, phrase: str) -> bool:
        """Whether the first word of a phrase, or all of it, names what is measured."""
        return self.measures(phrase.lower().split(" ", 1)[0]) or self.knows(phrase)

    def moves(self, phrase: str) -> bool:
        """Whether what a phrase names may grow by so many per cent: sales, no crowd of firms."""
        words = phrase.lower().split(" ", 1)
        return words[0] in MEASURES or self.code(phrase, "percent") is not None

    def knows(self, phrase: str) -> bool:
        """Whether the phrase itself is one of the lexicon's."""
        return key(phrase) in self._by_key

    def reach(self, folded: str, start: int, end: int, limit: int) -> int:
        """The end of the longest phrase of the lexicon that begins at ``start`` and ends in ``end`` to ``limit``."""
        best = end
        keyed = key(folded[start:limit])
        at = end - start
        while at <= len(keyed):
            if (at == len(keyed) or keyed[at] == " ") and keyed[:at] in self._by_key:
                best = max(best, start + at)
            following = keyed.find(" ", at + 1)
            if following < 0:
                if at == len(keyed):
                    break
                at = len(keyed)
            else:
                at = following
        return best

    def code(self, phrase: str, kind: Kind) -> str | None:
        """The code of the longest known phrase within the words of ``phrase``, from its left end first."""
        parts = key(phrase).split()[:_LONGEST]
        for size in range(len(parts), 0, -1):
            for first in range(len(parts) - size + 1):
                entry = self._by_key.get(" ".join(parts[first : first + size]))
                if entry is not None and kind in entry.kinds:
                    return entry.id
        return None
