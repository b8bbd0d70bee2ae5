"""Keep what is typed into the fields of a page from the first letter on, before a field is left."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from placecheck.web.components.component import define_component
from placecheck.web.routes import drafts_api
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import Session
from placecheck.words import answering, say

_component = define_component("typed_text")

_FORMS, _WRITER = "typed-forms", "typed-writer"


@dataclass(frozen=True)
class TypedForm:
    """A form whose fields are kept as a draft while they are typed in: the name of each field, by its widget's key."""

    assessment_id: str
    form: str
    fields: Mapping[str, str]
    seen: Mapping[str, str]
    """What stood in the draft as this window last saw it."""
    saves: bool
    """Whether a field is saved as it is left, so that no draft is needed from then on."""
    others_wrote: Callable[[], object]
    """Called when another window is found to have written there."""


def writer_of(session: Session) -> str:
    """Return the name under which this window writes drafts."""
    if session.widget_value(_WRITER) is None:
        session.set_widget_value(_WRITER, secrets.token_hex(8))
    return str(session.widget_value(_WRITER))


def begin_typed_text(session: Session) -> None:
    """Forget the forms of the page that was drawn before."""
    session.set_widget_value(_FORMS, {})


def watch_form(session: Session, form: TypedForm) -> None:
    """Let the fields of `form`, which is being drawn, be kept while they are typed in."""
    forms: dict[tuple[str, str], TypedForm] = session.widget_value(_FORMS) or {}
    session.set_widget_value(_FORMS, {**forms, (form.assessment_id, form.form): form})


def keep_typed_text(session: Session) -> None:
    """Keep what is typed into the forms of the page that was drawn; nothing where there are none."""
    forms: Mapping[tuple[str, str], TypedForm] = session.widget_value(_FORMS) or {}
    if not forms:
        return

    def tell() -> None:
        name = getattr(session.widget_value("typed-text"), "others", None)
        for form in forms.values():
            if form.form == name:
                form.others_wrote()

    data = {
        "to": drafts_api.ADDRESS,
        "writer": writer_of(session),
        "words": {"notYet": say(answering.NOT_YET)},
        "forms": [_as_data(form) for form in forms.values()],
    }
    _component(key="typed-text", data=data, on_others_change=uninterrupted(tell))


def _as_data(form: TypedForm) -> dict[str, object]:
    return {
        "assessment": form.assessment_id,
        "form": form.form,
        "seen": dict(form.seen),
        "saves": form.saves,
        "fields": {_css_class(key): name for key, name in form.fields.items()},
    }


def _css_class(key: str) -> str:
    """Return the class that Streamlit gives the element of the widget `key`."""
    return "st-key-" + re.sub(r"[^a-zA-Z0-9_-]", "-", key.strip())
