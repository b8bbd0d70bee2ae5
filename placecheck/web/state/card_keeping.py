"""Cards that a visitor keeps with the place that is open, or takes off it."""

from __future__ import annotations

from placecheck.place import Card
from placecheck.web.data import assessments, place_cards
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.state.session import Session


def keep_card(session: Session, opened: OpenAssessment, card: Card) -> None:
    """Keep a card with the place that is open."""
    if (place_id := place_cards.place_of(opened)) is not None:
        assessments.current_store().keep_cards(place_id, [card], session.author)


def withdraw_card(session: Session, opened: OpenAssessment, card_id: str) -> None:
    """Take a card off the place that is open; its history stays."""
    if (place_id := place_cards.place_of(opened)) is not None:
        assessments.current_store().withdraw_card(place_id, card_id, session.author)
