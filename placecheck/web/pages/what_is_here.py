"""What is here: cards of the place by layer, the plan, what the cards answer, and the ways in and out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from placecheck.charts.figure_bars import figure_svg
from placecheck.place import Asset, Card, Figure, Pot
from placecheck.views.page_names import PageName
from placecheck.views.place.what_is_here import CardView, WhatIsHere, card_view
from placecheck.web.components.card_editing import show_add_card, show_edited_card
from placecheck.web.components.card_files import show_card_downloads, show_card_import
from placecheck.web.components.card_photos import show_photo
from placecheck.web.components.indicator_cards import show_own_indicators
from placecheck.web.components.place_links import show_place_links
from placecheck.web.components.proposed_cards import show_proposed_cards
from placecheck.web.components.removed_cards import show_removed_cards
from placecheck.web.data import place_cards
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.markdown import escape, small
from placecheck.web.state.session import CARD, Session
from placecheck.words import say, say_n
from placecheck.words import what_is_here as w

ListedCard = Asset | Pot | Figure

MAX_SHOWN = 24
"""How many cards stand on the page before one asks for more."""


def render(session: Session, opened: OpenAssessment) -> None:
    """Show what is here, list first."""
    st.title(say(w.TITLE), anchor=False)
    st.markdown(f"**{escape(opened.assessment.place.name)}**  \n{say(w.INTRO)}")
    show_place_links(session, opened, PageName.WHAT_IS_HERE)
    if session.query_param(CARD) and not opened.is_example:
        show_edited_card(session, opened, ("here", "pot", "figure"))
    if not opened.is_example:
        show_proposed_cards(session, opened)
    cards = place_cards.cards_of_place(opened)
    view, drawing = place_cards.what_is_here_and_plan(opened)
    if view.is_empty:
        st.markdown(say(w.NOTHING))
    else:
        show_card_answers(view)
        show_plan(view, drawing)
        show_by_layer(
            session, opened, cards, {card.id: card.number for section in view.sections for card in section.cards}
        )
    if not opened.is_example:
        show_add_card(session, opened, ("here", "pot", "figure"))
        show_card_import(session, opened)
        show_removed_cards(session, opened, ("here", "pot", "figure"))
    show_card_downloads(opened)


def show_card_answers(view: WhatIsHere) -> None:
    """Show the seven questions, each with what the cards answer."""
    with st.expander(say(w.QUESTIONS), expanded=True):
        for column, share in zip(st.columns(2, gap="large"), (view.questions[::2], view.questions[1::2]), strict=True):
            for question in share:
                lines = [f"- {escape(answer)}" for answer in question.answers] or [f"- {say(w.NONE_KNOWN)}"]
                column.markdown(f"**{escape(question.question)}**\n\n" + "\n".join(lines))


def show_plan(view: WhatIsHere, drawing: str) -> None:
    """Show the plan, drawn by placecheck itself; the list says the same in words."""
    if view.plan is None:
        return
    with st.expander(say(w.PLAN)):
        st.image(drawing, alt=say_n(w.PLAN_ABOUT, len(view.plan.cards)), width="stretch")


def show_by_layer(
    session: Session, opened: OpenAssessment, cards: Sequence[Card], numbers: Mapping[str, int | None]
) -> None:
    """Show the cards, by layer: those that match the search, a few at a time."""
    names = {"": say(w.EVERYTHING), **{layer: say(name) for layer, name in w.LAYERS.items()}}
    names |= {"pot": say(w.POTS), "figure": say(w.FIGURES)}
    kind = st.segmented_control(
        say(w.SHOW), list(names), default="", format_func=lambda id_: names[id_], required=True, key="cards-shown"
    )
    looked_for = st.text_input(say(w.LOOK_FOR), key="cards-looked-for", type="search").casefold()
    listed_cards = [card for card in cards if isinstance(card, Asset | Pot | Figure)]
    matching = [card for card in listed_cards if _is_shown(card, kind or "") and looked_for in _text(card)]
    more = int(session.widget_value("cards-more") or 0)
    for left, right in _pairs(matching[: MAX_SHOWN * (more + 1)]):
        for column, card in zip(st.columns(2), (left, right), strict=True):
            if card is not None:
                with column, st.container(border=True):
                    show_card(session, opened, card_view(card, numbers.get(card.id)))
    if not matching:
        st.markdown(say(w.NONE_FOUND))
    if len(matching) > MAX_SHOWN * (more + 1):
        left_over = len(matching) - MAX_SHOWN * (more + 1)
        if st.button(say_n(w.MORE, left_over)):
            session.set_widget_value("cards-more", more + 1)
            st.rerun()


def show_card(session: Session, opened: OpenAssessment, view: CardView) -> None:
    """Show one card: its words, what is known of it, and the button to change it."""
    name = f"{view.number}. {view.words}" if view.number else view.words
    st.markdown(f"**{escape(name)}**" + (f"  \n{escape(view.more)}" if view.more else ""))
    lines = [f"{escape(label)}: {escape(text)}" if label else escape(text) for label, text in view.lines]
    if lines:
        small("  \n".join(lines))
    if view.plot:
        st.image(figure_svg(view.plot, session.palette), alt=view.plot.about, width="stretch")
    place_id = place_cards.place_id_of(opened) if view.photos else None
    if place_id is not None:
        for photo in view.photos:
            show_photo(place_id, photo)
    show_own_indicators(session, opened, view.indicators)
    if not opened.is_example:
        key = f"change-{view.id}"
        st.button(say(w.CHANGE), key=key, on_click=lambda: session.set_query(**{CARD: view.id}))


def _is_shown(card: ListedCard, kind: str) -> bool:
    return kind in ("", card.layer if isinstance(card, Asset) else card.kind)


def _text(card: ListedCard) -> str:
    return f"{card.words} {card.more or ''}".casefold()


def _pairs(cards: Sequence[ListedCard]) -> list[tuple[ListedCard, ListedCard | None]]:
    lefts, rights = cards[::2], [*cards[1::2], None]
    return list(zip(lefts, rights, strict=False))
