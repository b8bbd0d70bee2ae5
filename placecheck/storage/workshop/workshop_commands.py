"""Run the facilitator's commands. Each appends an event; one that is not possible now changes nothing."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

from sqlalchemy import Connection, RowMapping

from placecheck.storage.journal.event_log import keep_event
from placecheck.storage.journal.load import asked_in, assessment_row
from placecheck.storage.journal.workshop_cache import workshop_row
from placecheck.storage.journal.writer import lock_assessment
from placecheck.storage.parts.base import StorePart
from placecheck.storage.parts.questions import add_questions
from placecheck.workshop import facilitator_commands, screen_commands
from placecheck.workshop.events import Event
from placecheck.workshop.model import DiscussionOrder, Scene, ScribeNote, Workshop

BY = "workshop"

Command = Callable[[Workshop], Event]


class WorkshopCommands(StorePart):
    """The part of the store that runs the facilitator's commands.

    Every command raises NotHereError where there is no such workshop, and NotNowError as the function of the same name
    in `placecheck.workshop` does.
    """

    def agree_place(self, workshop_id: str, boundary: str | None, period: str | None) -> Workshop:
        """Record which place and which months the room means."""
        return self._run(workshop_id, lambda workshop: facilitator_commands.agree_place(workshop, boundary, period))

    def open_vote(self, workshop_id: str, asks: Sequence[str]) -> Workshop:
        """Begin a question round on these indicators, none of which was in one before.

        The assessment asks them from now on, if it did not before.
        """
        with self._database.write() as connection:
            row = workshop_row(connection, workshop_id, lock=True)
            of = assessment_row(connection, row["assessment_id"])
            known = asked_in(connection, of, self._editions.get(connection, of["edition_key"])).by_id
            opened = self._append_event(
                connection, row, lambda workshop: facilitator_commands.open_vote(workshop, asks, known)
            )
            writer = lock_assessment(connection, self._editions, row["assessment_id"], BY, self._clock)
            add_questions(writer, asks)
            writer.finish()
            return opened

    def close_vote(self, workshop_id: str) -> Workshop:
        """Take no more answers in the vote that is open."""
        return self._run(workshop_id, facilitator_commands.close_vote)

    def reopen_vote(self, workshop_id: str, number: int) -> Workshop:
        """Reopen a closed vote that was not revealed."""
        return self._run(workshop_id, lambda workshop: facilitator_commands.reopen_vote(workshop, number))

    def reveal(self, workshop_id: str, number: int) -> Workshop:
        """Let the room see what was answered in a closed vote."""
        return self._run(workshop_id, lambda workshop: facilitator_commands.reveal(workshop, number))

    def hold_back(self, workshop_id: str, indicator: str) -> Workshop:
        """Hold an indicator back from the room, before or after the reveal."""
        return self._run(workshop_id, lambda workshop: facilitator_commands.hold_back(workshop, indicator))

    def release(self, workshop_id: str, indicator: str) -> Workshop:
        """Stop holding an indicator back."""
        return self._run(workshop_id, lambda workshop: facilitator_commands.release(workshop, indicator))

    def withdraw(self, workshop_id: str, indicator: str) -> Workshop:
        """Discard a held-back indicator for good: nobody is ever shown what was said of it."""
        return self._run(workshop_id, lambda workshop: facilitator_commands.withdraw(workshop, indicator))

    def set_joining(self, workshop_id: str, *, is_open: bool) -> Workshop:
        """Open the workshop to new people, or close it to them; those who have joined stay."""
        return self._run(workshop_id, lambda workshop: facilitator_commands.set_joining(workshop, is_open=is_open))

    def set_phone_sharing(self, workshop_id: str, *, is_shared: bool) -> Workshop:
        """Let several people answer on one phone, or only one."""
        return self._run(
            workshop_id, lambda workshop: facilitator_commands.set_phone_sharing(workshop, is_shared=is_shared)
        )

    def cancel_second_vote(self, workshop_id: str) -> Workshop:
        """Cancel the second vote that nobody has seen yet."""
        return self._run(workshop_id, facilitator_commands.cancel_second_vote)

    def vote_again(self, workshop_id: str, indicator: str) -> Workshop:
        """Begin a second vote on an indicator that the room has seen; the first answers stay as they are."""
        return self._run(workshop_id, lambda workshop: facilitator_commands.vote_again(workshop, indicator))

    def set_timer(self, workshop_id: str, ends_at: datetime.datetime | None) -> Workshop:
        """Set the timer to run out at `ends_at` (aware); None stops it."""
        return self._run(workshop_id, lambda workshop: facilitator_commands.set_timer(workshop, ends_at))

    def add_note(self, workshop_id: str, words: str, about: str = "") -> Workshop:
        """Add a note of the scribe's, on an indicator or on the whole."""
        return self._run(workshop_id, lambda workshop: facilitator_commands.add_note(workshop, words, about))

    def strike_note(self, workshop_id: str, note: ScribeNote) -> Workshop:
        """Delete a note of the scribe's."""
        return self._run(workshop_id, lambda workshop: facilitator_commands.strike_note(workshop, note))

    def confirm_read_back(self, workshop_id: str, fingerprint: str | None) -> Workshop:
        """Record that the room confirmed that the words with this fingerprint name nobody; None: not any more."""
        return self._run(workshop_id, lambda workshop: facilitator_commands.confirm_read_back(workshop, fingerprint))

    def set_discussion_order(self, workshop_id: str, by: DiscussionOrder) -> Workshop:
        """Set whether the greatest spread or the most "don't know" is discussed first."""
        return self._run(workshop_id, lambda workshop: screen_commands.set_discussion_order(workshop, by))

    def set_discussion_topic(self, workshop_id: str, indicator: str) -> Workshop:
        """Set the indicator that the room discusses now."""
        return self._run(workshop_id, lambda workshop: screen_commands.set_discussion_topic(workshop, indicator))

    def show_on_screen(self, workshop_id: str, scene: Scene) -> Workshop:
        """Set the scene of the big screen."""
        return self._run(workshop_id, lambda workshop: screen_commands.show_on_screen(workshop, scene))

    def choose_story(self, workshop_id: str, story: str, *, chosen: bool) -> Workshop:
        """Choose a story, given as its fingerprint, for the room; or with `chosen` False no longer."""
        return self._run(workshop_id, lambda workshop: screen_commands.choose_story(workshop, story, chosen=chosen))

    def show_story(self, workshop_id: str, story: str) -> Workshop:
        """Show a chosen story large on the big screen."""
        return self._run(workshop_id, lambda workshop: screen_commands.show_story(workshop, story))

    def end_workshop(self, workshop_id: str) -> Workshop:
        """End the workshop: the join code lets nobody in any more. The answers stay with the assessment."""
        return self._run(workshop_id, facilitator_commands.end)

    def _run(self, workshop_id: str, command: Command) -> Workshop:
        with self._database.write() as connection:
            return self._append_event(connection, workshop_row(connection, workshop_id, lock=True), command)

    def _append_event(self, connection: Connection, row: RowMapping, command: Command) -> Workshop:
        event = command(self._workshops.get(connection, row))
        keep_event(connection, row, event, self._clock(), self._account())
        return self._workshops.get(connection, workshop_row(connection, row["id"]))
