"""Lines become paragraphs: a sentence that a line break cuts is put together again, page furniture stays apart.

Everything here is linear in the length of the text.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from dataclasses import dataclass, field
from typing import Literal

from pressfacts.articles.datelines import LONGEST_DATELINE, Dateline, dateline
from pressfacts.text import fold

Role = Literal["title", "credit", "kicker", "standfirst", "dateline", "byline", "body"]

_LINE = re.compile(r"[^\n\r\f\u2028\u2029]+")
AGENCY = re.compile(
    r"(?:avec )?(?:AFP|MAP|APS|TAP|AP|EFE|DPA|APA|PANA|Reuters|Xinhua|Bloomberg|Belga|[Ll]a [Rr]édaction|Rédaction)"
    r"(?: ?(?:avec|et|,|/|-) ?(?:AFP|MAP|APS|TAP|AP|Reuters|agences?|AFP-Services))?\.?"
)
# "DR", "© Le Fil", "Ph. Map", "Photo : K. Alami/AFP", "Source : Le Fil"
_CREDIT = re.compile(
    r"""(?: \(?D\.?[ ]?R\.?\)?
          | ©[^\n]{0,80}
          | \(?(?:ph|cr[ée]dits?(?:[ ]photos?)?|photos?|image|source|copyright)[ ]?(?:[.:/]|[ ]-)[ ]?
            (?:[^\d.?!:]|(?<=\w)\d|(?<=\b\w)\.){1,50}\)?\.?
          | photos?[ ]d'(?:archives?|illustration)\.?(?:[^\d.?!:]{0,40})
        )""",
    re.VERBOSE | re.IGNORECASE,
)
CAPITALISED = r"[A-ZÀ-ÖØ-Þ][\w'.-]*"
_NAME = rf"{CAPITALISED}(?:[ ](?:{CAPITALISED}|d[eu]|des|el|al|ben|bin|ibn|le|la|von|van)){{0,5}}"
BYLINE = re.compile(rf"[Pp](?:ar|AR)[ ]:?[ ]?({_NAME}(?:(?:,|[ ]et|[ ]&|[ ]/)[ ]{_NAME}){{0,3}})")
# a line that ends in one of these goes on in the next
_OPEN_ENDS = frozenset({
    "de", "du", "des", "d'", "à", "au", "aux", "le", "la", "les", "l'", "un", "une", "et", "ou", "en", "par",
    "pour", "sur", "dans", "avec", "sans", "sous", "entre", "vers", "chez", "qui", "que", "qu'", "dont", "où",
    "son", "sa", "ses", "leur", "leurs", "ce", "cet", "cette", "ces", "notre", "nos", "votre", "vos", "quelque",
    "environ", "soit",
})  # fmt: skip
LIST_MARK = re.compile(r"[•·▪►]|[-–—*](?=\s)")
_ELISION = re.compile(r"^.*'(?=.)")
_LAST_WORD = re.compile(r"[\w']+$")
_STOPS = ".!?…:;"
CLOSERS = "»”\"')] \u00a0\u202f"


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together, while roles are being given out."""

    start: int
    end: int
    role: Role = "body"
    dates: Dateline | None = None
    depth: int = 0  # brackets still open at its end
    last_line: tuple[int, int] = field(default=(0, 0))


def composed(text: str) -> str:
    """Folded, with letters in one piece, to be matched and never to be counted in."""
    folded = fold(text)
    return folded if unicodedata.is_normalized("NFC", folded) else unicodedata.normalize("NFC", folded)


def _lines(text: str) -> list[tuple[int, int]]:
    found = []
    for match in _LINE.finditer(text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        if start < end:
            found.append((start, end))
    return found


def paragraphs_of(text: str, zone: str) -> list[Paragraph]:
    """Lines joined to paragraphs; those that are page furniture already have their role."""
    lines = _lines(text)
    width = _wrapped_at(text, lines)
    result: list[Paragraph] = []
    for start, end in lines:
        line = text[start:end]
        new = Paragraph(start, end, last_line=(start, end), depth=line.count("(") - line.count(")"))
        before = result[-1] if result else None
        goes_on = (
            before is not None
            and before.role == "body"
            and not LIST_MARK.match(text, start)
            and _open_end(text, before)
        )
        if not goes_on:
            _recognise(composed(line) if end - start <= LONGEST_DATELINE else "", new, zone)
        if before is not None and before.role == new.role == "body" and (goes_on or _joins(text, before, new, width)):
            before.end, before.last_line, before.depth = end, (start, end), before.depth + new.depth
        else:
            result.append(new)
    return result


def _recognise(line: str, paragraph: Paragraph, zone: str) -> None:
    """Dateline, credit line, byline or agency, if the whole line is one."""
    if not line:
        return
    dates = dateline(line, zone)
    if dates is not None:
        paragraph.role, paragraph.dates = "dateline", dates
    elif _CREDIT.fullmatch(line):
        paragraph.role = "credit"
    elif BYLINE.fullmatch(line) or AGENCY.fullmatch(line):
        paragraph.role = "byline"


def _wrapped_at(text: str, lines: list[tuple[int, int]]) -> int:
    """The width at which the text is hard-wrapped; 0 if each line is a paragraph."""
    width = max((end - start for start, end in lines), default=0)
    if not 40 <= width <= 110:
        return 0
    full = sum(
        1
        for (start, end), (following, _) in itertools.pairwise(lines)
        if end - start >= 0.75 * width and not _blank_between(text, end, following)
    )
    return width if full >= 4 and full * 2 >= len(lines) - 1 else 0


def _blank_between(text: str, end: int, start: int) -> bool:
    gap = text[end:start]
    return gap.count("\n") > 1 or gap.count("\r") > 1 or "\f" in gap


def _open_end(text: str, before: Paragraph) -> bool:
    """The paragraph cannot end here: "1 milliard de", "Selon le ministre,"."""
    tail = fold(text[max(before.last_line[0], before.end - 16) : before.end])
    if tail[-1] == ",":
        return True
    word = _LAST_WORD.search(tail)
    # "d'un" ends in "un", "jusqu'à l'" in "l'"
    return word is not None and _ELISION.sub("", word.group().lower()) in _OPEN_ENDS


def _joins(text: str, before: Paragraph, new: Paragraph, width: int) -> bool:
    """The new line goes on with the sentence before it."""
    first = text[new.start]
    if LIST_MARK.match(text, new.start):
        return False
    if width and not _blank_between(text, before.end, new.start):
        word = new.end - new.start if " " not in text[new.start : new.end] else text.index(" ", new.start) - new.start
        if before.last_line[1] - before.last_line[0] + 1 + word > width:
            return True
    if first in "%€$£‰":
        return True
    last = text[max(before.start, before.end - 4) : before.end].rstrip(CLOSERS)[-1:]
    if last in _STOPS and last:
        return False
    if first.islower():
        return True
    # "(+12,4% ou +3,7Mds", line break, "DH)": a bracket that closes in the next line
    closes = text.find(")", new.start, new.end)
    return before.depth > 0 and closes >= 0 and "(" not in text[new.start : closes]
