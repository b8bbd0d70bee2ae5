"""Question rounds: open, close, reveal, hold back; and links for answers on paper."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from placecheck.assessment.asked import asked_ids
from placecheck.views.page_names import PageName
from placecheck.views.workshop.workshop_progress import vote_name
from placecheck.web.data import assessments
from placecheck.web.markdown import escape
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.workshop.context import WorkshopContext
from placecheck.web.workshop.place_and_months import show_place_and_months
from placecheck.words import say
from placecheck.words import workshop_page as w
from placecheck.workshop import Vote

STATES = {"open": w.OPEN, "closed": w.CLOSED, "revealed": w.SHOWN}
LISTED, CHOSEN = "listed", "chosen"
"""What a question round can ask: what the assessment lists, or what the facilitator chooses."""


def show_voting(context: WorkshopContext) -> None:
    """Show the question rounds, the latest first, and a form for the next."""
    if not context.workshop.votes:
        show_place_and_months(context)
    for vote in reversed(context.workshop.votes):
        if vote.state != "cancelled":
            with st.container(border=True):
                show_question_round(context, vote)
    show_held_back(context)
    if not context.workshop.ended and context.workshop.open_vote is None and context.workshop.open_matters is None:
        offer_question_round(context)
    offer_paper(context)
    if context.workshop.votes and not context.workshop.ended:
        show_place_and_months(context)


def show_question_round(context: WorkshopContext, vote: Vote) -> None:
    """Show a question round with the buttons for its state."""
    st.subheader(escape(f"{vote_name(context.rubric, vote)}: {say(STATES[vote.state])}"), anchor=False)
    store = assessments.current_store()
    if vote.is_second and vote.state != "revealed":
        offer_to_cancel_second_vote(context)
    if vote.state == "open":
        st.markdown(say(w.OPEN_NOW))
        context.button(
            say(w.CLOSE_QUESTION_ROUND),
            lambda: store.close_vote(context.id),
            key=f"close-{vote.number}",
            type="primary",
        )
    elif vote.state == "closed":
        st.markdown(say(w.CLOSED_NOW))
        with st.container(horizontal=True):
            key = f"reveal-{vote.number}"
            context.button(say(w.REVEAL), lambda: store.reveal(context.id, vote.number), key=key, type="primary")
            if not context.workshop.ended:
                key = f"reopen-{vote.number}"
                context.button(say(w.REOPEN), lambda: store.reopen_vote(context.id, vote.number), key=key)


def offer_to_cancel_second_vote(context: WorkshopContext) -> None:
    """Show a button that cancels the second vote, which nobody has seen yet."""
    store = assessments.current_store()
    context.button(
        say(w.CANCEL_SECOND), lambda: store.cancel_second_vote(context.id), key=f"cancel-{context.id}", type="tertiary"
    )


def show_held_back(context: WorkshopContext) -> None:
    """Show the choice of indicators to hold back from the room, before the reveal or after."""
    asked = [id_ for vote in context.workshop.votes if not vote.is_second for id_ in vote.asks]
    still_asked = [id_ for id_ in asked if id_ not in context.workshop.withdrawn]
    if not asked:
        return
    held_back = [id_ for id_ in still_asked if id_ in context.workshop.held_back]
    title = say(w.HELD, names=", ".join(indicator_names(context, held_back))) if held_back else say(w.HOLD_BACK)
    with st.expander(escape(title), key=f"hold-back-{context.id}"):
        st.markdown(say(w.HOLD_BACK_WHAT))
        key = f"held-{context.id}"
        context.session.set_widget_value(key, held_back)
        st.multiselect(
            say(w.HOLD_BACK),
            still_asked,
            format_func=lambda id_: context.rubric.by_id[id_].name,
            key=key,
            placeholder=say(w.CHOOSE),
            on_change=uninterrupted(
                lambda: context.run(lambda: update_held_back(context, held_back, context.session.widget_value(key)))
            ),
        )
        for id_ in held_back:
            offer_release(context, id_)
        withdrawn = [id_ for vote in context.workshop.votes for id_ in vote.asks if id_ in context.workshop.withdrawn]
        if withdrawn:
            st.markdown(escape(say(w.GONE, names=", ".join(indicator_names(context, list(dict.fromkeys(withdrawn)))))))


def offer_release(context: WorkshopContext, indicator: str) -> None:
    """Show buttons that release a held-back indicator, or withdraw it after a second yes."""
    store = assessments.current_store()
    name = context.rubric.by_id[indicator].name
    with st.container(horizontal=True):
        context.button(
            escape(say(w.SHOW_NOW, name=name)), lambda: store.release(context.id, indicator), key=f"show-{indicator}"
        )
        with st.popover(escape(say(w.LET_GO, name=name))):
            st.markdown(escape(say(w.LET_GO_SURE, name=name)))
            context.button(
                say(w.LET_GO_YES), lambda: store.withdraw(context.id, indicator), key=f"withdraw-{indicator}"
            )


def update_held_back(context: WorkshopContext, before: Sequence[str], after: Sequence[str]) -> None:
    """Hold back what was added to the choice, and release what was removed from it."""
    for id_ in set(after) - set(before):
        assessments.current_store().hold_back(context.id, id_)
    for id_ in set(before) - set(after):
        assessments.current_store().release(context.id, id_)


def indicator_names(context: WorkshopContext, ids: Sequence[str]) -> list[str]:
    """Return the names of the indicators `ids`."""
    return [context.rubric.by_id[id_].name for id_ in ids]


def offer_question_round(context: WorkshopContext) -> None:
    """Show the choice of what a new question round asks, and the button that opens it."""
    rubric = context.rubric
    already_asked = {id_ for vote in context.workshop.votes for id_ in vote.asks}
    left = [indicator for indicator in rubric.indicators() if indicator.id not in already_asked]
    if not left:
        st.markdown(say(w.NOTHING_LEFT))
        return
    questions = asked_ids(rubric, assessments.current_store().assessment(context.opened.id))
    listed = [indicator.id for indicator in left if indicator.id in questions]
    choices = {LISTED: say(w.ASK_LISTED, n=len(listed)), CHOSEN: say(w.ASK_CHOSEN)}
    offered = [choice for choice in choices if choice != LISTED or listed]
    usual = LISTED if listed and not already_asked else CHOSEN
    with st.container(border=True) if not already_asked else st.expander(say(w.ANOTHER)):
        key = f"ask-{context.id}-{len(context.workshop.votes)}"
        choice = st.radio(
            say(w.ASK), offered, index=offered.index(usual), format_func=choices.__getitem__, key=key, horizontal=True
        )
        chosen: Sequence[str] = listed
        if choice == CHOSEN:
            by_id = {
                indicator.id: indicator.name if indicator.id in listed else say(w.NOT_LISTED, name=indicator.name)
                for indicator in left
            }
            chosen = st.multiselect(
                say(w.CHOOSE), list(by_id), format_func=by_id.__getitem__, key=f"{key}-chosen", placeholder=""
            )
        open_round = lambda: context.begin_vote(lambda: assessments.current_store().open_vote(context.id, chosen))  # noqa: E731
        context.button(
            say(w.OPEN_QUESTION_ROUND),
            open_round,
            key=f"open-{context.id}",
            type="primary" if not already_asked else "secondary",
        )


def offer_paper(context: WorkshopContext) -> None:
    """Show links to the keying grid and to the sheets."""
    with st.container(horizontal=True, vertical_alignment="center"):
        context.session.link(PageName.KEYING, say(w.KEY_IN), context.session.address(context.opened.id))
        context.session.link(PageName.ON_PAPER, say(w.PRINT), context.session.address(context.opened.id))
    st.markdown(say(w.PAPER_COUNTS))
