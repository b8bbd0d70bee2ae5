"""How people join: the address, the code and the square for cameras; and how much time they are given."""

from __future__ import annotations

import datetime
import os
from urllib.parse import urlsplit

import streamlit as st

from placecheck.base32 import grouped
from placecheck.charts.qr import qr
from placecheck.forms.phone import PREFIX
from placecheck.web import desk
from placecheck.web.door import ADDRESS, on_this_computer
from placecheck.web.hall.here import Here, now
from placecheck.web.parts.text import plain
from placecheck.words import say, say_n
from placecheck.words import workshop_page as w
from placecheck.workshop import codes

MINUTES = (2, 5, 10)


def address() -> str:
    """Where phones find this server: as `run --lan` says, else as this page was opened."""
    opened = urlsplit(st.context.url or "http://127.0.0.1")
    return os.environ.get(ADDRESS) or f"{opened.scheme}://{opened.netloc}"


def reaches_no_phone(where: str) -> bool:
    """Whether an address leads a phone back to itself."""
    host = urlsplit(where).hostname or ""
    return host == "localhost" or (host.replace(".", "").isdecimal() and on_this_computer(host))


def join_card(here: Here, *, size: int) -> None:
    """The address to type, the code, and the square, which is `size` pixels wide."""
    where = address()
    link = f"{where}{PREFIX}/{here.held.code}"
    square, said = st.columns([2, 3], gap="large", vertical_alignment="center")
    with square, st.container(key="join-square"):
        st.image(qr(link), width=size, alt=say(w.QR_SAYS, link=link))
    with said:
        st.markdown(say(w.ON_A_PHONE))
        with st.container(key="join-address"):
            st.markdown(f"**{plain(where.partition('://')[2] + PREFIX)}**")
        st.markdown(say(w.AND_TYPE))
        with st.container(key="join-code"):
            st.markdown(f"**{grouped(here.held.code, codes.JOIN_GROUP)}**")


def warn_of_address() -> None:
    """Say so where phones cannot reach the address that is shown."""
    if reaches_no_phone(address()):
        st.warning(plain(say(w.ONLY_HERE)))


def timer(here: Here) -> None:
    """Buttons that set the timer, and stop it."""
    st.markdown(f"**{say(w.TIMER)}**")
    with st.container(horizontal=True):
        for minutes in MINUTES:
            here.button(say_n(w.MINUTES, minutes), lambda n=minutes: set_timer(here, n), key=f"timer-{minutes}")  # type: ignore[misc]
        here.button(say(w.STOP_TIMER), lambda: set_timer(here, None), key="timer-stop", type="tertiary")


def set_timer(here: Here, minutes: int | None) -> None:
    """Let the timer run out in so many minutes; None stops it."""
    ends_at = None if minutes is None else now() + datetime.timedelta(minutes=minutes)
    desk.store().set_timer(here.id, ends_at)
