"""A file, a record or a text becomes an Article."""

from pressfacts.articles.datelines import ZONE, at_zone, moment
from pressfacts.articles.decoding import decode
from pressfacts.articles.layout import Block, Layout, blocks, furniture, layout
from pressfacts.articles.paragraphs import Role
from pressfacts.articles.reading import SUFFIXES, article_from_text, check_suffix, read, read_articles

__all__ = [
    "SUFFIXES",
    "ZONE",
    "Block",
    "Layout",
    "Role",
    "article_from_text",
    "at_zone",
    "blocks",
    "check_suffix",
    "decode",
    "furniture",
    "layout",
    "moment",
    "read",
    "read_articles",
]
