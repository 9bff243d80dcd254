"""The press review's own form: which lines are headline, credit, kicker, standfirst, dateline, byline, and which body.

A text in no such form is all body. Everything here is linear in the length of the text.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import NamedTuple

from pressfacts.articles.datelines import ZONE, Moment, agency_lead
from pressfacts.articles.paragraphs import (
    AGENCY,
    BYLINE,
    CAPITALISED,
    CLOSERS,
    LIST_MARK,
    Paragraph,
    Role,
    composed,
    paragraphs_of,
)
from pressfacts.text import fold


class Block(NamedTuple):
    """A paragraph: where it lies (code points, half-open) and what it is."""

    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class Layout:
    """A text taken apart."""

    blocks: tuple[Block, ...]
    title: str | None
    kicker: str | None
    column: str | None
    standfirst: str | None
    author: str | None
    published: Moment | None


def blocks(text: str) -> list[Block]:
    """The paragraphs of a text, in order, as (start, end, role) in code points.

    A sentence that a line break cuts in the middle ("1 milliard de", blank line, "dirhams") is one block; a kicker
    that is glued to its standfirst is a block of its own.
    """
    return list(layout(text).blocks)


def furniture(text: str) -> list[tuple[int, int, str]]:
    """The parts of a text whose numerals are no facts, as (start, end, kind) in code points.

    ``kind`` is one of dateline, byline, credit, kicker.
    """
    return [block for block in layout(text).blocks if block.role in _FURNITURE]


_FURNITURE = frozenset({"dateline", "byline", "credit", "kicker"})
_BARE_NAME = re.compile(rf"{CAPITALISED}(?:[ ](?:{CAPITALISED}|el|ben|de)){{1,3}}")
# "Revue de presseKiosque360. L'usine …", "Kiosque360. L'usine …", "Revue de presse" alone on its line
_KICKER = re.compile(
    r"""(?: (?P<kicker>(?:la[ ])?revue[ ]de[ ](?:la[ ])?presse)
            (?: [ ]?[-:|/.]?[ ]?(?P<column>kiosque[ ]?\d{0,4}) | (?P<glued>[A-ZÀ-Ö]\w{2,24}) )?
          | (?P<alone>kiosque[ ]?\d{0,4}) )
        [ ]?(?:[.:|]|[ ]-(?=[ ])|$)[ ]*""",
    re.VERBOSE | re.IGNORECASE,
)
_LONGEST_TITLE = 250


def layout(text: str, zone: str = ZONE) -> Layout:
    """Take a text apart; ``zone`` is where the hours of its dateline count."""
    paragraphs = paragraphs_of(text, zone)
    kicker, column = _split_kicker(text, paragraphs)
    _settle_bylines(text, paragraphs)
    rubric, title = _settle_title(text, paragraphs)
    standfirst = _settle_standfirst(text, paragraphs)
    return Layout(
        blocks=tuple(Block(p.start, p.end, p.role) for p in paragraphs),
        title=title,
        kicker=kicker or rubric,
        column=column,
        standfirst=standfirst,
        author=_author(text, paragraphs),
        published=_published(paragraphs) or _agency_date(text, paragraphs, zone),
    )


def _said(text: str, paragraph: Paragraph) -> str:
    """The words of a paragraph on one line."""
    return " ".join(text[paragraph.start : paragraph.end].split())


def _split_kicker(text: str, paragraphs: list[Paragraph]) -> tuple[str | None, str | None]:
    """Cut the kicker off the first paragraph that opens with one; returns kicker and column."""
    kicker: str | None = None
    column: str | None = None
    for index, paragraph in enumerate(paragraphs[:8]):
        head = text[paragraph.start : min(paragraph.end, paragraph.start + 80)]
        found = _KICKER.match(fold(head)) if paragraph.role == "body" else None
        if found is None or not _is_kicker(found):
            continue
        cut = paragraph.start + found.end()
        kicker = kicker or (head[slice(*found.span("kicker"))] if found["kicker"] else None)
        for group in ("column", "glued", "alone"):
            if found[group] and column is None:
                column = head[slice(*found.span(group))].strip()
        paragraph.role = "kicker"
        if cut < paragraph.end:
            rest = Paragraph(cut, paragraph.end, "standfirst", last_line=paragraph.last_line)
            paragraph.end = paragraph.start + len(found.group().rstrip())
            paragraphs.insert(index + 1, rest)
            break
    return kicker, column


def _is_kicker(found: re.Match[str]) -> bool:
    """A column glued to the kicker begins in upper case; "Revue de presse économique : …" is a headline."""
    return found["glued"] is None or found["glued"][0].isupper()


def _settle_bylines(text: str, paragraphs: list[Paragraph]) -> None:
    """A byline stands near the top, at the bottom or beside a dateline; a bare name only where nothing else can be."""
    for index, paragraph in enumerate(paragraphs):
        neighbours = paragraphs[max(0, index - 1) : index] + paragraphs[index + 1 : index + 2]
        by_date = any(other.role == "dateline" for other in neighbours)
        if paragraph.role == "byline" and not (0 < index < 6 or index >= len(paragraphs) - 3 or by_date):
            paragraph.role = "body"
        elif paragraph.role == "body" and index == 1 and paragraph.end - paragraph.start <= 40:
            name = _BARE_NAME.fullmatch(composed(text[paragraph.start : paragraph.end]))
            opening = fold(text[paragraphs[2].start :][:4]) if len(paragraphs) > 2 else ""
            if name and (by_date or opening in ("AFP ", "BBC ", "MAP ", "RFI ")):
                paragraph.role = "byline"


def _settle_title(text: str, paragraphs: list[Paragraph]) -> tuple[str | None, str | None]:
    """The first paragraph that is no furniture is the headline if it is short, has no full stop and is not alone.

    Returns the rubric above the headline ("Économie") and the headline.
    """
    plain = [p for p in paragraphs if p.role in ("body", "standfirst")]
    if len(plain) < 2 or plain[0].role == "standfirst":
        return None, None
    first, second = plain[:2]
    rubric = None
    if len(plain) > 2 and _rubric(text, first) and _headline(text, second) and second.end - second.start >= 40:
        rubric = _said(text, first)
        first.role, first = "kicker", second
    if not _headline(text, first):
        return rubric, None
    first.role = "title"
    return rubric, _said(text, first)


def _headline(text: str, paragraph: Paragraph) -> bool:
    if paragraph.end - paragraph.start > _LONGEST_TITLE or LIST_MARK.match(text, paragraph.start):
        return False
    words = text[paragraph.start : paragraph.end].rstrip(CLOSERS)
    return not words.endswith((".", ";", ",", ":")) or words.endswith("...")


def _rubric(text: str, paragraph: Paragraph) -> bool:
    """One or two words above the headline: "Économie"."""
    words = text[paragraph.start : paragraph.end].split()
    return len(words) <= 2 and all(word.isalpha() for word in words) and words[0][0].isupper()


def _settle_standfirst(text: str, paragraphs: list[Paragraph]) -> str | None:
    """What stands between headline and dateline, or behind the kicker, when more text follows."""
    marked = [index for index, p in enumerate(paragraphs) if p.role == "standfirst"]
    head = next((index for index, p in enumerate(paragraphs) if p.role == "title"), None)
    if head is not None and not marked:
        dated = (index for index, p in enumerate(paragraphs) if index > head and p.role == "dateline")
        date = next(dated, len(paragraphs))
        marked = [i for i in range(head + 1, date) if paragraphs[i].role == "body"]
        if not 1 <= len(marked) <= 2 or paragraphs[marked[-1]].end - paragraphs[marked[0]].start > 1200:
            marked = []
    follows = marked and any(p.role == "body" for p in paragraphs[marked[-1] + 1 :])
    for index in marked:
        paragraphs[index].role = "standfirst" if follows else "body"
    return " ".join(_said(text, paragraphs[index]) for index in marked) if follows else None


def _author(text: str, paragraphs: list[Paragraph]) -> str | None:
    """Who signed: "Par Salma Berrada"; a person before an agency."""
    agency = None
    for paragraph in paragraphs:
        if paragraph.role == "dateline" and paragraph.dates and paragraph.dates.author:
            return paragraph.dates.author
        if paragraph.role == "byline":
            line = composed(text[paragraph.start : paragraph.end])
            named = BYLINE.fullmatch(line)
            if named:
                return named[1].strip()
            if not AGENCY.fullmatch(line):
                return line
            agency = agency or line
    return agency


def _agency_date(text: str, paragraphs: list[Paragraph], zone: str) -> Moment | None:
    """The date with which an agency opens the first paragraphs: "Rabat, 05/12/2022 (MAP) -"."""
    for paragraph in paragraphs[:4]:
        found = agency_lead(composed(text[paragraph.start : min(paragraph.end, paragraph.start + 120)]), zone)
        if found is not None:
            return found
    return None


def _published(paragraphs: list[Paragraph]) -> Moment | None:
    """The date that the page gives itself; None when several items each have their own."""
    body = [index for index, p in enumerate(paragraphs) if p.role == "body"]
    found = [(index, stamp) for index, p in enumerate(paragraphs) if p.dates for stamp in p.dates.stamps]
    labelled = [stamp.moment for _, stamp in found if stamp.role == "published"]
    bare = [(index, stamp.moment) for index, stamp in found if stamp.role == "bare"]
    with_hour = [moment for _, moment in bare if isinstance(moment, dt.datetime)]
    # a bare day between two paragraphs of body is that of an item
    inside = any(body and body[0] < index < body[-1] for index, _ in bare)
    for moments in (labelled, with_hour, [] if inside else [moment for _, moment in bare]):
        if moments:
            days = {moment.date() if isinstance(moment, dt.datetime) else moment for moment in moments}
            full = [moment for moment in moments if isinstance(moment, dt.datetime)]
            return (full or moments)[0] if len(days) == 1 else None
    return None
