"""People's words inside Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import streamlit as st

_MARK = re.compile(
    r"""
      [\\`*\[\]|<>~$]               # wherever they are
    | (?<=\])\( | !(?=\[)          # at what might be a link or a picture
    | (?<![^\W_])_ | _(?![^\W_])    # at the edge of a word
    | :(?=\S)                      # at the beginning of a directive, or of the name of an emoji
    | &(?=\#?\w+;)                 # at the beginning of a character's name or number
    """,
    re.VERBOSE,
)
_MARK_OF_LINE = re.compile(r"^([ \t]*)(?=[-+=#])|^([ \t]*\d+)(?=[.)])", re.MULTILINE)
"""Where Markdown, or Streamlit's own directives, might take a character for more than itself.

Only there: a field's label is also its name for those who hear it, and there a backslash is read out.
"""

_LINKS = re.compile(r"(?<=:)(?=//)|(?<=www)(?=\.)|(?=@)", re.IGNORECASE)
"""Where an address that Markdown would make a link of itself is taken apart: it looks for them behind all escapes."""
_JOINER = "\N{WORD JOINER}"
"""Has no width and breaks no line."""


def escape(text: str) -> str:
    """Return `text` as Markdown that shows it as it was typed, line breaks included, and makes nothing of it a link."""
    marked = _MARK.sub(r"\\\g<0>", _LINKS.sub(_JOINER, text))
    return _MARK_OF_LINE.sub(lambda line: f"{line[0]}\\", marked).replace("\n", "  \n")


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
