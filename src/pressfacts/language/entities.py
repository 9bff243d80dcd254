"""What a spaCy pipeline that recognises names adds, where the user hands one in: persons told from bodies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from pressfacts.model import Source

if TYPE_CHECKING:
    from spacy.tokens import Doc

Entity = tuple[int, int, Literal["person", "organisation"]]
_KINDS: dict[str, Literal["person", "organisation"]] = {
    "PER": "person",
    "PERSON": "person",
    "ORG": "organisation",
}


def named_entities(doc: Doc) -> list[Entity]:
    """The persons and organisations of a Doc: start and end in code points, kind."""
    return [(one.start_char, one.end_char, _KINDS[one.label_]) for one in doc.ents if one.label_ in _KINDS]


def told_by_names(source: Source, names: Sequence[Entity]) -> Source:
    """A source as the names tell it: "Bennis" that was read as a body is a person where the pipeline knows him."""
    if source.type not in ("person", "organisation") or source.role is not None or source.start is None:
        return source
    for start, end, kind in names:
        if start <= source.start and source.end is not None and source.end <= end and kind != source.type:
            return source.model_copy(update={"type": kind})
    return source
