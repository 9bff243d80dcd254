"""Where a sentence ends: at a full stop that is not an abbreviation's, and at a line break that is not a printer's.

A sentence that a blank line breaks in the middle ("1 milliard de", blank line, "dirhams") is one sentence.
"""

from __future__ import annotations

import itertools
import re
from functools import cached_property

from pressfacts.language.tokens import BREAK, Token, tokenise

# Abbreviations of this press that a full stop closes without closing the sentence: "M. Dupont", "p. 100", "art. 3".
_ABBREVIATIONS = frozenset(
    "m mm mme mmes mlle dr drs pr prs me mes st ste sté ets art al p pp vol fig no nos n° tél tel env ex cf etc av apr "
    "bd boul hab chap éd ed coll dir gal col cdt lt cap sgt mgr r réf ref dép prof max min janv févr avr juil sept oct "
    "fr nov déc inc ltd corp co jr vs mio mia ch".split()
)
# Words that cannot end a sentence: what follows a line break behind them belongs to it.
_OPEN_WORDS = frozenset(
    "de d' du des le la l' les un une à au aux en et ou dans sur sous par pour avec sans chez vers entre contre que "
    "qu' qui dont où soit ce cet cette ces son sa ses leur leurs plus moins près environ quelque millions milliards "
    "million milliard mds md mrd comme selon depuis jusqu' est a ont sont été".split()
)
# No sentence of a newspaper is as long. What is (a table, a list of names, a text without stops) is cut at a space, so
# that the finders, which look from each number at the rest of its sentence, take time in proportion to the text.
_LONGEST = 1000
# A sentence holds no more numbers than this: what follows is read as another.
_MOST_NUMBERS = 60
_NUMBER = re.compile(r"\d+")
_BOUNDARY = re.compile(
    r"""(?P<stop>[.!?]{1,8})(?P<close>(?:\s?»|["')\]]){0,3})(?=(?P<space>\s+)|[A-ZÀÂÉÈÊÎÔÛÇ]|$)|[\r\n]\s*"""
)
_LAST_WORD = re.compile(r"[^\s.,;:!?()\"]{1,40}$")
_STARTS_SENTENCE = re.compile(r"""\s*["'«(\[*•-]{0,3}\s?[A-ZÀÂÉÈÊÎÔÛÇŒÆ0-9+]""")
# A line that ends in a word or comma and goes on in the next with a small letter.
_WRAPPED_LINE = re.compile(r"[\w,']\r?\n[a-zàâäéèêëîïôöùûüçœæ]")
_STARTS_LINE_INSIDE = re.compile(r"\s*[a-zàâäéèêëîïôöùûüçœæ%€$)]")


class Sentence:
    """A stretch of the folded text (code points, half-open) and, once asked for, its tokens."""

    def __init__(self, folded: str, start: int, end: int) -> None:
        self.folded = folded
        self.start = start
        self.end = end

    def __repr__(self) -> str:
        return f"Sentence({self.start}:{self.end}, {self.text[:40]!r})"

    @property
    def text(self) -> str:
        """The folded characters."""
        return self.folded[self.start : self.end]

    @cached_property
    def tokens(self) -> list[Token]:
        """The tokens, line breaks left out; their offsets count in the article."""
        found = [token for token in tokenise(self.text) if token.kind != BREAK]
        for token in found:
            token.start += self.start
            token.end += self.start
        return found


def split(folded: str) -> list[Sentence]:
    """The sentences of a folded text, in order, white space around them left out. Linear in the text."""
    found: list[Sentence] = []
    start = 0
    width = _wrapped_at(folded)
    for match in _BOUNDARY.finditer(folded):
        if match["stop"]:
            if not _stop_ends_sentence(folded, match):
                continue
            end = match.end()
        else:
            if _wraps(folded, match, width) or not _break_ends_sentence(folded, start, match):
                continue
            end = match.start()
        _append(found, folded, start, end)
        start = match.end()
    _append(found, folded, start, len(folded))
    return found


def _append(found: list[Sentence], folded: str, start: int, end: int) -> None:
    while end - start > _LONGEST:
        cut = folded.rfind(" ", start + _LONGEST // 2, start + _LONGEST) + 1 or start + _LONGEST
        _append(found, folded, start, cut)
        start = cut
    if end - start > 2 * _MOST_NUMBERS:
        crowd = next(itertools.islice(_NUMBER.finditer(folded, start, end), _MOST_NUMBERS, None), None)
        if crowd is not None:
            _append(found, folded, start, crowd.start())
            _append(found, folded, crowd.start(), end)
            return
    while start < end and folded[start].isspace():
        start += 1
    while end > start and folded[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Sentence(folded, start, end))


def _stop_ends_sentence(folded: str, match: re.Match[str]) -> bool:
    before = folded[max(0, match.start() - 41) : match.start()]
    last = _LAST_WORD.search(before)
    word = last[0].lower().replace("-", "") if last else ""
    if not match["space"] and match.end() < len(folded):
        # No space behind the stop: "2024.Cette saison" is two sentences, "S.A", "Hespress.Com", "M.Dupont" are one.
        if match["close"]:
            return False
        following = folded[match.end() : match.end() + 2]
        return len(word) > 2 and word not in _ABBREVIATIONS and following[1:].islower() and match["stop"] == "."
    if match["stop"] == "." and not match["close"].strip():
        if word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha()):
            # "M. Dupont", "J. Martin"; but "etc. Le reste" ends.
            return word == "etc" and bool(_STARTS_SENTENCE.match(folded, match.end()))
        if not last and before.endswith("°"):
            return False
        if word.isdigit() and len(word) <= 2 and folded[: match.start()].rstrip(word)[-1:] in ("", "\n"):
            return False  # the mark of a list: "1. La première mesure"
    following = folded[match.end() : match.end() + 6]
    return not following.strip() or bool(_STARTS_SENTENCE.match(following)) or "\n" in (match["space"] or "")


def _wrapped_at(folded: str) -> int:
    """How wide the lines are where a text is broken into lines by width, as PDFs give it; 0 where lines are
    paragraphs.
    """
    inside = len(_WRAPPED_LINE.findall(folded))
    if inside < 3 or inside * 2 < folded.count("\n") - 2 * folded.count("\n\n"):
        return 0
    return max(map(len, folded.splitlines()))


def _wraps(folded: str, match: re.Match[str], width: int) -> bool:
    """Whether a line break only keeps to the width: "en", line break, "2024, à 3 milliards" goes on."""
    if not width or match[0].count("\n") > 1:
        return False
    line = match.start() - (folded.rfind("\n", 0, match.start()) + 1)
    return line > width * 0.6 and folded[match.start() - 1] not in ".!?:;"


def _break_ends_sentence(folded: str, start: int, match: re.Match[str]) -> bool:
    before = folded[start : match.start()].rstrip()
    if not before:
        return True
    if before[-1] in '.!?:;"»':
        return True
    following = folded[match.end() : match.end() + 3]
    if _STARTS_LINE_INSIDE.match(following):
        return False
    if before.rfind("(") > before.rfind(")") and len(before) - before.rfind("(") < 60:
        return False  # "(+15,1% ou +5,3Mds", line break, "DH)"
    last = before.rsplit(None, 1)[-1].lower()
    return not (last in _OPEN_WORDS or last.endswith("'") or before[-1] == ",")
