"""Answering: one dimension a page, one indicator after another, saved at every change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import streamlit as st

from placecheck.assessment import Voice
from placecheck.views.page_names import PageName
from placecheck.views.questionnaire.progress import DimensionProgress, dimensions_asked, progress_view, voice_name
from placecheck.views.results.indicator import spoken_from_by_many
from placecheck.web.components.answer_progress import show_answer_progress
from placecheck.web.components.copy_example import offer_copy
from placecheck.web.components.correction import show_correction
from placecheck.web.components.hidden_guard import unless_hidden
from placecheck.web.components.one_question import (
    choose_one_at_a_time,
    is_one_at_a_time,
    show_position,
    show_question_buttons,
)
from placecheck.web.components.outcome_band import link_outcomes
from placecheck.web.components.question import VoiceQuestion, show_question
from placecheck.web.components.undo import show_undo
from placecheck.web.data import assessments
from placecheck.web.markdown import escape, small
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import VOICE, Session
from placecheck.words import answering as w
from placecheck.words import on_paper, say


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose turn it is to answer an assessment, and the dimension that they are at."""

    session: Session
    opened: assessments.OpenAssessment
    voices: Sequence[Voice]
    voice: Voice
    dimensions: tuple[DimensionProgress, ...]
    dimension: DimensionProgress


@unless_hidden
def render(session: Session, opened: assessments.OpenAssessment) -> None:
    """Show one dimension of the assessment to the voice whose turn it is."""
    st.title(escape(opened.assessment.place.name), anchor=False)
    if opened.is_example:
        offer_copy(session, opened)
        return
    if not any(voice.says_something for voice in opened.assessment.voices):
        link_outcomes(session, opened)  # what became of the last one comes before the next
    voices = assessments.answering_voices(opened, session.chosen_voice)
    if not voices:
        st.markdown(say(w.NOBODY_YET))
        if st.button(say(w.FIRST_VOICE), type="primary"):
            session.begin_voice(opened)
        return
    voice = voices[session.voice_index(voices)]
    if assessments.current_store().answers_are_closed(opened.id, voice.id):
        show_turn(session, opened, voices, voice)
        show_correction(session, opened, voice)
        return
    dimensions = dimensions_asked(opened.rubric, opened.assessment)
    current_dimension = next(
        (dimension for dimension in dimensions if dimension.id == session.dimension), dimensions[0]
    )
    session.set_dimension(current_dimension.id)
    show = show_one_question if is_one_at_a_time(session) else show_all_questions
    show(Turn(session, opened, voices, voice, dimensions, current_dimension))


def show_all_questions(turn: Turn) -> None:
    """Show every question of the dimension, below who answers and how far they are."""
    session, opened, voice, dimension = turn.session, turn.opened, turn.voice, turn.dimension
    count = progress_view(turn.dimensions, dimension, voice)
    show_turn(session, opened, turn.voices, voice)
    choose_dimension(turn)
    show_answer_progress("progress", opened, voice.id, count)
    show_undo(session, opened, voice.id)
    st.header(escape(dimension.name), anchor=False)
    st.markdown(escape(dimension.about))
    choose_one_at_a_time(session, opened.id)
    for indicator in dimension.indicators:
        show_question(VoiceQuestion(session, opened, voice, indicator))
    show_answer_progress("same", opened, voice.id, count)
    show_next_and_back(turn, is_primary=True)


def show_one_question(turn: Turn) -> None:
    """Show one question of the dimension at the top, where a phone shows it; all that leads elsewhere follows."""
    session, opened, voice, dimension = turn.session, turn.opened, turn.voice, turn.dimension
    count, indicators = progress_view(turn.dimensions, dimension, voice), dimension.indicators
    if len(turn.voices) > 1:
        small(escape(turn_names(opened, turn.voices)[voice.id]))
    st.header(escape(dimension.name), anchor=False)
    at = show_position(session, indicators, {id_ for id_, answer in voice.answers.items() if answer.is_given})
    show_question(VoiceQuestion(session, opened, voice, indicators[at]))
    show_question_buttons(session, indicators, at)
    show_answer_progress("same", opened, voice.id, count)
    show_next_and_back(turn, is_primary=at == len(indicators) - 1)
    show_answer_progress("progress", opened, voice.id, count)
    show_undo(session, opened, voice.id)
    choose_dimension(turn)
    st.markdown(escape(dimension.about))
    choose_one_at_a_time(session, opened.id)
    show_turn(session, opened, turn.voices, voice)


def turn_names(opened: assessments.OpenAssessment, voices: Sequence[Voice]) -> dict[str, str]:
    """Return what each person who answers is called; of one who would be known by it, not their perspective."""
    alone = speaking_alone(opened)
    return {turn.id: voice_name(opened.rubric, turn, at, hidden=turn.id in alone) for at, turn in enumerate(voices)}


def show_turn(session: Session, opened: assessments.OpenAssessment, voices: Sequence[Voice], voice: Voice) -> None:
    """Show who is answering, their perspective, the next person, and the button to take this one out."""
    if len(voices) == 1 and assessments.current_store().assessment_summary(opened.id).together:
        st.markdown(say(w.VOICE_ONE))
        return
    alone = speaking_alone(opened)
    names = turn_names(opened, voices)
    with st.container(horizontal=True, vertical_alignment="bottom", key="whose-turn"):
        session.choose_voice(say(w.WHOSE_TURN), names, voice.id, opened)
        if voice.id not in alone:
            choose_standpoint(session, opened, voice)
        if st.button(say(w.NEXT_VOICE)):
            session.begin_voice(opened)
        if voice.says_something:
            offer_removal(session, opened, voice, names[voice.id])


def choose_standpoint(session: Session, opened: assessments.OpenAssessment, voice: Voice) -> None:
    """Show from where a voice speaks, to be changed."""
    offered = opened.rubric.offered_perspectives((voice.perspective,))
    perspectives = {perspective.id: perspective.name for perspective in offered}
    key = f"perspective-{opened.id}-{voice.id}"
    session.set_widget_value(key, voice.perspective)
    st.selectbox(
        say(w.PERSPECTIVE),
        list(perspectives),
        index=None,
        format_func=lambda id_: perspectives[id_],
        placeholder=say(w.NOT_SAID),
        key=key,
        on_change=uninterrupted(lambda: speak_from(session, opened, voice.id, key)),
    )


def speaking_alone(opened: assessments.OpenAssessment) -> frozenset[str]:
    """Return the voices with a phone that few share their perspective with: it would tell who gave their answers."""
    common_perspectives = spoken_from_by_many(opened.rubric, opened.assessment)
    unidentifiable = {
        voice.id
        for voice in opened.assessment.voices
        if voice.perspective is None or voice.perspective in common_perspectives
    }
    return assessments.current_store().voices_with_phones(opened.id) - unidentifiable


def offer_removal(session: Session, opened: assessments.OpenAssessment, voice: Voice, name: str) -> None:
    """Let this person be taken out, after saying what that does and where it is undone."""
    with st.popover(say(w.TAKE_OUT)):
        st.markdown(escape(say(w.TAKE_OUT_WHAT, name=name)))
        if st.button(escape(say(w.TAKE_OUT_NOW, name=name)), key=f"take-out-{opened.id}-{voice.id}"):
            assessments.current_store().remove_voice(opened.id, voice.id, session.author)
            session.rerun_with_toast(say(w.TAKEN_OUT, name=name))


def speak_from(session: Session, opened: assessments.OpenAssessment, voice: str, key: str) -> None:
    """Keep from where a voice speaks."""
    assessments.current_store().change_voice(opened.id, voice, session.widget_value(key), by=session.author)


def choose_dimension(turn: Turn) -> None:
    """Show every dimension as a link to it."""
    session = turn.session
    names = {dimension.id: dimension.name for dimension in turn.dimensions}
    key = f"dimension-{turn.opened.id}"
    session.set_widget_value(key, turn.dimension.id)
    st.pills(
        say(w.JUMP_TO),
        list(names),
        required=True,
        format_func=lambda id_: escape(names[id_]),
        key=key,
        on_change=uninterrupted(lambda: session.set_dimension(session.widget_value(key))),
    )


def show_next_and_back(turn: Turn, *, is_primary: bool) -> None:
    """Show the way on, `is_primary` where it is what comes next: the next dimension, or done; and the way back."""
    kind: Literal["primary", "secondary"] = "primary" if is_primary else "secondary"
    session, opened, dimensions = turn.session, turn.opened, turn.dimensions
    at = dimensions.index(turn.dimension)
    with st.container(horizontal=True, vertical_alignment="center"):
        if at > 0:
            before = dimensions[at - 1]
            st.button(
                escape(say(w.PREVIOUS_DIMENSION, name=before.name)),
                on_click=uninterrupted(session.set_dimension),
                args=(before.id,),
                key="previous-dimension",
            )
        if at + 1 < len(dimensions):
            following = dimensions[at + 1]
            st.button(
                escape(say(w.NEXT_DIMENSION, name=following.name)),
                on_click=uninterrupted(session.set_dimension),
                args=(following.id,),
                type=kind,
                key="next-dimension",
            )
        elif st.button(say(w.I_AM_DONE), type=kind, key="done"):
            session.switch_page(PageName.DONE, session.address(opened.id, **{VOICE: session.query_param(VOICE) or ""}))
        session.link(PageName.ON_PAPER, say(on_paper.LINK), session.address(opened.id))
