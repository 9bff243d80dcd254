"""The newspapers that head the items of a review: "• Médina Soir", "+Médina Soir+ indique", "… (Médina Soir)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pressfacts.finders.sources.name import PressHit
from pressfacts.finders.sources.page import Page
from pressfacts.lexicon.entries import Press
from pressfacts.lexicon.words import key

_LEFT = re.compile(r"[\s•*+·▪◦►→>=\[–-]{0,6}(?:\d{1,2}[.)]\s?)?[«\"]?$")
_RIGHT = re.compile(r"[ \t+*_»\"\]]{0,4}(?P<colon>\.?[ \t*+]?:)?[ \t]*(?P<end>\r?\n|$)?")
_WRAPS = {"+": "+", "*": "*", "[": "]"}
# What tells that a text reviews newspapers, so that a line's head that no lexicon has may be a title.
_REVIEW = re.compile(
    r"revue de (?:la )?presse|la presse (?:arabophone|francophone|nationale|quotidienne|hebdomadaire|marocaine)|"
    r"titres de la presse|\b(?:quotidiens|journaux|hebdomadaires) (?:parus|du|de ce|d'hier|de la|arabophones|marocains|"
    r"nationaux)|kiosque|à la une d(?:e la presse|es journaux|es quotidiens)|lu (?:dans la presse|pour vous)",
    re.IGNORECASE,
)
_OPENING = 700
_TITLE = r"[A-ZÀ-Ý][\w'-]+(?: (?:d[ue] |des |de la |d'|de l')?[A-ZÀ-Ý][\w'-]+){0,3}"
_UNKNOWN = re.compile(
    rf"^(?P<left>[ \t•*+·▪◦►→>=\[–-]{{0,6}})(?P<title>{_TITLE})(?P<wrap>[+*\]]?)(?P<colon> ?\.?[ +*]?:(?= |\r?$))?",
    re.MULTILINE,
)
_ARABIC = frozenset("al el as ach ar an ad at az akhbar rissalat rissalate sawt saout".split())
_TOLD = re.compile(
    r"\b(?:[Ll]e (?:journal|quotidien|mensuel|magazine)|[Ll]'(?:hebdo|hebdomadaire)|[Ll]a (?:publication|gazette)|"
    r"(?:du|au) (?:journal|quotidien))\b"
)
# How many characters of an item are read for "le journal" that stands for its heading.
_ITEM = 600


@dataclass(slots=True, frozen=True)
class Heading:
    """A newspaper and where its item begins (code points): at the heading, or at the line that its name ends."""

    begin: int
    hit: PressHit


def heads_an_item(folded: str, hit: PressHit) -> bool:
    """ "• L'Economiste" on a line of its own, "ASSABAH :", "*Le Matin.:", "+Assabah+ indique"."""
    line = folded.rfind("\n", max(0, hit.start - 14), hit.start) + 1
    if not line and hit.start > 12:
        return False
    left = folded[line : hit.start]
    if hit.start - line > 12 or not _LEFT.fullmatch(left):
        return False
    if left and _WRAPS.get(left[-1]) == folded[hit.end : hit.end + 1]:
        return True
    right = _RIGHT.match(folded, hit.end)
    if right is None:
        return False
    marked = bool(left.strip()) or folded[hit.start : hit.end].isupper()
    if right["end"] is not None:
        return marked or right["colon"] is not None or hit.sure
    return right["colon"] is not None and marked


def credited(folded: str, hits: Sequence[PressHit]) -> list[Heading]:
    """The items whose line ends with the newspaper in brackets, where at least two do: "Ports : … (Médina Soir)"."""
    found: list[Heading] = []
    for hit in hits:
        if folded[hit.start - 1 : hit.start] != "(" or folded[hit.end : hit.end + 1] != ")":
            continue
        stop = folded.find("\n", hit.end)
        rest = folded[hit.end + 1 : stop if stop >= 0 else len(folded)]
        if hit.entry.kind != "agency" and not rest[:3].strip(" .\r") and len(rest) < 4:
            found.append(Heading(folded.rfind("\n", 0, hit.start) + 1, hit))
    return found if len(found) > 1 else []


def unknown(page: Page, known: Sequence[Heading]) -> list[Heading]:
    """The headings of a review that no lexicon has: "WARAQAT CHAMAL : …", "Al Oumma : …" with "le journal" behind."""
    folded = page.folded
    review = _REVIEW.search(folded, 0, _OPENING) is not None
    taken = {heading.hit.start for heading in known}
    found: list[Heading] = []
    for match in _UNKNOWN.finditer(folded):
        start, end = match.span("title")
        words = match["title"].split()
        wrapped = bool(match["wrap"]) and _WRAPS.get(match["left"][-1:]) == match["wrap"]
        if start in taken or not (wrapped or match["colon"]) or not _title(page, match["title"], start):
            continue
        arabic = key(words[0]) in _ARABIC or any(key(word) == "al" for word in words)
        alike = bool(known) and len(words) > 1 and match["title"].isupper()
        told = _TOLD.search(folded, end, min(len(folded), end + _ITEM)) is not None
        if not review and not (arabic and told):
            continue
        if wrapped or alike or (arabic and len(words) > 1) or (told and len(words) > 1):
            label = " ".join(word.capitalize() if word.isupper() else word for word in words)
            entry = Press(id=f"~{key(label)}", label=label, kind="daily")
            found.append(Heading(start, PressHit(start, end, entry, True)))
    return found


def _title(page: Page, title: str, start: int) -> bool:
    """Whether a line's head is no country, body, role or document that the item is about, and no newspaper."""
    lexicon = page.lexicon
    keyed = key(title)
    first = keyed.split()[0]
    if any(keyed in table for table in (lexicon.countries.by_key, lexicon.organisations.by_key)):
        return False
    return not any(first in table for table in (lexicon.roles.by_key, lexicon.documents.by_key))
