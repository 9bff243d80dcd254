"""``nlp.add_pipe("pressfacts")``: the extractor as a component of a spaCy pipeline.

spaCy imports this module whenever any pipeline is made, so all that costs time is imported when the component is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc

if TYPE_CHECKING:
    from collections.abc import Callable

    from pressfacts.model import Extraction

KEY = "pressfacts"
_PACKED = "pressfacts.Extraction"


class PressfactsComponent:
    """Leaves the Extraction of a Doc's text on ``doc.user_data["pressfacts"]``, which ``doc._.pressfacts`` reads.

    The facts are those of the text, whichever pipeline made the Doc; offsets are ``doc.char_span`` offsets. An Article
    in ``doc.user_data["article"]`` gives the publication date and the rest; without one the text itself is read.
    """

    def __init__(self, lexicon: str | None = None) -> None:
        from pressfacts.extractor import Extractor
        from pressfacts.lexicon import Lexicon

        self._extractor = Extractor(lexicon=None if lexicon is None else Lexicon.load(lexicon))

    def __call__(self, doc: Doc) -> Doc:
        """Extract the facts of a Doc."""
        from pressfacts.articles import article_from_text

        article = doc.user_data.get("article")
        if article is None or article.text != doc.text:
            article = article_from_text(doc.text)
        doc.user_data[KEY] = self._extractor.extract(article)
        return doc


@Language.factory("pressfacts", default_config={"lexicon": None}, assigns=["doc._.pressfacts"])
def create_pressfacts(nlp: Language, name: str, lexicon: str | None) -> PressfactsComponent:
    """Make the component. ``lexicon`` is a folder of lexicons to merge over the packaged ones."""
    if not Doc.has_extension(KEY):
        Doc.set_extension(KEY, getter=_extraction)
    _let_docs_be_saved()
    return PressfactsComponent(lexicon)


def _extraction(doc: Doc) -> Extraction | None:
    found: Extraction | None = doc.user_data.get(KEY)
    return found


def _let_docs_be_saved() -> None:
    """Teach spaCy's serialiser Extractions, for DocBin, ``to_disk`` and ``nlp.pipe(n_process=2)``."""
    import srsly

    srsly.msgpack_encoders.register(KEY, func=_pack)
    srsly.msgpack_decoders.register(KEY, func=_unpack)


def _pack(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    from pressfacts.model import Article, Extraction

    if isinstance(value, Extraction | Article):
        return {_PACKED: value.model_dump_json(), "type": type(value).__name__}
    return value if chain is None else chain(value)


def _unpack(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    from pressfacts.model import Article, Extraction

    if isinstance(value, dict) and _PACKED in value:
        model = Article if value["type"] == "Article" else Extraction
        return model.model_validate_json(value[_PACKED])
    return value if chain is None else chain(value)
