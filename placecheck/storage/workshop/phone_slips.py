"""Slips that people write on their phones: cards of the place, tied to a personal code so that it can delete them."""

from __future__ import annotations

import uuid

from placecheck.place import Slip
from placecheck.storage.errors import DoesNotFitError
from placecheck.storage.journal.card_log import count_phone_cards, own_card_ids, phone_author, place_of_assessment
from placecheck.storage.parts.place_cards import PlaceCards
from placecheck.storage.parts.places import lock_place
from placecheck.storage.workshop.participants import Participants, participant_row
from placecheck.words import say, storing

MAX_SLIPS = 20
"""How many slips a person can write: more than anyone has on their mind, fewer than a script would send."""


class PhoneSlips(Participants, PlaceCards):
    """The part of the store that takes slips from phones. `code` is a personal code."""

    def save_phone_slip(self, code: str, question: str, words: str) -> bool:
        """Save what a person wrote about the place as a slip; return False in a rehearsal, which saves no slips.

        Raises:
            NotHereError: Nobody has the code.
            DoesNotFitError: They have written too many slips.
        """
        with self._database.write() as connection:
            place_id = place_of_assessment(connection, participant_row(connection, code)["assessment_id"])
            lock_place(connection, place_id)
            if participant_row(connection, code)[
                "rehearsal"
            ]:  # read again: the person may have been erased while this waited
                return False
            if len(own_card_ids(connection, place_id, code)) >= MAX_SLIPS:
                raise DoesNotFitError(say(storing.MANY_SLIPS, most=MAX_SLIPS))
            today = self._clock().date().isoformat()
            slip = Slip(id=_new_id(), words=words, question=question, via="phone", date=today)
            self._append(connection, place_id, [slip], phone_author(code))
        return True

    def own_slips(self, code: str) -> tuple[str, tuple[str, ...]]:
        """Return the id of the place, and the ids of this person's slips.

        Raises:
            NotHereError: Nobody has the code.
        """
        with self._database.read() as connection:
            place_id = place_of_assessment(connection, participant_row(connection, code)["assessment_id"])
            return place_id, tuple(sorted(own_card_ids(connection, place_id, code)))

    def count_phone_slips(self, assessment_id: str) -> int:
        """Return how many slips were written on phones in the workshops of an assessment."""
        with self._database.read() as connection:
            return count_phone_cards(connection, assessment_id)

    def take_back_slip(self, code: str, slip_id: str) -> bool:
        """Erase a slip of this person with its history; return False if it is not theirs, or gone.

        Raises:
            NotHereError: Nobody has the code.
        """
        place_id, own = self.own_slips(code)
        if slip_id not in own:
            return False
        self.erase_card(place_id, slip_id)
        return True


def _new_id() -> str:
    """Return a meaningless id: cards that refer to the slip keep it after the slip was taken back."""
    return f"slip-{uuid.uuid4().hex}"
