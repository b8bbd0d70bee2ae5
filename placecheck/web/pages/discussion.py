"""The discussion behind the rubric: ask it, look through it, see where it differs and what each note is."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from placecheck.rubric import Rubric
from placecheck.views.notes.note_list import about_notes, chosen, disagreement_views, indicators_about
from placecheck.views.notes.passage_page import passage_card_view
from placecheck.views.search_results import answer_line
from placecheck.web.components.notes_library import show_added_text, show_notes_library
from placecheck.web.components.passages import show_passage_card, show_passages
from placecheck.web.components.rubric_choice import choose_rubric_shown
from placecheck.web.data import assessments
from placecheck.web.markdown import escape
from placecheck.web.state.session import Session
from placecheck.words import rubric_page, say, say_n
from placecheck.words import sources as w

PAGE_SIZE = 20
"""How many passages are drawn at once."""
MAX_PASSAGES = 10
"""The most passages shown for a question."""
QUESTION = "ask"
"""The key of the question, also in the address."""


def render(session: Session) -> None:
    """Show the search; without a question, all passages, where notes differ, the notes, and what text is here."""
    st.title(say(w.SOURCES), anchor=False)
    rubric = choose_rubric_shown(session)
    if not assessments.catalogue_of(rubric).passages:
        st.markdown(escape(say(rubric_page.NO_NOTES, title=rubric.title)))
        st.markdown(escape(rubric.wording))
        return
    st.markdown(escape(say(w.INTRO, notes=about_notes(assessments.catalogue_of(rubric)))))
    if not ask_notes(session, rubric):
        show_tabs(session, rubric)


def show_tabs(session: Session, rubric: Rubric) -> None:
    """Show everything there is, in tabs."""
    through, differ, what, text = st.tabs([say(name) for name in (w.BROWSE, w.DIFFER, w.NOTES, w.TEXT)])
    with through:
        browse_passages(session, rubric)
    with differ:
        show_disagreements(session, rubric)
    with what:
        show_notes_library(rubric)
    with text:
        show_added_text(session, rubric)


def ask_notes(session: Session, rubric: Rubric) -> bool:
    """Answer a person's own words; return whether there was a question."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        question = st.text_input(say(w.ASK), placeholder=say(w.ASK_HINT), key=QUESTION, bind="query-params")
        st.button(say(w.ASK_NOW), type="primary", key="ask-now")
        if question.strip():
            st.button(say(w.CLEAR), key="ask-clear", on_click=lambda: session.set_widget_value(QUESTION, ""))
    if not question.strip():
        return False
    hits = assessments.library_of(rubric).search(question, MAX_PASSAGES)
    with st.container(key="answer"):
        st.markdown(f"**{answer_line(hits, MAX_PASSAGES)}**")
        if not hits or hits[0].is_near:
            st.markdown(say(w.TRY_OTHER_WORDS))
        show_passage_cards(session, rubric, [hit.id for hit in hits])
    return True


def browse_passages(session: Session, rubric: Rubric) -> None:
    """Show every passage that fits what is chosen, a page at a time."""
    catalogue = assessments.catalogue_of(rubric)
    titles = {note.id: note.title for note in catalogue.notes}
    dimension_names = {dimension.id: dimension.name for dimension in rubric.dimensions}
    kinds = {kind: say(name) for kind, name in w.KINDS.items()}
    columns = st.columns(3)
    filters = {}
    choices = (("note", w.NOTE, titles), ("dimension", w.DIMENSION, dimension_names), ("kind", w.KIND, kinds))
    for column, (name, label, names) in zip(columns, choices, strict=True):
        with column:
            filters[name] = st.selectbox(
                say(label), list(names), index=None, format_func=names.__getitem__, placeholder=say(w.ANY)
            )
    passage_ids = [passage.id for passage in chosen(catalogue, **filters)]
    st.markdown(say_n(w.SHOWN, len(passage_ids)))
    pages = max(1, -(-len(passage_ids) // PAGE_SIZE))
    page = st.pagination(pages, key=f"page-{'-'.join(str(choice) for choice in filters.values())}") if pages > 1 else 1
    show_passage_cards(session, rubric, passage_ids[(page - 1) * PAGE_SIZE : page * PAGE_SIZE])


def show_passage_cards(session: Session, rubric: Rubric, passage_ids: Sequence[str]) -> None:
    """Show passages side by side, each with the indicators that cite it."""
    library = assessments.library_of(rubric)
    for first in range(0, len(passage_ids), 2):
        for column, id_ in zip(st.columns(2), passage_ids[first : first + 2], strict=False):
            with column:
                show_passage_card(passage_card_view(library, id_), indicators_about(rubric, id_), session=session)


def show_disagreements(session: Session, rubric: Rubric) -> None:
    """Show where the notes do not speak with one voice: both positions, side by side."""
    st.markdown(say(w.DIFFER_INTRO))
    for view in disagreement_views(assessments.catalogue_of(rubric)):
        st.subheader(escape(view.about), anchor=False)
        for column, passages in zip(st.columns(2), (view.one_side, view.other_side), strict=True):
            with column:
                show_passages("", passages, session=session)
