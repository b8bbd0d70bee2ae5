"""Then and now, and the different voices of one place."""

from __future__ import annotations

import pytest

from placecheck.assessment import read_assessment
from placecheck.views.comparison.perspectives import perspectives_view, spoken_from
from placecheck.views.comparison.then_now import then_now_rows, then_now_view


@pytest.fixture(scope="module")
def rounds(checkout):
    return [read_assessment(checkout / f"examples/{name}.yaml") for name in ("saltby-2025", "saltby-2026")]


@pytest.fixture(scope="module")
def view(rounds):
    return then_now_view(*rounds)


def test_what_moved_is_counted_only_where_it_moved_by_more_than_what_is_not_known(view):
    moved = [row for row in view.rows() if row.moved]
    assert view.summary == f"{len(moved)} questions moved by more than what is not known."
    for row in view.rows():
        known = row.then.reading is not None and row.now.reading is not None
        clear = row.then.high < row.now.low or row.now.high < row.then.low
        assert row.moved == (known and clear)
        assert row.moved == (row.verdict == "It moved by more than what is not known.")


def test_it_says_that_other_people_may_have_answered(view):
    assert view.people == "Then 7 people, now 8 people. They need not be the same people."


def test_where_it_stood_and_stands_is_said_in_words(view):
    row = next(row for row in view.rows() if row.id == "places-to-meet")
    assert row.words == "Then: Here and there. Now: First signs."


def test_what_people_think_moved_it_stands_in_their_words_with_the_day_they_looked_back_to(view):
    why = {row.id: row.row.why for row in view.rows() if row.row.why}
    assert list(why) == ["places-to-meet", "local-connector", "deciding-on-money"]
    assert why["local-connector"].startswith("What people think moved it: One page of A4")
    assert why["local-connector"].endswith("(looking back to 27 September 2025)")


def test_the_table_has_a_row_for_every_row_of_the_picture(view):
    headings, rows = then_now_rows(view)
    assert {len(row) for row in rows} == {len(headings)}
    assert len(rows) == len(view.rows()) + len(view.dimensions)


def test_what_a_place_thinks_moved_it_is_not_said_beside_another_place(rounds, checkout):
    from placecheck.views.comparison.comparison import comparison_view

    other = read_assessment(checkout / "examples/glenarran.yaml")
    beside = comparison_view([other, rounds[1]])
    assert all(row.why is None for side in beside.dimensions for row in side.rows)


@pytest.fixture(scope="module")
def marsh_lane(checkout):
    return read_assessment(checkout / "examples/marsh-lane.yaml")


def test_every_voice_stands_under_one_perspective(marsh_lane):
    rubric, assessment = marsh_lane
    found = spoken_from(rubric, assessment)
    assert sorted(voice.id for voices in found.values() for voice in voices) == sorted(
        voice.id for voice in assessment.voices
    )
    order = [one.name for one in rubric.perspectives]
    assert list(found) == sorted(found, key=order.index)


def test_those_who_did_not_say_from_where_they_speak_are_a_group_of_their_own(marsh_lane):
    rubric, assessment = marsh_lane
    first, *rest = assessment.voices
    nameless = assessment.model_copy(update={"voices": (first.model_copy(update={"perspective": None}), *rest)})
    assert list(spoken_from(rubric, nameless))[-1] == "Not said"


def test_a_perspective_reads_as_its_own_voices_answered_and_not_as_the_group_agreed(marsh_lane):
    view = perspectives_view(*marsh_lane)
    cells = [cell for side in view.comparison.dimensions for row in side.rows for cell in row.cells]
    assert cells
    assert not any("agreed" in cell.words for cell in cells)
    assert [one.name for one in view.comparison.places] == list(spoken_from(*marsh_lane))


def test_one_perspective_alone_has_nothing_beside_it(checkout):
    assert perspectives_view(*read_assessment(checkout / "examples/glenarran.yaml")) is None
