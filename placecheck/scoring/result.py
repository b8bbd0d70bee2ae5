"""What scoring returns, as frozen values, and as the JSON that scripts rely on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from placecheck.assessment.method import METHOD

DECIMALS = 6

OVERALL_CAUTION = "A strong dimension can hide a weak one."
"""What every total over dimensions carries with it, wherever it is shown."""


class NoAnswerCounts(NamedTuple):
    """How many voices gave each kind of no-answer.

    `skipped` are those with neither a level nor a no-answer; `story_only` are those among them who told a story.
    """

    dont_know: int = 0
    not_here: int = 0
    rather_not_say: int = 0
    skipped: int = 0
    story_only: int = 0

    @property
    def gaps(self) -> int:
        """Return how many levels are missing: everyone who gave none, except those who say that it does not apply."""
        return self.dont_know + self.rather_not_say + self.skipped

    @property
    def silent(self) -> int:
        """Return how many did not answer at all."""
        return self.skipped - self.story_only


class IndicatorResult(NamedTuple):
    """One indicator. `reading`, `low` and `high` are on the ladder, 0 to K-1; `counts` has one number a level.

    `agreed` is a level, `not_here`, `not_agreed`, or None where the group recorded nothing. `agreement` and
    `quartile_range` (in levels) are None below five known levels. Where the status is `not_here` there is no reading;
    `low` and `high` then say what the voices alone would allow, and enter no other number.
    """

    id: str
    agreed: int | str | None
    counts: tuple[int, ...]
    no_answer: NoAnswerCounts
    status: Literal["ok", "no_reading", "not_here"]
    reading: float | None
    low: float
    high: float
    agreement: float | None
    quartile_range: float | None


class DimensionResult(NamedTuple):
    """One dimension. `coverage` is a share from 0 to 1; there is none where no indicator applies here."""

    id: str
    status: Literal["ok", "not_enough_answers", "not_here"]
    reading: float | None
    low: float | None
    high: float | None
    coverage: float | None
    indicators: tuple[IndicatorResult, ...]


class Overall(NamedTuple):
    """A total over dimensions; no reading where a dimension that applies has none. Show it with `OVERALL_CAUTION`."""

    kind: Literal["arithmetic", "geometric"]
    reading: float | None


class UsedWeights(NamedTuple):
    """Rule 8: the weights that were used and are not all equal, each with its id; empty where all count the same."""

    indicators: tuple[tuple[str, Decimal], ...] = ()
    dimensions: tuple[tuple[str, Decimal], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.indicators or self.dimensions)


@dataclass(frozen=True, slots=True)
class Result:
    """What one assessment adds up to, with all that is needed to tell which rubric and method it was."""

    rubric_id: str
    edition: str
    fingerprint: str
    place: str
    voices: int
    question_set: str
    dimensions: tuple[DimensionResult, ...]
    weights: UsedWeights
    overall: Overall | None
    """None where the rubric asks for no total, which is the rule."""

    def indicators(self) -> Iterator[IndicatorResult]:
        """Yield every indicator's result, in the rubric's order."""
        for dimension in self.dimensions:
            yield from dimension.indicators

    def as_json(self) -> dict[str, Any]:
        """Return the result as `placecheck score --json` prints it, numbers rounded to six places."""
        data = self.head_json() | {"dimensions": [dimension_json(dimension) for dimension in self.dimensions]}
        if self.overall:
            kind, reading = self.overall.kind, _rounded(self.overall.reading)
            data["overall"] = {"kind": kind, "reading": reading, "caution": OVERALL_CAUTION}
        return data

    def head_json(self) -> dict[str, Any]:
        """Return what the result is about: rubric, method, place, voices and question set, and unequal weights."""
        head: dict[str, Any] = {
            "rubric": {"id": self.rubric_id, "edition": self.edition, "fingerprint": self.fingerprint},
            "method": METHOD,
            "place": {"name": self.place},
            "voices": self.voices,
            "round": self.question_set,
        }
        if self.weights:
            head["weights"] = {
                "indicators": {id_: float(weight) for id_, weight in self.weights.indicators},
                "dimensions": {id_: float(weight) for id_, weight in self.weights.dimensions},
            }
        return head


def dimension_json(dimension: DimensionResult) -> dict[str, Any]:
    """Return one dimension with its indicators, as it is written in JSON."""
    return {
        "id": dimension.id,
        "status": dimension.status,
        "reading": _rounded(dimension.reading),
        "low": _rounded(dimension.low),
        "high": _rounded(dimension.high),
        "coverage": _rounded(dimension.coverage),
        "indicators": [indicator_json(indicator) for indicator in dimension.indicators],
    }


def indicator_json(indicator: IndicatorResult) -> dict[str, Any]:
    """Return one indicator, as it is written in JSON."""
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
            "story_only": counts.story_only,
        },
        "agreement": _rounded(indicator.agreement),
        "quartile_range": _rounded(indicator.quartile_range),
    }


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, DECIMALS) + 0.0
