"""What people leave with: the summary to print, and everything as one file."""

from __future__ import annotations

import streamlit as st

from placecheck import report
from placecheck.web import files
from placecheck.web.desk import Opened
from placecheck.words import deciding as w
from placecheck.words import say

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def take_away(one: Opened) -> None:
    """Offer the summary and the file; each is made only when it is asked for."""
    st.header(say(w.TAKE_AWAY))
    name, content = files.file_of(one)
    with st.container(horizontal=True):
        st.download_button(
            say(w.TAKE_PDF),
            lambda: report.pdf(one.rubric, one.catalogue, one.assessment),
            f"{name.removesuffix('.yaml')}.pdf",
            "application/pdf",
            on_click="ignore",
            type="primary",
        )
        st.download_button(say(w.TAKE_FILE), content, name, "application/yaml", on_click="ignore")
        sheet = f"{name.removesuffix('.yaml')}.xlsx"
        st.download_button(say(w.TAKE_SHEET), lambda: files.file_of(one, ".xlsx")[1], sheet, XLSX, on_click="ignore")
