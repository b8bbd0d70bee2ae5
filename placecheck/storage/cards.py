"""Cards: passages of the discussion that a group pins to its round, to talk about."""

from __future__ import annotations

from placecheck.storage.kept import Kept
from placecheck.storage.logs import CARD, all_standing
from placecheck.storage.reading import assessment_row
from placecheck.storage.values import Card, Saved


class Cards(Kept):
    """The part of the store that knows what was pinned. Cards are this store's own: no file of a round has them."""

    def cards(self, assessment_id: str) -> dict[str, Card]:
        """What is pinned now, by the passage's id, in the order in which it was pinned. Raises NotHereError."""
        with self._database.read() as connection:
            assessment_row(connection, assessment_id)
            return {key["passage"]: card for key, card in all_standing(connection, CARD, assessment_id)}

    def pin(self, assessment_id: str, passage_id: str, card: Card | None, by: str) -> Saved:
        """Pin a passage to a round; None takes it off again, and history still has it. Raises NotHereError."""
        with self._step(assessment_id, by) as step:
            return step.change(CARD, {"passage": passage_id}, card)
