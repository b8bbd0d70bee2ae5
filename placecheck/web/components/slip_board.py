"""The board of slips: all beside each other, dragged between groups or put there by keys.

A component of our own, since a key then moves a slip at once and many moves are kept together: a page that runs again
for each of two hundred slips takes a second for each.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from placecheck.place import Card, Slip, SlipGroup, cards_of
from placecheck.web.components.component import define_component
from placecheck.web.components.slip_sorting import change_slips
from placecheck.web.data import place_cards
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import Session
from placecheck.words import listening as w
from placecheck.words import say, say_n

MAX_IN_COLUMN = 250
MAX_LENGTH = 300

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
    key, kept_key = f"slip-board-{opened.id}", f"slip-board-kept-{opened.id}"
    with fold:
        st.markdown(say(w.BOARD_ABOUT))
        _board(
            key=key,
            data={
                "board": opened.id,
                "kept": session.widget_value(kept_key),
                **board_data(slips, groups),
            },
            on_moves_change=uninterrupted(lambda: _keep_moves(session, opened, key, kept_key)),
        )
    if _keep_moves(session, opened, key, kept_key):
        st.rerun()


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
        if all(counts.get(id_, 0) < MAX_IN_COLUMN for id_ in columns):
            shown.append({"id": slip.id, "words": slip.words[:MAX_LENGTH], "groups": ids})
        for id_ in columns:
            counts[id_] = counts.get(id_, 0) + 1
    more = {id_: say_n(w.BOARD_MORE, count - MAX_IN_COLUMN) for id_, count in counts.items() if count > MAX_IN_COLUMN}
    return {
        "slips": shown,
        "groups": [{"id": group.id, "words": group.words[:MAX_LENGTH], "more": more.get(group.id)} for group in groups],
        "words": {"pile": say(w.PILE), "kept": say(w.BOARD_KEPT), "keeping": say(w.BOARD_KEEPING)},
    }


def moved_slips(
    moves: Mapping[str, Mapping[str, Sequence[str]]], cards: Sequence[Card]
) -> tuple[tuple[Card, Card], ...]:
    """Return each slip that was moved, as it would be if it lay only where it was taken out, and where it was put.

    Where others put it meanwhile is then no part of the change, and stays.
    """
    slips = {slip.id: slip for slip in cards_of(cards, Slip)}
    groups = {group.id for group in cards_of(cards, SlipGroup)}
    return tuple(
        (
            slips[id_].model_copy(update={"groups": tuple(move["out"])}),
            slips[id_].model_copy(update={"groups": tuple(group for group in move["into"] if group in groups)}),
        )
        for id_, move in moves.items()
        if id_ in slips
    )


def _keep_moves(session: Session, opened: OpenAssessment, key: str, kept_key: str) -> bool:
    """Keep what was moved, once, and return whether there was anything.

    The browser sends a batch until it hears that it is kept: a page that connects again sends one that no callback
    hears of.
    """
    sent = getattr(session.widget_value(key), "moves", None) or {}
    if "batch" not in sent or sent["batch"] == session.widget_value(kept_key):
        return False
    change_slips(session, opened, moved_slips(sent["slips"], place_cards.cards_of_place(opened)))
    session.set_widget_value(kept_key, sent["batch"])
    return True
