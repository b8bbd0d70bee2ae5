"""The notes themselves: what each is, what text of them is here, and adding or taking out that text."""

from __future__ import annotations

import streamlit as st

from placecheck.rubric import Rubric
from placecheck.views.library import HoldingView, holding_views, report
from placecheck.views.sources import note_views
from placecheck.web import desk, files
from placecheck.web.parts.text import plain, small
from placecheck.web.session import Session
from placecheck.words import library as words
from placecheck.words import say
from placecheck.words import sources as w

REPORT = "notes-added"
KINDS = ["txt", "html", "htm", "md", "docx", "pdf"]
"""The endings of what may be uploaded."""


def notes(rubric: Rubric) -> None:
    """What each note is, who took part, what it is not independent of, and what in it is dated."""
    for note in note_views(desk.catalogue_of(rubric)):
        with st.container(border=True):
            st.markdown(f"**{plain(note.title)}**  \n{plain(note.about)}  \n{plain(note.who)}")
            if note.depends:
                st.markdown(plain(note.depends))
            if note.dated:
                st.markdown(f"{say(w.DATED)}\n" + "\n".join(f"- {plain(line)}" for line in note.dated))
            st.markdown(f"[{plain(note.way)}]({note.link})" if note.link else plain(note.way))


def added_text(session: Session, rubric: Rubric) -> None:
    """Take files of notes in, say what came of it, and show what is here of each note."""
    st.markdown(say(words.ADD_INTRO))
    given = st.file_uploader(say(words.FILE), type=KINDS, accept_multiple_files=True)
    if given:
        content = [(file.name, file.getvalue()) for file in given]

        def take() -> None:
            added = files.add_notes(content, rubric)
            lines = report(added, desk.library_of(rubric).holdings())
            session.shows(REPORT, (lines, tuple(map(str, added.findings))))

        st.button(say(words.ADD), type="primary", on_click=take)
    told, wrong = session.given(REPORT) or ((), ())
    if told:
        st.info("  \n".join(map(plain, told)))
    if wrong:
        st.error("  \n".join(map(plain, (say(words.PROBLEMS), *wrong))))
    st.header(say(words.TEXT_HERE), anchor=False)
    library = desk.library_of(rubric)
    for line in library.findings:
        st.error(plain(str(line)))
    for held in holding_views(library.holdings()):
        holding(session, held, rubric)


def holding(session: Session, held: HoldingView, rubric: Rubric) -> None:
    """What is here of one note, with the way to read it and to take it out."""
    with st.container(border=True):
        st.markdown(f"**{plain(held.title)}**")
        small(plain(" ".join(held.lines)))
        if not held.removable:
            return
        with st.container(horizontal=True, vertical_alignment="center"):
            first = desk.library_of(rubric).note_text(held.note)[0]
            session.read(first.id, say(words.READ_NOTE, title=held.title))
            if st.button(say(words.TAKE_OUT), key=f"take-out-{held.note}", type="tertiary"):
                files.remove_note(held.note)
                session.tell(say(words.TAKEN_OUT, title=held.title))
