"""Say what is missing or wrong at the field that it is about, and put the focus there."""

from __future__ import annotations

import time

import streamlit as st

from placecheck.web.components.component import define_component
from placecheck.web.markdown import escape
from placecheck.web.streamlit_private import Slot

_component = define_component("focus_field")


def focus_on(label: str, within: str = "") -> None:
    """Let the field that is called `label` have the focus, and be in sight.

    Where several fields of a page are called so, `within` is the key of the container of the one that is meant.
    """
    data = {"label": label, "within": within, "at": time.monotonic()}  # a new request each time
    _component(key=f"focus-{within}-{label}", data=data)


def show_fault(slot: Slot, label: str, words: str, within: str = "") -> None:
    """Show `words` in `slot`, which is at the field called `label`, and give that field the focus."""
    slot.error(escape(words))
    focus_on(label, within)


def fault_slot() -> Slot:
    """Return the slot below a field in which a fault of it is shown."""
    return st.container()
