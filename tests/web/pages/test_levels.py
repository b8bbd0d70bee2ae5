from __future__ import annotations

import pytest

from placecheck.place import Matter, cards_of
from placecheck.web.components.case_downloads import asked_of_a_level
from placecheck.web.data import assessments, ideas_levels_guides, new_cards, place_cards


@pytest.fixture
def one(blank) -> str:
    """The id of an assessment of one's own."""
    return blank


def matters(one: str) -> list[Matter]:
    return list(cards_of(place_cards.cards_of_place(assessments.open_assessment(one)), Matter))


def test_an_example_shows_its_matters_in_words_and_what_is_asked_of_each_level(show):
    test = show("levels", round="example-saltby-2026")
    assert not test.exception
    words = "\n".join(element.value for element in (*test.markdown, *test.header, *test.subheader))
    assert "12 matters." in words
    assert "Better further off" in words
    assert "Better nearer" in words
    assert "What we ask of each level" in words


def test_a_file_that_says_what_is_best_without_what_must_be_thought_of_is_told_so(show, store, one):
    place = store.assessment_summary(one).place_id
    bus = Matter(id="bus", words="The bus", best="street", reasons={}, asks={})
    differ = Matter(id="lido", words="The lido", differ="Half of us.", reasons={}, asks={})
    unsaid = bus.model_copy(update={"id": "pier", "words": "The pier", "best": None})
    (must,) = [
        q for q in ideas_levels_guides.decision_levels(assessments.open_assessment(one).rubric).questions if q.must
    ]
    thought = bus.model_copy(update={"id": "park", "words": "The park", "reasons": {must.id: "No."}})
    store.keep_cards(place, [bus, differ, thought, unsaid], "test")
    (warning,) = show("levels", round=one).warning
    assert must.ask in warning.value
    assert "(The bus, The lido)" in warning.value.replace("\\", "")


def test_a_matter_from_the_list_is_kept_and_opened(show, one):
    test = show("levels", round=one)
    test.selectbox(key="matter-list-0").set_value("parks")
    test.button(key="FormSubmitter:add-matter-0-Add it").click().run()
    assert not test.exception
    (matter,) = matters(one)
    assert (matter.from_list, matter.words) == ("parks", "Parks and green spaces")
    assert matter.id in test.query_params["matter"]


def test_what_would_follow_from_either_way_is_asked_once_and_whole(show, one):
    test = show("levels", round=one)
    test.selectbox(key="matter-list-0").set_value("parks")
    test.button(key="FormSubmitter:add-matter-0-Add it").click().run()
    helps = [field.help for field in test.text_area if field.help]
    assert len(helps) == 8
    assert [text.count("If it came nearer") + text.count("If it went further off") for text in helps] == [2] * 8


def test_a_matter_without_a_name_is_asked_for_at_its_field(show, one):
    test = show("levels", round=one)
    test.button(key="FormSubmitter:add-matter-0-Add it").click().run()
    assert matters(one) == []
    assert [error.value for error in test.error] == ["Choose a matter from the list, or name one of your own."]


@pytest.fixture
def opened(show, one):
    test = show("levels", round=one)
    test.text_input(key="matter-own-0").set_value("The bus")
    test.button(key="FormSubmitter:add-matter-0-Add it").click().run()
    return test


def key(one: str, part: str) -> str:
    return f"matter-{one}-{matters(one)[0].id}-{part}"


def save(test, one):
    test.button(key=f"FormSubmitter:{key(one, 'form')}-Save").click().run()


def test_it_is_not_kept_where_it_is_best_before_those_who_are_few_were_thought_of(opened, one):
    opened.selectbox(key=key(one, "best")).set_value("county")
    save(opened, one)
    assert "Answer this first" in opened.error[0].value
    assert matters(one)[0].best is None
    opened.text_area(key=key(one, "reason-minority-safe")).set_value("People without a car are few.")
    save(opened, one)
    assert not opened.error
    assert matters(one)[0].best == "county"
    assert matters(one)[0].reasons == {"minority-safe": "People without a car are few."}


def test_a_date_is_kept_as_people_say_it(opened, one):
    opened.text_input(key=key(one, "who")).set_value("the county")
    opened.text_input(key=key(one, "when")).set_value("last June")
    save(opened, one)
    assert not opened.error
    assert matters(one)[0].power.when == "last June"


def test_where_it_was_read_is_not_dropped_for_want_of_who_holds_the_power(opened, one):
    opened.text_input(key=key(one, "source")).set_value("the county's letter")
    save(opened, one)
    assert "Say first who holds the power" in opened.error[0].value
    assert opened.text_input(key=key(one, "source")).value == "the county's letter"


def test_a_level_and_a_reason_that_the_form_has_not_stay_as_they_are(show, one, store):
    card = Matter(id="lido", words="The lido", now="uk", reasons={"of-another-rubric": "So."}, asks={"uk": "Pay."})
    store.keep_cards(store.assessment_summary(one).place_id, [card], "test")
    place = assessments.open_assessment(one).assessment.place.model_copy(update={"nation": "England"})
    store.change_place(store.assessment_summary(one).place_id, place, "test")
    test = show("levels", round=one, matter="lido")
    assert test.selectbox(key=key(one, "now")).value == "uk"
    test.text_area(key=key(one, "reason-spills-over")).set_value("It is by the sea.")
    save(test, one)
    assert not test.exception
    reasons = {"of-another-rubric": "So.", "spills-over": "It is by the sea."}
    assert matters(one) == [card.model_copy(update={"reasons": reasons})]


def test_that_we_differ_is_an_answer(opened, one):
    opened.text_area(key=key(one, "differ")).set_value("Two say the street.")
    save(opened, one)
    assert "Answer this first" in opened.error[0].value  # those who are few are thought of here too
    opened.text_area(key=key(one, "reason-minority-safe")).set_value("Both sides thought of tenants.")
    save(opened, one)
    assert "We differ" in "\n".join(element.value for element in opened.markdown)


def test_a_matter_can_be_taken_out(opened, one):
    opened.button(key=key(one, "out")).click().run()
    assert matters(one) == []


def test_an_id_is_readable_and_never_taken_twice(one, store):  # noqa: ARG001 (the store holds the place)
    assessment = assessments.open_assessment(one)
    assert new_cards.new_card_id(assessment, "The 14 bus!") == "the-14-bus"
    assert new_cards.new_card_id(assessment, "14") == "c-14"
    assert new_cards.new_card_id(assessment, "???") == "card"


def test_the_page_to_persuade_with_takes_its_ask_from_a_matter_where_no_step_is_about_it(store):  # noqa: ARG001
    saltby = assessments.open_assessment("example-saltby-2026")
    stepped = {action.indicator for action in saltby.assessment.actions}
    free = next(
        m for m in cards_of(place_cards.cards_of_place(saltby), Matter) if m.asks and set(m.indicators) - stepped
    )
    indicator = next(id_ for id_ in free.indicators if id_ not in stepped)
    ask, whom = asked_of_a_level(saltby, indicator)
    assert ask
    assert whom in ideas_levels_guides.decision_levels(saltby.rubric).names("England").values()
