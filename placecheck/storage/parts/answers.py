"""Answers: the voices, what each says, what they agree, and what they ask in words of their own."""

from __future__ import annotations

from collections.abc import Mapping

from placecheck.assessment import Agreed, Answer, Cause, Voice
from placecheck.assessment.customisation import OwnWords
from placecheck.storage.errors import NotHereError
from placecheck.storage.journal.load import assessment_row, voices_in
from placecheck.storage.journal.locks import lock_workshops
from placecheck.storage.journal.logs import (
    AGREED,
    ANSWER,
    CAUSE,
    OWN_WORDS,
    PERSPECTIVE,
    REMOVAL,
    all_current_values,
    current_value,
)
from placecheck.storage.journal.validate import check_indicator, check_own_words, check_perspective, check_still_theirs
from placecheck.storage.journal.writer import AssessmentWriter, lock_assessment
from placecheck.storage.parts.base import StorePart
from placecheck.storage.parts.questions import add_questions
from placecheck.storage.values import Removal, Saved, Standpoint
from placecheck.words import say, storing


class Answers(StorePart):
    """The part of the store that knows what people say. `by` names the screen or file that it comes from."""

    def add_voice(self, assessment_id: str, perspective: str | None = None, paper: bool = False, by: str = "") -> str:
        """Let one more voice in; its id, never one that was given before.

        Raises:
            NotHereError: There is no such assessment.
            DoesNotFitError: The rubric does not have the perspective.
        """
        with self._step(assessment_id, by) as step:
            check_perspective(step.rubric, perspective)
            return step.add_voice(Standpoint(perspective=perspective, paper=paper))

    def change_voice(
        self, assessment_id: str, voice_id: str, perspective: str | None, paper: bool | None = None, by: str = ""
    ) -> Saved:
        """Say from where a voice speaks; whether on paper stays as it was where `paper` is None.

        Raises:
            NotHereError: There is no such assessment, or nothing in it has this id.
            DoesNotFitError: The rubric does not have the perspective.
        """
        with self._step(assessment_id, by) as step:
            _check_voice(step, voice_id)
            check_perspective(step.rubric, perspective)
            if paper is None:
                _, before = current_value(step.connection, PERSPECTIVE, assessment_id, {"voice_id": voice_id})
                paper = before is not None and before.paper
            standpoint = Standpoint(perspective=perspective, paper=paper)
            return step.change(PERSPECTIVE, {"voice_id": voice_id}, standpoint)

    def save_sheet(
        self,
        assessment_id: str,
        voice_id: str | None,
        standpoint: Standpoint,
        answers: Mapping[str, Answer | None],
        by: str,
    ) -> str:
        """Keep what one sheet says, all or nothing; the id of its voice, a new one where `voice_id` is None.

        Raises:
            NotHereError: There is no such assessment or voice.
            DoesNotFitError: The rubric has no such perspective, indicator or level.
        """
        with self._step(assessment_id, by) as step:
            check_perspective(step.rubric, standpoint.perspective)
            if voice_id is None:
                voice_id = step.add_voice(standpoint)
            else:
                _check_voice(step, voice_id)
                check_still_theirs(step, voice_id, by)
                step.change(PERSPECTIVE, {"voice_id": voice_id}, standpoint)
            for indicator, answer in answers.items():
                check_indicator(step, indicator, answer.level if answer else None)
                step.change(ANSWER, {"voice_id": voice_id, "indicator": indicator}, answer)
            return voice_id

    def present_voices(self, assessment_id: str) -> tuple[Voice, ...]:
        """Return everyone who joined and was not taken out, in order of joining, even those who have said nothing yet.

        For pages that let people answer. Those who count are in `assessment`.

        Raises:
            NotHereError: There is no such assessment.
        """
        with self._database.read() as connection:
            row = assessment_row(connection, assessment_id)
            return voices_in(connection, row, self._editions.get(connection, row["edition_key"]))

    def remove_voice(self, assessment_id: str, voice_id: str, by: str) -> Saved:
        """Take a voice out of the assessment: it is in no number, list or file. History has it.

        Raises:
            NotHereError: There is no such assessment or voice.
        """
        with self._step(assessment_id, by) as step:
            _check_voice(step, voice_id)
            return step.change(REMOVAL, {"voice_id": voice_id}, Removal())

    def return_voice(self, assessment_id: str, voice_id: str, by: str) -> Saved:
        """Bring back a voice that was taken out, with all its answers.

        Raises:
            NotHereError: There is no such assessment or voice.
        """
        with self._step(assessment_id, by) as step:
            if not step.has_voice(voice_id):
                raise NotHereError(say(storing.NO_VOICE, id=voice_id))
            return step.change(REMOVAL, {"voice_id": voice_id}, None)

    def erase_voice(self, assessment_id: str, voice_id: str, by: str = "") -> None:
        """Erase a voice for good with everything it said, as anyone may ask of their own.

        Raises:
            NotHereError: There is no such assessment or voice.
        """
        with self._database.write() as connection:
            lock_workshops(connection, [assessment_id])  # so that nothing they say by phone is under way
            step = lock_assessment(connection, self._editions, assessment_id, by, self._clock)
            if not step.has_voice(voice_id):
                raise NotHereError(say(storing.NO_VOICE, id=voice_id))
            step.erase_voice(voice_id)
            step.finish()
        self._database.forget()

    def save_answer(
        self, assessment_id: str, voice_id: str, indicator_id: str, answer: Answer | None, by: str
    ) -> Saved:
        """Keep what a voice says of an indicator from now on; None withdraws it.

        It is on the disk when this returns. Saying the same again adds nothing.

        Raises:
            NotHereError: There is no such assessment or voice.
            DoesNotFitError: The rubric has no such indicator or level.
            StorageError: The store cannot be written.
        """
        with self._step(assessment_id, by) as step:
            _check_voice(step, voice_id)
            check_still_theirs(step, voice_id, by)
            check_indicator(step, indicator_id, answer.level if answer else None)
            return step.change(ANSWER, {"voice_id": voice_id, "indicator": indicator_id}, answer)

    def change_answer(
        self, assessment_id: str, voice_id: str, indicator_id: str, parts: Mapping[str, object], by: str
    ) -> Saved:
        """Keep the `parts` of an answer that a screen was given, by field name; all else stays as it is kept by now.

        So two screens that change different parts lose nothing of each other. As `save_answer`.
        """
        with self._step(assessment_id, by) as step:
            _check_voice(step, voice_id)
            check_still_theirs(step, voice_id, by)
            _, before = current_value(
                step.connection, ANSWER, step.id, key := {"voice_id": voice_id, "indicator": indicator_id}
            )
            fields = {name: before and getattr(before, name) for name in Answer.model_fields} | dict(parts)
            answer = Answer.model_validate(fields) if any(value is not None for value in fields.values()) else None
            check_indicator(step, indicator_id, answer.level if answer else None)
            return step.change(ANSWER, key, answer)

    def save_agreed(self, assessment_id: str, indicator_id: str, agreed: Agreed | None, by: str) -> Saved:
        """Save what the group settled on, next to the voices' own answers; None withdraws it. As `save_answer`."""
        with self._step(assessment_id, by) as step:
            check_indicator(step, indicator_id, agreed.level if agreed else None)
            return step.change(AGREED, {"indicator": indicator_id}, agreed)

    def agreed(self, assessment_id: str) -> dict[str, Agreed]:
        """Return what the group settled on, by indicator.

        Raises:
            NotHereError: There is no such assessment.
        """
        with self._database.read() as connection:
            assessment_row(connection, assessment_id)
            return {key["indicator"]: agreed for key, agreed in all_current_values(connection, AGREED, assessment_id)}

    def own_words(self, assessment_id: str) -> dict[str, OwnWords]:
        """Return the group's own words, by indicator id, oldest change first.

        Raises:
            NotHereError: There is no such assessment.
        """
        with self._database.read() as connection:
            assessment_row(connection, assessment_id)
            return {key["indicator"]: own for key, own in all_current_values(connection, OWN_WORDS, assessment_id)}

    def save_own_words(self, assessment_id: str, indicator_id: str, own: OwnWords | None, by: str) -> Saved:
        """Reword, drop or add an indicator for this assessment; None goes back to the rubric's own words.

        Raises:
            NotHereError: There is no such assessment.
            DoesNotFitError: The words do not fit the rubric.
        """
        with self._step(assessment_id, by) as step:
            if own is not None:
                check_own_words(step.rubric, indicator_id, own)
            if own is not None and own.change == "added":
                add_questions(step, [indicator_id])
            return step.change(OWN_WORDS, {"indicator": indicator_id}, own)

    def save_cause(self, assessment_id: str, indicator_id: str, cause: Cause | None, by: str) -> Saved:
        """Keep what people think moved an indicator since an earlier assessment, or None. As `save_answer`."""
        with self._step(assessment_id, by) as step:
            check_indicator(step, indicator_id)
            return step.change(CAUSE, {"indicator": indicator_id}, cause)


def _check_voice(step: AssessmentWriter, voice_id: str) -> None:
    if not step.is_present(voice_id):
        raise NotHereError(say(storing.NO_VOICE, id=voice_id))
