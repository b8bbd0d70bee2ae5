"""The answers as dots, for whoever draws them on paper or on a page: a dot a voice, piled on levels."""

from __future__ import annotations

from dataclasses import dataclass

from placecheck.views.results.pictures import AnswersView

ABREAST = 5
"""How many voices stand abreast over a level before the next row of the pile begins."""

MAX_DOTS = 40
"""From more voices than this a level has a column with its number instead of a dot for each."""


@dataclass(frozen=True, slots=True)
class Pile:
    """The voices over the levels, as dots or, where they are many, as columns.

    A dot has its level, its sideways offset, and its row from below, in dots. A column has its level, its
    height as a share of the highest, and its number of voices.
    """

    rows: int
    dots: tuple[tuple[int, float, int], ...] = ()
    columns: tuple[tuple[int, float, int], ...] = ()


def pile(answers: AnswersView) -> Pile:
    """Return the dots or columns over the levels of `answers`."""
    counts = [count for _, count in answers.levels]
    if sum(counts) > MAX_DOTS:
        columns = tuple((level, count / max(counts), count) for level, count in enumerate(counts) if count)
        return Pile(rows=ABREAST, columns=columns)
    dots = tuple(_dot(level, n, count) for level, count in enumerate(counts) for n in range(count))
    return Pile(rows=max((row for _, _, row in dots), default=0) + 1, dots=dots)


def _dot(level: int, n: int, count: int) -> tuple[int, float, int]:
    """Return the position of the voice at `n` of `count`; each row of a pile is centred."""
    row, place = divmod(n, ABREAST)
    in_row = min(ABREAST, count - row * ABREAST)
    return level, place - (in_row - 1) / 2, row
