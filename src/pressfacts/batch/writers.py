"""Results to a folder: JSON Lines for programs, a CSV for people, each file whole or not there at all."""

from __future__ import annotations

import csv
import json
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import IO

from pressfacts.batch.run import Failure, Result, Skipped
from pressfacts.batch.summary import Summary
from pressfacts.batch.tables import COLUMNS, Cell, rows
from pressfacts.model import ArticleRecord, Extraction

FILES = ("facts.jsonl", "articles.jsonl", "facts.csv", "errors.jsonl", "run.json")
# what a spreadsheet takes for a formula when a cell begins with it, in either width
_FORMULA = re.compile(r"[=+\-@\t\r＝＋－＠]")
_LONGEST_CELL = 2000


def write_facts(results: Iterable[Result], folder: str | os.PathLike[str]) -> Summary:
    """Write the results of a run into ``folder`` and return their counts.

    ``facts.jsonl``: one Fact a line. ``articles.jsonl``: one ArticleRecord a line. ``facts.csv``: one row a fact, UTF-8
    with a byte order mark. ``errors.jsonl``: one failure a line. ``run.json``: counts and versions. The order is that
    of ``results``, which are read one at a time. Everything is written beside its place and renamed at the end: when
    the run stops half-way, what stood in the folder before still stands there. Raises OSError when it cannot be
    written.
    """
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    summary = Summary()
    with _files(target) as (facts, articles, table, errors, run):
        cells = csv.DictWriter(table, COLUMNS)
        cells.writeheader()
        for result in results:
            summary.add(result)
            if isinstance(result, Failure):
                errors.write(json.dumps(asdict(result), ensure_ascii=False) + "\n")
            elif not isinstance(result, Skipped):
                facts.writelines(fact.model_dump_json() + "\n" for fact in result.facts)
                articles.write(article_record(result).model_dump_json() + "\n")
                cells.writerows({name: _cell(cell) for name, cell in row.items()} for row in rows(result))
        run.write(json.dumps(summary.as_json(), ensure_ascii=False, indent=1) + "\n")
    return summary


def article_record(extraction: Extraction) -> ArticleRecord:
    """Make the line of ``articles.jsonl``: everything about an article but its facts, which are counted."""
    return ArticleRecord(
        schema_version=extraction.schema_version,
        rules_version=extraction.rules_version,
        article=extraction.article,
        reviewed=extraction.reviewed,
        facts=len(extraction.facts),
        rejections=extraction.rejections,
        warnings=extraction.warnings,
    )


@contextmanager
def _files(folder: Path) -> Iterator[list[IO[str]]]:
    """Open all files beside their places, and rename them only if everything went well."""
    partial = [folder / f"{name}.partial" for name in FILES]
    try:
        with ExitStack() as stack:
            yield [
                stack.enter_context(
                    # the byte order mark is what makes Excel read a CSV as UTF-8
                    path.open("w", encoding="utf-8-sig" if ".csv" in path.name else "utf-8", newline="")
                )
                for path in partial
            ]
        for path in partial:
            path.replace(path.with_suffix(""))
    finally:
        for path in partial:
            path.unlink(missing_ok=True)


def _cell(value: Cell) -> Cell:
    """Put a text on one line, and make "+18,2 Mds DH" no formula for Excel."""
    if not isinstance(value, str):
        return value
    line = " ".join(value.split())
    if len(line) > _LONGEST_CELL:
        line = line[:_LONGEST_CELL] + "…"
    return "'" + line if _FORMULA.match(line) else line
