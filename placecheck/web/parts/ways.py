"""The three ways to lay things side by side, each a link to the others."""

from __future__ import annotations

import streamlit as st

from placecheck.web.desk import Opened
from placecheck.web.session import Session
from placecheck.words import comparing as w
from placecheck.words import say

WAYS = {"side-by-side": w.PLACES_BESIDE, "then-and-now": w.THEN_AND_NOW_OF, "voices": w.VOICES_BESIDE}


def ways(session: Session, one: Opened | None, here: str) -> None:
    """Links to the ways that are not `here`; to those about one place only where `one` is open."""
    with st.container(horizontal=True):
        for page, name in WAYS.items():
            if page != here and (one is not None or page == "side-by-side"):
                session.link(page, say(name), session.address(one.id) if one else None)
