"""The places at hand: one's own, then the examples."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from placecheck.dates import day_words
from placecheck.exchange import file_name
from placecheck.report.summary import summary_pdf
from placecheck.storage import PlaceSummary
from placecheck.views.comparison.assessment_name import place_labels
from placecheck.views.page_names import PageName
from placecheck.views.results.highlights import strong_highlights
from placecheck.views.results.results import about_line, results_view
from placecheck.web.components.downloads import PDF, download
from placecheck.web.components.file_import import show_file_import
from placecheck.web.components.named_sets import show_set_links
from placecheck.web.components.place_picture import show_place_picture
from placecheck.web.data import assessments
from placecheck.web.markdown import escape, small
from placecheck.web.state.session import PLACE, Session
from placecheck.words import answering, network, on_paper, results, say, say_n, workshop_page
from placecheck.words import web as w

COLUMNS = 3
MAX_TILES = 12
"""How many of one's own places stand here; where there are more, one looks for them by name."""

MAX_NAME_LENGTH = 40
"""Characters of a name that a link repeats: links are told apart by it, and the whole name stands above them."""


def render(session: Session) -> None:
    """Show one's own places first where there are any, else what the tool gives; then the ways to begin."""
    own = assessments.current_store().places()
    if own:
        st.title(say(w.PROMISE), anchor=False)
        show_own_places(session, own)
        show_ways_to_begin(session)
    else:
        show_promise(session, max(assessments.examples(), key=lambda opened: opened.result.voices))
    st.header(say(w.EXAMPLES), anchor=False)
    st.markdown(say(w.EXAMPLE_NOTE))
    show_tile_rows([partial(show_example_tile, session, opened) for opened in assessments.examples()])
    small(say(results.WHAT_THIS_IS_NOT))


def show_promise(session: Session, example: assessments.OpenAssessment) -> None:
    """Show whoever has no place yet what the tool gives, beside the picture of the richest example."""
    promise, picture = st.columns([5, 6], gap="large")
    with promise:
        st.title(say(w.PROMISE), anchor=False)
        st.markdown(say(w.WHAT_YOU_GET))
        show_example_story(example)
        show_ways_to_begin(session)
    with picture:
        show_example_picture(session, example)


def show_ways_to_begin(session: Session) -> None:
    """Show how to begin: at a laptop, with a hall, from a file, or on paper."""
    with st.container(horizontal=True):
        if st.button(say(w.START), type="primary"):
            session.switch_page(PageName.START)
        if st.button(say(workshop_page.HOLD)):
            session.switch_page(PageName.WORKSHOP)
    show_file_import(session)
    session.link(PageName.ON_PAPER, say(on_paper.LINK))


def show_own_places(session: Session, own: Sequence[PlaceSummary]) -> None:
    """Show one's own places, newest first, each with the way on."""
    st.header(say(w.YOUR_PLACES), anchor=False)
    names = place_labels(own, MAX_NAME_LENGTH)
    show_tile_rows([lambda place=place: show_place_tile(session, place, names[place.id]) for place in own[:MAX_TILES]])  # type: ignore[misc]
    if len(own) > 1:
        session.link(PageName.NETWORK, say_n(network.FIND_ALL, len(own)))
    show_set_links(session)


def show_example_story(example: assessments.OpenAssessment) -> None:
    """Show one story of the example, as somebody told it."""
    view = results_view(example.rubric, example.assessment, example.result)
    with_stories = [
        item for item in strong_highlights(example.rubric, example.assessment, example.result, view.strong) if item.line
    ]
    if with_stories:
        st.markdown(f"*{escape(with_stories[-1].line)}*")
        small(escape(say(w.TOLD_IN, place=view.place)))


def show_tile_rows(shown: Sequence[Callable[[], None]]) -> None:
    """Draw each tile, row by row."""
    for first in range(0, len(shown), COLUMNS):
        for column, draw in zip(st.columns(COLUMNS), shown[first : first + COLUMNS], strict=False):
            with column, st.container(border=True, height="stretch"):
                draw()


def show_place_tile(session: Session, place: PlaceSummary, name: str) -> None:
    """Show one of one's own places: its home, and the way on in its newest assessment, in links that say `name`."""
    st.subheader(escape(place.name), anchor=False)
    if not place.assessments:
        session.link(PageName.WORKSHOP, say(workshop_page.HOLD_AT, name=name), {PLACE: place.id})
        return
    newest = place.assessments[-1]
    when = f"{newest.date.day} {newest.date:%B %Y}" if newest.date else ""
    st.markdown(escape(" · ".join(part for part in (when, say_n(w.ANSWERED, newest.answered)) if part)))
    session.link(PageName.PLACE, say(answering.PLACE_OF, name=name), session.address(newest.id))
    session.link(PageName.ANSWER, say(w.GO_ON, name=name), session.address(newest.id))
    session.link(PageName.RESULTS, say(w.OPEN_PLACE, name=name), session.address(newest.id))
    session.link(PageName.WORKSHOP, say(workshop_page.HOLD_AT, name=name), {PLACE: place.id})


def show_example_tile(session: Session, opened: assessments.OpenAssessment) -> None:
    """Show one example: its name, what it is, and the link to it."""
    st.badge(say(w.EXAMPLE), color="gray")
    st.subheader(escape(opened.assessment.place.name), anchor=False)
    st.markdown(escape(" · ".join(about_line(opened.assessment))))
    name, day = opened.assessment.place.name, opened.assessment.date
    label = f"{name}, {day_words(day)}" if day else name
    session.link(PageName.RESULTS, say(w.OPEN_PLACE, name=label), session.address(opened.id))


def show_example_picture(session: Session, example: assessments.OpenAssessment) -> None:
    """Show the picture of the richest example, and the page that a group takes home."""
    st.badge(say(w.EXAMPLE), color="gray")
    show_place_picture(session, example)
    with st.container(horizontal=True, vertical_alignment="center"):
        session.link(
            PageName.RESULTS, say(w.OPEN_PLACE, name=example.assessment.place.name), session.address(example.id)
        )
        sources = example.rubric, example.catalogue, example.assessment
        name = file_name(f"{example.assessment.place.name} one page", ".pdf")
        download(say(w.PRINTED_PAGE), partial(summary_pdf, *sources, one_page=True), name, PDF)
