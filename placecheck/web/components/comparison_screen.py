"""The comparison on the big screen: two to four places in columns, led by keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import shorten

import streamlit as st

from placecheck.charts.comparison_columns import draw_columns
from placecheck.charts.place_picture.shape import MARKS
from placecheck.storage import ComparisonSet
from placecheck.views.comparison.borrow import BorrowedView, BorrowView
from placecheck.views.comparison.comparison import ComparisonView
from placecheck.views.comparison.comparison_screen import (
    ScreenStop,
    ScreenStories,
    screen_stops,
    screen_stories,
    stop_at,
    story_page,
    story_pages,
)
from placecheck.web.components.approve_texts import kept_ticks
from placecheck.web.components.borrowing_screen import borrowed_views_by_place, show_borrow
from placecheck.web.components.comparison_rows import ComparisonContext
from placecheck.web.components.comparison_screen_keys import (
    BORROW,
    PLACES,
    STORIES,
    ComparisonKey,
    keys_shown,
    query_to,
    show_comparison_keys,
)
from placecheck.web.components.place_picture import show_dimension_names, show_drawing, show_svg
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.markdown import escape, small
from placecheck.web.state.session import DIMENSION, INDICATOR, PART, Session
from placecheck.web.streamlit_private import Slot
from placecheck.words import comparing as w
from placecheck.words import comparison_screen as h
from placecheck.words import say, say_n

PICTURE, OF_EACH, ALONE = "53vh", "19vh", "29vh"
"""How high the picture is at most: with the words around it, it is whole on every screen."""
HIGHER = {80: "62vh", 160: "58vh"}
"""The same under so many characters at most, which need one line or two where a screen is wide."""
MAX_ENLARGED = 3
"""Up to so many places have room for larger pictures in the first scene, while none of them borrows anything."""
MAX_NAME_LENGTH = 24
"""Characters of a name that needs two lines at most in one of three columns."""
MAX_IDEA_LENGTH = 60
"""Characters of what a place borrows in the first scene; the scene for borrowing has all of it."""


@dataclass(frozen=True)
class ScreenContext:
    """What the big screen compares: the places, the set that they were kept as, and what could be borrowed."""

    comparison: ComparisonContext
    chosen: Sequence[OpenAssessment]
    wishes: Sequence[BorrowView]
    named: ComparisonSet | None


def show_comparison_screen(context: ScreenContext) -> None:
    """Show the places, one indicator or dimension, its stories, or what could be borrowed; and the keys."""
    comparison = context.comparison
    session, stops = comparison.session, screen_stops(comparison.view)
    at = stop_at(stops, session.query_param(DIMENSION), session.query_param(INDICATOR))
    shown, page = scene(session)
    with st.container(key="big-screen"):
        if shown == PLACES:
            show_opening(context)
        elif shown == BORROW:
            show_borrow_scene(context, stops[at])
        elif shown == STORIES and stops[at].indicator:
            show_stop_stories(context, stops[at], page)
        else:
            shown = None
            show_places(comparison, stops[at])
        offered = keys_shown(shown, stops, at)
        if (
            shown == STORIES
            and (pages := story_pages([listed.stories for listed in stop_stories(context, stops[at])])) > 1
        ):
            offered.insert(
                -2, ComparisonKey("W", say(h.MORE_STORIES), query_to(stops[at], f"{STORIES}-{(page + 1) % pages}"))
            )
        show_comparison_keys(session, offered)


def scene(session: Session) -> tuple[str | None, int]:
    """Return which scene the address names, None for the picture, and how far its stories were turned."""
    name, _, page = (session.query_param(PART) or "").partition("-")
    return name or (None if session.query_param(DIMENSION) else PLACES), int(page) if page.isdecimal() else 0


def show_opening(context: ScreenContext) -> None:
    """Show which places are compared, and what each borrows so far: the first scene, and the last."""
    view = context.comparison.view
    st.title(escape(context.named.name if context.named else say(w.SIDE_BY_SIDE)), anchor=False)
    st.markdown(say(h.BEGIN))
    each_borrows = borrowed_views_by_place(context.chosen)
    for column, place, ideas in zip(abreast(view), view.places, each_borrows, strict=True):
        column.header(f"{place.letter}  {escape(place.name)}", anchor=False)
        with column:
            small(escape(borrows(ideas) if ideas else " · ".join(place.about)))
    tallest = tallest_picture(each_borrows, [place.name for place in view.places])
    for column, opened in zip(abreast(view), context.chosen, strict=True):
        with column:
            show_drawing(context.comparison.session, opened, MARKS, tallest=tallest)
    show_dimension_names(context.comparison.session, context.chosen[0])


def tallest_picture(each_borrows: Sequence[Sequence[BorrowedView]], names: Sequence[str]) -> str:
    """Return how high each place's picture may be: words about what is borrowed, and long names, need room."""
    has_room = len(names) <= MAX_ENLARGED and not any(each_borrows) and max(map(len, names)) <= MAX_NAME_LENGTH
    return ALONE if has_room else OF_EACH


def borrows(ideas: Sequence[BorrowedView]) -> str:
    """Return what a place borrows in few words: more would push the pictures off the screen."""
    latest = shorten(ideas[-1].line, MAX_IDEA_LENGTH, placeholder=" …")
    more = say_n(h.AND_MORE, len(ideas) - 1) if ideas[1:] else ""
    return f"{say(h.BORROWS, ideas=latest)} {more}".strip()


def abreast(view: ComparisonView) -> Sequence[Slot]:
    """Return a row of columns, one for each place."""
    return st.columns(len(view.places), gap="medium")


def show_borrow_scene(context: ScreenContext, stop: ScreenStop) -> None:
    """Show what could be borrowed about one indicator, or about all of a dimension."""
    st.title(say(h.BORROW), anchor=False)
    st.header(escape(stop.row.name if stop.indicator else stop.dimension.name), anchor=False)
    wishes = [wish for wish in context.wishes if wish.dimension == stop.dimension.id]
    fitting = [wish for wish in wishes if stop.indicator in (None, wish.indicator)]
    about = [stop.indicator] if stop.indicator else [row.id for row in stop.dimension.rows]
    show_borrow(context.comparison.session, context.chosen, fitting, about)


def show_places(comparison: ComparisonContext, stop: ScreenStop) -> None:
    """Show where each place is, in a picture and in words, a column each in the order given."""
    view, palette = comparison.view, comparison.session.palette
    st.title(escape(stop.row.name if stop.indicator else stop.dimension.name), anchor=False)
    heading = statement(comparison, stop) or say(h.ALL_COMPARED)
    st.header(escape(heading), anchor=False)
    svg = draw_columns(
        stop.row,
        view.places,
        view.levels,
        [say(name) for name in h.KEY],
        hue=palette.dimension(stop.dimension.order),
        palette=palette,
    )
    show_svg("screen-picture", svg, next((high for most, high in HIGHER.items() if len(heading) <= most), PICTURE))
    st.markdown(f"**{escape(stop.row.verdict)}**")


def show_stop_stories(context: ScreenContext, stop: ScreenStop, page: int) -> None:
    """Show stories of each place large, a few at a time, without who told them."""
    view = context.comparison.view
    st.title(escape(say(h.STORIES_OF, name=stop.row.name)), anchor=False)
    with st.container(key=f"screen-stories-{len(view.places)}"):
        each = zip(abreast(view), view.places, stop.row.cells, stop_stories(context, stop), strict=True)
        for column, place, cell, story_list in each:
            with column:
                st.header(f"{place.letter}  {escape(place.name)}", anchor=False)
                small(escape(cell.words))
                for story in story_page(story_list.stories, page, len(view.places)):
                    st.markdown(f"“{escape(story)}”")
                if line := why_no_story(story_list):
                    small(line)


def why_no_story(story_list: ScreenStories) -> str | None:
    """Return why no story is shown; None where one is."""
    if story_list.few:
        return say(h.TOO_FEW)
    if story_list.stories:
        return None
    return say_n(h.NOT_TICKED, story_list.waiting) if story_list.waiting else say(h.NO_STORIES)


def stop_stories(context: ScreenContext, stop: ScreenStop) -> list[ScreenStories]:
    """Return what may be shown of each place on one question: all of an example, of others what is ticked."""
    session = context.comparison.session
    return [
        screen_stories((opened.rubric, opened.assessment), stop.row.id, ticks)
        for opened in context.chosen
        for ticks in [None if opened.is_example else kept_ticks(session, opened)]
    ]


def statement(context: ComparisonContext, stop: ScreenStop) -> str:
    """Return what is asked; nothing for a whole dimension."""
    return context.places[0][0].by_id[stop.indicator].statement if stop.indicator else ""
