"""The fields of an indicator in the group's own words, kept as a draft, with what is missing said at its field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st
from pydantic import ValidationError

from placecheck.rubric import Indicator
from placecheck.storage import OwnWords
from placecheck.web.components.draft import Draft
from placecheck.web.components.focus_field import fault_slot, show_fault
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.markdown import escape
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import Session
from placecheck.web.streamlit_private import Slot
from placecheck.words import deciding as w
from placecheck.words import say

Slots = Mapping[str, Slot]
"""The fault slot of each field, by the field's name, in the order of the fields."""


def wording_draft(session: Session, opened: OpenAssessment, form: str) -> Draft:
    """Return the draft of a form here; its fields are new after each change of the assessment."""
    levels = (f"level-{number}" for number in range(opened.rubric.steps))
    names = ("dimension", "name", "statement", "look_for", *levels)
    return Draft(session, opened.id, form, names, f"{form}-{opened.id}-{opened.sequence}-{{}}".format)


def show_wording(
    opened: OpenAssessment, indicator: Indicator | None, draft: Draft, *, named: bool = False
) -> tuple[dict[str, Any], Slots]:
    """Show the fields of an indicator's words, with a short name if `named`; return what they hold, and fault slots."""
    values = _before(opened, indicator)
    for name, value in values.items():
        if draft.session.widget_value(draft.key(name)) is None:
            draft.session.set_widget_value(draft.key(name), value)
    left = uninterrupted(draft.keep)
    words: dict[str, Any] = {}
    slots: dict[str, Slot] = {}
    for name, label in _labels(opened).items():
        if name == "name" and not named:
            continue
        field = st.text_area if name == "look_for" else st.text_input
        most = {"name": 60, "look_for": 4000}.get(name, 300)
        words[name] = field(escape(label), key=draft.key(name), max_chars=most, on_change=left)
        slots[name] = fault_slot()
    levels = tuple(words.pop(name) for name in list(words) if name.startswith("level-"))
    return {**words, "levels": levels}, slots


def valid_own_words(opened: OpenAssessment, own: dict[str, Any], slots: Slots, within: str) -> OwnWords | None:
    """Return the group's own words, or None after what is missing was said at its field."""
    try:
        return OwnWords.model_validate(own)
    except ValidationError:
        name = _gap(own["words"], slots)
        show_fault(slots[name], _labels(opened)[name], say(w.NAME_GAP if name == "name" else w.OWN_GAP), within)
        return None


def _before(opened: OpenAssessment, indicator: Indicator | None) -> dict[str, str]:
    levels: Sequence[str] = indicator.levels if indicator else ("",) * opened.rubric.steps
    texts = {"statement": indicator.statement, "look_for": indicator.look_for or ""} if indicator else {}
    return texts | {f"level-{number}": described for number, described in enumerate(levels)}


def _labels(opened: OpenAssessment) -> dict[str, str]:
    labels = {"name": say(w.NAME), "statement": say(w.STATEMENT), "look_for": say(w.LOOK_FOR)}
    return labels | {
        f"level-{number}": say(w.LEVEL_WORDS, level=level.name) for number, level in enumerate(opened.rubric.levels)
    }


def _gap(words: Mapping[str, Any], slots: Slots) -> str:
    """Return the first field that is empty, or a level that says what an earlier one says; else the statement."""
    levels = [text.strip() for text in words["levels"]]
    repeated = {f"level-{at}" for at, text in enumerate(levels) if not text or text in levels[:at]}
    empty = {name for name in ("name", "statement") if name in slots and not words[name].strip()}
    return next((name for name in slots if name in repeated | empty), "statement")
