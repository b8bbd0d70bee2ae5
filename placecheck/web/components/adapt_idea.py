"""Adapting an idea: what will change, what is lacking, whom to thank, and the first small step."""

from __future__ import annotations

from functools import partial

import streamlit as st

from placecheck.assessment import Action
from placecheck.ideas.treasury import TreasuryFile, descent
from placecheck.place import AdaptedIdea, cards_of
from placecheck.rubric import Rubric
from placecheck.views.ideas.experience import experience_lines
from placecheck.views.ideas.idea_card import descent_lines
from placecheck.views.page_names import PageName
from placecheck.web.components.card_editing import show_edited_card
from placecheck.web.components.draft import Draft
from placecheck.web.components.focus_field import fault_slot, show_fault
from placecheck.web.components.idea_card import show_warnings
from placecheck.web.components.treasury_exchange import show_exchange
from placecheck.web.data import assessments, idea_exchange, ideas_levels_guides, new_cards, place_cards
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.markdown import escape, small
from placecheck.web.state import card_keeping
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import CARD, IDEA, Session
from placecheck.words import ideas as w
from placecheck.words import say

FIELDS = {"change": w.CHANGE, "lack": w.LACK, "thanks": w.THANKS, "step": w.FIRST_STEP, "who": w.WHO}
LONG_FIELDS = ("change", "lack", "thanks")
MAX_STEP_LENGTH = 300
"""Characters that fit into a next step."""


def show_adapt_form(session: Session, rubric: Rubric, id_: str) -> None:
    """Ask the three questions about the idea that the address names, and keep a card and a next step."""
    opened = session.open_assessment
    card = new_cards.idea_to_adapt(rubric, opened, id_)
    if card is None:
        return
    with st.container(border=True):
        st.header(say(w.ADAPT_TITLE, name=escape(card.words)), anchor=False)
        show_warnings(ideas_levels_guides.cautions(rubric, card.from_idea, card.forebears))
        if opened is None or opened.is_example:
            st.markdown(say(w.OPEN_A_PLACE))
            session.link(PageName.HOME, say(w.CHOOSE))
        else:
            _ask(session, rubric, opened, id_)
        close = uninterrupted(lambda: session.set_query(**{IDEA: None}))
        st.button(say(w.NOT_NOW), key="adapt-close", on_click=close)


def _ask(session: Session, rubric: Rubric, opened: OpenAssessment, id_: str) -> None:
    draft = _draft(session, opened, id_)
    key = draft.key
    st.markdown(say(w.OWN_WORDS))
    draft.fill()
    with st.form(key("form"), border=False, enter_to_submit=False):
        slots = {}
        for name, label in FIELDS.items():
            if name in LONG_FIELDS:
                st.text_area(say(label), key=key(name), max_chars=4000)
            else:
                st.text_input(say(label), key=key(name), max_chars=MAX_STEP_LENGTH)
            slots[name] = fault_slot()
        sent = st.form_submit_button(
            say(w.KEEP), type="primary", on_click=uninterrupted(lambda: _keep(session, rubric, opened, id_))
        )
    draft.show_state()
    if sent and not (session.widget_value(key("change")) or "").strip():
        show_fault(slots["change"], say(w.CHANGE), say(w.NEEDS_CHANGE))


def _draft(session: Session, opened: OpenAssessment, id_: str) -> Draft:
    return Draft(session, opened.id, f"adapt-{id_}", tuple(FIELDS), f"adapting-{opened.id}-{id_}-{{}}".format)


def _keep(session: Session, rubric: Rubric, opened: OpenAssessment, id_: str) -> None:
    """Keep the card with what was typed, and a next step: the first one where it is said, else to try the idea."""
    draft, card = _draft(session, opened, id_), new_cards.idea_to_adapt(rubric, opened, id_)
    typed = {name: draft.typed().get(name, "").strip() or None for name in FIELDS}
    if card is None or typed["change"] is None or session.query_param(IDEA) != id_ or not draft.keep():
        return
    draft.drop()
    session.set_query(**{IDEA: None})
    session.toast_on_next_page(say(w.KEPT if typed["step"] else w.KEPT_TO_TRY))
    card_keeping.keep_card(session, opened, card.model_copy(update={name: typed[name] for name in LONG_FIELDS}))
    action = Action(
        indicator=_about(session, card),
        what=say(w.STEP, name=card.words)[:MAX_STEP_LENGTH],
        first_step=typed["step"],
        who=typed["who"],
    )
    assessments.current_store().add_action(opened.id, action, session.author)


def _about(session: Session, card: AdaptedIdea) -> str | None:
    """Return the question that the step is about: the one that ideas were looked for, or the card's only one."""
    wanted = session.widget_value("ideas-for")
    if wanted in card.indicators:
        return str(wanted)
    return card.indicators[0] if len(card.indicators) == 1 else None


def show_adapted(session: Session, rubric: Rubric) -> None:
    """Show what the place has made of ideas, with the line that each comes from."""
    opened = session.open_assessment
    cards = list(cards_of(place_cards.cards_of_place(opened), AdaptedIdea)) if opened else []
    if opened and not opened.is_example:
        show_exchange(session, opened, cards)
    if opened is None or not cards:
        return
    if session.query_param(CARD) and not opened.is_example:
        show_edited_card(session, opened, ("idea",))
    with st.expander(say(w.OURS_TITLE), key="adapted", expanded=True):
        for card in cards:
            st.markdown(f"**{escape(card.words)}**  \n{escape(card.change or '')}")
            of_card = ((w.FROM_GROUP, card.from_place), (w.LACKS, card.lack), (w.THANKED, card.thanks))
            for label, text in (*((say(label), text) for label, text in of_card), *experience_lines(card)):
                if text:
                    small(f"{label}: {escape(text)}")
            show_warnings(ideas_levels_guides.cautions(rubric, card.from_idea, card.forebears))
            if not opened.is_example:
                way, label = (CARD, w.TELL_MORE) if card.change else (IDEA, w.ADAPT)
                go = partial(session.set_query, **{way: card.id})
                st.button(say(label), key=f"tell-{card.id}", on_click=uninterrupted(go))
        st.markdown(f"**{say(w.LINE_OF_DESCENT)}**")
        treasury = TreasuryFile(placecheck_ideas=1, ideas=idea_exchange.shared_ideas(opened, cards))
        rows = descent(treasury, ideas_levels_guides.all_ideas(rubric).values())
        st.markdown("\n".join(escape_item(line) for line in descent_lines(rows)))


def escape_item(line: str) -> str:
    """Return an item of a nested Markdown list with its words as they were typed."""
    indent, _, words = line.partition("- ")
    return f"{indent}- {escape(words)}"
