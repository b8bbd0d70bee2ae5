"""The notes themselves: what each is, what text of them is here, and adding or taking out that text."""

from __future__ import annotations

import streamlit as st

from placecheck.rubric import Rubric
from placecheck.views.notes.note_list import note_views
from placecheck.views.notes.notes_holding import HoldingView, added_report, holding_views
from placecheck.web.data import assessments, uploads
from placecheck.web.markdown import escape, small
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import Session
from placecheck.words import library as words
from placecheck.words import say
from placecheck.words import sources as w

REPORT = "notes-added"
FILE_TYPES = ["txt", "html", "htm", "md", "docx", "pdf"]
"""The endings of what may be uploaded."""


def show_notes_library(rubric: Rubric) -> None:
    """Show what each note is, who took part, what it is not independent of, and what in it is dated."""
    for note in note_views(assessments.catalogue_of(rubric)):
        with st.container(border=True):
            st.markdown(f"**{escape(note.title)}**  \n{escape(note.about)}  \n{escape(note.who)}")
            if note.depends:
                st.markdown(escape(note.depends))
            if note.dated:
                st.markdown(f"{say(w.DATED)}\n" + "\n".join(f"- {escape(line)}" for line in note.dated))
            st.markdown(f"[{escape(note.way)}]({note.link})" if note.link else escape(note.way))


def show_added_text(session: Session, rubric: Rubric) -> None:
    """Take files of notes in, say what came of it, and show what is here of each note."""
    st.markdown(say(words.ADD_INTRO))
    uploaded = st.file_uploader(say(words.FILE), type=FILE_TYPES, accept_multiple_files=True)
    if uploaded:
        content = [(file.name, file.getvalue()) for file in uploaded]

        def take() -> None:
            added = uploads.add_notes(content, rubric)
            lines = added_report(added, assessments.library_of(rubric).holdings())
            session.set_widget_value(REPORT, (lines, tuple(map(str, added.findings))))

        st.button(say(words.ADD), type="primary", on_click=uninterrupted(take))
    report, wrong = session.widget_value(REPORT) or ((), ())
    if report:
        st.info("  \n".join(map(escape, report)))
    if wrong:
        st.error("  \n".join(map(escape, (say(words.PROBLEMS), *wrong))))
    st.header(say(words.TEXT_HERE), anchor=False)
    library = assessments.library_of(rubric)
    for line in library.findings:
        st.error(escape(str(line)))
    for held in holding_views(library.holdings()):
        show_holding(session, held, rubric)


def show_holding(session: Session, held: HoldingView, rubric: Rubric) -> None:
    """Show what is held of one note, with buttons to read it and to remove it."""
    with st.container(border=True):
        st.markdown(f"**{escape(held.title)}**")
        small(escape(" ".join(held.lines)))
        if not held.removable:
            return
        with st.container(horizontal=True, vertical_alignment="center"):
            first = assessments.library_of(rubric).note_text(held.note)[0]
            session.link_passage(first.id, say(words.READ_NOTE, title=held.title))
            if st.button(say(words.TAKE_OUT), key=f"take-out-{held.note}", type="tertiary"):
                uploads.remove_note(held.note)
                session.rerun_with_toast(say(words.TAKEN_OUT, title=held.title))
