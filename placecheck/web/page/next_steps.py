"""Next steps: what, who, when, first small step, who holds the power; editable in place."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from placecheck.assessment import Action
from placecheck.views import mention
from placecheck.views.results import results_view
from placecheck.web import desk
from placecheck.web.clicks import unbroken
from placecheck.web.parts.cards import pinned_cards
from placecheck.web.parts.copy import offer_a_copy
from placecheck.web.parts.step import TEXTS, Step, about, fault, step, typed
from placecheck.web.parts.text import plain
from placecheck.web.session import Session
from placecheck.words import answering, say
from placecheck.words import deciding as w


def render(session: Session, one: desk.Opened) -> None:
    """Show strengths to build on, then every step, then room for one more."""
    st.title(say(w.NEXT_STEPS), anchor=False)
    st.markdown(f"**{plain(one.assessment.place.name)}**  \n{say(w.NEXT_INTRO)}")
    if one.is_example:
        strengths(one)
        for action in one.assessment.actions:
            read_only(one, action)
        offer_a_copy(session, one)
        return
    steps(session, one)


def steps(session: Session, one: desk.Opened) -> None:
    """Every step of a round of one's own, room for one more, and who was missing; strengths to build on come first."""
    strengths(one)
    kept = desk.store().actions(one.id)
    if not kept:
        st.markdown(say(w.NO_STEPS))
    for number in kept:
        step(Step(session, one, number))
    if st.button(say(answering.UNDO), type="tertiary"):
        undo(session, one)
    add(session, one)
    missing_voices(session, one)
    pinned_cards(session, one)


def strengths(one: desk.Opened) -> None:
    """What is strong here, to begin from."""
    view = results_view(one.rubric, one.assessment, one.result)
    if view.strong:
        found = mention.strong(one.rubric, one.assessment, one.result, view.strong)
        st.markdown(f"**{say(w.BUILD_ON)}:** {plain('; '.join(item.name for item in found))}.")


def read_only(one: desk.Opened, action: Action) -> None:
    """A step as it stands."""
    with st.container(border=True):
        st.markdown(f"**{plain(action.what)}**  \n{plain(about(one, action.indicator))}")
        for name, label in TEXTS.items():
            value = getattr(action, name)
            if value and name != "what":
                st.markdown(f"{say(label)}  \n{plain(value)}")


def fields(one: desk.Opened, key: Callable[[str], str]) -> None:
    """The empty fields of a step."""
    ids = [None, *(found.id for found in one.result.indicators())]
    st.selectbox(say(w.ABOUT_WHAT), ids, format_func=lambda id_: about(one, id_), key=key("indicator"))
    for name, label in TEXTS.items():
        st.text_input(say(label), key=key(name))


def undo(session: Session, one: desk.Opened) -> None:
    """Take back the latest change to a step, a removed one included."""
    change = desk.store().undo(one.id, session.by, kind="action")
    stands = change and (change.before or change.after)
    if isinstance(stands, Action):
        session.tell(say(answering.UNDONE, what=stands.what))
    else:
        session.tell(say(answering.NOTHING_TO_UNDO))


def add(session: Session, one: desk.Opened) -> None:
    """Room for one more step: empty again once one is kept, and as it was filled in where something is wrong.

    It is kept before the page is drawn, so that no other click can come between.
    """
    counted = f"added-{one.id}"
    count = session.given(counted) or 0
    key = f"add-{one.id}-{count}-{{}}".format

    def keep() -> None:
        given = typed(session, key)
        if fault(given) is None:
            session.shows(counted, count + 1)
            desk.store().add_action(one.id, Action(**given), session.by)

    st.header(say(w.ADD_STEP), anchor=False)
    with st.form(key("form")):
        fields(one, key)
        sent = st.form_submit_button(say(w.ADD), type="primary", on_click=unbroken(keep))
    if sent and (wrong := fault(typed(session, key))):
        st.error(wrong)


def missing_voices(session: Session, one: desk.Opened) -> None:
    """Who was not in the room, said before the group leaves."""
    key = f"missing-{one.id}"
    session.shows(key, one.assessment.missing_voices or "")
    st.text_area(
        say(w.MISSING_VOICES), key=key, on_change=unbroken(lambda: keep_missing(session, one, key)), max_chars=10_000
    )


def keep_missing(session: Session, one: desk.Opened, key: str) -> None:
    """Keep what was said of who was missing."""
    desk.store().set_missing_voices(one.id, session.given(key) or None, session.by)
