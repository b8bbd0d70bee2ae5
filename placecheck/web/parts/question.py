"""One indicator to answer: story first, then the level by its described words; saved at every change."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from placecheck.assessment import Answer
from placecheck.rubric import Indicator
from placecheck.views.passage import passage_view
from placecheck.web import desk
from placecheck.web.parts.passages import passages
from placecheck.web.parts.text import plain, small
from placecheck.web.session import Session
from placecheck.words import answering as w
from placecheck.words import results, say

NO_ANSWERS = {
    "dont_know": results.DONT_KNOW,
    "not_here": results.DOES_NOT_APPLY,
    "rather_not_say": results.RATHER_NOT_SAY,
}
SURE = {"not_very": w.NOT_VERY, "fairly": w.FAIRLY, "very": w.VERY}
HIGH_FROM_TOP = 2
"""The last two levels ask for whom it is not true."""


@dataclass(frozen=True)
class Question:
    """One indicator put to one voice of a round, and the widgets that take the answer."""

    session: Session
    one: desk.Opened
    voice: str
    indicator: Indicator
    answered: bool
    """Whether it was answered when the page around it was drawn."""

    def key(self, part: str) -> str:
        """The widget's key: its own for every round, voice and indicator."""
        return f"{part}-{self.one.id}-{self.voice}-{self.indicator.id}"

    def save(self) -> None:
        """Save what the widgets hold now, whole."""
        given = {part: self.session.given(self.key(part)) for part in ("choice", "story", "sure", "not_for")}
        choice = given["choice"]
        fields = {name: given[name] or None for name in ("story", "sure", "not_for")}
        fields["no_answer" if choice in NO_ANSWERS else "level"] = (
            int(choice) if choice and choice.isdigit() else choice
        )
        answer = Answer(**fields) if any(value is not None for value in fields.values()) else None
        desk.store().save_answer(self.one.id, self.voice, self.indicator.id, answer, self.session.by)

    def take_back(self) -> None:
        """Withdraw the whole answer; its history stays."""
        desk.store().save_answer(self.one.id, self.voice, self.indicator.id, None, self.session.by)


@st.fragment
def question(asked: Question) -> None:
    """Show one indicator and take the answer to it."""
    answer = desk.store().answer_now(asked.one.id, asked.voice, asked.indicator.id)
    if (answer is not None) != asked.answered:
        # The progress above counts one more or one fewer: draw the whole page anew.
        st.rerun()
    put_what_is_kept(asked, answer)
    indicator = asked.indicator
    with st.container(border=True, key=f"question-{indicator.id}"):
        mark(asked)
        st.subheader(plain(indicator.statement), anchor=indicator.id)
        st.markdown(f"*{say(results.LOOK_FOR)}:* {plain(indicator.look_for)}")
        st.text_area(
            say(w.STORY), key=asked.key("story"), placeholder=say(w.STORY_HINT), on_change=asked.save, max_chars=10_000
        )
        level(asked)
        if answer is not None and answer.level is not None:
            how_sure(asked, answer.level)
        kept_line(asked, answer)
        says_who(asked)


def put_what_is_kept(asked: Question, answer: Answer | None) -> None:
    """Let the widgets show the store, so that two tabs and a reload all see the same."""
    choice = None if answer is None else answer.no_answer if answer.level is None else str(answer.level)
    asked.session.shows(asked.key("choice"), choice)
    asked.session.shows(asked.key("story"), (answer and answer.story) or "")
    asked.session.shows(asked.key("sure"), answer and answer.sure)
    asked.session.shows(asked.key("not_for"), (answer and answer.not_for) or "")


def mark(asked: Question) -> None:
    """Say so where the group asks in words of its own."""
    own = asked.one.assessment.own_words.get(asked.indicator.id)
    if own is not None:
        st.badge(say(w.OWN if own.change == "added" else w.REWORDED), color="gray")


def level(asked: Question) -> None:
    """The levels by their described words, and the three ways not to give one, each one tap."""
    names = {str(step): one.name for step, one in enumerate(asked.one.rubric.levels)}
    names |= {kind: say(words) for kind, words in NO_ANSWERS.items()}
    described = [plain(words) for words in asked.indicator.levels] + [""] * len(NO_ANSWERS)
    st.radio(
        say(w.LEVEL),
        list(names),
        index=None,
        format_func=lambda choice: names[choice],
        captions=described,
        key=asked.key("choice"),
        on_change=asked.save,
    )


def how_sure(asked: Question, given: int) -> None:
    """How sure, and of a high level for whom it is not true."""
    st.segmented_control(
        say(w.SURE),
        list(SURE),
        format_func=lambda sure: say(SURE[sure]),
        key=asked.key("sure"),
        on_change=asked.save,
    )
    if given >= asked.one.rubric.steps - HIGH_FROM_TOP:
        st.text_input(
            say(w.FOR_WHOM_NOT), key=asked.key("not_for"), placeholder=say(w.FOR_WHOM_HINT), on_change=asked.save
        )


def kept_line(asked: Question, answer: Answer | None) -> None:
    """Say what is kept, and offer to take it back."""
    with st.container(horizontal=True, vertical_alignment="center"):
        if answer is None:
            st.markdown(say(w.NOT_ANSWERED))
        else:
            st.markdown(f":material/check: {say(w.SAVED)}")
            st.button(say(w.TAKE_BACK), key=asked.key("take-back"), on_click=asked.take_back, type="tertiary")


def says_who(asked: Question) -> None:
    """The passages behind the statement, read only when asked for."""
    indicator, catalogue = asked.indicator, asked.one.catalogue
    if not indicator.supports and not indicator.cautions:
        return
    behind = st.expander(say(w.SAYS_WHO), key=asked.key("says-who"), on_change="rerun")
    if behind.open:
        with behind:
            small(say(results.OUR_WORDS))
            for title, ids in (
                (results.SUPPORTS_TITLE, indicator.supports),
                (results.CAUTIONS_TITLE, indicator.cautions),
            ):
                passages(say(title), [passage_view(catalogue, id_) for id_ in ids if id_ in catalogue.passage])
