"""Expressions that name no calendar: "depuis trois ans", "ces dix dernières années", "à terme", "en glissement
annuel".
"""

from __future__ import annotations

import re

from pressfacts.finders.periods.leads import Lead, Reading, Scene
from pressfacts.finders.periods.rules import HUNDREDS, SMALL, Rule
from pressfacts.finders.periods.vocabulary import UNIT, VAGUE, VAGUE_WORDS

_LASTING = frozenset("depuis|pendant|durant|il y a|voici|voilà".split("|"))
_SPANNING = frozenset(
    "depuis|en|sur|pendant|durant|dans|d ici|d ici à|après|il y a|voici|voilà|lors de|avant|en l espace de"
    "|en l espace d|au bout de|au bout d|au terme de|au terme d|à l issue de".split("|")
)


def span(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "depuis trois ans", "en cinq ans", "sur dix ans", "pendant 15 ans": no calendar; "sur un an" is a comparison."""
    if lead.intro not in _SPANNING or (lead.article and lead.intro != "durant"):
        return None
    if found["unit"].startswith(("saison", "campagne", "exercice")) and lead.intro not in _LASTING:
        return None  # "douze épisodes en deux saisons": they are counted
    return Reading(
        None, base=lead.intro in ("sur", "en") and found["n"] in ("un", "une", "1") and found["unit"].startswith("an")
    )


def recent_span(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "ces dix dernières années", "les deux prochains mois": no calendar."""
    return Reading(None)


def yearly_comparison(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "en glissement annuel", "en rythme annuel", "d'une année sur l'autre", "en variation annuelle"."""
    return Reading(None, base=True) if lead.intro in ("en", "d") else None


def nowadays(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "aujourd'hui", "actuellement", "à l'heure actuelle", "pour le moment", "désormais", "de nos jours",
    "jusqu'ici".
    """
    word = found[0]
    if word in ("moment", "instant"):
        return Reading(None) if lead.article in ("le", "ce", "l") and lead.intro in ("pour", "en", "à") else None
    if word == "présent":
        return Reading(None) if lead.intro in ("à", "jusqu à") and not lead.article else None
    if word == "stade":
        return Reading(None) if lead.intro == "à" and lead.article == "ce" else None
    return Reading(None)


def formerly(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "auparavant", "précédemment", "à l'époque", "initialement", "jusque-là"; "l'époque de" is none."""
    if found[0] == "époque":
        return (
            Reading(None)
            if lead.article in ("l", "cette") and lead.low[lead.end : lead.end + 2] not in (" d", " o")
            else None
        )
    return Reading(None)


def in_time(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "à terme", "à moyen terme", "en vitesse de croisière", "en année pleine", "au démarrage"."""
    return Reading(None) if lead.intro in ("à", "en", "au") and not lead.article else None


def once(found: re.Match[str], scene: Scene, lead: Lead) -> Reading | None:
    """ "au cours d'une même année", "en une seule saison": any one."""
    return Reading(None)


RULES = (
    Rule(
        yearly_comparison,
        r"(?:(?:glissement|rythme|variation|évolution) annuel(?:le)?|(?:une?|l') ?an(?:née)? (?:sur|à) l'autre)(?!\w)",
        {"glissement", "rythme", "variation", "évolution", "un", "une"},
    ),
    Rule(
        nowadays,
        r"(?:aujourd'hui|actuellement|désormais|dorénavant|heure actuelle|moment(?! o)|instant|stade|présent"
        r"|jusqu'ici|nos jours|maintenant)(?!\w)",
        {*"aujourd actuellement désormais dorénavant heure moment instant stade présent jusqu nos maintenant".split()},
    ),
    Rule(
        formerly,
        r"(?:époque|précédemment|auparavant|initialement|jusque-là|autrefois|jadis|naguère)(?!\w)",
        {"époque", "précédemment", "auparavant", "initialement", "jusque", "autrefois", "jadis", "naguère"},
    ),
    Rule(
        in_time,
        r"(?:(?:(?:court|moyen|long|plus long) )?terme(?! d)|vitesse de croisière|année pleine|démarrage)(?!\w)",
        {"court", "moyen", "long", "plus", "terme", "vitesse", "année", "démarrage"},
    ),
    Rule(once, r"une (?:même|seule) (?:année|saison)(?!\w)", {"une"}),
    Rule(
        recent_span,
        rf"(?:(?:{VAGUE}) )?(?:derni(?:er|ère)s|prochaine?s|premi(?:er|ère)s)(?: {VAGUE})? {UNIT}",
        {SMALL, HUNDREDS, "derniers", "dernières", "prochains", "prochaines", "premiers", "premières", *VAGUE_WORDS},
    ),
    Rule(
        span,
        rf"(?P<n>{VAGUE}) ?(?P<unit>{UNIT})(?! (?:de |d')(?:prison|retard|réclusion))",
        {SMALL, HUNDREDS, *VAGUE_WORDS},
    ),
)  # fmt: skip
