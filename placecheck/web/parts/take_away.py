"""What people leave with: the summary to print, and everything as one file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from placecheck import report
from placecheck.exchange import file_name
from placecheck.web import files
from placecheck.web.desk import Opened
from placecheck.web.parts.paper_size import large_print, paper_size
from placecheck.words import deciding as w
from placecheck.words import language, say, speaking

PDF, HTML = "application/pdf", "text/html"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def take_away(one: Opened) -> None:
    """Offer the summary and the file; each is made only when it is asked for."""
    st.header(say(w.TAKE_AWAY), anchor=False)
    given = one.rubric, one.catalogue, one.assessment
    name = file_name(one.assessment.place.name, ".yaml")
    stem = name.removesuffix(".yaml")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        size, large = paper_size("summary"), large_print("summary")
    with st.container(horizontal=True):
        download(say(w.TAKE_PDF), lambda: report.pdf(*given, large=large, paper=size), f"{stem}.pdf", PDF, first=True)
        page = f"{stem}-one-page.pdf"
        download(say(w.TAKE_PAGE), lambda: report.pdf(*given, large=large, one_page=True, paper=size), page, PDF)
        download(say(w.TAKE_HTML), lambda: report.html(*given, large=large), f"{stem}.html", HTML)
        download(say(w.TAKE_FILE), lambda: files.content_of(one, ".yaml"), name, "application/yaml")
        download(say(w.TAKE_SHEET), lambda: files.content_of(one, ".xlsx"), f"{stem}.xlsx", XLSX)


def download(label: str, make: Callable[[], bytes | str], name: str, mime: str, *, first: bool = False) -> None:
    """A button that makes a file when it is asked for."""
    made = partial(in_language, language.get(), make)
    st.download_button(label, made, name, mime, on_click="ignore", type="primary" if first else "secondary")


def in_language(name: str, make: Callable[[], bytes | str]) -> bytes | str:
    """What `make` makes in the language of whoever asked; Streamlit asks it in a thread that does not know theirs."""
    with speaking(name):
        return make()
