"""People's words inside Markdown."""

from __future__ import annotations

import streamlit as st

MARKS = "\\`*_{}[]()#+-!|<>~$:^=&"
"""Characters that Markdown, or Streamlit's own directives, might take for more than themselves."""

_AS_TYPED = str.maketrans({mark: f"\\{mark}" for mark in MARKS} | {"\n": "  \n"})


def plain(text: str) -> str:
    """`text` as Markdown that shows it as it was typed, line breaks included."""
    return text.translate(_AS_TYPED)


def small(text: str) -> None:
    """Show the Markdown `text` in small type; a caption would be too faint to read (3.9:1 where 4.5:1 is asked)."""
    st.markdown(f":small[{text}]")
