"""How fast: ``python -m benchmarks.speed [FOLDER]``.

Two yardsticks, measured side by side. Start-up: a process that extracts from one sentence, against one that imports
spaCy. Reading: complete facts of the articles of a folder, against the tokens alone of ``spacy.blank("fr")``.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from pressfacts import Extractor, read_articles

CORPUS = Path(__file__).parent.parent / "corpus" / "articles"
SENTENCE = "Le port a créé 300 emplois en 2018, selon Le Matin."


def start_up(code: str, rounds: int = 5) -> float:
    """Run a new process ``rounds`` times; the seconds of the fastest."""
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603 (our own code)
        times.append(time.perf_counter() - started)
    return min(times)


def speed(read: Callable[[str], object], texts: Sequence[str], rounds: int = 5) -> float:
    """Characters a second over all texts, in the fastest of the rounds, after one to warm up."""
    times = []
    for _ in range(rounds + 1):
        started = time.perf_counter()
        for text in texts:
            read(text)
        times.append(time.perf_counter() - started)
    return sum(map(len, texts)) / min(times[1:])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=CORPUS, help="articles; corpus/articles without")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    spacy_alone = start_up("import spacy", options.rounds)
    ours = start_up(f"import pressfacts; pressfacts.extract({SENTENCE!r})", options.rounds)
    print(f"start-up   import spacy {spacy_alone:.2f} s, pressfacts {ours:.2f} s: {ours / spacy_alone:.2f} times")
    import spacy

    articles = {article.text: article for article in read_articles(options.folder)}
    extractor, tokenizer = Extractor(), spacy.blank("fr").tokenizer
    tokens = speed(tokenizer, list(articles), options.rounds)
    facts = speed(lambda text: extractor.extract(articles[text]), list(articles), options.rounds)
    print(
        f"reading    spacy.blank('fr') tokens {tokens / 1e6:.2f} M characters a second, "
        f"facts {facts / 1e6:.2f} M: {facts / tokens:.2f} times"
    )


if __name__ == "__main__":
    main()
