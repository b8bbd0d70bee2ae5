"""Who should decide what, asked in a workshop: commands of the facilitator, what phones and paper say, what it adds to.

What people said is counted from their rows each time: whoever deletes their answers is in no count from then on.
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
from placecheck.storage.workshop.revealed import without_phone
from placecheck.storage.workshop.workshop_commands import WorkshopCommands
from placecheck.words import say, storing
from placecheck.words import workshop as w
from placecheck.workshop import NotNowError, matter_commands
from placecheck.workshop.model import AskedMatter, MatterVote, NamedLevel, Workshop
from placecheck.workshop.visibility import current_vote_on_matter

MadeUpChoice = Callable[[str, str, Sequence[str]], LevelChoice]
"""What a made-up voice says: its id, the matter, the ids of the levels."""


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
        """Take answers once more in a closed vote on matters that was not revealed."""
        return self._run(workshop_id, lambda workshop: matter_commands.reopen_matters(workshop, number))

    def reveal_matters(self, workshop_id: str, number: int) -> Workshop:
        """Let the room see where people put the matters of a closed vote."""
        return self._run(workshop_id, lambda workshop: matter_commands.reveal_matters(workshop, number))

    def hold_back_matter(self, workshop_id: str, matter: str) -> Workshop:
        """Keep what was said of a matter from the room for now."""
        return self._run(workshop_id, lambda workshop: matter_commands.hold_back_matter(workshop, matter))

    def release_matter(self, workshop_id: str, matter: str) -> Workshop:
        """Hold back no longer what was said of a matter."""
        return self._run(workshop_id, lambda workshop: matter_commands.release_matter(workshop, matter))

    def withdraw_matter(self, workshop_id: str, matter: str) -> Workshop:
        """Discard a held-back matter for good: nobody is ever shown what was said of it."""
        return self._run(workshop_id, lambda workshop: matter_commands.withdraw_matter(workshop, matter))

    def show_matter(self, workshop_id: str, matter: str) -> Workshop:
        """Let the big screen show where people put a matter."""
        return self._run(workshop_id, lambda workshop: matter_commands.show_matter(workshop, matter))

    def save_own_level(self, code: str, matter: str, choice: LevelChoice | None) -> Saved:
        """Keep where the person with `code` would have a matter decided; None withdraws it.

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
            step = lock_assessment(connection, self._editions, row["assessment_id"], BY, self._clock)
            saved = step.change(LEVEL_CHOICE, {"matter": matter, "voice_id": row["voice_id"]}, choice)
            step.finish()
            return saved

    def save_levels(self, workshop_id: str, voice_id: str, choices: Mapping[str, LevelChoice | None], by: str) -> None:
        """Keep what a voice put on paper about matters, late paper too; None withdraws it.

        Raises:
            NotHereError: There is no such workshop or person.
            DoesNotFitError: A matter was not asked about, or a level is not listed.
        """
        with self._database.write() as connection:
            row = workshop_row(connection, workshop_id, lock=True)
            asked = {each.id: vote for vote in self._workshops.get(connection, row).matter_votes for each in vote.asks}
            step = lock_assessment(connection, self._editions, row["assessment_id"], by, self._clock)
            if not step.is_present(voice_id):
                raise NotHereError(say(storing.NO_VOICE, id=voice_id))
            check_still_theirs(step, voice_id, by)
            for matter, choice in choices.items():
                if matter not in asked:
                    raise DoesNotFitError(say(w.MATTER_NOT_ASKED))
                _check_level(asked[matter], choice)
                step.change(LEVEL_CHOICE, {"matter": matter, "voice_id": voice_id}, choice)
            step.finish()

    def matter_choices(self, workshop_id: str) -> dict[str, tuple[LevelChoice | None, ...]]:
        """Return what people said of every matter that the room may see, one choice a voice; nothing else is read.

        None: a voice that answered about another matter of the same vote, and not about this one.
        """
        with self._database.read() as connection:
            row = workshop_row(connection, workshop_id)
            return shown_choices(connection, row["assessment_id"], self._workshops.get(connection, row))

    def matters_answered(self, workshop_id: str) -> dict[str, int]:
        """Return how many people answered about each matter of the last vote, without reading what they said."""
        with self._database.read() as connection:
            row = workshop_row(connection, workshop_id)
            votes = self._workshops.get(connection, row).matter_votes
            if not votes:
                return {}
            chosen = choices_of(connection, row["assessment_id"], [asked.id for asked in votes[-1].asks])
            return {asked.id: len(chosen[asked.id]) for asked in votes[-1].asks}

    def levels_for_all(self, workshop_id: str, made_up: MadeUpChoice, by: str) -> int:
        """Let every voice without a phone answer the open matters, as `made_up` says: for a rehearsal. How many did."""
        with self._database.write() as connection:
            row = workshop_row(connection, workshop_id, lock=True)
            vote = self._workshops.get(connection, row).open_matters
            if vote is None:
                return 0
            step = lock_assessment(connection, self._editions, row["assessment_id"], by, self._clock)
            levels, voices = [level.id for level in vote.levels], without_phone(connection, step.id)
            for voice in voices:
                for asked in vote.asks:
                    choice = made_up(voice, asked.id, levels)
                    step.change(LEVEL_CHOICE, {"matter": asked.id, "voice_id": voice}, choice)
            step.finish()
        return len(voices)


def _check_level(vote: MatterVote, choice: LevelChoice | None) -> None:
    known = {level.id for level in vote.levels}
    if choice is not None and choice.at_level is not None and choice.at_level not in known:
        raise DoesNotFitError(say(w.NO_SUCH_LEVEL, level=choice.at_level))
