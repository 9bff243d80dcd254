"""The published JSON Schemas of what pressfacts writes, generated from the models."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pressfacts.errors import SchemaError
from pressfacts.model import SCHEMA_VERSION, ArticleRecord, Extraction, Fact, Model

Schema = dict[str, Any]
_NO_MORE: Mapping[str, Schema] = {}
_PUBLISHED: dict[str, type[Model]] = {"extraction": Extraction, "fact": Fact, "article_record": ArticleRecord}


def schemas() -> dict[str, Schema]:
    """Give the schemas: ``extraction`` (--format json), ``fact`` (facts.jsonl), ``article_record`` (articles.jsonl)."""
    return {name: _schema(name, model) for name, model in _PUBLISHED.items()}


def _schema(name: str, model: type[Model]) -> Schema:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:pressfacts:schema:{name}:{SCHEMA_VERSION}",
        **model.model_json_schema(mode="serialization"),
    }


def write_schemas(folder: str | os.PathLike[str], more: Mapping[str, Schema] = _NO_MORE) -> list[Path]:
    """Write each schema into ``folder`` as NAME.schema.json and return the files.

    ``more`` are schemas that are not of the models, by name: ``lexicon/units`` goes into a folder of its own.
    """
    written = []
    for name, schema in {**schemas(), **more}.items():
        path = Path(folder) / f"{name}.schema.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(rendered(schema), encoding="utf-8", newline="\n")
        written.append(path)
    return written


def check_schemas(folder: str | os.PathLike[str], more: Mapping[str, Schema] = _NO_MORE) -> None:
    """Compare the files in ``folder`` with the schemas. Raises SchemaError for one that differs or is missing."""
    for name, schema in {**schemas(), **more}.items():
        path = Path(folder) / f"{name}.schema.json"
        cure = f"Run: pressfacts schema -o {folder}"
        if not path.is_file():
            raise SchemaError("this schema is missing", where=str(path), cure=cure)
        if path.read_text(encoding="utf-8") != rendered(schema):
            raise SchemaError("this schema is not that of the models", where=str(path), cure=cure)


def rendered(schema: Mapping[str, Any]) -> str:
    """Give the text of a schema file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
