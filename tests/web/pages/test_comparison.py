"""Places side by side: what is chosen stands in the order chosen, one dimension or one thing at a time."""

from __future__ import annotations

import pytest

from placecheck.assessment import Answer, Voice
from placecheck.web.components.comparison_screen import tallest_picture
from placecheck.web.data import assessments

FOUR = "example-saltby-2026,example-glenarran,example-marsh-lane,example-llanfair-y-bont"


def said(shown) -> str:
    """Every word on the page, as people see it."""
    lines = "\n".join(line.value for line in (*shown.markdown, *shown.subheader, *shown.header))
    return lines.replace("\\", "")


def choosing(shown):
    """The page with its list of places open."""
    shown.session_state["beside-choose"] = True
    return shown.run()


def letters(shown) -> list[str]:
    """The names beside their letters, as they stand at the top of the page."""
    lines = [line.value for line in shown.markdown if line.value.startswith(("**A  ", "**B  ", "**C  ", "**D  "))]
    return [line.split("**")[1].replace("\\", "") for line in lines[:4]]


def test_without_two_places_it_says_what_to_do(show):
    for query in ({}, {"beside": "example-marsh-lane"}, {"beside": "gone"}):
        shown = show("comparison", **query)
        assert not shown.exception
        assert "Choose two places or more" in said(shown)


def test_places_stand_in_the_order_chosen_and_by_name_where_that_is_asked(show):
    assert letters(show("comparison", beside=FOUR)) == ["A  Saltby", "B  Glenarran and the Moss", "C  Marsh Lane",
                                                     "D  Llanfair-y-bont"]  # fmt: skip
    assert letters(show("comparison", beside=FOUR, order="name")) == ["A  Glenarran and the Moss",
                                                                   "B  Llanfair-y-bont", "C  Marsh Lane",
                                                                   "D  Saltby"]  # fmt: skip


def test_there_is_no_other_order(show):
    (order,) = (one for one in choosing(show("comparison", beside=FOUR)).button_group if one.key == "beside-order")
    assert order.options == ["As you chose them", "By name"]


def test_one_dimension_stands_there_at_a_time_and_one_thing_where_that_is_asked(show, rubric):
    side = rubric.dimensions[1]
    shown = show("comparison", beside=FOUR, side=side.id)
    names = [heading.value for heading in shown.subheader]
    assert [one.name in names for one in side.indicators] == [True] * len(side.indicators)
    assert rubric.dimensions[0].indicators[0].name not in names
    one = show("comparison", beside=FOUR, side=side.id, indicator=side.indicators[2].id)
    assert next(heading.value for heading in one.subheader) == side.indicators[2].name
    assert side.indicators[0].name not in [heading.value for heading in one.subheader]


def test_a_choice_is_kept_in_the_address(show, rubric):
    shown = choosing(show("comparison", beside=FOUR))
    shown.selectbox(key="beside-add").set_value("example-saltby-2025").run()
    assert shown.query_params["beside"] == f"{FOUR},example-saltby-2025"
    assert shown.selectbox(key="beside-add").value is None
    shown.button(key="take-out-example-glenarran").click().run()
    assert shown.query_params["beside"] == f"{FOUR},example-saltby-2025".replace("example-glenarran,", "")
    shown.selectbox(key="beside-thing").set_value(rubric.dimensions[0].indicators[1].id).run()
    assert shown.query_params["indicator"] == rubric.dimensions[0].indicators[1].id


def test_twelve_places_stand_side_by_side(show, store):
    example = assessments.examples()[0]
    ids = [store.add_assessment(example.rubric, example.assessment) for _ in range(13)]
    shown = show("comparison", beside=",".join(ids))
    assert not shown.exception
    assert "**L  " in said(shown)
    assert "**M  " not in said(shown)


@pytest.mark.parametrize("round_", ["blank", "half"])
def test_a_place_of_which_nothing_is_known_yet_can_stand_there_too(show, round_, request):
    shown = show("comparison", beside=f"{request.getfixturevalue(round_)},example-saltby-2026")
    assert not shown.exception
    assert "Too little is known" in said(shown)


def test_who_wants_to_grow_is_told_whom_to_ask(show):
    shown = show("comparison", beside=FOUR, side="social-infrastructure", indicator="room-to-play")
    assert "wants to grow here: Room to play" in said(shown)
    assert "Ask " in said(shown)


def test_what_cannot_be_compared_is_named_with_why(show, store):
    from placecheck.storage import OwnWords

    example = next(one for one in assessments.examples() if one.id == "example-marsh-lane")
    other = store.add_assessment(example.rubric, example.assessment)
    store.save_own_words(other, "mixing", OwnWords(change="dropped", because="we are all on boats"), "test")
    assert "Mixing across difference: " in said(show("comparison", beside=f"example-marsh-lane,{other}"))


def test_what_was_promised_and_what_was_seen_stand_with_the_story(show, store):
    example = next(one for one in assessments.examples() if one.id == "example-marsh-lane")
    told = {"mixing": Answer(promised="a fair in May", seen="half a fair")}
    voices = (Voice(id="zq", perspective="resident", answers=told),)
    other = store.add_assessment(example.rubric, example.assessment.model_copy(update={"voices": voices}))
    page = said(show("comparison", beside=f"example-marsh-lane,{other}", indicator="mixing"))
    assert "What was promised: a fair in May" in page
    assert "What was seen of it: half a fair" in page


def test_a_file_that_is_here_already_is_not_kept_twice(store):
    from placecheck.exchange import ImportPlan
    from placecheck.web.data import uploads

    saltby = [one for one in assessments.examples() if "saltby" in one.id]
    shown = ImportPlan("both", tuple((one.rubric, one.assessment) for one in saltby))
    first, again = uploads.keep_plan(shown, "test"), uploads.keep_plan(shown, "test")
    assert first == again
    (place,) = store.places()
    assert [round_.id for round_ in place.assessments] == first


def test_what_could_be_borrowed_leads_to_the_ideas_about_it(show):
    page = show("comparison", beside=FOUR, side="social-infrastructure", indicator="room-to-play")
    assert not page.exception
    ways = [text.value for text in page.markdown if "to borrow](" in text.value]
    assert ways
    assert all("room-to-play" in way for way in ways)


def test_the_hall_sees_one_thing_at_a_time_and_keys_lead_to_stories_and_to_what_could_be_borrowed(show, rubric):
    side = rubric.dimensions[0]
    page = show("comparison", beside=FOUR, screen="now")
    page.button(key="key-Right").click().run()
    assert page.title[0].value == side.name
    page.button(key="key-Right").click().run()
    assert page.query_params["indicator"] == side.indicators[0].id
    page.button(key="key-W").click().run()
    assert "What they wrote is not shown on the big screen" in said(page) or "“" in said(page)
    page.button(key="key-Down").click().run()
    assert page.title[0].value == rubric.dimensions[1].name
    page.button(key="key-B").click().run()
    assert page.title[0].value == "What could we borrow?"
    assert not page.exception


def test_a_hall_needs_two_places_that_may_be_shown(show):
    page = show("comparison", beside="example-marsh-lane", screen="now")
    assert page.title[0].value == "Choose at least two places."


def test_in_the_first_scene_the_pictures_are_larger_while_there_is_room():
    nothing, something = (), (object(),)
    small = tallest_picture([nothing] * 4, ["Saltby"] * 4)
    assert tallest_picture([nothing] * 3, ["Saltby"] * 3) > small
    assert tallest_picture([nothing, something], ["Saltby"] * 2) == small
    assert tallest_picture([nothing] * 2, ["Saltby", "Llanfair-y-bont and the villages around it"]) == small
