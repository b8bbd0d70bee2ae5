"""Passages of the discussion that a group pins to its assessment, to talk about."""

from __future__ import annotations

from placecheck.storage.journal.load import assessment_row
from placecheck.storage.journal.logs import CARD, all_current_values
from placecheck.storage.parts.base import StorePart
from placecheck.storage.values import PinnedPassage, Saved


class PinnedPassages(StorePart):
    """The part of the store that knows what was pinned. Pins stay in this store: no assessment's file has them."""

    def pinned_passages(self, assessment_id: str) -> dict[str, PinnedPassage]:
        """Return what is pinned now, by the passage's id, in the order of pinning.

        Raises:
            NotHereError: There is no such assessment.
        """
        with self._database.read() as connection:
            assessment_row(connection, assessment_id)
            return {key["passage"]: passage for key, passage in all_current_values(connection, CARD, assessment_id)}

    def pin(self, assessment_id: str, passage_id: str, passage: PinnedPassage | None, by: str) -> Saved:
        """Pin a passage to an assessment; None takes it off again, and history still has it.

        Raises:
            NotHereError: There is no such assessment.
        """
        with self._step(assessment_id, by) as step:
            return step.change(CARD, {"passage": passage_id}, passage)
