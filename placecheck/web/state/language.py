"""The reader's language, in whatever Streamlit draws: each run of it begins without one."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import streamlit as st

from placecheck.forms.language import preferred_language
from placecheck.words import language

Given = ParamSpec("Given")


def use_reader_language() -> None:
    """Speak the language that the reader chose, to the end of this run."""
    language.set(preferred_language(st.context.cookies))


def localised_fragment(draw: Callable[Given, None]) -> Callable[Given, None]:
    """Wrap a part of a page that may be drawn without the rest: `st.fragment`, in the reader's language."""

    @st.fragment
    @wraps(draw)
    def part(*args: Given.args, **named: Given.kwargs) -> None:
        use_reader_language()
        draw(*args, **named)

    return part
