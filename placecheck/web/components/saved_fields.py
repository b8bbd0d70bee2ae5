"""Fields of what is saved: until it is saved again, what is typed is a draft, and nobody's words go unseen."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

import streamlit as st

from placecheck.web.components.draft import Draft
from placecheck.web.markdown import small
from placecheck.web.state.reruns import uninterrupted
from placecheck.words import deciding as w
from placecheck.words import say


@dataclass(frozen=True)
class SavedFields(Draft):
    """Fields of which `saved` returns what is stored now, by name, and `save` stores what was changed."""

    saved: Callable[[], Mapping[str, str]]
    save: Callable[[Mapping[str, str]], object]
    with_button: bool = False
    """Whether they are saved with a button, and not as each is left."""

    def current_texts(self) -> dict[str, str]:
        """Return what stands in every field, the empty ones too."""
        return {name: str(self.session.widget_value(self.key(name)) or "") for name in self.names}

    def unsaved(self) -> dict[str, str]:
        """Return what was typed and is neither saved nor a part of what is."""
        saved = self.saved()
        return {
            name: text
            for name, text in self.stored().items()
            if name in self.names and text not in saved.get(name, "") and not self.came_late(name, text)
        }

    def fill_saved(self, except_fields: Collection[str] = ()) -> None:
        """Show what is saved in the fields, except in `except_fields` and where something typed is not saved yet."""
        saved, unsaved = self.saved(), self.unsaved()
        shown = dict(self._shown)
        if all(self.session.widget_value(self.key(name)) is None for name in self.names):
            self._remember(self.stored())
        for name in self.names:
            if name in unsaved or name in except_fields or name in self.theirs:
                if self.session.widget_value(self.key(name)) is None:
                    self.session.set_widget_value(self.key(name), unsaved.get(name, saved.get(name, "")))
                shown.setdefault(name, saved.get(name, ""))
            else:
                self.session.set_widget_value(self.key(name), saved.get(name, ""))
                shown[name] = saved.get(name, "")
        self.session.set_widget_value(self._of("shown"), shown)
        self.watch(saves=not self.with_button)

    def save_changes(self) -> bool:
        """Save what was changed in the fields, and return whether that is so; for callbacks.

        What somebody else saved there since is told first.
        """
        saved, current = self.saved(), self.current_texts()
        changed_texts = {name: text for name, text in current.items() if text != self._shown.get(name, "")}
        theirs = {
            name: saved.get(name, "")
            for name, text in changed_texts.items()
            if saved.get(name, "") not in (self._shown.get(name, ""), text)
        }
        if theirs:
            self._save(changed_texts)
            self._remember(self._seen, theirs)
        else:
            self._finish(changed_texts)
        return not theirs

    def show_state(self) -> None:
        """Say beside the fields what somebody else saved or wrote in them, and what is found again unsaved."""
        unsaved = self.unsaved()
        if self.theirs:
            self.show_choice(say(w.OTHERS_WROTE, words="; ".join(text or "-" for text in self.theirs.values())))
        elif unsaved and self.with_button:
            small(say(w.KEPT_AS_DRAFT))
        elif unsaved and any(self.current_texts()[name] == text for name, text in unsaved.items()):
            st.info(say(w.NOT_SAVED_YET))
            with st.container(horizontal=True):
                st.button(say(w.KEEP), key=self._of("mine"), on_click=uninterrupted(self.keep_mine))
                st.button(say(w.LEAVE_OUT), key=self._of("take"), on_click=uninterrupted(self.take_theirs))

    def keep_mine(self) -> None:
        """Save what stands in the fields here; for callbacks."""
        saved = self.saved()
        self._finish({name: text for name, text in self.current_texts().items() if text != saved.get(name, "")})

    def take_theirs(self) -> None:
        """Let what is saved stand in the fields; for callbacks."""
        saved = self.saved()
        for name in self.names:
            self.session.set_widget_value(self.key(name), saved.get(name, ""))
        self._finish({})

    @property
    def _shown(self) -> Mapping[str, str]:
        return self.session.widget_value(self._of("shown")) or {}

    @property
    def _before(self) -> Mapping[str, str]:
        return self._shown

    def _finish(self, changed_texts: Mapping[str, str]) -> None:
        self._remember_sent()
        if changed_texts:
            self.save(changed_texts)
        if self.stored():
            self._save({})
        self._remember({})
        self.session.set_widget_value(self._of("shown"), {**self._shown, **self.saved()})
