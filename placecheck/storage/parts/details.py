"""The details of an assessment: when it was held, what it means by its place, and who was not in the room."""

from __future__ import annotations

import datetime

from placecheck.storage.journal.load import setting_of
from placecheck.storage.journal.logs import SETTING
from placecheck.storage.journal.validate import changed_setting
from placecheck.storage.parts.base import StorePart
from placecheck.storage.values import AssessmentDetails, Saved


class Details(StorePart):
    """The part of the store that knows the details of an assessment. `by` names the screen that a change comes from."""

    def setting(self, assessment_id: str) -> AssessmentDetails:
        """Return where and when the assessment is held.

        Raises:
            NotHereError: There is no such assessment.
        """
        with self._database.read() as connection:
            return setting_of(connection, assessment_id)

    def set_date(self, assessment_id: str, date: datetime.date | None, by: str) -> Saved:
        """Say when the assessment was held.

        Raises:
            NotHereError: There is no such assessment.
        """
        return self._set(assessment_id, by, date=date)

    def set_boundary(self, assessment_id: str, words: str | None, by: str) -> Saved:
        """Keep what the assessment means by its place; the place itself stays as it was.

        Raises:
            NotHereError: There is no such assessment.
        """
        return self._set(assessment_id, by, boundary=words)

    def set_missing_voices(self, assessment_id: str, words: str | None, by: str) -> Saved:
        """Say who was not in the room.

        Raises:
            NotHereError: There is no such assessment.
            DoesNotFitError: The words would not fit in a file.
        """
        return self._set(assessment_id, by, missing_voices=words or None)

    def _set(self, assessment_id: str, by: str, **words: object) -> Saved:
        with self._step(assessment_id, by) as step:
            setting = setting_of(step.connection, assessment_id)
            return step.change(SETTING, {}, changed_setting(setting, **words))
