"""Control of the big screen from the facilitator's page: open it in a window, and choose its scene."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from placecheck.views.workshop.workshop_progress import stage
from placecheck.web.state.session import ASSESSMENT, NOW, SCREEN, WORKSHOP
from placecheck.web.workshop.big_screen import INDICATOR_SCENES, REVEALED_SCENES
from placecheck.web.workshop.context import WorkshopContext
from placecheck.words import say
from placecheck.words import workshop_page as w


def show_big_screen_link(context: WorkshopContext) -> None:
    """Show the link to the big screen in a window of its own, for a projector."""
    query = urlencode({WORKSHOP: context.id, ASSESSMENT: context.opened.id, SCREEN: NOW})
    st.link_button(say(w.IN_A_WINDOW), f"?{query}", type="tertiary", key="screen-window")


def show_screen_control(context: WorkshopContext) -> None:
    """Show the scene of the big screen, as a choice.

    The widget has another key for each scene: a browser that is just drawing a part of the page could otherwise
    resend the former scene as if somebody had chosen it.
    """
    can_discuss = stage(context.workshop) == "revealed" and bool(context.revealed_indicators())
    key = f"showing-{context.id}-{context.workshop.scene}"
    context.session.set_widget_value(key, context.workshop.scene)
    st.pills(
        say(w.SCREEN_SHOWS),
        [scene for scene in w.SCENE_NAMES if is_available(context, scene, can_discuss=can_discuss)],
        required=True,
        wrap=True,
        format_func=lambda scene: say(w.SCENE_NAMES[scene]),
        key=key,
        on_change=context.on_choice(key, context.workshop.scene, context.show_on_screen),
    )


def is_available(context: WorkshopContext, scene: str, *, can_discuss: bool) -> bool:
    """Return whether a scene has anything to show."""
    if scene == "matters":
        return bool(context.workshop.matter_votes)
    return can_discuss or scene not in (*REVEALED_SCENES, *INDICATOR_SCENES)
