"""People's words inside Markdown."""

from __future__ import annotations

MARKS = frozenset("\\`*_{}[]()#+-!|<>~$:^=&")
"""Characters that Markdown, or Streamlit's own directives, might take for more than themselves."""


def plain(text: str) -> str:
    """`text` as Markdown that shows it as it was typed, line breaks included."""
    escaped = "".join(f"\\{char}" if char in MARKS else char for char in text)
    return escaped.replace("\n", "  \n")
