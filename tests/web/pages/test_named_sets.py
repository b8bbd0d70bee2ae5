"""Named sets of places: saved where places stand side by side, opened by name, and led through in a hall."""

from __future__ import annotations

import pytest

from placecheck.assessment import Place
from placecheck.place import AdaptedIdea, cards_of
from placecheck.publishing import find_texts
from placecheck.web.components.named_sets import FAULT
from placecheck.web.data import assessments

EXAMPLES = ("example-saltby-2026", "example-marsh-lane")


def said(shown) -> str:
    """Every word on the page, as people see it."""
    lines = (line.value for line in (*shown.title, *shown.header, *shown.subheader, *shown.markdown, *shown.error))
    return "\n".join(lines).replace("\\", "")


def press(shown, label):
    """The page after the button called `label` was pressed."""
    return next(button for button in shown.button if button.label.replace("\\", "") == label).click().run()


@pytest.fixture
def named(store, half) -> str:
    """A set of a place of one's own and two examples."""
    return store.keep_comparison_set("Three along the coast", [half, *EXAMPLES])


def test_what_stands_side_by_side_is_saved_under_a_name_and_is_then_open(show, store):
    shown = show("comparison", beside=",".join(EXAMPLES))
    shown.text_input(key="set-name").set_value("Two towns").run()
    shown = press(shown, "Save the set")
    assert [(kept.name, kept.members) for kept in store.comparison_sets()] == [("Two towns", EXAMPLES)]
    assert shown.title[0].value == "Two towns"
    assert not [button for button in shown.button if button.label == "Save the set"]


@pytest.mark.parametrize(("name", "why"), [("", "Give the set a name"), ("three along the COAST", "There is a set")])
def test_a_set_without_a_name_of_its_own_is_not_saved_and_it_says_why(show, store, named, name, why):
    shown = show("comparison", beside=",".join(EXAMPLES))
    shown.text_input(key="set-name").set_value(name).run()
    shown = press(shown, "Save the set")
    assert why in said(shown)
    assert [kept.id for kept in store.comparison_sets()] == [named]
    assert shown.session_state[FAULT] is None


def test_a_set_is_opened_by_its_name_and_changed_and_deleted(show, store, named, half):
    shown = show("comparison", set=named)
    assert shown.title[0].value == "Three along the coast"
    assert shown.query_params["beside"] == ",".join((half, *EXAMPLES))
    shown = press(show("comparison", set=named, beside=",".join(EXAMPLES)), "Save them as Three along the coast")
    assert store.comparison_sets()[0].members == EXAMPLES
    press(shown, "Delete the set")
    assert store.comparison_sets() == ()
    assert store.assessment(half)


def test_the_front_page_leads_to_every_set(show, named):
    assert f"'set': '{named}'" in said(show("home"))


def test_a_hall_begins_with_the_set_and_its_places_and_arrows_lead_on(show, named):
    shown = show("comparison", set=named, screen="now")
    assert shown.title[0].value == "Three along the coast"
    assert {"A  Ore Valley", "B  Saltby", "C  Marsh Lane"} <= {heading.value for heading in shown.header}
    shown = shown.button(key="key-Right").click().run()
    first = shown.query_params["side"]
    shown = shown.button(key="key-Down").click().run()
    assert shown.query_params["side"] != first
    shown = shown.button(key="key-Up").click().run()
    assert shown.query_params["side"] == first
    shown = shown.button(key="key-O").click().run()
    assert shown.title[0].value == "Three along the coast"


def test_what_a_place_borrows_is_kept_with_that_place_with_its_note_and_shown_again(show, store, named):
    (place,) = (summary.id for summary in store.places() if summary.name == "Ore Valley")
    shown = show("comparison", set=named, screen="now", side="agency", part="borrow")
    assert "What could we borrow?" in said(shown)
    fields = {field.label: field for field in shown.text_input}
    fields["The idea to borrow"].set_value("A shared kitchen").run()
    next(field for field in shown.text_input if field.label == "A note to keep with it").set_value("Ask Pat").run()
    shown = press(shown, "Keep it with Ore Valley")
    (card,) = cards_of([kept.card for kept in store.place_cards(place)], AdaptedIdea)
    assert (card.words, card.more, card.from_place) == ("A shared kitchen", "Ask Pat", "Saltby")
    assert card.indicators
    assert "Ore Valley: A shared kitchen (from Saltby)" in said(shown).replace("**", "")
    assert [field.value for field in shown.text_input] == ["", ""]
    assert "Borrows: A shared kitchen (from Saltby)" in said(show("comparison", set=named, screen="now"))


def test_nothing_is_kept_with_an_example(show):
    shown = show("comparison", beside=",".join(EXAMPLES), screen="now", side="agency", part="borrow")
    assert not shown.text_input
    assert "Only places of your own can borrow" in said(shown)


def test_a_deleted_place_is_in_no_hall(show, store, named):
    store.delete(store.preview_deletion(next(iter(store.places())).id))
    shown = show("comparison", set=named, screen="now")
    assert {"A  Saltby", "B  Marsh Lane"} <= {heading.value for heading in shown.header}
    assert "Ore Valley" not in said(shown)


def test_a_name_is_shown_as_it_was_typed(show, store, rubric):
    place = store.add_place(Place(name="A *b* place"))
    own = store.begin_assessment(place, rubric, question_set="starter", date=None, together=False)
    set_id = store.keep_comparison_set("_Sets_ of $x$", [own, *EXAMPLES])
    assert show("comparison", set=set_id).title[0].value == "\\_Sets\\_ of \\$x\\$"


def test_a_story_of_ones_own_place_is_in_a_hall_only_once_it_was_read_and_ticked(show, store):
    marsh = next(example for example in assessments.examples() if example.id == "example-marsh-lane")
    own = store.add_assessment(marsh.rubric, marsh.assessment)
    story = next(text for text in find_texts(marsh.assessment) if text.key.endswith(".places-to-meet"))
    place = {"beside": f"{own},{EXAMPLES[0]}", "screen": "now", "part": "stories", "indicator": "places-to-meet"}
    side = next(dim.id for dim in marsh.rubric.dimensions if "places-to-meet" in [item.id for item in dim.indicators])
    shown = show("comparison", side=side, **place)
    assert "not been read and ticked yet" in said(shown)
    assert story.text not in said(shown)
    store.set_publish_ticks(own, [story.tick], ticked=True)
    assert story.text in said(show("comparison", side=side, **place))
