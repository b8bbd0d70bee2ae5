"""Ideas of the open place as other groups get them, and theirs as cards of the open place."""

from __future__ import annotations

from collections.abc import Iterable

from placecheck.dates import local_today
from placecheck.ideas import sharing
from placecheck.ideas.treasury import SharedIdea, TreasuryFile
from placecheck.place import AdaptedIdea
from placecheck.web.data import place_cards
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.data.new_cards import new_card_id


def place_key(opened: OpenAssessment) -> str:
    """Return what tells the open place from every other in this store, whatever it is called."""
    return place_cards.place_id_of(opened) or opened.id


def shared_ideas(opened: OpenAssessment, cards: Iterable[AdaptedIdea]) -> tuple[SharedIdea, ...]:
    """Return ideas of the open place as others get them, each with the number of its last change as its version."""
    changes = {kept_card.card.id: kept_card.sequence for kept_card in place_cards.kept_cards(opened)}
    name, key = opened.assessment.place.name, place_key(opened)
    return tuple(sharing.shared_idea(name, key, card, changes.get(card.id, 1)) for card in cards)


def taken_idea(opened: OpenAssessment, card: SharedIdea, treasury: TreasuryFile) -> AdaptedIdea:
    """Return an idea of another group as a new card of the open place."""
    return sharing.shared_idea_card(
        card,
        treasury,
        id_=new_card_id(opened, card.name),
        date=local_today().isoformat(),
        indicators=opened.rubric.by_id,
    )
