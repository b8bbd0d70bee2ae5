"""Passages of the discussion: what an indicator rests on, and what warns about it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from placecheck.views.notes.passage_card import PassageView
from placecheck.web.data import assessments
from placecheck.web.markdown import escape, small
from placecheck.web.state.current_rubric import rubric_shown, rubric_with_passage
from placecheck.web.state.session import Session
from placecheck.words import library as w
from placecheck.words import say, say_n


def show_passages(
    title: str,
    passages: Sequence[PassageView],
    *,
    session: Session | None = None,
    indicator: str | None = None,
    most: int | None = None,
) -> None:
    """Show `passages`, if there are any, below `title`, if there is one; with a session, each links to its context.

    Those beyond `most` show on request.
    """
    if title and passages:
        st.subheader(title, anchor=False)
    for passage in passages[:most]:
        show_passage_card(passage, session=session, indicator=indicator)
    if most is not None and (rest := passages[most:]):
        with st.expander(say_n(w.MORE_PASSAGES, len(rest))):
            for passage in rest:
                show_passage_card(passage, session=session, indicator=indicator)


def show_passage_card(
    passage: PassageView,
    indicator_lines: Sequence[str] = (),
    *,
    session: Session | None = None,
    indicator: str | None = None,
) -> None:
    """Show one passage, with its source, the link to the paragraph, and the indicators that cite it."""
    with st.container(border=True):
        if passage.because:
            st.markdown(f"**{escape(passage.because)}**")
        st.markdown(escape(passage.gist))
        for line in indicator_lines:
            st.markdown(f"*{escape(line)}*")
        small(escape(passage.source))
        if passage.speaker or passage.remarks:
            small(escape(" ".join(filter(None, (passage.speaker, *passage.remarks)))))
        if session:
            session.link_passage(passage.id, _label(session, passage.id), indicator)
        if passage.link:
            small(f"[{passage.way}]({passage.link})")
        else:
            small(passage.way)


def _label(session: Session, passage: str) -> str:
    """Return what the link to a passage says: its text can be read only where it was added."""
    return say(
        w.READ_HERE
        if assessments.library_of(rubric_with_passage(rubric_shown(session), passage)).paragraph(passage)
        else w.MORE_ABOUT
    )
