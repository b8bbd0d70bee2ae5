"""What is typed and not sent yet is there again in another window, and says that it is a draft."""


def test_a_step_that_was_not_added_is_there_again_in_another_window(show, blank, store):
    first = show("next_steps", round=blank)
    first.text_input(key=f"add-{blank}-0-who").set_value("the hall committee").run()
    assert any("kept as a draft" in line.value for line in (*first.markdown, *first.caption))
    second = show("next_steps", round=blank)
    assert second.text_input(key=f"add-{blank}-0-who").value == "the hall committee"
    second.text_input(key=f"add-{blank}-0-what").set_value("Open the hall")
    next(button for button in second.button if button.label == "Add").click().run()
    assert [step.who for step in store.actions(blank).values()] == ["the hall committee"]
    assert store.draft(blank, "step") == {}


def test_what_was_agreed_without_a_level_is_there_again_in_another_window(show, full, store):
    first = show("closer_look", round=full, indicator="open-to-challenge")
    first.text_area[0].set_value("papers are hard to follow").run()
    second = show("closer_look", round=full, indicator="open-to-challenge")
    assert second.text_area[0].value == "papers are hard to follow"
    second.radio[0].set_value("1")
    next(button for button in second.button if button.label.startswith("Keep what we agreed")).click().run()
    assert store.draft(full, "agreed-open-to-challenge") == {}
    assert store.assessment(full).agreed["open-to-challenge"].because == "papers are hard to follow"
