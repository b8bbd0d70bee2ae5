"""The faults and remarks found in what a person gave."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from placecheck.errors import Finding
from placecheck.web.markdown import escape


def show_findings(findings: Sequence[Finding]) -> None:
    """Show each fault and remark as a line."""
    if findings:
        st.markdown("\n".join(f"- {escape(str(finding))}" for finding in findings))
