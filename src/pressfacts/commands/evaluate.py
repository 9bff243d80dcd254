"""``pressfacts evaluate``: scores against gold, as tables, as JSON, and against floors."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pressfacts.commands.screen import complain, console, printable
from pressfacts.errors import PressfactsError

if TYPE_CHECKING:
    from rich.console import Console

    from pressfacts.evaluation.floors import Breach
    from pressfacts.evaluation.report import Comparison, Report

_SUMMARY = ("precision", "recall", "detection_f1", "core_f1", "claim_f1", "full_f1")
_MAX_MOVES = 200


def evaluate(
    gold: Annotated[
        list[Path], typer.Argument(metavar="GOLD…", help="A .jsonl, a .json, or a folder with articles/ and gold/.")
    ],
    errors: Annotated[bool, typer.Option("--errors", help="List the mistakes, slot by slot.")] = False,
    slot: Annotated[
        list[str] | None,
        typer.Option(metavar="SLOT", help="List only the mistakes of this slot (missed, spurious, kind, …, subject)."),
    ] = None,
    against: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Show the facts gained and lost since this --json file.")
    ] = None,
    json_file: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", help="Write the report as JSON; - prints it instead.")
    ] = None,
    floors: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Fail (exit 1) where a figure is below its floor.")
    ] = None,
    update: Annotated[bool, typer.Option("--update", help="Raise the floors to the figures measured now.")] = False,
    allow_lower: Annotated[bool, typer.Option("--allow-lower", help="Let --update lower a floor too.")] = False,
    lexicon: Annotated[
        Path | None, typer.Option(metavar="DIR", help="A folder of your own lexicons, merged over ours.")
    ] = None,
    predicted: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Score the facts of this .jsonl instead of extracting them.")
    ] = None,
) -> None:
    """Score the extractor against GOLD: levels, slots, kinds, mistakes."""
    if (update and floors is None) or (allow_lower and not update):
        raise typer.BadParameter("--update needs --floors FILE, and --allow-lower needs --update.")
    from pressfacts.evaluation import compare
    from pressfacts.evaluation.report import GROUPS

    for name in slot or ():
        if name not in GROUPS:
            raise typer.BadParameter(f"{name!r} is no slot; it is one of {', '.join(GROUPS)}.", param_hint="--slot")
    report = _report(gold, lexicon, predicted)
    comparison = compare(report, against) if against else None
    to_stdout = json_file == Path("-")
    content = json.dumps(report.to_json(), ensure_ascii=False, indent=1) + "\n" if json_file else ""
    if to_stdout:
        sys.stdout.buffer.write(content.encode("utf-8", "surrogatepass"))  # UTF-8 whatever the locale says
    else:
        screen = console()
        _print_figures(screen, report, comparison)
        _print_kinds(screen, report)
        _print_reliability(screen, report)
        if errors or slot:
            _print_mistakes(screen, report, slot)
        if comparison:
            _print_comparison(screen, comparison)
    if json_file and not to_stdout:
        _write(json_file, content)
        typer.echo(f"Report written to {json_file}", err=True)
    if floors:
        _hold_floors(report, floors, update=update, allow_lower=allow_lower)


def _report(gold: list[Path], lexicon: Path | None, predicted: Path | None) -> Report:
    from pressfacts.evaluation import evaluate as score
    from pressfacts.evaluation import evaluate_predictions

    if predicted:
        if lexicon:
            raise typer.BadParameter("--predicted scores what was extracted before; --lexicon has no say in it.")
        return evaluate_predictions(gold, predicted)
    from pressfacts.extractor import Extractor
    from pressfacts.lexicon import Lexicon

    return score(gold, Extractor(lexicon=Lexicon.load(lexicon)) if lexicon is not None else Extractor())


def _write(path: Path, content: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    except OSError as error:
        cause = f"cannot be written: {error.strerror}"
        raise PressfactsError(cause, where=str(path), cure="Name a file in a folder that you may write to") from error


def _hold_floors(report: Report, path: Path, *, update: bool, allow_lower: bool) -> None:
    from pressfacts.evaluation import check, read_floors
    from pressfacts.evaluation import update as raise_floors

    breaches: list[Breach]
    if update:
        try:
            breaches = raise_floors(report, path, allow_lower=allow_lower)
        except OSError as error:
            cure = "Name a file in a folder that you may write to"
            raise PressfactsError(f"cannot be written: {error.strerror}", where=str(path), cure=cure) from error
        done = f"Floors written to {path}"
        failed = "No floor was written, for some would be lowered (--allow-lower does it)"
    else:
        breaches = check(report, read_floors(path))
        done = f"No figure is below its floor in {path}"
        failed = f"The floors of {path} do not hold"
    for breach in breaches:
        complain(str(breach))
    if breaches:
        complain(failed)
        raise typer.Exit(1)
    typer.echo(done, err=True)


def _table(screen: Console, title: str, head: Sequence[str], *sections: Sequence[Sequence[str]]) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(title=Text(title, style="bold"), title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    for index, name in enumerate(head):
        table.add_column(Text(printable(name)), justify="right" if index else "left", overflow="fold")
    for rows in sections:
        for row in rows:
            table.add_row(*map(Text, row))
        table.add_section()
    screen.print(table)


def _print_figures(screen: Console, report: Report, comparison: Comparison | None) -> None:
    columns = {part.gold.name: part.figures.to_json() for part in report.sets}
    if len(columns) > 1:
        columns["all"] = report.figures.to_json()
    earlier = comparison.earlier if comparison else {}

    def row(name: str, *, within: str | None = None) -> list[str]:
        cells = []
        for gold_set, record in columns.items():
            figure: Any = record[within][name] if within else record[name]
            cell = f"{figure:.4f}" if isinstance(figure, float) else str(figure)
            if gold_set in earlier and name in earlier[gold_set] and figure != earlier[gold_set][name]:
                cell += f" {figure - earlier[gold_set][name]:+.4f}"
            cells.append(cell)
        return [name.replace("_f1", " F1"), *cells]

    from pressfacts.evaluation.answers import SLOTS

    levels = [row(name) for name in ("texts", "gold", "predicted", *_SUMMARY)]
    slots = [row(name, within="slots") for name in SLOTS]
    apart = [[f"({name})", *cells] for name, *cells in [row("subject")]]
    _table(screen, "Scores", ["", *columns], levels, slots, apart)
    screen.print("Slots are shares of the aligned pairs; the subject counts in no level.")


def _print_kinds(screen: Console, report: Report) -> None:
    rows = [
        [kind, str(f.gold), str(f.predicted), str(f.found), f"{f.core_f1:.4f}", f"{f.claim_f1:.4f}", f"{f.full_f1:.4f}"]
        for kind, f in report.kinds.items()
    ]
    _table(screen, "Kinds", ["", "gold", "predicted", "found", "core F1", "claim F1", "full F1"], rows)


def _print_reliability(screen: Console, report: Report) -> None:
    table = report.reliability
    if not table.bins:
        return
    rows = [[f"{b.low:g} to {b.high:g}", str(b.count), f"{b.confidence:.3f}", f"{b.precision:.3f}"] for b in table.bins]
    _table(screen, "Confidence", ["", "facts", "mean confidence", "wholly right"], rows)
    screen.print(f"Confidence and precision are {table.error:.3f} apart on average; {table.without} facts have none.")


def _print_mistakes(screen: Console, report: Report, slots: list[str] | None) -> None:
    from rich.text import Text

    found = report.mistakes()
    for group, mistakes in found.items():
        if slots and group not in slots:
            continue
        screen.print(Text(f"\n{group}: {len(mistakes)}", style="bold"))
        for mistake in mistakes:
            line = Text(f"  {mistake.gold_set} {mistake.article}: ", style="dim")
            line.append(f"…{mistake.before}", style="not dim")
            line.append(f"[{mistake.quote}]", style="not dim bold yellow")
            line.append(f"{mistake.after}…", style="not dim")
            screen.print(line, soft_wrap=True)
            expected = f"expected {mistake.expected}; " if mistake.expected else ""
            got = f"got {mistake.got}" if mistake.got else "got nothing"
            rules = f"  ({', '.join(mistake.rules)})" if mistake.rules else ""
            screen.print(Text(f"      {expected}{got}{rules}"), soft_wrap=True)


def _print_comparison(screen: Console, comparison: Comparison) -> None:
    from rich.text import Text

    from pressfacts.evaluation.report import one_line

    for title, moves, style in (("Gained", comparison.gained, "green"), ("Lost", comparison.lost, "red")):
        screen.print(Text(f"\n{title}: {len(moves)}", style="bold"))
        for move in moves[:_MAX_MOVES]:
            line = f"  {move.gold_set} {move.article}: {move.quote}, {move.before or 'absent'} → {move.after or 'gone'}"
            screen.print(Text(one_line(line), style=style), soft_wrap=True)
        if len(moves) > _MAX_MOVES:
            screen.print(f"  … and {len(moves) - _MAX_MOVES} more")
    if comparison.incomparable:
        screen.print(f"{comparison.incomparable} gold facts stand in one of the two runs only.")
