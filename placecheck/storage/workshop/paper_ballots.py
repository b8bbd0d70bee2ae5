"""Second votes on paper: the ballots of voices without a phone, keyed in by a helper."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import Connection, select

from placecheck.assessment import Answer
from placecheck.storage.errors import DoesNotFitError, NotHereError
from placecheck.storage.journal.locks import lock_workshops
from placecheck.storage.journal.logs import BALLOT, all_current_values
from placecheck.storage.journal.validate import check_indicator, check_still_theirs
from placecheck.storage.journal.writer import lock_assessment
from placecheck.storage.parts.base import StorePart
from placecheck.storage.schema import tables
from placecheck.storage.workshop_values import SecondVotes
from placecheck.words import say, storing


class PaperBallots(StorePart):
    """The part of the store that takes second votes from paper."""

    def second_votes(self, assessment_id: str) -> SecondVotes:
        """Return the second votes in the assessment's workshops that were not cancelled, and their ballots by voice."""
        with self._database.read() as connection:
            asks = self._second_vote_indicators(connection, assessment_id)
            ballots: dict[str, dict[int, Answer]] = defaultdict(dict)
            for key, answer in all_current_values(connection, BALLOT, assessment_id):
                if key["vote"] in asks:
                    ballots[key["voice_id"]][key["vote"]] = answer
        return SecondVotes(asks, dict(ballots))

    def save_ballots(self, assessment_id: str, voice_id: str, ballots: Mapping[int, Answer | None], by: str) -> None:
        """Save a voice's ballots in second votes, by their numbers, even late ones; None withdraws a ballot.

        Raises:
            NotHereError: There is no such assessment or voice.
            DoesNotFitError: A vote is not there or was cancelled, or a level is off the ladder.
        """
        with self._database.write() as connection:
            lock_workshops(connection, [assessment_id])
            asks = self._second_vote_indicators(connection, assessment_id)
            writer = lock_assessment(connection, self._editions, assessment_id, by, self._clock)
            if not writer.is_present(voice_id):
                raise NotHereError(say(storing.NO_VOICE, id=voice_id))
            check_still_theirs(writer, voice_id, by)
            for number, answer in ballots.items():
                if number not in asks:
                    raise DoesNotFitError(say(storing.NO_SECOND_VOTE, number=number))
                check_indicator(writer, asks[number], answer.level if answer else None)
                writer.change(BALLOT, {"voice_id": voice_id, "vote": number}, answer)
            writer.finish()

    def _second_vote_indicators(self, connection: Connection, assessment_id: str) -> dict[int, str]:
        """Return the indicator of each second vote that was not cancelled, by its number."""
        table = tables.workshop
        query = select(table).where(table.c.assessment_id == assessment_id).order_by(table.c.made, table.c.id)
        rows = connection.execute(query).mappings().all()
        votes = (vote for row in rows for vote in self._workshops.get(connection, row).votes)
        return {vote.number: vote.asks[0] for vote in votes if vote.is_second and vote.state != "cancelled"}
