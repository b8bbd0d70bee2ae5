"""An assessment put together from its rows: the same value that a file would give."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TypeVar

from sqlalchemy import Connection, RowMapping, select

from placecheck.assessment import Answer, Assessment, Voice
from placecheck.assessment.model import RubricName
from placecheck.rubric import Rubric
from placecheck.storage import tables
from placecheck.storage.errors import NotHereError
from placecheck.storage.logs import ACTION, AGREED, ANSWER, OWN_WORDS, PERSPECTIVE, SETTING, all_standing, standing
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
    """The assessment of `row`: voices in the order they came, answers in the rubric's, actions as first written."""
    id_ = row["id"]
    setting = setting_of(connection, id_)
    own_words = {key["indicator"]: value for key, value in all_standing(connection, OWN_WORDS, id_)}
    agreed = {key["indicator"]: value for key, value in all_standing(connection, AGREED, id_)}
    actions = sorted(all_standing(connection, ACTION, id_), key=lambda kept: kept[0]["action"])
    return Assessment.model_construct(
        rubric=RubricName(id=rubric.id, edition=rubric.edition),
        place=setting.place,
        date=setting.date,
        round=row["round"],
        voices=_voices(connection, id_, rubric),
        agreed=_in_order(agreed, rubric),
        own_words=_in_order(own_words, rubric),
        missing_voices=setting.missing_voices,
        actions=tuple(action for _, action in actions),
    )


def setting_of(connection: Connection, assessment_id: str) -> Setting:
    """Where and when the round was held. Raises NotHereError."""
    _, setting = standing(connection, SETTING, assessment_id, {})
    if setting is None:
        raise NotHereError(say(storing.NO_ASSESSMENT, id=assessment_id))
    return setting


def _voices(connection: Connection, id_: str, rubric: Rubric) -> tuple[Voice, ...]:
    answers: dict[str, dict[str, Answer]] = defaultdict(dict)
    for key, answer in all_standing(connection, ANSWER, id_):
        answers[key["voice_id"]][key["indicator"]] = answer
    stands = {key["voice_id"]: value for key, value in all_standing(connection, PERSPECTIVE, id_)}
    ids = select(tables.voice.c.id).where(tables.voice.c.assessment_id == id_).order_by(tables.voice.c.number)
    return tuple(
        _voice(voice, stands.get(voice, Standpoint()), _in_order(answers[voice], rubric))
        for voice in connection.execute(ids).scalars()
    )


def _voice(id_: str, stands: Standpoint, answers: Mapping[str, Answer]) -> Voice:
    return Voice.model_construct(id=id_, perspective=stands.perspective, paper=stands.paper, answers=answers)


def _in_order(given: Mapping[str, V], rubric: Rubric) -> dict[str, V]:
    """By the rubric's order of indicators; those that the group added come last, by id."""
    known = {id_: given[id_] for id_ in rubric.by_id if id_ in given}
    return {**known, **{id_: given[id_] for id_ in sorted(given.keys() - known.keys())}}
