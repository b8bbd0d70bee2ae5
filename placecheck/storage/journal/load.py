"""An assessment put together from its rows: the same value that a file would give."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import TypeVar

from sqlalchemy import ColumnElement, Connection, RowMapping, select

from placecheck.assessment import Action, Answer, Assessment, Voice
from placecheck.assessment.asked import in_rubric_order
from placecheck.assessment.customisation import customised, ever_asked
from placecheck.assessment.model import RubricName
from placecheck.assessment.perspectives import with_perspectives
from placecheck.rubric import Rubric
from placecheck.storage.errors import NotHereError
from placecheck.storage.journal.logs import (
    ACTION,
    AGREED,
    ANSWER,
    ASKED,
    CAUSE,
    OWN_WORDS,
    PERSPECTIVE,
    PERSPECTIVES,
    SETTING,
    all_current_values,
    current_value,
)
from placecheck.storage.schema import tables
from placecheck.storage.values import AssessmentDetails, ChosenPerspectives, Standpoint
from placecheck.words import say, storing

V = TypeVar("V")

is_present = tables.voice.c.removed.is_(False)
"""Voices that were not taken out."""

is_counted = is_present & (tables.voice.c.said > 0)
"""Voices that said something: the people of an assessment, wherever they are counted or listed."""

of_participant = (tables.voice.c.assessment_id == tables.participant.c.assessment_id) & (
    tables.voice.c.id == tables.participant.c.voice_id
)
"""Which voice a person with a phone is."""


def assessment_row(connection: Connection, assessment_id: str) -> RowMapping:
    """Return the row of the assessment.

    Raises:
        NotHereError: There is no such assessment.
    """
    query = select(tables.assessment).where(tables.assessment.c.id == assessment_id)
    row = connection.execute(query).mappings().first()
    if row is None:
        raise NotHereError(say(storing.NO_ASSESSMENT, id=assessment_id))
    return row


def whole_assessment(connection: Connection, row: RowMapping, rubric: Rubric) -> Assessment:
    """Load the assessment of `row`: voices in order of joining, answers in the rubric's, actions as first written.

    Answers to an indicator that the group added and later removed are kept, and shown once it is asked again.
    """
    id_ = row["id"]
    setting = setting_of(connection, id_)
    perspectives = chosen_perspectives(connection, id_)
    own_words = {key["indicator"]: value for key, value in all_current_values(connection, OWN_WORDS, id_)}
    ever_asked_rubric = ever_asked(rubric, dict(sorted(own_words.items())))
    order = ever_asked_rubric.by_id
    agreed = {key["indicator"]: value for key, value in all_current_values(connection, AGREED, id_)}
    causes = {key["indicator"]: value for key, value in all_current_values(connection, CAUSE, id_)}
    actions = sorted(all_current_values(connection, ACTION, id_), key=lambda entry: entry[0]["action"])
    return Assessment.model_construct(
        rubric=RubricName(id=rubric.id, edition=rubric.edition),
        place=setting.place,
        date=setting.date,
        question_set=row["round"],
        asked=chosen_questions(connection, id_, ever_asked_rubric),
        offered_perspectives=perspectives.offered,
        perspective_names=perspectives.names,
        voices=tuple(voice for voice in _voices(connection, id_, order, is_counted) if voice.says_something),
        agreed=_in_order(agreed, order),
        own_words=_in_order(own_words, order),
        missing_voices=setting.missing_voices,
        actions=tuple(_tied(action, order) for _, action in actions),
        causes=_in_order(causes, order),
    )


def chosen_questions(connection: Connection, assessment_id: str, rubric: Rubric) -> tuple[str, ...]:
    """Return the ids of the questions that the group chose, in the order of `rubric`; empty if it chose none."""
    _, chosen = current_value(connection, ASKED, assessment_id, {})
    return in_rubric_order(rubric, chosen.ids) if chosen is not None else ()


def chosen_perspectives(connection: Connection, assessment_id: str) -> ChosenPerspectives:
    """Return the perspectives that the group offers and its words for them; none of both: as the rubric has them."""
    return current_value(connection, PERSPECTIVES, assessment_id, {})[1] or ChosenPerspectives(names={})


def asked_in(connection: Connection, row: RowMapping, rubric: Rubric) -> Rubric:
    """Return `rubric` as the group of the assessment in `row` asks it."""
    own_words = {key["indicator"]: value for key, value in all_current_values(connection, OWN_WORDS, row["id"])}
    perspectives = chosen_perspectives(connection, row["id"])
    return with_perspectives(customised(rubric, own_words), perspectives.offered, perspectives.names)


def setting_of(connection: Connection, assessment_id: str) -> AssessmentDetails:
    """Return where and when the assessment was held.

    Raises:
        NotHereError: There is no such assessment.
    """
    _, setting = current_value(connection, SETTING, assessment_id, {})
    if setting is None:
        raise NotHereError(say(storing.NO_ASSESSMENT, id=assessment_id))
    return setting


def voices_in(connection: Connection, row: RowMapping, rubric: Rubric) -> tuple[Voice, ...]:
    """Return everyone who joined and was not taken out, in order of joining, even those who have said nothing yet."""
    own_words = {key["indicator"]: value for key, value in all_current_values(connection, OWN_WORDS, row["id"])}
    return _voices(connection, row["id"], ever_asked(rubric, dict(sorted(own_words.items()))).by_id, is_present)


def _voices(
    connection: Connection, id_: str, ever_asked_rubric: Collection[str], which: ColumnElement[bool]
) -> tuple[Voice, ...]:
    answers: dict[str, dict[str, Answer]] = defaultdict(dict)
    for key, answer in all_current_values(connection, ANSWER, id_):
        answers[key["voice_id"]][key["indicator"]] = answer
    standpoints = {key["voice_id"]: value for key, value in all_current_values(connection, PERSPECTIVE, id_)}
    ids = select(tables.voice.c.id).where(tables.voice.c.assessment_id == id_, which).order_by(tables.voice.c.number)
    return tuple(
        _voice(voice, standpoints.get(voice, Standpoint()), _in_order(answers[voice], ever_asked_rubric))
        for voice in connection.execute(ids).scalars()
    )


def _voice(id_: str, standpoint: Standpoint, answers: Mapping[str, Answer]) -> Voice:
    return Voice.model_construct(id=id_, perspective=standpoint.perspective, paper=standpoint.paper, answers=answers)


def _tied(action: Action, ever_asked_rubric: Collection[str]) -> Action:
    """Return the action, tied to its indicator as long as that is asked."""
    return action if action.indicator in (None, *ever_asked_rubric) else action.model_copy(update={"indicator": None})


def _in_order(values: Mapping[str, V], order: Collection[str]) -> dict[str, V]:
    """Return the `values` of the indicators that are asked, in their order."""
    return {id_: values[id_] for id_ in order if id_ in values}
