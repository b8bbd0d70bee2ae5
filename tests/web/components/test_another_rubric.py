"""Another rubric: chosen where a place is begun, a workshop is made or forms are given out, and gone on with."""

from __future__ import annotations

import pytest

from placecheck.assessment import Place
from placecheck.rubric import find_rubric, own_folder
from placecheck.rubric.starter import new_rubric
from placecheck.words import about, answering, say
from placecheck.words import on_paper as forms
from placecheck.words import workshop_page as w


@pytest.fixture
def second(store):  # noqa: ARG001 (it says where the data folder is)
    """A second rubric in the data folder, and its id."""
    return new_rubric("Our estate", own_folder()).name


def chooser(page):
    return next((box for box in page.selectbox if box.label == say(answering.RUBRIC)), None)


def press(page, words):
    return next(button for button in page.button if button.label == say(words)).click().run()


def words_on(page) -> str:
    return "\n".join(markdown.value for markdown in page.markdown)


def headings(page) -> list[str]:
    return [heading.value for heading in page.subheader]


def used(store) -> list[str]:
    return [assessment.rubric for place in store.places() for assessment in place.assessments]


@pytest.mark.parametrize("page", ["start", "workshop", "on_paper"])
def test_where_there_is_one_rubric_nothing_is_asked(show, page):
    assert chooser(show(page)) is None


@pytest.mark.parametrize("page", ["start", "workshop", "on_paper"])
def test_where_there_are_two_ours_is_chosen_and_each_names_its_authors(show, second, page):
    shown = chooser(show(page))
    assert shown.value == "better-way-place"
    assert len(shown.options) == 2
    assert "write your names here" in shown.options[1]
    assert second not in shown.value


def test_a_place_is_begun_with_the_rubric_that_was_chosen(show, store, second):
    page = show("start")
    chooser(page).select(second).run()
    page.text_input[0].set_value("Ore Valley")
    press(page, answering.BEGIN)
    assert used(store) == [second]


def test_a_workshop_at_a_new_place_uses_the_rubric_that_was_chosen(show, store, second):
    page = show("workshop")
    chooser(page).select(second).run()
    page.text_input[0].set_value("Ore Valley")
    press(page, w.MAKE)
    assert used(store) == [second]


@pytest.mark.parametrize("still_at_hand", [True, False])
@pytest.mark.parametrize("button", [w.MAKE, w.REHEARSE])
def test_a_workshop_at_a_place_goes_on_with_the_places_own_rubric(show, store, second, button, still_at_hand):
    place = store.add_place(Place(name="Ore Valley"))
    before = store.begin_assessment(place, find_rubric(second), question_set="full", date=None, together=True)
    if not still_at_hand:
        (own_folder() / second).rename(own_folder().parent / "taken-away")
    page = show("workshop", round=before)
    assert chooser(page) is None
    press(page, button)
    assert used(store) == [second, second]


def test_the_forms_given_out_count_the_questions_of_the_rubric_that_was_chosen(show, second):
    page = show("on_paper")
    chooser(page).select(second).run()
    assert not page.exception
    (sets,) = (radio for radio in page.radio if radio.label == say(forms.HOW_MUCH))
    assert say(forms.FULL, n=len(find_rubric(second).by_id)) in sets.options


@pytest.fixture
def with_total(store, second):
    """An assessment with a rubric of three levels that asks for a total."""
    manifest = own_folder() / second / "rubric.yaml"
    text = manifest.read_text(encoding="utf-8").replace("overall: none", "overall: arithmetic")
    manifest.write_text(text, encoding="utf-8")
    rubric = find_rubric(second)
    three = {"levels": rubric.levels[:3]}
    dimensions = [
        dimension.model_copy(
            update={"indicators": tuple(i.model_copy(update={"levels": i.levels[:3]}) for i in dimension.indicators)}
        )
        for dimension in rubric.dimensions
    ]
    rubric = rubric.model_copy(update=three | {"dimensions": tuple(dimensions)})
    return store.begin_assessment(
        store.add_place(Place(name="Ore Valley")), rubric, question_set="full", date=None, together=True
    )


def test_a_page_about_a_rubric_with_a_total_does_not_say_that_there_is_none(show, with_total, half):
    assert say(about.NO_TOTAL) in words_on(show("about", round=half))
    shown = words_on(show("about", round=with_total))
    assert say(about.NO_TOTAL) not in shown
    assert say(about.A_TOTAL) in shown


def test_the_levels_are_counted(show, with_total, half):
    assert "The 3 levels" in headings(show("closer_look", round=with_total, indicator="somewhere-to-sit"))
    assert "The 5 levels" in headings(show("closer_look", round=half, indicator="mixing"))
