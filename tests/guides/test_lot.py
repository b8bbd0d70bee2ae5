"""A panel by lot: the same seed gives the same people, and quotas that are not met are shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placecheck.fingerprint import words_as_heard
from placecheck.guides.lot import Quota, draw_people

PEOPLE = st.lists(
    st.fixed_dictionaries(
        {"id": st.integers(0, 99).map(str), "age": st.sampled_from(["young", "old"]), "area": st.sampled_from("ab")}
    ),
    max_size=30,
    unique_by=lambda person: person["id"],
)
QUOTAS = st.lists(
    st.builds(
        lambda value, least, more: Quota("age", value, least, least + more),
        st.sampled_from(["young", "old"]),
        st.integers(0, 4),
        st.integers(0, 4),
    ),
    max_size=2,
    unique_by=lambda quota: quota.value,
)


@given(PEOPLE, st.integers(0, 12), st.text(max_size=8), QUOTAS, st.randoms())
def test_the_same_seed_draws_the_same_people_in_whatever_order_the_pool_stands(pool, size, seed, quotas, chance):
    shuffled = list(pool)
    chance.shuffle(shuffled)
    assert draw_people(pool, size, seed, quotas) == draw_people(shuffled, size, seed, quotas)


@given(PEOPLE, st.integers(0, 12), st.text(max_size=8), QUOTAS)
def test_nobody_is_drawn_twice_and_no_quota_is_overfilled(pool, size, seed, quotas):
    panel = draw_people(pool, size, seed, quotas)
    assert len(panel.drawn) == len(set(panel.drawn)) <= size
    ages = {person["id"]: person["age"] for person in pool}
    for quota in quotas:
        assert sum(ages[id_] == quota.value for id_ in panel.drawn) <= quota.most


@given(PEOPLE, st.integers(0, 12), st.text(max_size=8), QUOTAS)
def test_every_quota_that_is_not_met_is_shown(pool, size, seed, quotas):
    panel = draw_people(pool, size, seed, quotas)
    ages = {person["id"]: person["age"] for person in pool}
    short = {quota for quota in quotas if sum(ages[id_] == quota.value for id_ in panel.drawn) < quota.least}
    assert {shortfall.quota for shortfall in panel.unmet} == short


def test_everybody_can_be_drawn():
    pool = [{"id": str(number)} for number in range(20)]
    drawn = {id_ for seed in range(60) for id_ in draw_people(pool, 3, f"seed {seed}").drawn}
    assert drawn == {person["id"] for person in pool}


def test_a_seed_that_was_read_aloud_gives_this_panel_on_any_machine():
    pool = [{"id": name} for name in ("ann", "ben", "cai", "dee", "eve")]
    assert draw_people(pool, 2, "rain on the roof").drawn == ("ann", "ben")


@pytest.mark.parametrize(
    "written",
    ["Rain on the roof", "rain on the roof.", " rain  on\tthe roof ", "RAIN, on the roof!", "“Rain on the roof”"],
)
def test_however_the_words_are_written_down_they_draw_the_same_people(written):
    pool = [{"id": str(number)} for number in range(20)]
    assert draw_people(pool, 5, written) == draw_people(pool, 5, "rain on the roof")


def test_another_number_or_another_order_draws_others():
    pool = [{"id": str(number)} for number in range(20)]
    drawn = {draw_people(pool, 8, seed).drawn for seed in ("4. 8. 15", "8. 15", "8. 4. 15", "48 15")}
    assert len(drawn) == 4


@given(st.text(max_size=30))
def test_the_words_that_a_sheet_shows_draw_what_was_drawn(seed):
    assert words_as_heard(words_as_heard(seed)) == words_as_heard(seed)


def test_half_of_a_large_pool_is_drawn_without_looking_at_everybody_for_everybody():
    looks = 0

    class Counted(dict):
        def items(self):
            nonlocal looks
            looks += 1
            return super().items()

    pool = [Counted(id=str(number), age="old" if number % 2 else "young") for number in range(600)]
    assert len(draw_people(pool, 300, "rain", (Quota("age", "old", 1, 300),)).drawn) == 300
    assert looks < 3 * len(pool)
