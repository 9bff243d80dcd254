"""Bytes become text: byte order mark, UTF-8, then the 8-bit encodings that French has been written in."""

from __future__ import annotations

import codecs

from pressfacts.errors import BinaryFileError, UndecodableError

# UTF-32 first: its little-endian mark begins with that of UTF-16
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
)
# left to itself charset-normalizer reads short cp1252 texts as cp1250
_FRENCH_ENCODINGS = ["cp1252", "iso8859_15", "mac_roman"]
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b")) + b"\x7f"
_SHOWN_AS = {"utf_8": "utf-8", "iso8859_15": "iso-8859-15", "mac_roman": "mac-roman"}


def decode(data: bytes, where: str | None = None) -> tuple[str, str]:
    """Return the text and the name of its encoding; a byte order mark is removed, line ends stay as they are.

    Raises BinaryFileError for bytes that are no text at all and UndecodableError for text in no known encoding; both
    name ``where``.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, where), encoding
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise BinaryFileError(f"this is {what}, not text", where=where, cure="Export the article as .txt or .html")
    if b"\0" in data:
        cure = "Save it as UTF-8 text, or with a byte order mark if it is UTF-16"
        raise BinaryFileError("this is a binary file (it holds NUL bytes)", where=where, cure=cure)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _eight_bits(data, where)
    if _mostly_controls(data):
        raise BinaryFileError("this is a binary file (control characters)", where=where, cure="Hand in text")
    return text, "utf-8"


def _mostly_controls(data: bytes) -> bool:
    return len(data) - len(data.translate(None, _CONTROLS)) > len(data) // 50


def _strictly(data: bytes, encoding: str, where: str | None) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        cause = f"byte {error.start} does not fit the byte order mark, which promises {encoding}"
        raise UndecodableError(cause, where=where, cure="Save the file as UTF-8") from error


def _eight_bits(data: bytes, where: str | None) -> tuple[str, str]:
    if _mostly_controls(data):
        raise BinaryFileError("this is a binary file (control characters)", where=where, cure="Hand in text")
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_FRENCH_ENCODINGS).best()
    if best is not None:
        return data.decode(best.encoding), _SHOWN_AS.get(best.encoding, best.encoding)
    try:
        return data.decode("cp1252"), "cp1252"
    except UnicodeDecodeError as error:
        cause = f"byte {error.start} (0x{data[error.start]:02x}) is text in no known encoding"
        raise UndecodableError(cause, where=where, cure="Save the file as UTF-8") from error
