"""A passage of the discussion: in short, in its surroundings, the indicators that cite it, and the next one."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from placecheck.notes.library import Paragraph
from placecheck.rubric import Rubric
from placecheck.views.notes.passage_card import passage_view
from placecheck.views.notes.passage_page import (
    IndicatorLink,
    PassageCard,
    indicator_links,
    neighbouring_passages,
    passage_text,
)
from placecheck.views.page_names import PageName
from placecheck.web.components.passages import show_passage_card
from placecheck.web.components.pinned_passages import offer_to_pin
from placecheck.web.data import assessments
from placecheck.web.markdown import escape, small
from placecheck.web.routes.passage_screen import big_screen
from placecheck.web.state.current_rubric import rubric_shown, rubric_with_passage
from placecheck.web.state.session import Session
from placecheck.words import library as w
from placecheck.words import say, say_n


def render(session: Session) -> None:
    """Show the passage that the address names."""
    session.keep_address()
    rubric = rubric_with_passage(rubric_shown(session), session.passage or "")
    view = passage_text(assessments.library_of(rubric), session.passage or "")
    session.link(PageName.DISCUSSION, say(w.BACK_TO_DISCUSSION))
    if view is None:
        st.title(say(w.NO_PASSAGE), anchor=False)
        return
    st.title(escape(view.title), anchor=False)
    small(escape(view.about))
    text, around = st.columns([2, 1], gap="large")
    with text:
        if view.passage:
            st.header(say(w.IN_SHORT), anchor=False)
            show_passage_card(view.passage)
        show_surroundings(view)
    with around:
        show_disputing_passages(session, rubric, view)
        link = followed_indicator(session, rubric, view.id)
        link_neighbouring_passages(session, rubric, view.id, link)
        show_indicators_of_passage(session, rubric, view.id)
        st.markdown(f"[{say(w.BIG)}]({big_screen(view.id, session.open_assessment, link.indicator if link else None)})")
        if session.open_assessment:
            offer_to_pin(session, session.open_assessment, view)


def show_surroundings(view: PassageCard) -> None:
    """Show the paragraph itself, marked, with its neighbours; the rest of the note at a click."""
    st.header(say(w.WHERE_IT_STANDS), anchor=False)
    if not view.near:
        st.markdown(say(w.NO_TEXT if view.passage and view.passage.link else w.NO_TEXT_NO_PAGE))
        return
    if view.earlier:
        with st.expander(say_n(w.EARLIER, len(view.earlier))):
            show_paragraphs(view.earlier)
    for paragraph in view.near:
        if paragraph.id == view.id:
            with st.container(border=True):
                small(f"**{say(w.THIS_PASSAGE)}**")
                st.markdown(f":primary-background[{escape(paragraph.text)}]")
        else:
            show_paragraphs([paragraph])
    if view.later:
        with st.expander(say_n(w.LATER, len(view.later))):
            show_paragraphs(view.later)


def show_paragraphs(shown: Sequence[Paragraph]) -> None:
    """Show paragraphs of a note in order."""
    st.markdown(
        "\n\n".join(
            f"**{escape(paragraph.text)}**" if paragraph.is_heading else escape(paragraph.text) for paragraph in shown
        )
    )


def show_disputing_passages(session: Session, rubric: Rubric, view: PassageCard) -> None:
    """Show a link to each passage that disagrees; nothing if none does."""
    others = view.passage.disputed_by if view.passage else ()
    if others:
        st.header(say(w.OTHERWISE), anchor=False)
    for other in others:
        session.link_passage(other, passage_view(assessments.catalogue_of(rubric), other).source)


def followed_indicator(session: Session, rubric: Rubric, passage: str) -> IndicatorLink | None:
    """Return the indicator whose passages are read one after the other: the one in the address, else the first."""
    links = indicator_links(rubric, passage)
    return next((link for link in links if link.indicator == session.indicator), next(iter(links), None))


def link_neighbouring_passages(session: Session, rubric: Rubric, passage: str, link: IndicatorLink | None) -> None:
    """Show links to the passages before and after on the same indicator."""
    if link is None:
        return
    before, after = neighbouring_passages(rubric, link.indicator, passage)
    st.markdown(f"**{escape(say(w.THROUGH, name=link.name))}**")
    for other, label in ((before, w.BEFORE), (after, w.NEXT)):
        if other:
            session.link_passage(other, say(label), link.indicator)


def show_indicators_of_passage(session: Session, rubric: Rubric, passage: str) -> None:
    """Show the indicators that the passage supports or cautions about, each with a link where a place asks it."""
    opened = session.open_assessment
    st.header(say(w.BEARS_ON), anchor=False)
    links = indicator_links(rubric, passage)
    if not links:
        st.markdown(say(w.BEARS_ON_NOTHING))
    for how, title in (("supports", w.SUPPORTS), ("cautions", w.CAUTIONS)):
        named = [link for link in links if link.how == how]
        if named:
            st.markdown(f"**{say(title)}**")
        for link in named:
            if opened and link.indicator in opened.asked:
                session.link_indicator(opened.id, link.indicator, link.name)
            else:
                st.markdown(f"- {escape(link.name)}")
            if link.because:
                small(escape(link.because))
