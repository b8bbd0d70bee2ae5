"""How people join: the address, the join code and the QR code."""

from __future__ import annotations

import os
from urllib.parse import urlsplit

import streamlit as st

from placecheck.base32 import group
from placecheck.charts.qr import qr_svg
from placecheck.phone import PREFIX
from placecheck.web.access.middleware import ADDRESS
from placecheck.web.markdown import escape
from placecheck.web.state.own_computer import LOCAL, is_own_address
from placecheck.web.workshop.context import WorkshopContext
from placecheck.words import say
from placecheck.words import workshop_page as w
from placecheck.workshop import codes

BIG_SCREEN_QR_PIXELS = 480
"""The width of the QR code on the big screen."""


def server_address() -> str:
    """Return the address at which phones reach this server: that of `run --lan`, else the one of this page."""
    opened = urlsplit(st.context.url or LOCAL)
    return os.environ.get(ADDRESS) or f"{opened.scheme}://{opened.netloc}"


def show_join_card(context: WorkshopContext, *, size: int, on_screen: bool = False) -> None:
    """Show the address to type, the code, and the QR code: `size` pixels wide, or half of the big screen."""
    address = server_address()
    link = f"{address}{PREFIX}/{context.id}"
    qr_column, words_column = st.columns([1, 1] if on_screen else [2, 3], gap="large", vertical_alignment="center")
    with qr_column, st.container(key="join-square"):
        st.image(qr_svg(link), width=size, alt=say(w.QR_SAYS, link=link))
    with words_column:
        st.markdown(say(w.ON_A_PHONE))
        with st.container(key="join-address"):
            st.markdown(f"**{escape(address.partition('://')[2] + PREFIX)}**")
        st.markdown(say(w.AND_TYPE))
        with st.container(key="join-code"):
            st.markdown(f"**{group(context.summary.code, codes.JOIN_GROUP_LENGTH)}**")


def warn_of_address() -> None:
    """Show a warning if phones cannot reach the address that is shown."""
    if is_own_address(server_address()):
        st.warning(escape(say(w.ONLY_HERE)))
