"""Changing what is asked says what that does to the answers, asks first, and can be undone where it was done."""

import pytest

from placecheck.assessment import Answer
from placecheck.assessment.customisation import OwnWords
from placecheck.rubric import Indicator

WHY = "Why does it not fit here?"
ADDED = "own-b8140692bdc1"


@pytest.fixture
def with_own(store, blank, rubric):
    """An assessment with an added question that somebody answered."""
    words = Indicator.model_validate(rubric.by_id["mixing"].model_dump() | {"id": ADDED, "name": "Dog mess"})
    own = OwnWords(change="added", dimension=rubric.dimensions[0].id, words=words)
    store.save_own_words(blank, ADDED, own, "test")
    store.save_answer(blank, "v1", ADDED, Answer(level=1), "test")
    return blank


def labelled(elements, label):
    return next(element for element in elements if element.label == label)


def test_taking_an_added_question_out_says_what_happens_and_can_be_undone_there(show, store, with_own):
    shown = show("own_words", round=with_own)
    assert any("1 person answered it." in line.value for line in shown.markdown)
    shown.button(key=f"as-it-was-{with_own}-{ADDED}").click().run()
    assert ADDED not in store.assessment(with_own).own_words
    labelled(shown.button, "Undo the last change").click().run()
    assert store.assessment(with_own).own_words[ADDED].words.name == "Dog mess"
    assert store.assessment(with_own).voices[0].answers[ADDED] == Answer(level=1)


def test_words_that_people_answered_are_changed_only_after_a_tick(show, store, with_own):
    shown = show("own_words", round=with_own)
    shown.selectbox(key=f"reword-{with_own}").set_value(ADDED).run()
    field = next(field for field in shown.text_input if field.value == store.own_words(with_own)[ADDED].words.statement)
    field.set_value("The paths are clean.")
    labelled(shown.button, "Keep").click().run()
    assert store.own_words(with_own)[ADDED].words.statement != "The paths are clean."
    shown.checkbox(key=f"reword-yes-{with_own}-{ADDED}").check()
    labelled(shown.button, "Keep").click().run()
    assert store.own_words(with_own)[ADDED].words.statement == "The paths are clean."


def test_the_history_names_things_by_what_they_are_called_and_never_by_an_id(show, store, with_own):
    store.save_answer(with_own, "v1", "mixing", Answer(level=2, sure="not_very"), "test")
    store.save_own_words(with_own, ADDED, None, "test")
    told = "\n".join(line.value for line in show("history", round=with_own).markdown)
    assert "Dog mess" in told
    assert not any(raw in told for raw in ("v1", "not_very", ADDED, "own-"))


def test_a_place_without_a_name_is_told_so_at_the_name_and_enter_starts_nothing(show):
    shown = show("start")
    (form,) = shown.get("form")
    assert not form.proto.form.enter_to_submit
    labelled(shown.button, "Begin").click().run()
    kinds = [element.type for element in shown.main]
    assert kinds.index("error") < kinds.index("text_area")


def test_a_question_of_ones_own_that_was_not_kept_is_there_again_in_another_window(show, blank):
    first = show("own_words", round=blank)
    labelled(first.text_input, "A short name").set_value("Dog mess").run()
    assert labelled(show("own_words", round=blank).text_input, "A short name").value == "Dog mess"


def test_a_question_that_nobody_answered_is_left_out_at_once_with_the_reason(show, blank, store):
    shown = show("own_words", round=blank)
    shown.selectbox(key=f"drop-which-{blank}").set_value("mixing").run()
    labelled(shown.text_area, WHY).set_value("We are all on boats.").run()
    again = show("own_words", round=blank)
    assert labelled(again.text_area, WHY).value == "We are all on boats."
    next(button for button in shown.button if (button.key or "").startswith(f"drop-{blank}")).click().run()
    assert store.own_words(blank)["mixing"].because == "We are all on boats."
    assert store.draft(blank, "drop") == {}
