"""Adapting an idea: what will change, what is lacking, whom to thank, and the first small step."""

from __future__ import annotations

from functools import partial

import streamlit as st

from placecheck.assessment import Action
from placecheck.ideas import Idea
from placecheck.ideas.treasury import TreasuryFile, descent
from placecheck.place import AdaptedIdea, cards_of
from placecheck.rubric import Rubric
from placecheck.views.ideas.idea_card import descent_lines, reason_views
from placecheck.views.page_names import PageName
from placecheck.web.components.card_editing import show_edited_card
from placecheck.web.components.draft import Draft
from placecheck.web.components.focus_field import room_for_fault, show_fault
from placecheck.web.components.idea_card import show_warnings
from placecheck.web.components.treasury_exchange import show_exchange
from placecheck.web.data import assessments, deciding, place_cards
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.markdown import escape, small
from placecheck.web.state import card_keeping
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import CARD, IDEA, Session
from placecheck.words import ideas as w
from placecheck.words import say

FIELDS = {"change": w.CHANGE, "lack": w.LACK, "thanks": w.THANKS, "step": w.FIRST_STEP, "who": w.WHO}
LONG = ("change", "lack", "thanks")
STEP_LENGTH = 300
"""Characters that fit into a next step."""


def show_adapt_form(session: Session, rubric: Rubric, idea: Idea) -> None:
    """Ask the three questions, and keep a card and a next step."""
    opened = session.open_assessment
    with st.container(border=True):
        st.header(say(w.ADAPT_TITLE, name=escape(idea.name)), anchor=False)
        show_warnings(reason_views(idea.warns, deciding.catalogue(rubric)))
        if opened is None or opened.is_example:
            st.markdown(say(w.OPEN_A_PLACE))
            session.link(PageName.HOME, say(w.CHOOSE))
        else:
            _ask(session, opened, idea)
        leave = uninterrupted(lambda: session.set_query(**{IDEA: None}))
        st.button(say(w.NOT_NOW), key="adapt-close", on_click=leave)


def _ask(session: Session, opened: OpenAssessment, idea: Idea) -> None:
    draft = _draft(session, opened, idea)
    key = draft.key
    st.markdown(say(w.OWN_WORDS))
    draft.fill()
    with st.form(key("form"), border=False, enter_to_submit=False):
        slots = {}
        for name, label in FIELDS.items():
            if name in LONG:
                st.text_area(say(label), key=key(name), max_chars=4000)
            else:
                st.text_input(say(label), key=key(name), max_chars=STEP_LENGTH)
            slots[name] = room_for_fault()
        sent = st.form_submit_button(
            say(w.KEEP), type="primary", on_click=uninterrupted(lambda: _keep(session, opened, idea))
        )
    draft.show_state()
    if sent and not (session.widget_value(key("change")) or "").strip():
        show_fault(slots["change"], say(w.CHANGE), say(w.NEEDS_CHANGE))


def _draft(session: Session, opened: OpenAssessment, idea: Idea) -> Draft:
    return Draft(session, opened.id, f"adapt-{idea.id}", tuple(FIELDS), f"adapting-{opened.id}-{idea.id}-{{}}".format)


def _keep(session: Session, opened: OpenAssessment, idea: Idea) -> None:
    draft = _draft(session, opened, idea)
    typed = {name: draft.typed().get(name, "").strip() or None for name in FIELDS}
    if typed["change"] is None or session.query_param(IDEA) != idea.id or not draft.keep():
        return
    draft.drop()
    indicators = tuple(id_ for id_ in idea.indicators if id_ in opened.rubric.by_id)
    card = AdaptedIdea(
        id=deciding.new_card_id(opened, f"our-{idea.id}"),
        words=idea.name,
        more=idea.what,
        date=deciding.today().isoformat(),
        indicators=indicators,
        passages=tuple(dict.fromkeys(citation.passage for citation in (*idea.passages, *idea.warns))),
        from_idea=idea.id,
        change=typed["change"],
        lack=typed["lack"],
        thanks=typed["thanks"],
    )
    session.set_query(**{IDEA: None})
    session.toast_on_next_page(say(w.KEPT if typed["step"] else w.KEPT_HERE))
    card_keeping.keep_card(session, opened, card)
    if typed["step"]:
        action = Action(
            indicator=next(iter(indicators), None),
            what=say(w.STEP, name=idea.name)[:STEP_LENGTH],
            first_step=typed["step"],
            who=typed["who"],
        )
        assessments.current_store().add_action(opened.id, action, session.author)


def show_adapted(session: Session, rubric: Rubric) -> None:
    """Show what the place has made of ideas, with the line that each comes from."""
    opened = session.open_assessment
    cards = list(cards_of(place_cards.open_cards(opened), AdaptedIdea)) if opened else []
    if opened and not opened.is_example:
        show_exchange(session, opened, cards)
    if opened is None or not cards:
        return
    place = opened.assessment.place.name
    if session.query_param(CARD) and not opened.is_example:
        show_edited_card(session, opened, ("idea",))
    with st.expander(say(w.OURS_TITLE), key="adapted", expanded=True):
        for card in cards:
            st.markdown(f"**{escape(card.words)}**  \n{escape(card.change or '')}")
            for label, text in (
                (w.FROM_GROUP, card.from_place), (w.LACKS, card.lack), (w.COST, card.cost), (w.WORKED, card.worked),
                (w.FAILED, card.failed), (w.THANKED, card.thanks),
            ):  # fmt: skip
                if text:
                    small(f"{say(label)}: {escape(text)}")
            if not opened.is_example:
                edit = partial(session.set_query, **{CARD: card.id})
                label = say(w.TELL_MORE if card.change else w.ADAPT)
                st.button(label, key=f"tell-{card.id}", on_click=uninterrupted(edit))
        st.markdown(f"**{say(w.LINE_OF_DESCENT)}**")
        treasury = TreasuryFile(placecheck_ideas=1, ideas=tuple(deciding.shared_idea(place, card) for card in cards))
        rows = descent(treasury, deciding.all_ideas(rubric).values())
        st.markdown("\n".join(escape_item(line) for line in descent_lines(rows)))


def escape_item(line: str) -> str:
    """Return an item of a nested Markdown list with its words as they were typed."""
    indent, _, words = line.partition("- ")
    return f"{indent}- {escape(words)}"
