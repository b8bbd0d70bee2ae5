"""One indicator to answer: story first, then the level by its described words; saved at every change."""

from __future__ import annotations

from dataclasses import asdict, dataclass

import streamlit as st

from placecheck.assessment import Voice
from placecheck.rubric import Indicator
from placecheck.views.notes.note_list import whose_words
from placecheck.views.notes.passage_card import from_conversations, link_views
from placecheck.views.questionnaire.answering import answer_parts, answering_view, meant_for_others
from placecheck.web.components.component import define_component
from placecheck.web.components.passages import show_passages
from placecheck.web.data import assessments
from placecheck.web.markdown import escape, small
from placecheck.web.routes import answers_api
from placecheck.web.state.language import localised_fragment
from placecheck.web.state.session import Session
from placecheck.words import answering as w
from placecheck.words import results, say

_form = define_component("question", isolate_styles=False)


@dataclass(frozen=True)
class VoiceQuestion:
    """One indicator put to one voice of an assessment."""

    session: Session
    opened: assessments.OpenAssessment
    voice: Voice
    indicator: Indicator

    def key(self, part: str) -> str:
        """Return the key of a part of it: its own for every assessment, voice and indicator."""
        return f"{part}-{self.opened.id}-{self.voice.id}-{self.indicator.id}"


def show_question(question: VoiceQuestion) -> None:
    """Show one indicator and take the answer to it."""
    indicator = question.indicator
    with st.container(border=True, key=f"question-{indicator.id}"):
        own = question.opened.assessment.own_words.get(indicator.id)
        if own is not None:
            st.badge(say(w.OWN if own.change == "added" else w.REWORDED), color="gray")
        st.subheader(escape(indicator.statement), anchor=False)
        st.markdown(f"*{say(results.LOOK_FOR)}:* {escape(indicator.look_for)}")
        if whom := meant_for_others(question.opened.rubric, indicator, question.voice.perspective):
            small(escape(whom))
        show_answer_fields(question)
        show_statement_passages(question)


def show_answer_fields(question: VoiceQuestion) -> None:
    """Show the form, which saves by itself (`web.routes.answers_api`), so that nobody waits for a page to be drawn.

    Two tabs and a reload see the same: it shows what the store has, unless a newer answer is being saved in it.
    """
    id_ = question.indicator.id
    _form(
        key=question.key("answer"),
        data={
            "to": answers_api.ADDRESS,
            "about": {"assessment": question.opened.id, "voice": question.voice.id, "indicator": id_},
            "asks": asdict(answering_view(question.opened.rubric, question.indicator)),
            "sequence": question.opened.sequence,
            "answer": answer_parts(question.voice.answers.get(id_)),
        },
    )


@localised_fragment
def show_statement_passages(question: VoiceQuestion) -> None:
    """Show the passages behind the statement, read only on request."""
    indicator, catalogue = question.indicator, question.opened.catalogue
    if not indicator.supports and not indicator.cautions:
        return
    behind = st.expander(say(w.SAYS_WHO), key=question.key("says-who"), on_change="rerun")
    if behind.open:
        with behind:
            small(
                escape(whose_words(question.opened.rubric, catalogue, (*indicator.support_ids, *indicator.caution_ids)))
            )
            if comes_from := from_conversations(catalogue, indicator.supports):
                small(comes_from)
            for title, links in (
                (results.SUPPORTS_TITLE, indicator.supports),
                (results.CAUTIONS_TITLE, indicator.cautions),
            ):
                show_passages(
                    say(title), link_views(catalogue, links), session=question.session, indicator=indicator.id
                )
