"""Choosing the assessments that stand side by side: from the store, from the examples, from files that others sent."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from placecheck.errors import InputError
from placecheck.web.components.file_import import ENDINGS_TAKEN
from placecheck.web.components.findings import show_findings
from placecheck.web.components.hidden_guard import show_if_hidden
from placecheck.web.data import assessments, uploads
from placecheck.web.markdown import escape
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import MAX_COMPARED, ORDER, Session
from placecheck.words import comparing as w
from placecheck.words import say
from placecheck.words import web as words

NAME = "name"
MIN_COMPARED = 2
MAX_LISTED = 100
"""From this many assessments on, one finds a place by its name first."""


def show_place_chooser(session: Session) -> list[assessments.OpenAssessment]:
    """Let assessments be chosen; return those chosen, in the order in which to show them."""
    chosen = session.compared
    choosing = st.expander(
        say(w.CHOOSE_PLACES), expanded=len(chosen) < MIN_COMPARED, key="beside-choose", on_change="rerun"
    )
    if choosing.open:  # to list thousands of assessments takes longer than to show twelve
        with choosing:
            choose_compared(session, chosen)
            choose_compared_order(session)
            add_files(session)
    visible = [
        opened for id_ in chosen if (opened := assessments.open_assessment(id_)) and not show_if_hidden(session, opened)
    ]
    return sorted(visible, key=assessments.name_order) if session.query_param(ORDER) == NAME else visible


def choose_compared(session: Session, chosen: Sequence[str]) -> None:
    """Show the chosen assessments, each with a button to remove it, and all that could be chosen next."""
    names = assessments.assessment_labels()
    for id_ in chosen:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(escape(names[id_]), width="content")
            st.button(
                say(w.TAKE_OUT, name=escape(names[id_])),
                key=f"take-out-{id_}",
                type="tertiary",
                on_click=uninterrupted(session.set_compared),
                args=([other for other in chosen if other != id_],),
            )
    offered = assessments_to_choose({id_: name for id_, name in names.items() if id_ not in chosen})
    session.set_widget_value("beside-add", None)
    st.selectbox(
        say(w.CHOOSE_ONE),
        list(offered),
        format_func=lambda id_: offered[id_],
        key="beside-add",
        placeholder=say(words.CHOOSE_A_PLACE),
        disabled=len(chosen) == MAX_COMPARED,
        on_change=uninterrupted(lambda: session.set_compared([*chosen, session.widget_value("beside-add")])),
    )


def choose_compared_order(session: Session) -> None:
    """Let the order be chosen: as the places were chosen, or by name; there is no other."""
    session.set_widget_value("beside-order", session.query_param(ORDER) or "chosen")
    st.segmented_control(
        say(w.ORDER),
        ["chosen", NAME],
        required=True,
        format_func=lambda kind: say(w.BY_NAME if kind == NAME else w.AS_CHOSEN),
        key="beside-order",
        on_change=uninterrupted(
            lambda: session.set_query(**{ORDER: NAME if session.widget_value("beside-order") == NAME else None})
        ),
    )


def assessments_to_choose(names: dict[str, str]) -> dict[str, str]:
    """Return the assessments to choose from: all, or where there are many, those whose name holds what was typed."""
    if len(names) <= MAX_LISTED:
        return names
    typed = st.text_input(say(w.FIND_PLACE), key="beside-find").strip().casefold()
    fitting = [(id_, name) for id_, name in names.items() if typed in name.casefold()]
    return dict(fitting[:MAX_LISTED])


def add_files(session: Session) -> None:
    """Read assessments from files, and add them to those that were chosen."""
    with st.form("beside-files", clear_on_submit=True, border=False):
        uploaded = st.file_uploader(say(w.ADD_FILES), type=ENDINGS_TAKEN, accept_multiple_files=True)
        if not st.form_submit_button(say(w.ADD_THEM)):
            return
        ids: list[str] = []
        for file in uploaded:
            try:
                plan = uploads.plan_upload(file.name, file.getvalue())
                ids += uploads.keep_plan(plan, assessments.current_author("file"))
            except InputError as error:
                st.error(say(words.WRONG_FILE))
                show_findings(error.findings)
                return
    session.set_compared([*dict.fromkeys([*session.compared, *ids])][:MAX_COMPARED])
    st.rerun()
