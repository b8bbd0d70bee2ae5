"""The answers of one vote as a table of dots that wraps: no dot lies on another, and no count is cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import Template

from placecheck.charts.theme import LIGHT, Palette
from placecheck.markup import template_environment
from placecheck.views.results.pictures import AnswersView

TEMPLATES = Path(__file__).resolve().parent / "template"

STYLE = TEMPLATES / "tally.css"
"""What the table looks like; sent once to a page that has any."""

DOTS = ((12, 1.0), (30, 0.8), (60, 0.6))
"""To so many people at one level, a dot is so large, in the size of the type."""
MIN_DOT = 0.4
"""The size of a dot where there are more."""


@dataclass(frozen=True, slots=True)
class TallyRow:
    """One row: a level with what it means, or a way to give none, which is drawn apart from the levels."""

    name: str
    text: str
    n: int
    without_level: bool
    first: bool


def tally_html(
    view: AnswersView,
    caption: str,
    palette: Palette = LIGHT,
    *,
    hue: str | None = None,
    meanings: Sequence[str] = (),
) -> str:
    """Return the answers of `view` as HTML, the highest level on top, those who gave no level below a gap.

    `meanings` are what the levels mean, from the first up, shown in the rows. All text is escaped.
    """
    texts = meanings or [""] * len(view.levels)
    levels = [
        TallyRow(name, text, n, without_level=False, first=False)
        for (name, n), text in zip(view.levels, texts, strict=True)
    ]
    reasons = [(name, n) for name, n in view.no_answers if n]
    rows = [
        *reversed(levels),
        *(TallyRow(name, "", n, without_level=True, first=at == 0) for at, (name, n) in enumerate(reasons)),
    ]
    return _template().render(
        rows=rows,
        caption=caption,
        described=bool(meanings),
        hue=hue or palette.accent,
        quiet=palette.quiet,
        dot=dot_size(max((row.n for row in rows), default=0)),
    )


def dot_size(most: int) -> float:
    """Return how large a dot is, in the size of the type, where the fullest row holds `most`."""
    return next((size for people, size in DOTS if most <= people), MIN_DOT)


@lru_cache(maxsize=1)
def _template() -> Template:
    return template_environment(TEMPLATES).get_template("tally.html")
