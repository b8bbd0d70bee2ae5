"""What a room is shown of who should decide what, whatever the facilitator does and in whatever order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from placecheck.workshop import NotNowError, Workshop
from placecheck.workshop.events import event_adapter
from placecheck.workshop.facilitator_commands import close_vote, open_vote
from placecheck.workshop.matter_commands import (
    ask_matters,
    close_matters,
    hold_back_matter,
    release_matter,
    reopen_matters,
    reveal_matters,
    show_matter,
    withdraw_matter,
)
from placecheck.workshop.model import AskedMatter, NamedLevel
from placecheck.workshop.replay import apply_event
from placecheck.workshop.visibility import shown_matters

LEVELS = (NamedLevel(id="street", name="Street"), NamedLevel(id="town", name="Town"))
MATTERS = st.sampled_from(["parks", "buses", "benefits"])
COMMANDS = st.lists(
    st.one_of(
        st.tuples(st.just("ask"), MATTERS),
        st.tuples(st.sampled_from(["close", "open question", "close question"]), st.none()),
        st.tuples(st.sampled_from(["reopen", "reveal"]), st.integers(0, 4)),
        st.tuples(st.sampled_from(["hold", "release", "withdraw", "show"]), MATTERS),
    ),
    max_size=20,
)
DO = {
    "ask": lambda workshop, id_: ask_matters(workshop, [AskedMatter(id=id_, name=id_)], LEVELS, ["Who is few?"]),
    "close": lambda workshop, _: close_matters(workshop),
    "reopen": reopen_matters,
    "reveal": reveal_matters,
    "hold": hold_back_matter,
    "release": release_matter,
    "withdraw": withdraw_matter,
    "show": show_matter,
    "open question": lambda workshop, _: open_vote(workshop, ["bench"], ["bench"]),
    "close question": lambda workshop, _: close_vote(workshop),
}


@given(COMMANDS)
def test_only_what_was_revealed_and_is_not_held_back_is_shown_and_only_one_thing_is_asked_at_a_time(commands_in_turn):
    workshop, gone, revealed = Workshop(), set(), set()
    for name, value in commands_in_turn:
        try:
            event = DO[name](workshop, value)
        except NotNowError:
            continue
        workshop = apply_event(workshop, event_adapter.validate_json(event.model_dump_json()))
        gone |= {value} if name == "withdraw" else set()
        revealed = {one.id for vote in workshop.matter_votes if vote.state == "revealed" for one in vote.asks}
        assert {one.id for one in shown_matters(workshop)} == revealed - workshop.held_back_matters - gone
        assert not (workshop.open_vote and workshop.open_matters)
