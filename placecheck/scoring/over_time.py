"""Every assessment of one place: what each question read whenever it was asked in today's words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from placecheck.scoring.comparison import ComparedIndicator, ComparedPlace
from placecheck.scoring.engine import score
from placecheck.scoring.result import IndicatorResult


@dataclass(frozen=True, slots=True)
class TrackedIndicator:
    """One indicator in every assessment, in the order given; None where it was not asked in the words of the last."""

    id: str
    results: tuple[IndicatorResult | None, ...]

    @property
    def moved(self) -> bool:
        """Return whether any two assessments of it differ by more than what is not known."""
        return bool(ComparedIndicator(self.id, tuple(result for result in self.results if result)).apart)


def readings_over_time(assessments: Sequence[ComparedPlace]) -> tuple[TrackedIndicator, ...]:
    """Return what the last of `assessments` asked, in its rubric's order, as it read in each of them."""
    asked = [
        {indicator.id: indicator for indicator in score(rubric, assessment).indicators()}
        for rubric, assessment in assessments
    ]
    words = [{item.id: item.fingerprint for item in rubric.indicators()} for rubric, _ in assessments]
    return tuple(
        TrackedIndicator(
            id_,
            tuple(
                results.get(id_) if prints.get(id_) == words[-1][id_] else None
                for results, prints in zip(asked, words, strict=True)
            ),
        )
        for id_ in asked[-1]
    )
