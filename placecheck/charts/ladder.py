"""The ladder as rows of HTML that lead on: level names that stay in sight, a dot at the reading, words at the dot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import Template

from placecheck.charts.theme import LIGHT, Palette
from placecheck.markup import template_environment
from placecheck.views.results.pictures import DimensionRow, LadderRow, LadderView
from placecheck.words import results as w
from placecheck.words import say

TEMPLATES = Path(__file__).resolve().parent / "template"

STYLE = TEMPLATES / "ladder.css"
"""What the rows look like; sent once to a page that has them."""

WHOLE = 100.0
"""Percent: the width of the ladder, each level in the middle of an equal part of it."""
ROOM = 38.0
"""Percent: words that have less room beside the marks go below them."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a row's marks are, in percent of the ladder's width; `dot` is None where there is no reading.

    `words` says where the words go: `after` or `before` the marks, `under` them, or alone (`unmarked`).
    """

    low: float | None
    high: float | None
    dot: float | None
    words: str

    @classmethod
    def of(cls, row: LadderRow | DimensionRow, levels: int) -> Mark:
        """Return the marks of `row` on a ladder of so many levels."""
        ends = [x for x in (row.low, row.high, row.reading) if x is not None and row.status != "not_here"]
        if not ends:
            return cls(None, None, None, "unmarked")
        low, high = _percent(min(ends), levels), _percent(max(ends), levels)
        dot = None if row.reading is None else _percent(row.reading, levels)
        words = "after" if WHOLE - high >= ROOM else "before" if low >= ROOM else "under"
        return cls(low, high, dot, words)


def ladder_html(view: LadderView, palette: Palette = LIGHT, *, leads_to: str = "") -> str:
    """Return the ladder of `view` as an HTML table; each indicator's name leads to `leads_to` with its id after it.

    Without `leads_to` the names are no links. All text is escaped.
    """
    levels = len(view.levels)
    return _template().render(
        view=view,
        columns=_columns(),
        levels=[(name, _percent(level, levels)) for level, name in enumerate(view.levels)],
        mark_of=lambda row: Mark.of(row, levels),
        hue=palette.dimension,
        palette=palette,
        leads_to=leads_to,
    )


def _percent(level: float, levels: int) -> float:
    return round((level + 0.5) / levels * WHOLE, 2)


def _columns() -> Sequence[str]:
    return say(w.COLUMN_INDICATOR), say(w.COLUMN_STANDS), say(w.COLUMN_RANGE)


@lru_cache(maxsize=1)
def _template() -> Template:
    return template_environment(TEMPLATES).get_template("ladder.html")
