"""One question at a time, for those who choose it."""

from __future__ import annotations

import pytest

from placecheck.assessment import Answer, Place
from placecheck.web.components.one_question import question_position
from placecheck.words import answering as w
from placecheck.words import say


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


def test_the_question_stands_above_all_that_leads_elsewhere(show, blank, rubric):
    page = show("answer", round=blank, show="one")
    order = [str(getattr(element, "label", "") or getattr(element, "value", "")) for element in page.main]
    question = order.index(page.subheader[0].value)
    elsewhere = [order.index(say(words)) for words in (w.UNDO, w.JUMP_TO, w.ONE_AT_A_TIME)]
    assert question < min(elsewhere)
    assert order.index(rubric.dimensions[0].about) > question


@pytest.mark.parametrize(("at", "button"), [(0, "next-question"), (-1, "next-dimension")])
def test_one_button_is_filled_the_one_to_what_comes_next(show, blank, rubric, at, button):
    asked = [indicator.id for indicator in rubric.dimensions[0].indicators if indicator.starter]
    page = show("answer", round=blank, show="one", indicator=asked[at])
    assert [shown.key for shown in page.button if shown.proto.type == "primary"] == [button]
