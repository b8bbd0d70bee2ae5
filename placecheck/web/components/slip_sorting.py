"""Sorting slips, one after the other, by keys alone or by clicks. Nothing is sorted by a machine."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from placecheck.place import Card, Slip, SlipGroup
from placecheck.place.ids import free_id
from placecheck.views.comparison.assessment_name import distinct_labels, shortened
from placecheck.web.components.draft import Draft
from placecheck.web.data import place_cards
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.markdown import escape, small
from placecheck.web.state import card_keeping
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import CARD, Session
from placecheck.words import listening as w
from placecheck.words import say, say_n

LATER, STAY = "slips-later", "slip-stays"
KEYS = "123456789"
MAX_LINE_LENGTH = 60


def show_sorting(session: Session, opened: OpenAssessment, slips: Sequence[Slip], groups: Sequence[SlipGroup]) -> None:
    """Show the next slip of the pile, and a button with a key for each group that it may go to."""
    st.header(say(w.PILE), anchor=False)
    later: list[str] = session.widget_value(LATER) or []
    stays = session.widget_value(STAY)
    pile = [slip for slip in slips if slip.id == stays or (not slip.groups and slip.left_out is None)]
    pile.sort(key=lambda slip: (slip.id != stays, later.index(slip.id) if slip.id in later else -1))
    if not slips:
        return
    if not pile:
        st.markdown(say(w.PILE_EMPTY))
        return
    slip = pile[0]
    small(say_n(w.SLIPS, len(pile)))
    with st.container(border=True):
        st.subheader(escape(slip.words), anchor=False)
        small(escape(" · ".join(part for part in (slip.question, slip.by) if part)))
    _draft(session, opened, slip).fill({"group-name": slip.words[:MAX_LINE_LENGTH]})
    _group_buttons(session, opened, slip, groups)
    _other_ways(session, opened, slip, later)


def _group_buttons(session: Session, opened: OpenAssessment, slip: Slip, groups: Sequence[SlipGroup]) -> None:
    with st.container(horizontal=True):
        for number, group in enumerate(groups):
            st.button(
                escape(group.words[:MAX_LINE_LENGTH]),
                key=f"into-{group.id}",
                shortcut=KEYS[number] if number < len(KEYS) else None,
                disabled=group.id in slip.groups,
                on_click=_into(session, opened, slip, group.id),
            )
    draft = _draft(session, opened, slip)
    left, right = st.columns((3, 1), vertical_alignment="bottom")
    keep_draft = uninterrupted(draft.keep)
    left.text_input(say(w.NEW_GROUP_NAME), key=draft.key("group-name"), max_chars=300, on_change=keep_draft)
    right.button(say(w.NEW_GROUP), key="new-group", shortcut="n", on_click=_new_group(session, opened, slip, draft))


def _other_ways(session: Session, opened: OpenAssessment, slip: Slip, later: list[str]) -> None:
    def wait() -> None:
        session.set_widget_value(LATER, [*(id_ for id_ in later if id_ != slip.id), slip.id])
        session.set_widget_value(STAY, None)

    def stay() -> None:
        session.set_widget_value(STAY, slip.id)

    draft = _draft(session, opened, slip)

    def leave_out() -> None:
        reason = draft.typed().get("why-left-out", "").strip()
        if reason:
            draft.drop()
            session.set_widget_value(STAY, None)
            change_slips(session, opened, [(slip, slip.model_copy(update={"groups": (), "left_out": reason}))])

    with st.container(horizontal=True):
        st.button(say(w.LATER), key="slip-later", shortcut="l", on_click=uninterrupted(wait))
        st.button(say(w.SECOND_GROUP), key="slip-second", shortcut="s", on_click=uninterrupted(stay))
        story = uninterrupted(lambda: session.set_query(**{CARD: slip.id}))
        st.button(say(w.STORY_KEY), key="slip-story", shortcut="q", on_click=story)
        with st.popover(say(w.LEAVE_OUT)):
            keep_draft = uninterrupted(draft.keep)
            st.text_input(say(w.WHY_LEFT_OUT), key=draft.key("why-left-out"), max_chars=300, on_change=keep_draft)
            st.button(say(w.LEAVE_OUT_YES), key="leave-out", on_click=uninterrupted(leave_out))
    draft.show_state()


def _draft(session: Session, opened: OpenAssessment, slip: Slip) -> Draft:
    """Return what is typed about `slip` and not kept with it yet."""
    return Draft(session, opened.id, f"sort-{slip.id}", ("group-name", "why-left-out"), f"{{}}-{slip.id}".format)


def _into(session: Session, opened: OpenAssessment, slip: Slip, group: str) -> Callable[[], None]:
    def put() -> None:
        session.set_widget_value(STAY, None)
        change_slips(session, opened, [(slip, _put_into(slip, group))])

    return uninterrupted(put)


def _new_group(session: Session, opened: OpenAssessment, slip: Slip, draft: Draft) -> Callable[[], None]:
    def begin() -> None:
        words = draft.typed().get("group-name", "").strip()
        if not words:
            return
        draft.drop()
        session.set_widget_value(STAY, None)
        group = SlipGroup(
            id=free_id(words, {card.id for card in place_cards.cards_of_place(opened)}), words=words, phrase_of=slip.id
        )
        card_keeping.keep_card(session, opened, group)
        change_slips(session, opened, [(slip, _put_into(slip, group.id))])

    return uninterrupted(begin)


def _put_into(slip: Slip, group: str) -> Slip:
    return slip.model_copy(update={"groups": (*slip.groups, group), "left_out": None})


def change_slips(session: Session, opened: OpenAssessment, changes: Sequence[tuple[Card, Card]]) -> bool:
    """Keep changed slips, each as it was read and as it is now; say which conflict, and return whether none does."""
    if place_cards.place_id_of(opened) is None:
        return False
    conflicts = card_keeping.change_cards(session, opened, changes)
    if conflicts:
        words = "; ".join(conflict.current.card.words[:MAX_LINE_LENGTH] for conflict in conflicts)
        session.toast_on_next_page(say(w.CHANGED_BY_OTHERS, words=words), until_closed=True)
    return not conflicts


def show_slip_groups(
    session: Session, opened: OpenAssessment, slips: Sequence[Slip], groups: Sequence[SlipGroup]
) -> None:
    """Show where the slip that is being changed lies: in any groups, or in none."""
    slip = next((candidate for candidate in slips if candidate.id == session.query_param(CARD)), None)
    if slip is None:
        return
    names = distinct_labels({group.id: shortened(group.words, MAX_LINE_LENGTH) for group in groups})
    key = f"groups-of-{slip.id}"

    def keep() -> None:
        chosen = tuple(session.widget_value(key) or ())
        changed = slip.model_copy(update={"groups": chosen, "left_out": None if chosen else slip.left_out})
        change_slips(session, opened, [(slip, changed)])

    session.set_widget_value(key, [id_ for id_ in slip.groups if id_ in names])
    st.multiselect(
        say(w.LIES_IN),
        list(names),
        format_func=names.__getitem__,
        key=key,
        on_change=uninterrupted(keep),
        placeholder="",
    )
