"""Expressions that name no calendar: "depuis trois ans", "ces dix dernières années", "à terme", "en glissement annuel"."""

from __future__ import annotations

import re

from pressfacts.finders.periods.leads import Lead, Reading, Scene
from pressfacts.finders.periods.rules import HUNDREDS, SMALL, Rule
from pressfacts.finders.periods.vocabulary import UNIT, VAGUE, VAGUE_WORDS

_SPANNING = frozenset(
    (
        "depuis", "en", "sur", "pendant", "durant", "dans", "d ici", "d ici à", "après", "il y a", "voici", "voilà", "lors de",
        "avant", "en l espace de", "en l espace d", "au bout de", "au bout d", "au terme de", "au terme d", "à l issue de",
    )
)  # fmt: skip


def span(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "depuis trois ans", "en cinq ans", "sur dix ans", "pendant 15 ans": no calendar; "sur un an" is a comparison."""
    if lead.intro not in _SPANNING or (lead.article and lead.intro != "durant"):
        return None
    return Reading(None, base=lead.intro == "sur" and found["n"] in ("un", "une", "1"))


def recent_span(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "ces dix dernières années", "les deux prochains mois": no calendar."""
    return Reading(None)


def yearly_comparison(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "en glissement annuel", "en rythme annuel", "d'une année sur l'autre", "en variation annuelle"."""
    return Reading(None, base=True)


def nowadays(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "aujourd'hui", "actuellement", "à l'heure actuelle", "pour le moment", "désormais", "de nos jours"."""
    return Reading(None)


def formerly(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "auparavant", "précédemment", "à l'époque", "initialement", "jusque-là"."""
    return Reading(None)


def in_time(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "à terme", "à moyen terme", "en vitesse de croisière", "en année pleine", "au démarrage"."""
    return Reading(None)


def once(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "au cours d'une même année", "en une seule saison": any one."""
    return Reading(None)


RULES = (
    Rule(
        yearly_comparison,
        r"(?:en (?:glissement|rythme|variation|évolution) annuel(?:le)?|d'une? an(?:née)? (?:sur|à) l'autre|en un an|sur un an)(?!\w)",
        {"en", "d", "sur"},
    ),
    Rule(
        nowadays,
        r"(?:aujourd'hui|actuellement|désormais|dorénavant|(?:à )?l'heure actuelle|(?:pour |à |en )?(?:le |ce )moment(?! o)|pour l'instant"
        r"|à ce stade|jusqu'à présent|jusqu'ici|de nos jours|à présent|maintenant)(?!\w)",
        {"aujourd", "actuellement", "désormais", "dorénavant", "à", "l", "pour", "en", "le", "ce", "jusqu", "de", "maintenant"},
    ),
    Rule(
        formerly,
        r"(?:(?:à )?l'époque|précédemment|auparavant|initialement|jusque-là|autrefois|jadis|naguère)(?!\w)",
        {"à", "l", "précédemment", "auparavant", "initialement", "jusque", "autrefois", "jadis", "naguère"},
    ),
    Rule(
        in_time,
        r"(?:à (?:court |moyen |long |plus ou moins long )?terme|en vitesse de croisière|en année pleine|au démarrage)(?!\w)",
        {"à", "en", "au"},
    ),
    Rule(once, r"(?:au cours d'|en )?une (?:même|seule) (?:année|saison)(?!\w)", {"au", "en", "une"}),
    Rule(
        recent_span,
        rf"(?:(?:{VAGUE}) )?(?:derni(?:er|ère)s|prochaine?s|premi(?:er|ère)s)(?: {VAGUE})? {UNIT}",
        {SMALL, HUNDREDS, "derniers", "dernières", "prochains", "prochaines", "premiers", "premières", *VAGUE_WORDS},
    ),
    Rule(span, rf"(?P<n>{VAGUE}) ?(?P<unit>{UNIT})(?! (?:de |d')(?:prison|retard|réclusion))", {SMALL, HUNDREDS, *VAGUE_WORDS}),
)  # fmt: skip
