"""What stands before an expression of time and says how it is meant: "depuis", "d'ici", "par rapport à", "au cours
de la".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pressfacts.finders.periods.mentions import Antecedent
from pressfacts.lexicon import verbs

Mode = Literal["", "open", "until", "before", "after", "base", "in"]
OPEN: Mode = "open"
UNTIL: Mode = "until"
BEFORE: Mode = "before"
AFTER: Mode = "after"
BASE: Mode = "base"
IN: Mode = "in"
# "+" stands for de, du, des, d', "*" for à, au, aux; elided words stand without their apostrophe.
_ENDINGS = {"+": ("de", "du", "des", "d"), "*": ("à", "au", "aux")}
_FORMS: dict[Mode, str] = {
    OPEN: "depuis, dès, à partir +, à compter +, à dater +",
    UNTIL: "d ici, d ici *, jusqu *, jusqu en",
    BEFORE: "avant",
    AFTER: "après",
    BASE: "contre, face *, vis à vis +, par rapport *, comparativement *, comparé *, comparée *, comparés *, "
    "comparées *, celui +, celle +, ceux +, celles +, celui en, celle en, ceux en, celles en, en comparaison +, "
    "en comparaison *, en comparaison avec, relativement *, niveau de, niveau du, d il y a",
    IN: "en, durant, pendant, pour, dans, sur, courant, *, +, sous, vers, voici, voilà, entre, il y a, horizon, "
    "à horizon, à l horizon, à l horizon de, au cours +, en cours d, dans le courant +, au titre +, lors +, "
    "tout au long +, au long +,"
    "à l issue +, au terme +, au bout +, en l espace +, sur l ensemble +, pour l ensemble +, en vue +, à l occasion +, "
    "au début +, au milieu +, à la fin +, vers la fin +",
}


def _introductions() -> dict[tuple[str, ...], Mode]:
    table: dict[tuple[str, ...], Mode] = {}
    for mode, forms in _FORMS.items():
        for form in forms.split(", "):
            *stem, last = form.split()
            table.update({(*stem, word): mode for word in _ENDINGS.get(last, (last,))})
    return table


_INTRODUCTIONS = _introductions()
_LONGEST = max(map(len, _INTRODUCTIONS))
_LAST_WORDS = frozenset(words[-1] for words in _INTRODUCTIONS)
_ARTICLES = frozenset("le la les l ce cette cet ces ladite ledit".split())
_BACKWARDS = re.compile(r"[^\W\d_]+|[^\w\s'-]|\d+|-")
_WINDOW = 36
# "depuis plus de dix ans", "en à peine trois mois", "pendant une quinzaine de jours": passed over before a time span.
_ROUGHLY = re.compile(
    r"(?<!\w)(?:(?:plus|moins|près|autour) d(?:e\s|'une?\s|')|(?:environ|presque|au moins|quelque|à peine|une|les"
    r"|ces)\s){1,2}$"
)
# Without an introduction a bare year stands in brackets or behind "était": "(2018)", "le record fut 2019".
_FREE = re.compile(r"[(\[]$|(?<!\w)(?:été|est|était|sera|fut|année)\s$")
_FUNCTION_WORD = (
    r"(?:et|ou|à|au|aux|de|du|des|par|pour|sur|dans|avec|a|ont|est|sont|contre|après|selon|le|la|les|un|une|qui|que"
    r"|dont|où|en|il|elle|se"
    r"|parmi|via|lorsque|dès|durant|pendant|mais|soit|comme|grâce|malgré|avant|ne|alors|afin|ainsi|entre|hors|plus"
    r"|puis|chez|sous|sans|ce"
    r"|cette|ses|son|sa|leurs?|on|nous|ils|elles|était|étaient|avait|avaient|fut|sera|serait|devrait|lors|suite|face"
    r"|notamment|tandis"
    r"|pourrait|reste|marque|jusqu|depuis|car|donc|hausse|baisse|près|moins|quelque|environ|prévoit|dernier|dernière"
    r"|dépasse|atteint"
    r"|représente|s'est|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|respectivement|seulement|déjà|encore|aussi)"
)
_COUNTED = re.compile(rf"\s(?!{_FUNCTION_WORD}(?!\w))(?P<noun>[a-zà-ÿ]{{1,30}})(?![\w'])|\s?[€$£%]")


_AUXILIARIES = frozenset("a ont avait avaient ayant".split())
_PLANNED = frozenset(
    "prévu prévue prévus prévues attendu attendue attendus attendues programmé programmée programmés programmées"
    " prévoit"
    " prévoient doit doivent devrait devraient pourrait pourraient prochain prochaine prochains prochaines appelle"
    " appellent"
    " va vont table tablent vise visent compte".split()
)
_WORDS = re.compile(r"[^\W\d_]+")
# Verbs that the lexicon does not have: "examinera", "engloutiront".
_FUTURE_ENDING = re.compile(r"\w{3}(?:era|eront|ira|iront|dra|dront|tra|tront|vra|vront)$")


class Scene:
    """What an expression may lean on: the publication, what earlier sentences said, and its own sentence.

    ``here`` is the period that the same sentence has named before, as EDTF, ``reached`` that or one open to the past
    ("jusqu'à fin juin"); ``text`` the folded sentence.
    """

    def __init__(self, published: date | None, antecedent: Antecedent, text: str, low: str) -> None:
        self.published = published
        self.antecedent = antecedent
        self.here: str | None = None
        self.reached: str | None = None
        self.text = text
        self._low = low
        self._tenses: tuple[bool, bool] | None = None

    @property
    def future(self) -> bool:
        """Whether a verb of the sentence speaks of what is to come."""
        return self._told()[0]

    @property
    def past(self) -> bool:
        """Whether a verb of the sentence speaks of what has been."""
        return self._told()[1]

    def _told(self) -> tuple[bool, bool]:
        if self._tenses is None:
            future = past = False
            before = ""
            forms = verbs.load_verb_forms()
            for word in _WORDS.findall(self._low):
                tenses = {form.tense for form in forms.get(word, ())}
                future = (
                    future
                    or "future" in tenses
                    or word in _PLANNED
                    or (not tenses and _FUTURE_ENDING.search(word) is not None)
                )
                past = past or (
                    (before in _AUXILIARIES and ("past_participle" in tenses or word == "été"))
                    or ("imperfect" in tenses and word not in verbs.homographs())
                )
                before = word
            self._tenses = future, past
        return self._tenses


@dataclass(slots=True)
class Reading:
    """What an expression says: its EDTF, and whether it is the base of a comparison by itself ("sur un an")."""

    edtf: str | None
    base: bool = False


@dataclass(slots=True)
class Lead:
    """What introduces an expression: its mode, its words ("à partir de") and the article behind them ("la").

    ``start`` is where the introduction begins, ``article_start`` where the article does, ``end`` where the
    expression ends; ``low`` is the lower-case sentence.
    """

    mode: Mode
    intro: str
    article: str
    start: int
    article_start: int
    low: str
    end: int

    @property
    def before(self) -> str:
        """Up to 80 characters ahead of the introduction."""
        return self.low[max(0, self.start - 80) : self.start]

    @property
    def counts(self) -> bool:
        """Whether a noun follows that a number counts: "entre 1500 et 2000 personnes"; "entre 2014 et 2018
        figurent" has a verb.
        """
        found = _COUNTED.match(self.low, self.end)
        if not found or not found["noun"]:
            return found is not None
        forms = verbs.load_verb_forms().get(found["noun"], ())
        return not any(form.person[1:] in ("s", "p") for form in forms) or found["noun"] in verbs.homographs()

    @property
    def free(self) -> bool:
        """Whether a bare year may stand here without an introduction: in brackets, behind "était"."""
        return _FREE.search(self.low[max(0, self.start - 12) : self.start]) is not None


Read = Callable[["re.Match[str]", Scene, Lead], "Reading | None"]


def lead(low: str, core: int, end: int, floor: int, *, span: bool = False) -> Lead:
    """Read what stands before the expression from ``core`` to ``end``, no farther back than ``floor``.

    Before a time span (``span``) words of roughness are passed over: "depuis plus de dix ans".
    """
    begin = max(floor, core - _WINDOW)
    if span and (rough := _ROUGHLY.search(low, begin, core)):
        core = rough.start()
    words = list(_BACKWARDS.finditer(low, begin, core))
    article, start, article_start = "", core, core
    if words and words[-1][0] in _ARTICLES and _adjoin(low, words[-1].end(), core):
        article, start = words[-1][0], words[-1].start()
        article_start = start
        words.pop()
    if not words or words[-1][0] not in _LAST_WORDS or not _adjoin(low, words[-1].end(), start):
        return Lead("", "", article, start, article_start, low, end)
    spoken = [word[0] for word in words[-_LONGEST - 1 :] if word[0] != "-"]
    for length in range(min(_LONGEST, len(spoken)), 0, -1):
        mode = _INTRODUCTIONS.get(tuple(spoken[-length:]))
        if mode:
            spans = [word for word in words if word[0] != "-"][-length:]
            return Lead(mode, " ".join(spoken[-length:]), article, spans[0].start(), article_start, low, end)
    return Lead("", "", article, start, article_start, low, end)


def _adjoin(low: str, end: int, start: int) -> bool:
    """Whether nothing but white space or an apostrophe parts two words."""
    between = low[end:start]
    return between.strip() in ("", "'")
