"""``pressfacts explain``: each sentence with its facts, the rules that made them, and what was rejected and why."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pressfacts.commands.handed_in import extractor, sources
from pressfacts.commands.screen import complain, console, counted, in_words, printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console
    from rich.text import Text

    from pressfacts.model import Extraction, Fact, Number, Period, Rejection, Source

_SHADES = {
    "jobs": "green", "money": "yellow", "percent": "cyan", "count": "magenta", "measure": "blue",
    "duration": "bright_blue", "ratio": "bright_cyan", "multiple": "bright_magenta",
}  # fmt: skip


def explain(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A text, HTML or .jsonl file, or a folder; - is stdin.")],
    published: Annotated[str | None, typer.Option(metavar="DATE", help="When it was published.")] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Who published it.")] = None,
    lexicon: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Your own lexicons, merged over the packaged ones.")
    ] = None,
    zone: Annotated[str, typer.Option(metavar="ZONE", help="Where hours without a zone count.")] = "Africa/Casablanca",
) -> None:
    """Show each sentence of FILE with its facts, the rules that made them, and the numerals rejected and why."""
    given = sources([file], published=published, outlet=outlet, zone=zone)
    reader = extractor(lexicon)
    from pressfacts.batch import Failure, read_and_extract
    from pressfacts.model import Extraction

    screen = console()
    shown = failed = 0
    for result in read_and_extract(given, reader, published=published, outlet=outlet, zone=zone):
        if isinstance(result, Failure):
            failed += 1
            complain(in_words(result))
        elif isinstance(result, Extraction):
            shown += 1
            _show(screen, result)
    if failed:
        raise typer.Exit(1 if shown else 4)


def _show(screen: Console, extraction: Extraction) -> None:
    from rich.text import Text

    article = extraction.article
    head = Text(printable(article.id), style="bold underline")
    if article.published:
        head.append(f"  {article.published.isoformat()}", style="not bold not underline dim")
    if extraction.reviewed:
        head.append(f"  reviews {', '.join(extraction.reviewed)}", style="not bold not underline dim")
    screen.print(head, soft_wrap=True)
    for warning in extraction.warnings:
        screen.print(Text(f"! {warning.code}: {printable(warning.message)}", style="red"), soft_wrap=True)
    for start, end in _sentences(extraction):
        facts = [fact for fact in extraction.facts if start <= fact.start < end]
        rejections = [rejection for rejection in extraction.rejections if start <= rejection.start < end]
        screen.print()
        screen.print(_coloured(article.text, start, end, facts, rejections), soft_wrap=True)
        for fact in facts:
            for line in _fact_lines(fact):
                screen.print(line, soft_wrap=True)
        for rejection in rejections:
            line = Text("  ✗ ", style="red").append(_one_line(rejection.quote), style="strike")
            line.append(f"  {rejection.reason}", style="red").append(f"  by {rejection.rule}", style="dim")
            screen.print(line, soft_wrap=True)
    numbers = f"{counted(len(extraction.facts), 'fact')}, {counted(len(extraction.rejections), 'numeral')} rejected"
    screen.print(Text(f"\n{numbers}\n", style="bold"))


def _sentences(extraction: Extraction) -> Iterator[tuple[int, int]]:
    """Cut the whole text where the extractor cut it, and where no fact lies, where the language does."""
    from pressfacts.language.sentences import split
    from pressfacts.text import fold

    text = extraction.article.text
    own = {(fact.sentence.start, fact.sentence.end) for fact in extraction.facts}
    inside = {place for start, end in own for place in range(start + 1, end)}
    cuts = {sentence.start for sentence in split(fold(text))} - inside
    ordered = sorted({*cuts, *(start for start, _ in own), *(end for _, end in own), len(text)})
    for start, end in itertools.pairwise(ordered):
        if text[start:end].strip():
            yield start, start + len(text[start:end].rstrip())


def _coloured(text: str, start: int, end: int, facts: list[Fact], rejections: list[Rejection]) -> Text:
    """Render the sentence on one line, facts in the colour of their kind, rejected numerals struck out."""
    from rich.text import Text

    line = Text(_flat(text[start:end]))
    for rejection in rejections:
        line.stylize("strike dim", rejection.start - start, rejection.end - start)
    for fact in facts:
        line.stylize(f"bold {_SHADES[fact.kind]}", fact.start - start, fact.end - start)
    return line


def _flat(text: str) -> str:
    """Replace line breaks one for one, so that offsets keep their place."""
    return printable(text).replace("\n", " ")


def _one_line(text: str) -> str:
    return " ".join(printable(text).split())


def _fact_lines(fact: Fact) -> Iterator[Text]:
    from rich.text import Text

    yield Text("  ✓ ", style="green").append(_one_line(fact.quote), style=f"bold {_SHADES[fact.kind]}")
    for slot, value in _slots(fact):
        yield Text(f"      {slot:<12}", style="dim").append(_one_line(value), style="not dim")
    rules: dict[str, list[str]] = {}
    for rule in fact.rules:
        slot, separator, name = rule.partition(":")
        rules.setdefault(slot if separator else "fact", []).append(name if separator else slot)
    by = ", ".join(f"{slot}:{'+'.join(names)}" for slot, names in rules.items())
    yield Text(f"      {'by rule':<12}{by}", style="dim")


def _slots(fact: Fact) -> Iterator[tuple[str, str]]:
    quantity = fact.quantity
    value = (
        f"{_digits(quantity.low)} to {_digits(quantity.high)}" if quantity.value is None else _digits(quantity.value)
    )
    unit = f" {quantity.unit or 'unit not known'}" + (f" per {quantity.per}" if quantity.per else "")
    comparator = "" if quantity.comparator in ("equal", "between") else f"{quantity.comparator} "
    yield fact.kind, f"{comparator}{value}{unit}"
    yield "status", fact.status + (f", {fact.change}" if fact.change else "")
    if fact.indicator:
        yield "indicator", fact.indicator.text + (f" ({fact.indicator.code})" if fact.indicator.code else "")
    if fact.subject:
        yield "subject", fact.subject.text
    if fact.period:
        yield "period", _when(fact.period)
    if fact.compared_to:
        yield "compared to", _when(fact.compared_to)
    for source in fact.sources:
        yield "source", _who(source)
    if fact.confidence is not None:
        yield "confidence", f"{fact.confidence:.2f}"


def _digits(value: Number | None) -> str:
    from pressfacts.model import json_number

    return f"{json_number(value):,}".replace(",", " ") if value is not None else "?"


def _when(period: Period) -> str:
    return f"{period.text} ({period.edtf})" if period.edtf else period.text


def _who(source: Source) -> str:
    name = f"{source.name} ({source.acronym})" if source.acronym else source.name
    role = f", {source.role}" if source.role and source.role != source.name else ""
    said = f': "{source.text}"' if source.text and source.text != source.name else ""
    cue = f", cue “{source.cue.text}”" if source.cue else ""
    return f"{source.type} {name}{role}{said} ({source.resolved}{cue})"
