"""Whether a connection comes from a page of our own."""

from __future__ import annotations

from urllib.parse import urlsplit

import streamlit as st
from starlette.datastructures import Headers


def is_same_origin(headers: Headers) -> bool:
    """Return whether a connection comes from one of our own pages, from no page, or from an allowed site."""
    origin = headers.get("origin")
    if origin is None or urlsplit(origin).netloc == headers.get("host"):
        return True
    return origin in st.get_option("server.corsAllowedOrigins")
