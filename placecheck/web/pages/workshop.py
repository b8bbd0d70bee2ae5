"""Hold a workshop: make one, lead it, show it on the big screen, leave with what was decided."""

from __future__ import annotations

import streamlit as st

from placecheck.views.workshop.workshop_progress import current_scene, stage
from placecheck.web.components.outcome_band import link_outcomes
from placecheck.web.components.perspective_choice import show_perspective_choice
from placecheck.web.markdown import escape
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import NOW, PART, SCREEN, Session
from placecheck.web.workshop.big_screen import show_big_screen
from placecheck.web.workshop.closing import show_closing, show_read_back, show_workshop_steps
from placecheck.web.workshop.context import WorkshopContext, current_workshop
from placecheck.web.workshop.discussion import show_discussion
from placecheck.web.workshop.joining import show_join_card, warn_of_address
from placecheck.web.workshop.matters import show_deciding
from placecheck.web.workshop.participants import show_participants
from placecheck.web.workshop.progress import show_progress
from placecheck.web.workshop.screen_control import show_big_screen_link, show_screen_control
from placecheck.web.workshop.setup import show_setup
from placecheck.web.workshop.timer import show_timer_buttons
from placecheck.web.workshop.voting import show_voting
from placecheck.words import perspectives as perspective_words
from placecheck.words import say
from placecheck.words import workshop_page as w

PARTS = {
    "rounds": show_voting,
    "talk": show_discussion,
    "steps": show_workshop_steps,
    "read-back": show_read_back,
    "leave": show_closing,
    "deciding": show_deciding,
}
FIRST_PART = {"revealed": "talk", "ended": "leave"}
"""The part that is open at first, by the stage of the workshop; else questions, or matters if the screen shows them."""
QR_PIXELS = 190
"""The width of the QR code on the facilitator's own page."""


def render(session: Session) -> None:
    """Show the workshop that the address names, or how to make one."""
    context = current_workshop(session)
    if context is None and session.query_param(SCREEN):
        st.title(say(w.NOT_THERE), anchor=False)
    elif context is None:
        show_setup(session)
    elif session.query_param(SCREEN):
        show_big_screen(context)
    else:
        show_facilitator_page(context)


def show_facilitator_page(context: WorkshopContext) -> None:
    """Show the facilitator's page: how people join on top, below it the current part of the workshop."""
    name, way = st.columns([2, 1], vertical_alignment="bottom")
    with name:
        st.title(escape(context.opened.assessment.place.name), anchor=False)
    with way, st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center"):
        # A link from a page to itself leaves the address as it was, and the next click would lead back.
        context.button(say(w.SHOW_SCREEN), lambda: context.session.set_query(**{SCREEN: NOW}), key="show-screen")
        show_big_screen_link(context)
    if stage(context.workshop) == "before":
        link_outcomes(context.session, context.opened)
    if not context.workshop.ended:
        show_joining(context)
    PARTS[choose_part(context)](context)


def show_joining(context: WorkshopContext) -> None:
    """Show how people join, how many have, and the timer; the code collapses once it is time to talk."""
    early = stage(context.workshop) in {"before", "open"}
    with st.container(border=True):
        card, link_column = st.columns([3, 2], gap="large")
        with card:
            if early:
                show_join_card(context, size=QR_PIXELS)
                warn_of_address()
            else:
                show_progress(context)
                show_screen_control(context)
        with link_column:
            if early:
                show_progress(context)
            show_timer_buttons(context)
            if early:
                show_screen_control(context)
    if not early:
        with st.expander(say(w.JOIN)):
            show_join_card(context, size=QR_PIXELS)
            warn_of_address()
    show_participants(context)
    if context.rubric.perspectives:
        with st.expander(say(perspective_words.TITLE)):
            show_perspective_choice(context.session, context.opened)


def choose_part(context: WorkshopContext) -> str:
    """Show the choice of a part, and return the chosen one."""
    names = {id_: say(name) for id_, name in w.PARTS.items()}
    usual = FIRST_PART.get(stage(context.workshop)) or (
        "deciding" if current_scene(context.workshop) == "matters" else "rounds"
    )
    chosen = context.session.query_param(PART)
    now = chosen if chosen in names else usual
    key = f"part-{context.id}-{usual}"  # a new key where another part is usual: see `show_screen_control`
    context.session.set_widget_value(key, now)
    st.segmented_control(
        say(w.PART),
        list(names),
        required=True,
        format_func=names.__getitem__,
        key=key,
        on_change=uninterrupted(lambda: context.session.set_query(**{PART: context.session.widget_value(key)})),
    )
    return now
