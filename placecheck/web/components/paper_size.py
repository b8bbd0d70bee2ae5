"""How something is to be printed."""

from __future__ import annotations

from typing import get_args

import streamlit as st

from placecheck.report.paper_size import Paper
from placecheck.words import on_paper as w
from placecheck.words import say


def choose_paper_size(what: str) -> Paper:
    """Ask for the size of the paper to print `what` on."""
    sizes: list[Paper] = list(get_args(Paper))
    return st.selectbox(
        say(w.SIZE), sizes, format_func=lambda size: say(w.SIZES[size]), width=220, key=f"paper-size-{what}"
    )


def choose_large_print(what: str) -> bool:
    """Ask whether to print `what` in large print."""
    return st.checkbox(say(w.LARGE), key=f"large-print-{what}")
