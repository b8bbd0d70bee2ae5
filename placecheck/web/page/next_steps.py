"""Next steps: what, who, when, first small step, who holds the power; editable in place."""

from __future__ import annotations

import re
from typing import Any

import streamlit as st

from placecheck.assessment import Action
from placecheck.views import mention
from placecheck.views.results import results_view
from placecheck.web import desk
from placecheck.web.parts.cards import pinned_cards
from placecheck.web.parts.copy import offer_a_copy
from placecheck.web.parts.no_place import no_place
from placecheck.web.parts.text import plain
from placecheck.web.session import Session
from placecheck.words import deciding as w
from placecheck.words import say

TIME = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")
TEXTS = {"what": w.WHAT, "first_step": w.FIRST_STEP, "who": w.WHO, "when": w.WHEN, "power": w.POWER}


def render(session: Session) -> None:
    """Show strengths to build on, then every step, then room for one more."""
    one = session.opened
    if one is None:
        no_place(session)
        return
    st.title(say(w.NEXT_STEPS), anchor=False)
    st.markdown(f"**{plain(one.assessment.place.name)}**  \n{say(w.NEXT_INTRO)}")
    strengths(one)
    if one.is_example:
        for action in one.assessment.actions:
            read_only(one, action)
        offer_a_copy(session, one)
        return
    kept = desk.store().actions(one.id)
    if not kept:
        st.markdown(say(w.NO_STEPS))
    for number, action in kept.items():
        step(session, one, number, action)
    add(session, one)
    missing_voices(session, one)
    pinned_cards(session, one)


def strengths(one: desk.Opened) -> None:
    """What is strong here, to begin from."""
    view = results_view(one.rubric, one.assessment, one.result)
    if view.strong:
        found = mention.strong(one.rubric, one.assessment, one.result, view.strong)
        st.markdown(f"**{say(w.BUILD_ON)}:** {plain('; '.join(item.name for item in found))}.")


def about(one: desk.Opened, indicator: str | None) -> str:
    """What a step is about, by name."""
    return one.rubric.by_id[indicator].name if indicator else say(w.ABOUT_NOTHING)


def read_only(one: desk.Opened, action: Action) -> None:
    """A step as it stands."""
    with st.container(border=True):
        st.markdown(f"**{plain(action.what)}**  \n{plain(about(one, action.indicator))}")
        for name, label in TEXTS.items():
            value = getattr(action, name)
            if value and name != "what":
                st.markdown(f"{say(label)}  \n{plain(value)}")


def fields(one: desk.Opened, action: Action | None, key: str) -> dict[str, Any]:
    """The fields of a step, holding `action` where there is one."""
    ids = [None, *(found.id for found in one.result.indicators())]
    now = action.model_dump() if action else {}
    asked = one.result.indicators()
    known = {found.id for found in asked}
    given: dict[str, Any] = {
        "indicator": st.selectbox(
            say(w.ABOUT_WHAT),
            ids,
            index=ids.index(now.get("indicator")) if now.get("indicator") in known else 0,
            format_func=lambda id_: about(one, id_),
            key=f"{key}-indicator",
        )
    }
    for name, label in TEXTS.items():
        given[name] = st.text_input(say(label), value=now.get(name) or "", key=f"{key}-{name}").strip() or None
    return given


def fault(given: dict[str, Any]) -> str | None:
    """What is missing or wrong in the fields, in words for whoever filled them in."""
    if not given["what"]:
        return say(w.WHAT_MISSING)
    if given["when"] and not TIME.fullmatch(given["when"]):
        return say(w.WHEN_WRONG)
    return None


def step(session: Session, one: desk.Opened, number: int, action: Action) -> None:
    """One step, editable in place: each change is kept as it is made."""
    read_only(one, action)
    with st.expander(say(w.CHANGE_STEP, what=plain(action.what)), key=f"change-{one.id}-{number}"):
        given = fields(one, action, f"step-{one.id}-{number}")
        wrong = fault(given)
        if wrong:
            st.error(wrong)
        elif Action(**given) != action:
            desk.store().change_action(one.id, number, Action(**given), session.by)
            st.rerun()
        if st.button(say(w.REMOVE_STEP), key=f"remove-{one.id}-{number}", type="tertiary"):
            desk.store().remove_action(one.id, number, session.by)
            st.rerun()


def add(session: Session, one: desk.Opened) -> None:
    """Room for one more step."""
    st.header(say(w.ADD_STEP), anchor=False)
    with st.form(f"add-{one.id}", clear_on_submit=True):
        given = fields(one, None, f"add-{one.id}")
        sent = st.form_submit_button(say(w.ADD), type="primary")
    if sent:
        wrong = fault(given)
        if wrong:
            st.error(wrong)
            return
        desk.store().add_action(one.id, Action(**given), session.by)
        st.rerun()


def missing_voices(session: Session, one: desk.Opened) -> None:
    """Who was not in the room, said before the group leaves."""
    key = f"missing-{one.id}"
    session.shows(key, one.assessment.missing_voices or "")
    st.text_area(say(w.MISSING_VOICES), key=key, on_change=lambda: keep_missing(session, one, key), max_chars=10_000)


def keep_missing(session: Session, one: desk.Opened, key: str) -> None:
    """Keep what was said of who was missing."""
    desk.store().set_missing_voices(one.id, session.given(key) or None, session.by)
