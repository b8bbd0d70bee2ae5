"""Places side by side: one dimension at a time or one thing across all, in the order given, with the stories beside."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from placecheck import report
from placecheck.scoring.compare import Side
from placecheck.views.borrow import borrow
from placecheck.views.comparison import ComparisonView, comparison_view
from placecheck.web.parts.beside import Beside
from placecheck.web.parts.borrowing import borrowing
from placecheck.web.parts.choose_places import choose_places
from placecheck.web.parts.lens import lens, turn
from placecheck.web.parts.take_away import HTML, PDF, download
from placecheck.web.parts.text import plain, small
from placecheck.web.parts.ways import ways
from placecheck.web.session import Session
from placecheck.words import comparing as w
from placecheck.words import deciding, results, say


def render(session: Session) -> None:
    """Show the places that were chosen beside each other."""
    st.title(say(w.BESIDE))
    ways(session, session.opened, "side-by-side")
    chosen = choose_places(session)
    if len(chosen) < 2:
        st.markdown(say(w.CHOOSE_TWO))
        return
    given = [(one.rubric, one.assessment) for one in chosen]
    view = comparison_view(given)
    who(view)
    if view.dimensions:
        beside = Beside(session, view, tuple(given), tuple(one.id for one in chosen))
        under = turn(beside)
        lens(beside, under)
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


def cannot(view: ComparisonView) -> None:
    """What cannot be compared, each with why."""
    with st.expander(view.not_comparable_title):
        st.markdown("\n".join(f"- {plain(line)}" for line in view.not_comparable))


def take_home(given: Sequence[Side]) -> None:
    """Everything side by side, to print and for any browser; made only when it is asked for."""
    with st.container(horizontal=True):
        download(say(w.PRINT), lambda: report.comparison_pdf(given), "side-by-side.pdf", PDF, first=True)
        download(say(deciding.TAKE_HTML), lambda: report.comparison_html(given), "side-by-side.html", HTML)
