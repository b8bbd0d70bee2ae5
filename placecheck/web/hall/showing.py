"""From the facilitator's page to the big screen: open it beside, and say what it shows."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from placecheck.views.hall import stage
from placecheck.web.hall.here import Here
from placecheck.web.session import NOW, ROUND, SCREEN, WORKSHOP
from placecheck.words import say
from placecheck.words import workshop_page as w


def window(here: Here) -> None:
    """The way to the big screen in a window of its own, for a projector beside the laptop's own screen."""
    query = urlencode({WORKSHOP: here.id, ROUND: here.one.id, SCREEN: NOW})
    st.link_button(say(w.IN_A_WINDOW), f"?{query}", type="tertiary", key="screen-window")


def showing(here: Here) -> None:
    """What the big screen shows, wherever it stands; to be chosen here.

    The field is made anew where it is to show something else. A browser that draws a part of the page just then would
    send back what the field held before, as if somebody had chosen it.
    """
    talks = stage(here.stands) == "revealed" and bool(here.things())
    key = f"showing-{here.id}-{here.stands.screen}"
    here.session.shows(key, here.stands.screen)
    st.segmented_control(
        say(w.SCREEN_SHOWS),
        [one for one in w.SHOWS if talks or one != "passage"],
        required=True,
        format_func=lambda one: say(w.SHOWS[one]),
        key=key,
        on_change=here.choice(key, here.stands.screen, here.show),
    )
