"""The command line: ``pressfacts --help``.

Only this module and those of ``commands`` print or exit. They import spaCy, pydantic and rich when a command runs, so
that ``--help`` answers at once.
"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from pressfacts.commands.evaluate import evaluate
from pressfacts.commands.explain import explain
from pressfacts.commands.extract import extract
from pressfacts.commands.lexicon import lexicon
from pressfacts.commands.schema import schema
from pressfacts.commands.screen import complain
from pressfacts.errors import InputError, LexiconError, PressfactsError, SchemaError, UnknownFormatError

app = typer.Typer(
    name="pressfacts",
    help="Read French press reviews and write down every figure they assert, with who says so.",
    epilog="Exit codes: 0 all well; 1 finished, but some articles failed; 2 usage; 3 bad lexicon or schema; "
    "4 no input; 130 interrupted.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command(short_help="Extract the facts of files and folders.")(extract)
app.command(short_help="Show a file sentence by sentence, with facts and rules.")(explain)
app.command(short_help="Score the extractor against gold.")(evaluate)
app.command(short_help="Print or write the JSON Schemas of the output.")(schema)
app.add_typer(lexicon, name="lexicon")


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"pressfacts {version('pressfacts')}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Read French press reviews and write down every figure they assert, with who says so."""


def main() -> None:
    """Run the command line; every error on purpose is one line on stderr and an exit code."""
    try:
        app()
    except PressfactsError as error:
        complain(str(error))
        sys.exit(_exit_code(error))


def _exit_code(error: PressfactsError) -> int:
    if isinstance(error, LexiconError | SchemaError):
        return 3
    if isinstance(error, InputError) and not isinstance(error, UnknownFormatError):
        return 4
    return 2
