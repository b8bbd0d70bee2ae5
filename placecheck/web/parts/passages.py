"""Passages of the discussion: what grounds an indicator, and what warns about it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from placecheck.views.passage import PassageView
from placecheck.web.parts.text import plain


def passages(title: str, found: Sequence[PassageView]) -> None:
    """Show `found` below `title`, if there is one, each with its source and the way to the paragraph."""
    if title:
        st.subheader(title)
    for passage in found:
        with st.container(border=True):
            st.markdown(plain(passage.gist))
            st.caption(plain(" ".join((passage.source, *passage.remarks))))
            if passage.link:
                st.markdown(f"[{passage.way}]({passage.link})")
            else:
                st.caption(passage.way)
