"""What could we borrow? A scene of its own on the big screen: wishes, what is borrowed so far, and a form for more."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from placecheck.dates import local_today
from placecheck.place import AdaptedIdea, cards_of
from placecheck.views.comparison.borrow import BorrowedView, BorrowView, borrowed_views
from placecheck.web.components.draft import Draft
from placecheck.web.data import new_cards, place_cards
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.markdown import escape, small
from placecheck.web.state.card_keeping import keep_card
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import Session
from placecheck.words import comparing as w
from placecheck.words import comparison_screen as h
from placecheck.words import say, say_n

MAX_IDEA_LENGTH, MAX_NOTE_LENGTH = 300, 4000
FIELDS = ("idea", "note")
MAX_BORROWED = 1
"""How many ideas are shown above the form: the page of the place has all of them."""
COUNT_KEY = "screen-borrowed-{}"
"""Holds how many ideas were kept with a place in this visit: after each, the fields are new ones."""


def show_borrow(
    session: Session, chosen: Sequence[OpenAssessment], wishes: Sequence[BorrowView], indicators: Sequence[str]
) -> None:
    """Show who wants to grow and whom they could ask, what is borrowed so far, and the form to write it down."""
    for wish in wishes[:1]:
        wants = f"{escape(wish.wants)}  \n" if len(indicators) == 1 else ""
        others = f" {say_n(h.AND_MORE, len(wishes) - 1)}" if wishes[1:] else ""
        st.markdown(f"**{escape(wish.line)}**{others}  \n{wants}{escape(wish.question)}")
    if not wishes:
        st.markdown(say(w.NOTHING_TO_BORROW))
    show_borrowed(chosen, indicators)
    own = [opened for opened in chosen if not opened.is_example]
    if own:
        show_borrow_form(session, chosen, own, indicators, first_wish(chosen, wishes))
    else:
        small(say(h.EXAMPLES_BORROW_NOT))


def borrowed_views_by_place(
    chosen: Sequence[OpenAssessment], indicators: Sequence[str] | None = None
) -> list[list[BorrowedView]]:
    """Return what each place borrows from the others, about `indicators` or about anything."""
    names = [opened.assessment.place.name for opened in chosen]
    return [
        borrowed_views(cards_of(place_cards.cards_of_place(opened), AdaptedIdea), names, indicators)
        for opened in chosen
    ]


def show_borrowed(chosen: Sequence[OpenAssessment], indicators: Sequence[str]) -> None:
    """Show what each place borrows about this so far, with the note that goes with it."""
    lists = borrowed_views_by_place(chosen, indicators)
    if not any(lists):
        return
    lines = [
        f"**{escape(opened.assessment.place.name)}:** {escape(view.line)}"
        + (f" {escape(view.note)}" if view.note else "")
        for opened, views in zip(chosen, lists, strict=True)
        for view in reversed(views)
    ]
    others = f" {say_n(h.AND_MORE, len(lines) - MAX_BORROWED)}" if lines[MAX_BORROWED:] else ""
    st.markdown("  \n".join([f"**{say(h.BORROWED_SO_FAR)}**{others}", *lines[:MAX_BORROWED]]))


def show_borrow_form(
    session: Session,
    chosen: Sequence[OpenAssessment],
    own: Sequence[OpenAssessment],
    indicators: Sequence[str],
    pair: tuple[str | None, str | None],
) -> None:
    """Let what a place borrows be written down, as a card of that place, about what is shown."""
    names = {opened.id: opened.assessment.place.name for opened in chosen}
    with st.container(key="screen-borrow-form"):
        by, whom = st.columns(2, gap="medium")
        with by:
            borrower = choose_name(session, h.WHO_BORROWS, {opened.id: names[opened.id] for opened in own}, pair[0])
        with whom:
            others = {id_: name for id_, name in names.items() if id_ != borrower}
            lender = choose_name(session, h.FROM_WHOM, others, pair[1])
        draft = borrowing_draft(session, borrower, indicators)
        draft.fill()
        idea_column, note_column, keep_column = st.columns([3, 2, 2], gap="medium", vertical_alignment="bottom")
        keep_draft = uninterrupted(draft.keep)
        idea_column.text_input(
            say(h.WHAT_TO_BORROW), key=draft.key("idea"), max_chars=MAX_IDEA_LENGTH, on_change=keep_draft
        )
        note_column.text_input(
            say(h.BORROW_NOTE), key=draft.key("note"), max_chars=MAX_NOTE_LENGTH, on_change=keep_draft
        )
        opened = next(opened for opened in own if opened.id == borrower)
        keep = uninterrupted(lambda: keep_borrowed(session, opened, names[lender], indicators))
        keep_column.button(
            say(h.KEEP, name=escape(names[borrower])), key=draft.key("keep"), type="primary", on_click=keep
        )
        draft.show_state()


def first_wish(chosen: Sequence[OpenAssessment], wishes: Sequence[BorrowView]) -> tuple[str | None, str | None]:
    """Return the place whose wish comes first and the first that it could ask; None where there is no wish."""
    if not wishes:
        return None, None
    names = {opened.assessment.place.name: opened.id for opened in chosen}
    return chosen[wishes[0].borrower].id, names.get(wishes[0].lenders[0].name)


def choose_name(session: Session, label: str, names: dict[str, str], first: str | None) -> str:
    """Let one of `names` be chosen, initially `first` where that is one of them, and return its id."""
    key = f"screen-{label}-{first}-{'-'.join(names)}"
    if session.widget_value(key) not in names:
        session.set_widget_value(key, first if first in names else next(iter(names)))
    st.selectbox(say(label), list(names), format_func=names.__getitem__, key=key)
    return str(session.widget_value(key))


def borrowing_draft(session: Session, borrower: str, indicators: Sequence[str]) -> Draft:
    """Return the draft of what a place borrows about `indicators`; each time one is kept, the fields are new ones."""
    about = new_cards.slug(indicators[0] if len(indicators) == 1 else f"all-with-{indicators[0]}")
    count = session.widget_value(COUNT_KEY.format(borrower)) or 0
    return Draft(
        session, borrower, f"screen-borrow-{about}", FIELDS, f"screen-borrow-{borrower}-{about}-{count}-{{}}".format
    )


def keep_borrowed(session: Session, opened: OpenAssessment, lender: str, indicators: Sequence[str]) -> None:
    """Keep what stands in the form as a card of the place that borrows. For callbacks."""
    draft = borrowing_draft(session, opened.id, indicators)
    typed = {name: text.strip() for name, text in draft.typed().items()}
    if not typed.get("idea") or not draft.keep():
        return
    draft.drop()
    session.set_widget_value(COUNT_KEY.format(opened.id), (session.widget_value(COUNT_KEY.format(opened.id)) or 0) + 1)
    card = AdaptedIdea(
        id=new_cards.new_card_id(opened, typed["idea"]),
        words=typed["idea"],
        more=typed.get("note") or None,
        date=local_today().isoformat(),
        indicators=tuple(indicators),
        from_place=lender,
    )
    keep_card(session, opened, card)
