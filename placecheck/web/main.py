"""The dashboard's frame: its name, its pages, and the one that was asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Literal, NamedTuple

import pandas  # noqa: F401 (for st.table; imported within one visitor's run, it fails another's, as Plotly looks for it)
import streamlit as st

from placecheck.web.desk import Opened
from placecheck.web.page import (
    about,
    answer,
    closer,
    compare,
    edition,
    history,
    home,
    keying,
    network,
    next_steps,
    on_paper,
    own_words,
    passage,
    place,
    results,
    share,
    sources,
    start,
    then_now,
    voices,
    workshop,
)
from placecheck.web.parts.foot import foot
from placecheck.web.parts.no_place import no_place
from placecheck.web.session import SCREEN, Session
from placecheck.words import answering, comparing, deciding, editions, library, publishing, say
from placecheck.words import keying as keying_words
from placecheck.words import network as network_words
from placecheck.words import on_paper as on_paper_words
from placecheck.words import sources as sources_words
from placecheck.words import web as w
from placecheck.words import workshop_page as workshop_words

Menu = Literal["always", "with a place", "never"]
"""When the menu shows a page."""


class Page(NamedTuple):
    """One page: its address, its name, the function that draws it, and when the menu shows it."""

    address: str
    name: str
    render: Callable[[Session], None]
    menu: Menu


class PlacePage(NamedTuple):
    """A page about one place: the function that draws it is given the round that is open."""

    address: str
    name: str
    render: Callable[[Session, Opened], None]
    menu: Menu


PAGES: tuple[Page | PlacePage, ...] = (
    Page("places", w.HOME, home.render, "always"),
    Page("many", network_words.TITLE, network.render, "never"),
    Page("start", w.START, start.render, "never"),
    PlacePage("place", answering.PLACE, place.render, "never"),
    Page("workshop", workshop_words.WORKSHOP, workshop.render, "always"),
    PlacePage("answer", w.ANSWER, answer.render, "with a place"),
    Page("on-paper", on_paper_words.TITLE, on_paper.render, "never"),
    PlacePage("keying", keying_words.TITLE, keying.render, "never"),
    PlacePage("results", w.RESULTS, results.render, "with a place"),
    PlacePage("closer", w.CLOSER, closer.render, "never"),
    PlacePage("next-steps", deciding.NEXT_STEPS, next_steps.render, "with a place"),
    PlacePage("share", publishing.SHARE, share.render, "with a place"),
    PlacePage("own-words", deciding.OWN_WORDS, own_words.render, "with a place"),
    PlacePage("edition", editions.SEE_WHAT, edition.render, "never"),
    PlacePage("history", deciding.HISTORY, history.render, "with a place"),
    Page("side-by-side", comparing.BESIDE, compare.render, "always"),
    PlacePage("then-and-now", comparing.THEN_AND_NOW_OF, then_now.render, "never"),
    PlacePage("voices", comparing.VOICES_BESIDE, voices.render, "never"),
    Page("discussion", sources_words.SOURCES, sources.render, "always"),
    Page("passage", library.READING, passage.render, "never"),
    Page("about", w.ABOUT, about.render, "always"),
)
"""In the order of the menu; the first is the front page."""


def drawn(page: Page | PlacePage, session: Session, one: Opened | None) -> Callable[[], None]:
    """What draws `page` where `one` is open: a page about a place leads to one where none is."""
    if isinstance(page, Page):
        return partial(page.render, session)
    return partial(no_place, session) if one is None else partial(page.render, session, one)


def main() -> None:
    """Show the page that was asked for, in the language that the reader chose."""
    session = Session()
    session.speak()
    session.catch_up()
    one = session.opened
    shown = {"always", "with a place"} if one else {"always"}
    session.pages = {
        page.address: st.Page(
            drawn(page, session, one),
            title=say(page.name),
            url_path=page.address,
            default=page is PAGES[0],
            visibility="visible" if page.menu in shown else "hidden",
        )
        for page in PAGES
    }
    asked = st.navigation(list(session.pages.values()), position="hidden" if session.asked(SCREEN) else "top")
    title = say(w.TITLE, page=asked.title, name=say(w.NAME))
    st.set_page_config(page_title=title, layout="wide")  # its icon stands in the first page
    session.say_what_was_told()
    asked.run()
    if not session.asked(SCREEN):
        foot()
    session.arrived()
