"""Rounds: begin one, take one from a file, look at one."""

from __future__ import annotations

import datetime
import uuid

from sqlalchemy import Connection, bindparam, func, select

from placecheck.assessment import Assessment
from placecheck.assessment.model import Round
from placecheck.assessment.own import ever_asked
from placecheck.assessment.packed import packed
from placecheck.rubric import Rubric
from placecheck.storage import tables
from placecheck.storage.errors import DoesNotFitError, NotHereError
from placecheck.storage.fits import changed_setting, check_indicator, check_own_words, check_perspective
from placecheck.storage.kept import Kept
from placecheck.storage.logs import ACTION, AGREED, ANSWER, CAUSE, OWN_WORDS, SETTING
from placecheck.storage.many import keep_packed
from placecheck.storage.places import add_place, lock_place
from placecheck.storage.reading import assessment_row, setting_of, whole_assessment
from placecheck.storage.step import Step, held
from placecheck.storage.summaries import round_summaries
from placecheck.storage.values import RoundSummary, Saved, Setting, Standpoint
from placecheck.words import say, storing

_SEQUENCE = select(tables.assessment.c.sequence).where(tables.assessment.c.id == bindparam("assessment_id"))


class Rounds(Kept):
    """The part of the store that knows assessments as a whole."""

    def begin(
        self,
        place_id: str,
        rubric: Rubric,
        *,
        round: Round,  # noqa: A002 (the file's own word)
        date: datetime.date | None,
        together: bool,
        by: str = "",
    ) -> str:
        """Begin a round for a place; the assessment's id. The whole rubric is kept with it.

        `together`: the group answers as one voice, `v1`, which is there at once. Raises NotHereError.
        """
        with self._database.write() as connection:
            place = lock_place(connection, place_id)
            step = self._new_round(connection, place_id, rubric, round, together=together, by=by)
            step.add(SETTING, {}, Setting(**place.model_dump(), date=date))
            if together:
                step.add_voice(Standpoint())
            step.finish(begun=True)
        return step.id

    def take(self, rubric: Rubric, assessment: Assessment, place_id: str | None = None, by: str = "file") -> str:
        """Keep an assessment that came in a file, all of it or nothing; its id.

        It becomes another round of the place `place_id`, which must have the same name, kind and nation (`same_place`
        finds such places), or the first of a new place. Raises DoesNotFitError, NotHereError.
        """
        named, given = assessment.rubric, f"{rubric.id} {rubric.edition}"
        if f"{named.id} {named.edition}" != given:
            raise DoesNotFitError(say(storing.OTHER_RUBRIC, asked=f"{named.id} {named.edition}", given=given))
        with self._database.write() as connection:
            place_id = self._room_for(connection, assessment, place_id)
            together = len(assessment.voices) == 1
            if assessment.own_words:  # what is kept for ever is the rubric's own wording, and the group's beside it
                rubric = self._editions.find(connection, rubric.id, rubric.edition)
            step = self._new_round(connection, place_id, rubric, assessment.round, together=together, by=by)
            _fill(step, assessment)
            step.finish(begun=True)
            keep_packed(connection, step.id, step.next - 1, packed(rubric, assessment))
        return step.id

    def rubric_of(self, assessment_id: str) -> Rubric:
        """The whole rubric that the assessment was made with, as it was then. Raises NotHereError."""
        with self._database.read() as connection:
            return self._editions.get(connection, assessment_row(connection, assessment_id)["edition_key"])

    def find_rubric(self, id_: str, edition: str) -> Rubric:
        """The rubric at hand, else one kept with an assessment: what a file may name. Raises UnknownRubricError."""
        with self._database.read() as connection:
            return self._editions.find(connection, id_, edition)

    def assessment(self, assessment_id: str) -> Assessment:
        """The assessment as it stands, the same value that its file would give. Raises NotHereError."""
        with self._database.read() as connection:
            row = assessment_row(connection, assessment_id)
            return whole_assessment(connection, row, self._editions.get(connection, row["edition_key"]))

    def round(self, assessment_id: str) -> RoundSummary:
        """The assessment at a glance. Raises NotHereError."""
        with self._database.read() as connection:
            found = round_summaries(connection, tables.assessment.c.id == assessment_id)
        if not found:
            raise NotHereError(say(storing.NO_ASSESSMENT, id=assessment_id))
        return found[0]

    def setting(self, assessment_id: str) -> Setting:
        """Where and when the round is held. Raises NotHereError."""
        with self._database.read() as connection:
            return setting_of(connection, assessment_id)

    def sequence(self, assessment_id: str) -> int:
        """The number of the latest change. Ask before reading, so that no change can fall between. NotHereError."""
        with self._database.read() as connection:
            found: int | None = connection.execute(_SEQUENCE, {"assessment_id": assessment_id}).scalar()
        if found is None:
            raise NotHereError(say(storing.NO_ASSESSMENT, id=assessment_id))
        return found

    def set_date(self, assessment_id: str, date: datetime.date | None, by: str) -> Saved:
        """Say when the round was held. Raises NotHereError."""
        return self._set(assessment_id, by, date=date)

    def set_boundary(self, assessment_id: str, words: str | None, by: str) -> Saved:
        """Keep what the round means by its place; the place itself stays as it was. Raises NotHereError."""
        return self._set(assessment_id, by, boundary=words)

    def set_missing_voices(self, assessment_id: str, words: str | None, by: str) -> Saved:
        """Say who was not in the room. Raises NotHereError, DoesNotFitError."""
        return self._set(assessment_id, by, missing_voices=words or None)

    def _set(self, assessment_id: str, by: str, **words: object) -> Saved:
        with self._step(assessment_id, by) as step:
            setting = setting_of(step.connection, assessment_id)
            return step.change(SETTING, {}, changed_setting(setting, **words))

    def _room_for(self, connection: Connection, assessment: Assessment, place_id: str | None) -> str:
        given = assessment.place
        if place_id is None:
            return add_place(connection, given, self._clock())
        here = lock_place(connection, place_id)
        if (here.name, here.kind, here.nation) != (given.name, given.kind, given.nation):
            raise DoesNotFitError(say(storing.OTHER_PLACE, given=given.name, here=here.name))
        return place_id

    def _new_round(
        self,
        connection: Connection,
        place_id: str,
        rubric: Rubric,
        round_: Round,
        *,
        together: bool,
        by: str,
    ) -> Step:
        now, rounds = self._clock(), tables.assessment
        last = select(func.coalesce(func.max(rounds.c.number), 0)).where(rounds.c.place_id == place_id)
        row = {
            "id": uuid.uuid4().hex,
            "place_id": place_id,
            "number": connection.execute(last).scalar_one() + 1,
            "edition_key": self._editions.keep(connection, rubric, now),
            "round": round_,
            "together": together,
            "made": now,
            "changed": now,
            **dict.fromkeys(("sequence", "start", "answered", "voices_made"), 0),
        }
        connection.execute(rounds.insert(), row)
        return held(connection, self._editions, row["id"], by, self._clock)


def _fill(step: Step, assessment: Assessment) -> None:
    """Add everything that a file holds, each once; nothing of it can stand there already."""
    words = {"date": assessment.date, "missing_voices": assessment.missing_voices}
    step.add(SETTING, {}, Setting(**assessment.place.model_dump(), **words))
    for indicator, own in assessment.own_words.items():
        check_own_words(step.rubric, indicator, own)
        step.add(OWN_WORDS, {"indicator": indicator}, own)
    step.rubric = ever_asked(step.rubric, assessment.own_words)
    for voice in assessment.voices:
        check_perspective(step.rubric, voice.perspective)
        step.add_voice(Standpoint(perspective=voice.perspective, paper=voice.paper), voice.id)
        for indicator, answer in voice.answers.items():
            check_indicator(step, indicator, answer.level)
            step.add(ANSWER, {"voice_id": voice.id, "indicator": indicator}, answer)
    for indicator, agreed in assessment.agreed.items():
        check_indicator(step, indicator, agreed.level)
        step.add(AGREED, {"indicator": indicator}, agreed)
    for action in assessment.actions:
        if action.indicator is not None:
            check_indicator(step, action.indicator)
        step.add(ACTION, {"action": step.next}, action)
    for indicator, cause in assessment.causes.items():
        check_indicator(step, indicator)
        step.add(CAUSE, {"indicator": indicator}, cause)
