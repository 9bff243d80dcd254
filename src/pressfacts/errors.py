"""What the operator must fix.

    PressfactsError
    ├── InputError            what was handed in cannot be read                        exit 4 when nothing could be read
    │   ├── NoInputError          no such path, or no article below it                 exit 4
    │   ├── UnknownFormatError    a suffix that no reader takes, named outright        exit 2
    │   ├── UndecodableError      bytes that are no text in any known encoding
    │   ├── BinaryFileError       a file that is no text at all
    │   ├── EmptyFileError        a file with nothing in it
    │   └── RecordError           a line of a .jsonl file that is no article
    ├── LexiconError          a lexicon file is wrong                                  exit 3
    ├── SchemaError           a record does not fit the published schema               exit 3
    ├── MissingExtraError     an optional dependency is not installed                  exit 2
    └── GoldError             a gold file is wrong                                     exit 2

Every message names the file, the place, the cause and the cure: ``str(error)`` is what a person reads.
"""

from __future__ import annotations


class PressfactsError(Exception):
    """The root of all errors that this package raises on purpose.

    ``where`` is the file (and line) at fault, ``cause`` what is wrong with it, ``cure`` what to do about it.
    """

    def __init__(self, cause: str, *, where: str | None = None, cure: str | None = None) -> None:
        self.where = where
        self.cause = cause
        self.cure = cure
        message = cause if where is None else f"{where}: {cause}"
        super().__init__(message if cure is None else f"{message}. {cure}")


class InputError(PressfactsError):
    """What was handed in cannot be read."""


class NoInputError(InputError):
    """No such path, or nothing below it that could be read."""


class UnknownFormatError(InputError):
    """A file named outright whose suffix no reader takes."""


class UndecodableError(InputError):
    """Bytes that are no text in any known encoding."""


class BinaryFileError(InputError):
    """A file that is no text at all."""


class EmptyFileError(InputError):
    """A file with nothing in it."""


class RecordError(InputError):
    """A line of a ``.jsonl`` file that is no article."""


class LexiconError(PressfactsError):
    """A lexicon file is wrong: its syntax, a key, a duplicate or an example that does not hold."""


class SchemaError(PressfactsError):
    """A record does not fit the published schema."""


class MissingExtraError(PressfactsError):
    """An optional dependency is not installed."""


class GoldError(PressfactsError):
    """A gold file is wrong: not JSON, a fact whose offsets do not give its quote, a value outside the vocabulary."""
