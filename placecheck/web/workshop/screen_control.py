"""From the facilitator's page to the big screen: open it beside, and say what it shows."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from placecheck.views.workshop.workshop_progress import stage
from placecheck.web.state.session import ASSESSMENT, NOW, SCREEN, WORKSHOP
from placecheck.web.workshop.big_screen import INDICATOR_SCENES, REVEALED
from placecheck.web.workshop.context import WorkshopContext
from placecheck.words import say
from placecheck.words import workshop_page as w


def screen_window(context: WorkshopContext) -> None:
    """Show the link to the big screen in a window of its own, for a projector next to the laptop's own screen."""
    query = urlencode({WORKSHOP: context.id, ASSESSMENT: context.opened.id, SCREEN: NOW})
    st.link_button(say(w.IN_A_WINDOW), f"?{query}", type="tertiary", key="screen-window")


def show_screen_control(context: WorkshopContext) -> None:
    """Show what the big screen is showing, as a choice.

    The field is rebuilt where it is to show something else. A browser that draws a part of the page just then
    would resend what the field held before, as if somebody had chosen it.
    """
    talks = stage(context.workshop) == "revealed" and bool(context.revealed_indicators())
    key = f"showing-{context.id}-{context.workshop.scene}"
    context.session.set_widget_value(key, context.workshop.scene)
    st.pills(
        say(w.SCREEN_SHOWS),
        [shown for shown in w.SCENE_NAMES if can_show(context, shown, talks=talks)],
        required=True,
        wrap=True,
        format_func=lambda shown: say(w.SCENE_NAMES[shown]),
        key=key,
        on_change=context.choice(key, context.workshop.scene, context.show),
    )


def can_show(context: WorkshopContext, shown: str, *, talks: bool) -> bool:
    """Return whether there is anything to show of a scene."""
    if shown == "matters":
        return bool(context.workshop.matter_votes)
    return talks or shown not in (*REVEALED, *INDICATOR_SCENES)
