"""Named sets of places: opened by their name, kept from what stands side by side, and deleted."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

import streamlit as st

from placecheck.storage import ComparisonSet, DoesNotFitError, NotHereError
from placecheck.views.page_names import PageName
from placecheck.web.components.draft import show_not_kept
from placecheck.web.components.focus_field import fault_slot, show_fault
from placecheck.web.data.assessments import OpenAssessment, assessment_labels, current_store
from placecheck.web.markdown import escape, small
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import COMPARED, NOW, SCREEN, SET, Session
from placecheck.words import comparison_screen as h
from placecheck.words import say

MAX_ON_SCREEN = 4
"""More columns cannot be read from the back of a hall."""
MAX_LINKS = 8
NAME, FAULT = "set-name", "set-fault"
MAX_NAME_LENGTH = 120


def open_set(session: Session) -> ComparisonSet | None:
    """Return the set that the address names; its places are compared where the address names no others."""
    named = next((named for named in current_store().comparison_sets() if named.id == session.query_param(SET)), None)
    if named and session.query_param(COMPARED) is None:
        session.set_compared(named.members)
    return named


def show_sets(session: Session, opened: ComparisonSet | None, *, expanded: bool) -> None:
    """Show every set with the ways to open it, the first thing where nothing is compared yet."""
    sets = current_store().comparison_sets()
    if not sets:
        return
    names = assessment_labels()
    with st.expander(say(h.SETS), expanded=expanded and opened is None, key="comparison-sets"):
        for named in sets:
            with st.container(border=True, gap="xsmall"):
                show_set(session, named, [names[member] for member in named.members if member in names])


def show_set_links(session: Session) -> None:
    """Show a link to each set, as many as one looks through; the comparison lists them all."""
    for named in current_store().comparison_sets()[:MAX_LINKS]:
        session.link(PageName.COMPARISON, say(h.OPEN_SET, name=named.name), {SET: named.id})


def show_set(session: Session, named: ComparisonSet, places: Sequence[str]) -> None:
    """Show one set: its name, its places, how to open it, and how to delete it."""
    st.markdown(f"**{escape(named.name)}**  \n{escape(' · '.join(places))}")
    with st.container(horizontal=True, vertical_alignment="center"):
        session.link(PageName.COMPARISON, say(h.OPEN_SET, name=named.name), {SET: named.id})
        if len(places) <= MAX_ON_SCREEN:
            show_screen_link(named.members, named, key=f"screen-{named.id}", label=say(h.OPEN_ON_SCREEN))
        with st.popover(say(h.DELETE_SET)):
            st.markdown(escape(say(h.DELETE_SET_ASK, name=named.name)))
            erase = uninterrupted(lambda: current_store().erase_comparison_set(named.id))
            st.button(say(h.DELETE_SET_NOW), key=f"erase-set-{named.id}", on_click=erase)


def show_screen_link(ids: Sequence[str], named: ComparisonSet | None, *, key: str, label: str) -> None:
    """Show the link that opens a comparison on the big screen, in a window of its own."""
    query = {SET: named.id} if named else {}
    st.link_button(label, f"?{urlencode({**query, COMPARED: ','.join(ids), SCREEN: NOW})}", key=key)


def offer_big_screen(session: Session, chosen: Sequence[OpenAssessment], named: ComparisonSet | None) -> None:
    """Show the link that opens what is compared on the big screen, and where its stories are read and ticked."""
    if len(chosen) > MAX_ON_SCREEN:
        small(say(h.TWO_TO_FOUR))
        return
    show_screen_link([opened.id for opened in chosen], named, key="compare-on-screen", label=say(h.OPEN))
    small(say(h.OPEN_HOW))
    with st.container(horizontal=True):
        for opened in chosen:
            if not opened.is_example:
                label = say(h.TICK_STORIES, name=opened.assessment.place.name)
                session.link(PageName.PUBLISH, label, session.address(opened.id))


def offer_to_keep(session: Session, chosen: Sequence[OpenAssessment], opened: ComparisonSet | None) -> None:
    """Let what stands side by side be kept: as what the open set holds now, or as a new set."""
    ids = [assessment.id for assessment in chosen]
    if opened and tuple(ids) == opened.members:
        return
    with st.expander(say(h.KEEP_SET), key="keep-set", expanded=bool(session.widget_value(FAULT))):
        if opened:
            keep_changed = uninterrupted(lambda: keep_set(session, opened.name, ids, opened.id))
            st.button(say(h.KEEP_CHANGED, name=escape(opened.name)), key="keep-changed-set", on_click=keep_changed)
        st.text_input(say(h.SET_NAME), key=NAME, max_chars=MAX_NAME_LENGTH, placeholder="")
        slot = fault_slot()
        show_not_kept(say(h.KEEP_SET_NOW))
        keep_new = uninterrupted(lambda: keep_set(session, session.widget_value(NAME) or "", ids))
        st.button(say(h.KEEP_SET_NOW), key="keep-new-set", on_click=keep_new)
        if fault := session.widget_value(FAULT):
            show_fault(slot, say(h.SET_NAME), fault)
            session.set_widget_value(FAULT, None)


def keep_set(session: Session, name: str, ids: Sequence[str], set_id: str | None = None) -> None:
    """Keep a set and open it; what is invalid is told at the field. For callbacks."""
    try:
        new_id = current_store().keep_comparison_set(name, ids, set_id)
    except (DoesNotFitError, NotHereError) as error:
        session.set_widget_value(FAULT, str(error))
        return
    session.set_query(**{SET: new_id})
