"""Cards that a visitor keeps with the open place, changes, or removes from it: the one way there from any page."""

from __future__ import annotations

from collections.abc import Sequence

from placecheck.place import Card
from placecheck.place.card import MAX_ON_CARD
from placecheck.storage import CardConflict
from placecheck.web.data import assessments, place_cards
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.state.session import Session

DRAFTS_OF_CARD = (
    *("edit-{}", "seen-{}", "sort-{}", "matter-{}"),
    *(f"photo-{{}}-{number}" for number in range(MAX_ON_CARD)),
)
"""What the drafts of forms that are about one card are called."""


def keep_card(session: Session, opened: OpenAssessment, card: Card) -> None:
    """Keep a card with the place that is open."""
    keep_cards(session, opened, [card])


def keep_cards(session: Session, opened: OpenAssessment, cards: Sequence[Card]) -> None:
    """Keep cards with the place that is open, all or none."""
    if (place_id := place_cards.place_id_of(opened)) is not None:
        assessments.current_store().keep_cards(place_id, cards, session.author)


def change_card(session: Session, opened: OpenAssessment, card: Card, sequence: int) -> CardConflict | None:
    """Keep a card that was read at change `sequence`; return the conflict with others, else None."""
    if (place_id := place_cards.place_id_of(opened)) is None:
        return None
    outcome = assessments.current_store().change_card(place_id, card, sequence, session.author)
    return outcome if isinstance(outcome, CardConflict) else None


def change_cards(
    session: Session, opened: OpenAssessment, changes: Sequence[tuple[Card, Card]]
) -> Sequence[CardConflict]:
    """Keep changed cards, each as it was read and as it is now; return the conflicts."""
    if (place_id := place_cards.place_id_of(opened)) is None:
        return ()
    return assessments.current_store().change_cards(place_id, changes, session.author)


def remove_card(session: Session, opened: OpenAssessment, card_id: str) -> None:
    """Remove a card from the place that is open; its history stays."""
    if (place_id := place_cards.place_id_of(opened)) is not None:
        assessments.current_store().remove_card(place_id, card_id, session.author)


def erase_card(opened: OpenAssessment, card_id: str) -> None:
    """Erase a card of the place that is open, with its history and what was typed about it and not sent."""
    if (place_id := place_cards.place_id_of(opened)) is not None:
        store = assessments.current_store()
        store.erase_card(place_id, card_id)
        for other in assessments.assessments_of_same_place(opened):
            for form in DRAFTS_OF_CARD:
                store.drop_drafts(other.id, form.format(card_id))
