"""Then and now, and the different voices, as pages."""

from __future__ import annotations

import datetime
import re

import pytest

from placecheck.assessment import Cause
from placecheck.web.data import assessments


@pytest.fixture
def two_rounds(store):
    """Two rounds of one place of one's own; their ids, the earlier first."""
    first, second = (one for one in assessments.examples() if "saltby" in one.id)
    then = store.add_assessment(first.rubric, first.assessment)
    now = store.add_assessment(second.rubric, second.assessment, store.assessment_summary(then).place_id)
    return then, now


def said(shown) -> str:
    lines = "\n".join(line.value for line in (*shown.markdown, *shown.subheader, *shown.header))
    return lines.replace("\\", "")


@pytest.mark.parametrize("open_", [0, 1], ids=["the earlier", "the later"])
def test_the_round_that_is_open_stands_beside_the_one_before_it(show, two_rounds, open_):
    shown = show("then_now", round=two_rounds[open_])
    assert not shown.exception
    assert [shown.selectbox(key=f"chosen-{name}").value for name in ("then", "round")] == list(two_rounds)
    assert re.search(r"\b[1-9]\d* (things|questions) moved", said(shown))
    assert not [box.label for box in shown.expander if "day by day" in box.label]


def test_three_rounds_can_be_looked_at_over_all_of_their_days(show, two_rounds, store):
    now = two_rounds[1]
    last = store.assessment(now)
    later = last.model_copy(update={"date": datetime.date(2027, 9, 25)})
    third = store.add_assessment(assessments.open_assessment(now).rubric, later, store.assessment_summary(now).place_id)
    shown = show("then_now", round=third)
    assert not shown.exception
    assert [shown.selectbox(key=f"chosen-{name}").value for name in ("then", "round")] == [now, third]
    assert "All 3 assessments, day by day" in [box.label for box in shown.expander]


def test_one_round_alone_says_to_look_again(show, half):
    shown = show("then_now", round=half)
    assert not shown.exception
    assert "one assessment of this place so far" in said(shown)


def test_what_people_think_moved_it_is_kept_at_once_with_the_day_they_looked_back_to(show, two_rounds, store):
    then, now = two_rounds
    shown = show("then_now", round=now, then=then)
    shown.text_area(key=f"cause-{now}-places-to-meet").set_value("The *library* hours").run()
    kept = Cause(because="The *library* hours", since=datetime.date(2025, 9, 27))
    assert store.assessment(now).causes["places-to-meet"] == kept
    assert store.assessment(then).causes == {}
    shown.text_area(key=f"cause-{now}-places-to-meet").set_value(" ").run()
    assert "places-to-meet" not in store.assessment(now).causes


def test_a_thing_that_did_not_move_can_be_looked_at_too(show, two_rounds):
    shown = show("then_now", round=two_rounds[1])
    assert "Mixing across difference" not in [heading.value for heading in shown.subheader]
    shown.selectbox(key="then-now-other").set_value("mixing").run()
    assert shown.query_params["indicator"] == "mixing"
    assert any(box.label.startswith("Mixing across difference") for box in shown.expander)


def test_an_example_shows_what_moved_and_takes_no_words(show):
    shown = show("then_now", round="example-saltby-2026")
    assert not shown.text_area
    assert "One page of A4" in said(shown)


def test_the_voices_of_a_place_stand_beside_each_other_for_those_in_the_room(show, full):
    shown = show("perspectives", round=full, side="agency")
    assert not shown.exception
    assert any("those in the room" in note.value for note in shown.info)
    assert "**A  Resident** (2 people)" in said(shown)


def test_one_voice_has_none_beside_it(show, half):
    assert "There is nothing to compare" in said(show("perspectives", round=half))


@pytest.mark.parametrize("page", ["then_now", "perspectives"])
def test_without_a_place_the_page_leads_to_one(show, page):
    assert "No place is open" in [title.value for title in show(page).title]
