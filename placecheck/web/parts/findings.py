"""Faults and remarks of what a person gave."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from placecheck.errors import Finding
from placecheck.web.parts.text import plain


def found(findings: Sequence[Finding]) -> None:
    """Each fault and remark as a line."""
    if findings:
        st.markdown("\n".join(f"- {plain(str(finding))}" for finding in findings))
