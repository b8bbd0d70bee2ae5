"""Choosing the rounds that stand side by side: from the store, from the examples, from files that others sent."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from placecheck.errors import InputError
from placecheck.web import desk, files
from placecheck.web.clicks import unbroken
from placecheck.web.parts.findings import found
from placecheck.web.parts.open_file import ENDINGS_TAKEN
from placecheck.web.parts.shut import left_out
from placecheck.web.parts.text import plain
from placecheck.web.session import MOST_BESIDE, ORDER, Session
from placecheck.words import comparing as w
from placecheck.words import say
from placecheck.words import web as words

NAME = "name"
FEWEST = 2
MANY = 100
"""From this many rounds on, one finds a place by its name first."""


def choose_places(session: Session) -> list[desk.Opened]:
    """Let rounds be chosen; those that are, in the order in which they shall stand."""
    chosen = session.beside
    choosing = st.expander(say(w.CHOOSE_PLACES), expanded=len(chosen) < FEWEST, key="beside-choose", on_change="rerun")
    if choosing.open:  # to list thousands of rounds takes longer than to show twelve
        with choosing:
            which(session, chosen)
            in_which_order(session)
            add_files(session)
    rounds = [one for id_ in chosen if (one := desk.opened(id_)) and not left_out(session, one)]
    return sorted(rounds, key=desk.by_name) if session.asked(ORDER) == NAME else rounds


def which(session: Session, chosen: Sequence[str]) -> None:
    """The rounds that are chosen, each with a way out, and all that could be chosen next."""
    names = desk.at_hand()
    for id_ in chosen:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(plain(names[id_]), width="content")
            st.button(
                say(w.TAKE_OUT, name=plain(names[id_])),
                key=f"take-out-{id_}",
                type="tertiary",
                on_click=unbroken(session.put_beside),
                args=([other for other in chosen if other != id_],),
            )
    offered = offer({id_: name for id_, name in names.items() if id_ not in chosen})
    session.shows("beside-add", None)
    st.selectbox(
        say(w.CHOOSE_ONE),
        list(offered),
        format_func=lambda id_: offered[id_],
        key="beside-add",
        placeholder=say(words.CHOOSE_A_PLACE),
        disabled=len(chosen) == MOST_BESIDE,
        on_change=unbroken(lambda: session.put_beside([*chosen, session.given("beside-add")])),
    )


def in_which_order(session: Session) -> None:
    """As they were chosen, or by name; there is no other order."""
    session.shows("beside-order", session.asked(ORDER) or "chosen")
    st.segmented_control(
        say(w.ORDER),
        ["chosen", NAME],
        required=True,
        format_func=lambda kind: say(w.BY_NAME if kind == NAME else w.AS_CHOSEN),
        key="beside-order",
        on_change=unbroken(lambda: session.turn_to(**{ORDER: NAME if session.given("beside-order") == NAME else None})),
    )


def offer(names: dict[str, str]) -> dict[str, str]:
    """The rounds to choose from: all of them, or where there are many, those whose name holds what was typed."""
    if len(names) <= MANY:
        return names
    typed = st.text_input(say(w.FIND_PLACE), key="beside-find").strip().casefold()
    fitting = [(id_, name) for id_, name in names.items() if typed in name.casefold()]
    return dict(fitting[:MANY])


def add_files(session: Session) -> None:
    """Take rounds from files, and let them stand beside those that were chosen."""
    with st.form("beside-files", clear_on_submit=True, border=False):
        given = st.file_uploader(say(w.ADD_FILES), type=ENDINGS_TAKEN, accept_multiple_files=True)
        if not st.form_submit_button(say(w.ADD_THEM)):
            return
        ids: list[str] = []
        for file in given:
            try:
                ids += files.keep_all(files.seen(file.name, file.getvalue()), session.by)
            except InputError as error:
                st.error(say(words.WRONG_FILE))
                found(error.findings)
                return
    session.put_beside([*dict.fromkeys([*session.beside, *ids])][:MOST_BESIDE])
    st.rerun()
