"""One question at a time, for those who choose it."""

from __future__ import annotations

from placecheck.assessment import Answer, Place
from placecheck.web.components.one_question import question_position


def test_one_question_at_a_time_begins_with_the_first_without_an_answer_and_leads_on(show, store, rubric):
    place = store.add_place(Place(name="Ore Valley"))
    id_ = store.begin_assessment(place, rubric, question_set="full", date=None, together=False)
    voice = store.add_voice(id_)
    first = rubric.dimensions[0].indicators
    store.save_answer(id_, voice, first[0].id, Answer(level=2), "test")
    every = show("answer", round=id_, voice=voice)
    assert len(list(every.subheader)) >= len(first)
    page = show("answer", round=id_, voice=voice, show="one")
    assert [heading.value for heading in page.subheader] == [first[1].statement]
    page.button(key="next-question").click().run()
    assert [heading.value for heading in page.subheader] == [first[2].statement]
    page.button(key="before-question").click().run()
    assert [heading.value for heading in page.subheader] == [first[1].statement]
    assert not page.exception


def test_a_chosen_question_is_shown_even_when_it_has_an_answer(rubric):
    indicators = rubric.dimensions[0].indicators
    assert question_position(indicators, indicators[2].id, {indicators[2].id}) == 2
    assert question_position(indicators, "elsewhere", {one.id for one in indicators}) == 0
