"""A passage of the discussion: in short, in its surroundings, what it bears on, and on to the next."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from placecheck.notes.library import Paragraph
from placecheck.rubric import Rubric, find_rubric
from placecheck.views.reading import Bearing, Reading, bearings, beside, reading
from placecheck.web import desk
from placecheck.web.parts.cards import offer_to_pin
from placecheck.web.parts.passages import passage_card
from placecheck.web.parts.text import plain, small
from placecheck.web.screen import big_screen
from placecheck.web.session import Session
from placecheck.words import library as w
from placecheck.words import say, say_n


def render(session: Session) -> None:
    """Show the passage that stands in the address."""
    session.keep_address()
    rubric = session.opened.rubric if session.opened else find_rubric()
    view = reading(desk.library_of(rubric), session.passage or "")
    session.link("discussion", say(w.BACK_TO_DISCUSSION))
    if view is None:
        st.title(say(w.NO_PASSAGE), anchor=False)
        return
    st.title(plain(view.title), anchor=False)
    small(plain(view.about))
    text, around = st.columns([2, 1], gap="large")
    with text:
        if view.passage:
            st.header(say(w.IN_SHORT), anchor=False)
            passage_card(view.passage)
        surroundings(view)
    with around:
        asked = walked(session, rubric, view.id)
        through(session, rubric, view.id, asked)
        bears_on(session, rubric, view.id)
        st.markdown(f"[{say(w.BIG)}]({big_screen(view.id, session.opened, asked.indicator if asked else None)})")
        if session.opened:
            offer_to_pin(session, session.opened, view)


def surroundings(view: Reading) -> None:
    """The paragraph itself, marked, with its neighbours; the rest of the note at a click."""
    st.header(say(w.WHERE_IT_STANDS), anchor=False)
    if not view.near:
        st.markdown(say(w.NO_TEXT))
        return
    if view.earlier:
        with st.expander(say_n(w.EARLIER, len(view.earlier))):
            paragraphs(view.earlier)
    for paragraph in view.near:
        if paragraph.id == view.id:
            with st.container(border=True):
                small(f"**{say(w.THIS_PASSAGE)}**")
                st.markdown(f":primary-background[{plain(paragraph.text)}]")
        else:
            paragraphs([paragraph])
    if view.later:
        with st.expander(say_n(w.LATER, len(view.later))):
            paragraphs(view.later)


def paragraphs(shown: Sequence[Paragraph]) -> None:
    """Paragraphs of a note in order."""
    st.markdown("\n\n".join(f"**{plain(one.text)}**" if one.heading else plain(one.text) for one in shown))


def walked(session: Session, rubric: Rubric, passage: str) -> Bearing | None:
    """The indicator whose passages are read one after the other: the one in the address, else the first."""
    found = bearings(rubric, passage)
    return next((one for one in found if one.indicator == session.indicator), next(iter(found), None))


def through(session: Session, rubric: Rubric, passage: str, asked: Bearing | None) -> None:
    """The way to the passages before and after on the same indicator."""
    if asked is None:
        return
    before, after = beside(rubric, asked.indicator, passage)
    st.markdown(f"**{plain(say(w.THROUGH, name=asked.name))}**")
    for other, label in ((before, w.BEFORE), (after, w.NEXT)):
        if other:
            session.read(other, say(label), asked.indicator)


def bears_on(session: Session, rubric: Rubric, passage: str) -> None:
    """Which indicators the passage grounds and which it warns about, each with the way to it where a place is open."""
    st.header(say(w.BEARS_ON), anchor=False)
    found = bearings(rubric, passage)
    if not found:
        st.markdown(say(w.BEARS_ON_NOTHING))
    for how, title in (("supports", w.SUPPORTS), ("cautions", w.CAUTIONS)):
        named = [one for one in found if one.how == how]
        if named:
            st.markdown(f"**{say(title)}**")
        for one in named:
            if session.opened:
                session.closer(session.opened.id, one.indicator, one.name)
            else:
                st.markdown(f"- {plain(one.name)}")
