"""Web pages: what the page says about itself (JSON-LD first, then meta tags), and the text that a reader sees.

Needs the extra ``html`` (trafilatura, which brings lxml); both are imported when the first page is read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pressfacts.articles.datelines import Moment, moment
from pressfacts.articles.decoding import decode
from pressfacts.articles.reading import article_from_text
from pressfacts.errors import EmptyFileError, InputError, MissingExtraError
from pressfacts.model import Article
from pressfacts.text import fold

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]{2,40})""", re.IGNORECASE)
_ARTICLE_TYPES = ("Article", "BlogPosting", "LiveBlogPosting", "Report")
# a page with less text than this is read paragraph by paragraph: trafilatura then lets navigation through
_SHORT = 250
_NOTE_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡]{1,3})[\])]?|[\[(][a-z][\])]")
_UNIT_OF_AREA = re.compile(r"(?:^|[\s\d(\u00a0\u202f])[kchdm]?m$")
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class _About:
    """What a page says about itself."""

    title: str | None = None
    published: Moment | None = None
    author: str | None = None
    outlet: str | None = None
    language: str | None = None
    body: str | None = None


def article_from_page(
    data: bytes,
    *,
    id: str,
    path: str | None,
    published: str | Moment | None,
    outlet: str | None,
    zone: str,
    where: str,
) -> Article:
    """Read the bytes of a page; the article's text is the headline, then what trafilatura takes for the body.

    Offsets count in that text. Raises MissingExtraError without trafilatura, EmptyFileError for a page without text,
    InputError for one that cannot be parsed, and what ``decode`` raises.
    """
    markup, encoding = _markup(data, where)
    if not markup.strip():
        raise EmptyFileError("the file is empty", where=where, cure="Put the page into it or remove it")
    tree = _tree(markup, where)
    about = _about(tree, zone)
    _prune(tree)
    body = _body(tree, about, where)
    text = _with_headline(body, about.title, tree)
    return article_from_text(
        text,
        id=id,
        path=path,
        published=published if published is not None else about.published,
        outlet=outlet if outlet is not None else about.outlet,
        encoding=encoding,
        title=about.title,
        author=about.author,
        language=about.language,
        zone=zone,
    )


def _markup(data: bytes, where: str) -> tuple[str, str]:
    """Decode as the page's own meta tag says, if that works, else as any file."""
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        name = declared[1].decode("ascii").lower()
        # browsers read Latin-1 as cp1252, and so do the writers of pages
        name = "cp1252" if name in ("iso-8859-1", "latin1", "latin-1", "windows-1252", "us-ascii") else name
        try:
            return data.decode(name), name
        except (LookupError, UnicodeDecodeError, ValueError):
            pass
    return decode(data, where)


def _tree(markup: str, where: str) -> Any:
    try:
        import trafilatura
    except ImportError as error:
        cure = 'Install the extra "html": pip install "pressfacts[html]"'
        raise MissingExtraError("reading HTML needs trafilatura", where=where, cure=cure) from error
    try:
        tree = trafilatura.load_html(markup)
    except Exception as error:  # whatever a broken page provokes in the parser is the page's fault
        raise InputError(f"the page cannot be parsed ({error})", where=where, cure="Check the file") from error
    if tree is None:
        raise InputError("this is no HTML page", where=where, cure="Save it as .txt if it is plain text")
    return tree


def _about(tree: Any, zone: str) -> _About:
    """JSON-LD first, then meta tags, then the page's own headline."""
    record = next(_linked_data(tree), {})
    outlet = _name(record.get("publisher")) or _meta(tree, "og:site_name", "application-name")
    title = _line(record.get("headline")) or _meta(tree, "og:title", "twitter:title")
    title = title or next(filter(None, (_line(h.text_content()) for h in tree.iter("h1"))), None)
    title = title or next(filter(None, (_line(t.text_content()) for t in tree.iter("title"))), None)
    dates = (
        record.get("datePublished"),
        _meta(tree, "article:published_time", "og:published_time", "datePublished", "date", "DC.date.issued"),
        next(iter(tree.xpath("//time[@pubdate or @itemprop='datePublished']/@datetime")), None),
    )
    language = record.get("inLanguage") or next(iter(tree.xpath("/html/@lang")), None)
    return _About(
        title=_without_site(title, outlet),
        published=next((date for date in (_date(value, zone) for value in dates) if date is not None), None),
        author=_name(record.get("author")) or _meta(tree, "author", "article:author", "DC.creator"),
        outlet=outlet,
        language=language[:2].lower() if isinstance(language, str) and len(language) >= 2 else None,
        body=record["articleBody"] if isinstance(record.get("articleBody"), str) else None,
    )


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """The page's JSON-LD records of an article, NewsArticle and its kin before others."""
    records: list[dict[str, Any]] = []
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            records.extend(_records(json.loads(script.text_content(), strict=False), 0))
        except (ValueError, RecursionError):
            continue  # broken JSON-LD is common; the meta tags say the same
    yield from sorted(records, key=lambda record: "NewsArticle" not in str(record.get("@type")))


def _records(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _records(item, depth + 1)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        names = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(name, str) and name.endswith(_ARTICLE_TYPES) for name in names):
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _records(value.get(key), depth + 1)


def _name(value: Any) -> str | None:
    """A name out of a string, an object with a name, or a list of them; an address is none."""
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(filter(None, (_name(item) for item in value[:20])))) or None
    if isinstance(value, dict):
        value = value.get("name")
    name = _line(value)
    return None if name is None or name.startswith(("http://", "https://")) else name


def _line(value: Any) -> str | None:
    """One clean line out of what a page gives, which may be anything."""
    if not isinstance(value, str):
        return None
    if "&" in value:
        import html

        value = html.unescape(value)
    return " ".join(value.split()) or None


def _meta(tree: Any, *names: str) -> str | None:
    for name in names:
        for content in tree.xpath("//meta[@property=$name or @name=$name or @itemprop=$name]/@content", name=name):
            found = _name(content)
            if found:
                return found
    return None


def _date(value: Any, zone: str) -> Moment | None:
    if not isinstance(value, str):
        return None
    try:
        return moment(value, zone)
    except InputError:
        return None  # the page's dateline may still say it


def _without_site(title: str | None, outlet: str | None) -> str | None:
    """Cut the name of the site off: "L'usine embauche - Le Fil"."""
    if title is None or outlet is None or not title.endswith(outlet):
        return title
    head = title[: -len(outlet)].rstrip()
    return head[:-1].rstrip() or title if head.endswith(("-", "|", "–", "—", ":", "·")) else title


def _prune(tree: Any) -> None:
    """Take out what is no text of the article: navigation, and note marks that would turn 2024 into 20241."""
    for part in tree.xpath("//nav | //footer | //aside | //*[@role='navigation']"):
        part.drop_tree()
    for mark in tree.xpath("//sup"):
        before = mark.getprevious()
        words = (before.tail if before is not None else mark.getparent().text) or ""
        content = mark.text_content().strip()
        if _NOTE_MARK.fullmatch(content) and not (content in ("2", "3") and _UNIT_OF_AREA.search(words)):
            mark.drop_tree()


def _body(tree: Any, about: _About, where: str) -> str:
    import trafilatura

    try:
        document: Any = trafilatura.bare_extraction(tree, include_comments=False, include_tables=False)
    except Exception as error:  # a page must not stop a run, whatever it provokes in the extractor
        raise InputError(f"the page cannot be read ({error})", where=where, cure="Save it as plain text") from error
    text = (document.text if document is not None else None) or ""
    if len(text) < _SHORT:
        text = max(_own_paragraphs(tree), _plain(about.body), key=len) or text
    else:
        text = _with_repetitions(text, tree)
    # "- 200 emplois" is an item of a list, not a number below zero
    lines = ["•" + line[1:] if line.startswith("- ") else line for line in text.splitlines()]
    text = "\n".join(line.strip() for line in lines if line.strip())
    if not text:
        raise EmptyFileError("no article text in this page", where=where, cure="Save the article as plain text")
    return text


def _plain(body: str | None) -> str:
    return re.sub(r"<[^<>]{0,500}>", " ", body) if body else ""


def _own_paragraphs(tree: Any) -> str:
    """The headings, paragraphs and list items of a very short page, except those that are nothing but links."""
    scope = next(iter(tree.xpath("//article | //main")), tree)
    lines = []
    for element in scope.iter("h1", "h2", "h3", "p", "li"):
        words = _line(element.text_content())
        linked = sum(len(" ".join(link.text_content().split())) for link in element.iter("a"))
        if words and linked < len(words) * 0.8 and element.xpath("not(.//p)"):
            lines.append(words)
    return "\n".join(lines)


def _with_repetitions(text: str, tree: Any) -> str:
    """Put back paragraphs that the extractor took for doubles: what a text says twice, it says twice."""
    lines = text.splitlines()
    shown = set(lines)
    beside: dict[Any, list[str]] = {}
    for paragraph in tree.iter("p"):
        words = _line(paragraph.text_content())
        if words in shown:
            beside.setdefault(paragraph.getparent(), []).append(words)
    # only those of the article's own container: a teaser in another box is no repetition
    paragraphs = max(beside.values(), key=len, default=[])
    known = set(paragraphs)
    result: list[str] = []
    said: set[str] = set()
    at = 0
    for words in paragraphs:
        while at < len(lines) and lines[at] not in known:
            result.append(lines[at])
            at += 1
        if at < len(lines) and lines[at] == words:
            at += 1
        elif words not in said:
            return text
        result.append(words)
        said.add(words)
    return "\n".join([*result, *lines[at:]])


def _with_headline(body: str, title: str | None, tree: Any) -> str:
    """The headline as first line, once."""
    if title is None:
        return body
    lines = body.split("\n")
    headings = {_bare(title), *(_bare(h.text_content()) for h in tree.iter("h1"))}
    for index, line in enumerate(lines[:3]):
        if _bare(line) in headings:
            del lines[index]
            break
    return "\n".join([title, *lines])


def _bare(words: str) -> str:
    return " ".join(fold(words).casefold().split())
