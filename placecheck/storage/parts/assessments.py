"""Assessments: begin one, take one from a file, look at one."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, func, select

from placecheck.assessment import Assessment
from placecheck.assessment.asked import counted_voices
from placecheck.assessment.customisation import ever_asked
from placecheck.assessment.model import QuestionSet
from placecheck.assessment.packed import pack_assessment
from placecheck.rubric import Rubric
from placecheck.storage.engine.prepared import PreparedStatement
from placecheck.storage.errors import DoesNotFitError, NotHereError
from placecheck.storage.journal.load import assessment_row, whole_assessment
from placecheck.storage.journal.logs import SETTING
from placecheck.storage.journal.room_records import keep_record, record_of, workshop_changes
from placecheck.storage.journal.writer import AssessmentWriter, lock_assessment
from placecheck.storage.parts.base import StorePart
from placecheck.storage.parts.filling import fill_assessment
from placecheck.storage.parts.packed_assessments import keep_packed
from placecheck.storage.parts.places import add_place, lock_place, same_places
from placecheck.storage.parts.questions import choose_perspectives, choose_questions
from placecheck.storage.parts.summaries import ids_of_day, select_summaries
from placecheck.storage.schema import tables
from placecheck.storage.values import AddedAssessment, AssessmentDetails, AssessmentSummary, Standpoint
from placecheck.words import say, storing

_LAST = select(func.coalesce(func.max(tables.assessment.c.number), 0)).where(
    tables.assessment.c.place_id == bindparam("place_id")
)
_ADD = PreparedStatement(tables.assessment.insert())
_SEQUENCE = select(tables.assessment.c.sequence).where(tables.assessment.c.id == bindparam("assessment_id"))


class Assessments(StorePart):
    """The part of the store that knows assessments as a whole."""

    def begin_assessment(
        self,
        place_id: str,
        rubric: Rubric,
        *,
        question_set: QuestionSet,
        date: datetime.date | None,
        together: bool,
        asked: Sequence[str] = (),
        offered: Sequence[str] = (),
        by: str = "",
    ) -> str:
        """Begin an assessment for a place; the assessment's id. The whole rubric is kept with it.

        `asked`: the indicators that the group chose to ask; the whole `question_set` where none is named. `offered`:
        the perspectives that people may choose from; all where none is named. `together`: the group answers as one
        voice, `v1`, which is there at once.

        Raises:
            NotHereError: There is no such place.
        """
        with self._database.write() as connection:
            place = lock_place(connection, place_id)
            step = self._new_assessment(connection, place_id, rubric, question_set, together=together, by=by)
            step.add(SETTING, {}, AssessmentDetails(**place.model_dump(), date=date))
            if asked:
                choose_questions(step, asked)
            if offered:
                choose_perspectives(step, offered, {})
            if together:
                step.add_voice(Standpoint())
            step.finish(begun=True)
        return step.id

    def add_assessment(
        self, rubric: Rubric, assessment: Assessment, place_id: str | None = None, by: str = "file"
    ) -> str:
        """Keep an assessment that came in a file, all of it or nothing; its id.

        It becomes another assessment of the place `place_id`, which must have the same name, kind and nation
        (`same_place` finds such places), or the first of a new place.

        Raises:
            DoesNotFitError: The assessment does not fit the rubric or the place.
            NotHereError: There is no such place.
        """
        with self._database.write() as connection:
            return self._add(connection, rubric, assessment, place_id, by)

    def add_assessments_once(
        self, read: Sequence[tuple[Rubric, Assessment]], by: str, *, place_id: str | None = None
    ) -> list[AddedAssessment]:
        """Add assessments as `add_assessment`, for files that may have come before.

        All are one transaction. They are assessments of the place `place_id`; where none is named, a place that is
        stored once already gets another assessment. An assessment that is stored already is not kept twice.
        """
        with self._database.write() as connection:
            return [self._add_once(connection, rubric, assessment, place_id, by) for rubric, assessment in read]

    def _add_once(
        self, connection: Connection, rubric: Rubric, assessment: Assessment, place_id: str | None, by: str
    ) -> AddedAssessment:
        assessment = assessment.model_copy(update={"voices": counted_voices(assessment)})
        places = [place_id] if place_id else same_places(connection, assessment.place)
        for id_ in ids_of_day(connection, places, assessment.date) if places else ():
            if self._whole(connection, id_) == assessment:
                return AddedAssessment(id_, "here_already")
        known = places[0] if len(places) == 1 else None
        is_first = known is None or not connection.execute(_LAST, {"place_id": known}).scalar_one()
        return AddedAssessment(self._add(connection, rubric, assessment, known, by), "first" if is_first else "another")

    def _add(
        self, connection: Connection, rubric: Rubric, assessment: Assessment, place_id: str | None, by: str
    ) -> str:
        named, edition_named = assessment.rubric, f"{rubric.id} {rubric.edition}"
        if f"{named.id} {named.edition}" != edition_named:
            raise DoesNotFitError(say(storing.OTHER_RUBRIC, asked=f"{named.id} {named.edition}", given=edition_named))
        place_id = self._place_for(connection, assessment, place_id)
        together = len(counted_voices(assessment)) == 1
        assessment = assessment.model_copy(update={"voices": counted_voices(assessment)})
        if (
            assessment.own_words or rubric.offered or rubric.renamed
        ):  # what is kept for ever is the rubric's own wording, and the group's beside it
            rubric = self._editions.find(connection, rubric.id, rubric.edition)
        step = self._new_assessment(connection, place_id, rubric, assessment.question_set, together=together, by=by)
        fill_assessment(step, assessment)
        step.finish(begun=True)
        keep_record(connection, step.id, assessment)
        keep_packed(connection, step.id, step.next - 1, pack_assessment(rubric, assessment))
        return step.id

    def rubric_of(self, assessment_id: str) -> Rubric:
        """Return the whole rubric that the assessment was made with, as it was then.

        Raises:
            NotHereError: There is no such assessment.
        """
        with self._database.read() as connection:
            return self._editions.get(connection, assessment_row(connection, assessment_id)["edition_key"])

    def find_rubric(self, id_: str, edition: str) -> Rubric:
        """Return the available rubric, else one kept with an assessment, for a file.

        Raises:
            UnknownRubricError: There is no such rubric, and none was kept.
        """
        with self._database.read() as connection:
            return self._editions.find(connection, id_, edition)

    def assessment(self, assessment_id: str) -> Assessment:
        """Return the assessment as it is now, the same value that its file would give.

        Raises:
            NotHereError: There is no such assessment.
        """
        with self._database.read() as connection:
            return self._whole(connection, assessment_id)

    def _whole(self, connection: Connection, assessment_id: str) -> Assessment:
        row = assessment_row(connection, assessment_id)
        rubric = self._editions.get(connection, row["edition_key"])
        assessment = whole_assessment(connection, row, rubric)
        record = record_of(connection, row, self._workshops)
        return record.added_to(assessment, ever_asked(rubric, assessment.own_words).by_id)

    def assessment_summary(self, assessment_id: str) -> AssessmentSummary:
        """Return the summary of the assessment.

        Raises:
            NotHereError: There is no such assessment.
        """
        with self._database.read() as connection:
            summaries = select_summaries(connection, tables.assessment.c.id == assessment_id)
        if not summaries:
            raise NotHereError(say(storing.NO_ASSESSMENT, id=assessment_id))
        return summaries[0]

    def sequence(self, assessment_id: str) -> int:
        """Return the number of the latest change.

        Call it before reading, so that no change is missed.

        Raises:
            NotHereError: There is no such assessment.
        """
        with self._database.read() as connection:
            sequence: int | None = connection.execute(_SEQUENCE, {"assessment_id": assessment_id}).scalar()
        if sequence is None:
            raise NotHereError(say(storing.NO_ASSESSMENT, id=assessment_id))
        return sequence

    def workshop_changes(self, assessment_id: str) -> int:
        """Return how many changes the workshops of the assessment have had: what is not among its own changes."""
        with self._database.read() as connection:
            return workshop_changes(connection, assessment_id)

    def _place_for(self, connection: Connection, assessment: Assessment, place_id: str | None) -> str:
        place = assessment.place
        if place_id is None:
            return add_place(connection, place, self._clock())
        place_row = lock_place(connection, place_id)
        if (place_row.name, place_row.kind, place_row.nation) != (place.name, place.kind, place.nation):
            raise DoesNotFitError(say(storing.OTHER_PLACE, given=place.name, here=place_row.name))
        return place_id

    def _new_assessment(
        self,
        connection: Connection,
        place_id: str,
        rubric: Rubric,
        question_set: QuestionSet,
        *,
        together: bool,
        by: str,
    ) -> AssessmentWriter:
        now = self._clock()
        row = {
            "id": uuid.uuid4().hex,
            "place_id": place_id,
            "number": connection.execute(_LAST, {"place_id": place_id}).scalar_one() + 1,
            "edition_key": self._editions.keep(connection, rubric, now),
            "round": question_set,
            "together": together,
            "made": now,
            "changed": now,
            **dict.fromkeys(("sequence", "start", "voices_made"), 0),
            "record": None,
        }
        _ADD.run(connection, row)
        return lock_assessment(connection, self._editions, row["id"], by, self._clock)
