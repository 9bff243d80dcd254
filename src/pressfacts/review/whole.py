"""Files that are whole or not there at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from pressfacts.errors import InputError


def write_whole(path: str | os.PathLike[str], parts: Iterable[str]) -> Path:
    """Write the parts, one at a time, as UTF-8 beside ``path`` and rename at the end; what breaks off leaves no trace.

    Raises InputError if it cannot be written.
    """
    target = Path(path)
    partial = target.with_name(f"{target.name}.{os.getpid()}.partial")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            with partial.open("w", encoding="utf-8", errors="replace", newline="") as file:
                file.writelines(parts)
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)
    except OSError as error:
        cause = f"cannot be written ({error.strerror})"
        raise InputError(cause, where=str(target), cure="Choose a folder that you may write to") from error
    return target
