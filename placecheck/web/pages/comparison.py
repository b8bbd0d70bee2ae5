"""Compared places: one dimension or one indicator at a time, in the order that was chosen, with their stories."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from placecheck.report.comparison import comparison_html, comparison_pdf
from placecheck.scoring.comparison import ComparedPlace
from placecheck.views.comparison.borrow import borrow_view
from placecheck.views.comparison.comparison import ComparisonView, comparison_view
from placecheck.views.page_names import PageName
from placecheck.web.components.borrowing import show_borrowing
from placecheck.web.components.comparison_filter import choose_filter, show_filtered_comparison
from placecheck.web.components.comparison_links import show_comparison_links
from placecheck.web.components.comparison_rows import ComparisonContext
from placecheck.web.components.comparison_screen import ScreenContext, show_comparison_screen
from placecheck.web.components.downloads import HTML, PDF, download
from placecheck.web.components.named_sets import MAX_ON_SCREEN, offer_big_screen, offer_to_keep, open_set, show_sets
from placecheck.web.components.not_comparable import show_not_comparable
from placecheck.web.components.place_chooser import MIN_COMPARED, show_place_chooser
from placecheck.web.data.assessments import open_assessment
from placecheck.web.markdown import escape, small
from placecheck.web.state.session import SCREEN, Session
from placecheck.web.workshop.big_screen import STYLE
from placecheck.words import comparing as w
from placecheck.words import comparison_screen as h
from placecheck.words import deciding, results, say


def render(session: Session) -> None:
    """Show the comparison of the chosen places."""
    if session.query_param(SCREEN):
        show_on_big_screen(session)
        return
    named = open_set(session)
    st.title(escape(named.name) if named else say(w.SIDE_BY_SIDE), anchor=False)
    show_comparison_links(session, session.open_assessment, PageName.COMPARISON)
    show_sets(session, named, expanded=len(session.compared) < MIN_COMPARED)
    chosen = show_place_chooser(session)
    if len(chosen) < 2:
        st.markdown(say(w.CHOOSE_TWO))
        return
    places = [(opened.rubric, opened.assessment) for opened in chosen]
    view = comparison_view(places)
    offer_big_screen(session, chosen, named)
    offer_to_keep(session, chosen, named)
    show_compared_places(view)
    if view.dimensions:
        context = ComparisonContext(session, view, tuple(places), tuple(opened.id for opened in chosen))
        dimension = choose_filter(context)
        show_filtered_comparison(context, dimension)
        show_borrowing(session, view, dimension, borrow_view(places, view, chosen[0].catalogue), chosen)
    show_not_comparable(view)
    show_comparison_downloads(places)
    small(view.not_this)


def show_on_big_screen(session: Session) -> None:
    """Show the comparison on the big screen, for a hall."""
    st.html(STYLE)
    named = open_set(session)
    chosen = [opened for id_ in session.compared if (opened := open_assessment(id_)) and not opened.is_hidden][
        :MAX_ON_SCREEN
    ]
    places = [(opened.rubric, opened.assessment) for opened in chosen]
    view = comparison_view(places) if len(places) > 1 else None
    if view is None or not view.dimensions:
        st.title(say(h.NOT_TWO if view is None else w.NOTHING_COMPARABLE), anchor=False)
        return
    context = ComparisonContext(session, view, tuple(places), tuple(opened.id for opened in chosen))
    show_comparison_screen(ScreenContext(context, chosen, borrow_view(places, view, chosen[0].catalogue), named))


def show_compared_places(view: ComparisonView) -> None:
    """Show the places by their letters, with what one should know about each."""
    st.markdown(escape(" ".join(view.intro)))
    columns = st.columns(min(len(view.places), 4), gap="medium")
    for at, place in enumerate(view.places):
        with columns[at % len(columns)]:
            st.markdown(f"**{place.letter}  {escape(place.name)}**  \n{escape(' · '.join(place.about))}")
            if place.context:
                with st.popover(say(results.CONTEXT)):
                    st.markdown(escape(place.context))


def show_comparison_downloads(places: Sequence[ComparedPlace]) -> None:
    """Offer the comparison, to print and for any browser; made only on request."""
    with st.container(horizontal=True):
        download(say(w.PRINT), lambda: comparison_pdf(places), "side-by-side.pdf", PDF, is_primary=True)
        download(say(deciding.TAKE_HTML), lambda: comparison_html(places), "side-by-side.html", HTML)
