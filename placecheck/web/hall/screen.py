"""The big screen: one thing at a time, in type that is read from the back of the hall, led by keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import streamlit as st

from placecheck.views.hall import stage, vote_name
from placecheck.views.read_back import agreed_words
from placecheck.views.room import Thing
from placecheck.web import desk
from placecheck.web.hall.going import going
from placecheck.web.hall.here import Here
from placecheck.web.hall.joining import MINUTES, join_card, set_timer, warn_of_address
from placecheck.web.hall.leave import sections, view_of
from placecheck.web.hall.talk import behind, tallies, tally
from placecheck.web.parts.text import plain
from placecheck.web.session import INDICATOR, SCREEN
from placecheck.words import say, say_n
from placecheck.words import workshop_page as w

STYLE = Path(__file__).with_name("screen.css")

TYPE = 36
"""Pixels of the type in pictures, as `screen.css` has all words at 1920 pixels (decision 123)."""
ROW = 54
"""Pixels from one level to the next, so that a picture leaves room for what was agreed."""
SQUARE = 480
"""Pixels of the square for phone cameras."""
PASSAGES = 1
"""How many passages of each kind stand on the screen."""

Act = Callable[[], object]


class Key(NamedTuple):
    """One key of the facilitator's: which, what it is called, what it does."""

    key: str
    name: str
    act: Act


def big_screen(here: Here) -> None:
    """Show what the room should see now, and below it the keys."""
    st.html(STYLE)
    with st.container(key="big-screen"):
        shown = here.stands.screen
        things = here.things()
        if shown == "read-back":
            st.title(say(w.READ_BACK), anchor=False)
            sections(view_of(here))
            going(here, counts=False)
        elif shown == "code":
            join(here)
        elif stage(here.stands) in LOOKS:
            LOOKS[stage(here.stands)](here)
        elif things:
            thing(here, things, passage=shown == "passage")
        else:
            waiting(here)
        keys(here, things)


def join(here: Here) -> None:
    """How to join, and how many have."""
    st.title(say(w.JOIN), anchor=False)
    join_card(here, size=SQUARE)
    going(here)
    warn_of_address()


def answering(here: Here) -> None:
    """A round is open: on what, and how far it is; the code for who comes late."""
    vote = here.stands.open_vote
    if vote is not None and vote.again:
        st.title(plain(vote_name(here.one.rubric, vote)), anchor=False)
        st.header(plain(here.one.rubric.by_id[vote.asks[0]].statement), anchor=False)
        going(here)
        levels(here, vote.asks[0])
        return
    st.title(say(w.ANSWER_NOW), anchor=False)
    join_card(here, size=SQUARE)
    going(here)
    warn_of_address()


def waiting(here: Here) -> None:
    """A round is closed, and nobody has seen it."""
    st.title(say(w.WAIT_BIG), anchor=False)
    st.header(say(w.LOOK_UP), anchor=False)
    going(here)


def over(here: Here) -> None:
    """The workshop has ended."""
    st.title(plain(here.one.assessment.place.name), anchor=False)
    st.header(say(w.ENDED), anchor=False)
    going(here, counts=False)


LOOKS: dict[str, Callable[[Here], None]] = {"before": join, "open": answering, "closed": waiting, "ended": over}


def thing(here: Here, things: Sequence[Thing], *, passage: bool) -> None:
    """One indicator on the whole screen: its dots, or the passage behind it."""
    one = here.talked_of(things)
    at = say(w.THING_OF, n=things.index(one) + 1, total=len(things))
    st.title(f"{plain(one.name)} :small[{at}]", anchor=False)
    st.header(plain(one.statement), anchor=False)
    going(here, counts=False)
    if passage:
        behind(here, one.id, PASSAGES)
        return
    if len(one.tallies) == 1:
        beside_levels(here, one)
    else:
        tallies(here, one, TYPE, ROW)
    agreed = here.one.assessment.agreed.get(one.id)
    if agreed is not None:
        words = agreed_words(here.one.rubric, agreed)
        st.markdown(f"**{plain(words if agreed.not_agreed else say(w.IN_SHORT, words=words))}**")


def beside_levels(here: Here, one: Thing) -> None:
    """The only vote so far, and beside it what each level means, in the same order."""
    dots, described = st.columns(2, gap="large")
    with dots:
        tally(here, one, one.tallies[0], TYPE, ROW)
    with described:
        levels(here, one.id)


def levels(here: Here, indicator: str) -> None:
    """What each level means, the highest on top."""
    described = zip(here.one.rubric.levels, here.one.rubric.by_id[indicator].levels, strict=True)
    lines = [f"**{plain(level.name)}:** {plain(text)}" for level, text in described]
    st.markdown("\n\n".join(reversed(lines)))


def keys(here: Here, things: Sequence[Thing]) -> None:
    """What can be done now, each on one key."""
    with st.container(key="screen-keys", horizontal=True, vertical_alignment="center"):
        for one in offered(here, things):
            here.button(one.name, one.act, key=f"key-{one.key}", shortcut=one.key, type="tertiary")


def offered(here: Here, things: Sequence[Thing]) -> list[Key]:
    """The keys that fit what is on the screen."""
    stands = here.stands
    found: list[Key] = []
    if stands.screen != "now":
        found.append(Key("N", say(w.NOW), lambda: here.show("now")))
    elif stage(stands) == "revealed" and things:
        found += talking(here, things)
    if stands.open_vote:
        found.append(Key("X", say(w.CLOSE_ROUND), lambda: desk.store().close_vote(here.id)))
    elif stage(stands) == "closed" and stands.last_vote:
        number = stands.last_vote.number
        found.append(Key("S", say(w.REVEAL), lambda: desk.store().reveal(here.id, number)))
    if not stands.ended:
        if stands.screen != "code":
            found.append(Key("J", say(w.CODE), lambda: here.show("code")))
        found += timers(here)
    found.append(Key("L", say(w.BACK_TO_DESK), lambda: back_to_desk(here)))
    return found


def back_to_desk(here: Here) -> None:
    """Turn to the facilitator's page, at what was on the screen; who opens the screen next sees where things stand."""
    here.session.turn_to(**{SCREEN: None, INDICATOR: None})
    if here.stands.screen != "now":
        here.show("now")


def talking(here: Here, things: Sequence[Thing]) -> list[Key]:
    """The keys of the talk: from thing to thing, the passage behind, a second vote."""
    one = here.talked_of(things)
    at = things.index(one)
    found = [
        Key(key, say(name), lambda other=things[at + step].id: desk.store().talk_of(here.id, other))  # type: ignore[misc]
        for key, name, step in (("Left", w.EARLIER, -1), ("Right", w.LATER, 1))
        if 0 <= at + step < len(things)
    ]
    found.append(Key("P", say(w.WHERE_FROM), lambda: here.show("passage")))
    if not here.stands.ended:
        again: Act = lambda: here.begin(lambda: desk.store().vote_again(here.id, one.id))  # noqa: E731
        found.append(Key("V", say(w.SECOND_VOTE), again))
    return found


def timers(here: Here) -> list[Key]:
    """The keys of the timer."""
    if here.stands.ends_at is not None:
        return [Key("T", say(w.STOP_TIMER), lambda: set_timer(here, None))]
    return [
        Key(str(minutes % 10), say_n(w.MINUTES, minutes), lambda n=minutes: set_timer(here, n))  # type: ignore[misc]
        for minutes in MINUTES
    ]
