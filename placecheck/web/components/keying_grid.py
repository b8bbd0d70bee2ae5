"""The keying-in grid: sheets of paper, in their order, by keyboard alone; every change is in the store at once.

A component of our own, since a sheet of forty answers then takes two keys an answer and no rerun of a page stands
between them: `st.data_editor` wants four, and a text input an answer loses the place at Enter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from placecheck.assessment import Answer
from placecheck.storage import Standpoint
from placecheck.views.questionnaire.keying import AGAIN, keying_view, parse_row
from placecheck.web.components.component import define_component
from placecheck.web.data import assessments
from placecheck.web.state.language import localised_fragment
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import Session

_grid = define_component("keying_grid")

Keyed = Mapping[str, Any]
"""What the grid sends of one sheet: `voice` (None while it is new), `perspective`, and `rows` by indicator."""


@localised_fragment
def show_keying_grid(session: Session, assessment_id: str) -> None:
    """Show the grid for the assessment `assessment_id`, which must be one of the store's, and keep what is keyed in."""
    found_sheets = assessments.paper_sheets(assessment_id)
    if found_sheets is None:
        return
    keyed = session.keyed_in(assessment_id)
    key = f"keying-{assessment_id}"
    view = asdict(keying_view(*found_sheets, assessments.current_store().second_votes(assessment_id)))
    keep_keyed = uninterrupted(lambda: keep_all(session, assessment_id, key))
    _grid(key=key, data={**view, "kept": keyed}, on_keyed_change=keep_keyed)


def keep_all(session: Session, assessment_id: str, key: str) -> None:
    """Keep every sheet that the grid sent, and remember what was kept so that the grid can say so."""
    sheets: Mapping[str, Keyed] = session.widget_value(key).keyed
    known = session.keyed_in(assessment_id)
    voices = {
        sheet: keep_keyed_sheet(
            assessment_id, {**keyed, "voice": _voice(sheet, keyed, known)}, assessments.current_author("paper")
        )
        for sheet, keyed in sheets.items()
    }
    session.remember_keyed_in(assessment_id, voices)


def _voice(sheet: str, keyed: Keyed, known: Mapping[str, Keyed]) -> str | None:
    """Return the voice of a sheet: one sent twice before the grid received its voice makes only one."""
    return keyed["voice"] or (known[sheet]["voice"] if sheet in known else None)


def keep_keyed_sheet(assessment_id: str, keyed: Keyed, by: str) -> dict[str, Any]:
    """Keep one sheet, and return what was kept of it. A row that cannot be understood is left out."""
    opened = assessments.open_assessment(assessment_id)
    assert opened is not None  # noqa: S101
    store = assessments.current_store()
    votes = {f"{AGAIN}{number}": number for number in store.second_votes(assessment_id).asks}
    before = next((voice.answers for voice in opened.assessment.voices if voice.id == keyed["voice"]), {})
    read: dict[str, Answer | None] = {}
    for id_, row in keyed["rows"].items():
        if id_ in opened.rubric.by_id or id_ in votes:
            try:
                read[id_] = parse_row(row, opened.rubric.steps, before.get(id_))
            except ValueError:
                continue
    standpoint = Standpoint(perspective=keyed["perspective"] or None, paper=True)
    answers = {id_: answer for id_, answer in read.items() if id_ not in votes}
    voice = store.save_sheet(assessment_id, keyed["voice"], standpoint, answers, by)
    ballots = {votes[id_]: answer for id_, answer in read.items() if id_ in votes}
    if ballots:
        store.save_ballots(assessment_id, voice, ballots, by)
    return {"voice": voice, "perspective": keyed["perspective"], "rows": {id_: keyed["rows"][id_] for id_ in read}}
