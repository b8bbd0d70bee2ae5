"""What people told of one indicator, each in a card: the first few, and the rest on request."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from placecheck.views.results.indicator import StoryView
from placecheck.web.markdown import escape, small
from placecheck.words import results as w
from placecheck.words import say, say_n
from placecheck.words import web as words

SHOWN_FIRST, PER_ROW = 6, 3
"""As many stories show at first, and as many of them in a row."""


def show_stories(stories: Sequence[StoryView]) -> None:
    """Show `stories` below their title; where there are none, say so."""
    st.subheader(say(w.STORIES_TITLE), anchor=False)
    if not stories:
        small(say(words.NO_STORIES))
    _show_rows(stories[:SHOWN_FIRST])
    if rest := stories[SHOWN_FIRST:]:
        with st.expander(say_n(w.MORE_STORIES, len(rest))):
            _show_rows(rest)


def _show_rows(stories: Sequence[StoryView]) -> None:
    for at in range(0, len(stories), PER_ROW):
        row = stories[at : at + PER_ROW]
        for column, story in zip(st.columns(PER_ROW), row, strict=False):
            with column.container(border=True, height="stretch"):
                _show_story(story)


def _show_story(story: StoryView) -> None:
    for text in story.texts:
        st.markdown(escape(text))
    if about := ", ".join(part for part in (story.perspective, story.level, story.sure) if part):
        small(escape(about))
