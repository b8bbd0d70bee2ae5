"""What people leave with: the summary to print, and everything as one file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import streamlit as st

from placecheck.exchange import file_name
from placecheck.report.paper_size import Paper
from placecheck.report.summary import summary_html, summary_pdf
from placecheck.report.word import summary_docx
from placecheck.web.components.paper_size import choose_large_print, choose_paper_size
from placecheck.web.data import uploads
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.state.language import localised_fragment
from placecheck.web.state.requested_file import RequestedFile
from placecheck.web.streamlit_private import current_session_id
from placecheck.words import deciding as w
from placecheck.words import language, say

PDF, HTML, ZIP = "application/pdf", "text/html", "application/zip"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class PrintOptions(NamedTuple):
    """How the page and the summary are printed."""

    size: Paper = "a4"
    large: bool = False
    annex: bool = False


def show_downloads(opened: OpenAssessment) -> None:
    """Offer the summary and the file; each is made only when it is asked for."""
    st.header(say(w.TAKE_AWAY), anchor=False)
    show_download_buttons(opened)


@localised_fragment
def show_download_buttons(opened: OpenAssessment) -> None:
    """Show what most people take; other papers and kinds of file once they are asked for."""
    name = file_name(opened.assessment.place.name, ".yaml")
    stem = name.removesuffix(".yaml")
    parts = opened.rubric, opened.catalogue, opened.assessment
    taken_most = st.container(horizontal=True)
    others = st.expander(say(w.TAKE_OTHERS), key=f"other-downloads-{opened.id}", on_change="rerun")
    options = PrintOptions()
    if others.open:
        with others:
            options = choose_print_options(opened)
            show_other_formats(opened, stem, options)
    printed = partial(summary_pdf, *parts, large=options.large, paper=options.size)
    with taken_most:
        download(say(w.TAKE_PAGE), lambda: printed(one_page=True), f"{stem}-one-page.pdf", PDF, is_primary=True)
        download(say(w.TAKE_PDF), lambda: printed(annex=options.annex), f"{stem}.pdf", PDF)
        download(say(w.TAKE_FILE), lambda: uploads.downloadable_content(opened, ".yaml"), name, "application/yaml")


def download_one_page(opened: OpenAssessment) -> None:
    """Offer the page to pin up, on A4."""
    parts = opened.rubric, opened.catalogue, opened.assessment
    name = f"{file_name(opened.assessment.place.name, '')}-one-page.pdf"
    download(say(w.TAKE_PAGE), lambda: summary_pdf(*parts, one_page=True), name, PDF)


def choose_print_options(opened: OpenAssessment) -> PrintOptions:
    """Ask for the paper, the print and whether the discussion comes along."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        size, large = choose_paper_size("summary"), choose_large_print("summary")
        annex = bool(opened.catalogue.passages) and st.checkbox(say(w.WITH_ANNEX), key="annex-summary")
    return PrintOptions(size, large, annex)


def show_other_formats(opened: OpenAssessment, stem: str, options: PrintOptions) -> None:
    """Offer the page and the summary to edit or for a browser, and the answers as a spreadsheet."""
    parts = opened.rubric, opened.catalogue, opened.assessment
    page = f"{stem}-one-page.docx"
    with st.container(horizontal=True):
        download(say(w.TAKE_PAGE_WORD), lambda: summary_docx(*parts, one_page=True), page, DOCX)
        download(say(w.TAKE_WORD), lambda: summary_docx(*parts), f"{stem}.docx", DOCX)
        download(say(w.TAKE_HTML), lambda: summary_html(*parts, large=options.large), f"{stem}.html", HTML)
        download(say(w.TAKE_SHEET), lambda: uploads.downloadable_content(opened, ".xlsx"), f"{stem}.xlsx", XLSX)


def download(
    label: str,
    make: Callable[[], bytes | str],
    name: str,
    mime: str,
    *,
    is_primary: bool = False,
    key: str | None = None,
) -> None:
    """Show a button that makes a file on request; a `key` tells apart those of the same label."""
    button = (key,) if key else (label, name, mime)
    made = RequestedFile(current_session_id(), button, language.get(), make)
    st.download_button(
        label, made, name, mime, on_click="ignore", type="primary" if is_primary else "secondary", key=key
    )
