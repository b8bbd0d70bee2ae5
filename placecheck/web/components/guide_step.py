"""A step of a guide: its questions, each kept as its field is left, and what the notes say of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from placecheck.guides.replies import HIGH, LOW, SAYS, WHERE, reply_part_id
from placecheck.guides.tendering import cost_fault
from placecheck.place import Asset, Pot
from placecheck.views.guides.guide_steps import GuideQuestionView, GuideStepView
from placecheck.web.components.guide_facts import show_fact
from placecheck.web.components.idea_card import show_reasons
from placecheck.web.components.sheet_fields import sheet_cell, sheet_field
from placecheck.web.data import place_cards
from placecheck.web.markdown import escape, small
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import Session
from placecheck.web.state.worksheets import MAX_CELL_LENGTH, WorksheetForm
from placecheck.words import guides as w
from placecheck.words import say, say_n


def show_guide_step(session: Session, sheet: WorksheetForm, step: GuideStepView) -> None:
    """Show the step, what the program looked up for it, and its questions."""
    st.header(escape(step.name), anchor=False)
    st.markdown(escape(step.about))
    for fact in step.facts:
        show_fact(session, fact)
    for question in step.questions:
        with st.container(border=True, key=sheet.key(f"box-{question.id}")):
            ASKED_AS[question.kind](session, sheet, question)
            show_step_reasons(session, sheet, question.id, question)
    show_step_reasons(session, sheet, step.id, step)


def show_step_reasons(
    session: Session, sheet: WorksheetForm, id_: str, holder: GuideStepView | GuideQuestionView
) -> None:
    """Show the reasons of a step or a question, behind a click."""
    if holder.reasons:
        with st.expander(say(w.RESTS_ON), key=sheet.key(f"rests-{id_}")):
            show_reasons(session, holder.reasons)


def show_asked(question: GuideQuestionView) -> None:
    """Show a question above fields that have words of their own."""
    st.markdown(escape(question.ask), help=question.help and escape(question.help))


def ask_words(
    session: Session, sheet: WorksheetForm, question: GuideQuestionView, id_: str = "", label: str = ""
) -> None:
    """Ask for own words."""
    id_ = id_ or question.id
    field = sheet_field(sheet, id_)
    field.fill_saved()
    st.text_area(
        escape(label or question.ask), key=field.key(id_), help=question.help and escape(question.help),
        max_chars=10_000, height=90, on_change=uninterrupted(field.save_changes),
    )  # fmt: skip
    field.show_state()
    if question.cards and id_ == question.id:
        offer_cards(session, sheet, question.id)


def offer_cards(session: Session, sheet: WorksheetForm, id_: str) -> None:
    """Offer what is here; what is chosen is written into the reply, a line each."""
    cards = place_cards.cards_of_place(session.open_assessment) if session.open_assessment else ()
    lines = sheet.replies.texts.get(id_, "").splitlines()
    names = [card.words for card in cards if isinstance(card, Asset | Pot) and card.words not in lines]
    key = sheet.key(f"{id_}-cards-{len(lines)}")

    def add() -> None:
        chosen = session.widget_value(key)
        if chosen:
            sheet.save_reply(id_, "\n".join((*lines, chosen)))

    if names:
        st.selectbox(
            say(w.FROM_CARDS), names, index=None, key=key, placeholder=say(w.CHOOSE_CARD), on_change=uninterrupted(add)
        )


def ask_choice(session: Session, sheet: WorksheetForm, question: GuideQuestionView) -> None:
    """Ask to pick one reply; it can be taken back."""
    key, names = sheet.key(question.id), dict(question.choices)
    picked = sheet.replies.text(question.id)
    session.set_widget_value(key, picked if picked in names else None)
    st.radio(
        escape(question.ask), list(names), index=None, format_func=lambda reply: escape(names[reply]), key=key,
        help=question.help and escape(question.help), horizontal=len(names) > 3,
        on_change=uninterrupted(partial(_keep_text, session, sheet, question.id)),
    )  # fmt: skip


def ask_several(session: Session, sheet: WorksheetForm, question: GuideQuestionView) -> None:
    """Ask to pick any number of replies."""
    show_asked(question)
    picked = sheet.replies.picked(question.id)
    for id_, name in question.choices:
        key = sheet.key(f"{question.id}-{id_}")
        session.set_widget_value(key, id_ in picked)
        st.checkbox(escape(name), key=key, on_change=uninterrupted(partial(_keep_several, session, sheet, question)))


def ask_stance(session: Session, sheet: WorksheetForm, question: GuideQuestionView) -> None:
    """Ask what a paper says, and where it says so."""
    ask_choice(session, sheet, question)
    if sheet.replies.text(question.id) in {"yes", "partly", "no"}:
        for ending, label in ((SAYS, w.SAYS), (WHERE, w.WHERE)):
            ask_line(sheet, reply_part_id(question.id, ending), say(label))


def ask_cost(_session: Session, sheet: WorksheetForm, question: GuideQuestionView) -> None:
    """Ask for a low and a high number."""
    show_asked(question)
    for column, ending, label in zip(st.columns(2), (LOW, HIGH), (w.LOW, w.HIGH), strict=True):
        with column:
            ask_line(sheet, reply_part_id(question.id, ending), say(label))
    low, high = (sheet.replies.text(reply_part_id(question.id, ending)) for ending in (LOW, HIGH))
    if why := cost_fault(low, high):
        st.error(escape(say(w.COST_FAULTS[why], name=question.name)))


def ask_line(sheet: WorksheetForm, id_: str, label: str) -> None:
    """Ask for a short reply."""
    field = sheet_field(sheet, id_)
    field.fill_saved()
    st.text_input(escape(label), key=field.key(id_), max_chars=1000, on_change=uninterrupted(field.save_changes))
    field.show_state()


def ask_table(_session: Session, sheet: WorksheetForm, question: GuideQuestionView) -> None:
    """Ask for rows; there is always room for one more until the table is full."""
    show_asked(question)
    rows = sheet.replies.tables.get(question.id, ())
    for number in range(min(len(rows) + 1, question.most_rows)):
        for column, (id_, name) in zip(st.columns(len(question.columns)), question.columns, strict=True):
            field = sheet_cell(sheet, question.id, number, id_)
            field.fill_saved()
            with column:
                key = field.key(f"{question.id}-{number}-{id_}")
                st.text_input(
                    escape(name), key=key, max_chars=MAX_CELL_LENGTH, on_change=uninterrupted(field.save_changes)
                )
                field.show_state()
    if len(rows) >= question.most_rows:
        small(say_n(w.TABLE_FULL, question.most_rows))


ASKED_AS: dict[str, Callable[[Session, WorksheetForm, GuideQuestionView], None]] = {
    "words": ask_words,
    "choice": ask_choice,
    "several": ask_several,
    "stance": ask_stance,
    "cost": ask_cost,
    "table": ask_table,
}
"""How a question of each kind is asked."""


def _keep_text(session: Session, sheet: WorksheetForm, id_: str) -> None:
    sheet.save_reply(id_, session.widget_value(sheet.key(id_)) or "")


def _keep_several(session: Session, sheet: WorksheetForm, question: GuideQuestionView) -> None:
    ids = [id_ for id_, _ in question.choices if session.widget_value(sheet.key(f"{question.id}-{id_}"))]
    sheet.save_reply(question.id, " ".join(ids))
