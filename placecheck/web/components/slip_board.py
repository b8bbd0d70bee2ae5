"""The board of slips: all beside each other, dragged between groups or put there by keys.

A component of our own, since a key then moves a slip at once and many moves are kept together: a page that runs again
for each of two hundred slips takes a second for each.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from placecheck.place import Slip, SlipGroup
from placecheck.web.components.component import define_component
from placecheck.web.components.slip_sorting import keep_slips
from placecheck.web.data import place_cards
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import Session
from placecheck.words import listening as w
from placecheck.words import say, say_n

MOST_IN_COLUMN = 250
LONGEST = 300

_board = define_component("slip_board")


def show_slip_board(
    session: Session, opened: OpenAssessment, slips: Sequence[Slip], groups: Sequence[SlipGroup]
) -> None:
    """Show the board, drawn only on request; slips that are left out are not on it."""
    if not groups:
        return
    fold = st.expander(say(w.BOARD), key=f"board-{opened.id}", on_change="rerun")
    if not fold.open:
        return
    key = f"slip-board-{opened.id}"
    with fold:
        st.markdown(say(w.BOARD_ABOUT))
        _board(
            key=key,
            data=board_data(slips, groups),
            on_moves_change=uninterrupted(lambda: _keep_moves(session, opened, key)),
        )


def board_data(slips: Sequence[Slip], groups: Sequence[SlipGroup]) -> dict[str, object]:
    """Return what the board shows: no more slips of the pile and of each group than can be looked through."""
    known = {group.id for group in groups}
    lying = [
        (slip, [id_ for id_ in slip.groups if id_ in known])
        for slip in slips
        if slip.left_out is None
    ]  # fmt: skip
    counts: dict[str, int] = {}
    shown = []
    for slip, ids in lying:
        columns = ids or [""]
        if all(counts.get(id_, 0) < MOST_IN_COLUMN for id_ in columns):
            shown.append({"id": slip.id, "words": slip.words[:LONGEST], "groups": ids})
        for id_ in columns:
            counts[id_] = counts.get(id_, 0) + 1
    more = {id_: say_n(w.BOARD_MORE, count - MOST_IN_COLUMN) for id_, count in counts.items() if count > MOST_IN_COLUMN}
    return {
        "slips": shown,
        "groups": [{"id": group.id, "words": group.words[:LONGEST], "more": more.get(group.id)} for group in groups],
        "words": {"pile": say(w.PILE), "kept": say(w.BOARD_KEPT), "keeping": say(w.BOARD_KEEPING)},
    }


def _keep_moves(session: Session, opened: OpenAssessment, key: str) -> None:
    moves: Mapping[str, Sequence[str]] = session.widget_value(key).moves or {}
    cards = {card.id: card for card in place_cards.open_cards(opened)}
    moved = []
    for id_, ids in moves.items():
        slip = cards.get(id_)
        if isinstance(slip, Slip):
            groups = tuple(group for group in ids if isinstance(cards.get(group), SlipGroup))
            moved.append(slip.model_copy(update={"groups": groups, "left_out": None}))
    keep_slips(session, opened, moved)
