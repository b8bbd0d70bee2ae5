"""Forms to give to people: on paper, and one that works in any browser without a network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st

from placecheck.assessment import Place
from placecheck.assessment.asked import QuestionList
from placecheck.assessment.model import QuestionSet
from placecheck.dates import local_today
from placecheck.exchange import file_name
from placecheck.exchange.blank_sheet import blank_workbook
from placecheck.forms.offline import offline_form
from placecheck.report.paper_form import form_pdf
from placecheck.rubric import Rubric
from placecheck.views.questionnaire.questionnaire import questionnaire_order
from placecheck.web.components.downloads import HTML, PDF, XLSX, download
from placecheck.web.components.paper_size import choose_large_print, choose_paper_size
from placecheck.web.components.workshop_paper import WorkshopPaper
from placecheck.words import on_paper as w
from placecheck.words import say

ASKED: Mapping[QuestionSet, str] = {"starter": w.STARTER, "full": w.FULL}


def choose_question_set(rubric: Rubric) -> QuestionSet:
    """Let the short or the full set be chosen, where no place is open that has its own questions."""
    counts = {kind: len(questionnaire_order(rubric, kind)) for kind in ASKED}
    return st.radio(
        say(w.HOW_MUCH), list(ASKED), format_func=lambda kind: say(ASKED[kind], n=counts[kind]), key="form-round"
    )


def show_form_downloads(
    rubric: Rubric,
    place: Place | None,
    questions: QuestionList,
    workshop_paper: WorkshopPaper | None = None,
    only: Sequence[str] = (),
) -> None:
    """Offer the forms of `rubric` with these questions, and on them the place and the workshop where there is one.

    Sheets of paper hold `only` these questions, where some are named.
    """
    with st.container(horizontal=True, vertical_alignment="bottom"):
        size, large = choose_paper_size("form"), choose_large_print("form")
    name, boundary = (place.name, place.boundary) if place else (None, None)
    if workshop_paper is not None:
        boundary = workshop_paper.workshop.boundary or boundary
    on_sheet = (
        {"months": workshop_paper.workshop.period, "code": workshop_paper.code} if workshop_paper is not None else {}
    )
    chosen = "chosen" if only or isinstance(questions, tuple) else questions
    stem = f"{file_name(name, '') if name else 'form'}-{chosen}"
    about = {"place": name, "boundary": boundary}

    def printed() -> bytes:
        today = local_today()
        return form_pdf(rubric, questions, large=large, paper=size, day=today, only=only, **about, **on_sheet)

    with st.container(horizontal=True):
        download(say(w.PAPER_FORM), printed, f"{stem}{'-large' if large else ''}.pdf", PDF, is_primary=True)
        download(say(w.OFFLINE_FORM), lambda: offline_form(rubric, questions, **about), f"{stem}.html", HTML)
    st.markdown(say(w.OFFLINE_HOW))
    with st.container(horizontal=True):
        download(say(w.SPREADSHEET_ONE), lambda: blank_workbook(rubric, questions, name), f"{stem}.xlsx", XLSX)
        several = partial(blank_workbook, rubric, questions, name, several=True)
        download(say(w.SPREADSHEET_SEVERAL), several, f"{stem}-several.xlsx", XLSX)
    st.markdown(say(w.SPREADSHEET_HOW))
