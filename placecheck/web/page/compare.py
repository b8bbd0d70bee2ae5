"""Places side by side: one dimension at a time or one thing across all, in the order given, with the stories beside."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from placecheck import report
from placecheck.scoring.compare import Side
from placecheck.views.borrow import borrow
from placecheck.views.comparison import ComparisonView, TogetherView, comparison_view
from placecheck.web.desk import Opened
from placecheck.web.parts.beside import as_table, one_thing, whole
from placecheck.web.parts.borrowing import borrowing
from placecheck.web.parts.choose_places import choose_places
from placecheck.web.parts.text import plain, small
from placecheck.web.session import INDICATOR, SIDE, Session
from placecheck.words import comparing as w
from placecheck.words import results, say

ALL = "all"


def render(session: Session) -> None:
    """Show the places that were chosen beside each other."""
    st.title(say(w.BESIDE))
    chosen = choose_places(session)
    if len(chosen) < 2:
        st.markdown(say(w.CHOOSE_TWO))
        return
    given = [(one.rubric, one.assessment) for one in chosen]
    view = comparison_view(given)
    who(view)
    if view.dimensions:
        under = turn(session, view)
        lens(session, chosen, view, under)
        borrowing(session, view, under, borrow(given, view, chosen[0].catalogue))
    cannot(view)
    take_home(given)
    small(view.not_this)


def who(view: ComparisonView) -> None:
    """The sides by their letters, with what one should know about each."""
    st.markdown(" ".join(view.intro))
    columns = st.columns(min(len(view.sides), 4), gap="medium")
    for at, side in enumerate(view.sides):
        with columns[at % len(columns)]:
            st.markdown(f"**{side.letter}  {plain(side.name)}**  \n{plain(' · '.join(side.about))}")
            if side.context:
                with st.popover(say(results.CONTEXT)):
                    st.markdown(plain(side.context))


def turn(session: Session, view: ComparisonView) -> TogetherView:
    """Let a dimension be chosen, or one thing in it; the dimension that is shown."""
    names = {one.id: one.name for one in view.dimensions}
    here = next((one for one in view.dimensions if one.id == session.asked(SIDE)), view.dimensions[0])
    all_sides, all_things = st.columns([3, 2], gap="medium", vertical_alignment="bottom")
    session.shows("beside-side", here.id)
    all_sides.pills(
        say(w.SIDE),
        list(names),
        required=True,
        format_func=lambda id_: names[id_],
        key="beside-side",
        on_change=lambda: session.turn_to(**{SIDE: session.given("beside-side"), INDICATOR: None}),
    )
    things = {ALL: say(w.ALL_OF_SIDE), **{row.id: row.name for row in here.rows}}
    session.shows("beside-thing", session.asked(INDICATOR) if session.asked(INDICATOR) in things else ALL)
    all_things.selectbox(
        say(w.ONE_THING),
        list(things),
        format_func=lambda id_: things[id_],
        key="beside-thing",
        on_change=lambda: one_or_all(session, here.id, session.given("beside-thing")),
    )
    return here


def one_or_all(session: Session, side: str, thing: str) -> None:
    """Turn to one thing of a dimension, or to the whole of it."""
    session.turn_to(**{SIDE: side, INDICATOR: None if thing == ALL else thing})


def lens(session: Session, rounds: Sequence[Opened], view: ComparisonView, under: TogetherView) -> None:
    """What was turned to: the whole dimension, or one thing of it with every story."""
    asked = [row for row in under.rows if row.id == session.asked(INDICATOR)]
    st.header(plain(under.name), anchor=False)
    small(say(w.DOTS_SENTENCE))
    if under.whole and not asked:
        whole(session, view, under, under.whole)
    for row in asked or under.rows:
        one_thing(session, rounds, view, under, row, all_=bool(asked))
    as_table(view, asked or [*([under.whole] if under.whole else []), *under.rows])


def cannot(view: ComparisonView) -> None:
    """What cannot be compared, each with why."""
    with st.expander(view.not_comparable_title):
        st.markdown("\n".join(f"- {plain(line)}" for line in view.not_comparable))


def take_home(given: Sequence[Side]) -> None:
    """Everything side by side, to print; made only when it is asked for."""
    st.download_button(
        say(w.PRINT),
        lambda: report.comparison_pdf(given),
        "side-by-side.pdf",
        "application/pdf",
        on_click="ignore",
        type="primary",
    )
