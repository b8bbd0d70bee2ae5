"""The page to make a case for one question, to take away."""

from __future__ import annotations

import streamlit as st

from placecheck.exchange import file_name
from placecheck.place import Matter, cards_of
from placecheck.report.case_page import case_docx, case_pdf
from placecheck.views.printed.case_page import CaseView, ask_of_level, case_view
from placecheck.web.components.downloads import DOCX, PDF, download
from placecheck.web.data import ideas_levels_guides, place_cards
from placecheck.web.data.assessments import OpenAssessment, current_store
from placecheck.words import case as w
from placecheck.words import say


def asked_of_a_level(opened: OpenAssessment, indicator: str) -> tuple[str | None, str | None]:
    """Return what a matter of the place asks about `indicator`, and of whom."""
    matters = tuple(cards_of(place_cards.cards_of_place(opened), Matter))
    names = ideas_levels_guides.decision_levels_of_place(opened).names(opened.assessment.place.nation, matters)
    return ask_of_level(opened.assessment, matters, names, indicator) or (None, None)


def show_case_downloads(opened: OpenAssessment, indicator: str) -> None:
    """Offer the page about `indicator`, with a story only where one was ticked as naming nobody."""

    def view() -> CaseView:
        ticks = frozenset() if opened.is_example else current_store().publish_ticks(opened.id)
        ask, whom = asked_of_a_level(opened, indicator)
        return case_view(
            opened.rubric,
            opened.catalogue,
            opened.assessment,
            opened.result,
            indicator,
            ticks=ticks,
            ask=ask,
            whom=whom,
        )

    day = opened.assessment.date
    stem = f"{file_name(opened.assessment.place.name, '')}-{indicator}"
    with st.container(horizontal=True):
        download(say(w.TAKE_PDF), lambda: case_pdf(view(), day), f"{stem}.pdf", PDF)
        download(say(w.TAKE_WORD), lambda: case_docx(view(), day), f"{stem}.docx", DOCX)
