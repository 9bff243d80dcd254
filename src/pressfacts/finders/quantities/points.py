"""Points: of percentage, of an index, or counted as on a scoreboard."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pressfacts.finders.quantities.unit import Unit
from pressfacts.language.tokens import Token

_RATE_WORDS = frozenset(
    "taux part pourcentage croissance chômage inflation déficit pib tva marge proportion cote popularité ratio "
    "couverture rendement participation abstention scolarisation remplissage occupation intentions sondage "
    "dette".split()
)
_POINT_MOVES = frozenset(
    "hausse baisse recul progression gagne gagné perd perdu recule reculé progresse progressé baisse baissé chute "
    "chuté augmente augmenté grimpe grimpé bondit bondi hausse cède cédé remonte remonté".split()
)
_SPORT = frozenset(
    "match matchs classement championnat botola équipe équipes saison passes rbds rebonds ligue division".split()
)
_INDEX_WORDS = frozenset("masi madex msi20 indice cac nikkei topix dow nasdaq bourse séance clôture".split())


def points(tokens: Sequence[Token], at: int, last: int, value: Decimal) -> Unit:
    """Points: of percentage beside rates, of an index when there are hundreds, else counted ("17 points de
    retard").
    """
    following = tokens[last + 1].low if last + 1 < len(tokens) else ""
    more = following in ("plus", "moins", "mieux", "marge", "pourcentage", "base", "croissance")
    if tokens[last].low in ("de", "d'") and following[:1].isalpha() and not more if last < len(tokens) else False:
        return Unit("count", "point", Decimal(1), at, last, "units:points_counted", noun=True)
    lows = {token.low for token in tokens}
    if value >= 100 or (lows & _INDEX_WORDS and "%" not in lows):
        return Unit("measure", "point", Decimal(1), at, last, "units:points_of_index")
    if (
        more
        or (value % 1 and not lows & _SPORT)
        or "%" in lows
        or lows & _RATE_WORDS
        or (lows & _POINT_MOVES and not lows & _SPORT)
    ):
        return Unit("percent", "percentage_point", Decimal(1), at, last, "units:points_of_percentage")
    return Unit("count", "point", Decimal(1), at, last, "units:points_counted", noun=True)
