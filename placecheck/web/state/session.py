"""The visitor's state: what is shown, in the address, and what widgets hold, in Streamlit's session state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NoReturn

import streamlit as st

from placecheck.assessment import Voice
from placecheck.charts.theme import DARK, LIGHT, Palette
from placecheck.views.page_names import PageName
from placecheck.web.data import assessments
from placecheck.web.markdown import escape
from placecheck.web.state.reruns import PendingQuery, Query, uninterrupted
from placecheck.web.streamlit_private import StreamlitPage, went_back
from placecheck.words import say
from placecheck.words import web as w

ASSESSMENT, INDICATOR, DIMENSION, VOICE, PASSAGE = "round", "indicator", "side", "voice", "passage"
COMPARED, SET, ORDER, THEN, CARD = "beside", "set", "order", "then", "card"
WORKSHOP, SCREEN, PART, PLACE, LEADS = "workshop", "screen", "part", "place", "leads"
IDEA, FIND, MATTER, GUIDE, SHEET, STEP = "idea", "find", "matter", "guide", "sheet", "step"
NOW = "now"
"""What the address of the big screen says: what it shows is the workshop's affair, so that it is led from anywhere."""

PENDING_QUERY = "pending"
"""Where the latest clicks led is kept under it."""

MAX_COMPARED = 12
"""How many assessments stand side by side at most: more cannot be read."""


@dataclass
class Session:
    """One visitor at one click. The truth about answers is in the store; this holds only the visitor's state.

    What is shown is in the address, so that a reload, a bookmark and the back button return to the same view.
    """

    pages: dict[PageName, StreamlitPage] = field(default_factory=dict)

    @property
    def author(self) -> str:
        """Return what the history says a change came from."""
        return assessments.current_author()

    # What is looked at

    @property
    def open_assessment(self) -> assessments.OpenAssessment | None:
        """Return the open assessment, as named in the address."""
        id_ = st.query_params.get(ASSESSMENT) or st.session_state.get(ASSESSMENT)
        if (opened := assessments.open_assessment(id_) if id_ else None) is None:
            st.query_params.pop(ASSESSMENT, None)
            st.session_state.pop(ASSESSMENT, None)
            return None
        st.session_state[ASSESSMENT] = opened.id
        if st.query_params.get(ASSESSMENT) != opened.id:
            st.query_params[ASSESSMENT] = opened.id
        return opened

    @property
    def indicator(self) -> str | None:
        """Return the indicator shown in detail."""
        return st.query_params.get(INDICATOR)

    @property
    def passage(self) -> str | None:
        """Return the passage being read."""
        return st.query_params.get(PASSAGE)

    @property
    def dimension(self) -> str | None:
        """Return the dimension being answered."""
        return st.query_params.get(DIMENSION) or st.session_state.get(DIMENSION)

    def set_dimension(self, dimension: str) -> None:
        """Answer this dimension, and say so in the address; for callbacks, and where the address says nothing yet."""
        st.session_state[DIMENSION] = dimension
        self.set_query(**{DIMENSION: dimension})

    def query_param(self, name: str) -> str | None:
        """Return the query parameter `name` of the address."""
        return st.query_params.get(name)

    def set_query(self, **named: str | None) -> None:
        """Set query parameters of the address, and remove those that are None; for callbacks."""
        self.apply_pending_query()
        before = st.query_params.to_dict()
        after = {name: value for name, value in (before | named).items() if value is not None}
        if after != before:
            earlier = self._pending_query.earlier if self._pending_query else ()
            # First, since a changed address may break the run off.
            st.session_state[PENDING_QUERY] = PendingQuery((*earlier, before), after)
            st.query_params.from_dict(after)

    def apply_pending_query(self) -> None:
        """Go where the last click led: a click that comes at once after it names the address from before."""
        pending = self._pending_query
        if pending and pending.is_pending(went_back=went_back()):
            if st.query_params.to_dict() in pending.earlier:
                st.query_params.from_dict(pending.now)
        elif pending:
            st.session_state.pop(PENDING_QUERY)

    def mark_finished(self) -> None:
        """Record that the page is drawn to its end, and that the browser is about to know its address."""
        if self._pending_query:
            st.session_state[PENDING_QUERY] = self._pending_query.arrived()

    @property
    def _pending_query(self) -> PendingQuery | None:
        return st.session_state.get(PENDING_QUERY)

    @property
    def compared(self) -> list[str]:
        """Return the assessments chosen for comparison, in order: from the address, else the last or the open one."""
        state = st.session_state
        listed = st.query_params.get(COMPARED) or state.get(COMPARED) or state.get(ASSESSMENT) or ""
        ids = dict.fromkeys(listed.split(","))
        chosen = [id_ for id_ in ids if id_ and assessments.open_assessment(id_)][:MAX_COMPARED]
        self.set_compared(chosen)
        return chosen

    def set_compared(self, ids: Sequence[str]) -> None:
        """Choose the assessments to compare."""
        st.session_state[COMPARED] = ",".join(ids)
        self.set_query(**{COMPARED: ",".join(ids) or None})

    @property
    def chosen_voice(self) -> str | None:
        """Return the voice whose turn it is, as the address says, else as it was last."""
        return st.query_params.get(VOICE) or st.session_state.get(VOICE)

    def voice_index(self, voices: Sequence[Voice]) -> int:
        """Return which of `voices` is answering, from 0: the chosen one, else the last to join."""
        ids = [voice.id for voice in voices]
        return ids.index(self.chosen_voice) if self.chosen_voice in ids else len(ids) - 1

    @property
    def palette(self) -> Palette:
        """Return the colours that fit the visitor's theme."""
        return DARK if st.context.theme.type == "dark" else LIGHT

    @property
    def is_on_phone(self) -> bool:
        """Return whether there is little width, as far as the browser says."""
        return "Mobi" in (st.context.headers.get("User-Agent") or "")

    # Ways to other pages

    def address(self, assessment_id: str, **more: str) -> Query:
        """Return the query of a link to a page about `assessment_id`."""
        return {ASSESSMENT: assessment_id, **more}

    def link(self, page: PageName, label: str, query: Query | None = None) -> None:
        """Show a link to one of our pages; the label as it is, whatever a place in it is called."""
        st.page_link(self.pages[page], label=escape(label), query_params=query)

    def link_indicator(self, assessment_id: str, indicator: str, name: str) -> None:
        """Show a link to a closer look at one indicator."""
        self.link(PageName.CLOSER_LOOK, say(w.CLOSER_AT, name=name), {ASSESSMENT: assessment_id, INDICATOR: indicator})

    def link_passage(self, passage: str, label: str, indicator: str | None = None) -> None:
        """Show a link to a passage in its surroundings, on the way through those of `indicator` where one is given."""
        parameters = {ASSESSMENT: st.query_params.get(ASSESSMENT), INDICATOR: indicator, PASSAGE: passage}
        self.link(PageName.PASSAGE, label, {name: value for name, value in parameters.items() if value})

    def switch_page(self, page: PageName, query: Query | None = None) -> None:
        """Go to one of our pages at once."""
        st.switch_page(self.pages[page], query_params=query)

    def keep_address(self) -> None:
        """Let the address say what is looked at: a link to the very page one is on leaves it as it was."""
        st.query_params.from_dict(st.query_params.to_dict())

    # What widgets hold

    def set_widget_value(self, key: str, value: Any) -> None:
        """Let the widget `key`, which is about to be drawn, show `value`. What it shows already is not sent again."""
        if key not in st.session_state or st.session_state[key] != value:
            st.session_state[key] = value

    def widget_value(self, key: str) -> Any:
        """Return what the widget `key` holds."""
        return st.session_state.get(key)

    def choose_voice(
        self, label: str, names: Mapping[str, str], voice: str, opened: assessments.OpenAssessment
    ) -> None:
        """Show that it is the turn of `voice`, and let another of `names` be chosen."""
        key = f"whose-turn-{opened.id}"
        self.set_widget_value(key, voice)
        st.selectbox(
            label,
            list(names),
            format_func=names.__getitem__,
            key=key,
            on_change=uninterrupted(lambda: self._set_voice(self.widget_value(key))),
        )

    def begin_voice(self, opened: assessments.OpenAssessment, page: PageName | None = None) -> None:
        """Let the next person answer, from the first dimension on; on `page` where it is another than this one."""
        self._set_voice(voice_id := assessments.current_store().add_voice(opened.id, by=self.author))
        st.query_params.pop(DIMENSION, None)
        st.session_state.pop(DIMENSION, None)
        if page:
            self.switch_page(page, self.address(opened.id, **{VOICE: voice_id}))
        st.rerun()

    def _set_voice(self, voice_id: str) -> None:
        st.session_state[VOICE] = voice_id
        self.set_query(**{VOICE: voice_id})

    def keyed_in(self, assessment_id: str) -> dict[str, dict[str, Any]]:
        """Return what was saved of the sheets last keyed in on this assessment, by the id that the grid gave each."""
        keyed: dict[str, dict[str, Any]] = st.session_state.setdefault(f"keyed-in-{assessment_id}", {})
        return keyed

    def remember_keyed_in(self, assessment_id: str, keyed: dict[str, dict[str, Any]]) -> None:
        """Remember that the sheets in `keyed` were saved."""
        st.session_state[f"keyed-in-{assessment_id}"] = keyed

    # What is said once

    def toast_on_next_page(self, words: str, *, until_closed: bool = False) -> None:
        """Say `words` as the page is drawn next, `until_closed` if something was not done; for callbacks."""
        st.session_state["refused" if until_closed else "told"] = words

    def rerun_with_toast(self, words: str) -> NoReturn:
        """Rerun the page at once and show `words` on it, once; nothing after this call runs."""
        st.session_state["told"] = words
        st.rerun()

    def toast_at(self, words: str, page: PageName) -> None:
        """Say `words` once on another of our pages, and go there with nothing open."""
        st.session_state["told"] = words
        st.session_state.pop(ASSESSMENT, None)
        st.query_params.clear()
        self.switch_page(page)

    def show_pending_toast(self) -> None:
        """Show what the last click had to tell: long enough to read, and what was not done until one closes it."""
        if words := st.session_state.pop("told", None):
            st.toast(escape(words), duration="long")
        if words := st.session_state.pop("refused", None):
            st.toast(escape(words), duration="infinite")
