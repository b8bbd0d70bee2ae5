"""One next step, changed in place: each field is kept as it is left, and said to be."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from placecheck.assessment import Action
from placecheck.web import desk
from placecheck.web.clicks import unbroken
from placecheck.web.session import Session
from placecheck.words import answering, say
from placecheck.words import deciding as w

TIME = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")
TEXTS = {"what": w.WHAT, "first_step": w.FIRST_STEP, "who": w.WHO, "when": w.WHEN, "power": w.POWER}
LINE = 300
"""Characters that fit into one line of a step."""


@dataclass(frozen=True)
class Step:
    """One step of a round, and the widgets that change it."""

    session: Session
    one: desk.Opened
    number: int

    def key(self, part: str) -> str:
        """The widget's key: its own for every round and step."""
        return f"step-{self.one.id}-{self.number}-{part}"

    def typed(self) -> dict[str, Any]:
        """What the fields hold."""
        return typed(self.session, self.key)

    def save(self) -> None:
        """Keep what the fields hold, if it is a step."""
        if fault(self.typed()) is None:
            desk.store().change_action(self.one.id, self.number, Action(**self.typed()), self.session.by)

    def show(self, action: Action) -> str | None:
        """Let the fields show what is kept, but leave what was typed and cannot be kept; what is wrong with it."""
        drawn = self.session.given(self.key("what")) is not None
        wrong = fault(self.typed()) if drawn else None
        if wrong is None:
            self.session.shows(self.key("indicator"), action.indicator)
            for name in TEXTS:
                self.session.shows(self.key(name), getattr(action, name) or "")
        return wrong


def typed(session: Session, key: Callable[[str], str]) -> dict[str, Any]:
    """What the fields of a step hold, each under its key."""
    given = {name: session.given(key(name)) for name in ("indicator", *TEXTS)}
    return {name: (value or "").strip() or None for name, value in given.items()}


def fault(given: Mapping[str, Any]) -> str | None:
    """What is missing or wrong in the fields, in words for whoever filled them in."""
    if not given["what"]:
        return say(w.WHAT_MISSING)
    if given["when"] and not TIME.fullmatch(given["when"]):
        return say(w.WHEN_WRONG)
    return None


def about(one: desk.Opened, indicator: str | None) -> str:
    """What a step is about, by name."""
    known = one.rubric.by_id.get(indicator) if indicator else None
    return known.name if known else say(w.ABOUT_NOTHING)


@st.fragment
def step(changed: Step) -> None:
    """The fields of a step as they are kept, each saved when it is left."""
    action = desk.store().actions(changed.one.id).get(changed.number)
    if action is None:
        return
    wrong = changed.show(action)
    with st.container(border=True, key=f"step-{changed.number}"):
        fields(changed)
        with st.container(horizontal=True, vertical_alignment="center"):
            if wrong:
                st.error(wrong)
            else:
                st.markdown(f":material/check: {say(answering.SAVED)}")
            if st.button(say(w.REMOVE_STEP), key=changed.key("remove"), type="tertiary"):
                desk.store().remove_action(changed.one.id, changed.number, changed.session.by)
                st.rerun()


def fields(changed: Step) -> None:
    """What will be tried in a line of its own, the rest in pairs."""
    ids = [None, *(found.id for found in changed.one.result.indicators())]
    st.text_input(say(w.WHAT), key=changed.key("what"), on_change=unbroken(changed.save))
    st.text_input(say(w.FIRST_STEP), key=changed.key("first_step"), on_change=unbroken(changed.save))
    left, right = st.columns(2)
    for column, name in ((left, "who"), (right, "when"), (left, "power")):
        column.text_input(say(TEXTS[name]), key=changed.key(name), on_change=unbroken(changed.save), max_chars=LINE)
    right.selectbox(
        say(w.ABOUT_WHAT),
        ids,
        format_func=lambda id_: about(changed.one, id_),
        key=changed.key("indicator"),
        on_change=unbroken(changed.save),
    )
