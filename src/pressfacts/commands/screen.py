"""What the commands share when they show something: a console, and text from outside made harmless."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from pressfacts.batch import Failure

# control characters, which could move the cursor or recolour the screen, and marks that turn text round
_UNSAFE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """Replace what a terminal would obey instead of show; line feeds stay."""
    return _UNSAFE.sub(lambda match: " " if match.group() in "\t\r" else "�", text)


def complain(message: str) -> None:
    """Say on stderr, in one line, what is wrong."""
    typer.echo(f"pressfacts: {' '.join(printable(message).split())}", err=True)


def in_words(failure: Failure) -> str:
    """Say what failed and why; what the extractor raised is named by its type."""
    kind = "" if failure.stage == "read" else f"{failure.type}: "
    return f"{failure.where}: {kind}{failure.message}"


def counted(number: int, noun: str) -> str:
    """Write "1 fact" or "1,034 facts"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def console(*, stderr: bool = False) -> Console:
    """Make a console that shows text as it is: no markup, no highlighting of numbers."""
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, markup=False, emoji=False)
