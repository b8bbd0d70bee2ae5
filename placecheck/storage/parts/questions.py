"""What an assessment asks: one list, set when it begins, which can be changed without losing an answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pydantic import ValidationError

from placecheck.assessment.asked import named_questions
from placecheck.assessment.perspectives import alike, perspectives_in_rubric_order
from placecheck.rubric import Rubric
from placecheck.storage.errors import DoesNotFitError
from placecheck.storage.journal.load import asked_in, assessment_row, whole_assessment
from placecheck.storage.journal.logs import ASKED, PERSPECTIVES, current_value
from placecheck.storage.journal.texts import check_texts
from placecheck.storage.journal.validate import check_indicator, check_perspective
from placecheck.storage.journal.writer import AssessmentWriter
from placecheck.storage.parts.base import StorePart
from placecheck.storage.values import ChosenPerspectives, ChosenQuestions, Saved
from placecheck.words import say, storing


class Questions(StorePart):
    """The part of the store that knows which questions an assessment asks."""

    def save_asked(self, assessment_id: str, indicators: Sequence[str], by: str) -> Saved:
        """Ask these indicators from now on, and no others; what was answered of others is kept, and not counted.

        Raises:
            NotHereError: There is no such assessment.
            DoesNotFitError: The list is empty, or an indicator cannot be asked here.
        """
        with self._step(assessment_id, by) as step:
            return choose_questions(step, indicators)

    def save_perspectives(self, assessment_id: str, offered: Sequence[str], names: Mapping[str, str], by: str) -> Saved:
        """Offer these perspectives from now on (none named: all), in the group's `names` for some, by id.

        Whoever speaks from one already goes on to.

        Raises:
            NotHereError: There is no such assessment.
            DoesNotFitError: The rubric does not have one of them, or two would share a name.
        """
        with self._step(assessment_id, by) as step:
            return choose_perspectives(step, offered, names)

    def asked_rubric(self, assessment_id: str) -> Rubric:
        """Return the rubric as the group asks it, own words included.

        Raises:
            NotHereError: There is no such assessment.
        """
        with self._database.read() as connection:
            row = assessment_row(connection, assessment_id)
            return asked_in(connection, row, self._editions.get(connection, row["edition_key"]))


def choose_questions(step: AssessmentWriter, indicators: Sequence[str]) -> Saved:
    """Let the assessment ask these indicators.

    Raises:
        DoesNotFitError: The list is empty, or one of them cannot be asked here.
    """
    if not indicators:
        raise DoesNotFitError(say(storing.ASK_SOMETHING))
    for id_ in indicators:
        check_indicator(step, id_)
    return step.change(ASKED, {}, ChosenQuestions(ids=tuple(dict.fromkeys(indicators))))


def choose_perspectives(step: AssessmentWriter, offered: Sequence[str], names: Mapping[str, str]) -> Saved:
    """Let the assessment offer these perspectives, in these words.

    Raises:
        DoesNotFitError: The rubric does not have one of them, or two would share a name.
    """
    for id_ in (*offered, *names):
        check_perspective(step.rubric, id_)
    listed, renamed = perspectives_in_rubric_order(step.rubric, offered, names)
    try:
        chosen = ChosenPerspectives(offered=listed, names=renamed)
    except ValidationError as error:
        raise DoesNotFitError(say(storing.NOT_KEPT, why=error.errors()[0]["msg"])) from None
    check_texts(chosen.names.values())
    shared = alike(step.rubric, chosen.names) if chosen.names else None
    if shared is not None:
        raise DoesNotFitError(say(storing.ALIKE, name=shared))
    return step.change(PERSPECTIVES, {}, chosen if listed or renamed else None)


def add_questions(step: AssessmentWriter, indicators: Sequence[str]) -> None:
    """Let the assessment ask these indicators too, where it does not ask them yet."""
    _, chosen = current_value(step.connection, ASKED, step.id, {})
    row = assessment_row(step.connection, step.id)
    if chosen is None and row["round"] == "full":
        return
    now = chosen.ids if chosen is not None else _questions_of_set(step)
    more = [id_ for id_ in indicators if id_ not in now]
    if more:
        step.change(ASKED, {}, ChosenQuestions(ids=(*now, *more)))


def _questions_of_set(step: AssessmentWriter) -> tuple[str, ...]:
    """Return what a short set asks now: the starters and what was answered beyond them."""
    row = assessment_row(step.connection, step.id)
    rubric = asked_in(step.connection, row, step.rubric)
    return named_questions(rubric, whole_assessment(step.connection, row, step.rubric))
