"""Turning a comparison: one dimension at a time, or one thing across all; what is turned to stands in the address."""

from __future__ import annotations

import streamlit as st

from placecheck.views.comparison import TogetherView
from placecheck.web.clicks import unbroken
from placecheck.web.parts.beside import Beside, as_table, one_thing, whole
from placecheck.web.parts.text import plain, small
from placecheck.web.session import INDICATOR, SIDE, Session
from placecheck.words import comparing as w
from placecheck.words import say

ALL = "all"


def turn(beside: Beside) -> TogetherView:
    """Let a dimension be chosen, or one thing in it; the dimension that is shown."""
    session, view = beside.session, beside.view
    names = {one.id: one.name for one in view.dimensions}
    here = next((one for one in view.dimensions if one.id == session.asked(SIDE)), view.dimensions[0])
    all_sides, all_things = st.columns([3, 2], gap="medium", vertical_alignment="bottom")
    session.shows("beside-side", here.id)
    all_sides.pills(
        say(w.SIDE),
        list(names),
        required=True,
        format_func=lambda id_: names[id_],
        key="beside-side",
        on_change=unbroken(lambda: session.turn_to(**{SIDE: session.given("beside-side"), INDICATOR: None})),
    )
    things = {ALL: say(w.ALL_OF_SIDE), **{row.id: row.name for row in here.rows}}
    session.shows("beside-thing", session.asked(INDICATOR) if session.asked(INDICATOR) in things else ALL)
    all_things.selectbox(
        say(w.ONE_THING),
        list(things),
        format_func=lambda id_: things[id_],
        key="beside-thing",
        on_change=unbroken(lambda: one_or_all(session, here.id, session.given("beside-thing"))),
    )
    return here


def one_or_all(session: Session, side: str, thing: str) -> None:
    """Turn to one thing of a dimension, or to the whole of it."""
    session.turn_to(**{SIDE: side, INDICATOR: None if thing == ALL else thing})


def lens(beside: Beside, under: TogetherView) -> None:
    """What was turned to: the whole dimension, or one thing of it with every story."""
    asked = [row for row in under.rows if row.id == beside.session.asked(INDICATOR)]
    st.header(plain(under.name), anchor=False)
    small(say(w.DOTS_SENTENCE))
    if under.whole and not asked:
        whole(beside, under, under.whole)
    for row in asked or under.rows:
        one_thing(beside, under, row, every_story=bool(asked))
    as_table(beside.view, asked or [*([under.whole] if under.whole else []), *under.rows])
