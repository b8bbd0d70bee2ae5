"""A copy of one's own of a place that takes no changes."""

from __future__ import annotations

import streamlit as st

from placecheck.web import desk
from placecheck.web.session import Session
from placecheck.words import answering as w
from placecheck.words import say


def offer_a_copy(session: Session, one: desk.Opened) -> None:
    """Say that an example takes no answers, and offer a copy that does."""
    st.markdown(say(w.EXAMPLES_TAKE_NO_ANSWERS))
    if st.button(say(w.MAKE_A_COPY), type="primary"):
        copy = desk.store().take(one.rubric, one.assessment, by=session.by)
        session.go("answer", session.address(copy))
