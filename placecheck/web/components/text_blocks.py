"""Blocks of words, beside each other where there is room: a title, lines that lead on, more of them on request.

A component of our own. As elements of Streamlit's own, each line and each link of a page of results takes its share of
every click at the server, and of every drawing in the browser.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict
from urllib.parse import urlencode

from placecheck.views.page_names import PageName
from placecheck.web.components.component import define_component

_component = define_component("text_blocks", isolate_styles=False)


class LinkedLine(TypedDict, total=False):
    """Words, a link where they lead somewhere, with a line below that says why they are there."""

    words: str
    because: str
    where: str


class TextBlock(TypedDict, total=False):
    """What stands under one title: a text, lines, `more` as the title of the others, which are folded, and links."""

    title: str
    subtitle: str
    text: str
    lines: Sequence[LinkedLine]
    others: Sequence[LinkedLine]
    more: str
    links: Sequence[LinkedLine]


Cell = Sequence[TextBlock]
"""Blocks below each other, beside those of the next cell."""


def show_text_blocks(key: str, cells: Sequence[Cell]) -> None:
    """Show `cells`, two beside each other where there is room; nothing where there are none."""
    if cells:
        _component(key=key, data={"cells": cells})


def page_address(page: PageName, **query: str) -> str:
    """Return where a line leads that is about `page` with `query` in its address."""
    return f"{page}?{urlencode(query)}"
