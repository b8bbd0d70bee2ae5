"""What could we borrow? Whom to ask, and ideas of the discussion."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from placecheck.views.borrow import BorrowView
from placecheck.views.comparison import ComparisonView, TogetherView
from placecheck.web.parts.passages import passages
from placecheck.web.parts.text import plain, small
from placecheck.web.session import INDICATOR, Session
from placecheck.words import comparing as w
from placecheck.words import results, say


def borrowing(session: Session, view: ComparisonView, under: TogetherView, found: Sequence[BorrowView]) -> None:
    """The prompts of the dimension that is shown, or of the one thing; and where else there are some."""
    thing = session.asked(INDICATOR)
    things = {row.id for row in under.rows}
    here = [one for one in found if one.dimension == under.id and (thing not in things or one.indicator == thing)]
    st.header(say(w.BORROW_TITLE), anchor=False)
    st.markdown(say(w.BORROW_INTRO))
    for at, one in enumerate(here):
        prompt(one, at)
    elsewhere = [one.name for one in view.dimensions if one.id != under.id and one.id in {b.dimension for b in found}]
    if elsewhere:
        st.markdown(plain(say(w.BORROW_ELSEWHERE, names=", ".join(elsewhere))))
    elif not here:
        st.markdown(say(w.NOTHING_TO_BORROW))


def prompt(one: BorrowView, at: int) -> None:
    """One wish, whom to ask about it, what they tell, and ideas."""
    with st.container(border=True):
        st.subheader(plain(one.line), anchor=False)
        st.markdown(f"{plain(one.wants)}  \n**{plain(one.question)}**")
        for lender in one.lenders:
            st.markdown(f"**{lender.letter}  {plain(lender.name)}:** {plain(lender.words)}")
            if lender.story and lender.story.story:
                st.markdown(plain(say(results.QUOTED, story=lender.story.story)))
                small(plain(lender.story.perspective or ""))
        if one.ideas:
            with st.expander(say(w.IDEAS), key=f"ideas-{one.indicator}-{at}"):
                small(say(results.OUR_WORDS))
                passages("", one.ideas)
