"""Then and now: two assessments of one place, over what was asked in the same words, and what people think moved it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from placecheck.assessment import Assessment
from placecheck.assessment.asked import counted_voices
from placecheck.scoring.comparison import ComparedPlace
from placecheck.views.comparison.comparison import CellView, ComparedView, ComparisonView, comparison_view
from placecheck.words import comparing as w
from placecheck.words import results as rw
from placecheck.words import say, say_n


@dataclass(frozen=True, slots=True)
class MovedView:
    """One indicator or dimension then and now: both readings, the verdict, and what people think caused it."""

    id: str
    name: str
    then: CellView
    now: CellView
    words: str
    arrow: str
    """Both readings with an arrow between them."""
    verdict: str
    moved: bool
    row: ComparedView


@dataclass(frozen=True, slots=True)
class MovedDimensionView:
    """One dimension then and now; `whole` over what can be compared."""

    id: str
    name: str
    order: int
    whole: MovedView | None
    rows: tuple[MovedView, ...]


@dataclass(frozen=True, slots=True)
class ThenNowView:
    """Two assessments of one place."""

    title: str
    then: str
    now: str
    people: str
    """From how many voices each assessment is; that they need not be the same people."""
    summary: str
    sentence: str
    levels: tuple[str, ...]
    dimensions: tuple[MovedDimensionView, ...]
    comparison: ComparisonView

    def rows(self) -> list[MovedView]:
        """Return every row that can be compared, in the rubric's order."""
        return [row for dimension in self.dimensions for row in dimension.rows]


def then_now_view(then: ComparedPlace, now: ComparedPlace) -> ThenNowView:
    """Return the comparison of two assessments of one place, the earlier first."""
    view = comparison_view([then, now])
    dimensions = tuple(
        MovedDimensionView(
            compared.id,
            compared.name,
            compared.order,
            _moved(compared.whole),
            tuple(_moved_view(row) for row in compared.rows),
        )
        for compared in view.dimensions
    )
    moved = sum(row.moved for dimension in dimensions for row in dimension.rows)
    return ThenNowView(
        title=say(w.THEN_AND_NOW, place=now[1].place.name),
        then=view.places[0].name,
        now=view.places[1].name,
        people=say(w.SAME_PEOPLE, then=_voices(then[1]), now=_voices(now[1])),
        summary=say_n(w.MOVED_COUNT, moved) if moved else say(w.NONE_MOVED),
        sentence=say(w.DUMBBELL_SENTENCE),
        levels=view.levels,
        dimensions=dimensions,
        comparison=view,
    )


def moved_lines(places: Sequence[ComparedPlace], view: ComparisonView) -> list[str]:
    """Return each question that moved between two assessments of one place, with both readings; none otherwise."""
    if len(places) != 2 or len({assessment.place.name for _, assessment in places}) > 1:
        return []
    moved = (_moved_view(row) for dimension in view.dimensions for row in dimension.rows if row.apart)
    return [say(w.NAME_AND_ARROW, name=row.name, arrow=row.arrow) for row in moved]


def then_now_rows(view: ThenNowView) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Return the picture as a table: a row for each dimension and indicator, with what people think moved it."""
    headings = (rw.COLUMN_DIMENSION, rw.COLUMN_INDICATOR, w.THEN, w.NOW, w.COLUMN_DIFFERENCE, w.WHY)
    cells: list[tuple[str, ...]] = []
    for dimension in view.dimensions:
        for row in [*([dimension.whole] if dimension.whole else []), *dimension.rows]:
            cause = row.row.why or ""
            cells.append((dimension.name, row.name, row.then.words, row.now.words, row.verdict, cause))
    return tuple(map(say, headings)), cells


def _moved(row: ComparedView | None) -> MovedView | None:
    return _moved_view(row) if row else None


def _moved_view(row: ComparedView) -> MovedView:
    then, now = row.cells
    verdict = say(w.IT_MOVED) if row.apart else row.verdict
    words = say(w.THEN_NOW, then=then.words, now=now.words)
    arrow = say(w.THEN_TO_NOW, then=then.words, now=now.words)
    return MovedView(row.id, row.name, then, now, words, arrow, verdict, bool(row.apart), row)


def _voices(assessment: Assessment) -> str:
    return say_n(rw.VOICES, len(counted_voices(assessment)))
