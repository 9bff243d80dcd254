"""What a run found, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pressfacts.batch.run import Failure, Result, Skipped
from pressfacts.model import SCHEMA_VERSION, Extraction

Name = TypeVar("Name", str, str | None)


@dataclass(slots=True)
class Summary:
    """Counts of a run: articles by outcome, facts by kind and by newspaper, rejections by reason, warnings by code.

    A fact counts for each newspaper among its sources; ``None`` stands for facts without one.
    """

    outcomes: Counter[str] = field(default_factory=Counter)
    facts: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    newspapers: Counter[str | None] = field(default_factory=Counter)
    rejections: Counter[str] = field(default_factory=Counter)
    warnings: Counter[str] = field(default_factory=Counter)
    rules_versions: set[str] = field(default_factory=set)

    @property
    def failed(self) -> int:
        """How many articles gave nothing because they could not be read or broke the extractor."""
        return self.outcomes["error"] + self.outcomes["empty"]

    def add(self, result: Result) -> None:
        """Count one article, failure or skipped file."""
        if isinstance(result, Failure):
            self.outcomes[result.outcome] += 1
        elif isinstance(result, Skipped):
            self.outcomes["skipped"] += 1
        else:
            self._add_extraction(result)

    def _add_extraction(self, extraction: Extraction) -> None:
        self.outcomes["ok"] += 1
        self.rules_versions.add(extraction.rules_version)
        self.facts += len(extraction.facts)
        for fact in extraction.facts:
            self.kinds[fact.kind] += 1
            press: set[str | None] = {source.name for source in fact.sources if source.type == "press"}
            self.newspapers.update(press or {None})
        self.rejections.update(rejection.reason for rejection in extraction.rejections)
        self.warnings.update(warning.code for warning in extraction.warnings)

    def as_json(self) -> dict[str, Any]:
        """Give what stands in ``run.json``: counts sorted by name, versions, no time and no path."""
        from importlib.metadata import version

        return {
            "schema_version": SCHEMA_VERSION,
            "rules_versions": sorted(self.rules_versions),
            "versions": {name: version(name) for name in ("pressfacts", "pydantic", "spacy")},
            "articles": {name: self.outcomes[name] for name in ("ok", "empty", "skipped", "error")},
            "facts": self.facts,
            "facts_by_kind": dict(sorted(self.kinds.items())),
            "facts_by_newspaper": [
                {"newspaper": name, "facts": count} for name, count in ranked(self.newspapers)
            ],
            "rejections_by_reason": dict(sorted(self.rejections.items())),
            "warnings_by_code": dict(sorted(self.warnings.items())),
        }  # fmt: skip


def ranked(counts: Mapping[Name, int]) -> list[tuple[Name, int]]:
    """Put the most frequent first, equals by name, so that the order depends on nothing else."""
    return sorted(counts.items(), key=lambda item: (-item[1], item[0] or "\uffff"))
