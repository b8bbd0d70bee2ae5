"""Who changed what and when; bring back what stood before; delete a place with all it holds."""

from __future__ import annotations

import streamlit as st

from placecheck.storage import RoundSummary
from placecheck.views.changes import change_view
from placecheck.web import desk, files
from placecheck.web.parts.copy import offer_a_copy
from placecheck.web.parts.shut import shut
from placecheck.web.parts.text import plain
from placecheck.web.session import Session
from placecheck.words import answering, say, say_n
from placecheck.words import deciding as w

SHOWN = 50
"""How many changes a page shows; each has a button of its own."""


def render(session: Session, one: desk.Opened) -> None:
    """Show the newest changes, and the way to delete."""
    st.title(say(w.HISTORY), anchor=False)
    st.markdown(f"**{plain(one.assessment.place.name)}**  \n{say(w.HISTORY_INTRO)}")
    if one.is_example:
        offer_a_copy(session, one)
        return
    if one.hidden:
        shut(session, one)
        delete(session, one)
        return
    changes = desk.store().history(one.id, most=SHOWN)
    if not changes:
        st.markdown(say(w.NO_CHANGES))
    for change in changes:
        view = change_view(one.rubric, change)
        with st.container(border=True, gap="xsmall"):
            st.markdown(f"**{plain(view.line)}**  \n{plain(view.change)}")
            if view.comes_back and st.button(say(w.BRING_BACK), key=f"back-{one.id}-{view.sequence}", type="tertiary"):
                desk.store().bring_back(one.id, view.sequence, session.by)
                session.tell(say(w.BROUGHT_BACK))
    session.link("place", say(answering.PLACE), session.address(one.id))
    delete(session, one)


def delete(session: Session, one: desk.Opened) -> None:
    """Say what goes, offer a file of each round, and delete once the name is written."""
    round_ = desk.store().round(one.id)
    goes = desk.store().what_goes(round_.place_id)
    with st.expander(say(w.DELETE)):
        st.markdown(say(w.DELETE_INTRO))
        what = ", ".join(say_n(counted, getattr(goes, name)) for name, counted in w.GOES.items())
        st.markdown(plain(say(w.WHAT_GOES, name=goes.name, what=what)))
        for kept in desk.store().place(round_.place_id).rounds:
            copy_of(kept)
        written = st.text_input(say(w.TYPE_NAME, name=goes.name), key=f"delete-{round_.place_id}")
        if st.button(say(w.DELETE_NOW)):
            if written.strip() != goes.name:
                st.error(say(w.NAME_DIFFERS))
                return
            desk.store().delete(goes)
            session.tell_at(say(w.DELETED, name=goes.name), "places")


def copy_of(kept: RoundSummary) -> None:
    """A download of one round as a file."""
    found = desk.opened(kept.id)
    if found is None or found.hidden:
        return
    name, content = files.file_of(found)
    st.download_button(say(w.TAKE_COPY, when=kept.date or kept.number), content, name, key=f"copy-{kept.id}")
