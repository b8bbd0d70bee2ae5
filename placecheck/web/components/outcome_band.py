"""What became of the last assessment: a line about it, and the page with which the next one begins."""

from __future__ import annotations

import streamlit as st

from placecheck.dates import local_today
from placecheck.place import Decision
from placecheck.views.page_names import PageName
from placecheck.views.place.outcomes import outcome_band
from placecheck.web.data import place_cards
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.state.session import WORKSHOP, Session
from placecheck.words import outcomes as w
from placecheck.words import say


def outcome_summary(opened: OpenAssessment) -> str | None:
    """Return how many decisions and next steps wait for word; None where none does."""
    return outcome_band(place_cards.cards_of_place(opened), place_cards.dated_actions(opened), local_today())


def shows_outcomes_first(opened: OpenAssessment) -> bool:
    """Return whether nobody has answered yet and something is known of what was decided or tried here before."""
    is_begun = any(voice.says_something for voice in opened.assessment.voices)
    return not (opened.is_example or is_begun) and has_outcomes(opened)


def has_outcomes(opened: OpenAssessment) -> bool:
    """Return whether any decision or next step is written down for the place."""
    is_decided = any(isinstance(card, Decision) for card in place_cards.cards_of_place(opened))
    return is_decided or bool(place_cards.dated_actions(opened))


def link_outcomes(session: Session, opened: OpenAssessment) -> None:
    """Show the link to what became of it, before anybody answers; nothing where nothing is known of it."""
    if shows_outcomes_first(opened):
        with st.container(border=True):
            session.link(PageName.OUTCOMES, say(w.OPENING), session.address(opened.id))


def show_way_on(session: Session, opened: OpenAssessment) -> None:
    """Show the way from what became of it to the questions, or to the workshop in which they are asked."""
    page, query = PageName.ANSWER, session.address(opened.id)
    if opened.hidden_answers is not None:
        page, query = PageName.WORKSHOP, session.address(opened.id, **{WORKSHOP: opened.hidden_answers.workshop_id})
    if st.button(say(w.TO_QUESTIONS), type="primary"):
        session.switch_page(page, query)
