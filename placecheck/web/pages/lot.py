"""A panel drawn by lot: a list, words read aloud, and the same people again for whoever checks it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

import streamlit as st

from placecheck.errors import InputError
from placecheck.exchange.lot_files import DRAWN, LEFT, PEOPLE, QUOTAS, panel_tables, parsed_pool, parsed_quotas
from placecheck.fingerprint import words_as_heard
from placecheck.guides.lot import Panel, Person, Quota, draw_people
from placecheck.source.text import MAX_BYTES, decoded
from placecheck.views.guides.lot import unmet_lines
from placecheck.views.page_names import PageName
from placecheck.web.components.downloads import download
from placecheck.web.components.findings import show_findings
from placecheck.web.markdown import escape, small, text_table
from placecheck.web.state.session import Session
from placecheck.words import guides as guide_words
from placecheck.words import lot as w
from placecheck.words import say, say_n

Row = TypeVar("Row")
CSV = "text/csv"
TABLES = {DRAWN: w.TAKE_DRAWN, LEFT: w.TAKE_REST, PEOPLE: w.TAKE_PEOPLE, QUOTAS: w.TAKE_QUOTAS}
"""What the tables are called on their buttons; the last two are there only with quotas."""


def render(session: Session) -> None:
    """Ask for a list and the words that were read aloud, then show who is drawn and what is not met."""
    st.title(say(w.TITLE), anchor=False)
    st.markdown(f"{say(w.INTRO)}  \n{say(w.NOT_KEPT)}")
    session.link(PageName.GUIDES, say(guide_words.TO_LIST), {})
    people: Sequence[Person] = _uploaded(w.POOL, "lot-pool", parsed_pool) or ()
    quotas: Sequence[Quota] | None = ()
    if people:
        small(say_n(w.IN_POOL, len(people)))
        quotas = _uploaded(w.QUOTAS, "lot-quotas", lambda text, file: parsed_quotas(text, file, people))
    left, right = st.columns((1, 3))
    size = int(left.number_input(say(w.SIZE), min_value=1, max_value=10_000, value=12, key="lot-size"))
    seed = right.text_input(say(w.SEED), key="lot-seed", max_chars=300)
    small(say(w.SEED_HEARD))
    heard = words_as_heard(seed)
    if not people:
        return
    if not heard:
        st.markdown(say(w.SEED_FIRST))
        return
    if quotas is None:
        st.markdown(say(w.CORRECT_FIRST))
        return
    show_panel(people, draw_people(people, size, heard, quotas), size, heard, quotas)


def show_panel(people: Sequence[Person], panel: Panel, size: int, seed: str, quotas: Sequence[Quota] = ()) -> None:
    """Show who is drawn, in the order of the draw, what is not met, and the tables to take away."""
    by_id = {person["id"]: person for person in people}
    drawn = [by_id[id_] for id_ in panel.drawn]
    st.header(say(w.DRAWN), anchor=False)
    st.markdown(escape(say(w.READ_ALOUD, seed=seed, people=say_n(w.PEOPLE, len(people)))))
    if len(drawn) < size:
        st.warning(say(w.TOO_FEW, n=len(drawn), size=size))
    for line in unmet_lines(panel):
        st.warning(escape(line))
    if quotas and not panel.unmet:
        st.markdown(say(w.ALL_MET))
    text_table([dict(person) for person in drawn])
    with st.container(horizontal=True):
        for name in list(TABLES)[: len(TABLES) if quotas else 2]:
            make = partial(_table, people, panel, size, quotas, name)
            download(say(TABLES[name]), make, name, CSV, is_primary=name == DRAWN)


def _table(people: Sequence[Person], panel: Panel, size: int, quotas: Sequence[Quota], name: str) -> str:
    return panel_tables(people, panel, size, quotas)[name]


def _uploaded(label: str, key: str, parse: Callable[[str, str], tuple[Row, ...]]) -> tuple[Row, ...] | None:
    """Take a table; no rows where there is none yet, and None where it cannot be read, with its faults named below."""
    uploaded = st.file_uploader(say(label), type=["csv"], key=key)
    if uploaded is None:
        return ()
    try:
        return parse(decoded(uploaded.getvalue(), uploaded.name, MAX_BYTES), uploaded.name)
    except InputError as error:
        show_findings(error.findings)
        return None
