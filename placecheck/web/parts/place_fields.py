"""The fields in which a place is described, for a new one and for one that is here."""

from __future__ import annotations

import streamlit as st

from placecheck.assessment import Place
from placecheck.words import answering as w
from placecheck.words import say

LONG, LONGER = 2000, 4000
"""Characters that one may write of where a place begins and ends, and of what to know about it."""


def place_fields(place: Place | None = None) -> Place | None:
    """Show the fields, filled in from `place`; what stands in them, or None while there is no name."""
    kinds = list(w.KINDS)
    boundary, context = (place and place.boundary) or "", (place and place.context) or ""
    name = st.text_input(say(w.NAME), value=place.name if place else "", max_chars=300)
    rest = {
        "kind": st.selectbox(
            say(w.KIND),
            kinds,
            index=kinds.index(place.kind) if place and place.kind else None,
            format_func=lambda kind: say(w.KINDS[kind]),
        ),
        "boundary": st.text_area(say(w.BOUNDARY), value=boundary, max_chars=max(LONG, len(boundary)), height=100),
        "nation": st.text_input(say(w.NATION), value=(place and place.nation) or "", max_chars=300),
        "context": st.text_area(say(w.CONTEXT), value=context, max_chars=max(LONGER, len(context))),
    }
    if not name.strip():
        return None
    return Place.model_validate({"name": name, **{key: value or None for key, value in rest.items()}})
