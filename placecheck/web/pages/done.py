"""The end of one person's answers: how many they gave, and what comes next, with their answers out of sight."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from placecheck.assessment import Voice
from placecheck.assessment.asked import answered_ids, asked_ids, is_asked_of
from placecheck.views.page_names import PageName
from placecheck.views.questionnaire.progress import dimensions_asked
from placecheck.views.results.indicator import story_details
from placecheck.views.workshop.own_copy import chosen_words
from placecheck.web.components.downloads import download_one_page
from placecheck.web.components.hidden_guard import unless_hidden
from placecheck.web.components.nobody_yet import show_nobody_yet
from placecheck.web.data import assessments
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.markdown import escape
from placecheck.web.state.session import DIMENSION, VOICE, Session
from placecheck.words import answering as w
from placecheck.words import say, say_n


@unless_hidden
def render(session: Session, opened: OpenAssessment) -> None:
    """Say that this person is done, and offer to pass the laptop on, to change answers or to see the results."""
    voices = () if opened.is_example else assessments.answering_voices(opened, session.chosen_voice)
    if not voices:
        nobody = not opened.assessment.voices
        show_title(opened, w.DONE_NOTHING if nobody else w.DONE)
        if nobody:
            show_nobody_yet(session, opened)
            return
        session.link(PageName.ANSWER, say(w.BACK_TO_ANSWERS), session.address(opened.id))
        return
    voice = voices[session.voice_index(voices)]
    ids = asked_ids(opened.rubric, opened.assessment)
    by_id = opened.rubric.by_id
    asked = {id_ for id_ in ids if is_asked_of(by_id[id_], voice, voice.answers.get(id_))}
    says_something = voice.says_something
    show_title(opened, w.DONE if says_something else w.DONE_NOTHING)
    st.markdown(say_n(w.DONE_WITH, len(asked & answered_ids(voice)), total=len(asked)))
    st.markdown(say(w.DONE_KEPT if says_something else w.DONE_NOTHING_HINT))
    if not says_something and st.button(say(w.TO_FIRST), type="primary"):
        open_first_question(session, opened, voice.id)
    if says_something:
        show_own_answers(opened, voice)
    main_button: Literal["primary", "secondary"] = "primary" if says_something else "secondary"
    together = assessments.current_store().assessment_summary(opened.id).together
    if not together:
        st.subheader(say(w.PASS_ON), anchor=False)
        st.markdown(say(w.PASS_ON_HINT))
        if st.button(say(w.NEXT_VOICE), type=main_button):
            session.begin_voice(opened, page=PageName.ANSWER)
    with st.container(horizontal=True):
        if st.button(say(w.SEE_RESULTS), type=main_button if together else "secondary"):
            session.switch_page(PageName.RESULTS, session.address(opened.id))
        if says_something:
            download_one_page(opened)
    session.link(PageName.ANSWER, say(w.BACK_TO_ANSWERS), session.address(opened.id))
    session.link(PageName.NEXT_STEPS, say(w.TO_NEXT_STEPS), session.address(opened.id))


def show_title(opened: OpenAssessment, title: str) -> None:
    """Show the title of the page, and the place that it is about."""
    st.title(say(title), anchor=False)
    st.markdown(escape(opened.assessment.place.name))


def show_own_answers(opened: OpenAssessment, voice: Voice) -> None:
    """Show, once it is opened, what this person said to each question."""
    with st.expander(say(w.WHAT_YOU_SAID), key=f"own-answers-{voice.id}"):
        for indicator in opened.rubric.indicators():
            answer = voice.answers.get(indicator.id)
            if answer is None or not answer.is_given:
                continue
            texts = (chosen_words(opened.rubric, indicator, answer), answer.story, *story_details(answer))
            lines = "  \n".join(escape(text) for text in texts if text)
            st.markdown(f"**{escape(indicator.name)}**  \n{lines}")


def open_first_question(session: Session, opened: OpenAssessment, voice: str) -> None:
    """Go to the first question that is asked, for the person whose turn it is."""
    first = dimensions_asked(opened.rubric, opened.assessment)[0].id
    session.set_dimension(first)
    session.switch_page(PageName.ANSWER, session.address(opened.id, **{VOICE: voice, DIMENSION: first}))
