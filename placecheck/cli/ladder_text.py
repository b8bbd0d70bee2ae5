"""The ladder drawn in characters, for a terminal or a letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import wrap

from placecheck.views.results.pictures import LadderView
from placecheck.views.results.results import ResultsView
from placecheck.words import results, say
from placecheck.words import terminal as w

WIDTH = 100
"""Where running text breaks."""

LEVEL_WIDTH = 4
"""How many characters stand between two levels."""


@dataclass(frozen=True, slots=True)
class LadderCharacters:
    """The characters that draw a ladder."""

    dot: str
    bar: str
    ring: str
    level: str
    between: str

    @classmethod
    def for_encoding(cls, encoding: str) -> LadderCharacters:
        """Return the drawing characters that `encoding` can hold."""
        try:
            "●━○·".encode(encoding)
        except (UnicodeEncodeError, LookupError):
            return cls("#", "=", "o", ".", " ")
        return cls("●", "━", "○", "·", " ")


def ladder_text_lines(view: ResultsView, marks: LadderCharacters) -> Iterator[str]:
    """Yield the whole result as lines: its words, then the ladder, then how to read it."""
    yield view.place
    yield " · ".join(view.about) if marks.level == "·" else ", ".join(view.about)
    yield ""
    yield from view.headline
    for title, ids in (
        (results.STRONG_TITLE, view.strong),
        (results.UNKNOWN_TITLE, view.unknown),
        (results.DIFFER_TITLE, view.differ),
    ):
        if ids:
            yield from wrap(
                say(w.LISTED, title=say(title), names="; ".join(view.names[id_] for id_ in ids)),
                WIDTH,
                subsequent_indent="  ",
            )
    yield from ladder(view.ladder, marks)
    for sentence in view.weighing:
        yield from wrap(sentence, WIDTH)
    yield say(results.WHAT_THIS_IS_NOT)


def ladder(view: LadderView, marks: LadderCharacters) -> Iterator[str]:
    """Yield the ladder as lines: a row an indicator, under the name and the words of its dimension."""
    width = max((len(row.name) for row in view.rows()), default=0)
    top = len(view.levels) - 1
    for dimension in view.dimensions:
        yield ""
        yield f"{dimension.name}: {dimension.words}; {dimension.known}"
        for row in dimension.rows:
            applies = row.status != "not_here"
            drawn = track_text(row.reading, row.low, row.high, top, marks) if applies else " " * (top * LEVEL_WIDTH + 1)
            yield f"  {row.name:<{width}}  {drawn}  {row.words}"
    yield ""
    yield say(w.LEGEND, levels=", ".join(view.levels))
    yield say(w.MARKS, dot=marks.dot, bar=marks.bar, ring=marks.ring)


def track_text(reading: float | None, low: float, high: float, top: int, marks: LadderCharacters) -> str:
    """Return one row: a mark at each level, a bar from `low` to `high`, and the reading's dot or an open ring."""
    row = [marks.level if at % LEVEL_WIDTH == 0 else marks.between for at in range(top * LEVEL_WIDTH + 1)]
    first, last = round(low * LEVEL_WIDTH), round(high * LEVEL_WIDTH)
    if last > first:
        row[first : last + 1] = marks.bar * (last + 1 - first)
    row[round((low + high) / 2 * LEVEL_WIDTH) if reading is None else round(reading * LEVEL_WIDTH)] = (
        marks.ring if reading is None else marks.dot
    )
    return "".join(row)
