"""Loading an archive of many places: looked at first, then kept, with a bar that says how far it is."""

from __future__ import annotations

import streamlit as st

from placecheck.errors import InputError, bounded
from placecheck.exchange.bulk_archive import BulkArchive
from placecheck.web.components.findings import show_findings
from placecheck.web.data import assessments, network
from placecheck.web.state.session import Session
from placecheck.words import network as w
from placecheck.words import say, say_n
from placecheck.words import web as words


def show_bulk_import(session: Session, archive: BulkArchive) -> None:
    """Say how much there is, and load it at a click. Where one is invalid none is kept, unless that was asked for."""
    st.markdown(say(w.LOAD_MANY, n=f"{len(archive):,}"))
    rest = st.checkbox(say(w.TAKE_REST))
    if not st.button(say(w.LOAD), type="primary"):
        return
    bar = st.progress(0.0)

    def progress(message: str, first: float) -> network.Progress:
        def show(n: int, total: int) -> None:
            bar.progress(first + n / total / 2, say(message, n=f"{n:,}", total=f"{total:,}"))

        return show

    try:
        incoming = network.inspect_archive(archive, progress(w.LOOKING, 0.0))
        faults = list(bounded(incoming.faults))
        if faults:
            st.error(say(words.WRONG_FILE))
            show_findings(faults)
        if not faults or rest:
            new, known = network.keep_incoming(incoming, assessments.current_author("file"), progress(w.KEEPING, 0.5))
            toast_counts(session, new, known, stay=bool(faults))
    except InputError as error:
        st.error(say(words.WRONG_FILE))
        show_findings(error.findings)


def toast_counts(session: Session, new: int, known: int, *, stay: bool) -> None:
    """Say how many were kept and how many were here already; `stay` where the page lists what was not kept."""
    lines = [say_n(w.LOADED, new), *([say_n(w.KNOWN_ALREADY, known)] if known else [])]
    if stay:
        st.success(" ".join(lines))
    else:
        session.rerun_with_toast(" ".join(lines))
