"""The places at hand: one's own, then the examples."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from placecheck.storage import PlaceSummary
from placecheck.views.results import about_line, results_view
from placecheck.views.round_name import shortened
from placecheck.web import desk
from placecheck.web.page.results import ladder_picture, words_first
from placecheck.web.parts.open_file import open_a_file
from placecheck.web.parts.text import plain, small
from placecheck.web.session import PLACE, Session
from placecheck.words import answering, network, on_paper, results, say, say_n
from placecheck.words import web as w
from placecheck.words import workshop_page as hall

COLUMNS = 3
MOST_CARDS = 12
"""How many of one's own places stand here; where there are more, one looks for them by name."""

LINE = 40
"""Characters of a name that a link repeats: links are told apart by it, and the whole name stands above them."""


def render(session: Session) -> None:
    """Show every place as a card, and the ways to begin."""
    st.title(say(w.NAME), anchor=False)
    st.markdown(say(w.PROMISE))
    with st.container(horizontal=True):
        if st.button(say(w.START), type="primary"):
            session.go("start")
        if st.button(say(hall.HOLD)):
            session.go("workshop")
    open_a_file(session)
    session.link("on-paper", say(on_paper.LINK))
    if own := desk.store().places():
        st.header(say(w.YOUR_PLACES), anchor=False)
        cards([lambda place=place: place_card(session, place) for place in own[:MOST_CARDS]])  # type: ignore[misc]
        if len(own) > 1:
            session.link("many", say_n(network.FIND_ALL, len(own)))
    else:
        first_look(session, max(desk.examples(), key=lambda one: one.result.voices))
    st.header(say(w.EXAMPLES), anchor=False)
    st.markdown(say(w.EXAMPLE_NOTE))
    cards([lambda one=one: example_card(session, one) for one in desk.examples()])  # type: ignore[misc]
    small(say(results.WHAT_THIS_IS_NOT))


def cards(shown: Sequence[Callable[[], None]]) -> None:
    """Draw each card, row by row."""
    for first in range(0, len(shown), COLUMNS):
        for column, draw in zip(st.columns(COLUMNS), shown[first : first + COLUMNS], strict=False):
            with column, st.container(border=True, height="stretch"):
                draw()


def place_card(session: Session, place: PlaceSummary) -> None:
    """One of one's own places, with the way into each of its rounds, newest first."""
    name = shortened(place.name, LINE)
    st.subheader(plain(place.name), anchor=False)
    for round_ in reversed(place.rounds):
        when = f"{round_.date.day} {round_.date:%B %Y}" if round_.date else ""
        st.markdown(plain(" · ".join(part for part in (when, say_n(w.ANSWERED, round_.answered)) if part)))
        session.link("answer", say(w.GO_ON, name=name), session.address(round_.id))
        session.link("results", say(w.OPEN_PLACE, name=name), session.address(round_.id))
    session.link("workshop", say(hall.HOLD_AT, name=name), {PLACE: place.id})
    if place.rounds:
        session.link("place", say(answering.PLACE_OF, name=name), session.address(place.rounds[-1].id))


def example_card(session: Session, one: desk.Opened) -> None:
    """One example: its name, what it is, and the way in."""
    st.badge(say(w.EXAMPLE), color="gray")
    st.subheader(plain(one.assessment.place.name), anchor=False)
    st.markdown(plain(" · ".join(about_line(one.assessment))))
    session.link("results", say(w.OPEN_PLACE, name=one.assessment.place.name), session.address(one.id))


def first_look(session: Session, one: desk.Opened) -> None:
    """The richest example at once, so that whoever opens the app for the first time sees what it is for."""
    st.divider()
    st.badge(say(w.EXAMPLE), color="gray")
    view = results_view(one.rubric, one.assessment, one.result)
    words_first(session, one, view)
    ladder_picture(one, view.ladder, session)
    session.link("results", say(w.OPEN_PLACE, name=view.place), session.address(one.id))
