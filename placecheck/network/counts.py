"""The kernel: from a part of a network to counts of half levels, which add up to those of the whole.

Shapes: I indicators in the rubric's order, A assessments, H half levels (2K - 1 for K levels).
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count as counting
from typing import Any, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from placecheck.rubric.model import Rubric
from placecheck.scoring.arrays import Batch, Codes
from placecheck.scoring.batch import score_indicators

Numbers = NDArray[np.int64]
Key = TypeVar("Key")


class Trait(NamedTuple):
    """One thing that is known of each assessment: a position in `names` for each, where `""` is not known."""

    positions: NDArray[np.integer[Any]]
    names: tuple[str, ...]


class Part(NamedTuple):
    """A assessments made with one rubric. All those of one place are in one part, or its newest could not be told."""

    rubric: Rubric
    batch: Batch
    place: Numbers
    """A: equal where the place is the same."""
    day: Numbers
    """A: the day as a proleptic ordinal; 0 where there is none."""
    year: Numbers
    """A: 0 where there is none."""
    kind: Trait
    nation: Trait
    question_set: Trait


class Cell(NamedTuple):
    """What one count is about: places of one kind, nation, question set and year, by their newest assessment or not.

    A place counts once in each year in which it was assessed. `is_newest` marks the latest of these.
    """

    is_newest: bool
    kind: str
    nation: str
    question_set: str
    year: int


class Counts(NamedTuple):
    """How many places read what. Counts of the parts of a network add up to those of the whole."""

    assessments: int
    readings: Mapping[Cell, Numbers]
    """I x (H + 1) places: without a reading, then at each half level."""
    moves: Mapping[tuple[int, int], Numbers]
    """By two years, I x (2H - 1) places that have a reading in both: by how many half levels it moved, lowest first."""

    def __add__(self, other: Counts) -> Counts:  # type: ignore[override]
        """Return the counts of both parts together."""
        return Counts(
            self.assessments + other.assessments,
            added(self.readings, other.readings),
            added(self.moves, other.moves),
        )


def added(first: Mapping[Key, Numbers], second: Mapping[Key, Numbers]) -> dict[Key, Numbers]:
    """Return the sums of two tables of counts, key by key."""
    return dict(first) | {key: first[key] + table if key in first else table for key, table in second.items()}


def count_part(part: Part) -> Counts:
    """Score each assessment of `part` and count the readings of its places."""
    readings = score_indicators(part.rubric.steps, part.batch).reading
    halves = 2 * part.rubric.steps - 1
    order = np.lexsort((part.day, part.place))
    place, year = part.place[order], part.year[order]
    is_newest = np.append(place[1:] != place[:-1], True)[: len(place)]
    is_last_of_year = np.append((place[1:] != place[:-1]) | (year[1:] != year[:-1]), True)[: len(place)]
    chosen = order[is_last_of_year]
    return Counts(
        len(place),
        _readings(part, readings[:, chosen], chosen, is_newest[is_last_of_year], halves),
        _moves(readings[:, chosen], place[is_last_of_year], year[is_last_of_year], halves),
    )


def _readings(
    part: Part, readings: Codes, chosen: Numbers, is_newest: NDArray[np.bool_], halves: int
) -> dict[Cell, Numbers]:
    years, year_of = np.unique(part.year[chosen], return_inverse=True)
    names = (part.kind.names, part.nation.names, part.question_set.names)
    shape = (2, *map(len, names), len(years))
    traits = (trait.positions[chosen] for trait in (part.kind, part.nation, part.question_set))
    cells = np.ravel_multi_index((is_newest.astype(np.int64), *traits, year_of), shape)
    tables = _table(readings + np.int8(1), cells, int(np.prod(shape)), halves + 1)
    return {
        Cell(bool(newest), names[0][kind], names[1][nation], names[2][set_], int(years[year])): tables[cell]
        for cell in np.unique(cells)
        for newest, kind, nation, set_, year in (np.unravel_index(cell, shape),)
    }


def _moves(readings: Codes, place: Numbers, year: Numbers, halves: int) -> dict[tuple[int, int], Numbers]:
    """Return the moves between each two years of a place; entries are sorted by place, then by year."""
    moves: dict[tuple[int, int], Numbers] = {}
    for gap in counting(1):
        first = np.flatnonzero((place[gap:] == place[:-gap]) & (year[:-gap] > 0))
        if not len(first):
            return moves
        pairs, pair_of = np.unique(np.stack([year[first], year[first + gap]]), axis=1, return_inverse=True)
        before, after = readings[:, first], readings[:, first + gap]
        moved = np.where((before < 0) | (after < 0), -1, after - before + np.int8(halves - 1)) + np.int8(1)
        tables = _table(moved, pair_of.ravel(), pairs.shape[1], 2 * halves)
        for number, pair in enumerate(pairs.T.tolist()):
            moves = added(moves, {(pair[0], pair[1]): tables[number][:, 1:]})
    raise AssertionError


def _table(values: Codes, groups: Numbers, groups_in_all: int, width: int) -> Numbers:
    """Count `values` (I x n, from 0 to below `width`) in the group of each column: groups x I x width."""
    counted = np.empty((groups_in_all, len(values), width), np.int64)
    for row, of_row in enumerate(values):
        counted[:, row] = np.bincount(groups * width + of_row, minlength=groups_in_all * width).reshape(-1, width)
    return counted
