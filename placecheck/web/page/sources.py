"""The discussion behind the rubric: ask it, look through it, see where it differs and what each note is."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from placecheck.rubric import Rubric, find_rubric
from placecheck.views.reading import card_view
from placecheck.views.sources import bears_on, chosen, disagreement_views
from placecheck.web import desk
from placecheck.web.parts.notes import added_text, notes
from placecheck.web.parts.passages import passage_card, passages
from placecheck.web.parts.text import plain
from placecheck.web.session import Session
from placecheck.words import say, say_n
from placecheck.words import sources as w

PAGE = 20
"""How many passages are drawn at once."""


def render(session: Session) -> None:
    """Show the search, then the passages, where notes differ, the notes themselves, and what text is here."""
    rubric = session.opened.rubric if session.opened else find_rubric()
    st.title(say(w.SOURCES), anchor=False)
    st.markdown(say(w.INTRO))
    ask(session, rubric)
    through, differ, what, text = st.tabs([say(name) for name in (w.BROWSE, w.DIFFER, w.NOTES, w.TEXT)])
    with through:
        browse(session, rubric)
    with differ:
        differences(session, rubric)
    with what:
        notes(rubric)
    with text:
        added_text(session, rubric)


def ask(session: Session, rubric: Rubric) -> None:
    """Answer a person's own words with the passages that speak of it, or say that none does."""
    question = st.text_input(say(w.ASK), placeholder=say(w.ASK_HINT), key="ask", bind="query-params")
    if not question.strip():
        return
    found = [f"{hit.note}#{hit.paragraph}" for hit in desk.library_of(rubric).search(question)]
    st.markdown(f"**{say_n(w.FOUND, len(found)) if found else say(w.NOT_SPOKEN_OF)}**")
    cards(session, rubric, found)


def browse(session: Session, rubric: Rubric) -> None:
    """Every passage that fits what is chosen, a page at a time."""
    catalogue = desk.catalogue_of(rubric)
    titles = {note.id: note.title for note in catalogue.notes}
    sides = {dimension.id: dimension.name for dimension in rubric.dimensions}
    kinds = {kind: say(name) for kind, name in w.KINDS.items()}
    columns = st.columns(3)
    given = {}
    choices = (("note", w.NOTE, titles), ("dimension", w.DIMENSION, sides), ("kind", w.KIND, kinds))
    for column, (name, label, names) in zip(columns, choices, strict=True):
        with column:
            given[name] = st.selectbox(
                say(label), list(names), index=None, format_func=names.__getitem__, placeholder=say(w.ANY)
            )
    found = [passage.id for passage in chosen(catalogue, **given)]
    st.markdown(say_n(w.SHOWN, len(found)))
    pages = max(1, -(-len(found) // PAGE))
    page = st.pagination(pages, key=f"page-{'-'.join(str(choice) for choice in given.values())}") if pages > 1 else 1
    cards(session, rubric, found[(page - 1) * PAGE : page * PAGE])


def cards(session: Session, rubric: Rubric, found: Sequence[str]) -> None:
    """Passages side by side, each with the indicators that it bears on."""
    library = desk.library_of(rubric)
    for first in range(0, len(found), 2):
        for column, id_ in zip(st.columns(2), found[first : first + 2], strict=False):
            with column:
                passage_card(card_view(library, id_), bears_on(rubric, id_), session=session)


def differences(session: Session, rubric: Rubric) -> None:
    """Where the notes do not speak with one voice: both sides, side by side."""
    st.markdown(say(w.DIFFER_INTRO))
    for view in disagreement_views(desk.catalogue_of(rubric)):
        st.subheader(plain(view.about), anchor=False)
        for column, side in zip(st.columns(2), (view.one, view.other), strict=True):
            with column:
                passages("", side, session=session)
