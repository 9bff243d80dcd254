"""The check of lexicons that an analyst runs: the files, then every example of theirs through the real extractor."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from pressfacts.articles import article_from_text
from pressfacts.lexicon import Example, Lexicon
from pressfacts.lexicon import checking as files
from pressfacts.model import Article, Extraction, Fact


class Reader(Protocol):
    """Whatever makes an Extraction of an Article, as the Extractor does."""

    def extract(self, article: Article, /) -> Extraction:
        """Extract the facts of an article."""


def check(folder: Path | None = None) -> list[str]:
    """List what is wrong with the packaged lexicons, or with those of a folder merged over them.

    Examples are run only when the files themselves are without fault. No problem is an empty list.
    """
    problems = files.check(folder)
    if problems:
        return problems
    from pressfacts.extractor import Extractor

    lexicon = Lexicon.load() if folder is None else Lexicon.load(folder)
    return list(broken_examples(lexicon, Extractor(lexicon=lexicon)))


def broken_examples(lexicon: Lexicon, reader: Reader) -> Iterator[str]:
    """Tell each example that does not yield its entry, and each counter-example that does."""
    for example in lexicon.examples():
        article = article_from_text(example.phrase, id=f"{example.kind}/{example.entry}")
        facts = reader.extract(article).facts
        if any(fits(fact, example) for fact in facts) != example.counter:
            continue
        where = f"{example.file}, entry {example.entry}"
        if example.counter:
            cure = "Take the words that mislead out of forms, or change the counter-example"
            yield f"{where}: the counter-example is read as this entry: {example.phrase!r}. {cure}"
        else:
            read = "; ".join(_shown(fact) for fact in facts) or "no fact at all"
            cure = "Look for a spelling missing in forms, or change the example"
            yield f"{where}: the example is not read as this entry: {example.phrase!r} (read: {read}). {cure}"


def fits(fact: Fact, example: Example) -> bool:
    """Tell whether a fact has in its slots all that the example's entry fills."""
    return all(value in _slot(fact, name) for name, value in example.expected.items())


def _slot(fact: Fact, name: str) -> tuple[str | None, ...]:
    if name == "kind":
        return (fact.kind,)
    if name == "unit":
        return (fact.quantity.unit,)
    if name == "comparator":
        return (fact.quantity.comparator,)
    if name == "indicator":
        return (fact.indicator.code if fact.indicator else None,)
    return tuple(source.name for source in fact.sources)


def _shown(fact: Fact) -> str:
    quantity = fact.quantity
    names = ", ".join(source.name for source in fact.sources)
    code = fact.indicator.code if fact.indicator else None
    parts = (fact.kind, quantity.unit, quantity.comparator, code, names)
    return f"{fact.quote!r}: {' '.join(part for part in parts if part)}"
