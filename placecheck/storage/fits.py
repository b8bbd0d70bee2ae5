"""Whether what is given fits the rubric of the assessment that it is for."""

from __future__ import annotations

from pydantic import ValidationError

from placecheck.assessment.own import OwnWords, misfit
from placecheck.rubric import Rubric
from placecheck.storage.errors import DoesNotFitError
from placecheck.storage.logs import OWN_WORDS, standing
from placecheck.storage.step import Step
from placecheck.storage.values import Setting
from placecheck.words import say, storing


def check_indicator(step: Step, indicator: str, level: int | None = None) -> None:
    """Refuse an indicator that is not asked here, and a level off the ladder. Raises DoesNotFitError."""
    if indicator not in step.rubric.by_id:
        _, own = standing(step.connection, OWN_WORDS, step.id, {"indicator": indicator})
        if own is None or own.change != "added":
            raise DoesNotFitError(say(storing.NO_INDICATOR, id=indicator))
    if level is not None and level >= step.rubric.steps:
        raise DoesNotFitError(say(storing.OFF_LADDER, level=level, top=step.rubric.steps - 1))


def check_perspective(rubric: Rubric, perspective: str | None) -> None:
    """Refuse a perspective that the rubric does not have. Raises DoesNotFitError."""
    known = [known.id for known in rubric.perspectives]
    if perspective is not None and perspective not in known:
        raise DoesNotFitError(say(storing.NO_PERSPECTIVE, id=perspective, known=", ".join(known)))


def changed_setting(setting: Setting, **words: object) -> Setting:
    """`setting` with other words in it. Raises DoesNotFitError where they cannot stand in a file either."""
    try:
        return Setting.model_validate({**setting.model_dump(), **words})
    except ValidationError as error:
        raise DoesNotFitError(say(storing.NOT_KEPT, why=error.errors()[0]["msg"])) from None


def check_own_words(rubric: Rubric, indicator: str, own: OwnWords) -> None:
    """Refuse own words that cannot stand in this rubric. Raises DoesNotFitError."""
    found = misfit(rubric, indicator, own)
    if found:
        raise DoesNotFitError(" ".join(found))
