"""The keys of the comparison on the big screen: along its questions and dimensions, to its scenes, and away."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

import streamlit as st

from placecheck.views.comparison.comparison_screen import ScreenStop
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import DIMENSION, INDICATOR, PART, SCREEN, Session
from placecheck.words import comparison_screen as h
from placecheck.words import say

STORIES, BORROW, PLACES = "stories", "borrow", "places"
"""The scenes that the address names; without a name it is the picture of where each place is."""


class ComparisonKey(NamedTuple):
    """One key: which, what it is called, and where it leads."""

    key: str
    name: str
    query: dict[str, str | None]


def show_comparison_keys(session: Session, offered: Sequence[ComparisonKey]) -> None:
    """Show the keys that fit what is shown."""
    with st.container(key="screen-keys", horizontal=True, vertical_alignment="center"):
        for key in offered:
            turn = uninterrupted(partial(session.set_query, **key.query))
            st.button(key.name, key=f"key-{key.key}", shortcut=key.key, type="tertiary", on_click=turn)


def keys_shown(shown: str | None, stops: Sequence[ScreenStop], at: int) -> list[ComparisonKey]:
    """Return the keys: along the questions, along the dimensions, to each scene, and away."""
    onward = shown if shown in (STORIES, BORROW) else None
    offered = (
        [ComparisonKey("Right", say(h.BEGIN_LOOKING), query_to(stops[0], None))]
        if shown == PLACES
        else arrow_keys(stops, at, onward)
    )
    if shown in (STORIES, BORROW):
        offered.append(ComparisonKey("N", say(h.NUMBERS), query_to(stops[at], None)))
    if shown in (None, BORROW) and stops[at].indicator:
        offered.append(ComparisonKey("W", say(h.STORIES), query_to(stops[at], STORIES)))
    if shown in (None, STORIES):
        offered.append(ComparisonKey("B", say(h.KEY_BORROW), query_to(stops[at], BORROW)))
    if shown != PLACES:
        offered.append(ComparisonKey("O", say(h.PLACES), {DIMENSION: None, INDICATOR: None, PART: None}))
    return [*offered, ComparisonKey("L", say(h.KEY_LEAVE), {SCREEN: None, PART: None})]


def arrow_keys(stops: Sequence[ScreenStop], at: int, part: str | None) -> list[ComparisonKey]:
    """Return the arrow keys: left and right along the questions, up and down along the dimensions."""
    firsts = [n for n, stop in enumerate(stops) if n == 0 or stop.dimension.id != stops[n - 1].dimension.id]
    mine = max(first for first in firsts if first <= at)
    targets = {
        "Left": (h.BEFORE, at - 1, part),
        "Right": (h.NEXT, at + 1, part),
        "Up": (h.PREVIOUS_DIMENSION, max((first for first in firsts if first < mine), default=-1), None),
        "Down": (h.NEXT_DIMENSION, min((first for first in firsts if first > mine), default=-1), None),
    }
    return [
        ComparisonKey(key, say(name), query_to(stops[where], scene))
        for key, (name, where, scene) in targets.items()
        if 0 <= where < len(stops)
    ]


def query_to(stop: ScreenStop, part: str | None) -> dict[str, str | None]:
    """Return the query of a stop, in the scene `part`."""
    return {DIMENSION: stop.dimension.id, INDICATOR: stop.indicator, PART: part}
