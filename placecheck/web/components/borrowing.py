"""What could we borrow? Whom to ask, and ideas of the discussion."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from placecheck.assessment import Action
from placecheck.ideas.find import for_indicator
from placecheck.views.comparison.borrow import BorrowView
from placecheck.views.comparison.comparison import ComparedWholeView, ComparisonView
from placecheck.views.page_names import PageName
from placecheck.web.components.draft import Draft
from placecheck.web.components.passages import show_passages
from placecheck.web.data import ideas_levels_guides
from placecheck.web.data.assessments import OpenAssessment, current_store
from placecheck.web.markdown import escape, small
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import INDICATOR, Session
from placecheck.words import comparing as w
from placecheck.words import comparison_screen as h
from placecheck.words import ideas, results, say, say_n


def show_borrowing(
    session: Session,
    view: ComparisonView,
    dimension: ComparedWholeView,
    borrow_views: Sequence[BorrowView],
    chosen: Sequence[OpenAssessment],
) -> None:
    """Show the wishes of the dimension shown, or of one indicator, and name the dimensions that have others."""
    indicator = session.query_param(INDICATOR)
    indicator_ids = {row.id for row in dimension.rows}
    shown = [
        item
        for item in borrow_views
        if item.dimension == dimension.id and (indicator not in indicator_ids or item.indicator == indicator)
    ]
    st.header(say(w.BORROW_TITLE), anchor=False)
    st.markdown(say(w.BORROW_INTRO))
    for at, item in enumerate(shown):
        show_wish(session, item, at, chosen[item.borrower])
    elsewhere = [
        item.name
        for item in view.dimensions
        if item.id != dimension.id and item.id in {b.dimension for b in borrow_views}
    ]
    if elsewhere:
        st.markdown(escape(say(w.BORROW_ELSEWHERE, names=", ".join(elsewhere))))
    elif not shown:
        st.markdown(say(w.NOTHING_TO_BORROW))


def show_wish(session: Session, borrow_view: BorrowView, at: int, borrower: OpenAssessment) -> None:
    """Show one wish, whom to ask about it, what they say, and ideas."""
    with st.container(border=True):
        st.subheader(escape(borrow_view.line), anchor=False)
        st.markdown(f"{escape(borrow_view.wants)}  \n**{escape(borrow_view.question)}**")
        for lender in borrow_view.lenders:
            st.markdown(f"**{lender.letter}  {escape(lender.name)}:** {escape(lender.words)}")
            if lender.story and lender.story.story:
                quoted = say(results.QUOTED, story=lender.story.story)
                st.markdown("  \n".join(map(escape, (quoted, *lender.story.details))))
                small(escape(lender.story.perspective or ""))
        if not borrower.is_example:
            show_borrow_field(session, borrow_view, borrower)
        if borrow_view.ideas:
            with st.expander(say(w.IDEAS), key=f"ideas-{borrow_view.indicator}-{at}"):
                small(escape(borrow_view.whose_words))
                show_passages("", borrow_view.ideas)
        link_ideas_to_borrow(session, borrower, borrow_view.indicator)


def link_ideas_to_borrow(session: Session, opened: OpenAssessment, indicator: str) -> None:
    """Show the way to the ideas that may help the place with `indicator`, where there are any."""
    count = len(for_indicator(ideas_levels_guides.all_ideas(opened.rubric).values(), indicator))
    if count:
        session.link(
            PageName.IDEAS, say_n(ideas.TO_BORROW, count), session.address(opened.id, **{INDICATOR: indicator})
        )


def show_borrow_field(session: Session, borrow_view: BorrowView, borrower: OpenAssessment) -> None:
    """Show the field for what a place will borrow, which is kept as a next step of that place about this question."""
    name = borrower.assessment.place.name
    count_key = f"borrowed-{borrower.id}-{borrow_view.indicator}"
    turn = f"{count_key}-{session.widget_value(count_key) or 0}"
    draft = Draft(session, borrower.id, f"borrow-{borrow_view.indicator}", ("what",), f"{turn}-{{}}".format)

    def keep() -> None:
        words = draft.typed().get("what", "").strip()
        if words and draft.keep():
            draft.drop()
            session.set_widget_value(count_key, (session.widget_value(count_key) or 0) + 1)
            current_store().add_action(borrower.id, Action(what=words, indicator=borrow_view.indicator), session.author)
            session.toast_on_next_page(say(h.KEPT, name=name))

    draft.fill()
    st.text_input(say(h.TRY_HERE, name=escape(name)), key=draft.key("what"), on_change=uninterrupted(draft.keep))
    st.button(say(h.KEEP, name=escape(name)), key=draft.key("keep"), on_click=uninterrupted(keep))
    draft.show_state()
