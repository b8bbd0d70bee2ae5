"""All assessments of one place: each question that moved, with what it read on every day, on the same ladder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from placecheck.assessment import Assessment
from placecheck.assessment.asked import counted_voices
from placecheck.dates import when_words
from placecheck.rubric import Rubric
from placecheck.scoring import IndicatorResult
from placecheck.scoring.comparison import ComparedPlace
from placecheck.scoring.over_time import TrackedIndicator, readings_over_time
from placecheck.views.results.ladder_words import Ladder
from placecheck.views.results.pictures import DimensionRow, LadderRow, LadderView, ladder_row
from placecheck.words import comparing as w
from placecheck.words import say, say_n

MIN_ASSESSMENTS = 3
"""Two assessments are then and now; from three on there is more to see than the two."""


def over_time_view(assessments: Sequence[ComparedPlace]) -> LadderView | None:
    """Return a ladder of all `assessments`, the earliest first: a group for each question that moved, a row for a day.

    None where there are fewer than three of them. Questions are those of the last, in the words in which it asked.
    """
    if len(assessments) < MIN_ASSESSMENTS:
        return None
    rubric = assessments[-1][0]
    moved = {tracked.id: tracked for tracked in readings_over_time(assessments) if tracked.has_changed}
    return LadderView(
        title=say(w.OVER_TIME, n=len(assessments)),
        sentence=say(w.OVER_TIME_SENTENCE) if moved else say(w.NOTHING_OVER_TIME),
        levels=tuple(level.name for level in rubric.levels),
        dimensions=tuple(
            _question(assessments, moved[indicator.id], order, dimension.id)
            for order, dimension in enumerate(rubric.dimensions)
            for indicator in dimension.indicators
            if indicator.id in moved
        ),
    )


def _question(
    assessments: Sequence[ComparedPlace], tracked: TrackedIndicator, order: int, dimension: str
) -> DimensionRow:
    indicator = assessments[-1][0].by_id[tracked.id]
    rows = tuple(
        _day(rubric, assessment, at, result, dimension)
        for at, ((rubric, assessment), result) in enumerate(zip(assessments, tracked.results, strict=True))
        if result is not None
    )
    missing = len(assessments) - len(rows)
    return DimensionRow.heading(
        id_=tracked.id,
        name=indicator.name,
        about=indicator.statement,
        order=order,
        rows=rows,
        known=say_n(w.NOT_ASKED_THEN, missing) if missing else "",
    )


def _day(rubric: Rubric, assessment: Assessment, at: int, result: IndicatorResult, dimension: str) -> LadderRow:
    ladder = Ladder.of(rubric, len(counted_voices(assessment)))
    return replace(ladder_row(rubric, ladder, dimension, result), name=_when(assessment, at))


def _when(assessment: Assessment, at: int) -> str:
    return when_words(assessment.date.isoformat()) if assessment.date else say(w.ASSESSMENT_NUMBER, n=at + 1)
