"""The welcome on the big screen: which place, who sees what, when it is deleted, and what this is not."""

from __future__ import annotations

import streamlit as st

from placecheck.dates import when_words
from placecheck.web.markdown import escape
from placecheck.web.workshop.context import WorkshopContext
from placecheck.web.workshop.progress import show_progress
from placecheck.words import forms, joining, say


def show_welcome(context: WorkshopContext) -> None:
    """Show the promises that phones show too, before anyone joins."""
    st.title(escape(say(joining.WELCOME, place=context.opened.assessment.place.name)), anchor=False)
    promises = (joining.NO_NAME, joining.WHO_READS, joining.WHO_ROOM, joining.WORDS_OUT)
    st.markdown("\n".join(f"- {escape(say(promise))}" for promise in promises))
    day = context.summary.delete_on
    deletion = say(joining.DELETED_ON, date=when_words(day.isoformat())) if day else say(joining.DELETED_ASK)
    st.markdown(f"**{escape(deletion)}**")
    st.markdown(escape(say(forms.WHAT_IT_IS_NOT)))
    show_progress(context)  # which also makes the screen move on by itself
