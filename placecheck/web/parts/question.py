"""One indicator to answer: story first, then the level by its described words; saved at every change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from placecheck.assessment import Answer
from placecheck.rubric import Indicator
from placecheck.views.passage import passage_view
from placecheck.views.sheet import high_from
from placecheck.web import desk
from placecheck.web.parts.passages import passages
from placecheck.web.parts.text import plain, small
from placecheck.web.session import Session
from placecheck.words import answering as w
from placecheck.words import results, say


@dataclass(frozen=True)
class Question:
    """One indicator put to one voice of a round, and the widgets that take the answer."""

    session: Session
    one: desk.Opened
    voice: str
    indicator: Indicator
    count: Callable[[dict[str, Answer]], None]
    """Says anew, outside the question, how far the voice has come with the answers it gave."""

    def key(self, part: str) -> str:
        """The widget's key: its own for every round, voice and indicator."""
        return f"{part}-{self.one.id}-{self.voice}-{self.indicator.id}"

    def save(self, part: str) -> None:
        """Save what the widget `part` holds; the rest stays as it was kept, whatever this screen shows of it."""
        given = self.session.given(self.key(part)) or None
        parts: dict[str, object] = {part: given}
        if part == "choice":
            no_answer = given if given in results.NO_ANSWERS else None
            parts = {"no_answer": no_answer, "level": int(given) if given and not no_answer else None}
        desk.store().change_answer(self.one.id, self.voice, self.indicator.id, parts, self.session.by)

    def take_back(self) -> None:
        """Withdraw the whole answer; its history stays."""
        desk.store().save_answer(self.one.id, self.voice, self.indicator.id, None, self.session.by)


def question(asked: Question) -> None:
    """Show one indicator and take the answer to it. Only what a tap may change is in its fragment."""
    indicator = asked.indicator
    with st.container(border=True, key=f"question-{indicator.id}"):
        own = asked.one.assessment.own_words.get(indicator.id)
        if own is not None:
            st.badge(say(w.OWN if own.change == "added" else w.REWORDED), color="gray")
        st.subheader(plain(indicator.statement), anchor=False)
        st.markdown(f"*{say(results.LOOK_FOR)}:* {plain(indicator.look_for)}")
        answering(asked)


@st.fragment
def answering(asked: Question) -> None:
    """What is run again at a tap: the store's answer in the widgets, so that two tabs and a reload see the same."""
    answers = desk.store().answers_of(asked.one.id, asked.voice)
    answer = answers.get(asked.indicator.id)
    asked.session.shows(asked.key("story"), (answer and answer.story) or "")
    st.text_area(
        say(w.STORY),
        key=asked.key("story"),
        placeholder=say(w.STORY_HINT),
        on_change=asked.save,
        args=("story",),
        max_chars=10_000,
    )
    level(asked, answer)
    if answer is not None and answer.level is not None:
        how_sure(asked, answer)
    kept_line(asked, answer)
    says_who(asked)
    asked.count(answers)


def level(asked: Question, answer: Answer | None) -> None:
    """The levels by their described words, and the three ways not to give one, each one tap."""
    choice = None if answer is None else answer.no_answer if answer.level is None else str(answer.level)
    asked.session.shows(asked.key("choice"), choice)
    names = {str(step): one.name for step, one in enumerate(asked.one.rubric.levels)}
    names |= {kind: say(words) for kind, words in results.NO_ANSWERS.items()}
    described = [plain(words) for words in asked.indicator.levels] + [""] * len(results.NO_ANSWERS)
    st.radio(
        say(w.LEVEL),
        list(names),
        index=None,
        format_func=lambda choice: names[choice],
        captions=described,
        key=asked.key("choice"),
        on_change=asked.save,
        args=("choice",),
    )


def kept_line(asked: Question, answer: Answer | None) -> None:
    """Say what is kept, and offer to take it back."""
    if answer is None:
        st.markdown(say(w.NOT_ANSWERED))
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f":material/check: {say(w.SAVED)}")
        st.button(say(w.TAKE_BACK), key=asked.key("take-back"), on_click=asked.take_back, type="tertiary")


def how_sure(asked: Question, answer: Answer) -> None:
    """How sure, and of a high level for whom it is not true."""
    asked.session.shows(asked.key("sure"), answer.sure)
    st.segmented_control(
        say(w.SURE),
        list(w.HOW_SURE),
        format_func=lambda sure: say(w.HOW_SURE[sure]),
        key=asked.key("sure"),
        on_change=asked.save,
        args=("sure",),
    )
    if answer.level is not None and answer.level >= high_from(asked.one.rubric):
        asked.session.shows(asked.key("not_for"), answer.not_for or "")
        st.text_input(
            say(w.FOR_WHOM_NOT),
            key=asked.key("not_for"),
            placeholder=say(w.FOR_WHOM_HINT),
            on_change=asked.save,
            args=("not_for",),
        )


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
                found = [passage_view(catalogue, id_) for id_ in ids if id_ in catalogue.passage]
                passages(say(title), found, session=asked.session, indicator=indicator.id)
