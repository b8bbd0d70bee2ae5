"""Taking a file in: what it holds is shown first, and nothing is kept before a yes."""

from __future__ import annotations

import streamlit as st

from placecheck.errors import InputError
from placecheck.exchange import ENDINGS, Matched, Preview
from placecheck.exchange.many import holds_many
from placecheck.web import files
from placecheck.web.parts.findings import found
from placecheck.web.parts.load_many import load_many
from placecheck.web.parts.text import plain
from placecheck.web.session import Session
from placecheck.words import say, say_n
from placecheck.words import web as w

ENDINGS_TAKEN = [ending.removeprefix(".") for ending in ENDINGS]


def open_a_file(session: Session) -> None:
    """Take rounds that someone kept as a file, or a spreadsheet that people filled in by hand."""
    with st.expander(say(w.OPEN_A_FILE)):
        given = st.file_uploader(say(w.FILE), type=ENDINGS_TAKEN)
        if given is None:
            return
        archive = holds_many(given.name, given.getvalue())
        if archive is not None:
            load_many(session, archive)
            return
        try:
            shown = files.seen(given.name, given.getvalue())
        except InputError as error:
            st.error(say(w.WRONG_FILE))
            found(error.findings)
            return
        for sheet in shown.sheets:
            columns(sheet)
        found(shown.findings)
        confirm(session, shown)


def confirm(session: Session, shown: Preview) -> None:
    """Say how much would be kept, and keep it at a click; a whole file without a fault needs none."""
    if not shown.read:
        st.error(say(w.WRONG_FILE))
        return
    if shown.findings or shown.sheets:
        names = sorted({assessment.place.name for _, assessment in shown.read})
        st.markdown(plain(say_n(w.WOULD_KEEP, len(shown.read), names="; ".join(names))))
        if not st.button(say(w.KEEP_IT), type="primary"):
            return
    session.go("results", session.address(files.keep(shown, session.by)))


def columns(sheet: Matched) -> None:
    """How the columns of a spreadsheet were understood, and why."""
    st.markdown(f"**{plain(say(w.COLUMNS, sheet=sheet.sheet or '1'))}**")
    rows = [
        {
            say(w.COLUMN): f"{column.letter}: {column.heading}",
            say(w.TAKEN_AS): " ".join((column.meaning.field, column.meaning.indicator or "")) if column.meaning else "",
            say(w.BECAUSE): column.reason,
        }
        for column in sheet.columns
    ]
    st.table(rows, border="horizontal", hide_index=True)
