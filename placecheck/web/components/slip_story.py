"""A slip told as a story beside questions: by hand, with its teller's leave, and never as a level."""

from __future__ import annotations

import streamlit as st

from placecheck.place import Slip
from placecheck.place.slip import SlipStory
from placecheck.web.components.slip_sorting import change_slips
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import Session
from placecheck.words import listening as w
from placecheck.words import say


def show_slip_story(session: Session, opened: OpenAssessment, slip: Slip) -> None:
    """Let a slip stand as a story beside questions once its teller agrees, or be a slip alone again."""
    names = {indicator.id: indicator.name for indicator in opened.rubric.indicators()}
    where, permission = f"story-where-{slip.id}", f"story-leave-{slip.id}"

    def keep() -> None:
        chosen = tuple(session.widget_value(where) or ())
        if chosen and session.widget_value(permission):
            if _keep(session, opened, slip, SlipStory(indicators=chosen, leave="agreed")):
                session.rerun_with_toast(say(w.STORY_KEPT))
        elif chosen:
            session.toast_on_next_page(say(w.STORY_NO_LEAVE), until_closed=True)

    def end() -> None:
        if _keep(session, opened, slip, None):
            session.set_widget_value(where, [])
            session.set_widget_value(permission, False)
            session.rerun_with_toast(say(w.STORY_ENDED))

    with st.container(border=True):
        st.subheader(say(w.STORY), anchor=False)
        st.markdown(say(w.STORY_ABOUT))
        before = [id_ for id_ in slip.story.indicators if id_ in names] if slip.story else []
        st.multiselect(
            say(w.STORY_WHERE), list(names), before, format_func=lambda id_: names[id_], key=where, placeholder=""
        )
        st.checkbox(say(w.STORY_LEAVE), slip.story is not None, key=permission)
        with st.container(horizontal=True):
            st.button(say(w.STORY_KEEP), key=f"story-keep-{slip.id}", on_click=uninterrupted(keep))
            if slip.story is not None:
                st.button(say(w.STORY_END), key=f"story-end-{slip.id}", on_click=uninterrupted(end))


def _keep(session: Session, opened: OpenAssessment, slip: Slip, story: SlipStory | None) -> bool:
    return change_slips(session, opened, [(slip, slip.model_copy(update={"story": story}))])
