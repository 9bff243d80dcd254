"""Folders in, tables out: many articles are read one by one, and what goes wrong with one is written down."""

from pressfacts.batch.run import Failure, Result, Skipped, Source, read_and_extract
from pressfacts.batch.summary import Summary, ranked
from pressfacts.batch.tables import COLUMNS, to_dataframe
from pressfacts.batch.writers import article_record, write_facts

__all__ = [
    "COLUMNS",
    "Failure",
    "Result",
    "Skipped",
    "Source",
    "Summary",
    "article_record",
    "ranked",
    "read_and_extract",
    "to_dataframe",
    "write_facts",
]
