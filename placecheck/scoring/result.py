"""What scoring returns, as frozen values, and as the JSON that scripts rely on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

METHOD = "1"
"""The method's version; it goes up when a change of code can change a number."""

DECIMALS = 6


@dataclass(frozen=True, slots=True)
class NoAnswerCounts:
    """How many voices gave each kind of no-answer; `skipped` are those with no row at all."""

    dont_know: int = 0
    not_here: int = 0
    rather_not_say: int = 0
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class IndicatorResult:
    """One indicator. `reading`, `low` and `high` are on the ladder, 0 to K-1; `counts` has one number a level."""

    id: str
    status: Literal["ok", "no_reading", "not_here"]
    reading: float | None
    low: float
    high: float
    agreed: int | str | None
    counts: tuple[int, ...]
    no_answer: NoAnswerCounts
    agreement: float | None
    quartile_range: float | None


@dataclass(frozen=True, slots=True)
class DimensionResult:
    """One dimension. `coverage` is a share from 0 to 1; there is none where no indicator applies here."""

    id: str
    status: Literal["ok", "not_enough_answers", "not_here"]
    reading: float | None
    low: float | None
    high: float | None
    coverage: float | None
    indicators: tuple[IndicatorResult, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What one assessment adds up to, with all that is needed to tell which rubric and method it was."""

    rubric_id: str
    edition: str
    fingerprint: str
    place: str
    voices: int
    round: str
    dimensions: tuple[DimensionResult, ...]
    unequal_weights: tuple[tuple[str, str], ...] = ()
    """Id and weight of everything scored, where the weights differ; empty where all count the same."""
    overall: float | None = None
    overall_kind: str = "none"

    def indicators(self) -> Iterator[IndicatorResult]:
        """Every indicator's result, in the rubric's order."""
        for dimension in self.dimensions:
            yield from dimension.indicators

    def as_json(self) -> dict[str, Any]:
        """The result as `placecheck score --json` prints it, numbers rounded to six places."""
        data: dict[str, Any] = {
            "rubric": {"id": self.rubric_id, "edition": self.edition, "fingerprint": self.fingerprint},
            "method": METHOD,
            "place": {"name": self.place},
            "voices": self.voices,
            "round": self.round,
            "dimensions": [_dimension(dimension) for dimension in self.dimensions],
        }
        if self.unequal_weights:
            data["weights"] = dict(self.unequal_weights)
        if self.overall_kind != "none":
            data["overall"] = {
                "kind": self.overall_kind,
                "reading": _rounded(self.overall),
                "note": "A strong dimension can hide a weak one.",
            }
        return data


def _dimension(dimension: DimensionResult) -> dict[str, Any]:
    return {
        "id": dimension.id,
        "status": dimension.status,
        "reading": _rounded(dimension.reading),
        "low": _rounded(dimension.low),
        "high": _rounded(dimension.high),
        "coverage": _rounded(dimension.coverage),
        "indicators": [_indicator(indicator) for indicator in dimension.indicators],
    }


def _indicator(indicator: IndicatorResult) -> dict[str, Any]:
    counts = indicator.no_answer
    return {
        "id": indicator.id,
        "status": indicator.status,
        "reading": _rounded(indicator.reading),
        "low": _rounded(indicator.low),
        "high": _rounded(indicator.high),
        "agreed": indicator.agreed,
        "counts": list(indicator.counts),
        "no_answer": {
            "dont_know": counts.dont_know,
            "not_here": counts.not_here,
            "rather_not_say": counts.rather_not_say,
            "skipped": counts.skipped,
        },
        "agreement": _rounded(indicator.agreement),
        "quartile_range": _rounded(indicator.quartile_range),
    }


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, DECIMALS) + 0.0
