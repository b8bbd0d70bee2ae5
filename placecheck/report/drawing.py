"""The pictures as lines and points, for whoever draws them on paper or on a page.

The compass has one spoke a side, clockwise from the top, never filled. The answers are a dot a voice, piled on levels.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from placecheck.views.pictures import AnswersView, DimensionRow, LadderView

Point = tuple[float, float]
"""Right and down from the middle; the end of every spoke lies at distance 1."""

HUB = 0.16
"""How far from the middle the first level lies, so that five spokes at `not yet` stay apart."""

TICK = 0.045


@dataclass(frozen=True, slots=True)
class Spoke:
    """One side. `span` and `dot` are None where too little is known: the gap stays open."""

    order: int
    name: str
    start: Point
    end: Point
    ticks: tuple[tuple[Point, Point], ...]
    span: tuple[Point, Point] | None
    dot: Point | None


def spokes(ladder: LadderView) -> tuple[Spoke, ...]:
    """The spokes of `ladder`'s dimensions, in their order."""
    steps = len(ladder.levels)
    return tuple(
        _spoke(side, 2 * math.pi * n / len(ladder.dimensions) - math.pi / 2, steps)
        for n, side in enumerate(ladder.dimensions)
    )


def _spoke(side: DimensionRow, angle: float, steps: int) -> Spoke:
    def at(distance: float, aside: float = 0.0) -> Point:
        x = math.cos(angle) * distance - math.sin(angle) * aside
        y = math.sin(angle) * distance + math.cos(angle) * aside
        return round(x, 4), round(y, 4)

    def level(value: float) -> float:
        return HUB + (1 - HUB) * value / (steps - 1)

    known = side.reading is not None and side.low is not None and side.high is not None
    return Spoke(
        order=side.order,
        name=side.name,
        start=at(HUB),
        end=at(1),
        ticks=tuple((at(level(step), -TICK), at(level(step), TICK)) for step in range(steps)),
        span=(at(level(side.low or 0)), at(level(side.high or 0))) if known else None,
        dot=at(level(side.reading or 0)) if known else None,
    )


ABREAST = 5
"""How many voices stand abreast over a level before the next row of the pile begins."""

MOST_DOTS = 40
"""From more voices than this a level has a column with its number instead of a dot for each."""


@dataclass(frozen=True, slots=True)
class Pile:
    """The voices over the levels, as dots or, where they are many, as columns.

    A dot has its level, how far aside it stands, and in which row from below, in dots. A column has its level, its
    height as a share of the highest, and its number of voices.
    """

    rows: int
    dots: tuple[tuple[int, float, int], ...] = ()
    columns: tuple[tuple[int, float, int], ...] = ()


def pile(answers: AnswersView) -> Pile:
    """What stands over the levels of `answers`."""
    counts = [count for _, count in answers.levels]
    if sum(counts) > MOST_DOTS:
        columns = tuple((step, count / max(counts), count) for step, count in enumerate(counts) if count)
        return Pile(rows=ABREAST, columns=columns)
    dots = tuple(_dot(step, n, count) for step, count in enumerate(counts) for n in range(count))
    return Pile(rows=max((row for _, _, row in dots), default=0) + 1, dots=dots)


def _dot(step: int, n: int, count: int) -> tuple[int, float, int]:
    """The place of the voice at `n` of `count`; each row of a pile stands in its middle."""
    row, place = divmod(n, ABREAST)
    in_row = min(ABREAST, count - row * ABREAST)
    return step, place - (in_row - 1) / 2, row
