from __future__ import annotations

import pytest

from placecheck.assessment import Answer, Place
from placecheck.guides import Replies
from placecheck.place import AdaptedIdea, Asset, Decision, Peer, Pot, Worksheet, cards_of
from placecheck.rubric import find_rubric
from placecheck.web.data import assessments, ideas_levels_guides, place_cards
from placecheck.web.markdown import escape


@pytest.fixture
def one(blank) -> str:
    """The id of an assessment of one's own."""
    return blank


def sheets(one: str) -> list[Worksheet]:
    return list(cards_of(place_cards.cards_of_place(assessments.open_assessment(one)), Worksheet))


def begun(one: str, guide: str) -> str:
    """The id of an empty worksheet on `guide`."""
    sheet = Worksheet(id="begun", words="x", guide=guide, replies={}, tables={})
    store = assessments.current_store()
    store.keep_cards(store.assessment_summary(one).place_id, [sheet], "test")
    return sheet.id


def said(test) -> str:
    return "\n".join(element.value for element in (*test.markdown, *test.subheader, *test.header, *test.title))


def test_every_guide_is_listed(show):
    test = show("guides")
    assert not test.exception
    assert len([button for button in test.button if button.key.startswith("begin-")]) == 7


@pytest.mark.parametrize("guide", ["is-this-money-good", "how-to-buy", "what-would-this-do", "what-do-we-want",
                                   "how-to-involve", "before-you-print", "going-to-see"])  # fmt: skip
def test_every_step_of_a_guide_can_be_drawn_without_a_place(show, guide):
    for step in range(8):
        page = show("guides", guide=guide, step=str(step))
        assert not page.exception
        assert escape(ideas_levels_guides.all_guides(find_rubric())[guide].name) in said(page)


@pytest.mark.parametrize("guide", ["is-this-money-good", "what-would-this-do"])
def test_the_help_of_a_question_of_any_kind_is_on_the_page(show, one, guide):
    steps = ideas_levels_guides.all_guides(find_rubric())[guide].steps
    conditions = [condition for step in steps for condition in step.when]
    opens = {id_: (condition.replies or ("yes",))[0] for condition in conditions for id_ in condition.any_of}
    sheet = Worksheet(id="open", words="x", guide=guide, replies=opens, tables={})
    store = assessments.current_store()
    store.keep_cards(store.assessment_summary(one).place_id, [sheet], "test")
    pages = [show("guides", round=one, guide=guide, sheet="open", step=str(number)) for number in range(len(steps))]
    shown = {field.proto.help for page in pages for field in (*page.markdown, *page.text_area, *page.radio)}
    helps = {escape(question.help) for step in steps for question in step.questions if question.help}
    assert helps
    assert helps <= shown


@pytest.mark.parametrize("step", ["-1", "x", "999999", "٣"])
def test_a_step_that_is_none_does_no_harm(show, step):
    page = show("guides", guide="how-to-buy", step=step)
    assert not page.exception
    assert escape(ideas_levels_guides.all_guides(find_rubric())["how-to-buy"].name) in said(page)


def test_a_worksheet_is_begun_kept_left_and_taken_up_again(show, one):
    test = show("guides", round=one)
    test.button(key="begin-is-this-money-good").click().run()
    (sheet,) = sheets(one)
    assert "kept with your place" in said(test)
    key = f"sheet-is-this-money-good-{sheet.id}-fund-name"
    test.text_area(key=key).set_value("The wind fund").run()
    assert sheets(one)[0].replies == {"fund-name": "The wind fund"}
    again = show("guides", round=one, guide="is-this-money-good", sheet=sheet.id)
    assert again.text_area(key=key).value == "The wind fund"
    assert f"go-on-{sheet.id}" in [button.key for button in show("guides", round=one).button]


def test_a_colleagues_worksheet_of_the_same_day_has_a_name_of_its_own(show, one):
    for _ in range(3):
        show("guides", round=one).button(key="begin-how-to-involve").click().run()
    first, second, third = (sheet.words for sheet in sheets(one))
    assert [second, third] == [f"{first}, number 2", f"{first}, number 3"]


def test_a_visit_brings_an_idea_home_with_thanks_to_whom_it_is_owed(show, one):
    show("guides", round=one).button(key="begin-going-to-see").click().run()
    (sheet,) = sheets(one)
    replies = {"host": "The hall at Ore", "try": "Keys held in turn", "different": "We are ten.", "thanks": "The soup."}
    opened = assessments.open_assessment(one)
    assessments.current_store().keep_cards(
        assessments.current_store().assessment_summary(opened.id).place_id,
        [sheet.model_copy(update={"replies": replies})],
        "test",
    )
    page = show("guides", round=one, guide="going-to-see", sheet=sheet.id, step="3")
    page.button(key=f"sheet-going-to-see-{sheet.id}-bring-home").click().run()
    assert not page.exception
    (idea,) = cards_of(place_cards.cards_of_place(assessments.open_assessment(one)), AdaptedIdea)
    assert (idea.words, idea.from_place) == ("Keys held in turn", "The hall at Ore")
    assert (idea.change, idea.thanks) == ("We are ten.", "The soup.")
    assert not [button for button in page.button if button.key.endswith("bring-home")]


def test_where_no_place_is_open_replies_last_for_the_visit_and_lead_to_the_outcome(show):
    test = show("guides", guide="is-this-money-good", step="1")
    test.radio(key="sheet-is-this-money-good-loose-mapped").set_value("unsaid").run()
    assert not [box for box in test.text_input if box.key.endswith("mapped-says")]
    test.radio(key="sheet-is-this-money-good-loose-mapped").set_value("no").run()
    test.text_input(key="sheet-is-this-money-good-loose-mapped-says").set_value("We start anew.").run()
    for _ in range(5):
        test.button(key="guide-next").click().run()
    assert not test.exception
    assert "What comes out" in said(test)
    assert "We start anew" in said(test)


def test_what_was_written_without_a_worksheet_is_kept_with_the_place_that_is_open(show, one):
    test = show("guides", guide="is-this-money-good")
    test.text_area(key="sheet-is-this-money-good-loose-fund-name").set_value("The wind fund").run()
    test.query_params["round"] = one
    test.run()
    assert "Open a place of your own" not in said(test)
    assert not sheets(one)
    test.button(key="guide-keep").click().run()
    (sheet,) = sheets(one)
    assert sheet.replies == {"fund-name": "The wind fund"}
    assert "kept with your place" in said(test)
    assert test.text_area(key=f"sheet-is-this-money-good-{sheet.id}-fund-name").value == "The wind fund"


def test_a_letter_with_nothing_in_it_is_not_offered_to_print(show):
    test = show("guides", guide="is-this-money-good", step="99")
    assert "This is not written yet" in said(test)
    assert "With kind regards" not in said(test)
    assert not test.get("download_button")


def test_a_table_grows_by_a_row_as_it_is_filled_until_it_is_full(show):
    test = show("guides", guide="is-this-money-good", step="5")
    for row in range(3):
        key = f"sheet-is-this-money-good-loose-changes-{row}-change"
        assert "There is room for" not in said(test)
        test.text_input(key=key).set_value(f"Change {row}").run()
    assert "There is room for 3 lines" in said(test)
    assert not [box for box in test.text_input if box.key.endswith("changes-3-change")]
    test.text_input(key="sheet-is-this-money-good-loose-changes-1-change").set_value("").run()
    kept = [box.value for box in test.text_input if box.key.endswith("-change")]
    assert kept == ["Change 0", "Change 2", ""]


def test_several_can_be_ticked(show):
    test = show("guides", guide="how-to-involve", step="2")
    for id_ in ("unheard", "young"):
        test.checkbox(key=f"sheet-how-to-involve-loose-who-{id_}").set_value(True).run()
    assert [box.value for box in test.checkbox] == [False, True, True, False, False]


def test_the_check_before_printing_looks_through_the_assessment_that_is_open(show):
    test = show("guides", guide="before-you-print", round="example-saltby-2026")
    assert "It says who was not there" in said(test)
    assert "Open an assessment first" in said(show("guides", guide="before-you-print"))


def test_two_worksheets_are_laid_side_by_side(show, one):
    assessment = assessments.open_assessment(one)
    for name, stance in (("mine", "no"), ("theirs", "unsaid")):
        card = Worksheet(id=name, words=name, guide="is-this-money-good", replies={"mapped": stance}, tables={})
        assessments.current_store().keep_cards(place_cards.place_id_of(assessment), [card], "test")
    test = show("guides", round=one, guide="is-this-money-good", sheet="mine", step="6")
    test.selectbox(key="sheet-is-this-money-good-mine-beside").set_value("theirs").run()
    assert not test.exception
    assert test.table[0].value.iloc[0].tolist()[1:] == ["No", "It does not say"]


def test_a_reply_never_overwrites_another(show, one):
    show("guides", round=one).button(key="begin-what-do-we-want").click().run()
    (sheet,) = sheets(one)
    test = show("guides", round=one, guide="what-do-we-want", sheet=sheet.id)
    test.text_area(key=f"sheet-what-do-we-want-{sheet.id}-good").set_value("The hall").run()
    test.text_area(key=f"sheet-what-do-we-want-{sheet.id}-who-is-here").set_value("Nine of us").run()
    assert Replies.from_worksheet(sheets(one)[0]).texts == {"good": "The hall", "who-is-here": "Nine of us"}
    assert ideas_levels_guides.all_guides(find_rubric())["what-do-we-want"].id == sheets(one)[0].guide


def test_a_plan_can_be_followed_as_a_decision_of_the_place(show, one):
    replies = {"plan": "A road through the green", "decider": "the county", "still-open": "details"}
    sheet = Worksheet(id="plan", words="x", guide="what-would-this-do", replies=replies, tables={})
    assessments.current_store().keep_cards(place_cards.place_id_of(assessments.open_assessment(one)), [sheet], "test")
    test = show("guides", round=one, guide="what-would-this-do", sheet="plan", step="9")
    test.button(key="sheet-what-would-this-do-plan-follow").click().run()
    assert not test.exception
    (card,) = cards_of(place_cards.cards_of_place(assessments.open_assessment(one)), Decision)
    assert (card.words, card.more, card.asked.could_change) == (
        "A road through the green", "Who decides: the county", "Only details",
    )  # fmt: skip
    assert "sheet-what-would-this-do-plan-follow" not in [button.key for button in test.button]


def test_what_a_plan_would_touch_is_chosen_from_the_cards_of_the_place(show, store, blank):
    place = store.assessment_summary(blank).place_id
    sheet = Worksheet(id="w", words="The bypass", guide="what-would-this-do", replies={}, tables={})
    hall, fund = Asset(id="hall", layer="built", words="The hall"), Pot(id="fund", words="The fund")
    store.keep_cards(place, [sheet, hall, fund], "test")
    page = show("guides", round=blank, guide="what-would-this-do", sheet="w", step="1")
    for name in ("The hall", "The fund"):
        choose = next(box for box in page.selectbox if box.label == "Add one from what is here")
        choose.select(name).run()
        assert not page.exception
    kept = {card.card.id: card.card for card in store.place_cards(place)}["w"]
    assert kept.replies["touched"] == "The hall\nThe fund"
    assert not [box for box in page.selectbox if box.label == "Add one from what is here"]


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [("9", "2", "the low number is above the high one"), ("ten", "", "not a number"), ("0", "0", "")],
)
def test_numbers_that_cannot_be_used_are_told_at_their_question(show, low, high, words):
    test = show("guides", guide="how-to-buy", step="3")
    for ending, number in (("low", low), ("high", high)):
        next(box for box in test.text_input if box.key.endswith(f"-bidders-{ending}")).set_value(number).run()
    assert len(test.error) == bool(words)
    assert all(words in error.value for error in test.error)


def test_the_bare_address_of_a_guide_begins_a_worksheet_before_anything_is_typed(show, one):
    test = show("guides", round=one, guide="what-do-we-want", step="1")
    assert not test.exception
    assert not test.text_area
    test.button(key="begin-what-do-we-want").click().run()
    (sheet,) = sheets(one)
    test.text_area(key=f"sheet-what-do-we-want-{sheet.id}-good").set_value("The pier").run()
    assert sheets(one)[0].replies == {"good": "The pier"}
    assert f"go-on-{sheet.id}" in [button.key for button in show("guides", round=one, guide="what-do-we-want").button]


def test_a_visit_that_is_begun_at_a_group_says_whom_one_goes_to_see(show, store, one):
    peer = Peer(id="p", words="The Yard", peer="yard", reach="the clerk")
    store.keep_cards(store.assessment_summary(one).place_id, [peer], "test")
    test = show("guides", round=one, guide="going-to-see", card="p")
    test.button(key="begin-going-to-see").click().run()
    assert [sheet.replies for sheet in sheets(one)] == [{"host": "The Yard"}]
    other = show("guides", round=one, guide="what-do-we-want", card="p")
    other.button(key="begin-what-do-we-want").click().run()
    assert sheets(one)[-1].replies == {}


def test_every_place_where_somebody_is_named_can_be_reached_and_leads_to_where_it_can_be_changed(show, store, one):
    asked = [indicator.id for indicator in find_rubric().indicators() if indicator.starter][:12]
    for id_ in asked:
        store.save_answer(one, "v1", id_, Answer(level=1, story="Ask Mrs Adams."), "test")
    page = show("guides", round=one, guide="before-you-print", sheet=begun(one, "before-you-print"), step="2")
    assert not page.exception
    links = [text.value for text in page.markdown if "Mrs Adams" in text.value]
    assert [next(id_ for id_ in asked if f"'indicator': '{id_}'" in link) for link in links] == asked
    assert all("(answer?" in link and "'voice': 'v1'" in link for link in links)
    assert all("'show': 'one'" in link for link in links), "it leads to the question itself"
    assert "and 4 more" in [expander.label for expander in page.expander]


def test_what_was_told_on_a_phone_leads_to_where_it_can_stay_behind(show, store):
    place = store.add_place(Place(name="Ore Valley"))
    one = store.begin_assessment(place, find_rubric(), question_set="starter", date=None, together=False)
    made = store.create_workshop(one)
    phone = store.join(made.code).code
    asked = next(indicator.id for indicator in find_rubric().indicators() if indicator.starter)
    store.open_vote(made.id, [asked])
    store.save_own_answer(phone, asked, Answer(level=1, story="Ask Mrs Adams."))
    store.close_vote(made.id)
    store.reveal(made.id, 1)
    page = show("guides", round=one, guide="before-you-print", sheet=begun(one, "before-you-print"), step="2")
    (link,) = [text.value for text in page.markdown if "Mrs Adams" in text.value]
    assert "(share?" in link
    assert "'voice'" not in link
