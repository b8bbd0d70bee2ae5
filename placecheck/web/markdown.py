"""People's words inside Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import streamlit as st

MARKS = "\\`*_{}[]()#+-!|<>~$:^=&"
"""Characters that Markdown, or Streamlit's own directives, might take for more than themselves."""

_LINKS = re.compile(r"(?<=:)(?=//)|(?<=www)(?=\.)|(?=@)", re.IGNORECASE)
"""Where an address that Markdown would make a link of itself is taken apart: it looks for them behind all escapes."""
_JOINER = "\N{WORD JOINER}"
"""Has no width and breaks no line."""

_AS_TYPED = str.maketrans({character: f"\\{character}" for character in MARKS} | {"\n": "  \n"})


def escape(text: str) -> str:
    """Return `text` as Markdown that shows it as it was typed, line breaks included, and makes nothing of it a link."""
    return _LINKS.sub(_JOINER, text).translate(_AS_TYPED)


def escape_apart(text: str) -> str:
    """Return `text` as `escape` does, for words that go on after it: an Arabic name draws no number of theirs to it."""
    return f"\N{FIRST STRONG ISOLATE}{escape(text)}\N{POP DIRECTIONAL ISOLATE}"


def text_table(rows: Iterable[Mapping[str, str]]) -> None:
    """Show `rows`, by the names of their columns, as they were typed: Streamlit takes each cell for Markdown."""
    cells = [{escape(name): escape(value) for name, value in row.items()} for row in rows]
    st.table(cells, border="horizontal", hide_index=True)


def small(text: str) -> None:
    """Show the Markdown `text` in small type; a caption would be too faint to read (3.9:1 where 4.5:1 is asked)."""
    st.markdown(f":small[{text}]")
