"""The scenes of the big screen, in type that can be read from the back of a hall."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from placecheck.charts.place_picture.shape import BIG_SCREEN
from placecheck.views.results.results import results_view
from placecheck.views.workshop.read_back import agreed_words, step_words
from placecheck.views.workshop.revealed_answers import RevealedIndicator
from placecheck.views.workshop.workshop_progress import vote_name
from placecheck.web.components.place_picture import cached_picture, show_drawing
from placecheck.web.data import assessments
from placecheck.web.markdown import escape, escape_apart
from placecheck.web.workshop.closing import current_read_back, show_sections
from placecheck.web.workshop.context import WorkshopContext
from placecheck.web.workshop.discussion import show_passages_behind, show_tallies, show_tally
from placecheck.web.workshop.joining import BIG_SCREEN_QR_PIXELS, show_join_card, warn_of_address
from placecheck.web.workshop.progress import show_progress
from placecheck.words import big_screen as b
from placecheck.words import language, say, say_n
from placecheck.words import workshop_page as w

PICTURE_HEIGHT, PICTURE_HEIGHT_BELOW_STRENGTHS = "78vh", "62vh"
"""The maximum height of the place's picture, as a share of the screen: below its finding, and below strengths."""
MAX_PASSAGES = 1
"""How many passages of each kind are on the screen."""
MAX_STRENGTHS = 3
"""How many strengths are named above the picture."""
LONG_STORY, SHORT_STORY = 320, 110
"""The lengths from which a story is in smaller type, and up to which it is in the largest."""


def show_join_scene(context: WorkshopContext) -> None:
    """Show how to join, and how many have joined."""
    st.title(say(w.JOIN), anchor=False)
    show_join_card(context, size=BIG_SCREEN_QR_PIXELS, on_screen=True)
    show_progress(context)
    warn_of_address()


def show_answering_scene(context: WorkshopContext) -> None:
    """Show an open question round: what is asked, how far it is, and the join code for people who are late."""
    vote = context.workshop.open_vote
    if vote is not None and vote.is_second:
        st.title(escape(vote_name(context.rubric, vote)), anchor=False)
        st.header(escape(context.rubric.by_id[vote.asks[0]].statement), anchor=False)
        show_progress(context)
        show_level_meanings(context, vote.asks[0])
        return
    st.title(say(w.ANSWER_NOW), anchor=False)
    show_join_card(context, size=BIG_SCREEN_QR_PIXELS, on_screen=True)
    show_progress(context)
    warn_of_address()


def show_waiting_scene(context: WorkshopContext) -> None:
    """Show that a question round is closed and not revealed yet."""
    st.title(say(w.WAIT_BIG), anchor=False)
    st.header(say(w.LOOK_UP), anchor=False)
    show_progress(context)


def show_ended_scene(context: WorkshopContext) -> None:
    """Show the end of the workshop: the picture of the place with its finding, to look at and to photograph."""
    if not context.revealed_indicators():
        st.title(escape(context.opened.assessment.place.name), anchor=False)
        st.header(say(w.ENDED), anchor=False)
        show_progress(context, with_counts=False)
        return
    with st.container(key="closing-picture"):
        st.header(escape(cached_picture(context.opened, language.get()).finding), anchor=False)
        show_drawing(context.session, context.opened, BIG_SCREEN, tallest=PICTURE_HEIGHT)


def show_overview_scene(context: WorkshopContext) -> None:
    """Show the whole picture, strengths first, before the room discusses any one question."""
    view = results_view(context.opened.rubric, context.opened.assessment, context.opened.result)
    more = len(view.strong) - MAX_STRENGTHS
    names = "; ".join(view.names[id_] for id_ in view.strong[:MAX_STRENGTHS])
    with st.container(key="overview-picture"):
        show_progress(context, with_counts=False)
        if names:
            rest = f" {say_n(b.MORE_STRONG, more)}" if more > 0 else ""
            st.header(escape(f"{say(b.STRONG_FIRST, names=names)}{rest}."), anchor=False)
        else:
            st.header(escape(cached_picture(context.opened, language.get()).finding), anchor=False)
        show_drawing(context.session, context.opened, BIG_SCREEN, tallest=PICTURE_HEIGHT_BELOW_STRENGTHS)


def show_indicator_scene(context: WorkshopContext, indicators: Sequence[RevealedIndicator]) -> None:
    """Show one indicator: the dots of its votes, and what was agreed."""
    indicator = _heading(context, indicators)
    if len(indicator.tallies) == 1:
        show_tally(context, indicator, indicator.tallies[0], context.rubric.by_id[indicator.id].levels)
    else:
        show_tallies(context, indicator)
    agreed = context.opened.assessment.agreed.get(indicator.id)
    if agreed is not None:
        words = agreed_words(context.rubric, agreed)
        st.markdown(f"**{escape(words if agreed.not_agreed else say(w.IN_SHORT, words=words))}**")


def show_passage_scene(context: WorkshopContext, indicators: Sequence[RevealedIndicator]) -> None:
    """Show the passages behind one indicator."""
    show_passages_behind(context, _heading(context, indicators).id, MAX_PASSAGES)


def _heading(context: WorkshopContext, indicators: Sequence[RevealedIndicator]) -> RevealedIndicator:
    indicator = context.discussed_indicator(indicators)
    at = say(w.QUESTION_OF, n=indicators.index(indicator) + 1, total=len(indicators))
    st.title(f"{escape_apart(indicator.name)} :small[{at}]", anchor=False)
    st.header(escape(indicator.statement), anchor=False)
    show_progress(context, with_counts=False)
    return indicator


def show_story_scene(context: WorkshopContext, indicators: Sequence[RevealedIndicator]) -> None:
    """Show one chosen story large, without who wrote it."""
    indicator = context.discussed_indicator(indicators)
    chosen = context.chosen_stories(indicator.id)
    if not chosen:
        st.title(escape(indicator.name), anchor=False)
        st.header(say(b.NONE_CHOSEN), anchor=False)
        show_progress(context, with_counts=False)
        return
    fingerprint = context.shown_story(chosen)
    at = list(chosen).index(fingerprint) + 1
    st.title(say(b.STORY_OF, name=escape_apart(indicator.name), n=at, total=len(chosen)), anchor=False)
    show_progress(context, with_counts=False)
    length = len(chosen[fingerprint])
    size = "short" if length <= SHORT_STORY else "long" if length >= LONG_STORY else "middle"
    with st.container(key=f"story-{size}"):
        st.markdown(escape(say(b.QUOTED, story=chosen[fingerprint].strip())))


def show_agreed_scene(context: WorkshopContext) -> None:
    """Show what the room has agreed so far, and where it did not agree."""
    st.title(say(b.AGREED), anchor=False)
    show_progress(context, with_counts=False)
    agreed = context.opened.assessment.agreed
    names = {indicator.id: indicator.name for indicator in context.rubric.indicators()}
    lines = [
        f"- **{escape(names[id_])}:** {escape(agreed_words(context.rubric, each))}" for id_, each in agreed.items()
    ]
    st.markdown("\n".join(lines) if lines else say(b.NOTHING_AGREED))


def show_steps_scene(context: WorkshopContext) -> None:
    """Show the next steps, and the one that is just being written."""
    st.title(say(b.STEPS), anchor=False)
    show_progress(context, with_counts=False)
    lines = [f"- {escape(step_words(action))}" for action in context.opened.assessment.actions]
    draft = assessments.current_store().draft(context.opened.id, "step").get("what")
    if draft:
        lines.append(f"- *{escape(say(b.BEING_WRITTEN, what=draft))}*")
    st.markdown("\n".join(lines) if lines else say(b.NO_STEPS))


def show_read_back_scene(context: WorkshopContext) -> None:
    """Show the read-back."""
    st.title(say(w.READ_BACK), anchor=False)
    show_sections(current_read_back(context))
    show_progress(context, with_counts=False)


def show_level_meanings(context: WorkshopContext, indicator: str) -> None:
    """Show what each level means, the highest on top."""
    described = zip(context.rubric.levels, context.rubric.by_id[indicator].levels, strict=True)
    lines = [f"**{escape(level.name)}:** {escape(text)}" for level, text in described]
    st.markdown("\n\n".join(reversed(lines)))
