"""Typography: many ways to write one character become one, without moving any other.

``fold`` replaces characters one for one, so an offset into the folded text is an offset into the text as read.
"""

from __future__ import annotations

_FOLDED = {
    # apostrophes: l’export, l´export, lʼexport
    **dict.fromkeys("’‘ʼ´`′＇", "'"),
    # no-break and other spaces: 69 900
    **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "),
    # hyphens, dashes, minus signs: 2014–2018, −0,4 point
    **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
    # quotation marks that open and that close keep their direction; the straight mark has none
    **dict.fromkeys("“„‹", "«"),
    **dict.fromkeys("”‟›", "»"),
    **dict.fromkeys("″＂", '"'),
    "\t": " ",
    "…": ".",
    "％": "%",
    "º": "°",
    "＋": "+",
    "∼": "~",
    "≈": "~",
}
_TABLE = str.maketrans(_FOLDED)


def fold(text: str) -> str:
    """Replace typographic variants, one character for one: ``len(fold(s)) == len(s)``.

    Line breaks stay, for they divide paragraphs. Upper case stays.
    """
    return text.translate(_TABLE)
