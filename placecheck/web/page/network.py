"""Many places: find some, open one, lay some side by side, and see how they spread without naming any."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from placecheck.charts import ladder
from placecheck.views.network import FoundRound, Wanted, fitting
from placecheck.web import many
from placecheck.web.parts.picture import picture
from placecheck.web.parts.text import plain
from placecheck.web.session import BESIDE, MOST_BESIDE, Session
from placecheck.words import answering, results, say, say_n
from placecheck.words import network as w
from placecheck.words import web as words

SHOWN = 30
CHOOSE_FROM = 200
ROUNDS = {"starter": results.STARTER_ROUND, "full": results.FULL_ROUND}


def render(session: Session) -> None:
    """Show what was found, and the two things to do with it."""
    st.title(say(w.TITLE))
    st.markdown(say(w.INTRO))
    every = many.rounds()
    found = fitting(every, wanted(every))
    if not found:
        st.markdown(say(w.NONE_FOUND if every else words.NONE_YET))
        return
    st.markdown(f"**{say_n(w.FOUND, len(found), places=f'{len({one.place_id for one in found}):,}')}**")
    listed(session, found)
    beside(session, found)
    spread(session, found)


def wanted(every: Sequence[FoundRound]) -> Wanted:
    """What is looked for, as it stands in the fields; only what some place has is offered."""
    kinds = [kind for kind in answering.KINDS if any(one.kind == kind for one in every)]
    nations = sorted({one.nation for one in every if one.nation})
    first, second, third = st.columns(3, gap="medium")
    chosen = first.multiselect(
        say(w.KIND), kinds, format_func=lambda kind: say(answering.KINDS[kind]), key="many-kind", placeholder=say(w.ANY)
    )
    where = second.multiselect(say(w.NATION), nations, key="many-nation", placeholder=say(w.ANY))
    round_ = third.selectbox(
        say(w.ROUND), [None, *ROUNDS], format_func=lambda one: say(ROUNDS[one] if one else w.ANY), key="many-round"
    )
    typed = st.text_input(say(w.WORDS), key="many-words")
    return Wanted(tuple(chosen), tuple(where), round_, typed)


def listed(session: Session, found: Sequence[FoundRound]) -> None:
    """The first of what was found, each with the way to it."""
    for one in found[:SHOWN]:
        name, about = st.columns([2, 3], gap="small", vertical_alignment="center")
        with name:
            session.link("results", one.name, session.address(one.id))
        about.markdown(plain(one.about))
    if len(found) > SHOWN:
        st.markdown(say(w.ONLY_FIRST, n=SHOWN))


def beside(session: Session, found: Sequence[FoundRound]) -> None:
    """Any of what was found, to be laid side by side."""
    names = {one.id: f"{one.name} · {one.about}" for one in found[:CHOOSE_FROM]}
    chosen = st.multiselect(
        say(w.BESIDE),
        list(names),
        format_func=lambda id_: names[id_],
        max_selections=MOST_BESIDE,
        key="many-beside",
        placeholder=say(words.CHOOSE_A_PLACE),
    )
    if len(chosen) > 1:
        session.link("compare", say(w.SEE_BESIDE), {BESIDE: ",".join(chosen)})


def spread(session: Session, found: Sequence[FoundRound]) -> None:
    """How the places found spread, once it is asked for: scoring thousands takes a moment."""
    if not st.toggle(say(w.SHOW_SPREAD), key="many-spread"):
        return
    shown = many.picture(found)
    if shown is None:
        st.markdown(say(w.NONE_FOUND))
        return
    st.markdown(say_n(w.SPREAD_OF, shown.places))
    if shown.others:
        st.markdown(say_n(w.OTHER_EDITION, shown.others))
    view = shown.view
    columns = [say(name) for name in (results.COLUMN_DIMENSION, results.COLUMN_INDICATOR, results.COLUMN_STANDS)]
    rows = [(side.name, row.name, f"{row.words}; {row.span}") for side in view.dimensions for row in side.rows]
    drawn = ladder.figure(view, session.palette, narrow=session.on_a_phone)
    picture(drawn, view.title, view.sentence, columns, rows)
