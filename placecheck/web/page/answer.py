"""Answering: one dimension a page, one indicator after another, saved at every change."""

from __future__ import annotations

import streamlit as st

from placecheck.assessment import Voice
from placecheck.views.progress import Side, progress_view, sides_asked, voice_name
from placecheck.web import desk
from placecheck.web.clicks import unbroken
from placecheck.web.parts.copy import offer_a_copy
from placecheck.web.parts.counted import counted
from placecheck.web.parts.question import Question, question
from placecheck.web.parts.shut import unless_hidden
from placecheck.web.parts.text import plain
from placecheck.web.session import Session
from placecheck.words import answering as w
from placecheck.words import on_paper, say


@unless_hidden
def render(session: Session, one: desk.Opened) -> None:
    """Show one dimension of the round to the voice whose turn it is."""
    st.title(plain(one.assessment.place.name), anchor=False)
    if one.is_example or not one.assessment.voices:
        offer_a_copy(session, one)
        return
    index = session.voice_index(one)
    voice = one.assessment.voices[index]
    whose_turn(session, one, index)
    sides = sides_asked(one.rubric, one.assessment)
    here = next((side for side in sides if side.id == session.side), sides[0])
    session.turn_to_side(here.id)
    jump(session, one, sides, here)
    count = progress_view(sides, here, voice.answers)
    counted("progress", one, voice.id, count)
    if st.button(say(w.UNDO), type="tertiary"):
        undo(session, one, voice)
    st.header(here.name, anchor=False)
    st.markdown(plain(here.about))
    for indicator in here.indicators:
        question(Question(session, one, voice, indicator))
    counted("same", one, voice.id, count)
    onward(session, one, sides, here)


def whose_turn(session: Session, one: desk.Opened, index: int) -> None:
    """Who is answering, from where they speak, and the next person."""
    voices = one.assessment.voices
    if len(voices) == 1 and desk.store().round(one.id).together:
        st.markdown(say(w.VOICE_ONE))
        return
    names = [voice_name(one.rubric, one.assessment, at) for at in range(len(voices))]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        session.choose_voice(say(w.WHOSE_TURN), names, one)
        perspectives = {perspective.id: perspective.name for perspective in one.rubric.perspectives}
        key = f"perspective-{one.id}-{voices[index].id}"
        session.shows(key, voices[index].perspective)
        st.selectbox(
            say(w.PERSPECTIVE),
            list(perspectives),
            index=None,
            format_func=lambda id_: perspectives[id_],
            placeholder=say(w.NOT_SAID),
            key=key,
            on_change=unbroken(lambda: speak_from(session, one, voices[index].id, key)),
        )
        if st.button(say(w.NEXT_VOICE)):
            session.begin_voice(one)


def speak_from(session: Session, one: desk.Opened, voice: str, key: str) -> None:
    """Keep from where a voice speaks."""
    desk.store().change_voice(one.id, voice, session.given(key), by=session.by)


def jump(session: Session, one: desk.Opened, sides: tuple[Side, ...], here: Side) -> None:
    """Every dimension, each a way to jump there."""
    names = {side.id: side.name for side in sides}
    key = f"side-{one.id}"
    session.shows(key, here.id)
    st.pills(
        say(w.JUMP_TO),
        list(names),
        required=True,
        format_func=names.__getitem__,
        key=key,
        on_change=unbroken(lambda: session.turn_to_side(session.given(key))),
    )


def undo(session: Session, one: desk.Opened, voice: Voice) -> None:
    """Take back this voice's latest change."""
    change = desk.store().undo(one.id, session.by, voice.id)
    if change is None or change.indicator is None:
        session.tell(say(w.NOTHING_TO_UNDO))
    else:
        session.tell(say(w.UNDONE, what=one.rubric.by_id[change.indicator].name))


def onward(session: Session, one: desk.Opened, sides: tuple[Side, ...], here: Side) -> None:
    """The dimensions before and after, and where it all leads."""
    at = sides.index(here)
    with st.container(horizontal=True, vertical_alignment="center"):
        for step, label in ((-1, w.PREVIOUS_SIDE), (1, w.NEXT_SIDE)):
            if 0 <= at + step < len(sides):
                other = sides[at + step]
                st.button(say(label, name=other.name), on_click=unbroken(session.turn_to_side), args=(other.id,))
        session.link("results", say(w.SEE_RESULTS), session.address(one.id))
        session.link("on-paper", say(on_paper.LINK), session.address(one.id))
