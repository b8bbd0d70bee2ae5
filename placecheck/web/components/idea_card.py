"""An idea as a card: what it is, what it needs, what the notes warn of, and what it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from placecheck.views.ideas.idea_card import IdeaView, ReasonView
from placecheck.web.markdown import escape, small
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import IDEA, Session
from placecheck.words import ideas as w
from placecheck.words import say


def show_idea(session: Session, view: IdeaView) -> None:
    """Show one idea with its warnings; what it rests on is behind a click."""
    with st.container(border=True):
        st.subheader(escape(view.name), anchor=False)
        small(escape(view.kind))
        st.markdown(escape(view.what))
        if view.needs:
            lines = "\n".join(f"- {escape(label)}: {escape(text)}" for label, text in view.needs)
            st.markdown(f"**{say(w.NEEDS_HERE)}**\n{lines}")
        for label, text in view.facts:
            st.markdown(f"**{escape(label)}:** {escape(text)}")
        show_warnings(view.warns)
        if view.left_open:
            small(escape(view.left_open))
        with st.expander(say(w.RESTS_ON), key=f"rests-{view.id}"):
            show_reasons(session, (*view.reasons, *view.warns))
        if view.indicators:
            names = ", ".join(name for _, name in view.indicators)
            small(f"{say(w.MAY_HELP)}: {escape(names)}")
        if view.can_be_adapted:
            adapt = partial(session.set_query, **{IDEA: view.id})
            st.button(say(w.ADAPT), key=f"adapt-{view.id}", on_click=uninterrupted(adapt))


def show_warnings(warns: Sequence[ReasonView]) -> None:
    """Show what the notes warn of, always and in the open."""
    if warns:
        lines = "\n".join(f"- {escape(warn.because)}" for warn in warns)
        st.markdown(f"**{say(w.WARNS)}**\n{lines}")


def show_reasons(session: Session, reasons: Sequence[ReasonView]) -> None:
    """Show what passages say, each with the way to it."""
    for passage in dict.fromkeys(reason.passage for reason in reasons):
        reasons_shown = [reason for reason in reasons if reason.passage == passage]
        st.markdown(escape(" ".join(reason.because for reason in reasons_shown)))
        session.link_passage(passage, reasons_shown[0].source)
