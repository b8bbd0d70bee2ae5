"""Where a place is: the picture with what it shows, strengths first, then the ladder."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import urlencode

import streamlit as st

from placecheck.charts.ladder import ladder_html
from placecheck.charts.place_picture.shape import PAGE, SMALL
from placecheck.charts.theme import Palette
from placecheck.views.page_names import PageName
from placecheck.views.results import highlights
from placecheck.views.results.highlights import Highlights
from placecheck.views.results.pictures import LadderView, ladder_view
from placecheck.views.results.results import ResultsView, results_view
from placecheck.web.components.chart import show_ladder
from placecheck.web.components.downloads import show_downloads
from placecheck.web.components.hidden_guard import unless_hidden
from placecheck.web.components.nobody_yet import show_nobody_yet
from placecheck.web.components.pinned_passages import show_pinned_passages
from placecheck.web.components.place_picture import show_drawing, show_finding
from placecheck.web.components.results_blocks import highlight_cells, what_comes_next
from placecheck.web.components.text_blocks import show_text_blocks
from placecheck.web.data.assessments import CACHE_SIZE, OpenAssessment
from placecheck.web.markdown import escape, small
from placecheck.web.pages import edition
from placecheck.web.state.session import ASSESSMENT, INDICATOR, Session
from placecheck.words import language, say
from placecheck.words import results as w


@unless_hidden
def render(session: Session, opened: OpenAssessment) -> None:
    """Show what the assessment found: words and picture first, three of each list, the rest on request."""
    view, found_highlights = results_and_highlights(opened, language.get())
    show_headline(opened, view)
    if view.unanswered:
        show_nobody_yet(session, opened)
        show_pinned_passages(session, opened)
        return
    edition.show_newer_edition(session, opened)
    for sentence in view.weighing:
        st.markdown(escape(sentence))
    show_picture_and_words(session, opened, view, found_highlights)
    show_downloads(opened)
    show_pinned_passages(session, opened)
    small(say(w.WHAT_THIS_IS_NOT))


def show_headline(opened: OpenAssessment, view: ResultsView) -> None:
    """Show the place's name, and what was found."""
    st.title(escape(view.place), anchor=False)
    st.markdown(escape(" · ".join(view.about)))
    if not view.unanswered:
        show_finding(opened)


def show_picture_and_words(
    session: Session, opened: OpenAssessment, view: ResultsView, found_highlights: Highlights
) -> None:
    """Show the picture with the first two lists beside it, then the others, and what comes next."""
    cells = highlight_cells(opened, found_highlights, language.get())
    with st.container(key="picture-and-words"):
        picture_column, words_column = st.columns([3, 2], gap="large")
        with picture_column:
            show_drawing(session, opened, PAGE, narrow=SMALL)
            show_full_ladder(session, opened, view)
        with words_column:
            show_text_blocks(f"first-words-{opened.id}", cells[:2])
    show_text_blocks(f"words-{opened.id}", [*cells[2:], *what_comes_next(opened)])


def show_ladder_rows(opened: OpenAssessment, view: LadderView, session: Session) -> None:
    """Show the ladder, whose rows lead to a closer look."""
    st.markdown(escape(view.sentence))
    leads_to = f"{PageName.CLOSER_LOOK}?{urlencode({ASSESSMENT: opened.id, INDICATOR: ''})}"
    show_ladder(ladder_rows_html(opened, language.get(), session.palette, leads_to))


@lru_cache(maxsize=CACHE_SIZE)
def results_and_highlights(opened: OpenAssessment, _language: str) -> tuple[ResultsView, Highlights]:
    """Return what the assessment means to a reader, computed once for each change of it and each language."""
    scored = opened.rubric, opened.assessment, opened.result
    view = results_view(*scored)
    return view, highlights.find_highlights(*scored, view)


@lru_cache(maxsize=4 * CACHE_SIZE)
def ladder_rows_html(opened: OpenAssessment, _language: str, palette: Palette, leads_to: str) -> str:
    """Return the ladder of the assessment, drawn once for each change of it, language and palette."""
    return ladder_html(ladder_view(opened.rubric, opened.result), palette, leads_to=leads_to)


def show_full_ladder(session: Session, opened: OpenAssessment, view: ResultsView) -> None:
    """Show the ladder with every indicator by dimension, sent only once it is asked for."""
    behind = st.expander(say(w.LADDER_TITLE), key=f"ladder-{opened.id}", on_change="rerun")
    if behind.open:
        with behind:
            show_ladder_rows(opened, view.ladder, session)
