"""The keying-in grid: sheets of paper, in their order, by keyboard alone; every change is in the store at once.

A component of our own, since a sheet of forty answers then takes two keys an answer and no rerun of a page stands
between them: `st.data_editor` wants four, and a text input an answer loses the place at Enter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import streamlit as st

from placecheck.assessment import Answer
from placecheck.storage import Standpoint
from placecheck.views.keying import keying_view, understood
from placecheck.web import desk
from placecheck.web.parts.component import component
from placecheck.web.session import Session

_grid = component("keying")

Keyed = Mapping[str, Any]
"""What the grid sends of one sheet: `voice` (None while it is new), `perspective`, and `rows` by indicator."""


@st.fragment
def keying(session: Session, round_id: str) -> None:
    """Show the grid for the round `round_id`, which must be one of the store's, and keep what is keyed in."""
    found = desk.sheets(round_id)
    if found is None:
        return
    kept = session.keyed_in(round_id)
    key = f"keying-{round_id}"
    view = asdict(keying_view(*found))
    _grid(key=key, data={**view, "kept": kept}, on_keyed_change=lambda: keep_all(session, round_id, key))


def keep_all(session: Session, round_id: str, key: str) -> None:
    """Keep every sheet that the grid sent, and remember what was kept so that the grid can say so."""
    sheets: Mapping[str, Keyed] = session.given(key).keyed
    known = session.keyed_in(round_id)
    kept = {
        mark: keep(round_id, {**given, "voice": _voice(mark, given, known)}, session.by)
        for mark, given in sheets.items()
    }
    session.remember_keyed_in(round_id, kept)


def _voice(mark: str, given: Keyed, known: Mapping[str, Keyed]) -> str | None:
    """The voice of a sheet: a sheet that was sent twice before the grid heard of its voice makes but one."""
    return given["voice"] or (known[mark]["voice"] if mark in known else None)


def keep(round_id: str, given: Keyed, by: str) -> dict[str, Any]:
    """Keep one sheet; what was kept of it. A row that says nothing that can be understood is left out."""
    one = desk.opened(round_id)
    assert one is not None  # noqa: S101
    answers: dict[str, Answer | None] = {}
    for indicator, row in given["rows"].items():
        if indicator in one.rubric.by_id:
            try:
                answers[indicator] = understood(row, one.rubric.steps)
            except ValueError:
                continue
    stands = Standpoint(perspective=given["perspective"] or None, paper=True)
    voice = desk.store().save_sheet(round_id, given["voice"], stands, answers, by)
    rows = {indicator: given["rows"][indicator] for indicator in answers}
    return {"voice": voice, "perspective": given["perspective"], "rows": rows}
