"""Which questions an assessment asks: the short set, the full set, or those that the group chooses."""

from __future__ import annotations

from collections.abc import Collection

import streamlit as st

from placecheck.assessment.asked import question_set
from placecheck.assessment.model import QuestionSet
from placecheck.rubric import Rubric
from placecheck.views.questionnaire.duration import duration_words
from placecheck.words import answering as w
from placecheck.words import say

LABELS: dict[QuestionSet, str] = {"starter": w.STARTER, "full": w.FULL}


def choose_question_list(rubric: Rubric) -> tuple[QuestionSet, tuple[str, ...]]:
    """Ask for the set, and for the questions where the group wants others; these are empty where a set is meant."""
    labels = {
        name: say(label, n=len(question_set(rubric, name)), time=duration_words(rubric, name))
        for name, label in LABELS.items()
    }
    name: QuestionSet = st.radio(say(w.HOW_MUCH), list(labels), format_func=labels.__getitem__)
    key = f"chosen-questions-{rubric.id}"
    with st.expander(say(w.OR_CHOOSE), expanded=bool(st.session_state.get(key))):
        chosen = pick_questions(rubric, (), say(w.WHICH_TO_ASK), key)
    return ("full", chosen) if chosen else (name, ())


def pick_questions(rubric: Rubric, before: Collection[str], label: str, key: str) -> tuple[str, ...]:
    """Let questions be chosen, and return their ids in the order of the rubric."""
    names = {indicator.id: indicator.name for indicator in rubric.indicators()}
    chosen = st.pills(
        label,
        list(names),
        selection_mode="multi",
        default=[id_ for id_ in names if id_ in before],
        format_func=names.__getitem__,
        key=key,
    )
    return question_set(rubric, tuple(chosen))
