"""Rounds of answering: open, close, show, hold back; and paper beside phones."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from placecheck.views.hall import vote_name
from placecheck.web import desk
from placecheck.web.clicks import unbroken
from placecheck.web.hall.agree_place import agree_place
from placecheck.web.hall.here import Here
from placecheck.web.parts.text import plain
from placecheck.words import say
from placecheck.words import workshop_page as w
from placecheck.workshop import Vote

STATES = {"open": w.OPEN, "closed": w.CLOSED, "revealed": w.SHOWN}
STARTER, ALL, CHOSEN = "starter", "all", "chosen"


def rounds(here: Here) -> None:
    """The round that matters now, first; then what was, and what could be asked besides."""
    if not here.stands.votes:
        agree_place(here)
    for vote in reversed(here.stands.votes):
        with st.container(border=True):
            one_round(here, vote)
    held_back(here)
    if not here.stands.ended and here.stands.open_vote is None:
        ask(here)
    paper(here)
    if here.stands.votes and not here.stands.ended:
        agree_place(here)


def one_round(here: Here, vote: Vote) -> None:
    """A round, and the moves that fit its state."""
    st.subheader(plain(f"{vote_name(here.one.rubric, vote)}: {say(STATES[vote.state])}"), anchor=False)
    store = desk.store()
    if vote.state == "open":
        st.markdown(say(w.OPEN_NOW))
        here.button(say(w.CLOSE_ROUND), lambda: store.close_vote(here.id), key=f"close-{vote.number}", type="primary")
    elif vote.state == "closed":
        st.markdown(say(w.CLOSED_NOW))
        with st.container(horizontal=True):
            key = f"reveal-{vote.number}"
            here.button(say(w.REVEAL), lambda: store.reveal(here.id, vote.number), key=key, type="primary")
            if not here.stands.ended:
                key = f"reopen-{vote.number}"
                here.button(say(w.REOPEN), lambda: store.reopen_vote(here.id, vote.number), key=key)


def held_back(here: Here) -> None:
    """What the facilitator keeps from the room, before the reveal or after."""
    asked = [id_ for vote in here.stands.votes if not vote.again for id_ in vote.asks]
    if not asked:
        return
    now = [id_ for id_ in asked if id_ in here.stands.held_back]
    title = say(w.HELD, names=", ".join(names(here, now))) if now else say(w.HOLD_BACK)
    with st.expander(plain(title), key=f"hold-back-{here.id}"):
        st.markdown(say(w.HOLD_BACK_WHAT))
        key = f"held-{here.id}"
        here.session.shows(key, now)
        st.multiselect(
            say(w.HOLD_BACK),
            asked,
            format_func=lambda id_: here.one.rubric.by_id[id_].name,
            key=key,
            placeholder=say(w.CHOOSE),
            on_change=unbroken(lambda: here.do(lambda: hold(here, now, here.session.given(key)))),
        )


def hold(here: Here, before: Sequence[str], after: Sequence[str]) -> None:
    """Hold back what was chosen, and let go what no longer is."""
    for id_ in set(after) - set(before):
        desk.store().hold_back(here.id, id_)
    for id_ in set(before) - set(after):
        desk.store().let_go(here.id, id_)


def names(here: Here, ids: Sequence[str]) -> list[str]:
    """What indicators are called."""
    return [here.one.rubric.by_id[id_].name for id_ in ids]


def ask(here: Here) -> None:
    """Choose what a new round asks, and open it."""
    rubric = here.one.rubric
    asked = {id_ for vote in here.stands.votes for id_ in vote.asks}
    left = [one for one in rubric.indicators() if one.id not in asked]
    if not left:
        st.markdown(say(w.NOTHING_LEFT))
        return
    starters = [one.id for one in left if one.starter]
    ways = {STARTER: say(w.ASK_STARTER, n=len(starters)), ALL: say(w.ASK_ALL, n=len(left)), CHOSEN: say(w.ASK_CHOSEN)}
    offered = [way for way in ways if way != STARTER or starters]
    usual = STARTER if here.one.assessment.round == "starter" and starters else CHOSEN if asked else ALL
    with st.container(border=True) if not asked else st.expander(say(w.ANOTHER)):
        key = f"ask-{here.id}-{len(here.stands.votes)}"
        way = st.radio(
            say(w.ASK), offered, index=offered.index(usual), format_func=ways.__getitem__, key=key, horizontal=True
        )
        chosen = {STARTER: starters, ALL: [one.id for one in left]}.get(way)
        if chosen is None:
            by_id = {one.id: one.name for one in left}
            chosen = st.multiselect(say(w.CHOOSE), list(by_id), format_func=by_id.__getitem__, key=f"{key}-chosen")
        opens = lambda: here.begin(lambda: desk.store().open_vote(here.id, chosen))  # noqa: E731
        here.button(say(w.OPEN_ROUND), opens, key=f"open-{here.id}", type="primary" if not asked else "secondary")


def paper(here: Here) -> None:
    """The way to the keying grid and to the sheets."""
    with st.container(horizontal=True, vertical_alignment="center"):
        here.session.link("keying", say(w.KEY_IN), here.session.address(here.one.id))
        here.session.link("on-paper", say(w.PRINT), here.session.address(here.one.id))
    st.markdown(say(w.PAPER_COUNTS))
