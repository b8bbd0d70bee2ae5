"""The fields in which a place is described, for a new one and for one that is here."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from placecheck.assessment import Place
from placecheck.web.components.focus_field import fault_slot, show_fault
from placecheck.words import answering as w
from placecheck.words import say

MAX_BOUNDARY_LENGTH, MAX_CONTEXT_LENGTH = 2000, 4000
"""Characters that one may write of where a place begins and ends, and of what to know about it."""
FIELDS = ("name", "kind", "boundary", "nation", "context")


def place_texts(place: Place) -> dict[str, str]:
    """Return what the fields of `place` hold, by name."""
    return {name: getattr(place, name) or "" for name in FIELDS}


def show_place_fields(
    key: Callable[[str], str], before: Mapping[str, str] | None = None, *, lacks_name: bool = False
) -> Place | None:
    """Show the fields, each a widget of its `key`; return what they hold, or None while there is no name.

    What they held `before` may be longer than what one may write.
    """
    lengths = {name: len(text) for name, text in (before or {}).items()}
    long, longer = (
        max(MAX_BOUNDARY_LENGTH, lengths.get("boundary", 0)),
        max(MAX_CONTEXT_LENGTH, lengths.get("context", 0)),
    )
    name = st.text_input(say(w.NAME), key=key("name"), max_chars=300)
    if lacks_name:
        show_fault(fault_slot(), say(w.NAME), say(w.NAME_MISSING))
    rest = {
        "kind": st.selectbox(
            say(w.KIND),
            ["", *w.KINDS],
            key=key("kind"),
            format_func=lambda kind: say(w.KINDS[kind] if kind else w.NOT_SAID),
        ),
        "boundary": st.text_area(say(w.BOUNDARY), key=key("boundary"), max_chars=long, height=100),
        "nation": st.text_input(say(w.NATION), key=key("nation"), max_chars=300),
        "context": st.text_area(say(w.CONTEXT), key=key("context"), max_chars=longer),
    }
    if not name.strip():
        return None
    return Place.model_validate({"name": name, **{field: value or None for field, value in rest.items()}})
