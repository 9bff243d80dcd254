"""The titles of the press in a text: the lexicon's, with dots, "&" and "+", and those that only a noun announces."""

from __future__ import annotations

import re
from dataclasses import replace

from pressfacts.finders.sources.name import PressHit
from pressfacts.finders.sources.nouns import PRESS_ADJECTIVES, TITLED_NOUNS
from pressfacts.language.words import (
    ADVERBS,
    CONJUNCTIONS,
    DETERMINERS,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
)
from pressfacts.lexicon import Lexicon, verbs
from pressfacts.lexicon.entries import Press
from pressfacts.lexicon.words import key
from pressfacts.text import fold

# What may begin a title: a capital, a digit, or one small letter before a capital ("fDi Markets").
_START = re.compile(r"(?<![\w-])(?:[A-ZÀ-ÖØ-ÞŒ0-9]|[a-z][A-Z])\w*")
_TWO = re.compile(r"(\w+)(?:\W{1,3}(\w+))?")
_ARTICLE_BEFORE = re.compile(r"(?:^|\W)(?:le|la|les|l|du|des|au|aux) $")
_ARTICLES = ("le", "la", "les", "l")
_DOMAIN = re.compile(r"\.(?:ma|com|fr|net|org|info|tn|dz|sn|ci|cm|cd|be|ch|ca|eu|mu|mr|tv)(?![\w-])")
_WORDS = re.compile(r"\w+")
_CAPITALS = r"[A-ZÀ-Ý](?:[\w'.-]*\w)?(?: (?:d[eu]s? |d'|la |l'|el |al )?[A-ZÀ-Ý0-9][\w'-]*){0,4}"
_ANNOUNCED = re.compile(
    rf"(?<!\w)(?:(?:{'|'.join(sorted(TITLED_NOUNS))})(?: (?P<adjective>\w+))? [«\"]? ?(?P<title>{_CAPITALS})"
    r"|(?<=[a-zà-ÿ'] )(?P<own>(?:Journal|Quotidien|Gazette|Hebdo)(?: officiel)?"
    rf"(?: de la| de l'| de| du| d'| des)? ?{_CAPITALS}))"
)
_PLACES = frozenset("maroc sahel alsace dauphine provence marseillaise montagne pyrenees france afrique union".split())
_NEXT = re.compile(r"[ \n]([a-zà-ÿœ]{3,})(?!['\w])")
# "L'Union des apiculteurs" is a body, "L'Economiste des 3 et 4 mai" a newspaper.
_OF_MANY = re.compile(r"[ \n]des [a-zà-ÿœ]{4,}")
_LINKS = (
    PREPOSITIONS
    | ADVERBS
    | CONJUNCTIONS
    | RELATIVES
    | PRONOUNS
    | NEGATIONS
    | DETERMINERS
    | frozenset(
        "lundi mardi mercredi jeudi vendredi samedi dimanche daté datée cité citée citant comme ainsi quand alors afin "
        "lors face hebdo quotidien magazine numéro paru parue matin soir week-end selon aurait".split()
    )
)
_NO_TITLES = frozenset("m mm mme me dr pr monsieur madame officiel".split())


class PressIndex:
    """The newspapers of the lexicon, looked up by their first two words."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._table = lexicon.press
        self._surfaces: dict[tuple[str, str], list[str]] = {}
        self._bare: dict[tuple[str, str], list[str]] = {}
        self._capitals: dict[str, str | None] = {}
        for surface in lexicon.press.by_key:
            words = _WORDS.findall(surface)
            self._enter(self._surfaces, words, surface)
            if len(words) > 1 and words[0] in _ARTICLES:
                self._enter(self._bare, words[1:], surface)
        for table in (self._surfaces, self._bare):
            for found in table.values():
                found.sort(key=len, reverse=True)

    def _enter(self, table: dict[tuple[str, str], list[str]], words: list[str], surface: str) -> None:
        table.setdefault((words[0], words[1] if len(words) > 1 else ""), []).append(surface)

    def find(self, folded: str, keyed: str) -> list[PressHit]:
        """All names in a text, the longest at each place, left to right. Linear in the text."""
        hits: list[PressHit] = []
        reached = 0
        symbols = self._table.by_symbol
        for match in _START.finditer(folded):
            start = match.start()
            if start < reached:
                continue
            found = self._at(folded, keyed, start)
            if found is None and match[0] in symbols:
                entry = symbols[match[0]]
                found = PressHit(start, match.end(), entry, not entry.ambiguous)
            if found is not None:
                domain = _DOMAIN.match(keyed, found.end)
                if domain is not None:  # "Hespress.com", "Telquel.ma"
                    found = PressHit(found.start, domain.end(), found.entry, True)
                elif not found.sure:
                    if _goes_on(folded, found.end):
                        continue
                    found = replace(found, doubtful=_doubtful(keyed, found))
                hits.append(found)
                reached = found.end
        return _with_announced(hits, folded)

    def _at(self, folded: str, keyed: str, start: int) -> PressHit | None:
        pair = _TWO.match(keyed, start)
        if pair is None:
            return None
        first, second = pair[1], pair[2] or ""
        for places in ((first, second), (first, "")):
            for surface in self._surfaces.get(places, ()):
                stop = start + len(surface)
                if not _matches(folded, keyed, surface, start):
                    continue
                entry = self._table.by_key[surface]
                if self._capitalised(folded, start, surface, entry):
                    return PressHit(start, stop, entry, not entry.ambiguous)
        # "l'Economiste", "du Matin", "au Monde": the article of the title is written small or melted.
        for places in ((first, second), (first, "")):
            titles = self._bare.get(places)
            if titles and _ARTICLE_BEFORE.search(keyed, max(0, start - 5), start):
                for surface in titles:
                    rest = surface.split(" ", 1)[1]
                    stop = start + len(rest)
                    if _matches(folded, keyed, rest, start):
                        entry = self._table.by_key[surface]
                        return PressHit(start, stop, entry, not entry.ambiguous)
        return None

    def _capitalised(self, folded: str, start: int, surface: str, entry: Press) -> bool:
        """Whether the text has a capital where the lexicon has one: "le pays", "L'opinion" are no titles."""
        if surface not in self._capitals:
            written = next((word for word in entry.words if key(word) == surface), None)
            self._capitals[surface] = None if written is None else fold(written)
        written = self._capitals[surface]
        if written is None:
            return True
        return all(
            folded[start + word.start()].isupper() or not written[word.start()].isupper()
            for word in _WORDS.finditer(written)
        )


def _goes_on(folded: str, end: int) -> bool:
    """ "L'Union générale", "L'Opinion publique": the word behind is part of another name."""
    if _OF_MANY.match(folded, end) is not None:
        return True
    match = _NEXT.match(folded, end)
    if match is None:
        return False
    word = match[1]
    return not (word in _LINKS or word.endswith("ment") or word in verbs.load_verb_forms())


def _doubtful(keyed: str, hit: PressHit) -> bool:
    """ "Libération", "Aujourd'hui le Maroc" may be other words with the same capitals; "Le Matin" may not."""
    words = _WORDS.findall(keyed, hit.start, hit.end)
    return len(words) == 1 or not _PLACES.isdisjoint(words)


def _matches(folded: str, keyed: str, surface: str, start: int) -> bool:
    """Whether a title stands at a place as whole words: "La Croix", and not "La Croix-Rouge"."""
    if not keyed.startswith(surface, start):
        return False
    stop = start + len(surface)
    following = keyed[stop : stop + 1]
    if folded[stop : stop + 1] == "-" and keyed[stop + 1 : stop + 2].isalpha():
        return False
    return not following.isalnum() and (surface[-1].isalnum() or following != surface[-1])


def _with_announced(hits: list[PressHit], folded: str) -> list[PressHit]:
    """Also the titles that no lexicon has but a noun announces: "l'hebdomadaire arabophone Nord-Matin"."""
    taken = {hit.start: hit for hit in hits}
    more: list[PressHit] = []
    for match in _ANNOUNCED.finditer(folded):
        group = "title" if match["own"] is None else "own"
        start, end = match.span(group)
        adjective = match["adjective"]
        if adjective is not None and key(adjective) not in PRESS_ADJECTIVES:
            continue
        known = next((taken[at] for at in range(start, end) if at in taken), None)
        if key(match[group].split()[0]).rstrip(".") in _NO_TITLES or (
            known is not None and (known.start != start or group == "title" or end <= known.end)
        ):
            continue
        if known is not None:  # "le Journal officiel de Haute-Rive" is not the "Journal officiel"
            hits.remove(known)
        label = " ".join(match[group].split())
        entry = Press(id=f"~{key(label)}", label=label, kind="daily")
        more.append(PressHit(start, end, entry, True))
    return sorted([*hits, *more], key=lambda hit: hit.start) if more else hits
