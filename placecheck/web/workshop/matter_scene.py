"""Who should decide what, on the big screen: the open vote, the closed vote, then the answers on each matter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from placecheck.views.workshop.revealed_matters import RevealedMatter
from placecheck.web.data import assessments
from placecheck.web.markdown import escape_apart
from placecheck.web.workshop.context import WorkshopContext
from placecheck.web.workshop.joining import BIG_SCREEN_QR_PIXELS, show_join_card, warn_of_address
from placecheck.web.workshop.matters import show_matter_tally, visible_matters
from placecheck.web.workshop.progress import show_progress
from placecheck.words import matter_votes as w
from placecheck.words import say
from placecheck.words import workshop_page as p


def show_matter_scene(context: WorkshopContext) -> None:
    """Show the last vote on matters, by its state."""
    votes = context.workshop.matter_votes
    if context.workshop.open_matters:
        st.title(say(w.ASKED_BIG), anchor=False)
        st.header(say(w.ASKED_HOW), anchor=False)
        show_join_card(context, size=BIG_SCREEN_QR_PIXELS, on_screen=True)
        show_progress(context)
        warn_of_address()
        return
    if votes and votes[-1].state == "closed":
        st.title(say(w.WAIT_BIG), anchor=False)
        st.header(say(p.LOOK_UP), anchor=False)
        show_progress(context)
        return
    matters = visible_matters(context)
    if not matters:
        st.title(say(w.ASKED_BIG), anchor=False)
        st.header(say(w.NONE_SHOWN), anchor=False)
        show_progress(context, with_counts=False)
        return
    matter = current_matter(context, matters)
    at = say(p.QUESTION_OF, n=matters.index(matter) + 1, total=len(matters))
    st.title(f"{escape_apart(matter.name)} :small[{at}]", anchor=False)
    st.header(say(w.WHERE_BEST), anchor=False)
    show_progress(context, with_counts=False)
    show_matter_tally(context, matter)


def current_matter(context: WorkshopContext, matters: Sequence[RevealedMatter]) -> RevealedMatter:
    """Return the matter that the screen shows: the one set last, else the first."""
    return next((matter for matter in matters if matter.id == context.workshop.shown_matter), matters[0])


def turn_matter_keys(context: WorkshopContext) -> list[tuple[str, str, Callable[[], object]]]:
    """Return the key, the name and the command to show the matter before, and the one after."""
    matters = visible_matters(context)
    if not matters or context.workshop.matter_votes[-1].state != "revealed":
        return []
    at = matters.index(current_matter(context, matters))
    show = assessments.current_store().show_matter
    return [
        (key, say(name), partial(show, context.id, matters[at + step].id))
        for key, name, step in (("Left", w.EARLIER, -1), ("Right", w.NEXT, 1))
        if 0 <= at + step < len(matters)
    ]
