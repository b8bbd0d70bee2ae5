from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Callable
from types import SimpleNamespace

import pikepdf
import pytest
from streamlit.testing.v1 import AppTest

from placecheck.assessment import Action, Agreed, Answer, Place
from placecheck.cli.exportable import exportable_assessment
from placecheck.errors import InputError
from placecheck.exchange import plan_import
from placecheck.publishing import find_texts, published
from placecheck.report.published import published_html
from placecheck.report.read_back import read_back_pdf
from placecheck.report.summary import summary_html
from placecheck.rubric import Rubric
from placecheck.storage import NewWorkshop, Store
from placecheck.storage.rehearsal import end_rehearsal, let_them_answer, rehearse
from placecheck.storage.values import CORRECTION
from placecheck.views.workshop.read_back import read_back_text, read_back_view
from placecheck.web.components import form_downloads
from placecheck.web.data import assessments, uploads
from placecheck.web.markdown import escape
from placecheck.web.workshop.context import WorkshopContext
from placecheck.words import (
    answering,
    big_screen,
    comparing,
    deciding,
    joining,
    matter_votes,
    on_paper,
    results,
    say,
    say_n,
)
from placecheck.words import workshop_page as w

CAUTION = "the bridge is shut after dark"
"""A story that nobody may see before the reveal."""


@pytest.fixture
def made(store: Store, rubric: Rubric) -> NewWorkshop:
    """A workshop with two voices, of whom one has a phone, and nothing open yet."""
    place = store.add_place(Place(name="Ore Valley"))
    made = store.create_workshop(
        store.begin_assessment(place, rubric, question_set="starter", date=None, together=False)
    )
    store.add_voice(store.workshop_summary(made.id).assessment_id, paper=True)
    return made


@pytest.fixture
def at(store: Store, made: NewWorkshop, asked: list[str]) -> Callable[[str], str]:
    """Lead the workshop to a state; the id of its round."""

    def lead(state: str) -> str:
        round_ = store.workshop_summary(made.id).assessment_id
        moves: dict[str, Callable[[], object]] = {
            "before": lambda: None,
            "open": lambda: (store.open_vote(made.id, asked), answer()),
            "closed": lambda: store.close_vote(made.id),
            "revealed": lambda: store.reveal(made.id, 1),
            "again": lambda: (
                store.vote_again(made.id, asked[0]),
                store.save_own_answer(phone, asked[0], Answer(level=3)),
            ),
            "second": lambda: (store.close_vote(made.id), store.reveal(made.id, 2)),
            "agreed": lambda: store.save_agreed(round_, asked[0], Agreed(level=3, sure="fairly"), "test"),
            "ended": lambda: store.end_workshop(made.id),
        }
        phone = store.join(made.code).code

        def answer() -> None:
            for id_ in asked:
                store.save_own_answer(phone, id_, Answer(level=1, story=CAUTION))

        for name, move in moves.items():
            move()
            if name == state:
                return round_
        raise AssertionError(state)

    return lead


def text(page: AppTest) -> str:
    """Every word on the page."""
    kinds = (page.title, page.header, page.subheader, page.markdown, page.info, page.warning, page.error)
    return "\n".join(one.value for kind in kinds for one in kind)


def labels(page: AppTest) -> set[str]:
    return {one.label for one in page.button}


def thing(page: AppTest):
    """The field that says what is talked about."""
    return next(one for one in page.selectbox if one.label == say(w.WHICH_QUESTION))


def test_a_workshop_is_made_at_a_place_with_a_round_of_its_own(show, store, half):
    page = show("workshop", round=half)
    page.text_area[0].set_value("to the ridge")
    page.text_input[0].set_value("the last twelve months")
    next(one for one in page.button if one.label == say(w.MAKE)).click().run()
    (held,) = store.workshops()
    stands = store.workshop(held.id)
    assert held.assessment_id != half
    assert store.assessment_summary(held.assessment_id).place_id == store.assessment_summary(half).place_id
    assert (stands.boundary, stands.period) == ("to the ridge", "the last twelve months")
    assert "the last twelve months" in store.setting(held.assessment_id).boundary


def test_a_workshop_is_made_at_the_very_place_that_was_chosen_of_two_of_one_name(show, store):
    for place in [store.add_place(Place(name="Ore Valley")) for _ in range(2)]:
        page = show("workshop")
        (which,) = (box for box in page.selectbox if box.label == say(w.WHICH_PLACE))
        assert len(set(which.options)) == len(which.options) == 3
        which.set_value(place).run()
        (which,) = (box for box in page.selectbox if box.label == say(w.WHICH_PLACE))
        assert which.value == place


def test_a_new_place_needs_a_name_before_a_workshop_is_made(show, store):
    page = show("workshop")
    next(one for one in page.button if one.label == say(w.MAKE)).click().run()
    assert [one.value for one in page.error] == [say(w.NAME_MISSING)]
    assert store.places() == ()


@pytest.mark.parametrize(
    ("state", "offered"),
    [
        ("before", w.OPEN_QUESTION_ROUND),
        ("open", w.CLOSE_QUESTION_ROUND),
        ("closed", w.REVEAL),
        ("revealed", w.VOTE_AGAIN),
        ("again", w.CLOSE_QUESTION_ROUND),
        ("second", w.VOTE_AGAIN),
        ("agreed", w.VOTE_AGAIN),
    ],
)
def test_the_facilitator_is_offered_what_comes_next(show, at, made, state, offered):
    page = show("workshop", workshop=made.id, round=at(state))
    assert not page.exception
    assert say(offered) in labels(page)


def test_which_place_and_which_months_are_meant_is_kept_and_told(show, at, made, store):
    at("before")
    page = show("workshop", workshop=made.id)
    next(one for one in page.text_area if one.label == say(w.BOUNDARY)).set_value("From the mill to the bridge ")
    next(one for one in page.text_input if one.label == say(w.PERIOD)).set_value("this year")
    next(one for one in page.button if one.label == say(w.KEEP_PLACE)).click().run()
    stands = store.workshop(made.id)
    assert (stands.boundary, stands.period) == ("From the mill to the bridge", "this year")
    assert page.session_state["told"] == say(w.PLACE_KEPT)


WORDS_OF_A_PART = {
    "rounds": w.PAPER_COUNTS,
    "talk": deciding.AGREE_INTRO,
    "steps": deciding.NEXT_INTRO,
    "read-back": w.LOOKED_AT,
    "leave": w.NOT_READ_YET,
    "deciding": matter_votes.INTRO,
}
"""What only this part of the facilitator's page says."""
ELSEWHERE = {
    "talk": {"before": w.NOTHING_SHOWN, "closed": w.NOTHING_SHOWN},
    "leave": {"before": w.NOT_ASKED_SO_NO_FILE, "closed": w.NOT_SHOWN_SO_NO_FILE, "ended": w.ONCE_MORE},
}
"""What a part says at moments when it has something else to say."""


@pytest.mark.parametrize("state", ["before", "closed", "agreed", "ended"])
def test_every_part_says_what_it_is_for_at_every_moment(show, at, made, state):
    round_ = at(state)
    for part in w.PARTS:
        shown = text(show("workshop", workshop=made.id, round=round_, part=part))
        words = WORDS_OF_A_PART | {part: ELSEWHERE.get(part, {}).get(state, WORDS_OF_A_PART[part])}
        assert {other for other, line in words.items() if say(line) in shown} - {"rounds"} == {part} - {"rounds"}
        assert (say(w.PAPER_COUNTS) in shown) == (part == "rounds" or (part, state) == ("leave", "ended"))


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("before", joining.NO_NAME),
        ("open", w.ANSWER_NOW),
        ("closed", w.WAIT_BIG),
        ("revealed", "There is most room to grow on three questions"),
        ("again", "Second vote: Places to meet"),
        ("second", "1 of 1 voted"),
        ("agreed", "What we agreed: Usually, fairly sure."),
        ("ended", "“Places to meet” is strong"),
    ],
)
def test_the_big_screen_shows_every_moment(show, at, made, state, words):
    page = show("workshop", workshop=made.id, round=at(state), screen="now")
    assert not page.exception
    assert escape(say(words)) in text(page)


@pytest.mark.parametrize("screen", ["code", "passage", "stories", "agreed", "steps", "read-back", "welcome"])
def test_the_big_screen_shows_something_else_for_a_while(show, at, made, store, screen):
    round_ = at("agreed")
    store.show_on_screen(made.id, screen)
    page = show("workshop", workshop=made.id, round=round_, screen="now")
    assert not page.exception
    page.button(key="key-N").click().run()
    assert store.workshop(made.id).scene == "now"


def test_the_facilitators_page_says_what_the_big_screen_shows(show, at, made, store, asked):
    page = show("workshop", workshop=made.id, round=at("revealed"), part="talk")
    thing(page).set_value(asked[2]).run()
    assert store.workshop(made.id).discussion_topic == asked[2]
    page.button_group(key=f"showing-{made.id}-now").set_value("code").run()
    assert store.workshop(made.id).scene == "code"
    assert say(w.JOIN) in text(show("workshop", workshop=made.id, screen="now"))


def test_the_picture_of_the_code_comes_with_its_page(show, at, made, store):
    store.show_on_screen(made.id, "code")
    page = show("workshop", workshop=made.id, round=at("before"), screen="now")
    assert [picture.value[0].partition(";")[0] for picture in page.image] == ["data:image/svg+xml"]


def test_a_scribe_turns_to_another_thing_and_the_big_screen_stays(show, at, made, store, asked):
    page = show("workshop", workshop=made.id, round=at("revealed"), part="talk", indicator=asked[0])
    store.set_discussion_topic(made.id, asked[0])
    page.toggle(key=f"leads-{made.id}").set_value(False).run()
    thing(page).set_value(asked[2]).run()
    assert store.workshop(made.id).discussion_topic == asked[0]
    page.button(key=f"go-there-{made.id}").click().run()
    assert thing(page).value == asked[0]


@pytest.mark.parametrize("look", [{}, {"part": "talk"}, {"screen": "now"}, {"part": "read-back"}])
@pytest.mark.parametrize("screen", ["now", "passage", "read-back"])
def test_the_workshop_shows_no_level_and_no_story_before_the_reveal(show, at, made, store, look, screen):  # noqa: PLR0917
    round_ = at("closed")
    store.show_on_screen(made.id, screen)
    page = show("workshop", workshop=made.id, round=round_, **look)
    assert CAUTION not in text(page)
    assert say(w.GAVE_LEVEL, n=1, total=2) not in text(page)
    assert not any("<tbody>" in one.body for one in page.get("html"))


@pytest.mark.parametrize("state", ["before", "open", "closed"])
def test_results_stay_shut_until_they_are_shown(show, at, state):
    shown = show("results", round=at(state))
    assert not shown.exception
    assert say(w.ANSWERS_HIDDEN) in text(shown)
    assert CAUTION not in text(shown)
    assert not shown.get("plotly_chart")
    assert not shown.get("download_button")


@pytest.mark.parametrize("page", ["results", "closer_look", "history"])
def test_a_page_of_answers_opens_with_the_reveal(show, at, asked, page):
    shown = show(page, round=at("revealed"), indicator=asked[0])
    assert not shown.exception
    assert say(w.ANSWERS_HIDDEN) not in text(shown)


@pytest.mark.parametrize("release", ["hold_back", "withdraw"])
def test_pages_work_without_what_is_held_back_and_say_so(*, show, at, made, store, rubric, asked, release, blocks_of):
    round_ = at("revealed")
    store.save_agreed(round_, asked[1], Agreed(level=0, because="the lock on the gate"), "test")
    store.hold_back(made.id, asked[1])
    if release == "withdraw":
        store.withdraw(made.id, asked[1])
    page = show("results", round=round_)
    assert say(w.ANSWERS_HIDDEN) not in text(page)
    assert "one question was held back" in text(page)
    assert rubric.by_id[asked[1]].name not in text(page) + str(blocks_of(page))
    opened = assessments.open_assessment(round_)
    content = uploads.downloadable_content(opened, ".yaml")
    assert all(hidden not in content.decode() for hidden in (asked[1], "the lock on the gate"))
    assert "held_back: 1" in content.decode()
    printed = summary_html(opened.rubric, opened.catalogue, opened.assessment)
    assert "the lock on the gate" not in printed
    assert "one question was held back" in printed
    every_tick = [waiting.tick for waiting in find_texts(opened.assessment)]
    shared = published_html(published(opened.rubric, opened.assessment, every_tick))
    assert all(hidden not in shared for hidden in ("the lock on the gate", rubric.by_id[asked[1]].name))
    assert "one question was held back" in shared
    for shown in (text(page), printed, shared):
        assert "chosen question" not in shown, "nobody chose what was held back"


def test_notes_and_second_votes_leave_with_the_file_and_the_print_without_what_is_held_back(at, made, store, asked):
    round_ = at("revealed")
    for indicator, words in (
        (asked[0], "the hall was full"),
        (asked[1], "the lock on the gate"),
        ("", "short of time"),
    ):
        store.add_note(made.id, words, indicator)
    for indicator in asked[:2]:
        number = len(store.vote_again(made.id, indicator).votes)
        assert len(assessments.open_assessment(round_).assessment.second_votes) == number - 2, "not shown yet"
        store.save_made_up_answers(made.id, lambda *_: Answer(level=3), "test")
        store.close_vote(made.id)
        store.reveal(made.id, number)
    store.hold_back(made.id, asked[1])
    opened = assessments.open_assessment(round_)
    assert [(note.indicator, note.text) for note in opened.assessment.notes] == [
        (asked[0], "the hall was full"),
        (None, "short of time"),
    ]
    assert [vote.indicator for vote in opened.assessment.second_votes] == [asked[0]]
    again = plan_import(("again.yaml", uploads.downloadable_content(opened, ".yaml"))).assessments[0][1]
    assert again.notes == opened.assessment.notes
    assert again.second_votes == opened.assessment.second_votes
    printed = summary_html(opened.rubric, opened.catalogue, opened.assessment)
    assert "the hall was full" in printed
    assert "the lock on the gate" not in printed


def test_what_was_held_back_is_there_again_once_it_is_shown(show, at, made, store, asked):
    round_ = at("revealed")
    store.hold_back(made.id, asked[1])
    page = show("workshop", workshop=made.id, round=round_, part="rounds")
    page.button(key=f"show-{asked[1]}").click().run()
    opened = assessments.open_assessment(round_)
    assert asked[1] in opened.rubric.by_id
    assert opened.assessment.held_back == 0


def test_no_command_writes_what_is_held_back(at, made, store, asked):
    round_ = at("revealed")
    store.hold_back(made.id, asked[1])
    _, shown = exportable_assessment(store, round_)
    assert all(asked[1] not in voice.answers for voice in shown.voices)
    store.vote_again(made.id, asked[0])
    assert exportable_assessment(store, round_)[1].held_back == 1


def test_no_command_writes_what_waits_to_be_shown(at, store):
    with pytest.raises(InputError, match="hidden from everyone"):
        exportable_assessment(store, at("closed"))


def test_a_round_that_is_hidden_does_not_stand_beside_others(show, at):
    shown = show("comparison", beside=f"{at('closed')},example-marsh-lane,example-kingfisher-meadows")
    assert say(w.ANSWERS_HIDDEN) in text(shown)
    assert say(comparing.CHOOSE_TWO) not in text(shown)
    assert not any("Ore Valley" in one.value for one in shown.markdown if "workshop" not in one.value)


def test_no_file_of_a_hidden_round_leaves_by_the_page_of_another(show, at, store, rubric):
    round_ = at("closed")
    other = store.begin_assessment(
        store.assessment_summary(round_).place_id, rubric, question_set="starter", date=None, together=True
    )
    names = [one.proto.label for one in show("place", round=other).get("download_button")]
    assert sum(name.startswith(say(deciding.TAKE_COPY, when="")[:10]) for name in names) == 1


def test_files_are_not_made_of_a_hidden_round(at):
    from placecheck.web.data import assessments, uploads
    from placecheck.workshop import NotNowError

    one = assessments.open_assessment(at("closed"))
    with pytest.raises(NotNowError):
        uploads.downloadable_content(one, ".yaml")
    assert CAUTION not in repr(one.assessment)


def test_paper_is_keyed_in_while_the_answers_are_hidden_and_counts_with_the_rest(show, at, made, store, asked):
    round_ = at("open")
    store.save_answer(round_, "v1", asked[0], Answer(level=4), "keying")
    assert not show("keying", round=round_).exception
    progress = store.progress(made.id)
    assert (progress.voices, progress.paper, progress.answered[asked[0]]) == (2, 1, 2)


def test_a_click_closes_and_shows_a_round(show, at, made, store):
    page = show("workshop", workshop=made.id, round=at("open"))
    page.button(key="close-1").click().run()
    assert store.workshop(made.id).vote(1).state == "closed"
    page.button(key="reveal-1").click().run()
    assert store.workshop(made.id).vote(1).state == "revealed"
    assert not page.exception


def test_what_another_screen_did_first_is_no_fault(show, at, made, store):
    page = show("workshop", workshop=made.id, round=at("open"))
    store.close_vote(made.id)
    page.button(key="close-1").click().run()
    assert not page.exception
    assert store.workshop(made.id).vote(1).state == "closed"


def test_two_votes_stand_side_by_side(show, at, made, asked):
    page = show("workshop", workshop=made.id, round=at("second"), part="talk", indicator=asked[0])
    assert [one.body.count("<tbody>") for one in page.get("html") if "<tbody>" in one.body] == [1, 1]
    assert all(
        any(one.value.startswith(f"**{say(name)}**") for one in page.markdown) for name in (w.FIRST_VOTE, w.SECOND_VOTE)
    )


def test_the_scribes_words_are_kept_as_they_are_typed(show, at, made, store, asked):
    page = show("workshop", workshop=made.id, round=at("revealed"), part="talk", indicator=asked[0])
    field = next(one for one in page.text_area if one.label == say(w.NOTES))
    field.set_value("few after six").run()
    other = show("workshop", workshop=made.id, round=store.workshop_summary(made.id).assessment_id, part="talk")
    next(one for one in other.text_area if one.label == say(w.NOTES)).set_value("no bus either").run()
    assert store.workshop(made.id).notes_on(asked[0]) == ("few after six", "no bus either")
    assert not next(one for one in page.text_area if one.label == say(w.NOTES)).value


def test_the_talk_goes_by_spread_or_by_dont_know(show, at, made, store):
    page = show("workshop", workshop=made.id, round=at("revealed"), part="talk")
    page.button_group(key=f"talk-by-{made.id}").set_value("dont_know").run()
    assert store.workshop(made.id).discussion_order == "dont_know"


def test_the_read_back_is_confirmed_for_just_these_words(show, at, made, store):
    round_ = at("agreed")
    page = show("workshop", workshop=made.id, round=round_, part="read-back")
    page.checkbox(key=f"names-nobody-{made.id}").check().run()
    assert store.workshop(made.id).read_back_fingerprint
    store.add_action(round_, Action(what="Ask Mrs Hughes for the key"), "test")
    page = show("workshop", workshop=made.id, round=round_, part="read-back")
    assert not page.checkbox(key=f"names-nobody-{made.id}").value
    assert say(w.CHANGED_SINCE) in text(page)
    assert any("Mrs Hughes" in one.value for one in page.warning)


def test_files_are_offered_while_something_is_held_back_and_it_is_said(show, at, made, store, asked):
    round_ = at("revealed")
    store.hold_back(made.id, asked[0])
    page = show("workshop", workshop=made.id, round=round_, part="leave")
    assert len(page.get("download_button")) == 2
    assert say_n(w.WITHOUT_HELD, 1) in text(page)


def test_a_workshop_ends_after_a_second_yes_and_late_paper_still_counts(show, at, made, store, asked):
    round_ = at("revealed")
    page = show("workshop", workshop=made.id, round=round_, part="leave")
    page.button(key=f"end-{made.id}").click().run()
    assert store.workshop(made.id).ended
    assert say(w.PAPER_COUNTS) in text(page)
    store.save_answer(round_, "v1", asked[0], Answer(level=4), "late paper")
    assert sum(answer is not None for answer in store.revealed_answers(made.id).answers[asked[0]]) == 2


def test_a_rehearsal_answers_by_itself_and_leaves_nothing(show, store, rubric):
    place = store.add_place(Place(name="Ore Valley"))
    made = rehearse(store, place, rubric, voices=3)
    page = show("workshop", workshop=made.id, round=store.workshop_summary(made.id).assessment_id)
    page.button(key=f"open-{made.id}").click().run()
    assert set(store.progress(made.id).answered.values()) == {3}
    store.close_vote(made.id)
    store.reveal(made.id, 1)
    page = show("workshop", workshop=made.id, screen="now")
    page.button(key="key-Right").click().run()
    page.button(key="key-V").click().run()
    assert set(store.progress(made.id).answered.values()) == {3}
    assert let_them_answer(store, made.id) == 3


def test_a_rehearsal_ends_at_any_moment_and_leaves_nothing_place_included(show, store, rubric):
    place = store.add_place(Place(name="Ore Valley"))
    made = rehearse(store, place, rubric, voices=3)
    page = show("workshop", workshop=made.id, round=store.workshop_summary(made.id).assessment_id)
    page.button(key=f"open-{made.id}").click().run()
    assert store.workshop(made.id).open_vote
    page = show("workshop", workshop=made.id, part="leave")
    page.button(key=f"end-rehearsal-{made.id}").click().run()
    assert [kept.id for kept in store.places()] == [place]
    assert store.workshops() == ()


def test_a_name_on_the_big_screen_keeps_apart_from_its_count_whichever_way_it_is_read(show, at, made):
    page = show("workshop", workshop=made.id, round=at("revealed"), screen="now")
    page.button(key="key-Right").click().run()
    assert re.fullmatch("\u2068.+\u2069 :small\\[1 of [0-9]+\\]", page.title[0].value)


def test_keys_lead_from_the_whole_picture_to_each_thing_and_to_the_passage_behind(show, at, made, store):
    page = show("workshop", workshop=made.id, round=at("revealed"), screen="now")
    assert (list(page.title), store.workshop(made.id).scene) == ([], "overview")
    page.button(key="key-Right").click().run()
    first = page.title[0].value
    page.button(key="key-Right").click().run()
    assert page.title[0].value != first
    page.button(key="key-P").click().run()
    assert say(results.SUPPORTS_TITLE) in text(page)
    assert not page.get("plotly_chart")


def test_the_list_of_keys_has_every_key_and_shuts_when_one_is_pressed(show, at, made, store):
    page = show("workshop", workshop=made.id, round=at("revealed"), screen="now", keys="now")
    listed = {button.key for button in page.button}
    assert {"key-Right", "key-P", "key-W", "key-A", "key-F", "key-B", "key-J", "key-5", "key-L", "key-K"} <= listed
    page.button(key="key-A").click().run()
    assert store.workshop(made.id).scene == "agreed"
    assert say(big_screen.NOTHING_AGREED) in text(page)


def test_next_steps_are_on_the_wall_while_they_are_written(show, at, made, store):
    round_ = at("revealed")
    store.save_draft(round_, "step", {"what": "Open the hall on Sundays"})
    store.show_on_screen(made.id, "steps")
    assert "Open the hall on Sundays" in text(show("workshop", workshop=made.id, round=round_, screen="now"))


def test_a_story_is_read_and_ticked_at_the_laptop_and_then_large_on_the_wall(show, at, made, store, asked):
    at("before")
    phones = [store.join(made.code).code for _ in range(10)]
    store.open_vote(made.id, asked)
    for phone in phones:
        store.save_own_answer(phone, asked[0], Answer(level=1, story=CAUTION))
    store.close_vote(made.id)
    store.reveal(made.id, 1)
    store.show_on_screen(made.id, "stories")
    round_ = store.workshop_summary(made.id).assessment_id
    assert CAUTION not in text(show("workshop", workshop=made.id, round=round_, screen="now"))
    page = show("workshop", workshop=made.id, round=round_, part="talk", indicator=asked[0])
    next(box for box in page.checkbox if box.label == CAUTION).check().run()
    next(button for button in page.button if button.label == say(big_screen.SHOW_LARGE)).click().run()
    store.set_discussion_topic(made.id, asked[0])
    store.show_on_screen(made.id, "stories")
    assert say(big_screen.QUOTED, story=CAUTION) in text(show("workshop", workshop=made.id, round=round_, screen="now"))


def test_a_crowd_that_is_not_in_the_room_is_taken_out(show, at, made, store):
    at("open")
    page = show("workshop", workshop=made.id)
    for _ in range(4):
        store.join(made.code)
    page.button(key=f"take-out-late-now-{made.id}").click().run()
    assert store.progress(made.id).voices == 1, "who is on paper stays"


def test_a_workshop_that_is_gone_is_said_to_be_gone(show):
    assert say(w.NOT_THERE) in text(show("workshop", workshop="gone"))


def test_what_a_browser_sends_again_is_no_choice():
    chosen = []
    for given in ("now", "code", "now"):
        here = SimpleNamespace(
            session=SimpleNamespace(widget_value=lambda _, given=given: given), run=lambda command: command()
        )
        WorkshopContext.on_choice(here, "screen", "now", chosen.append)()
    assert chosen == ["code"]


def test_a_rehearsal_of_a_place_that_is_not_here_leaves_no_place_behind(show, store):
    page = show("workshop")
    next(one for one in page.button if one.label == say(w.REHEARSE)).click().run()
    assert not page.error
    (held,) = store.workshops()
    assert (held.is_rehearsal, len(store.places())) == (True, 1)
    end_rehearsal(store, held.id)
    assert store.places() == ()


def test_the_hall_never_sees_the_form_that_makes_a_workshop(show):
    page = show("workshop", workshop="gone", screen="now")
    assert not page.button
    assert page.title[0].value == say(w.NOT_THERE)


def test_the_key_that_begins_a_second_vote_cancels_it(show, at, made, store):
    page = show("workshop", workshop=made.id, round=at("revealed"), screen="now")
    page.button(key="key-Right").click().run()
    page.button(key="key-V").click().run()
    assert store.workshop(made.id).open_vote.is_second
    page.button(key="key-V").click().run()
    stands = store.workshop(made.id)
    assert (stands.open_vote, len(stands.votes)) == (None, 2)
    assert not page.exception
    assert say(w.SECOND_VOTE) not in text(page)
    page = show("workshop", workshop=made.id, part="rounds")
    assert not page.exception
    assert say(w.SECOND_VOTE) not in text(page)


def test_a_second_vote_is_closed_and_shown_by_keys(show, at, made, store):
    page = show("workshop", workshop=made.id, round=at("revealed"), screen="now")
    for key in ("Right", "V", "X", "S"):
        page.button(key=f"key-{key}").click().run()
    assert [vote.state for vote in store.workshop(made.id).votes] == ["revealed", "revealed"]


def test_the_big_screen_is_left_after_a_second_yes(show, at, made):
    page = show("workshop", workshop=made.id, round=at("revealed"), screen="now")
    page.button(key="key-L").click().run()
    assert say(w.LEAVE_ASK) in text(page)
    page.button(key="key-Escape").click().run()
    assert say(w.LEAVE_ASK) not in text(page)
    page.button(key="key-L").click().run()
    page.button(key="key-Y").click().run()
    assert say(w.SHOW_SCREEN) in labels(page)


def test_history_does_not_list_who_said_what_and_when(show, at, store, asked):
    round_ = at("ended")
    (voice,) = {change.voice for change in store.history(round_, indicator=asked[0]) if change.kind == "answer"}
    page = show("history", round=round_)
    assert CAUTION not in text(page)
    assert f" {voice}" not in text(page)
    assert say(deciding.HISTORY_NOT_WHO) in text(page)
    store.save_answer(round_, voice, asked[0], Answer(level=3), CORRECTION)
    page = show("history", round=round_)
    assert say(deciding.A_CORRECTION) in text(page)
    assert f" {voice}" not in text(page)


def test_the_answer_page_does_not_say_from_where_a_person_with_a_phone_speaks_where_few_do(show, at, store, made):
    round_ = at("open")
    joined = store.join(made.code, "councillor")
    store.save_own_answer(joined.code, store.workshop(made.id).open_vote.asks[0], Answer(level=0))
    store.close_vote(made.id)
    store.reveal(made.id, 1)
    page = show("answer", round=round_, voice=joined.voice_id)
    turn = next(box for box in page.selectbox if box.label == say(answering.WHOSE_TURN))
    assert len(turn.options) >= 2
    assert not any("ouncillor" in option for option in turn.options)
    assert say(answering.PERSPECTIVE) not in [box.label for box in page.selectbox]


def test_the_answer_page_changes_nothing_a_person_said_once_the_workshop_ended(show, at, store):
    round_ = at("ended")
    page = show("answer", round=round_)
    assert say(answering.CLOSED_ANSWERS) in text(page)
    assert say(answering.CORRECT_WHAT) in text(page)
    voice, level = next(iter(store.assessment(round_).voices)), say(answering.LEVEL)
    corrected = next(field for field in page.selectbox if field.label == say(answering.CORRECT_WHICH)).value
    next(field for field in page.radio if field.label == level).set_value("4")
    next(button for button in page.button if button.label == say(answering.CORRECT_KEEP)).click().run()
    assert not page.exception
    after = store.assessment(round_).voices[0].answers
    assert after.pop(corrected).level == 4
    assert after == {id_: answer for id_, answer in voice.answers.items() if id_ != corrected}
    assert store.history(round_, most=1)[0].by == CORRECTION


def test_what_was_agreed_in_words_alone_is_a_draft_that_is_there_again(show, at, made, store, asked):
    round_ = at("revealed")
    page = show("workshop", workshop=made.id, round=round_, part="talk", indicator=asked[0])

    def why():
        return next(one for one in page.text_area if one.label == say(deciding.BECAUSE))

    def keep() -> None:
        next(one for one in page.button if one.label == say(deciding.KEEP_AGREED)).click().run()

    why().set_value("the street party").run()
    keep()
    assert [one.value for one in page.error] == [say(deciding.OUTCOME_MISSING)]
    assert why().value == "the street party"
    thing(page).set_value(asked[1]).run()
    assert not why().value
    thing(page).set_value(asked[0]).run()
    assert why().value == "the street party"
    next(one for one in page.radio if one.label == say(deciding.OUTCOME)).set_value("2").run()
    keep()
    assert not page.error
    assert store.assessment(round_).agreed == {asked[0]: Agreed(level=2, because="the street party")}


def test_the_page_that_is_read_back_is_taken_away_with_the_notes(show, at, made, store, asked):
    round_ = at("agreed")
    store.add_note(made.id, "few after six", asked[0])
    page = show("workshop", workshop=made.id, round=round_, part="read-back")
    assert not page.exception
    assert len(page.get("download_button")) == 2, "to print, and as plain text"
    here = assessments.open_assessment(round_)
    view = read_back_view(here.rubric, here.assessment, here.result, store.workshop(made.id))
    assert "few after six" in read_back_text("Ore Valley", view)
    assert CAUTION not in read_back_text("Ore Valley", view) + text(page), "the page holds no story, as it says"


def test_the_sheets_of_a_workshop_can_hold_the_questions_of_one_round(
    *, show, made, store, rubric, asked, monkeypatch, tmp_path
):
    files: dict[str, Callable[[], bytes]] = {}
    monkeypatch.setattr(form_downloads, "download", lambda label, make, *_, **__: files.update({label: make}))
    statements = [rubric.by_id[id_].statement for id_ in asked]

    def printed() -> set[str]:
        """The questions on the sheet that the page offers."""
        (tmp_path / "sheet.pdf").write_bytes(files[say(on_paper.PAPER_FORM)]())
        words = subprocess.run(["pdftotext", tmp_path / "sheet.pdf", "-"], capture_output=True, check=True, text=True)
        printed_words = " ".join(words.stdout.split())
        return {statement for statement in statements if statement in printed_words}

    store.open_vote(made.id, asked[:2])
    page = show("on_paper", round=store.workshop_summary(made.id).assessment_id)
    assert printed() == set(statements)
    (choice,) = [radio for radio in page.radio if escape("Question round 1 (2)") in radio.options]
    choice.set_value(1).run()
    assert printed() == set(statements[:2])


def test_the_big_screen_begins_with_the_welcome_and_goes_on_by_itself(show, at, made, store):
    page = show("workshop", workshop=made.id, round=at("before"), screen="now")
    assert page.title[0].value.startswith("Look at Ore Valley")
    assert escape(say(joining.NO_NAME)) in text(page)
    assert going(page), "without it the screen would stay here"
    store.show_on_screen(made.id, "code")
    assert show("workshop", workshop=made.id, screen="now").title[0].value == say(w.JOIN)


def going(page: AppTest) -> bool:
    """Whether the page asks by itself whether the workshop went on."""
    return any(element.proto.component_name.endswith("workshop_progress") for element in page.get("bidi_component"))


def test_the_read_back_page_prints_as_one_page_with_notes_second_votes_and_what_was_held_back(
    *, show, at, made, store, asked, tmp_path
):
    id_ = at("second")
    store.add_note(made.id, "Some asked for a bench.", asked[1])
    store.hold_back(made.id, asked[2])
    page = show("workshop", workshop=made.id, round=id_, part="read-back")
    assert not page.exception
    assert say(w.TAKE_READ_BACK) in {button.label for button in page.get("download_button")}
    opened = assessments.open_assessment(id_)
    view = read_back_view(opened.rubric, opened.assessment, opened.result, store.workshop(made.id))
    pdf = read_back_pdf("Ore Valley", view)
    assert pdf == read_back_pdf("Ore Valley", view)
    with pikepdf.open(io.BytesIO(pdf)) as made_pdf:
        assert len(made_pdf.pages) == 1
    (tmp_path / "page.pdf").write_bytes(pdf)
    told = subprocess.run(["pdftotext", tmp_path / "page.pdf", "-"], capture_output=True, check=True).stdout.decode()
    words = " ".join(told.split())
    for said in ("Some asked for a bench.", "In a second vote 1 of 1 voted", "One question was held back."):
        assert said in words, words
    assert opened.rubric.by_id.get(asked[2]) is None
    assert store.rubric_of(id_).by_id[asked[2]].name not in words


@pytest.mark.parametrize(
    ("number", "choice", "stays"),
    [
        (number, choice, stays)
        for number in (0, 1)
        for choice, stays in ((deciding.MINE_COUNTS, "the second"), (deciding.TAKE_THEIRS, "first"))
    ],
)
def test_whoever_agrees_the_place_or_the_months_second_is_told(show, store, made, number, choice, stays):  # noqa: PLR0917
    label = say((w.BOUNDARY, w.PERIOD)[number])

    def field(page):
        return next(each for each in (*page.text_area, *page.text_input) if each.label == label)

    def press(page, label):
        next(button for button in page.button if button.label == say(label)).click().run()

    def stored():
        workshop = store.workshop(made.id)
        return (workshop.boundary, workshop.period)[number]

    one, two = show("workshop", workshop=made.id), show("workshop", workshop=made.id)
    for page, words in ((one, "first"), (two, "the second")):
        field(page).set_value(words)
        press(page, w.KEEP_PLACE)
    assert stored() == "first", "the second waits for a choice"
    assert "first" in text(two)
    press(two, choice)
    assert (stored(), field(two).value) == (stays, stays)
    assert stays in (store.setting(store.workshop_summary(made.id).assessment_id).boundary or "")
