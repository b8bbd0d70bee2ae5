"""Next steps: what the group of an assessment will try. The code and the files call each one an action."""

from __future__ import annotations

from placecheck.assessment import Action
from placecheck.storage.errors import NotHereError
from placecheck.storage.journal.load import assessment_row
from placecheck.storage.journal.logs import ACTION, all_current_values, current_value
from placecheck.storage.journal.validate import check_indicator
from placecheck.storage.journal.writer import AssessmentWriter
from placecheck.storage.parts.base import StorePart
from placecheck.storage.values import Saved
from placecheck.words import say, storing


class NextSteps(StorePart):
    """The part of the store that knows what a group will try. `by` names the screen or file that it comes from."""

    def actions(self, assessment_id: str) -> dict[int, Action]:
        """Return the actions by their ids, in the order in which they were first written.

        Raises:
            NotHereError: There is no such assessment.
        """
        with self._database.read() as connection:
            assessment_row(connection, assessment_id)
            entry = {key["action"]: action for key, action in all_current_values(connection, ACTION, assessment_id)}
        return dict(sorted(entry.items()))

    def add_action(self, assessment_id: str, action: Action, by: str) -> int:
        """Keep one more thing to try; its id within the assessment.

        Raises:
            NotHereError: There is no such assessment.
            DoesNotFitError: It is about an indicator that is not asked here.
        """
        with self._step(assessment_id, by) as step:
            _check_action(step, action)
            return step.add(ACTION, {"action": step.next}, action).sequence

    def change_action(self, assessment_id: str, action_id: int, action: Action, by: str) -> Saved:
        """Keep an action in other words.

        Raises:
            NotHereError: There is no such assessment or action.
            DoesNotFitError: It is about an indicator that is not asked here.
        """
        with self._step(assessment_id, by) as step:
            _check_action(step, action)
            return _change_action(step, action_id, action)

    def remove_action(self, assessment_id: str, action_id: int, by: str) -> Saved:
        """Take an action out; history still has it.

        Raises:
            NotHereError: There is no such assessment or action.
        """
        with self._step(assessment_id, by) as step:
            return _change_action(step, action_id, None)


def _check_action(step: AssessmentWriter, action: Action) -> None:
    if action.indicator is not None:
        check_indicator(step, action.indicator)


def _change_action(step: AssessmentWriter, action_id: int, action: Action | None) -> Saved:
    _, before = current_value(step.connection, ACTION, step.id, {"action": action_id})
    if before is None:
        raise NotHereError(say(storing.NO_ACTION, id=action_id))
    return step.change(ACTION, {"action": action_id}, action)
