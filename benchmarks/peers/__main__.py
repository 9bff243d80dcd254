"""The command: python -m benchmarks.peers [--failures] [--json FILE] FILE…"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from benchmarks.peers.cases import read
from benchmarks.peers.judging import DIFFERENCES, Judge, Verdict


def report(verdicts: Sequence[Verdict]) -> dict[str, dict[str, int]]:
    """Count by suite: cases, passed, failed, and the differences on purpose by their names."""
    suites: dict[str, Counter[str]] = defaultdict(Counter)
    for verdict in verdicts:
        suites[verdict.case.suite].update(["cases", verdict.why or ("passed" if verdict.passed else "failed")])
    return {suite: dict(counts) for suite, counts in suites.items()}


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the files, judge their cases, print the rates."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="specifications: .json, .hs")
    parser.add_argument("--failures", action="store_true", help="list what is neither passed nor excused")
    parser.add_argument("--all", action="store_true", help="list the differences on purpose as well")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures")
    options = parser.parse_args(arguments)
    judge = Judge()
    verdicts = [judge.judge(case) for path in options.files for case in read(path)]
    suites = report(verdicts)
    print(f"{'suite':32}{'cases':>7}{'passed':>8}{'on purpose':>12}{'failed':>8}{'of ours':>9}")
    for suite, counts in suites.items():
        cases, passed, failed = (counts.get(name, 0) for name in ("cases", "passed", "failed"))
        rate = f"{passed / (passed + failed):9.1%}" if passed + failed else f"{'-':>9}"
        print(f"{suite:32}{cases:7}{passed:8}{cases - passed - failed:12}{failed:8}{rate}")
    print("\n“of ours”: passed among those that are no difference on purpose. Differences on purpose:")
    for name, meaning in DIFFERENCES.items():
        if count := sum(counts.get(name, 0) for counts in suites.values()):
            print(f"{count:6}  {name}: {meaning}")
    for verdict in verdicts:
        if (options.failures and verdict.failed) or (options.all and verdict.why):
            case = verdict.case
            print(f"\n{case.suite}{f' ({verdict.why})' if verdict.why else ''}: {case.text}")
            expected = case.value if case.value is not None else f"{case.low} to {case.high}"
            meant = (
                "nothing" if case.nothing else f"{case.text[case.start : case.end]!r} = {expected} {case.unit or ''}"
            )
            print(f"    expected {meant}\n    read {verdict.said}")
    if options.json:
        options.json.write_text(json.dumps(suites, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
