"""Passages of the discussion: what grounds an indicator, and what warns about it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from placecheck.views.passage import PassageView
from placecheck.web.parts.text import plain, small
from placecheck.web.session import Session
from placecheck.words import library as w
from placecheck.words import say


def passages(
    title: str, found: Sequence[PassageView], *, session: Session | None = None, indicator: str | None = None
) -> None:
    """Show `found` below `title`, if there is one; with a session, each has the way to where it stands."""
    if title:
        st.subheader(title, anchor=False)
    for passage in found:
        passage_card(passage, session=session, indicator=indicator)


def passage_card(
    passage: PassageView,
    bears_on: Sequence[str] = (),
    *,
    session: Session | None = None,
    indicator: str | None = None,
) -> None:
    """One passage, with its source, the way to the paragraph, and the lines of what it bears on."""
    with st.container(border=True):
        st.markdown(plain(passage.gist))
        for line in bears_on:
            st.markdown(f"*{plain(line)}*")
        small(plain(" ".join((passage.source, *passage.remarks))))
        if session:
            session.read(passage.id, say(w.READ_HERE), indicator)
        if passage.link:
            st.markdown(f"[{passage.way}]({passage.link})")
        else:
            small(passage.way)
