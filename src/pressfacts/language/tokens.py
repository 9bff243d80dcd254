"""Words, numbers and marks, by one regular expression over the folded text.

Made for this press: "l'export" is two tokens, "500.000DH" is a number and a unit, "A320" one name, "indique-t-il" a
verb and its pronoun, "12.345,6" and "69 900" one number each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

WORD, NUMBER, ORDINAL, CLOCK, CODE, MARK, BREAK, LINK = (
    "word", "number", "ordinal", "clock", "code", "mark", "break", "link",
)  # fmt: skip

_LETTER = r"[^\W\d_]"
# Combining accents of decomposed letters belong to their word: "de\u0301ficit".
_LETTERS = rf"{_LETTER}(?:{_LETTER}|[\u0300-\u036f])*"
# A pronoun turned behind its verb is a token of its own: "indique-t-il", "celui-ci"; "rendez-vous" stays whole.
_CLITIC = r"(?:t-)?(?:ils?|elles?|on|je|ce|là|ci)(?![\w'-])"

_TOKEN = re.compile(
    rf"""
    (?P<plain>[a-zà-öø-ÿœ]+(?![\w'@:+\u0300-\u036f-]|\.\w))
  | (?P<link>(?:https?://|www\.)[^\s<>"]{{1,2000}}|[\w.+-]{{1,64}}@[\w-]{{1,64}}\.[\w.-]{{1,64}})
  | (?P<clock>(?<![\d.,])\d{{1,2}}\s?[hH]\s?\d{{2}}(?![\w])|(?<![\d.,])\d{{1,2}}:\d{{2}}(?![\d:.,]))
  | (?P<crossed>(?<![\w.,])\d{{1,4}}\s?[xX×]\s?\d{{1,4}}(?!\w))
  | (?P<ordinal>\d{{1,4}}(?:ers?|ère?s?|res?|nde?s?|i?[eèé]mes?|[eè]s?)(?!\w))
  | (?P<number>\d{{1,3}}(?P<sep>[.\ '])\d{{3}}(?:(?P=sep)\d{{3}})*(?:,\d{{1,30}})?(?!\d)
      |\d{{1,3}}(?:,\d{{3}}){{2,}}(?![\d,])
      |\d+(?:[.,]\d+)?)
  | (?P<acronym>(?:[A-Z]\.-?){{2,12}})
  | (?P<clitic>(?<=\w)-{_CLITIC})
  | (?P<elided>(?:[cdjlmnstCDJLMNST]|[qQ]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu|[Qq]uoiqu)'(?={_LETTER}|\d|["«]\s?\w))
  | (?P<code>{_LETTERS}(?:-?\d+)(?:[-.]?\w+)*)
  | (?P<word>{_LETTERS}(?:(?:-(?!{_CLITIC})|')(?:{_LETTERS})+)*)
  | (?P<break>[\r\n][\s]*)
  | (?P<mark>\.{{2,}}|--+|[^\s\w]|_)
    """,
    re.VERBOSE,
)
_KIND = {
    "plain": WORD, "link": LINK, "clock": CLOCK, "ordinal": ORDINAL, "number": NUMBER, "acronym": WORD, "clitic": WORD,
    "elided": WORD, "code": CODE, "crossed": CODE, "word": WORD, "break": BREAK, "mark": MARK,
}  # fmt: skip


class Token:
    """A word, number or mark: its folded text, its lower-case form, its kind and where it stands (code points)."""

    __slots__ = ("end", "kind", "low", "start", "text")

    def __init__(self, text: str, kind: str, start: int, end: int) -> None:
        self.text = text
        self.low = text.lower()
        self.kind = kind
        self.start = start
        self.end = end

    def __repr__(self) -> str:
        return f"Token({self.text!r}, {self.kind}, {self.start}:{self.end})"

    @property
    def capital(self) -> bool:
        """Whether it begins with an upper-case letter."""
        return self.text[:1].isupper()


def tokenise(folded: str) -> Iterator[Token]:
    """The tokens of a folded text, in order; white space between them is passed over, line breaks are tokens."""
    for match in _TOKEN.finditer(folded):
        yield Token(match[0], _KIND[match.lastgroup or ""], match.start(), match.end())
