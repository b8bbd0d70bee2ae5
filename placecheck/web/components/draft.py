"""Fields that are kept as a draft from the first letter on, and are there again when the page is opened."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import streamlit as st

from placecheck.web.components.typed_text import TypedForm, watch_form, writer_of
from placecheck.web.data import assessments
from placecheck.web.markdown import escape, small
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import Session
from placecheck.words import deciding as w
from placecheck.words import say

ON_ITS_WAY = 5.0
"""Seconds in which a letter that was typed before a form was sent may still arrive."""

_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Draft:
    """A form that nobody sent yet: whose it is, what it is called, and the widgets in it."""

    session: Session
    assessment_id: str | None
    """The assessment that it is kept with; None where there is none, so that it is not kept."""
    form: str
    names: Sequence[str]
    key: Callable[[str], str]

    def typed(self) -> dict[str, str]:
        """Return what stands in the fields that are not empty."""
        values = {name: self.session.widget_value(self.key(name)) for name in self.names}
        return {name: str(value) for name, value in values.items() if value and str(value).strip()}

    def changed(self) -> dict[str, str]:
        """Return the fields that are not empty and hold something other than what they began with."""
        before = self._before
        return {name: text for name, text in self.typed().items() if text != before.get(name)}

    def stored(self) -> dict[str, str]:
        """Return the draft as it is kept."""
        if self.assessment_id is None:
            return {}
        return assessments.current_store().draft(self.assessment_id, self.form)

    @property
    def theirs(self) -> dict[str, str]:
        """Return what somebody else wrote in these fields since, which waits for a decision."""
        return self.session.widget_value(self._of("theirs")) or {}

    @property
    def _seen(self) -> dict[str, str]:
        return self.session.widget_value(self._of("seen")) or {}

    @property
    def _before(self) -> Mapping[str, str | None]:
        return self.session.widget_value(self._of("before")) or _NOTHING

    def _of(self, what: str) -> str:
        return f"draft-{what}-{self.assessment_id}-{self.form}"

    def _remember(self, seen: Mapping[str, str], theirs: Mapping[str, str] | None = None) -> None:
        self.session.set_widget_value(self._of("seen"), dict(seen))
        self.session.set_widget_value(self._of("theirs"), dict(theirs or {}))

    def _save(self, fields: Mapping[str, str], *, over: bool = False) -> dict[str, str]:
        """Keep `fields`, and return what somebody else wrote there since, which stays unless it is written `over`."""
        if self.assessment_id is None:
            return {}
        seen, writer = None if over else self._seen, writer_of(self.session)
        return assessments.current_store().save_draft(self.assessment_id, self.form, fields, seen, writer)

    def keep(self) -> bool:
        """Keep what was changed in the fields, and return whether that is so.

        Where somebody else wrote there since, their words stay, and that is told.
        """
        changed = self.changed()
        theirs = self._save(changed)
        self._remember(self._seen if theirs else changed, theirs)
        return not theirs

    def drop(self) -> None:
        """Forget the draft: what stood in it was sent."""
        self._remember_sent()
        self._save({})
        self._remember({})

    def _remember_sent(self) -> None:
        self.session.set_widget_value(self._of("sent"), (time.monotonic(), self.typed()))

    def came_late(self, name: str, text: str) -> bool:
        """Return whether `text` is only letters of a field that came after they had been sent."""
        nothing: tuple[float, dict[str, str]] = (0.0, {})
        at, sent = self.session.widget_value(self._of("sent")) or nothing
        return time.monotonic() - at < ON_ITS_WAY and text in sent.get(name, "")

    def fill(self, before: Mapping[str, str | None] = _NOTHING) -> None:
        """Let fields that are about to be drawn again show the draft, or what they held `before` there was one."""
        draft = self._without_what_was_sent(self.stored())
        self.session.set_widget_value(self._of("before"), {name: before[name] for name in self.names if name in before})
        fresh = all(self.session.widget_value(self.key(name)) is None for name in self.names)
        if fresh:
            self._remember(draft)
        for name, value in {**before, **draft}.items():
            if name in self.names and value is not None and self.session.widget_value(self.key(name)) is None:
                self.session.set_widget_value(self.key(name), value)
        self.watch()

    def watch(self, *, saves: bool = False) -> None:
        """Let what is typed in the fields be kept before they are left."""
        if self.assessment_id is None:
            return
        fields = {self.key(name): name for name in self.names}
        watch_form(self.session, TypedForm(self.assessment_id, self.form, fields, self._seen, saves, self.notice))

    def notice(self) -> None:
        """Take note of what somebody else wrote in these fields; for callbacks."""
        theirs = self.stored()
        if theirs not in (self._seen, self.typed(), self.changed()):
            self._remember(self._seen, theirs)

    def show_state(self) -> None:
        """Say beside the fields that what stands in them is a draft, and what somebody else wrote in them."""
        if self.theirs:
            self.show_choice(say(w.OTHERS_WROTE, words="; ".join(self.theirs.values())))
        elif self.stored():
            small(say(w.KEPT_AS_DRAFT))

    def show_choice(self, words: str) -> None:
        """Say what somebody else wrote, and ask whose words count."""
        st.warning(escape(words))
        with st.container(horizontal=True):
            st.button(say(w.MINE_COUNTS), key=self._of("mine"), on_click=uninterrupted(self.keep_mine))
            st.button(say(w.TAKE_THEIRS), key=self._of("take"), on_click=uninterrupted(self.take_theirs))

    def keep_mine(self) -> None:
        """Let what stands in the fields here count; for callbacks."""
        self._save(self.changed(), over=True)
        self._remember(self.changed())

    def take_theirs(self) -> None:
        """Let what somebody else wrote stand in the fields; for callbacks."""
        theirs = self.theirs
        for name in self.names:
            if name in theirs or self.session.widget_value(self.key(name)):
                self.session.set_widget_value(self.key(name), theirs.get(name, self._before.get(name) or ""))
        self._remember(theirs)

    def _without_what_was_sent(self, draft: Mapping[str, str]) -> Mapping[str, str]:
        """Return `draft`, or nothing where all of it came after it had been sent; it goes then."""
        if self.typed() or not draft or not all(self.came_late(name, text) for name, text in draft.items()):
            return draft
        self._save({})
        return {}


def show_choice_not_kept(button: str) -> None:
    """Say in a form that what is chosen there, which no draft holds, is kept with `button`, and not before."""
    small(escape(say(w.CHOICE_KEPT_WITH, button=button)))


def show_not_kept(button: str) -> None:
    """Say next to fields that what is typed in them is only saved with `button`."""
    small(escape(say(w.KEPT_WITH, button=button)))
