"""What is said in the place of results that a workshop keeps from everyone for now."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

import streamlit as st

from placecheck.web.desk import Opened
from placecheck.web.parts.text import plain
from placecheck.web.session import WORKSHOP, Session
from placecheck.words import say
from placecheck.words import workshop_page as w

Render = Callable[[Session, Opened], None]


def unless_hidden(render: Render) -> Render:
    """A page that shows answers, shut while a workshop keeps some of the round's from everyone."""

    @wraps(render)
    def guarded(session: Session, one: Opened) -> None:
        if one.hidden is None:
            render(session, one)
        else:
            st.title(plain(one.assessment.place.name))
            shut(session, one)

    return guarded


def left_out(session: Session, one: Opened) -> bool:
    """Whether a round cannot stand beside others for now, which is said."""
    if one.hidden:
        shut(session, one)
    return one.hidden is not None


def shut(session: Session, one: Opened) -> None:
    """Say that the answers of `one` are not shown yet and why, with the way to the workshop."""
    if one.hidden is None:
        return
    name = one.assessment.place.name
    st.info(f"**{plain(name)}:** {say(w.SHUT)} {say(w.SHUT_WHY)}")
    session.link(
        "workshop", say(w.TO_WORKSHOP, name=name), session.address(one.id, **{WORKSHOP: one.hidden.workshop_id})
    )
