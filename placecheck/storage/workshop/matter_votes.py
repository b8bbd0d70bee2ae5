"""Votes on who should decide what: the facilitator's commands, choices from phones and paper, and their counts.

Choices are counted from their rows each time, so whoever deletes theirs is in no count from then on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from placecheck.storage.errors import DoesNotFitError, NotHereError
from placecheck.storage.journal.locks import share_workshop
from placecheck.storage.journal.logs import LEVEL_CHOICE
from placecheck.storage.journal.matter_counts import choices_of, shown_choices
from placecheck.storage.journal.validate import check_still_theirs
from placecheck.storage.journal.workshop_cache import workshop_row
from placecheck.storage.journal.writer import lock_assessment
from placecheck.storage.values import LevelChoice, Saved
from placecheck.storage.workshop.answer_batch import BY
from placecheck.storage.workshop.participants import participant_row
from placecheck.storage.workshop.revealed import voices_without_phone
from placecheck.storage.workshop.workshop_commands import WorkshopCommands
from placecheck.words import say, storing
from placecheck.words import workshop as w
from placecheck.workshop import NotNowError, matter_commands
from placecheck.workshop.model import AskedMatter, MatterVote, NamedLevel, Workshop
from placecheck.workshop.visibility import current_vote_on_matter

MadeUpChoice = Callable[[str, str, Sequence[str]], LevelChoice]
"""Returns the choice of a made-up voice, given its id, the matter and the ids of the levels."""


class MatterVotes(WorkshopCommands):
    """The part of the store that asks a room who should decide what.

    Every command raises NotHereError where there is no such workshop, and NotNowError as the function of the same name
    in `placecheck.workshop.matter_commands` does.
    """

    def ask_matters(
        self, workshop_id: str, asks: Sequence[AskedMatter], levels: Sequence[NamedLevel], prompts: Sequence[str] = ()
    ) -> Workshop:
        """Ask everyone where each of these matters is best decided."""
        return self._run(workshop_id, lambda workshop: matter_commands.ask_matters(workshop, asks, levels, prompts))

    def close_matters(self, workshop_id: str) -> Workshop:
        """Take no more answers on matters."""
        return self._run(workshop_id, matter_commands.close_matters)

    def reopen_matters(self, workshop_id: str, number: int) -> Workshop:
        """Reopen a closed vote on matters that was not revealed."""
        return self._run(workshop_id, lambda workshop: matter_commands.reopen_matters(workshop, number))

    def reveal_matters(self, workshop_id: str, number: int) -> Workshop:
        """Let the room see where people put the matters of a closed vote."""
        return self._run(workshop_id, lambda workshop: matter_commands.reveal_matters(workshop, number))

    def hold_back_matter(self, workshop_id: str, matter: str) -> Workshop:
        """Hold the answers on a matter back from the room for now."""
        return self._run(workshop_id, lambda workshop: matter_commands.hold_back_matter(workshop, matter))

    def release_matter(self, workshop_id: str, matter: str) -> Workshop:
        """Stop holding a matter back."""
        return self._run(workshop_id, lambda workshop: matter_commands.release_matter(workshop, matter))

    def withdraw_matter(self, workshop_id: str, matter: str) -> Workshop:
        """Discard a held-back matter for good: nobody is ever shown what was said of it."""
        return self._run(workshop_id, lambda workshop: matter_commands.withdraw_matter(workshop, matter))

    def show_matter(self, workshop_id: str, matter: str) -> Workshop:
        """Show on the big screen where people put a matter."""
        return self._run(workshop_id, lambda workshop: matter_commands.show_matter(workshop, matter))

    def save_own_level(self, code: str, matter: str, choice: LevelChoice | None) -> Saved:
        """Save the level at which the person with `code` would have a matter decided; None withdraws it.

        Raises:
            NotHereError: Nobody in a workshop here has this personal code.
            NotNowError: The matter is not open.
            DoesNotFitError: The level is not listed.
        """
        with self._database.write() as connection:
            share_workshop(connection, participant_row(connection, code)["id"])
            row = participant_row(connection, code)
            vote = current_vote_on_matter(self._workshops.get(connection, row), matter)
            if vote is None:
                raise NotNowError(say(w.MATTER_CLOSED))
            _check_level(vote, choice)
            writer = lock_assessment(connection, self._editions, row["assessment_id"], BY, self._clock)
            saved = writer.change(LEVEL_CHOICE, {"matter": matter, "voice_id": row["voice_id"]}, choice)
            writer.finish()
            return saved

    def save_levels(self, workshop_id: str, voice_id: str, choices: Mapping[str, LevelChoice | None], by: str) -> None:
        """Save a voice's choices on matters from paper, even late paper; None withdraws a choice.

        Raises:
            NotHereError: There is no such workshop or person.
            DoesNotFitError: A matter was not asked about, or a level is not listed.
        """
        with self._database.write() as connection:
            row = workshop_row(connection, workshop_id, lock=True)
            asked = {each.id: vote for vote in self._workshops.get(connection, row).matter_votes for each in vote.asks}
            writer = lock_assessment(connection, self._editions, row["assessment_id"], by, self._clock)
            if not writer.is_present(voice_id):
                raise NotHereError(say(storing.NO_VOICE, id=voice_id))
            check_still_theirs(writer, voice_id, by)
            for matter, choice in choices.items():
                if matter not in asked:
                    raise DoesNotFitError(say(w.MATTER_NOT_ASKED))
                _check_level(asked[matter], choice)
                writer.change(LEVEL_CHOICE, {"matter": matter, "voice_id": voice_id}, choice)
            writer.finish()

    def matter_choices(self, workshop_id: str) -> dict[str, tuple[LevelChoice | None, ...]]:
        """Return what people said of every matter that the room may see, one choice a voice; nothing else is read.

        None: a voice that answered about another matter of the same vote, and not about this one.
        """
        with self._database.read() as connection:
            row = workshop_row(connection, workshop_id)
            return shown_choices(connection, row["assessment_id"], self._workshops.get(connection, row))

    def count_matter_answers(self, workshop_id: str) -> dict[str, int]:
        """Return how many people answered on each matter of the last vote, but no answers."""
        with self._database.read() as connection:
            row = workshop_row(connection, workshop_id)
            votes = self._workshops.get(connection, row).matter_votes
            if not votes:
                return {}
            chosen = choices_of(connection, row["assessment_id"], [asked.id for asked in votes[-1].asks])
            return {asked.id: len(chosen[asked.id]) for asked in votes[-1].asks}

    def save_made_up_levels(self, workshop_id: str, made_up: MadeUpChoice, by: str) -> int:
        """Save what `made_up` chooses on open matters for each voice without a phone, and return how many voices."""
        with self._database.write() as connection:
            row = workshop_row(connection, workshop_id, lock=True)
            vote = self._workshops.get(connection, row).open_matters
            if vote is None:
                return 0
            writer = lock_assessment(connection, self._editions, row["assessment_id"], by, self._clock)
            levels, voices = [level.id for level in vote.levels], voices_without_phone(connection, writer.id)
            for voice in voices:
                for asked in vote.asks:
                    choice = made_up(voice, asked.id, levels)
                    writer.change(LEVEL_CHOICE, {"matter": asked.id, "voice_id": voice}, choice)
            writer.finish()
        return len(voices)


def _check_level(vote: MatterVote, choice: LevelChoice | None) -> None:
    known = {level.id for level in vote.levels}
    if choice is not None and choice.at_level is not None and choice.at_level not in known:
        raise DoesNotFitError(say(w.NO_SUCH_LEVEL, level=choice.at_level))
