"""The discussion behind the rubric: ask it, look through it, see what each note is."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from placecheck.notes import Passage
from placecheck.rubric import Rubric, find_rubric
from placecheck.views.passage import passage_view
from placecheck.views.sources import bears_on, chosen, note_views
from placecheck.web import desk
from placecheck.web.parts.passages import passage_card
from placecheck.web.parts.text import plain
from placecheck.web.session import Session
from placecheck.words import say, say_n
from placecheck.words import sources as w

PAGE = 20
"""How many passages are drawn at once."""


def render(session: Session) -> None:
    """Show the search, the passages by note, side and kind, and the notes themselves."""
    one = session.opened
    rubric = one.rubric if one else find_rubric()
    st.title(say(w.SOURCES))
    st.markdown(say(w.INTRO))
    ask(rubric)
    browse(rubric)
    notes(rubric)


def ask(rubric: Rubric) -> None:
    """Answer a person's own words with the passages that speak of it, or say that none does."""
    question = st.text_input(say(w.ASK), placeholder=say(w.ASK_HINT), key="ask", bind="query-params")
    if not question.strip():
        return
    catalogue = desk.catalogue_of(rubric)
    ids = [f"{hit.place[0]}#{hit.place[1]}" for hit in desk.search_of(rubric).find(question)]
    found = [catalogue.passage[id_] for id_ in ids if id_ in catalogue.passage]
    st.markdown(f"**{say_n(w.FOUND, len(found)) if found else say(w.NOT_SPOKEN_OF)}**")
    cards(rubric, found)


def browse(rubric: Rubric) -> None:
    """Every passage that fits what is chosen, a page at a time."""
    catalogue = desk.catalogue_of(rubric)
    st.header(say(w.BROWSE))
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
    found = chosen(catalogue, **given)
    st.markdown(say_n(w.SHOWN, len(found)))
    pages = max(1, -(-len(found) // PAGE))
    page = st.pagination(pages, key=f"page-{'-'.join(str(choice) for choice in given.values())}") if pages > 1 else 1
    cards(rubric, found[(page - 1) * PAGE : page * PAGE])


def cards(rubric: Rubric, found: Sequence[Passage]) -> None:
    """Passages side by side, each with the indicators that it bears on."""
    catalogue = desk.catalogue_of(rubric)
    for first in range(0, len(found), 2):
        for column, passage in zip(st.columns(2), found[first : first + 2], strict=False):
            with column:
                passage_card(passage_view(catalogue, passage.id), bears_on(rubric, passage.id))


def notes(rubric: Rubric) -> None:
    """What each note is, who took part, and what it is not independent of."""
    st.header(say(w.NOTES))
    for note in note_views(desk.catalogue_of(rubric)):
        with st.container(border=True):
            st.markdown(f"**{plain(note.title)}**  \n{plain(note.about)}  \n{plain(note.who)}")
            if note.depends:
                st.markdown(plain(note.depends))
            st.markdown(f"[{plain(note.way)}]({note.link})" if note.link else plain(note.way))
