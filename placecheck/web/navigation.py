"""The dashboard's frame: its name, its pages, and the one that was asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Literal, NamedTuple

import pandas  # noqa: F401 (for st.table; imported within one visitor's run, it fails another's, as Plotly looks for it)
import streamlit as st

from placecheck.storage import StoreTroubleError
from placecheck.views.page_names import PageName
from placecheck.web.access.reader import reader_message
from placecheck.web.components.footer import show_footer
from placecheck.web.components.no_assessment_open import show_no_assessment_open
from placecheck.web.components.page_top import open_at_top
from placecheck.web.components.typed_text import begin_typed_text, keep_typed_text
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.pages import (
    about,
    about_place,
    answer,
    closer_look,
    comparison,
    discussion,
    done,
    edition,
    guides,
    history,
    home,
    ideas,
    keying,
    levels,
    listening,
    lot,
    network,
    next_steps,
    no_such_page,
    on_paper,
    outcomes,
    own_words,
    passage,
    perspectives,
    place,
    publish,
    results,
    rubrics,
    start,
    then_now,
    what_is_here,
    workshop,
)
from placecheck.web.state.current_rubric import has_discussion
from placecheck.web.state.language import use_reader_language
from placecheck.web.state.session import SCREEN, Session
from placecheck.web.streamlit_private import StreamlitPage
from placecheck.words import answering, comparing, deciding, editions, library, publishing, say
from placecheck.words import guides as guides_words
from placecheck.words import ideas as ideas_words
from placecheck.words import keying as keying_words
from placecheck.words import levels as levels_words
from placecheck.words import listening as listening_words
from placecheck.words import lot as lot_words
from placecheck.words import network as network_words
from placecheck.words import on_paper as on_paper_words
from placecheck.words import outcomes as outcomes_words
from placecheck.words import place_home as place_home_words
from placecheck.words import rubric_page as rubric_words
from placecheck.words import sources as sources_words
from placecheck.words import web as w
from placecheck.words import what_is_here as what_is_here_words
from placecheck.words import workshop_page as workshop_words

Section = Literal["places", "place", "do", "together", "read"]
"""A heading of the menu. Pages of `place` and `do` are in the menu while a place is open."""

SECTIONS: dict[Section, str] = {
    "places": "",
    "place": place_home_words.SECTION_PLACE,
    "do": place_home_words.SECTION_DO,
    "together": place_home_words.SECTION_TOGETHER,
    "read": place_home_words.SECTION_READ,
}


class Page(NamedTuple):
    """One page: its address, its name, the function that draws it, and its section of the menu, if it is in it."""

    address: PageName
    name: str
    render: Callable[[Session], None]
    section: Section | None = None


class PlacePage(NamedTuple):
    """A page about one place: the function that draws it is given the assessment that is open."""

    address: PageName
    name: str
    render: Callable[[Session, OpenAssessment], None]
    section: Section | None = None


PAGES: tuple[Page | PlacePage, ...] = (
    Page(PageName.HOME, w.HOME, home.render, "places"),
    Page(PageName.NETWORK, network_words.TITLE, network.render),
    Page(PageName.START, w.START, start.render),
    PlacePage(PageName.PLACE, place_home_words.TITLE, place.render, "place"),
    PlacePage(PageName.ABOUT_PLACE, place_home_words.ABOUT_PLACE, about_place.render),
    PlacePage(PageName.ANSWER, w.ANSWER, answer.render, "place"),
    PlacePage(PageName.DONE, answering.DONE, done.render),
    PlacePage(PageName.KEYING, keying_words.TITLE, keying.render),
    PlacePage(PageName.RESULTS, w.RESULTS, results.render, "place"),
    PlacePage(PageName.CLOSER_LOOK, w.CLOSER, closer_look.render),
    PlacePage(PageName.THEN_NOW, comparing.THEN_AND_NOW_OF, then_now.render, "place"),
    PlacePage(PageName.PERSPECTIVES, comparing.COMPARE_PERSPECTIVES, perspectives.render, "place"),
    PlacePage(PageName.WHAT_IS_HERE, what_is_here_words.TITLE, what_is_here.render, "place"),
    PlacePage(PageName.LISTENING, listening_words.TITLE, listening.render, "place"),
    PlacePage(PageName.OWN_WORDS, deciding.OWN_WORDS, own_words.render, "place"),
    PlacePage(PageName.HISTORY, deciding.HISTORY, history.render, "place"),
    PlacePage(PageName.EDITION, editions.SEE_WHAT, edition.render),
    PlacePage(PageName.NEXT_STEPS, deciding.NEXT_STEPS, next_steps.render, "do"),
    PlacePage(PageName.OUTCOMES, outcomes_words.TITLE, outcomes.render, "do"),
    PlacePage(PageName.LEVELS, levels_words.TITLE, levels.render, "do"),
    PlacePage(PageName.PUBLISH, publishing.SHARE, publish.render, "do"),
    Page(PageName.LOT, lot_words.TITLE, lot.render),
    Page(PageName.WORKSHOP, workshop_words.WORKSHOP, workshop.render, "together"),
    Page(PageName.COMPARISON, comparing.SIDE_BY_SIDE, comparison.render, "together"),
    Page(PageName.ON_PAPER, on_paper_words.TITLE, on_paper.render, "together"),
    Page(PageName.IDEAS, ideas_words.TITLE, ideas.render, "read"),
    Page(PageName.GUIDES, guides_words.TITLE, guides.render, "read"),
    Page(PageName.DISCUSSION, sources_words.SOURCES, discussion.render, "read"),
    Page(PageName.PASSAGE, library.READING, passage.render),
    Page(PageName.RUBRICS, rubric_words.TITLE, rubrics.render, "read"),
    Page(PageName.ABOUT, w.ABOUT, about.render, "read"),
    Page(PageName.NO_SUCH_PAGE, w.NO_SUCH_PAGE, no_such_page.render),
)
"""In the order of the menu; the first is the front page."""


def bind_page(page: Page | PlacePage, session: Session, opened: OpenAssessment | None) -> Callable[[], None]:
    """Return what draws `page` for `opened`: a page about a place links to the choice of one where none is open."""
    if isinstance(page, Page):
        return partial(page.render, session)
    return partial(show_no_assessment_open, session) if opened is None else partial(page.render, session, opened)


def run_page() -> None:
    """Show the page that was asked for, in the language that the reader chose; in trouble, what the reader may know."""
    use_reader_language()
    try:
        _run_chosen_page(Session())
    except StoreTroubleError as error:
        st.error(reader_message(error))


def _run_chosen_page(session: Session) -> None:
    session.apply_pending_query()
    opened = session.open_assessment
    session.pages = {page.address: streamlit_page(page, session, opened) for page in PAGES}
    chosen = st.navigation(menu(session), position="hidden" if session.query_param(SCREEN) else "top")
    title = say(w.TITLE, page=chosen.title, name=say(w.NAME))
    st.set_page_config(page_title=title, layout="wide")  # its icon stands in the first page
    session.show_pending_toast()
    open_at_top(session, chosen.url_path)
    begin_typed_text(session)
    chosen.run()
    keep_typed_text(session)
    if not session.query_param(SCREEN):
        show_footer()
    session.mark_finished()


def streamlit_page(page: Page | PlacePage, session: Session, opened: OpenAssessment | None) -> StreamlitPage:
    """Return `page` as Streamlit takes it; it is in the menu where it has a section, and a place if it needs one."""
    in_menu = page.section is not None and (isinstance(page, Page) or opened is not None)
    if page.address == PageName.DISCUSSION:
        in_menu = has_discussion(session)
    return st.Page(
        bind_page(page, session, opened),
        title=say(page.name),
        url_path=page.address,
        default=page is PAGES[0],
        visibility="visible" if in_menu else "hidden",
    )


def menu(session: Session) -> dict[str, list[StreamlitPage]]:
    """Return the pages under the headings of the menu; those that it does not show are under the first."""
    sections: dict[str, list[StreamlitPage]] = {say(name) if name else "": [] for name in SECTIONS.values()}
    for page in PAGES:
        name = SECTIONS[page.section or "places"]
        sections[say(name) if name else ""].append(session.pages[page.address])
    return sections
