"""The different voices of one place side by side: residents see it so, the council so. For those in the room."""

from __future__ import annotations

import streamlit as st

from placecheck.views.comparison.perspectives import PerspectivesView, perspectives_view
from placecheck.views.page_names import PageName
from placecheck.web.components.comparison_filter import choose_filter, show_filtered_comparison
from placecheck.web.components.comparison_links import show_comparison_links
from placecheck.web.components.comparison_rows import ComparisonContext
from placecheck.web.components.hidden_guard import unless_hidden
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.markdown import escape, small
from placecheck.web.state.session import Session
from placecheck.words import comparing as w
from placecheck.words import say


@unless_hidden
def render(session: Session, opened: OpenAssessment) -> None:
    """Show the comparison of the perspectives of the open assessment."""
    st.title(say(w.VOICES_OF, place=escape(opened.assessment.place.name)), anchor=False)
    show_comparison_links(session, opened, PageName.PERSPECTIVES)
    view = perspectives_view(opened.rubric, opened.assessment)
    if view is None:
        st.markdown(say(w.ONE_PERSPECTIVE))
        return
    st.markdown(say(w.VOICES_INTRO))
    st.info(say(w.IN_THE_ROOM))
    show_perspectives(view)
    context = ComparisonContext(
        session, view.comparison, view.compared_places, (opened.id,) * len(view.compared_places)
    )
    show_filtered_comparison(context, choose_filter(context))
    small(view.comparison.not_this)


def show_perspectives(view: PerspectivesView) -> None:
    """Show the perspectives by their letters, with how many voices speak from each."""
    lines = [
        f"**{group.letter}  {escape(group.name)}** ({count})"
        for group, count in zip(view.comparison.places, view.counts, strict=True)
    ]
    st.markdown(" · ".join(lines))
