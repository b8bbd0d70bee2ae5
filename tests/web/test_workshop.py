from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from streamlit.runtime.scriptrunner import RerunData, RerunException
from streamlit.testing.v1 import AppTest

from placecheck.assessment import Action, Agreed, Answer, Place
from placecheck.rubric import Rubric
from placecheck.storage import Made, Store
from placecheck.storage.rehearsal import let_them_answer, rehearse
from placecheck.web.hall.here import Here
from placecheck.words import comparing, results, say
from placecheck.words import workshop_page as w

CAUTION = "the bridge is shut after dark"
"""A story that nobody may see before the reveal."""


@pytest.fixture
def asked(rubric: Rubric) -> list[str]:
    return [one.id for one in rubric.indicators() if one.starter][:3]


@pytest.fixture
def made(store: Store, rubric: Rubric) -> Made:
    """A workshop with two voices, of whom one has a phone, and nothing open yet."""
    place = store.add_place(Place(name="Ore Valley"))
    made = store.create_workshop(store.begin(place, rubric, round="starter", date=None, together=False))
    store.add_voice(store.workshop_held(made.id).assessment_id, paper=True)
    return made


@pytest.fixture
def at(store: Store, made: Made, asked: list[str]) -> Callable[[str], str]:
    """Lead the workshop to a state; the id of its round."""

    def lead(state: str) -> str:
        round_ = store.workshop_held(made.id).assessment_id
        moves: dict[str, Callable[[], object]] = {
            "before": lambda: None,
            "open": lambda: (store.open_vote(made.id, asked), answer()),
            "closed": lambda: store.close_vote(made.id),
            "revealed": lambda: store.reveal(made.id, 1),
            "again": lambda: (store.vote_again(made.id, asked[0]), store.say_answer(phone, asked[0], Answer(level=3))),
            "second": lambda: (store.close_vote(made.id), store.reveal(made.id, 2)),
            "agreed": lambda: store.save_agreed(round_, asked[0], Agreed(level=3, sure="fairly"), "test"),
            "ended": lambda: store.end_workshop(made.id),
        }
        phone = store.join(made.code).code

        def answer() -> None:
            for id_ in asked:
                store.say_answer(phone, id_, Answer(level=1, story=CAUTION))

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
    return next(one for one in page.selectbox if one.label == say(w.WHICH_THING))


def test_a_workshop_is_made_at_a_place_with_a_round_of_its_own(show, store, half):
    page = show("workshop", round=half)
    page.text_area[0].set_value("to the ridge")
    page.text_input[0].set_value("the last twelve months")
    next(one for one in page.button if one.label == say(w.MAKE)).click().run()
    (held,) = store.workshops()
    stands = store.workshop(held.id)
    assert held.assessment_id != half
    assert store.round(held.assessment_id).place_id == store.round(half).place_id
    assert (stands.boundary, stands.period) == ("to the ridge", "the last twelve months")
    assert "the last twelve months" in store.setting(held.assessment_id).boundary


def test_a_new_place_needs_a_name_before_a_workshop_is_made(show, store):
    page = show("workshop")
    next(one for one in page.button if one.label == say(w.MAKE)).click().run()
    assert [one.value for one in page.error] == [say(w.NAME_MISSING)]
    assert store.places() == ()


@pytest.mark.parametrize(
    ("state", "offered"),
    [
        ("before", w.OPEN_ROUND),
        ("open", w.CLOSE_ROUND),
        ("closed", w.REVEAL),
        ("revealed", w.VOTE_AGAIN),
        ("again", w.CLOSE_ROUND),
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


@pytest.mark.parametrize("state", ["before", "closed", "agreed", "ended"])
def test_every_part_is_shown_at_every_moment(show, at, made, state):
    round_ = at(state)
    for part in w.PARTS:
        assert not show("workshop", workshop=made.id, round=round_, part=part).exception


@pytest.mark.parametrize("state", ["before", "open", "closed", "revealed", "again", "second", "agreed", "ended"])
def test_the_big_screen_shows_every_moment(show, at, made, state):
    page = show("workshop", workshop=made.id, round=at(state), screen="now")
    assert not page.exception
    assert page.title


@pytest.mark.parametrize("screen", ["code", "passage", "read-back"])
def test_the_big_screen_shows_something_else_for_a_while(show, at, made, store, screen):
    round_ = at("agreed")
    store.show_on_screen(made.id, screen)
    page = show("workshop", workshop=made.id, round=round_, screen="now")
    assert not page.exception
    page.button(key="key-N").click().run()
    assert store.workshop(made.id).screen == "now"


def test_the_facilitators_page_says_what_the_big_screen_shows(show, at, made, store, asked):
    page = show("workshop", workshop=made.id, round=at("revealed"), part="talk")
    thing(page).set_value(asked[2]).run()
    assert store.workshop(made.id).talk_of == asked[2]
    page.button_group(key=f"showing-{made.id}-now").set_value("code").run()
    assert store.workshop(made.id).screen == "code"
    assert say(w.JOIN) in text(show("workshop", workshop=made.id, screen="now"))


def test_a_scribe_turns_to_another_thing_and_the_big_screen_stays(show, at, made, store, asked):
    page = show("workshop", workshop=made.id, round=at("revealed"), part="talk", indicator=asked[0])
    store.talk_of(made.id, asked[0])
    page.toggle(key=f"leads-{made.id}").set_value(False).run()
    thing(page).set_value(asked[2]).run()
    assert store.workshop(made.id).talk_of == asked[0]
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
    assert not page.get("plotly_chart")


SHOW_ANSWERS = ("results", "closer", "share", "edition", "answer", "history", "then_now", "voices")


@pytest.mark.parametrize(
    ("page", "state"), [*((page, "closed") for page in SHOW_ANSWERS), ("results", "before"), ("results", "open")]
)
def test_a_page_of_answers_stays_shut_until_they_are_shown(show, at, asked, page, state):
    shown = show(page, round=at(state), indicator=asked[0])
    assert not shown.exception
    assert say(w.SHUT) in text(shown)
    assert CAUTION not in text(shown)
    assert not shown.get("plotly_chart")
    assert not shown.get("download_button")


@pytest.mark.parametrize("page", ["results", "closer", "history"])
def test_a_page_of_answers_opens_with_the_reveal(show, at, asked, page):
    shown = show(page, round=at("revealed"), indicator=asked[0])
    assert not shown.exception
    assert say(w.SHUT) not in text(shown)


def test_one_thing_held_back_keeps_the_pages_of_answers_shut(show, at, made, store, asked):
    round_ = at("revealed")
    store.hold_back(made.id, asked[1])
    assert say(w.SHUT) in text(show("results", round=round_))
    store.let_go(made.id, asked[1])
    assert say(w.SHUT) not in text(show("results", round=round_))


def test_a_round_that_is_hidden_does_not_stand_beside_others(show, at):
    shown = show("compare", beside=f"{at('closed')},example-marsh-lane,example-kingfisher-meadows")
    assert say(w.SHUT) in text(shown)
    assert say(comparing.CHOOSE_TWO) not in text(shown)
    assert not any("Ore Valley" in one.value for one in shown.markdown if "workshop" not in one.value)


def test_no_file_of_a_hidden_round_leaves_by_the_page_of_another(show, at, store, rubric):
    round_ = at("closed")
    other = store.begin(store.round(round_).place_id, rubric, round="starter", date=None, together=True)
    assert len(show("history", round=other).get("download_button")) == 1


def test_files_are_not_made_of_a_hidden_round(at):
    from placecheck.web import desk, files
    from placecheck.workshop import NotNowError

    one = desk.opened(at("closed"))
    with pytest.raises(NotNowError):
        files.content_of(one, ".yaml")
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
    assert len(page.get("plotly_chart")) == 2
    assert all(
        any(one.value.startswith(f"**{say(name)}**") for one in page.markdown) for name in (w.FIRST_VOTE, w.SECOND_VOTE)
    )


def test_the_scribes_words_are_kept_as_they_are_typed(show, at, made, store, asked):
    page = show("workshop", workshop=made.id, round=at("revealed"), part="talk", indicator=asked[0])
    next(one for one in page.text_area if one.label == say(w.NOTES)).set_value("few after six").run()
    assert store.workshop(made.id).notes == {asked[0]: "few after six"}


def test_the_talk_goes_by_spread_or_by_dont_know(show, at, made, store):
    page = show("workshop", workshop=made.id, round=at("revealed"), part="talk")
    page.button_group(key=f"talk-by-{made.id}").set_value("dont_know").run()
    assert store.workshop(made.id).talk_by == "dont_know"


def test_the_read_back_is_confirmed_for_just_these_words(show, at, made, store):
    round_ = at("agreed")
    page = show("workshop", workshop=made.id, round=round_, part="read-back")
    page.checkbox(key=f"names-nobody-{made.id}").check().run()
    assert store.workshop(made.id).read_back
    store.add_action(round_, Action(what="Ask Mrs Hughes for the key"), "test")
    page = show("workshop", workshop=made.id, round=round_, part="read-back")
    assert not page.checkbox(key=f"names-nobody-{made.id}").value
    assert say(w.CHANGED_SINCE) in text(page)
    assert any("Mrs Hughes" in one.value for one in page.warning)


def test_files_are_offered_once_nothing_is_hidden(show, at, made, store, asked):
    round_ = at("revealed")
    store.hold_back(made.id, asked[0])
    page = show("workshop", workshop=made.id, round=round_, part="leave")
    assert not page.get("download_button")
    page.button(key=f"let-go-{made.id}").click().run()
    assert len(page.get("download_button")) == 2


def test_a_workshop_ends_after_a_second_yes_and_late_paper_still_counts(show, at, made, store, asked):
    round_ = at("revealed")
    page = show("workshop", workshop=made.id, round=round_, part="leave")
    page.button(key=f"end-{made.id}").click().run()
    assert store.workshop(made.id).ended
    assert say(w.PAPER_COUNTS) in text(page)
    store.save_answer(round_, "v1", asked[0], Answer(level=4), "late paper")
    assert sum(answer is not None for answer in store.room(made.id).first[asked[0]]) == 2


def test_a_rehearsal_answers_by_itself_and_leaves_nothing(show, store, rubric):
    place = store.add_place(Place(name="Ore Valley"))
    made = rehearse(store, place, rubric, voices=3)
    page = show("workshop", workshop=made.id, round=store.workshop_held(made.id).assessment_id)
    page.button(key=f"open-{made.id}").click().run()
    assert set(store.progress(made.id).answered.values()) == {3}
    store.close_vote(made.id)
    store.reveal(made.id, 1)
    page = show("workshop", workshop=made.id, screen="now")
    page.button(key="key-V").click().run()
    assert set(store.progress(made.id).answered.values()) == {3}
    assert let_them_answer(store, made.id) == 3


def test_keys_lead_from_thing_to_thing_and_to_the_passage_behind(show, at, made):
    page = show("workshop", workshop=made.id, round=at("revealed"), screen="now")
    first = page.title[0].value
    page.button(key="key-Right").click().run()
    assert page.title[0].value != first
    page.button(key="key-P").click().run()
    assert say(results.SUPPORTS_TITLE) in text(page)
    assert not page.get("plotly_chart")


def test_a_workshop_that_is_gone_is_said_to_be_gone(show):
    assert say(w.NOT_THERE) in text(show("workshop", workshop="gone"))


def test_what_a_browser_sends_again_is_no_choice():
    chosen = []
    for given in ("now", "code", "now"):
        here = SimpleNamespace(session=SimpleNamespace(given=lambda _, given=given: given), do=lambda act: act())
        Here.choice(here, "screen", "now", chosen.append)()
    assert chosen == ["code"]


def test_a_choice_that_the_next_click_breaks_off_is_made_all_the_same():
    next_click, reads, chosen = RerunException(RerunData()), iter([False, True]), []

    def read(_key: str) -> str:
        if next(reads):
            return "code"
        raise next_click

    here = SimpleNamespace(session=SimpleNamespace(given=read), do=lambda act: act())
    with pytest.raises(RerunException) as raised:
        Here.choice(here, "screen", "now", chosen.append)()
    assert raised.value is next_click
    assert chosen == ["code"]
