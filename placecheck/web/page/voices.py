"""The different voices of one place side by side: residents see it so, the council so. For those in the room."""

from __future__ import annotations

import streamlit as st

from placecheck.views.perspectives import PerspectivesView, perspectives_view
from placecheck.web.desk import Opened
from placecheck.web.parts.beside import Beside
from placecheck.web.parts.lens import lens, turn
from placecheck.web.parts.shut import unless_hidden
from placecheck.web.parts.text import plain, small
from placecheck.web.parts.ways import ways
from placecheck.web.session import Session
from placecheck.words import comparing as w
from placecheck.words import say


@unless_hidden
def render(session: Session, one: Opened) -> None:
    """Show the perspectives of the round being looked at beside each other."""
    st.title(say(w.VOICES_OF, place=plain(one.assessment.place.name)))
    ways(session, one, "voices")
    view = perspectives_view(one.rubric, one.assessment)
    if view is None:
        st.markdown(say(w.ONE_PERSPECTIVE))
        return
    st.markdown(say(w.VOICES_INTRO))
    st.info(say(w.IN_THE_ROOM))
    who(view)
    beside = Beside(session, view.beside, view.sides, (one.id,) * len(view.sides))
    lens(beside, turn(beside))
    small(view.beside.not_this)


def who(view: PerspectivesView) -> None:
    """The perspectives by their letters, with how many voices speak from each."""
    lines = [
        f"**{side.letter}  {plain(side.name)}** ({count})"
        for side, count in zip(view.beside.sides, view.counts, strict=True)
    ]
    st.markdown(" · ".join(lines))
