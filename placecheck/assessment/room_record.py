"""What a room left behind beside its answers: notes, second votes, and how much was held back."""

from __future__ import annotations

from collections.abc import Collection

from placecheck.assessment.model import Assessment, SecondVote, WrittenNote
from placecheck.source.fields import Frozen, Whole


class RoomRecord(Frozen):
    """What the workshops of an assessment add to its file; the fields are those of `Assessment`."""

    held_back: Whole = 0
    notes: tuple[WrittenNote, ...] = ()
    second_votes: tuple[SecondVote, ...] = ()

    @classmethod
    def of(cls, assessment: Assessment) -> RoomRecord:
        """Return the record that `assessment` came with."""
        return cls(held_back=assessment.held_back, notes=assessment.notes, second_votes=assessment.second_votes)

    def added_to(self, assessment: Assessment, known: Collection[str]) -> Assessment:
        """Return `assessment` with this record; a note on what is not `known` among its indicators is tied to none."""
        update = {
            "held_back": self.held_back,
            "notes": tuple(note if note.indicator in known else WrittenNote(text=note.text) for note in self.notes),
            "second_votes": tuple(vote for vote in self.second_votes if vote.indicator in known),
        }
        return assessment.model_copy(update=update)
