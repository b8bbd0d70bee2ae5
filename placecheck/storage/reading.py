"""An assessment put together from its rows: the same value that a file would give."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import TypeVar

from sqlalchemy import Connection, RowMapping, select

from placecheck.assessment import Action, Answer, Assessment, Voice
from placecheck.assessment.model import RubricName
from placecheck.assessment.own import adapted, ever_asked
from placecheck.rubric import Rubric
from placecheck.storage import tables
from placecheck.storage.errors import NotHereError
from placecheck.storage.logs import (
    ACTION,
    AGREED,
    ANSWER,
    CAUSE,
    OWN_WORDS,
    PERSPECTIVE,
    SETTING,
    all_standing,
    standing,
)
from placecheck.storage.values import Setting, Standpoint
from placecheck.words import say, storing

V = TypeVar("V")


def assessment_row(connection: Connection, assessment_id: str) -> RowMapping:
    """The row of the assessment. Raises NotHereError."""
    found = select(tables.assessment).where(tables.assessment.c.id == assessment_id)
    row = connection.execute(found).mappings().first()
    if row is None:
        raise NotHereError(say(storing.NO_ASSESSMENT, id=assessment_id))
    return row


def whole_assessment(connection: Connection, row: RowMapping, rubric: Rubric) -> Assessment:
    """The assessment of `row`: voices in the order they came, answers in the rubric's, actions as first written.

    What was said of an indicator that the group added and took out again is kept, and shown once it is asked again.
    """
    id_ = row["id"]
    setting = setting_of(connection, id_)
    own_words = {key["indicator"]: value for key, value in all_standing(connection, OWN_WORDS, id_)}
    asked = ever_asked(rubric, dict(sorted(own_words.items()))).by_id
    agreed = {key["indicator"]: value for key, value in all_standing(connection, AGREED, id_)}
    causes = {key["indicator"]: value for key, value in all_standing(connection, CAUSE, id_)}
    actions = sorted(all_standing(connection, ACTION, id_), key=lambda kept: kept[0]["action"])
    return Assessment.model_construct(
        rubric=RubricName(id=rubric.id, edition=rubric.edition),
        place=setting.place,
        date=setting.date,
        round=row["round"],
        voices=_voices(connection, id_, asked),
        agreed=_in_order(agreed, asked),
        own_words=_in_order(own_words, asked),
        missing_voices=setting.missing_voices,
        actions=tuple(_tied(action, asked) for _, action in actions),
        causes=_in_order(causes, asked),
    )


def asked_in(connection: Connection, row: RowMapping, rubric: Rubric) -> Rubric:
    """`rubric` as the group of the assessment in `row` asks it."""
    return adapted(rubric, {key["indicator"]: value for key, value in all_standing(connection, OWN_WORDS, row["id"])})


def setting_of(connection: Connection, assessment_id: str) -> Setting:
    """Where and when the round was held. Raises NotHereError."""
    _, setting = standing(connection, SETTING, assessment_id, {})
    if setting is None:
        raise NotHereError(say(storing.NO_ASSESSMENT, id=assessment_id))
    return setting


def _voices(connection: Connection, id_: str, asked: Collection[str]) -> tuple[Voice, ...]:
    answers: dict[str, dict[str, Answer]] = defaultdict(dict)
    for key, answer in all_standing(connection, ANSWER, id_):
        answers[key["voice_id"]][key["indicator"]] = answer
    stands = {key["voice_id"]: value for key, value in all_standing(connection, PERSPECTIVE, id_)}
    ids = select(tables.voice.c.id).where(tables.voice.c.assessment_id == id_).order_by(tables.voice.c.number)
    return tuple(
        _voice(voice, stands.get(voice, Standpoint()), _in_order(answers[voice], asked))
        for voice in connection.execute(ids).scalars()
    )


def _voice(id_: str, stands: Standpoint, answers: Mapping[str, Answer]) -> Voice:
    return Voice.model_construct(id=id_, perspective=stands.perspective, paper=stands.paper, answers=answers)


def _tied(action: Action, asked: Collection[str]) -> Action:
    """The action, tied to its indicator as long as that is asked."""
    return action if action.indicator in (None, *asked) else action.model_copy(update={"indicator": None})


def _in_order(given: Mapping[str, V], asked: Collection[str]) -> dict[str, V]:
    """What is given for the indicators that are asked, in their order."""
    return {id_: given[id_] for id_ in asked if id_ in given}
