"""``pressfacts schema``: the JSON Schemas of the output and of the lexicons."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def schema(
    name: Annotated[
        str | None,
        typer.Argument(metavar="[NAME]", help="extraction, fact, article_record, lexicon/units, …; all without."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="DIR", help="Write NAME.schema.json files into this folder.")
    ] = None,
    check: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Fail (exit 3) unless the files in this folder are up to date.")
    ] = None,
) -> None:
    """Print the JSON Schemas of the output and of the lexicons, or write them into a folder."""
    from pressfacts.lexicon.checking import lexicon_schemas
    from pressfacts.schema import check_schemas, rendered, schemas, write_schemas

    lexicons = {f"lexicon/{file}": made for file, made in lexicon_schemas().items()}
    if check is not None:
        check_schemas(check, lexicons)
        typer.echo(f"The schemas in {check} are those of the models.", err=True)
        return
    if out is not None:
        try:
            for path in write_schemas(out, lexicons):
                typer.echo(str(path))
        except OSError as error:
            raise typer.BadParameter(f"cannot write to {out}: {error.strerror}", param_hint="-o") from error
        return
    known = {**schemas(), **lexicons}
    if name is not None and name not in known:
        raise typer.BadParameter(f"{name!r} is none of {', '.join(known)}.", param_hint="NAME")
    typer.echo(rendered(known[name] if name is not None else known), nl=False)
