"""An attempt to work back what was left out: who knows how many spoke in each group, and all that is published."""

from __future__ import annotations

import random
from functools import lru_cache
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from placecheck.assessment import Answer
from placecheck.scoring.disclosure_control import (
    MIN_LEFT_OUT_VOICES,
    PUBLISH_MINIMUM_FLOOR,
    Outline,
    groups_shown,
    outline,
    publish_minimum,
    readings_of_groups,
)

STEPS = 5
UNKNOWN, NOT_HERE = STEPS, STEPS + 1
KINDS = (*({"level": level} for level in range(STEPS)), {"no_answer": "dont_know"}, {"no_answer": "not_here"})
"""What a voice can say of one indicator, as far as it makes a difference: a level, nothing known, does not apply."""

TRIED = 60
"""How many sets of answers are tried for each group that is shown. More would only find more that fits."""

sizes_of_groups = st.lists(st.integers(1, 12), min_size=1, max_size=6).map(
    lambda sizes: {f"g{n}": size for n, size in enumerate(sizes)}
)
few_sizes = (
    st.lists(st.integers(1, 7), min_size=2, max_size=6)
    .filter(lambda sizes: PUBLISH_MINIMUM_FLOOR <= sum(sizes) <= 22)
    .map(lambda sizes: {f"g{n}": size for n, size in enumerate(sizes)})
    .filter(
        lambda sizes: (
            sum(size for group, size in sizes.items() if group not in groups_shown(sizes, PUBLISH_MINIMUM_FLOOR)) <= 14
        )
    )
)


@lru_cache(maxsize=32)
def every_row(voices: int) -> np.ndarray:
    """Every way in which so many voices can answer one indicator: how many gave each of KINDS."""
    kinds = len(KINDS)
    bars = np.array(list(combinations(range(voices + kinds - 1), kinds - 1)))
    edges = np.hstack([np.full((len(bars), 1), -1), bars, np.full((len(bars), 1), voices + kinds - 1)])
    return np.diff(edges, axis=1) - 1


def outlines(rows: np.ndarray) -> np.ndarray:
    """`outline` of each row as one number: twice the reading, or -1, or -2; reckoned apart from the code under test."""
    voices, known = rows.sum(axis=1), rows[:, :STEPS].sum(axis=1)
    reached = rows[:, :STEPS].cumsum(axis=1)
    lower = (reached <= ((known - 1) // 2)[:, None]).sum(axis=1)
    upper = (reached <= (known // 2)[:, None]).sum(axis=1)
    said = np.where(3 * known >= 2 * voices, lower + upper, -1)
    return np.where(2 * rows[:, NOT_HERE] > voices, -2, said)


def as_number(said: Outline) -> int:
    return {"not_here": -2, "too_little_known": -1}.get(said.status, round(2 * (said.reading or 0)))


def answers(row) -> list[Answer]:
    return [Answer(**kind) for kind, count in zip(KINDS, row, strict=True) for _ in range(count)]


def worked_back(
    sizes: dict[str, int], shown: tuple[str, ...], table: dict[str, np.ndarray], rng: random.Random
) -> dict[str, np.ndarray]:
    """For each group left out and each of KINDS: whether a second number of voices fits all that is published."""
    left_out = [group for group in sizes if group not in shown]
    if not left_out:
        return {}
    size = np.array([[sizes[group]] for group in left_out])
    rest = every_row(int(size.sum()))
    beside = [table[group] for group in shown]
    told = published(sum(table.values()), beside)
    least = most = np.array([table[group] for group in left_out])
    for turn in range(TRIED if shown else 1):
        others = [one_row(row, told, rng) for row in beside] if turn else beside
        together = sum(others, np.zeros(len(KINDS), int))
        fits = rest[outlines(rest + together) == told[0]]
        if len(fits) and published(fits[0] + together, others) == told:
            least = np.minimum(least, np.maximum(0, fits.min(axis=0) - (size.sum() - size)))
            most = np.maximum(most, np.minimum(fits.max(axis=0), size))
    return dict(zip(left_out, most > least, strict=True))


def published(whole: np.ndarray, shown: list[np.ndarray]) -> tuple[int, ...]:
    """All that is published of one indicator: the outline of the whole, then the readings of the groups, if any."""
    first, groups = (
        outline(STEPS, answers(whole)),
        {str(n): outline(STEPS, answers(row)) for n, row in enumerate(shown)},
    )
    return as_number(first), *(round(2 * reading) for reading in readings_of_groups(first, groups).values())


def one_row(row: np.ndarray, told: tuple[int, ...], rng: random.Random) -> np.ndarray:
    """Some row that a group may have given instead of `row`; with the same reading, where readings are published."""
    rows = every_row(int(row.sum()))
    if len(told) > 1:
        rows = rows[outlines(rows) == outlines(row[None])[0]]
    return rows[rng.randrange(len(rows))]


@given(sizes=few_sizes, rng=st.randoms(), kinds=st.integers(1, len(KINDS)))
@settings(max_examples=60)
def test_nothing_that_a_group_left_out_said_can_be_worked_back_from_what_is_published(sizes, rng, kinds):
    shown = groups_shown(sizes, PUBLISH_MINIMUM_FLOOR)
    said = {group: rng.choices(rng.sample(range(len(KINDS)), kinds), k=size) for group, size in sizes.items()}
    table = {group: np.bincount(row, minlength=len(KINDS)) for group, row in said.items()}
    for group, second in worked_back(sizes, shown, table, rng).items():
        assert second.all(), f"{group} of {sizes} said {np.flatnonzero(~second)} for certain: {table}"


@given(sizes=sizes_of_groups, minimum=st.integers(PUBLISH_MINIMUM_FLOOR, 12))
def test_what_the_groups_shown_leave_of_the_whole_is_never_one_group_nor_fewer_than_the_minimum(sizes, minimum):
    shown = groups_shown(sizes, minimum)
    left_out = [group for group in sizes if group not in shown]
    assert all(sizes[group] >= minimum for group in shown)
    if shown and left_out:
        assert len(left_out) >= 2
        assert sum(sizes[group] for group in left_out) >= max(minimum, MIN_LEFT_OUT_VOICES)


@given(sizes=sizes_of_groups, minimum=st.integers(PUBLISH_MINIMUM_FLOOR, 12))
def test_no_group_is_left_out_without_need(sizes, minimum):
    if all(size >= minimum for size in sizes.values()):
        assert groups_shown(sizes, minimum) == tuple(sizes)


@pytest.mark.parametrize(
    ("sizes", "shown"),
    [
        ({"resident": 12, "council": 10}, ("resident", "council")),
        ({"resident": 30, "council": 12, "funder": 3}, ("resident",)),
        ({"resident": 30, "council": 12, "funder": 3, "young": 8}, ("resident", "council")),
        ({"resident": 30, "funder": 3}, ()),
        ({"resident": 6, "funder": 3}, ()),
        ({}, ()),
    ],
)
def test_a_second_group_is_left_out_where_one_alone_would_be_what_the_others_leave(sizes, shown):
    assert groups_shown(sizes, 10) == shown


@given(row=st.lists(st.integers(0, 6), min_size=len(KINDS), max_size=len(KINDS)).filter(any))
def test_the_outline_is_as_coarse_as_the_rule_says(row):
    assert as_number(outline(STEPS, answers(row))) == outlines(np.array([row]))[0]


def test_a_rubric_may_ask_for_more_than_the_fewest_and_not_for_less(rubric):
    def asking(minimum: int) -> int:
        return publish_minimum(rubric.model_copy(update={"publish_minimum": minimum}))

    assert asking(20) == 20
    assert asking(2) == PUBLISH_MINIMUM_FLOOR


def test_groups_are_shown_all_or_none_where_one_of_them_or_the_whole_has_no_reading():
    known, unknown = Outline("ok", 2.0), Outline("too_little_known", None)
    assert readings_of_groups(known, {"a": known, "b": Outline("ok", 3.5)}) == {"a": 2.0, "b": 3.5}
    assert readings_of_groups(known, {"a": known, "b": unknown}) == {}
    assert readings_of_groups(unknown, {"a": known}) == {}


def test_no_group_is_shown_that_is_not_among_the_candidates():
    sizes = {"resident": 12, "council": 12, "business": 12, "": 12}
    assert groups_shown(sizes, PUBLISH_MINIMUM_FLOOR) == ("resident", "council")
    assert groups_shown(sizes, PUBLISH_MINIMUM_FLOOR, ["council", "farmer", ""]) == ("council",)
    assert groups_shown(sizes, PUBLISH_MINIMUM_FLOOR, []) == ()
