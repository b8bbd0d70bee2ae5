"""Who is here and what they look at. The only module that touches Streamlit's session state and the address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from placecheck.charts.theme import DARK, LIGHT, Palette
from placecheck.web import desk
from placecheck.words import say
from placecheck.words import web as w

ROUND, INDICATOR = "round", "indicator"


@dataclass
class Session:
    """One visitor at one click. Truth about answers is in the store; this holds only who is here."""

    pages: dict[str, StreamlitPage] = field(default_factory=dict)

    @property
    def opened(self) -> desk.Opened | None:
        """The round being looked at, kept in the address so that a reload lands on it."""
        id_ = st.query_params.get(ROUND) or st.session_state.get(ROUND)
        found = desk.opened(id_) if id_ else None
        if found is None:
            st.query_params.pop(ROUND, None)
            return None
        st.session_state[ROUND] = found.id
        if st.query_params.get(ROUND) != found.id:
            st.query_params[ROUND] = found.id
        return found

    @property
    def indicator(self) -> str | None:
        """The indicator being looked at closely, by the address."""
        return st.query_params.get(INDICATOR)

    @property
    def palette(self) -> Palette:
        """The colours that fit the visitor's theme."""
        return DARK if st.context.theme.type == "dark" else LIGHT

    def address(self, round_id: str, **more: str) -> dict[str, str]:
        """The query of a link to a page about `round_id`."""
        return {ROUND: round_id, **more}

    def link(self, page: str, label: str, query: dict[str, str] | None = None) -> None:
        """Show a link to one of our pages."""
        st.page_link(self.pages[page], label=label, query_params=query)

    def closer(self, round_id: str, indicator: str, name: str) -> None:
        """Show a link to a closer look at one indicator."""
        self.link("closer", say(w.CLOSER_AT, name=name), self.address(round_id, **{INDICATOR: indicator}))


Render = Callable[[Session], None]
