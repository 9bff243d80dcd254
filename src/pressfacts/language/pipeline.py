"""A small French ``Language`` for spaCy, which starts at once.

``spacy.blank("fr")`` compiles its tokenizer exceptions for seconds on its first call; the tokens and sentences here are
the extractor's own, so they need nothing of ``spacy.lang.fr``, no model and no download.
"""

from __future__ import annotations

from spacy.language import BaseDefaults, Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from pressfacts.language.sentences import split
from pressfacts.language.tokens import tokenise
from pressfacts.text import fold


class FrenchTokenizer:
    """A text becomes a Doc: ``doc.text == text``, sentences are set, more white space than one space is a token."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Tokenise a text. Linear in its length."""
        words: list[str] = []
        spaces: list[bool] = []
        starts: list[bool | int | None] = []  # as spaCy types them

        def add(word: str, opens: bool) -> None:
            words.append(word)
            spaces.append(False)
            starts.append(opens or not starts)

        def add_space(start: int, end: int) -> None:
            if start < end and text[start] == " " and words:
                spaces[-1] = True
                start += 1
            if start < end:
                add(text[start:end], False)

        place = 0
        for sentence in split(fold(text)):
            for token in tokenise(sentence.text):
                start, end = sentence.start + token.start, sentence.start + token.end
                add_space(place, start)
                add(text[start:end], token.start == 0)
                place = end
        add_space(place, len(text))
        return Doc(self.vocab, words=words, spaces=spaces, sent_starts=starts)

    # spaCy saves and loads a tokenizer with its pipeline; this one has no state.
    def to_bytes(self, **_: object) -> bytes:
        """Give the state: nothing."""
        return b""

    def from_bytes(self, _: bytes, **__: object) -> FrenchTokenizer:
        """Take the state: nothing."""
        return self

    def to_disk(self, *_: object, **__: object) -> None:
        """Save the state: nothing."""

    def from_disk(self, *_: object, **__: object) -> FrenchTokenizer:
        """Read the state: nothing."""
        return self


class French(Language):  # type: ignore[no-untyped-call]  # spaCy hooks subclasses untyped
    """French with the extractor's tokens and sentences; components are added as to any pipeline of spaCy."""

    lang = "fr"
    Defaults = BaseDefaults


def french() -> French:
    """Make an empty French pipeline: offline, without a model, in a few hundredths of a second."""
    return French(create_tokenizer=lambda nlp: FrenchTokenizer(nlp.vocab), meta={"name": "pressfacts"})
