"""The file of decisions, ``decisions.jsonl``: a line for each, and the file only ever grows.

A line is added in one stroke behind whatever stands there, so that two people, or two notebooks, may decide into the
same file: each reads what the other has written before it writes.
"""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Literal

from pydantic import Field, ValidationError

from pressfacts.errors import InputError, SchemaError
from pressfacts.model import Fact, Model, Moment
from pressfacts.review.corrections import Correction, complaint
from pressfacts.review.places import CONTEXT

try:
    import fcntl
except ImportError:  # no such locks there; a line is written in one call all the same
    fcntl = None  # type: ignore[assignment]

Action = Literal["accept", "reject", "correct", "flag", "skip", "undo"]
_BOM = b"\xef\xbb\xbf"


class Decision(Model):
    """One line of ``decisions.jsonl``: what was decided, about which fact, in which text."""

    action: Action = Field(description="accept, reject, correct, flag, skip, or undo of the fact's last decision.")
    fact: Fact = Field(description="The fact as it was seen.")
    text_sha256: str = Field(pattern=r"^[0-9a-f]{64}$", description="SHA-256 of the text it was seen in.")
    before: str = Field(max_length=CONTEXT, description="The text before the quote.")
    after: str = Field(max_length=CONTEXT, description="The text behind the quote.")
    correction: Correction | None = Field(default=None, description="What is right instead; only with correct.")
    note: str | None = Field(default=None, description="A remark of the person who decided.")
    decided: Moment = Field(description="When it was decided, with its zone.")

    @property
    def key(self) -> tuple[str, str]:
        """The fact's id and the text's hash."""
        return self.fact.id, self.text_sha256


class Journal:
    """What stands in the file at ``path``; a file that is not there holds nothing yet.

    Raises SchemaError, naming the line, for a line that is no decision; InputError for a file that cannot be read.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)
        self.size = 0  # so many bytes of the file have been read
        self.log: list[Decision] = []  # what was not undone, in the order in which it fell
        self._lines = 0
        self.catch_up()

    def catch_up(self) -> None:
        """Read what has been added since, by whomever.

        Raises InputError if the file has lost what was read from it, for then it is another file.
        """
        cure = "Put it back as it was, or make Decisions anew to go on with what is there"
        try:
            with self.path.open("rb") as file, _held(file, for_writing=False):
                if file.seek(0, os.SEEK_END) < self.size:
                    raise InputError("is shorter than when it was read last", where=str(self.path), cure=cure)
                file.seek(self.size)
                added = file.read()
        except FileNotFoundError:
            if self.size:
                raise InputError("is no longer there", where=str(self.path), cure=cure) from None
            return
        except OSError as error:
            cause = f"cannot be read as a file of decisions ({error.strerror})"
            raise InputError(cause, where=str(self.path), cure="Choose another path, or restore the file") from error
        lines = added.removeprefix(_BOM if self.size == 0 else b"").split(b"\n")
        # the last line lacks its end when an editor dropped it, or, later on, when somebody is still writing it
        unfinished = lines.pop() if self.size or not lines[-1].strip() else b""
        numbered = enumerate(lines, self._lines + 1)
        decisions = [_parsed(line, self.path, number) for number, line in numbered if line.strip()]
        self.size += len(added) - len(unfinished)
        self._lines += added.count(b"\n")
        for decision in decisions:
            self._replay(decision)

    def append(self, decision: Decision) -> None:
        """Add a line, make the file if need be, and read it back. Raises InputError if it cannot be written whole."""
        self.catch_up()
        record = decision.model_dump(mode="json", exclude={"correction"})
        if decision.correction is not None:
            # what a correction does not name stays as it is: null means that the slot is empty
            record["correction"] = decision.correction.model_dump(mode="json", exclude_unset=True)
        line = json.dumps(record, ensure_ascii=False).encode("utf-8") + b"\n"
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("ab+", buffering=0) as file, _held(file, for_writing=True):
                _add(file, line)
        except OSError as error:
            cause = f"cannot be written ({error.strerror}), so this decision is not kept"
            raise InputError(cause, where=str(self.path), cure="Choose a place that you may write to") from error
        self.catch_up()

    def _replay(self, decision: Decision) -> None:
        if decision.action != "undo":
            self.log.append(decision)
            return
        for index in range(len(self.log) - 1, -1, -1):
            if self.log[index].key == decision.key:
                del self.log[index]
                return


@contextmanager
def _held(file: IO[bytes], *, for_writing: bool) -> Iterator[None]:
    """Hold the file, so that nobody reads a line that is half written."""
    if fcntl is None:
        yield
        return
    fcntl.flock(file, fcntl.LOCK_EX if for_writing else fcntl.LOCK_SH)
    try:
        yield
    finally:
        fcntl.flock(file, fcntl.LOCK_UN)


def _add(file: IO[bytes], line: bytes) -> None:
    """Write the line behind all others in one call, so that no other writer comes between; whole, or not at all."""
    if file.seek(0, os.SEEK_END):
        file.seek(-1, os.SEEK_END)
        if file.read(1) != b"\n":  # an editor dropped the last line break
            line = b"\n" + line
    written = file.write(line)
    if written < len(line):
        start = file.tell() - written
        if file.seek(0, os.SEEK_END) == start + written:
            file.truncate(start)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _parsed(line: bytes, path: Path, number: int) -> Decision:
    try:
        return Decision.model_validate(json.loads(line.decode("utf-8")))
    except (ValueError, RecursionError) as error:
        cause = complaint(error) if isinstance(error, ValidationError) else f"no JSON ({error})"
        cure = "Restore the line or take it out; all others count as they stand"
        raise SchemaError(cause, where=f"{path}, line {number}", cure=cure) from error
