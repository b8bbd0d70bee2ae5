"""The end: next steps, the page that is read back, what people take with them, and closing the door."""

from __future__ import annotations

from functools import partial

import streamlit as st

from placecheck import report
from placecheck.storage.rehearsal import end_rehearsal
from placecheck.views.read_back import ReadBackView, read_back_view
from placecheck.web import desk, files
from placecheck.web.hall.here import Here
from placecheck.web.hall.talk import behind, notes
from placecheck.web.page.next_steps import steps
from placecheck.web.parts.take_away import PDF, download
from placecheck.web.parts.text import plain
from placecheck.web.session import INDICATOR, NOW, PART, PLACE, SCREEN, WORKSHOP
from placecheck.words import deciding, say
from placecheck.words import workshop_page as w


def next_steps(here: Here) -> None:
    """Steps as on their own page, with ideas of the discussion to adapt."""
    st.markdown(say(deciding.NEXT_INTRO))
    things = [one for one in here.things() if here.one.rubric.by_id[one.id].supports]
    if things:
        with st.expander(say(w.IDEAS)):
            names = {one.id: one.name for one in things}
            chosen = st.selectbox(
                say(w.WHICH_THING), list(names), format_func=names.__getitem__, key=f"ideas-{here.id}"
            )
            behind(here, chosen)
    steps(here.session, here.one)


def view_of(here: Here) -> ReadBackView:
    """What is read back now."""
    return read_back_view(here.one.rubric, here.one.assessment, here.one.result, here.stands)


def read_back(here: Here) -> None:
    """The page in plain words, and the room's yes that it names nobody."""
    view = view_of(here)
    st.markdown(say(w.READ_BACK_INTRO))
    here.button(say(w.SHOW_THIS), lambda: large(here), key="show-read-back")
    with st.container(border=True):
        sections(view)
    if view.look_at:
        st.warning(plain(say(w.LOOK_AT_NAMES, lines="; ".join(view.look_at))))
    key = f"names-nobody-{here.id}"
    here.session.shows(key, view.confirmed)
    st.checkbox(
        say(w.NAMES_NOBODY), key=key, on_change=here.choice(key, view.confirmed, partial(confirm, here, view.mark))
    )
    if here.stands.read_back and not view.confirmed:
        st.info(say(w.CHANGED_SINCE))
    notes(here, "", w.NOTES_WHOLE)


def large(here: Here) -> None:
    """Turn to the big screen, with this page on it."""
    here.show("read-back")
    here.session.turn_to(**{SCREEN: NOW})


def confirm(here: Here, mark: str, yes: bool) -> None:
    """Keep the room's yes to just these words, or take it back."""
    desk.store().read_back(here.id, mark if yes else None)


def sections(view: ReadBackView) -> None:
    """What is read aloud."""
    for title, lines in view.sections:
        st.header(plain(title), anchor=False)
        st.markdown("\n".join(f"- {plain(line)}" for line in lines))


def leave(here: Here) -> None:
    """The files; then the end."""
    st.markdown(say(w.READ_TOGETHER if view_of(here).confirmed else w.NOT_READ_YET))
    if here.one.hidden:
        st.info(say(w.HELD_SO_NO_FILE))
        if here.stands.held_back:
            here.button(say(w.LET_GO), lambda: let_all_go(here), key=f"let-go-{here.id}")
    else:
        take(here)
    if here.stands.ended:
        st.markdown(f"**{say(w.ENDED)}**")
        here.session.link("keying", say(w.KEY_IN), here.session.address(here.one.id))
        st.markdown(say(w.PAPER_COUNTS))
        place = desk.store().round(here.one.id).place_id
        st.markdown(say(w.ONCE_MORE))
        again = {PLACE: place, WORKSHOP: None, PART: None, INDICATOR: None}
        here.button(say(w.HOLD), lambda: here.session.turn_to(**again), key=f"once-more-{here.id}")
    elif not here.stands.open_vote:
        end(here)


def take(here: Here) -> None:
    """The summary to print, and everything as one file; each is made only when it is asked for."""
    given = here.one.rubric, here.one.catalogue, here.one.assessment
    name, content = files.file_of(here.one)
    st.markdown(say(w.STORIES_TOO))
    with st.container(horizontal=True):
        pdf = f"{name.removesuffix('.yaml')}.pdf"
        download(say(deciding.TAKE_PDF), lambda: report.pdf(*given), pdf, PDF, first=True)
        download(say(deciding.TAKE_FILE), lambda: content, name, "application/yaml")
    here.session.link("results", say(w.ALL_RESULTS), here.session.address(here.one.id))


def let_all_go(here: Here) -> None:
    """Show everything that was held back."""
    for id_ in here.stands.held_back:
        desk.store().let_go(here.id, id_)


def end(here: Here) -> None:
    """End the workshop, or take a rehearsal away, after a second yes."""
    with st.expander(say(w.END)):
        if here.held.rehearsal:
            if st.button(say(w.END_REHEARSAL), key=f"end-rehearsal-{here.id}"):
                end_rehearsal(desk.store(), here.id)
                here.session.tell_at(say(w.REHEARSAL_GONE), "workshop")
            return
        st.markdown(say(w.END_WHAT))
        here.button(say(w.END_SURE), lambda: desk.store().end_workshop(here.id), key=f"end-{here.id}")
