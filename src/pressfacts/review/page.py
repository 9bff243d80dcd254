"""Articles as HTML, their facts highlighted by role: one for a notebook's cell, or a folder as a page of its own.

All text of an article is escaped; the page runs no script and loads nothing.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from html import escape
from importlib.resources import files
from pathlib import Path

from pressfacts.model import Extraction, Fact
from pressfacts.review import wording
from pressfacts.review.decisions import Attached, Decisions
from pressfacts.review.highlights import Piece, Role, pieces
from pressfacts.review.whole import write_whole
from pressfacts.text import fold

LEGEND: dict[Role, str] = {
    "numeral": "numeral",
    "unit": "unit",
    "indicator": "indicator",
    "subject": "subject",
    "period": "period",
    "compared": "compared to",
    "source": "source",
    "cue": "cue",
}


class ArticleView:
    """An article with its facts highlighted and, below, a table of them; a notebook shows it as it is.

    With ``decisions`` the table says what was decided.
    """

    def __init__(self, extraction: Extraction, decisions: Decisions | None = None) -> None:
        self.extraction = extraction
        self.decisions = decisions

    def html(self) -> str:
        """Give the HTML of the article, with its style, for a page or a cell."""
        article = _article(self.extraction, self._told())
        return f'<div class="pressfacts"><style>{style()}</style>{_legend()}{article}</div>'

    def _repr_html_(self) -> str:
        return self.html()

    def __repr__(self) -> str:
        return f"<ArticleView of {self.extraction.article.id}: {len(self.extraction.facts)} facts>"

    def _told(self) -> Mapping[str, Attached]:
        return self.decisions.attach(self.extraction) if self.decisions is not None else {}


def show(extraction: Extraction, decisions: Decisions | None = None) -> ArticleView:
    """Show one article with its facts highlighted by role: the last line of a notebook's cell."""
    return ArticleView(extraction, decisions)


def write_report(
    extractions: Iterable[Extraction],
    path: str | os.PathLike[str],
    *,
    title: str = "Facts of the press",
    decisions: Decisions | None = None,
) -> Path:
    """Write one stand-alone HTML page with all articles, their facts and an index; articles are taken one at a time.

    The page needs no network and no other file. Raises InputError if it cannot be written.
    """
    return write_whole(path, _report(extractions, title, decisions))


@cache
def style() -> str:
    """Give the style sheet that page and widget share."""
    return files("pressfacts.review").joinpath("review.css").read_text(encoding="utf-8")


def _report(extractions: Iterable[Extraction], title: str, decisions: Decisions | None) -> Iterator[str]:
    yield (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{escape(title)}</title><style>{style()}</style></head>\n"
        f'<body class="pressfacts pf-page"><main><h1>{escape(title)}</h1>{_legend()}\n'
    )
    index: list[str] = []
    total = 0
    for number, extraction in enumerate(extractions, start=1):
        told = decisions.attach(extraction) if decisions is not None else {}
        yield _article(extraction, told, number) + "\n"
        count = len(extraction.facts)
        total += count
        label = extraction.article.title or extraction.article.id
        index.append(f'<li><a href="#a{number}">{escape(label)}</a> <small>{count}</small></li>')
    # the index comes last, for it is known last; the style sheet puts it first
    yield (
        f'</main><nav aria-label="Articles"><p><b>{len(index)}</b> articles, <b>{total}</b> facts</p>'
        f"<ol>{''.join(index)}</ol></nav></body></html>\n"
    )


def _legend() -> str:
    roles = "".join(f'<span class="pf-{role}">{name}</span> ' for role, name in LEGEND.items())
    return f'<p class="pf-legend">{roles}</p>'


def _article(extraction: Extraction, told: Mapping[str, Attached], number: int = 0) -> str:
    article = extraction.article
    about = [name for name in (article.id, wording.published(article), article.outlet, article.author) if name]
    if extraction.reviewed:
        about.append("reviews " + ", ".join(extraction.reviewed))
    about.append(f"{len(extraction.facts)} facts")
    # text that itself begins with its headline needs no second one
    headline = article.title or ""
    head = "" if _plain(article.text).startswith(_plain(headline)) else f"<h2>{escape(headline)}</h2>"
    warned = "".join(f'<p class="pf-warning">{escape(warning.message)}</p>' for warning in extraction.warnings)
    text = "".join(_piece(piece, extraction.facts, number) for piece in pieces(extraction))
    table = _table(extraction.facts, told, number) if extraction.facts else '<p class="pf-meta">No facts found.</p>'
    return (
        f'<article id="a{number}">{head}<p class="pf-meta">{escape(" · ".join(about))}</p>{warned}'
        f'<div class="pf-text" lang="fr">{text}</div>{table}</article>'
    )


def _piece(piece: Piece, facts: tuple[Fact, ...], number: int) -> str:
    text = escape(piece.text)
    if not piece.roles:
        return text
    anchors = "".join(f'<a class="pf-ref" id="q{number}-{index + 1}" href="#f{number}-{index + 1}">{index + 1}</a>'
                      for index in piece.begins)  # fmt: skip
    tag = "mark" if {"quote", "numeral"} & set(piece.roles) else "span"
    hint = escape(", ".join(LEGEND.get(role, role) for role in piece.roles))
    return f'{anchors}<{tag} class="{classes(piece)}" title="{hint}">{text}</{tag}>'


def classes(piece: Piece) -> str:
    """Name the style of a piece: its first role colours it, the second that is not the quote underlines it."""
    if not piece.roles:
        return ""
    second = next((role for role in piece.roles[1:] if role not in ("quote", piece.roles[0])), None)
    return f"pf-{piece.roles[0]}" + (f" pf-too-{second}" if second else "")


def _table(facts: tuple[Fact, ...], told: Mapping[str, Attached], number: int) -> str:
    columns: dict[str, Callable[[Fact], str]] = {
        "Quote": lambda fact: " ".join(fact.quote.split()),
        "Quantity": lambda fact: wording.amount(fact.quantity),
        "Indicator": wording.indicator,
        "Period": wording.when,
        "Status": lambda fact: f"{fact.status} {wording.change(fact)}".rstrip(),
        "Sources": wording.sources,
    }
    if any(fact.confidence is not None for fact in facts):
        columns["Confidence"] = wording.confidence
    if told:
        columns["Decision"] = lambda fact: wording.decided(told.get(fact.id))
    head = "".join(f'<th scope="col">{name}</th>' for name in ("#", *columns))
    body = "".join(
        f'<tr id="f{number}-{index}"><td><a href="#q{number}-{index}">{index}</a></td>'
        + "".join(f"<td>{escape(words(fact))}</td>" for words in columns.values())
        + "</tr>"
        for index, fact in enumerate(facts, start=1)
    )
    return f'<div class="pf-table"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def _plain(text: str) -> str:
    return " ".join(fold(text).split())
