"""Whether a reader is at the computer that placecheck runs on, so that what is said of where things are kept is so."""

from __future__ import annotations

from urllib.parse import urlsplit

import streamlit as st

from placecheck.web.access.middleware import is_this_computer

LOCAL = "http://127.0.0.1"
"""The address that is taken where a page has none."""


def is_own_address(url: str) -> bool:
    """Return whether an address leads a computer back to itself."""
    host = urlsplit(url).hostname or ""
    return host == "localhost" or is_this_computer(host)


def is_on_own_computer() -> bool:
    """Return whether the page was opened on the computer that placecheck runs on, by its own address."""
    return is_own_address(st.context.url or LOCAL)
