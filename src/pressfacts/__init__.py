"""Facts out of French press reviews.

>>> import pressfacts
>>> found = pressfacts.extract("Le port a créé 300 emplois en 2018.")
>>> found.facts[0].quote
'300 emplois'

Nothing is imported until it is asked for, so that ``import pressfacts`` costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pressfacts.articles import article_from_text as article_from_text
    from pressfacts.articles import read_articles as read_articles
    from pressfacts.batch import to_dataframe as to_dataframe
    from pressfacts.batch import write_facts as write_facts
    from pressfacts.errors import BinaryFileError as BinaryFileError
    from pressfacts.errors import EmptyFileError as EmptyFileError
    from pressfacts.errors import GoldError as GoldError
    from pressfacts.errors import InputError as InputError
    from pressfacts.errors import LexiconError as LexiconError
    from pressfacts.errors import MissingExtraError as MissingExtraError
    from pressfacts.errors import NoInputError as NoInputError
    from pressfacts.errors import PressfactsError as PressfactsError
    from pressfacts.errors import RecordError as RecordError
    from pressfacts.errors import SchemaError as SchemaError
    from pressfacts.errors import UndecodableError as UndecodableError
    from pressfacts.errors import UnknownFormatError as UnknownFormatError
    from pressfacts.extractor import Extractor as Extractor
    from pressfacts.extractor import extract as extract
    from pressfacts.lexicon import Lexicon as Lexicon
    from pressfacts.model import Article as Article
    from pressfacts.model import ArticleRecord as ArticleRecord
    from pressfacts.model import Extent as Extent
    from pressfacts.model import Extraction as Extraction
    from pressfacts.model import Fact as Fact
    from pressfacts.model import Indicator as Indicator
    from pressfacts.model import Organisation as Organisation
    from pressfacts.model import Period as Period
    from pressfacts.model import Quantity as Quantity
    from pressfacts.model import Rejection as Rejection
    from pressfacts.model import Source as Source
    from pressfacts.model import Span as Span
    from pressfacts.model import Warning as Warning

    __version__: str

_HOMES = {
    "articles": ("article_from_text", "read_articles"),
    "batch": ("to_dataframe", "write_facts"),
    "errors": (
        "BinaryFileError", "EmptyFileError", "GoldError", "InputError", "LexiconError", "MissingExtraError",
        "NoInputError", "PressfactsError", "RecordError", "SchemaError", "UndecodableError", "UnknownFormatError",
    ),
    "extractor": ("Extractor", "extract"),
    "lexicon": ("Lexicon",),
    "model": (
        "Article", "ArticleRecord", "Extent", "Extraction", "Fact", "Indicator", "Organisation", "Period", "Quantity",
        "Rejection", "Source", "Span", "Warning",
    ),
}  # fmt: skip
_HOME = {name: home for home, names in _HOMES.items() for name in names}

__all__ = ["__version__", *_HOME]


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        return version("pressfacts")
    if name not in _HOME:
        raise AttributeError(f"module 'pressfacts' has no attribute {name!r}")
    value = getattr(importlib.import_module(f"pressfacts.{_HOME[name]}"), name)
    globals()[name] = value  # asked for once
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
