"""One indicator to answer: story first, then the level by its described words; saved at every change."""

from __future__ import annotations

from dataclasses import asdict, dataclass

import streamlit as st

from placecheck.assessment import Voice
from placecheck.rubric import Indicator
from placecheck.views.answering import answering_view, shown
from placecheck.views.passage import passage_view
from placecheck.web import desk, saving
from placecheck.web.parts.component import component
from placecheck.web.parts.passages import passages
from placecheck.web.parts.text import plain, small
from placecheck.web.session import Session
from placecheck.words import answering as w
from placecheck.words import results, say

_form = component("answering", apart=False)


@dataclass(frozen=True)
class Question:
    """One indicator put to one voice of a round."""

    session: Session
    one: desk.Opened
    voice: Voice
    indicator: Indicator

    def key(self, part: str) -> str:
        """The key of a part of it: its own for every round, voice and indicator."""
        return f"{part}-{self.one.id}-{self.voice.id}-{self.indicator.id}"


def question(asked: Question) -> None:
    """Show one indicator and take the answer to it."""
    indicator = asked.indicator
    with st.container(border=True, key=f"question-{indicator.id}"):
        own = asked.one.assessment.own_words.get(indicator.id)
        if own is not None:
            st.badge(say(w.OWN if own.change == "added" else w.REWORDED), color="gray")
        st.subheader(plain(indicator.statement), anchor=False)
        st.markdown(f"*{say(results.LOOK_FOR)}:* {plain(indicator.look_for)}")
        answering(asked)
        says_who(asked)


def answering(asked: Question) -> None:
    """The form, which saves by itself (`placecheck.web.saving`), so that nobody waits for a page to be drawn.

    Two tabs and a reload see the same: it shows what the store has, unless something newer is under way in it.
    """
    id_ = asked.indicator.id
    _form(
        key=asked.key("answer"),
        data={
            "to": saving.ADDRESS,
            "about": {"round": asked.one.id, "voice": asked.voice.id, "indicator": id_},
            "asks": asdict(answering_view(asked.one.rubric, asked.indicator)),
            "sequence": asked.one.sequence,
            "answer": shown(asked.voice.answers.get(id_)),
        },
    )


@st.fragment
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
