"""The home of a place: where its group is in the cycle, what comes next, and each time it looked."""

from __future__ import annotations

import streamlit as st

from placecheck.dates import local_today
from placecheck.views.page_names import PageName
from placecheck.views.place.outcomes import outcomes_view
from placecheck.views.place.place_home import PlaceHomeView, StageView, look_lines, place_home_view
from placecheck.views.results.results import about_line
from placecheck.web.components.copy_example import offer_copy
from placecheck.web.components.delete_place import offer_deletion
from placecheck.web.components.outcome_band import has_outcomes
from placecheck.web.components.place_links import show_place_links
from placecheck.web.components.place_picture import cached_picture
from placecheck.web.data import assessments, place_cards
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.markdown import escape, small
from placecheck.web.state.session import Session
from placecheck.words import language, say
from placecheck.words import place_home as w


def render(session: Session, opened: OpenAssessment) -> None:
    """Show the stages of the cycle, one filled button for what comes next, and the assessments so far."""
    place = opened.assessment.place
    st.title(escape(place.name), anchor=False)
    small(escape(" · ".join(about_line(opened.assessment))))
    view = home_view(opened)
    if opened.is_example:
        offer_copy(session, opened)
    else:
        show_next(session, opened, view)
    show_stages(session, opened, view)
    show_place_links(session, opened)
    if place.context:
        st.markdown(escape(place.context))
    show_assessments(session, opened, view)
    if not opened.is_example:
        session.link(PageName.ABOUT_PLACE, say(w.ABOUT_PLACE), session.address(opened.id))
        offer_deletion(session, opened)


def home_view(opened: OpenAssessment) -> PlaceHomeView:
    """Return where the group of the open place is."""
    today = local_today()
    traces = outcomes_view(place_cards.cards_of_place(opened), place_cards.dated_actions(opened), today)
    finding = "" if opened.is_hidden else cached_picture(opened, language.get()).finding
    return place_home_view(opened.rubric, opened.assessment, traces, finding, today)


def show_next(session: Session, opened: OpenAssessment, view: PlaceHomeView) -> None:
    """Show the one filled button."""
    if st.button(view.next_label, type="primary", key=f"next-{opened.id}"):
        if view.next_page is None:
            begin_next_assessment(session, opened)
        else:
            session.switch_page(view.next_page, session.address(opened.id))


def show_stages(session: Session, opened: OpenAssessment, view: PlaceHomeView) -> None:
    """Show each stage as a card with its way on."""
    st.header(say(w.WHERE_YOU_ARE), anchor=False)
    for column, stage in zip(st.columns(len(view.stages)), view.stages, strict=True):
        with column, st.container(border=True, height="stretch"):
            show_stage(session, opened, stage)


def show_stage(session: Session, opened: OpenAssessment, stage: StageView) -> None:
    """Show one stage: its words, under a link to its page where there is something to see."""
    if stage.page:
        session.link(stage.page, stage.name, session.address(opened.id))
    else:
        st.markdown(f"**{escape(stage.name)}**")
    st.markdown(escape(stage.words))


def show_assessments(session: Session, opened: OpenAssessment, view: PlaceHomeView) -> None:
    """Show each assessment of the place, and the way to another one."""
    st.header(say(w.LOOKS), anchor=False)
    same_place = assessments.assessments_of_same_place(opened)
    for other, line in zip(same_place, look_lines([other.assessment for other in same_place]), strict=True):
        session.link(PageName.RESULTS, line, session.address(other.id))
    if len(same_place) > 1:
        session.link(PageName.THEN_NOW, say(w.THEN_AND_NOW), session.address(opened.id))
    if opened.is_example:
        return
    small(say(w.AGAIN_HINT))
    if view.next_page and st.button(say(w.AGAIN), key=f"again-{opened.id}"):
        begin_next_assessment(session, opened)


def begin_next_assessment(session: Session, opened: OpenAssessment) -> None:
    """Begin another assessment of the same place with the same questions: first what became of the last, if known."""
    store = assessments.current_store()
    summary = store.assessment_summary(opened.id)
    new_id = store.begin_assessment(
        summary.place_id,
        store.rubric_of(opened.id),
        question_set=summary.question_set,
        date=local_today(),
        together=summary.together,
        by=session.author,
    )
    if not summary.together:
        store.add_voice(new_id, by=session.author)
    session.toast_on_next_page(say(w.AGAIN_KEPT, place=opened.assessment.place.name))
    session.switch_page(PageName.OUTCOMES if has_outcomes(opened) else PageName.ANSWER, session.address(new_id))
