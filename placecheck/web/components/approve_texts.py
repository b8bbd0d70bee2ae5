"""A text to read before it leaves the room, and its tick."""

from __future__ import annotations

import streamlit as st

from placecheck.publishing import Text
from placecheck.views.printed.text_to_tick import to_look_at, what_it_is
from placecheck.web.data.assessments import OpenAssessment, current_store
from placecheck.web.markdown import escape, small
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import Session
from placecheck.words import publishing as w
from placecheck.words import say


def kept_ticks(session: Session, opened: OpenAssessment) -> set[str]:
    """Return every tick of the assessment; those of an example last as long as the visit."""
    if opened.is_example:
        return set(session.widget_value(_example_key(opened)) or ())
    return set(current_store().publish_ticks(opened.id))


def show_text_to_tick(session: Session, opened: OpenAssessment, text: Text, shown: str | None = None) -> None:
    """Show one text (as `shown`, where its words need some around them), what to look at in it, and its box."""
    key = f"tick-{opened.id}-{text.tick}"
    with st.container(border=True, gap="xsmall"):
        kind = what_it_is(opened.rubric, text)
        if kind:
            small(f"**{escape(kind)}**")
        st.markdown(escape(shown or text.text))
        look_at = to_look_at(text)
        if look_at:
            small(f"**{escape(look_at)}**")
        session.set_widget_value(key, text.tick in kept_ticks(session, opened))
        st.checkbox(
            say(w.NAMES_NOBODY),
            key=key,
            on_change=uninterrupted(
                lambda: _keep_tick(session, opened, text.tick, ticked=bool(session.widget_value(key)))
            ),
        )


def _example_key(opened: OpenAssessment) -> str:
    return f"ticks-{opened.id}"


def _keep_tick(session: Session, opened: OpenAssessment, tick: str, *, ticked: bool) -> None:
    if opened.is_example:
        ticks = kept_ticks(session, opened)
        session.set_widget_value(_example_key(opened), ticks | {tick} if ticked else ticks - {tick})
    else:
        current_store().set_publish_ticks(opened.id, [tick], ticked=ticked)
