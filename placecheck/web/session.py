"""Who is here and what they look at. The only module that touches Streamlit's session state and the address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from placecheck.charts.theme import DARK, LIGHT, Palette
from placecheck.forms.language import chosen
from placecheck.web import desk
from placecheck.web.clicks import Query, Turned, unbroken, went_back
from placecheck.web.parts.text import plain
from placecheck.words import language, say
from placecheck.words import web as w

ROUND, INDICATOR, SIDE, VOICE, PASSAGE = "round", "indicator", "side", "voice", "passage"
BESIDE, ORDER, THEN = "beside", "order", "then"
WORKSHOP, SCREEN, PART, PLACE, LEADS = "workshop", "screen", "part", "place", "leads"
NOW = "now"
"""What the address of the big screen says: what it shows is the workshop's affair, so that it is led from anywhere."""

TURNED = "turned"
"""Where the latest clicks led is kept under it."""

MOST_BESIDE = 12
"""How many rounds stand side by side at most: more cannot be read."""


@dataclass
class Session:
    """One visitor at one click. The truth about answers is in the store; this holds only who is here.

    What is looked at stands in the address, so that a reload, a bookmark and the back button land where one was.
    """

    pages: dict[str, StreamlitPage] = field(default_factory=dict)
    by: str = "dashboard"
    """What the history says a change came from."""

    # What is looked at

    @property
    def opened(self) -> desk.Opened | None:
        """The round being looked at; kept in the address."""
        id_ = st.query_params.get(ROUND) or st.session_state.get(ROUND)
        found = desk.opened(id_) if id_ else None
        if found is None:
            st.query_params.pop(ROUND, None)
            st.session_state.pop(ROUND, None)
            return None
        st.session_state[ROUND] = found.id
        if st.query_params.get(ROUND) != found.id:
            st.query_params[ROUND] = found.id
        return found

    @property
    def indicator(self) -> str | None:
        """The indicator being looked at closely."""
        return st.query_params.get(INDICATOR)

    @property
    def passage(self) -> str | None:
        """The passage being read."""
        return st.query_params.get(PASSAGE)

    @property
    def side(self) -> str | None:
        """The dimension being answered."""
        return st.query_params.get(SIDE) or st.session_state.get(SIDE)

    def turn_to_side(self, side: str) -> None:
        """Answer this dimension, and say so in the address; for callbacks, and where the address says nothing yet."""
        st.session_state[SIDE] = side
        self.turn_to(**{SIDE: side})

    def asked(self, name: str) -> str | None:
        """What the address says under `name`."""
        return st.query_params.get(name)

    def turn_to(self, **named: str | None) -> None:
        """Say otherwise in the address, and nothing where None is given; for callbacks."""
        self.catch_up()
        before = st.query_params.to_dict()
        after = {name: value for name, value in (before | named).items() if value is not None}
        if after != before:
            left = self._turned.left if self._turned else ()
            st.session_state[TURNED] = Turned((*left, before), after)  # first: the address may break the run off
            st.query_params.from_dict(after)

    def catch_up(self) -> None:
        """Be where the last click led, where the browser did not know of that when it sent the next.

        A click that comes at once after another says the address from before it.
        """
        turned = self._turned
        if turned and turned.leads_on(went_back=went_back()):
            if st.query_params.to_dict() in turned.left:
                st.query_params.from_dict(turned.now)
        elif turned:
            st.session_state.pop(TURNED)

    def arrived(self) -> None:
        """The page is drawn to its end, and the browser is about to know its address."""
        if self._turned:
            st.session_state[TURNED] = self._turned.arrived()

    @property
    def _turned(self) -> Turned | None:
        return st.session_state.get(TURNED)

    @property
    def beside(self) -> list[str]:
        """The rounds chosen to stand side by side, in the order in which they were chosen; the one open to begin with.

        Kept in the address, else as they were last.
        """
        said = st.query_params.get(BESIDE) or st.session_state.get(BESIDE) or st.session_state.get(ROUND) or ""
        chosen = [one for one in dict.fromkeys(said.split(",")) if one and desk.opened(one)][:MOST_BESIDE]
        self.put_beside(chosen)
        return chosen

    def put_beside(self, ids: Sequence[str]) -> None:
        """Choose the rounds that stand side by side."""
        st.session_state[BESIDE] = ",".join(ids)
        self.turn_to(**{BESIDE: ",".join(ids) or None})

    def voice_index(self, one: desk.Opened) -> int:
        """Which voice of the round is answering, from 0: the one in the address, else the last that came."""
        ids = [voice.id for voice in one.assessment.voices]
        asked = st.query_params.get(VOICE) or st.session_state.get(VOICE)
        return ids.index(asked) if asked in ids else len(ids) - 1

    def speak(self) -> None:
        """Speak the reader's language; a part that is drawn without its page forgets it."""
        language.set(chosen(st.context.cookies))

    @property
    def palette(self) -> Palette:
        """The colours that fit the visitor's theme."""
        return DARK if st.context.theme.type == "dark" else LIGHT

    @property
    def on_a_phone(self) -> bool:
        """Whether there is little width, as far as the browser says."""
        return "Mobi" in (st.context.headers.get("User-Agent") or "")

    # Ways to other pages

    def address(self, round_id: str, **more: str) -> Query:
        """The query of a link to a page about `round_id`."""
        return {ROUND: round_id, **more}

    def link(self, page: str, label: str, query: Query | None = None) -> None:
        """Show a link to one of our pages; the label as it is, whatever a place in it is called."""
        st.page_link(self.pages[page], label=plain(label), query_params=query)

    def closer(self, round_id: str, indicator: str, name: str) -> None:
        """Show a link to a closer look at one indicator."""
        self.link("closer", say(w.CLOSER_AT, name=name), self.address(round_id, **{INDICATOR: indicator}))

    def read(self, passage: str, label: str, indicator: str | None = None) -> None:
        """Show a link to a passage in its surroundings, on the way through those of `indicator` where one is given."""
        given = {ROUND: st.query_params.get(ROUND), INDICATOR: indicator, PASSAGE: passage}
        self.link("passage", label, {name: value for name, value in given.items() if value})

    def go(self, page: str, query: Query | None = None) -> None:
        """Go to one of our pages at once."""
        st.switch_page(self.pages[page], query_params=query)

    def keep_address(self) -> None:
        """Let the address say what is looked at: a link to the very page one is on leaves it as it was."""
        st.query_params.from_dict(st.query_params.to_dict())

    # What widgets hold

    def shows(self, key: str, value: Any) -> None:
        """Let the widget `key`, which is about to be drawn, show `value`. What it shows already is not sent again."""
        if key not in st.session_state or st.session_state[key] != value:
            st.session_state[key] = value

    def given(self, key: str) -> Any:
        """What the widget `key` holds."""
        return st.session_state.get(key)

    def choose_voice(self, label: str, names: Sequence[str], one: desk.Opened) -> None:
        """Show whose turn it is, and let another be chosen."""
        ids = [voice.id for voice in one.assessment.voices]
        key = f"whose-turn-{one.id}"
        self.shows(key, ids[self.voice_index(one)])
        st.selectbox(
            label,
            ids,
            format_func=lambda id_: names[ids.index(id_)],
            key=key,
            on_change=unbroken(lambda: self._turn_to(self.given(key))),
        )

    def begin_voice(self, one: desk.Opened) -> None:
        """Let the next person answer, from the first dimension on."""
        self._turn_to(desk.store().add_voice(one.id, by=self.by))
        st.query_params.pop(SIDE, None)
        st.session_state.pop(SIDE, None)
        st.rerun()

    def _turn_to(self, voice_id: str) -> None:
        st.session_state[VOICE] = voice_id
        self.turn_to(**{VOICE: voice_id})

    def keyed_in(self, round_id: str) -> dict[str, dict[str, Any]]:
        """What was kept of the sheets that were keyed in here last, by the mark that the grid gave each."""
        kept: dict[str, dict[str, Any]] = st.session_state.setdefault(f"keyed-in-{round_id}", {})
        return kept

    def remember_keyed_in(self, round_id: str, kept: dict[str, dict[str, Any]]) -> None:
        """Remember that the sheets in `kept` were kept."""
        st.session_state[f"keyed-in-{round_id}"] = kept

    # What is said once

    def tell_next(self, words: str) -> None:
        """Say `words` as the page is drawn next; for callbacks."""
        st.session_state["told"] = words

    def tell(self, words: str) -> None:
        """Say `words` on the page as it is drawn next, once."""
        st.session_state["told"] = words
        st.rerun()

    def tell_at(self, words: str, page: str) -> None:
        """Say `words` once on another of our pages, and go there with nothing open."""
        st.session_state["told"] = words
        st.session_state.pop(ROUND, None)
        st.query_params.clear()
        self.go(page)

    def say_what_was_told(self) -> None:
        """Show what the last click had to tell."""
        words = st.session_state.pop("told", None)
        if words:
            st.toast(words)
