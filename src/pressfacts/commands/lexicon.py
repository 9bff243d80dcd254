"""``pressfacts lexicon``: what an analyst needs who edits the lexicons."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pressfacts.commands.screen import printable

lexicon = typer.Typer(help="Work on the lexicons.", no_args_is_help=True, rich_markup_mode=None)


@lexicon.callback()
def _group() -> None:
    """Work on the lexicons."""


@lexicon.command(short_help="Check lexicons and their examples.")
def check(
    folder: Annotated[
        Path | None, typer.Argument(metavar="[DIR]", help="Your own lexicons, merged over the packaged ones.")
    ] = None,
) -> None:
    """Check the packaged lexicons, or your own in DIR: keys, duplicates, and that each example holds."""
    from pressfacts.lexicon_check import check as problems_of

    problems = problems_of(folder)
    for problem in problems:
        typer.echo(printable(problem), err=True)
    where = "the packaged lexicons" if folder is None else str(folder)
    if problems:
        typer.echo(f"{len(problems)} problems in {where}.", err=True)
        raise typer.Exit(3)
    typer.echo(f"No problem in {where}.")
