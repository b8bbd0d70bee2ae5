"""Loading an archive of many places: looked at first, then kept, with a bar that says how far it is."""

from __future__ import annotations

import streamlit as st

from placecheck.errors import InputError
from placecheck.exchange.many import Archive
from placecheck.web import many
from placecheck.web.parts.findings import found
from placecheck.web.session import Session
from placecheck.words import network as w
from placecheck.words import say, say_n
from placecheck.words import web as words

EVERY = 20
"""After how many rounds the bar moves."""


def load_many(session: Session, archive: Archive) -> None:
    """Say how much there is, and load it at a click. Where one is at fault none is kept, unless that was asked for."""
    st.markdown(say(w.LOAD_MANY, n=f"{len(archive):,}"))
    rest = st.checkbox(say(w.TAKE_REST))
    if not st.button(say(w.LOAD), type="primary"):
        return
    bar = st.progress(0.0)

    def told(message: str, first: float) -> many.Told:
        def show(n: int, total: int) -> None:
            if n % EVERY == 0 or n == total:
                bar.progress(first + n / total / 2, say(message, n=f"{n:,}", total=f"{total:,}"))

        return show

    try:
        faults = many.look(archive, told(w.LOOKING, 0.0))
        if faults:
            st.error(say(words.WRONG_FILE))
            found(faults)
        if not faults or rest:
            kept = many.keep(archive, session.by, told(w.KEEPING, 0.5))
            session.tell(say_n(w.LOADED, kept))
    except InputError as error:
        st.error(say(words.WRONG_FILE))
        found(error.findings)
