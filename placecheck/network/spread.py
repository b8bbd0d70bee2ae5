"""From counts to what may be said of a network: quarters and moves, never of fewer places than the minimum."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Literal, NamedTuple

import numpy as np

from placecheck.assessment.method import METHOD
from placecheck.network.counts import Cell, Counts, Numbers
from placecheck.rubric.model import Rubric
from placecheck.scoring.disclosure_control import publish_minimum

By = Literal["all", "kind", "nation", "question_set", "year"]
TRAITS: tuple[By, ...] = ("kind", "nation", "question_set", "year")
QUARTERS = (25, 50, 75)


class Spread(NamedTuple):
    """One indicator over places: how many have a reading, and the levels below which a quarter, half, three lie.

    The three are None where fewer places have a reading than the minimum.
    """

    places: int
    lower: float | None
    middle: float | None
    upper: float | None


class GroupSpread(NamedTuple):
    """How the places of one group spread: `value` is its kind, nation, set or year, empty for all places."""

    by: By
    value: str
    places: int
    spreads: tuple[Spread, ...]
    """One for each indicator, in the rubric's order."""


class Moves(NamedTuple):
    """Of the places with a reading of one indicator in both years, how many read lower, the same and higher.

    The three are None where there are fewer places than the minimum.
    """

    places: int
    lower: int | None
    same: int | None
    higher: int | None


class YearMoves(NamedTuple):
    """What moved between two years, on the places that have both."""

    since: int
    until: int
    moves: tuple[Moves, ...]


class NetworkSpread(NamedTuple):
    """All that is said of the places that were asked in the words of one rubric."""

    method: str
    rubric: Rubric
    minimum: int
    places: int
    assessments: int
    groups: tuple[GroupSpread, ...]
    """All places first, then those of each kind, nation, question set and year, each in the order of its name."""
    small_groups: int
    """How many groups are left out because they hold fewer places than the minimum."""
    years: tuple[YearMoves, ...]


def network_spread(rubric: Rubric, counts: Counts) -> NetworkSpread:
    """Return what may be said of the places in `counts`, all asked in the words of `rubric`."""
    minimum = publish_minimum(rubric)
    tables = dict(_tables(rubric, counts))
    whole = tables.pop(("all", ""), _nothing(rubric))
    groups = [_group(by, value, table, minimum) for (by, value), table in sorted(tables.items(), key=_in_order)]
    shown = [group for group in groups if group.places >= minimum]
    return NetworkSpread(
        method=METHOD,
        rubric=rubric,
        minimum=minimum,
        places=_places(whole),
        assessments=counts.assessments,
        groups=(_group("all", "", whole, minimum), *shown),
        small_groups=len(groups) - len(shown),
        years=tuple(
            YearMoves(since, until, tuple(_moves(row, minimum) for row in table))
            for (since, until), table in sorted(counts.moves.items())
            if int(table.sum(axis=1).max(initial=0)) >= minimum
        ),
    )


def spreads_by_rubric(rubrics: Iterable[Rubric], counted: Mapping[str, Counts]) -> tuple[NetworkSpread, ...]:
    """Return what may be said of each rubric's places, the most places first. `counted` is by fingerprint.

    Of `rubrics` no more are taken than it needs, since each may have to be fetched.
    """
    by_fingerprint: dict[str, Rubric] = {}
    for rubric in rubrics:
        by_fingerprint[rubric.fingerprint] = rubric
        if by_fingerprint.keys() >= counted.keys():
            break
    made = (network_spread(by_fingerprint[fingerprint], counts) for fingerprint, counts in counted.items())
    return tuple(sorted(made, key=lambda spread: (-spread.places, spread.rubric.fingerprint)))


def _tables(rubric: Rubric, counts: Counts) -> Iterator[tuple[tuple[By, str], Numbers]]:
    """Yield the table (I x (H + 1)) of each group: of places by their newest assessment, and of those of each year."""
    cells = counts.readings
    newest = [cell for cell in cells if cell.is_newest]
    yield ("all", ""), _sum(rubric, counts, newest)
    for by in TRAITS:
        of = list(cells) if by == "year" else newest
        for value in {getattr(cell, by) for cell in of} - {"", 0}:
            yield (by, str(value)), _sum(rubric, counts, (cell for cell in of if getattr(cell, by) == value))


def _sum(rubric: Rubric, counts: Counts, cells: Iterable[Cell]) -> Numbers:
    return sum((counts.readings[cell] for cell in cells), start=_nothing(rubric))


def _nothing(rubric: Rubric) -> Numbers:
    return np.zeros((len(rubric.by_id), 2 * rubric.steps), np.int64)


def _in_order(entry: tuple[tuple[By, str], Numbers]) -> tuple[int, str]:
    (by, value), _ = entry
    return TRAITS.index(by), value


def _places(table: Numbers) -> int:
    return int(table[0].sum())


def _group(by: By, value: str, table: Numbers, minimum: int) -> GroupSpread:
    return GroupSpread(by, value, _places(table), tuple(spread_of(row[1:], minimum) for row in table))


def spread_of(at_half_level: Numbers, minimum: int) -> Spread:
    """Return the spread of places, given how many read each half level.

    Quarters are whole or half levels that some place has (inverted distribution function; Hyndman & Fan, "Sample
    quantiles in statistical packages", 1996, definition 1).
    """
    places = int(at_half_level.sum())
    if places < max(1, minimum):
        return Spread(places, None, None, None)
    below = at_half_level.cumsum()
    lower, middle, upper = (float(np.searchsorted(below * 100, quarter * places)) / 2 for quarter in QUARTERS)
    return Spread(places, lower, middle, upper)


def _moves(row: Numbers, minimum: int) -> Moves:
    places, middle = int(row.sum()), len(row) // 2
    if places < minimum:
        return Moves(places, None, None, None)
    lower, same, higher = (int(row[start:end].sum()) for start, end in pairwise((0, middle, middle + 1, len(row))))
    return Moves(places, lower, same, higher)
