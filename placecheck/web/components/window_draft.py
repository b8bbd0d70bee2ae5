"""The draft of something new: each window writes its own, so that two who add something at once both do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from placecheck.storage.parts.drafts import OF_WINDOW
from placecheck.web.components.draft import Draft
from placecheck.web.components.typed_text import writer_of
from placecheck.web.data import assessments
from placecheck.web.state.session import Session


@dataclass(frozen=True)
class WindowDraft(Draft):
    """A draft that no other window writes. What another had left unsent when the form was opened stands in it first."""

    def stored(self) -> dict[str, str]:
        """Return the draft as it is kept, else what was left; that of another window goes once this one is sent."""
        return super().stored() or (self._content_of(abandoned) if (abandoned := self._abandoned_form()) else {})

    def drop(self) -> None:
        """Forget the draft, and the one that was left: what stood in it was sent."""
        abandoned = self._abandoned_form()
        super().drop()
        if abandoned and self.assessment_id is not None:
            assessments.current_store().save_draft(self.assessment_id, abandoned, {})
        self.session.set_widget_value(self._of("left"), "")

    def _abandoned_form(self) -> str:
        """Return the name of the draft that was there when this window first showed the form; empty without one."""
        if self.session.widget_value(self._of("left")) is None:
            form = self.form.rpartition(OF_WINDOW)[0]
            forms = assessments.current_store().draft_forms(self.assessment_id or "", form)
            self.session.set_widget_value(self._of("left"), next((name for name in forms if name != self.form), ""))
        return str(self.session.widget_value(self._of("left")))

    def _content_of(self, form: str) -> dict[str, str]:
        return assessments.current_store().draft(self.assessment_id or "", form)


def draft_of_window(
    session: Session, assessment_id: str | None, form: str, names: Sequence[str], key: Callable[[str], str]
) -> WindowDraft:
    """Return this window's draft of `form`, whose fields are called `names` and are the widgets `key` of each."""
    return WindowDraft(session, assessment_id, f"{form}{OF_WINDOW}{writer_of(session)}", names, key)
