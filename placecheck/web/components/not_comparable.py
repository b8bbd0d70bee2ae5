"""What cannot be compared, on request; that everything can, where nothing is left out."""

from __future__ import annotations

import streamlit as st

from placecheck.views.comparison.comparison import ComparisonView
from placecheck.web.markdown import escape, small


def show_not_comparable(view: ComparisonView) -> None:
    """Show what cannot be compared, each with the reason."""
    if not view.not_comparable:
        small(escape(view.not_comparable_title))
        return
    with st.expander(escape(view.not_comparable_title)):
        st.markdown("\n".join(f"- {escape(line)}" for line in view.not_comparable))
