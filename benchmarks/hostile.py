"""Does time grow in proportion to length, whatever the input? Texts made to hurt, doubled in size.

    python -m benchmarks.hostile [--size 1000000] [--limit 60] [SHAPE…]
    python -m benchmarks.hostile --profile SHAPE [--size 100000]

Prints, shape by shape, the seconds for each size and how much longer the last doubling took: 2 is linear, 4 quadratic.
Exits with 1 when a shape is not linear or does not end within the limit.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from pressfacts import Extractor, article_from_text

# What is repeated until the size is reached. The first is what an article is made of, to compare with.
SHAPES = {
    "article": "Le port a créé 300 emplois en 2018, selon Le Matin. Le trafic a reculé de 3% et reste faible.\n\n",
    "digits": "1",
    "digits_and_spaces": "1 ",
    "groups_of_digits": "000 ",
    "points": "1.",
    "commas": "1,",
    "dashes": "1-",
    "slashes": "1/",
    "percents": "1% ",
    "signs": "+-",
    "number_words": "mille ",
    "ones": "un ",
    "scales": "millions de ",
    "hundreds": "cent et ",
    "halves": "un et demi ",
    "fractions": "un tiers de ",
    "out_of": "1 sur ",
    "between": "entre 1 et ",
    "from_to": "de 1 à ",
    "to": "1 à ",
    "movement": "passé de 1 à 2 % ",
    "more_than": "plus de ",
    "prepositions": "de ",
    "articles": "la ",
    "conjunctions": "et ",
    "pronouns": "que ",
    "verbs": "a été ",
    "according": "selon ",
    "according_to_him": "selon lui, ",
    "inversions": "dit-il, ",
    "he_says": "C'est bien, dit-il. ",
    "he_of_long_ago": "Il y revient un an plus tôt. ",
    "a_role_says": "Le responsable ajoute que tout va bien. ",
    "the_same_source": "La même source le confirme.\n\n",
    "newspapers": "Le Matin ",
    "the_newspaper": "le quotidien ",
    "persons": "M. ",
    "capitals": "Ali ",
    "acronyms": "HCP (",
    "initials": "A.",
    "open_quotes": "« ",
    "closed_quotes": " »",
    "straight_quotes": '" ',
    "quotations": "« a » ",
    "apostrophes": "l'",
    "brackets": "(",
    "closing_brackets": ")",
    "colons": "a : ",
    "bullets": "• ",
    "headings": "ASSABAH : ",
    "years": "en 2018 ",
    "spans": "2018-2019 ",
    "months": "en mai ",
    "dates": "le 16 mai 2019 ",
    "since": "depuis ",
    "ago": "il y a ",
    "same_period": "la même période ",
    "hours": "à 18h41 ",
    "datelines": "Le 15/05/2019 à 18h41\n\n",
    "bylines": "Par Ali Alaoui\n\n",
    "facts_in_one_sentence": "300 emplois, ",
    "sums_in_one_sentence": "1,5 million de dirhams et ",
    "ellipses": "contre 4 ",
    "among_them": "dont 12 à Fès, ",
    "bracketed_sums": "(3 DH) ",
    "sentences": "Il a 300 lits. ",
    "one_word": "a",
    "one_endless_line": "le marché de la pêche reste stable dans toute la région ",
    "enumeration": "emplois, hausse, taux, ",
    "blank_lines": "\n\n",
    "blanks": " ",
    "no_break_spaces": "\u00a0",
    "broken_lines": "de\n\n",
    "carriage_returns": "\r\n",
    "stops": ".",
    "abbreviations": "art. ",
    "hyphens": "-",
    "accents": "e\u0301",
    "emoji": "😀",
    "urls": "www.a.ma/1/",
    "names_of_laws": "loi n° 47-18 ",
}


# Every text ends in a fact, so that those who look for its period, indicator and sources look at all the rest.
FACT = " le port a créé 300 emplois en 2018, dit-il"


def text(shape: str, size: int) -> str:
    """Make a text of a shape, of ``size`` characters."""
    pattern = SHAPES[shape]
    return (pattern * (size // len(pattern) + 1))[: size - len(FACT)] + FACT


def seconds(extractor: Extractor, given: str) -> float:
    """Time the reading of a text: seconds of this process, layout and all."""
    started = time.process_time()
    extractor.extract(article_from_text(given, id="hostile"))
    return time.process_time() - started


@contextmanager
def limited(limit: int) -> Iterator[None]:
    """Raise TimeoutError when what is done inside takes more than ``limit`` seconds."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(limit)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def measured(read: Callable[[str], float], shape: str, size: int, limit: int) -> tuple[list[float], bool]:
    """Time a shape at an eighth, a quarter, a half of the size and the whole; tell also whether it came to its end."""
    times: list[float] = []
    try:
        with limited(limit):
            for part in (8, 4, 2, 1):
                times.append(read(text(shape, size // part)))
    except TimeoutError:
        return times, False
    return times, True


def main() -> int:
    """Measure the shapes named, or all of them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("shapes", nargs="*", metavar="SHAPE", help=f"one of {', '.join(SHAPES)}; all without")
    parser.add_argument("--size", type=int, default=1_000_000, help="characters of the longest text")
    parser.add_argument("--limit", type=int, default=60, help="seconds for all sizes of a shape")
    parser.add_argument("--ratio", type=float, default=3.0, help="what the last doubling may cost at most")
    parser.add_argument("--profile", metavar="SHAPE", help="show where the time goes instead")
    options = parser.parse_args()
    if strange := {*options.shapes, *filter(None, [options.profile])} - SHAPES.keys():
        parser.error(f"no such shape: {', '.join(sorted(strange))}")
    extractor = Extractor()
    seconds(extractor, text("article", 10_000))  # what is loaded once is loaded
    if options.profile:
        profile = cProfile.Profile()
        profile.runcall(seconds, extractor, text(options.profile, options.size))
        pstats.Stats(profile, stream=sys.stdout).sort_stats("tottime").print_stats(15)
        return 0
    failed = 0
    print(f"{'shape':24}" + "".join(f"{options.size // part:>12,}" for part in (8, 4, 2, 1)) + f"{'last ratio':>12}")
    for shape in options.shapes or SHAPES:
        times, ended = measured(lambda given: seconds(extractor, given), shape, options.size, options.limit)
        ratio = times[-1] / max(times[-2], 0.005) if len(times) > 1 else float("inf")
        bad = not ended or (ratio > options.ratio and times[-1] > 0.05)
        failed += bad
        cells = "".join(f"{spent:12.2f}" for spent in times) + f"{'-':>12}" * (4 - len(times))
        print(f"{shape:24}{cells}{ratio:12.1f}{'  NOT LINEAR' if bad else ''}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
