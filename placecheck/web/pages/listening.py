"""Listening: slips come in, people sort them into groups, and an agenda in residents' words comes out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from placecheck.dates import local_today
from placecheck.exchange import file_name
from placecheck.place import Slip, SlipGroup, cards_of
from placecheck.report.place_profile import profile_pdf
from placecheck.views.page_names import PageName
from placecheck.views.place.listening import listening_view
from placecheck.views.place.profile import agenda_sections, document
from placecheck.web.components.card_editing import show_add_card, show_edited_card
from placecheck.web.components.downloads import PDF, download
from placecheck.web.components.place_links import show_place_links
from placecheck.web.components.removed_cards import show_removed_cards
from placecheck.web.components.slip_board import show_slip_board
from placecheck.web.components.slip_import import show_paper_slips, show_slip_import
from placecheck.web.components.slip_sorting import show_slip_groups, show_sorting
from placecheck.web.components.slip_story import show_slip_story
from placecheck.web.data import place_cards
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.markdown import escape, small
from placecheck.web.state.session import CARD, Session
from placecheck.words import listening as w
from placecheck.words import say, say_n

MAX_SHOWN = 60
"""How many slips of an item are on the page; all are in the agenda to print."""


def render(session: Session, opened: OpenAssessment) -> None:
    """Show the pile to sort, the agenda, and the ways in."""
    st.title(say(w.TITLE), anchor=False)
    st.markdown(f"**{escape(opened.assessment.place.name)}**  \n{say(w.INTRO)}")
    show_place_links(session, opened, PageName.LISTENING)
    cards = place_cards.cards_of_place(opened)
    slips, groups = list(cards_of(cards, Slip)), list(cards_of(cards, SlipGroup))
    if session.query_param(CARD) and not opened.is_example:
        show_edited_card(session, opened, ("heard",))
        show_slip_groups(session, opened, slips, groups)
        for slip in slips:
            if slip.id == session.query_param(CARD):
                show_slip_story(session, opened, slip)
    if not opened.is_example:
        show_sorting(session, opened, slips, groups)
        show_slip_board(session, opened, slips, groups)
    show_agenda(session, opened, slips)
    if not opened.is_example:
        show_slip_import(session, opened)
        show_paper_slips(session, opened)
        show_add_card(session, opened, ("heard",))
        show_removed_cards(session, opened, ("heard", "group"))


def show_agenda(session: Session, opened: OpenAssessment, slips: list[Slip]) -> None:
    """Show the agenda in residents' words, with the slips pinned to it, single slips and what is left out."""
    cards = place_cards.cards_of_place(opened)
    view = listening_view(cards)
    st.header(say(w.AGENDA), anchor=False)
    if view.is_empty:
        st.markdown(say(w.NOTHING))
        return
    st.markdown(say(w.AGENDA_INTRO))
    for column, share in zip(st.columns(2, gap="large"), (view.items[::2], view.items[1::2]), strict=True):
        for item in share:
            with column.container(border=True):
                st.subheader(escape(item.words), anchor=False)
                show_texts((*item.slips, *item.also))
    for title, texts in ((w.ALONE, view.alone), (w.LEFT_OUT, view.left_out)):
        if texts:
            st.subheader(say(title), anchor=False)
            show_texts(texts)
    st.markdown(f"**{say(w.HEARD_FROM)}:** {escape(', '.join(view.heard))}.")
    if opened.assessment.missing_voices:
        st.markdown(f"**{say(w.NOT_HEARD)}** {escape(opened.assessment.missing_voices)}")
    else:
        st.markdown(f"**{say(w.NOT_HEARD)}**")
    download(
        say(w.TAKE_AGENDA),
        partial(agenda_pdf, opened),
        file_name(f"{opened.assessment.place.name} agenda", ".pdf"),
        PDF,
    )
    change_a_slip(session, opened, slips)


def show_texts(texts: Sequence[str]) -> None:
    """Show the first of many texts in a list, and say how many more are in the agenda to print."""
    st.markdown("\n".join(f"- {escape(text)}" for text in texts[:MAX_SHOWN]))
    if len(texts) > MAX_SHOWN:
        small(say_n(w.AGENDA_MORE, len(texts) - MAX_SHOWN))


def agenda_pdf(opened: OpenAssessment) -> bytes:
    """Return the agenda as a PDF."""
    today = local_today()
    place = opened.assessment.place
    return profile_pdf(
        document(place, say(w.AGENDA), agenda_sections(place_cards.cards_of_place(opened)), today), today
    )


def change_a_slip(session: Session, opened: OpenAssessment, slips: list[Slip]) -> None:
    """Show a search for a slip to change."""
    if opened.is_example or not slips:
        return
    with st.expander(say(w.CHANGE_A_SLIP)):
        looked_for = st.text_input(say(w.LOOK_FOR), key="slips-looked-for", type="search").casefold()
        if not looked_for:
            return
        matching = [slip for slip in slips if looked_for in slip.words.casefold()][:20]
        for slip in matching:
            left, right = st.columns((5, 1))
            left.markdown(escape(slip.words))
            change = partial(session.set_query, **{CARD: slip.id})
            right.button(say(w.CHANGE), key=f"change-{slip.id}", on_click=change)
        if not matching:
            small(say(w.NONE_FOUND))
