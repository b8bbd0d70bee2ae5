"""What is missing in a form is said at its field, and that field gets the focus: on every form."""

import pytest

from placecheck.assessment import Action
from placecheck.web.components import focus_field


@pytest.fixture
def faults(monkeypatch):
    """Each fault that was shown: the label of its field, and what was said."""
    shown = []
    real = focus_field.show_fault

    def recorded(slot, label, words, within=""):
        shown.append((label, words))
        real(slot, label, words, within)

    for module in ("agreement_form", "own_wording", "next_step", "place_fields", "delete_place"):
        monkeypatch.setattr(f"placecheck.web.components.{module}.show_fault", recorded)
    for module in (
        "placecheck.web.pages.own_words",
        "placecheck.web.components.next_step_list",
        "placecheck.web.workshop.setup",
    ):
        monkeypatch.setattr(f"{module}.show_fault", recorded)
    return shown


def press(shown, label, at=0):
    [button for button in shown.button if button.label == label][at].click().run()


def labels(faults):
    return [label for label, _ in faults]


def test_a_place_without_a_name_is_told_so_at_the_name(show, blank, faults):
    shown = show("about_place", round=blank)
    shown.text_input[0].set_value("")
    press(shown, "Keep it")
    assert faults == [("What is the place called?", "Please give the place a name.")]
    shown = show("workshop")
    shown.selectbox(key="workshop-place").set_value("").run()
    press(shown, "Make a workshop")
    assert labels(faults)[1:] == ["What is the new place called?"]


def test_a_step_that_says_nothing_is_told_so_at_its_first_field(show, blank, store, faults):
    number = store.add_action(blank, Action(what="Open the hall"), "test")
    shown = show("next_steps", round=blank)
    press(shown, "Add")
    shown.text_input(key=f"step-{blank}-{number}-what").set_value("").run()
    assert set(labels(faults)) == {"What will you try?"}
    assert len(shown.error) == 1, "the empty form was told once, and says no more"


def test_what_was_not_agreed_is_asked_for_where_it_is_missing(show, blank, store, faults):
    shown = show("closer_look", round=blank, indicator="mixing")
    (why,) = [area for area in shown.text_area if area.label.startswith("In your own words")]
    why.set_value("because").run()
    press(shown, "Keep what we agreed")
    (outcome,) = [radio for radio in shown.radio if radio.label == "What did you settle on?"]
    outcome.set_value("not_agreed").run()
    why.set_value("").run()
    press(shown, "Keep what we agreed")
    assert labels(faults) == ["What did you settle on?", "In your own words: because ..."]
    assert store.assessment(blank).agreed == {}


def test_own_words_name_the_first_field_that_is_missing(show, blank, store, faults):
    shown = show("own_words", round=blank)
    add = next(at for at, button in enumerate(b for b in shown.button if b.label == "Keep") if at)
    press(shown, "Keep", add)
    typed = {"A short name": "Dogs", "The statement": "Dogs are welcome."}
    for label, value in typed.items():
        next(field for field in shown.text_input if field.label == label).set_value(value).run()
    press(shown, "Keep", add)
    assert labels(faults)[0] == "A short name"
    assert labels(faults)[1].endswith("what would one see?")
    assert store.own_words(blank) == {}


def test_the_name_to_delete_a_place_is_asked_for_at_its_field(show, blank, store, faults):
    shown = show("place", round=blank, place=store.assessment_summary(blank).place_id)
    press(shown, "Delete it for good")
    assert labels(faults) == ["To delete it, write the name of the place: Ore Valley"]
