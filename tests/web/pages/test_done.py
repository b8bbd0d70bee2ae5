"""The page at the end of one person's answers."""

from placecheck.assessment import Answer, Place


def test_the_end_of_the_answers_of_an_example_leads_back_to_it(show):
    shown = show("done", round="example-marsh-lane")
    assert not shown.exception
    assert any("answer" in text.value for text in shown.markdown)


def test_who_answered_nothing_is_told_so_and_led_to_the_first_question(show, blank, store):
    shown = show("done", round=blank)
    assert [title.value for title in shown.title] == ["Nothing is answered yet"]
    assert not any("kept" in text.value for text in shown.markdown)
    assert [button.label for button in shown.button if button.proto.type == "primary"] == ["Go to the first question"]
    store.save_answer(blank, "v1", "mixing", Answer(level=2), "test")
    shown = show("done", round=blank)
    assert [title.value for title in shown.title] == ["Thank you. You are done"]
    assert any("What you said is kept" in text.value for text in shown.markdown)


def test_where_nobody_answered_nobody_is_thanked_and_the_page_leads_to_answering(show, store, rubric):
    empty = store.begin_assessment(
        store.add_place(Place(name="Ore Valley")), rubric, question_set="starter", date=None, together=False
    )
    shown = show("done", round=empty)
    assert [title.value for title in shown.title] == ["Nothing is answered yet"]
    assert [button.label for button in shown.button] == ["Answer the questions"]


def test_who_is_done_reads_what_they_said_once_they_open_it_and_can_print_the_page(show, blank, store):
    answer = Answer(level=2, sure="not_very", story="Monday lunch", seen="a stew")
    assert not show("done", round=blank).get("download_button")
    store.save_answer(blank, "v1", "mixing", answer, "test")
    shown = show("done", round=blank)
    (own,) = (part for part in shown.expander if part.label == "What you said")
    assert not own.proto.expanded
    (said,) = (text.value for text in own.markdown)
    assert said.startswith("**Mixing across difference**")
    assert all(words in said for words in ("Here and there", "Monday lunch", "a stew"))
    assert [button.label for button in shown.get("download_button")] == ["One page to pin up (PDF)"]
