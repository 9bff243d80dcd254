"""Whether the verb beside a date without a year tells what has been: "6.100 hectares avaient brûlé le 19 juillet"."""

from __future__ import annotations

import re

from pressfacts.lexicon import verbs

_WORD = re.compile(r"[^\W\d_]+")
_HAVE = frozenset("a ai ont avons avait avaient eut eurent été".split())
_BE = frozenset("est sont était étaient fut furent".split())
# Participles that make a past with "est": "est passé à 12 %", where "est fixé à" tells of no past.
_GONE = frozenset(
    "passer tomber monter descendre rester devenir retomber arriver partir revenir naître mourir décéder entrer sortir"
    " remonter redescendre intervenir survenir parvenir venir".split()
)
# What was said or planned lies ahead or behind: "a annoncé l'ouverture d'un centre en juin".
_OPEN_ROLES = frozenset(("report", "report_clause", "publish", "wish", "demand", "aim", "promise", "plan", "forecast"))
# "a signé pour une livraison en septembre": what is agreed comes later.
_TO_COME = frozenset(
    "pour livraison livraisons ouverture service lancement démarrage échéance départ prochain prochaine vue "
    "remboursable rendez jusqu".split()
)
_WINDOW = 160


def told_as_past(low: str, start: int, end: int) -> bool:
    """Whether the nearest verb ahead of a date, or at the head of a sentence the first one behind it, is in the past.

    ``start`` and ``end`` bound the date in the lower-case sentence ``low``.
    """
    words = _WORD.findall(low[max(0, start - _WINDOW) : start])
    for place in range(len(words) - 1, -1, -1):
        if words[place] in _TO_COME:
            return False
        past = _past(words, place, said_too=False)
        if past is not None:
            return past
    words = _WORD.findall(low[end : end + _WINDOW])
    for place in range(len(words)):
        past = _past(words, place, said_too=True)
        if past is not None:
            return past
    return False


def _past(words: list[str], place: int, *, said_too: bool) -> bool | None:
    """Whether the word is a verb of the past ("avaient brûlé", "atteignait"); None for no verb of its own."""
    word = words[place]
    forms = verbs.load_verb_forms().get(word, ())
    if not forms:
        return None
    tenses = {form.tense for form in forms}
    if "past_participle" in tenses or word == "été":
        verb = _with_auxiliary(words, place)
        if verb is not None:
            open_to_come = any(verbs.roles(form.lemma) & _OPEN_ROLES for form in forms)
            lasting = verb == "be" and not any(form.lemma in _GONE for form in forms) and not _reflexive(words, place)
            return not lasting and (said_too or not open_to_come)
        if tenses == {"past_participle"}:
            return None
    if word in verbs.homographs():
        return None
    if "infinitive" in tenses or "present" in tenses or "future" in tenses or "conditional" in tenses:
        return False
    if "imperfect" in tenses or "past_historic" in tenses:
        return said_too or not any(verbs.roles(form.lemma) & (_OPEN_ROLES | {"modal"}) for form in forms)
    return None


def _with_auxiliary(words: list[str], place: int) -> str | None:
    """ "have" in "a ainsi été vendu", "be" in "est passé"; None for a participle on its own."""
    for back in range(place - 1, max(-1, place - 4), -1):
        word = words[back]
        if word in _HAVE:
            return "have"
        if word in _BE:
            return "be"
        if len(word) < 3 or word in ("les", "des", "une", "que", "qui"):
            return None
    return None


def _reflexive(words: list[str], place: int) -> bool:
    """ "s'est établi"."""
    return any(word in ("s", "se") for word in words[max(0, place - 3) : place])
