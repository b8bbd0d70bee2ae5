"""Two people write in one field at once: the second is told of the first, and nothing of either is lost unseen."""

from __future__ import annotations

import pytest

from placecheck.assessment import Action, Agreed, Place
from placecheck.assessment.model import Outcome
from placecheck.words import deciding as w
from placecheck.words import outcomes, say


def field(shown, label, at=-1):
    return [each for each in shown.text_input if each.label == label][at]


def told(shown):
    return " ".join(each.value for each in (*shown.warning, *shown.info))


def press(shown, label):
    next(button for button in shown.button if button.label == label).click().run()


@pytest.mark.parametrize(("choice", "stays"), [(w.MINE_COUNTS, "The second."), (w.TAKE_THEIRS, "The first.")])
def test_whoever_writes_in_a_draft_second_is_told_and_chooses(show, blank, store, choice, stays):
    one, two = show("next_steps", round=blank), show("next_steps", round=blank)
    field(one, say(w.WHAT)).set_value("The first.").run()
    field(two, say(w.WHAT)).set_value("The second.").run()
    assert store.draft(blank, "step") == {"what": "The first."}, "not written over"
    assert "The first." in told(two)
    press(two, say(w.ADD))
    assert store.actions(blank) == {}, "it waits for a choice"
    press(two, say(choice))
    assert store.draft(blank, "step") == {"what": stays}
    assert field(two, say(w.WHAT)).value == stays
    press(two, say(w.ADD))
    assert [action.what for action in store.actions(blank).values()] == [stays]


def test_two_who_change_one_step_lose_nothing_of_each_others_fields(show, blank, store):
    number = store.add_action(blank, Action(what="Open the hall"), "test")
    one, two = show("next_steps", round=blank), show("next_steps", round=blank)
    key = f"step-{blank}-{number}-{{}}".format
    one.text_input(key=key("who")).set_value("the committee").run()
    two.text_input(key=key("power")).set_value("the council").run()
    assert store.actions(blank)[number] == Action(what="Open the hall", who="the committee", power="the council")
    assert not two.warning
    one.text_input(key=key("what")).set_value("Open it early").run()
    two.text_input(key=key("what")).set_value("Open it late").run()
    assert "Open it early" in told(two)
    assert store.actions(blank)[number].what == "Open it early", "the second waits for a choice"
    press(two, say(w.MINE_COUNTS))
    assert store.actions(blank)[number].what == "Open it late"
    values = [change.after and change.after.what for change in store.history(blank) if change.kind == "action"]
    assert {"Open it early", "Open it late"} <= set(values), "the history has both"


def test_what_was_kept_about_the_place_meanwhile_is_told_before_it_is_written_over(show, blank, store):
    two = show("about_place", round=blank)
    place = store.assessment_summary(blank).place_id
    store.change_place(place, Place(name="Ore Valley West", boundary="to the ridge"), "another window")
    two.text_area[1].set_value("a mill town")
    press(two, "Keep it")
    kept = store.place(place)
    assert (kept.name, kept.boundary, kept.context) == ("Ore Valley West", "to the ridge", "a mill town")
    two = show("about_place", round=blank)
    store.change_place(place, Place(name="Ore Valley East"), "another window")
    two.text_input[0].set_value("Ore")
    press(two, "Keep it")
    assert store.place(place).name == "Ore Valley East"
    assert "Ore Valley East" in told(two)
    press(two, say(w.MINE_COUNTS))
    assert store.place(place).name == "Ore"


def test_what_was_agreed_meanwhile_is_told_beside_the_draft(show, blank, store):
    two = show("closer_look", round=blank, indicator="mixing")
    next(area for area in two.text_area if area.label == say(w.BECAUSE)).set_value("too few").run()
    store.save_agreed(blank, "mixing", Agreed(level=3, because="the fair"), "another window")
    two.run()
    assert "the fair" in told(two)


def change_missing(store, blank, words):
    store.set_missing_voices(blank, words, "another window")


def change_outcome(store, blank, words):
    (number,) = store.actions(blank)
    action = store.actions(blank)[number]
    store.change_action(blank, number, action.model_copy(update={"outcome": Outcome(state="done", seen=words)}), "x")


FIELDS = {
    w.MISSING_VOICES: (change_missing, lambda round_: round_.missing_voices, "setting"),
    outcomes.STEP_SEEN: (change_outcome, lambda round_: round_.actions[0].outcome.seen, "action"),
}


@pytest.mark.parametrize("choice", [w.MINE_COUNTS, w.TAKE_THEIRS])
@pytest.mark.parametrize("label", FIELDS)
def test_whoever_saves_a_field_second_is_told_before_it_counts(show, blank, store, label, choice):
    change, stored, kind = FIELDS[label]
    store.add_action(blank, Action(what="Open the hall", outcome=Outcome(state="done")), "test")
    two = show("next_steps", round=blank)
    change(store, blank, "The first.")
    typed = next(each for each in (*two.text_area, *two.text_input) if each.label == say(label))
    typed.set_value("The second.").run()
    assert stored(store.assessment(blank)) == "The first.", "it waits for a choice"
    assert "The first." in told(two)
    press(two, say(choice))
    stays = "The second." if choice == w.MINE_COUNTS else "The first."
    assert stored(store.assessment(blank)) == stays
    shown = next(each for each in (*two.text_area, *two.text_input) if each.label == say(label))
    assert (shown.value, told(two)) == (stays, "")
    history = str([change for change in store.history(blank) if change.kind == kind])
    assert "The first." in history
    assert ("The second." in history) == (choice == w.MINE_COUNTS)
