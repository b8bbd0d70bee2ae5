"""What is here for one indicator: the cards that touch it, to build on, and figures; and a card's own indicators."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from placecheck.charts.figure_bars import figure_svg
from placecheck.views.page_names import PageName
from placecheck.views.place.listening import stories_beside
from placecheck.views.place.what_is_here import CardView, cards_about
from placecheck.web.data import place_cards
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.markdown import escape, small
from placecheck.web.state.session import Session
from placecheck.words import card_fields, say
from placecheck.words import listening as lw
from placecheck.words import what_is_here as w

MAX_SHOWN, PER_ROW = 6, 3
"""As many cards show, and as many of them in a row."""


def show_indicator_cards(session: Session, opened: OpenAssessment, indicator: str) -> None:
    """Show stories from what was heard, the cards of the place that touch the indicator, and the way to all of them."""
    _show_stories(session, opened, indicator)
    cards = cards_about(place_cards.cards_of_place(opened), indicator)[:MAX_SHOWN]
    if not cards:
        return
    st.subheader(say(w.TO_BUILD_ON), anchor=False)
    for at in range(0, len(cards), PER_ROW):
        for column, card in zip(st.columns(PER_ROW), cards[at : at + PER_ROW], strict=False):
            with column.container(border=True, height="stretch"):
                _show_card(session, card)
    session.link(PageName.WHAT_IS_HERE, say(w.ALL_CARDS), session.address(opened.id))


def _show_card(session: Session, card: CardView) -> None:
    st.markdown(f"**{escape(card.words)}**" + (f"  \n{escape(card.more)}" if card.more else ""))
    small("  \n".join(f"{escape(label)}: {escape(text)}" if label else escape(text) for label, text in card.lines))
    if card.plot:
        st.image(figure_svg(card.plot, session.palette), alt=card.plot.about, width="stretch")


def show_own_indicators(session: Session, opened: OpenAssessment, indicators: Sequence[str]) -> None:
    """Show which indicators a card touches: a link to each that is asked here, and the names of the others."""
    names = {indicator.id: indicator.name for indicator in opened.rubric.indicators()}
    for indicator in indicators:
        if indicator in opened.asked & names.keys():
            session.link_indicator(opened.id, indicator, names[indicator])
    others = [names[indicator] for indicator in indicators if indicator in names and indicator not in opened.asked]
    if others:
        small(escape(f"{say(card_fields.INDICATORS)} {', '.join(others)}"))


def _show_stories(session: Session, opened: OpenAssessment, indicator: str) -> None:
    stories = stories_beside(place_cards.cards_of_place(opened), indicator)
    if not stories:
        return
    st.subheader(say(lw.STORIES), anchor=False)
    st.markdown("\n".join(f"- {escape(story)}" for story in stories))
    small(say(lw.STORIES_ABOUT))
    session.link(PageName.LISTENING, say(lw.TITLE), session.address(opened.id))
