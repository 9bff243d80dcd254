"""What is wrong with lexicon files, all of it at once, without running their examples."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pressfacts.errors import LexiconError
from pressfacts.lexicon.entries import FILES
from pressfacts.lexicon.reading import PACKAGED, REPLACE, adapter, merged, packaged_sources, read_folder


def check(folder: Path | None = None) -> list[str]:
    """List what is wrong with the packaged files, or with those of a folder and how they fit the packaged ones.

    Each problem is a sentence that names file, line, cause and cure; no problem is an empty list.
    """
    errors: list[LexiconError] = []
    own = read_folder(folder or PACKAGED, errors.append)
    merged([] if folder is None else packaged_sources(), own, errors.append)
    for source in own:
        if FILES[source.kind].needs_example and not source.texts("examples"):
            errors.append(
                LexiconError(
                    "the entry has no example",
                    where=source.where,
                    cure='Add examples = ["…"], a short sentence with a figure that the entry is about',
                )
            )
    return [str(error) for error in errors]


def lexicon_schemas() -> dict[str, dict[str, Any]]:
    """Give the JSON Schema of each lexicon file, by the file's name without suffix."""
    return {name: _schema(name) for name in FILES}


def _schema(name: str) -> dict[str, Any]:
    entry = adapter(name).json_schema(mode="validation")
    properties: dict[str, Any] = {
        **entry["properties"],
        "examples": {"type": "array", "items": {"type": "string", "minLength": 1}},
        "counter_examples": {"type": "array", "items": {"type": "string", "minLength": 1}},
        "note": {"type": "string"},
        REPLACE: {"type": "boolean", "description": "Takes the place of the packaged entry with this id."},
    }
    id_key = FILES[name].id_key
    properties = {id_key if key == "id" else key: value for key, value in properties.items()}
    required = [id_key if key == "id" else key for key in entry["required"]]
    if FILES[name].needs_example:
        required.append("examples")
        properties["examples"]["minItems"] = 1
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:pressfacts:schema:lexicon:{name}",
        "title": f"{name}.toml",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "entry": {
                "type": "array",
                "items": {
                    "type": "object",
                    "description": FILES[name].__doc__,
                    "additionalProperties": False,
                    "properties": properties,
                    "required": required,
                },
            }
        },
    }
