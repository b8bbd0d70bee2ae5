"""Who should decide what, asked in the workshop: choose matters, open, close, show, hold back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from placecheck.charts import tally
from placecheck.place import Matter, cards_of
from placecheck.views.page_names import PageName
from placecheck.views.workshop.revealed_matters import RevealedMatter, revealed_matter_views
from placecheck.web.components.draft import Draft
from placecheck.web.components.focus_field import fault_slot, show_fault
from placecheck.web.data import assessments, ideas_levels_guides, new_cards, place_cards
from placecheck.web.markdown import escape
from placecheck.web.state import card_keeping
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.workshop.context import WorkshopContext
from placecheck.web.workshop.matter_sheets import show_matter_sheets
from placecheck.words import levels, say
from placecheck.words import matter_votes as w
from placecheck.words import workshop_page as p
from placecheck.workshop.model import AskedMatter, MatterVote, NamedLevel
from placecheck.workshop.visibility import vote_on_matter

STATES = {"open": p.OPEN, "closed": p.CLOSED, "revealed": p.SHOWN}


def show_deciding(context: WorkshopContext) -> None:
    """Show the votes on matters, the latest first, and a form for the next."""
    workshop = context.workshop
    st.markdown(say(w.INTRO))
    for vote in reversed(workshop.matter_votes):
        with st.container(border=True):
            show_matter_vote(context, vote)
    link_to_matters(context)
    if workshop.open_vote:
        st.info(say(w.QUESTIONS_FIRST))
    elif not ideas_levels_guides.decision_levels(context.opened.rubric).levels:
        st.info(escape(say(levels.NONE_OF_RUBRIC, title=context.opened.rubric.title)))
    elif not workshop.ended and workshop.open_matters is None:
        offer_matters(context)
    if workshop.matter_votes:
        show_matter_sheets(context)


def link_to_matters(context: WorkshopContext) -> None:
    """Show a link to the page of matters, which holds the room's answers once it has seen any."""
    if any(vote.state == "revealed" for vote in context.workshop.matter_votes):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(say(w.LANDED))
            context.session.link(PageName.LEVELS, say(w.TO_MATTERS), context.session.address(context.opened.id))


def show_matter_vote(context: WorkshopContext, vote: MatterVote) -> None:
    """Show a vote on matters with the buttons for its state; once it is revealed, its answers."""
    names = ", ".join(asked.name for asked in vote.asks)
    st.header(escape(say(w.VOTE, names=names, state=say(STATES[vote.state]))), anchor=False)
    store = assessments.current_store()
    if vote.state == "open":
        st.markdown(say(w.OPEN_NOW))
        command = partial(store.close_matters, context.id)
        context.button(say(w.CLOSE), command, key=f"close-matters-{vote.number}", type="primary")
    elif vote.state == "closed":
        st.markdown(say(w.CLOSED_NOW))
        with st.container(horizontal=True):
            command = partial(store.reveal_matters, context.id, vote.number)
            context.button(say(w.REVEAL), command, key=f"reveal-matters-{vote.number}", type="primary")
            if not context.workshop.ended:
                command = partial(store.reopen_matters, context.id, vote.number)
                context.button(say(w.REOPEN), command, key=f"reopen-matters-{vote.number}")
        for asked in vote.asks:
            if asked.id not in context.workshop.held_back_matters | context.workshop.withdrawn_matters:
                offer_to_hold_back(context, asked.id, asked.name)
    else:
        for revealed in visible_matters_of_vote(context, vote):
            st.markdown(f"**{escape(revealed.name)}**")
            show_matter_tally(context, revealed)
            with st.container(horizontal=True):
                command = partial(store.show_matter, context.id, revealed.id)
                context.button(escape(say(w.SHOW_LARGE, name=revealed.name)), command, key=f"large-{revealed.id}")
                offer_to_hold_back(context, revealed.id, revealed.name)
    show_held_back_matters(context, vote)


def visible_matters_of_vote(context: WorkshopContext, vote: MatterVote) -> Sequence[RevealedMatter]:
    """Return the matters of `vote` that the room may see."""
    asked = {matter.id for matter in vote.asks}
    return [matter for matter in visible_matters(context) if matter.id in asked]


def visible_matters(context: WorkshopContext) -> tuple[RevealedMatter, ...]:
    """Return every matter that the room may see, with its answers."""
    return revealed_matter_views(context.workshop, assessments.current_store().matter_choices(context.id))


def show_matter_tally(context: WorkshopContext, matter: RevealedMatter) -> None:
    """Show a dot for each person at the level that they chose, the nearest on top."""
    st.markdown(escape(matter.line))
    st.html(tally.STYLE)
    caption = f"{matter.name}. {matter.words}"
    with st.container(key=f"tally-matter-{matter.id}"):
        st.html(tally.tally_html(matter.answers, caption, context.session.palette))


def offer_to_hold_back(context: WorkshopContext, matter: str, name: str) -> None:
    """Show a button that holds a matter back from the room."""
    command = partial(assessments.current_store().hold_back_matter, context.id, matter)
    context.button(escape(say(w.HOLD, name=name)), command, key=f"hold-matter-{matter}", type="tertiary")


def show_held_back_matters(context: WorkshopContext, vote: MatterVote) -> None:
    """Show which matters are held back, with buttons that release or withdraw each."""
    store = assessments.current_store()
    names = {asked.id: asked.name for asked in vote.asks}
    held_back = [id_ for id_ in names if id_ in context.workshop.held_back_matters]
    withdrawn = [id_ for id_ in names if id_ in context.workshop.withdrawn_matters]
    if held_back:
        st.markdown(escape(say(w.HELD, names=", ".join(names[id_] for id_ in held_back))))
    for id_ in held_back:
        with st.container(horizontal=True):
            command = partial(store.release_matter, context.id, id_)
            context.button(escape(say(w.SHOW_NOW, name=names[id_])), command, key=f"show-matter-{id_}")
            with st.popover(escape(say(w.LET_GO, name=names[id_]))):
                st.markdown(escape(say(p.LET_GO_SURE, name=names[id_])))
                command = partial(store.withdraw_matter, context.id, id_)
                context.button(say(p.LET_GO_YES), command, key=f"withdraw-matter-{id_}")
    if withdrawn:
        st.markdown(escape(say(w.GONE, names=", ".join(names[id_] for id_ in withdrawn))))


def offer_matters(context: WorkshopContext) -> None:
    """Show a choice of matters, of the place, of the list or in one's own words, and a button that asks the room."""
    cards_by_id = {card.id: card for card in cards_of(place_cards.cards_of_place(context.opened), Matter)}
    left = {id_: card.words for id_, card in cards_by_id.items() if vote_on_matter(context.workshop, id_) is None}
    taken = {card.from_list for card in cards_by_id.values()}
    listed = {
        matter.id: matter
        for matter in ideas_levels_guides.decision_levels(context.opened.rubric).matters
        if matter.id not in taken
    }
    names = {("place", id_): say(w.OF_PLACE, name=name) for id_, name in left.items()}
    names |= {("list", id_): matter.name for id_, matter in listed.items()}
    key = f"matters-{context.id}-{len(context.workshop.matter_votes)}"
    usual = [choice for choice in names if choice[0] == "place"][:5]
    with st.container(border=True):
        if context.workshop.matter_votes:
            st.header(say(w.ASK_MORE), anchor=False)
        st.multiselect(
            say(w.WHICH), list(names), usual if not context.workshop.matter_votes else None, key=key,
            format_func=names.__getitem__, placeholder=say(w.CHOOSE), select_all=False,
        )  # fmt: skip
        at_matters, nothing_chosen = fault_slot(), f"{key}-nothing-chosen"
        draft = Draft(context.session, context.opened.id, "ask-matters", ("own",), f"{key}-{{}}".format)
        draft.fill()
        st.text_input(say(w.OWN), key=draft.key("own"), max_chars=300, on_change=uninterrupted(draft.keep))
        draft.show_state()

        def ask() -> None:
            chosen = context.session.widget_value(key) or []
            cards = [cards_by_id[id_] for origin, id_ in chosen if origin == "place"]
            wanted = [(listed[id_].name, listed[id_]) for origin, id_ in chosen if origin == "list"]
            wanted += [(name, None)] if (name := draft.typed().get("own", "").strip()) else []  # type: ignore[list-item]
            if not cards and not wanted:
                context.session.set_widget_value(nothing_chosen, True)
                return
            draft.drop()
            for name, matter in wanted:
                card = new_cards.matter_card(context.opened, name, matter)
                card_keeping.keep_card(context.session, context.opened, card)
                cards.append(card)
            context.begin_vote(partial(open_matters, context, cards))

        context.button(say(w.ASK), ask, key=f"ask-{key}", type="primary")
        if context.session.widget_value(nothing_chosen):
            context.session.set_widget_value(nothing_chosen, False)
            show_fault(at_matters, say(w.WHICH), say(w.CHOOSE_FIRST))


def open_matters(context: WorkshopContext, cards: Sequence[Matter]) -> None:
    """Ask the room about these matters, with the levels of the place's nation."""
    own_levels = ideas_levels_guides.decision_levels(context.opened.rubric)
    names = own_levels.names(context.opened.assessment.place.nation)
    assessments.current_store().ask_matters(
        context.id,
        [AskedMatter(id=card.id, name=card.words, about=card.more) for card in cards],
        [NamedLevel(id=id_, name=name) for id_, name in names.items()],
        [question.ask for question in own_levels.questions if question.must],
    )
