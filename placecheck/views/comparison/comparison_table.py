"""The pictures of a comparison as a table: the same names, words and numbers, a row for each side of each thing."""

from __future__ import annotations

from collections.abc import Sequence

from placecheck.views.comparison.comparison import CellView, ComparedView, ComparisonView
from placecheck.views.results.ladder_words import Ladder
from placecheck.words import comparing as w
from placecheck.words import results as rw
from placecheck.words import say

Row = tuple[str, ...]


def comparison_table_rows(view: ComparisonView, rows: Sequence[ComparedView]) -> tuple[Row, list[Row]]:
    """Return the headings, and the cells of `rows`, which are of `view`, in their order and that of the places."""
    headings = (
        rw.COLUMN_INDICATOR, w.COLUMN_WHICH, rw.COLUMN_STANDS, rw.COLUMN_RANGE, rw.COLUMN_VOICES, w.COLUMN_COUNTS,
    )  # fmt: skip
    ladder = Ladder(view.levels, 0)
    names = [f"{place.letter} {place.name}" for place in view.places]
    cells: list[Row] = [
        (row.name, name, cell.words, _span(ladder, cell), cell.who or "", ", ".join(map(str, cell.counts)))
        for row in rows
        for name, cell in zip(names, row.cells, strict=True)
    ]
    return tuple(map(say, headings)), cells


def _span(ladder: Ladder, cell: CellView) -> str:
    if cell.status == "not_here" or cell.low is None or cell.high is None:
        return say(rw.NOT_HERE)
    return ladder.span(cell.low, cell.high)
