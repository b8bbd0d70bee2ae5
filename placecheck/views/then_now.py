"""Then and now: two rounds of one place, over what was asked in the same words, and what people think moved it."""

from __future__ import annotations

from dataclasses import dataclass

from placecheck.assessment import Assessment
from placecheck.scoring.compare import Side
from placecheck.views.comparison import CellView, ComparedView, ComparisonView, comparison_view
from placecheck.words import comparing as w
from placecheck.words import results as rw
from placecheck.words import say, say_n


@dataclass(frozen=True, slots=True)
class MovedView:
    """One thing then and now: where it stood and stands, what may be said of that, and what people think caused it."""

    id: str
    name: str
    then: CellView
    now: CellView
    words: str
    verdict: str
    moved: bool
    row: ComparedView


@dataclass(frozen=True, slots=True)
class MovedSideView:
    """One dimension then and now; `whole` over what can be compared."""

    id: str
    name: str
    order: int
    whole: MovedView | None
    rows: tuple[MovedView, ...]


@dataclass(frozen=True, slots=True)
class ThenNowView:
    """Two rounds of one place."""

    title: str
    then: str
    now: str
    people: str
    """From how many voices each round is; that they need not be the same people."""
    summary: str
    sentence: str
    levels: tuple[str, ...]
    sides: tuple[MovedSideView, ...]
    beside: ComparisonView

    def rows(self) -> list[MovedView]:
        """Every thing that can be compared, in the rubric's order."""
        return [row for side in self.sides for row in side.rows]


def then_now_view(then: Side, now: Side) -> ThenNowView:
    """Two rounds of one place, the earlier first."""
    beside = comparison_view([then, now])
    sides = tuple(
        MovedSideView(one.id, one.name, one.order, _moved(one.whole), tuple(_thing(row) for row in one.rows))
        for one in beside.dimensions
    )
    moved = sum(row.moved for side in sides for row in side.rows)
    return ThenNowView(
        title=say(w.THEN_AND_NOW, place=now[1].place.name),
        then=beside.sides[0].name,
        now=beside.sides[1].name,
        people=say(w.SAME_PEOPLE, then=_voices(then[1]), now=_voices(now[1])),
        summary=say_n(w.MOVED_COUNT, moved) if moved else say(w.NONE_MOVED),
        sentence=say(w.DUMBBELL_SENTENCE),
        levels=beside.levels,
        sides=sides,
        beside=beside,
    )


def table(view: ThenNowView) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The picture as a table: a row for each thing, with what people think moved it."""
    headings = (rw.COLUMN_DIMENSION, rw.COLUMN_INDICATOR, w.THEN, w.NOW, w.COLUMN_DIFFERENCE, w.WHY)
    cells: list[tuple[str, ...]] = []
    for side in view.sides:
        for row in [*([side.whole] if side.whole else []), *side.rows]:
            cause = row.row.why or ""
            cells.append((side.name, row.name, row.then.words, row.now.words, row.verdict, cause))
    return tuple(map(say, headings)), cells


def _moved(row: ComparedView | None) -> MovedView | None:
    return _thing(row) if row else None


def _thing(row: ComparedView) -> MovedView:
    then, now = row.cells
    verdict = say(w.IT_MOVED) if row.apart else row.verdict
    words = say(w.THEN_NOW, then=then.words, now=now.words)
    return MovedView(row.id, row.name, then, now, words, verdict, bool(row.apart), row)


def _voices(assessment: Assessment) -> str:
    return say_n(rw.VOICES, len(assessment.voices))
