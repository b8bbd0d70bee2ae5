"""A rubric to look at: what it is, and everything that it asks."""

from __future__ import annotations

import streamlit as st

from placecheck.views.questionnaire.rubric_preview import RubricPreview
from placecheck.web.markdown import escape, small


def show_rubric(preview: RubricPreview) -> None:
    """Show what a rubric is, who wrote it, and how much it asks."""
    st.subheader(escape(preview.title), anchor=False)
    st.markdown(escape(preview.about))
    st.markdown(escape(preview.counts))
    small(escape(preview.source))


def show_questions(preview: RubricPreview) -> None:
    """Show the ladder, and each question with its levels."""
    st.markdown(escape(preview.ladder))
    for dimension in preview.dimensions:
        st.markdown(f"#### {escape(dimension.name)}\n\n{escape(dimension.about)}")
        for question in dimension.questions:
            levels = "\n".join(f"{number}. {escape(level)}" for number, level in enumerate(question.levels))
            st.markdown(f"**{escape(question.name)}**: {escape(question.statement)}\n\n{levels}")
            if question.asked_of:
                small(escape(question.asked_of))
