"""Whether what is given fits the rubric of the assessment that it is for."""

from __future__ import annotations

from pydantic import ValidationError
from sqlalchemy import Connection, select

from placecheck.assessment.customisation import OwnWords, misfit
from placecheck.rubric import Rubric
from placecheck.storage.errors import DoesNotFitError
from placecheck.storage.journal.logs import OWN_WORDS, current_value
from placecheck.storage.journal.writer import AssessmentWriter
from placecheck.storage.schema import tables
from placecheck.storage.values import AssessmentDetails, is_correction
from placecheck.words import say, storing, workshop


def check_indicator(step: AssessmentWriter, indicator: str, level: int | None = None) -> None:
    """Refuse an indicator that is not asked here, and a level off the ladder.

    Raises:
        DoesNotFitError: The indicator is not asked, or the level is off the ladder.
    """
    if indicator not in step.rubric.by_id:
        _, own = current_value(step.connection, OWN_WORDS, step.id, {"indicator": indicator})
        if own is None or own.change != "added":
            raise DoesNotFitError(say(storing.NO_INDICATOR, id=indicator))
    if level is not None and level >= step.rubric.steps:
        raise DoesNotFitError(say(storing.OFF_LADDER, level=level, top=step.rubric.steps - 1))


def check_perspective(rubric: Rubric, perspective: str | None) -> None:
    """Refuse a perspective that the rubric does not have.

    Raises:
        DoesNotFitError: The rubric does not have it.
    """
    known = [known.id for known in rubric.perspectives]
    if perspective is not None and perspective not in known:
        raise DoesNotFitError(say(storing.NO_PERSPECTIVE, id=perspective, known=", ".join(known)))


def changed_setting(setting: AssessmentDetails, **words: object) -> AssessmentDetails:
    """Return `setting` with other words in it.

    Raises:
        DoesNotFitError: The words would not fit in a file either.
    """
    try:
        return AssessmentDetails.model_validate({**setting.model_dump(), **words})
    except ValidationError as error:
        raise DoesNotFitError(say(storing.NOT_KEPT, why=error.errors()[0]["msg"])) from None


def check_own_words(rubric: Rubric, indicator: str, own: OwnWords) -> None:
    """Refuse own words that do not fit this rubric.

    Raises:
        DoesNotFitError: They do not fit.
    """
    problem = misfit(rubric, indicator, own)
    if problem:
        raise DoesNotFitError(" ".join(problem))


def check_still_theirs(step: AssessmentWriter, voice_id: str, by: str) -> None:
    """Let nobody change what a person said on their phone once the workshop has ended, but by a `CORRECTION`.

    Raises:
        DoesNotFitError: The workshop has ended, and this is no correction.
    """
    if not is_correction(by) and joined_ended_workshop(step.connection, step.id, voice_id):
        raise DoesNotFitError(say(workshop.AFTER_THE_END))


def joined_ended_workshop(connection: Connection, assessment_id: str, voice_id: str) -> bool:
    """Return whether a voice joined from a phone in a workshop that has ended."""
    of = tables.participant.c
    ended = (
        select(tables.workshop.c.id)
        .join(tables.participant, of.workshop_id == tables.workshop.c.id)
        .where(of.assessment_id == assessment_id, of.voice_id == voice_id, tables.workshop.c.ended.is_(True))
    )
    return connection.execute(ended).first() is not None
