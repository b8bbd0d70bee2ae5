"""Who should decide what in a workshop: asked, closed, shown, held back, keyed in from paper, shown large."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from placecheck.assessment import Place
from placecheck.place import Matter, cards_of
from placecheck.storage import LevelChoice, NewWorkshop, Store
from placecheck.storage.rehearsal import rehearse


@pytest.fixture
def made(store: Store, rubric) -> NewWorkshop:
    place = store.add_place(Place(name="Ore Valley", nation="Wales"))
    made = store.create_workshop(
        store.begin_assessment(place, rubric, question_set="starter", date=None, together=False)
    )
    store.keep_cards(place, [Matter(id="bus", words="The *bus*", reasons={}, asks={})], "test")
    return made


def words(page: AppTest) -> str:
    assert not page.exception
    kinds = (page.title, page.header, page.subheader, page.markdown, page.info, page.warning, page.error)
    return plain("\n".join(one.value for kind in kinds for one in kind)) + "\n".join(
        one.proto.body for one in page.get("html")
    )


def plain(text: str) -> str:
    """Return text without what keeps it from being Markdown."""
    return text.replace("\\", "")


def press(page: AppTest, label: str) -> AppTest:
    return next(one for one in page.button if plain(one.label) == label).click().run()


def test_a_room_is_asked_and_sees_what_was_said_and_nobody_before_the_reveal(show, store, made):
    page = show("workshop", workshop=made.id, part="deciding")
    page.multiselect[0].set_value([])
    page = press(page, "Ask the room")
    assert [error.value for error in page.error] == ["Choose a matter first, or write one of your own."]
    assert not page.toast
    assert not page.run().error
    page.multiselect[0].set_value([("place", "bus"), ("list", "parks")])
    page = press(page, "Ask the room")
    vote = store.workshop(made.id).open_matters
    assert [(asked.id, asked.name) for asked in vote.asks] == [
        ("bus", "The *bus*"),
        ("parks", "Parks and green spaces"),
    ]
    assert "Community or town council" in [level.name for level in vote.levels]
    assert "less safe" in " ".join(vote.prompts)
    codes = [store.join(made.code).code for _ in range(5)]
    for code, level in zip(codes, ("town", "town", "town", "county", None), strict=True):
        choice = LevelChoice(at_level=level) if level else LevelChoice(no_answer="dont_know")
        store.save_own_level(code, "bus", choice)
    assert "5 people" not in words(page.run())
    big = show("workshop", workshop=made.id, screen="now")
    assert "Who should decide what?" in words(big)
    page = press(page, "Close it")
    assert "This is closed" in words(big.run())
    page = press(page, "Hold this back: Parks and green spaces")
    page = press(page, "Show what was said")
    assert "5 people said where this is best decided. They differ." in words(page)
    assert "Held back: Parks and green spaces" in words(page)
    assert "Community or town council 3" in words(big.run())
    assert "Parks" not in words(big)

    page.selectbox(key=f"matter-sheet-{made.id}-0-bus").set_value("street")
    page = press(page, "Keep this sheet")
    assert "6 people said" in words(page)
    place = store.assessment_summary(store.workshop_summary(made.id).assessment_id).place_id
    rooms = {card.id: card.room for card in cards_of((kept.card for kept in store.place_cards(place)), Matter)}
    assert (rooms["bus"].people, rooms["bus"].levels) == (6, {"town": 3, "county": 1, "street": 1})
    assert rooms["parks"] is None

    page = show("levels", round=store.workshop_summary(made.id).assessment_id)
    assert (
        "In a workshop, 6 people said: Street or estate (1); Community or town council (3); "
        "Region, such as a health board's area (1); no level (1)."
    ) in words(page)


def test_made_up_people_answer_in_a_rehearsal_and_the_room_can_turn_from_matter_to_matter(show, store, rubric):
    made = rehearse(store, Place(name="Ore Valley"), rubric)
    page = show("workshop", workshop=made.id, part="deciding")
    page.multiselect[0].set_value([("list", "parks"), ("list", "street-play")])
    press(page, "Ask the room")
    assert store.count_matter_answers(made.id) == {"parks": 12, "street-play": 12}
    big = show("workshop", workshop=made.id, screen="now")
    big = press(press(big, "Close it"), "Show what was said")
    assert "Parks and green spaces" in words(big)
    big = press(big, "Next matter")
    assert "Closing a street for play" in words(big)
    assert "Next matter" not in [one.label for one in big.button]


def test_where_nothing_else_was_asked_the_way_back_to_now_and_the_end_lead_to_the_matters(show, store, made):
    page = press(show("workshop", workshop=made.id, part="deciding"), "Ask the room")
    press(page, "Close it")
    big = show("workshop", workshop=made.id, screen="now")
    assert "Back to now" not in [one.label for one in big.button]
    store.show_on_screen(made.id, "welcome")
    big = press(big.run(), "Back to now")
    assert "This is closed" in words(big)
    big = press(big, "Show what was said")
    assert "The *bus*" in words(big)
    leaving = show("workshop", workshop=made.id, part="leave")
    assert "No questions of the assessment were asked yet" in words(leaving)
    assert "kept with the place, under “Who decides what”" in words(leaving)
    store.end_workshop(made.id)
    assert "The workshop is over. Thank you." in words(big.run())
    assert "kept with the place, under “Who decides what”" in words(leaving.run())


def test_a_workshop_on_matters_alone_opens_at_them_and_offers_no_summary_of_nothing(show, store, made):
    page = show("workshop", workshop=made.id, part="deciding")
    press(page, "Ask the room")
    store.save_own_level(store.join(made.code).code, "bus", LevelChoice(at_level="town"))
    store.close_matters(made.id)
    store.reveal_matters(made.id, 1)
    opened = show("workshop", workshop=made.id)
    assert "Hold this back: The *bus*" in [plain(button.label) for button in opened.button]
    store.end_workshop(made.id)
    left = show("workshop", workshop=made.id, part="leave")
    assert "Nobody answered a question of the assessment, so there is no file of it." in words(left)
    assert not left.get("download_button")
