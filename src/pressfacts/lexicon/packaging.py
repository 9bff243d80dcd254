"""``python -m pressfacts.lexicon.packaging`` writes ``packaged.json``: the packaged TOML files, fast to load."""

from __future__ import annotations

from pressfacts.lexicon.entries import FILES
from pressfacts.lexicon.lexicon import FOLDER, content, written
from pressfacts.lexicon.reading import merged, read_folder


def packaged() -> str:
    """Give the text of ``packaged.json``. Raises LexiconError when a packaged file is wrong."""
    sources = merged([], read_folder(FOLDER))
    return written(content({name: [source.kept() for source in sources if source.kind == name] for name in FILES}))


if __name__ == "__main__":
    (FOLDER / "packaged.json").write_text(packaged(), encoding="utf-8", newline="\n")
