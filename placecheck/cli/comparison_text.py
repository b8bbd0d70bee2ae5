"""Places side by side in characters: a ladder a line, in the order given."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from placecheck.cli.ladder_text import LEVEL_WIDTH, WIDTH, LadderCharacters, track_text
from placecheck.views.comparison.comparison import CellView, ComparedView, ComparedWholeView, ComparisonView
from placecheck.words import comparing as w
from placecheck.words import say, terminal


def comparison_text_lines(
    view: ComparisonView, marks: LadderCharacters, dimension: str | None, indicator: str | None
) -> Iterator[str]:
    """Yield the compared places, each dimension or the one asked for, and what cannot be compared, as lines."""
    yield view.title
    between = " · " if marks.level == "·" else ", "
    for place in view.places:
        yield f"{place.letter}  {place.name}{between}{between.join(place.about)}"
    yield ""
    yield from wrap(" ".join(view.intro), WIDTH)
    for under in view.dimensions:
        rows = [row for row in under.rows if indicator in (None, row.id)]
        if rows and dimension in (None, under.id):
            yield from _dimension(view, under, rows, marks, alone=indicator is not None)
    yield ""
    yield say(terminal.LEGEND, levels=", ".join(view.levels))
    yield say(terminal.MARKS, dot=marks.dot, bar=marks.bar, ring=marks.ring)
    yield ""
    yield view.not_comparable_title
    for line in view.not_comparable:
        yield from wrap(line, WIDTH, initial_indent="  ", subsequent_indent="    ")
    yield view.not_this


def _dimension(
    view: ComparisonView, under: ComparedWholeView, rows: list[ComparedView], marks: LadderCharacters, *, alone: bool
) -> Iterator[str]:
    yield ""
    yield under.name
    if under.whole is not None and not alone:
        yield from _indicator_lines(view, under.whole, marks)
    for row in rows:
        yield from _indicator_lines(view, row, marks)


def _indicator_lines(view: ComparisonView, row: ComparedView, marks: LadderCharacters) -> Iterator[str]:
    yield f"  {row.name}"
    for cell in row.cells:
        yield f"    {cell.letter}  {_track(cell, len(view.levels) - 1, marks)}  {_words(cell)}"
    yield f"    {row.verdict}"
    if row.why:
        yield from wrap(row.why, WIDTH, initial_indent="    ", subsequent_indent="    ")


def _words(cell: CellView) -> str:
    return say(w.WHERE_AND_WHO, words=cell.words, who=cell.who) if cell.who else cell.words


def _track(cell: CellView, top: int, marks: LadderCharacters) -> str:
    if cell.status == "not_here" or cell.low is None or cell.high is None:
        return " " * (top * LEVEL_WIDTH + 1)
    return track_text(cell.reading, cell.low, cell.high, top, marks)
