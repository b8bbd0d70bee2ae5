"""The comparison on the big screen: two to four places in columns, led by keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple
from urllib.parse import urlencode

import streamlit as st

from placecheck.charts import side_by_side as charts
from placecheck.views.comparison.borrow import BorrowView
from placecheck.views.comparison.comparison import CellView, ComparedPlaceView, ComparisonView
from placecheck.views.comparison.hall_comparison import HallStop, hall_stops, hall_stories, stop_at
from placecheck.web.components.chart import QUIET
from placecheck.web.components.comparison_rows import ComparisonContext
from placecheck.web.markdown import escape, small
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import BESIDE, INDICATOR, NOW, PART, SCREEN, SIDE
from placecheck.words import comparing as w
from placecheck.words import hall_comparison as h
from placecheck.words import say

MOST = 4
"""More columns cannot be read from the back of a hall."""
STORIES, BORROW = "stories", "borrow"
TYPE_SIZE = 26
"""Pixels of the type in the picture."""


class Key(NamedTuple):
    """One key: which, what it is called, and where it leads."""

    key: str
    name: str
    query: dict[str, str | None]


def offer_hall(ids: Sequence[str]) -> None:
    """Show the link that opens the comparison of these assessments on the big screen."""
    if len(ids) > MOST:
        small(say(h.TWO_TO_FOUR))
        return
    st.link_button(say(h.OPEN), f"?{urlencode({BESIDE: ','.join(ids), SCREEN: NOW})}", key="compare-in-hall")
    small(say(h.OPEN_HOW))


def show_hall(context: ComparisonContext, borrow_views: Sequence[BorrowView]) -> None:
    """Show one thing to look at together, its stories, or what could be borrowed; and the keys."""
    session, stops = context.session, hall_stops(context.view)
    at = stop_at(stops, session.query_param(SIDE), session.query_param(INDICATOR))
    shown = session.query_param(PART)
    with st.container(key="big-screen"):
        if shown == BORROW:
            show_borrow([view for view in borrow_views if view.dimension == stops[at].under.id])
        elif shown == STORIES and stops[at].indicator:
            show_stories(context, stops[at])
        else:
            show_places(context, stops, at)
        show_keys(context, stops, at)


def show_places(context: ComparisonContext, stops: Sequence[HallStop], at: int) -> None:
    """Show where each place is, in a picture and in words, a column each in the order given."""
    stop = stops[at]
    name = say(h.ONE_OF, name=stop.under.name, n=at + 1, total=len(stops))
    st.title(escape(stop.row.name if stop.indicator else stop.under.name), anchor=False)
    st.header(escape(statement(context, stop) or name), anchor=False)
    palette = context.session.palette
    figure = charts.figure(
        stop.row,
        context.view.sides,
        context.view.levels,
        palette,
        hue=palette.dimension(stop.under.order),
        font_size=TYPE_SIZE,
    )
    st.plotly_chart(figure, theme=None, config=QUIET, alt=f"{stop.row.name}. {stop.row.alt}", key="hall-picture")
    columns = st.columns(len(context.view.sides), gap="medium")
    for column, (place, cell) in zip(columns, places(context.view, stop), strict=True):
        column.markdown(f"**{place.letter}  {escape(place.name)}**  \n{escape(cell.words)}")
    st.markdown(f"**{escape(stop.row.verdict)}**")


def show_stories(context: ComparisonContext, stop: HallStop) -> None:
    """Show stories of each place large, without who told them."""
    st.title(escape(say(h.STORIES_OF, name=stop.row.name)), anchor=False)
    columns = st.columns(len(context.view.sides), gap="medium")
    for at, (place, cell) in enumerate(places(context.view, stop)):
        with columns[at]:
            st.markdown(f"**{place.letter}  {escape(place.name)}**  \n{escape(cell.words)}")
            stories = hall_stories(context.given[at], stop.row.id)
            if stories is None:
                small(say(h.TOO_FEW))
            for story in stories or ():
                st.markdown(f"“{escape(story)}”")
            if stories == ():
                small(say(h.NO_STORIES))


def show_borrow(borrow_views: Sequence[BorrowView]) -> None:
    """Show who wants to grow, and whom they could ask."""
    st.title(say(h.BORROW), anchor=False)
    for wish in borrow_views:
        st.header(escape(wish.line), anchor=False)
        st.markdown(f"{escape(wish.wants)}  \n**{escape(wish.question)}**")
    if not borrow_views:
        st.markdown(say(w.NOTHING_TO_BORROW))


def statement(context: ComparisonContext, stop: HallStop) -> str:
    """Return what is asked; nothing for a whole dimension."""
    return context.given[0][0].by_id[stop.indicator].statement if stop.indicator else ""


def places(view: ComparisonView, stop: HallStop) -> list[tuple[ComparedPlaceView, CellView]]:
    """Return each place with where it is, in the order given."""
    return list(zip(view.sides, stop.row.cells, strict=True))


def show_keys(context: ComparisonContext, stops: Sequence[HallStop], at: int) -> None:
    """Show the keys that fit what is shown."""
    with st.container(key="screen-keys", horizontal=True, vertical_alignment="center"):
        for key in keys(context.session.query_param(PART), stops, at):
            st.button(
                key.name,
                key=f"key-{key.key}",
                shortcut=key.key,
                type="tertiary",
                on_click=uninterrupted(turn(context, key.query)),
            )


def turn(context: ComparisonContext, query: dict[str, str | None]) -> Callable[[], None]:
    """Return the callback that goes where a key leads."""
    return lambda: context.session.set_query(**query)


def keys(shown: str | None, stops: Sequence[HallStop], at: int) -> list[Key]:
    """Return the keys: along the questions, to the next dimension, to stories, to what could be borrowed."""

    def to(position: int, part: str | None) -> dict[str, str | None]:
        stop = stops[position]
        return {SIDE: stop.under.id, INDICATOR: stop.indicator, PART: part}

    onward = shown if shown == STORIES else None
    offered = []
    if at > 0:
        offered.append(Key("Left", say(h.BEFORE), to(at - 1, onward)))
    if at + 1 < len(stops):
        offered.append(Key("Right", say(h.NEXT), to(at + 1, onward)))
    following = [n for n in range(at, len(stops)) if stops[n].under.id != stops[at].under.id]
    if following:
        offered.append(Key("D", say(h.NEXT_SIDE), to(following[0], None)))
    if shown:
        offered.append(Key("N", say(h.NUMBERS), to(at, None)))
    if shown != STORIES and stops[at].indicator:
        offered.append(Key("W", say(h.STORIES), to(at, STORIES)))
    if shown != BORROW:
        offered.append(Key("B", say(h.BORROW), to(at, BORROW)))
    return [*offered, Key("L", say(h.LEAVE), {SCREEN: None, PART: None})]
