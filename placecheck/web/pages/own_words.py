"""The group's own words: reword, leave out or add an indicator for this place."""

from __future__ import annotations

import uuid

import streamlit as st

from placecheck.assessment.asked import named_questions
from placecheck.assessment.customisation import PREFIX
from placecheck.rubric import Indicator
from placecheck.storage import OwnWords
from placecheck.web.components.copy_example import offer_copy
from placecheck.web.components.draft import Draft
from placecheck.web.components.focus_field import fault_slot, show_fault
from placecheck.web.components.own_wording import show_wording, valid_own_words, wording_draft
from placecheck.web.components.perspective_choice import show_perspective_choice
from placecheck.web.components.question_choice import pick_questions
from placecheck.web.components.undo import show_undo
from placecheck.web.data import assessments
from placecheck.web.markdown import escape
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import Session
from placecheck.words import deciding as w
from placecheck.words import perspectives, say, say_n

REWORD, DROP, ADD = "reword-form", "drop-form", "add-form"
"""The keys of the containers of the three forms."""


def render(session: Session, opened: assessments.OpenAssessment) -> None:
    """Show what is in own words now, and the three ways to change what is asked."""
    st.title(say(w.OWN_WORDS), anchor=False)
    st.markdown(f"**{escape(opened.assessment.place.name)}**  \n{say(w.OWN_INTRO)}")
    if opened.is_example:
        offer_copy(session, opened)
        return
    show_undo(session, opened)
    show_own_words(session, opened)
    titles = [w.WHAT_WE_ASK, w.REWORD, w.DROP, w.ADD_OWN, perspectives.TITLE]
    ask, reword, drop, add, speak = st.tabs([say(title) for title in titles])
    with ask:
        choose_what_is_asked(session, opened)
    with reword:
        show_reword_form(session, opened)
    with drop:
        show_drop_form(session, opened)
    with add:
        show_add_form(session, opened)
    with speak:
        show_perspective_choice(session, opened)


def show_own_words(session: Session, opened: assessments.OpenAssessment) -> None:
    """Show what the group changed, each with a button to undo it."""
    if opened.assessment.own_words:
        st.header(say(w.OWN_NOW), anchor=False)
    rubric = assessments.current_store().rubric_of(opened.id)
    for id_, own in opened.assessment.own_words.items():
        name = own.words.name if own.words else rubric.by_id[id_].name
        words = {"reworded": w.REWORDED, "dropped": w.DROPPED, "added": w.ADDED}[own.change]
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            st.markdown(escape(say(words, name=name, why=own.because or "")))
            with st.popover(say(w.AS_IT_WAS)):
                effect = {"reworded": w.BACK_TO_RUBRIC, "dropped": w.QUESTION_RETURNS, "added": w.QUESTION_GOES}
                st.markdown(say(effect[own.change], answers=answered_so_far(opened, id_)))
                if st.button(say(w.DO_IT), key=f"as-it-was-{opened.id}-{id_}"):
                    keep_own_words(session, opened, id_, None)


def answered_so_far(opened: assessments.OpenAssessment, id_: str) -> str:
    """Say how many people answered the question `id_`, or did before it was taken out."""
    voices = assessments.current_store().assessment(opened.id).voices
    count = sum(id_ in voice.answers for voice in voices)
    return say_n(w.ANSWERED_IT, count) if count else say(w.NOBODY_ANSWERED)


def needs_confirmation(opened: assessments.OpenAssessment, effect: str, id_: str, key: str) -> bool:
    """Ask for a yes where a change touches answers that are there; return whether it is still missing."""
    answers = answered_so_far(opened, id_)
    if answers == say(w.NOBODY_ANSWERED):
        return False
    st.warning(say(effect, answers=answers))
    return not st.checkbox(say(w.DO_IT), key=key)


def choose_what_is_asked(session: Session, opened: assessments.OpenAssessment) -> None:
    """Let the list of questions be changed, and say that no answer is lost by it."""
    st.markdown(say(w.WHAT_WE_ASK_HOW))
    before = named_questions(opened.rubric, opened.assessment)
    chosen = pick_questions(opened.rubric, before, say(w.WHAT_WE_ASK), f"asked-{opened.id}-{opened.sequence}")
    if st.button(say(w.ASK_THESE), key=f"ask-these-{opened.id}", disabled=not chosen or chosen == before):
        assessments.current_store().save_asked(opened.id, chosen, session.author)
        session.rerun_with_toast(say(w.ASKED_FROM_NOW))


def choose_asked_indicator(opened: assessments.OpenAssessment, key: str) -> Indicator | None:
    """Let one of the indicators asked now be chosen, and return it."""
    names = {indicator.id: indicator.name for indicator in opened.rubric.indicators()}
    chosen = st.selectbox(
        say(w.WHICH), list(names), index=None, format_func=lambda id_: names[id_], key=key, placeholder=""
    )
    return opened.rubric.by_id[chosen] if chosen else None


def show_reword_form(session: Session, opened: assessments.OpenAssessment) -> None:
    """Say an indicator in the group's words."""
    indicator = choose_asked_indicator(opened, f"reword-{opened.id}")
    if indicator is None:
        return
    draft = wording_draft(session, opened, f"reword-{indicator.id}")
    with st.container(border=True, key=REWORD):
        draft.fill()
        words, slots = show_wording(opened, indicator, draft)
        waits = needs_confirmation(opened, w.WORDS_CHANGE, indicator.id, f"reword-yes-{opened.id}-{indicator.id}")
        at_tick = fault_slot()
        draft.show_state()
        sent = st.button(say(w.KEEP), type="primary", key=draft.key("send"))
    if sent and waits:
        show_fault(at_tick, say(w.DO_IT), say(w.TICK_FIRST), REWORD)
    elif sent and not draft.theirs:
        own = opened.assessment.own_words.get(indicator.id)
        change, dimension = ("added", own.dimension) if own and own.change == "added" else ("reworded", None)
        words = {**indicator.model_dump(), **words}
        own_words = valid_own_words(
            opened, {"change": change, "dimension": dimension, "words": words}, slots, within=REWORD
        )
        if own_words is not None:
            draft.drop()
            keep_own_words(session, opened, indicator.id, own_words)


def show_drop_form(session: Session, opened: assessments.OpenAssessment) -> None:
    """Leave an indicator out here, with the reason."""
    indicator = choose_asked_indicator(opened, f"drop-which-{opened.id}")
    draft = Draft(session, opened.id, "drop", ("why",), f"drop-{opened.id}-{opened.sequence}-{{}}".format)
    with st.container(border=True, key=DROP):
        draft.fill()
        why = st.text_area(say(w.DROP_WHY), key=draft.key("why"), on_change=uninterrupted(draft.keep))
        at_why = fault_slot()
        draft.show_state()
        waits = indicator and needs_confirmation(
            opened, w.QUESTION_GOES, indicator.id, f"drop-yes-{opened.id}-{indicator.id}"
        )
        at_tick = fault_slot()
        sent = st.button(say(w.KEEP), type="primary", key=draft.key("send"))
    if sent and indicator is None:
        st.error(say(w.WHICH_GAP))
    elif sent and indicator is not None:
        if not why.strip():
            show_fault(at_why, say(w.DROP_WHY), say(w.WHY_GAP), DROP)
            return
        if waits:
            show_fault(at_tick, say(w.DO_IT), say(w.TICK_FIRST), DROP)
            return
        draft.drop()
        keep_own_words(session, opened, indicator.id, OwnWords(change="dropped", because=why.strip()))


def show_add_form(session: Session, opened: assessments.OpenAssessment) -> None:
    """Add an indicator that the rubric does not have."""
    names = {dimension.id: dimension.name for dimension in opened.rubric.dimensions}
    draft = wording_draft(session, opened, "add-own")
    with st.container(border=True, key=ADD):
        draft.fill()
        dimension = st.selectbox(
            say(w.DIMENSION),
            list(names),
            format_func=lambda id_: names[id_],
            key=draft.key("dimension"),
            on_change=uninterrupted(draft.keep),
        )
        words, slots = show_wording(opened, None, draft, named=True)
        draft.show_state()
        sent = st.button(say(w.KEEP), type="primary", key=draft.key("send"))
    if sent and not draft.theirs:
        id_ = f"{PREFIX}{uuid.uuid4().hex[:12]}"
        own = {"change": "added", "dimension": dimension, "words": {"id": id_, **words}}
        own_words = valid_own_words(opened, own, slots, within=ADD)
        if own_words is not None:
            draft.drop()
            keep_own_words(session, opened, id_, own_words)


def keep_own_words(session: Session, opened: assessments.OpenAssessment, id_: str, own: OwnWords | None) -> None:
    """Keep a change of what is asked, and show it."""
    assessments.current_store().save_own_words(opened.id, id_, own, session.author)
    st.rerun()
