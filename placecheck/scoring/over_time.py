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
    def has_changed(self) -> bool:
        """Return whether any two assessments of it differ by more than what is not known."""
        return bool(ComparedIndicator(self.id, tuple(result for result in self.results if result)).apart)


def readings_over_time(assessments: Sequence[ComparedPlace]) -> tuple[TrackedIndicator, ...]:
    """Return what the last of `assessments` asked, in its rubric's order, as it read in each of them."""
    results_by_assessment = [
        {indicator.id: indicator for indicator in score(rubric, assessment).indicators()}
        for rubric, assessment in assessments
    ]
    fingerprints = [{item.id: item.fingerprint for item in rubric.indicators()} for rubric, _ in assessments]
    return tuple(
        TrackedIndicator(
            id_,
            tuple(
                results.get(id_) if own_fingerprints.get(id_) == fingerprints[-1][id_] else None
                for results, own_fingerprints in zip(results_by_assessment, fingerprints, strict=True)
            ),
        )
        for id_ in results_by_assessment[-1]
    )
