"""Hold a workshop: make one, lead it, show it on the big screen, leave with what was decided."""

from __future__ import annotations

import streamlit as st

from placecheck.views.hall import stage
from placecheck.web.clicks import unbroken
from placecheck.web.hall.begin import begin
from placecheck.web.hall.going import going
from placecheck.web.hall.here import Here, here
from placecheck.web.hall.joining import join_card, timer, warn_of_address
from placecheck.web.hall.leave import leave, next_steps, read_back
from placecheck.web.hall.rounds import rounds
from placecheck.web.hall.screen import big_screen
from placecheck.web.hall.showing import showing, window
from placecheck.web.hall.talk import talk
from placecheck.web.parts.text import plain
from placecheck.web.session import NOW, PART, SCREEN, Session
from placecheck.words import say
from placecheck.words import workshop_page as w

PARTS = {"rounds": rounds, "talk": talk, "steps": next_steps, "read-back": read_back, "leave": leave}
FIRST = {"revealed": "talk", "ended": "leave"}
"""The part that is open at first, by where the workshop stands; else the rounds."""
SQUARE = 190
"""Pixels of the square for phone cameras on the facilitator's own page."""


def render(session: Session) -> None:
    """Show the workshop that the address names, or how to make one."""
    found = here(session)
    if found is None:
        begin(session)
    elif session.asked(SCREEN):
        big_screen(found)
    else:
        lead(found)


def lead(here: Here) -> None:
    """The facilitator's page: how people join on top, below it the part of the workshop that it is time for."""
    name, way = st.columns([2, 1], vertical_alignment="bottom")
    with name:
        st.title(plain(here.one.assessment.place.name), anchor=False)
    with way, st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center"):
        # A link from a page to itself leaves the address as it was, and the next click would lead back.
        here.button(say(w.SHOW_SCREEN), lambda: here.session.turn_to(**{SCREEN: NOW}), key="show-screen")
        window(here)
    if not here.stands.ended:
        joining(here)
    PARTS[part(here)](here)


def joining(here: Here) -> None:
    """How people join, how many have, and the timer; the code folds away once it is time to talk."""
    early = stage(here.stands) in {"before", "open"}
    with st.container(border=True):
        card, beside = st.columns([3, 2], gap="large")
        with card:
            if early:
                join_card(here, size=SQUARE)
                warn_of_address()
            else:
                going(here)
                showing(here)
        with beside:
            if early:
                going(here)
            timer(here)
            if early:
                showing(here)
    if not early:
        with st.expander(say(w.JOIN)):
            join_card(here, size=SQUARE)
            warn_of_address()


def part(here: Here) -> str:
    """Let a part be chosen; the one that is."""
    names = {id_: say(name) for id_, name in w.PARTS.items()}
    usual = FIRST.get(stage(here.stands), "rounds")
    asked = here.session.asked(PART)
    now = asked if asked in names else usual
    key = f"part-{here.id}-{usual}"  # see `showing`
    here.session.shows(key, now)
    st.segmented_control(
        say(w.PART),
        list(names),
        required=True,
        format_func=names.__getitem__,
        key=key,
        on_change=unbroken(lambda: here.session.turn_to(**{PART: here.session.given(key)})),
    )
    return now
