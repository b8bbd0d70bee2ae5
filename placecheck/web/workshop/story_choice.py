"""The choice of stories for the room: read them, tick some, show one large."""

from __future__ import annotations

from functools import partial

import streamlit as st

from placecheck.scoring.disclosure_control import publish_minimum
from placecheck.views.workshop.room_stories import RoomStory, enough_answered, stories_to_choose
from placecheck.web.data import assessments
from placecheck.web.markdown import escape, small
from placecheck.web.workshop.context import WorkshopContext
from placecheck.words import big_screen as b
from placecheck.words import say, say_n


def show_story_choice(context: WorkshopContext, indicator: str) -> None:
    """Show the stories on an indicator, each with a checkbox; nothing if there are none."""
    revealed = assessments.current_store().revealed_answers(context.id).answers
    if not any(answer and answer.story for answer in revealed.get(indicator, ())):
        return
    if not enough_answered(context.rubric, revealed, indicator):
        small(say(b.TOO_FEW, least=publish_minimum(context.rubric)))
        return
    stories = stories_to_choose(context.rubric, context.opened.assessment.place, context.workshop, revealed, indicator)
    with st.expander(say_n(b.CHOOSE_STORIES, len(stories)), key=f"stories-{indicator}"):
        st.markdown(say(b.CHOOSE_HOW))
        for story in stories:
            show_choice(context, story)


def show_choice(context: WorkshopContext, story: RoomStory) -> None:
    """Show one story with its checkbox, and once it is ticked a button that shows it large."""
    key = f"story-{context.id}-{story.fingerprint}"
    context.session.set_widget_value(key, story.chosen)
    choose = partial(assessments.current_store().choose_story, context.id, story.fingerprint)
    st.checkbox(
        escape(story.words),
        key=key,
        on_change=context.on_choice(key, story.chosen, lambda is_chosen: choose(chosen=bool(is_chosen))),
    )
    if story.look_at:
        small(escape(say(b.LOOK_AT, words="; ".join(story.look_at))))
    if story.chosen and context.workshop.scene == "stories" and context.workshop.shown_story == story.fingerprint:
        small(say(b.IS_LARGE))
    elif story.chosen:
        show = partial(assessments.current_store().show_story, context.id, story.fingerprint)
        context.button(say(b.SHOW_LARGE), show, key=f"large-{context.id}-{story.fingerprint}")
