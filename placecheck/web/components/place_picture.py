"""The picture of a place on the screen, with its finding as the title and the same as a table."""

from __future__ import annotations

import html
from functools import lru_cache
from urllib.parse import urlencode
from zlib import crc32

import streamlit as st

from placecheck.charts.place_picture.drawing import draw_picture
from placecheck.charts.place_picture.shape import SMALL, Shape
from placecheck.charts.theme import Palette
from placecheck.views.page_names import PageName
from placecheck.views.results.place_picture import PictureView, picture_view
from placecheck.web.components.chart import show_table
from placecheck.web.components.component import define_component
from placecheck.web.data.assessments import CACHE_SIZE, OpenAssessment
from placecheck.web.markdown import escape
from placecheck.web.state.session import ASSESSMENT, INDICATOR, SCREEN, Session
from placecheck.words import language, say
from placecheck.words import picture as w

_component = define_component("place_picture")


def show_place_picture(session: Session, opened: OpenAssessment) -> None:
    """Show what was found as a heading, the picture in little room, and a table of the same."""
    show_finding(opened)
    show_drawing(session, opened, SMALL)
    view = cached_picture(opened, language.get())
    show_table(say(w.TITLE), view.columns, view.table)


def show_finding(opened: OpenAssessment) -> None:
    """Show what was found as a heading."""
    st.header(escape(cached_picture(opened, language.get()).finding), anchor=False)


def show_drawing(
    session: Session, opened: OpenAssessment, shape: Shape, tallest: str = "", *, narrow: Shape | None = None
) -> None:
    """Show the drawing alone, in `shape` and at most `tallest` (a length of CSS) high; in `narrow` in little width."""
    shape, narrow = shapes_for(session, shape, narrow)
    view = cached_picture(opened, language.get())
    svg = cached_drawing(view, session.palette, shape, linked=True)
    narrow_svg = cached_drawing(view, session.palette, narrow, linked=True) if narrow else ""
    on_a_wall = session.query_param(SCREEN) is not None
    leads_to = "" if on_a_wall else f"{PageName.CLOSER_LOOK}?{urlencode({ASSESSMENT: opened.id, INDICATOR: ''})}"
    show_svg(f"place-picture-{opened.id}", svg, tallest, leads_to, narrow=narrow_svg)


def shapes_for(session: Session, shape: Shape, narrow: Shape | None) -> tuple[Shape, Shape | None]:
    """Return the shapes to draw: a phone never has room for the wide one, and a window may lose it."""
    return (narrow, None) if narrow and session.is_on_phone else (shape, narrow)


def show_dimension_names(session: Session, opened: OpenAssessment) -> None:
    """Show the names of the dimensions in their colours, as the key to pictures without words."""
    sectors = cached_picture(opened, language.get()).sectors
    names = (
        f'<b style="color: {session.palette.dimension(each.order)}">{html.escape(each.name)}</b>' for each in sectors
    )
    st.html(f'<p style="text-align: center">{" &ensp; ".join(names)}</p>')


def show_svg(key: str, svg: str, tallest: str = "", leads_to: str = "", *, narrow: str = "") -> None:
    """Show a drawing made by placecheck, in which every text is escaped; `narrow`, if any, where there is little width.

    A click on a part of one question leads to the address `leads_to` with the question's id after it.
    """
    drawn = f"{crc32((svg + narrow).encode()):x}"
    _component(key=key, data={"svg": svg, "narrow": narrow, "drawn": drawn, "tallest": tallest, "leadsTo": leads_to})


@lru_cache(maxsize=CACHE_SIZE)
def cached_picture(opened: OpenAssessment, _language: str) -> PictureView:
    """Return the picture view of `opened`, computed once for each change of it and each language."""
    return picture_view(opened.rubric, opened.assessment, opened.result)


@lru_cache(maxsize=4 * CACHE_SIZE)
def cached_drawing(view: PictureView, palette: Palette, shape: Shape, *, linked: bool = False) -> str:
    """Return the drawing of `view`, made once for each palette and shape; `linked` parts name their question."""
    return draw_picture(view, palette, shape, linked=linked)
