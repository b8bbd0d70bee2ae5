"""What the integer program takes to fit a published level, beside every set of answers counted through."""

from __future__ import annotations

from itertools import product

import pytest

from placecheck.publishing.reconstruction_check import published_reading
from placecheck.publishing.reconstruction_program import NO_LEVELS, constrain, silent_solver

STEPS = 3
HALVES = [0, 0.5, 1, 1.5, 2]


@pytest.mark.parametrize("reading", HALVES)
@pytest.mark.parametrize("size", [5, 6, 7])
def test_each_count_goes_from_the_least_to_the_most_that_gives_the_level(size: int, reading: float) -> None:
    rows = [row for row in product(range(size + 1), repeat=STEPS + NO_LEVELS) if sum(row) == size]
    fits = [(*row, sum(row[:STEPS])) for row in rows if published_reading(row) == reading]
    model = silent_solver()
    _, counts = constrain(model, STEPS, reading, (), size)
    asked = [*counts, model.qsum(counts[:STEPS])]
    assert [edges(model, count) for count in asked] == [(min(kind), max(kind)) for kind in zip(*fits, strict=True)]


def edges(model, count) -> tuple[int, int]:
    """The least and the most that `count` can be."""
    ends = []
    for ask in (model.minimize, model.maximize):
        ask(count)
        assert model.modelStatusToString(model.getModelStatus()) == "Optimal"
        ends.append(round(model.getObjectiveValue()))
    return ends[0], ends[1]
