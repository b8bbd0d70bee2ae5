"""An assessment as it may leave the store: without what its workshop keeps from everyone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from placecheck.assessment.perspectives import as_asked
from placecheck.assessment.redaction import without_hidden_indicators, without_questions
from placecheck.errors import refuse
from placecheck.words import say, workshop_page

if TYPE_CHECKING:
    from placecheck.assessment import Assessment
    from placecheck.rubric import Rubric
    from placecheck.storage import Store


def exportable_assessment(store: Store, id_: str) -> tuple[Rubric, Assessment]:
    """Return the assessment as its workshop shows it, and its rubric.

    Raises:
        InputError: Answers of it wait to be shown.
    """
    rubric, assessment, hidden = store.rubric_of(id_), store.assessment(id_), store.hidden_answers_in(id_)
    if hidden is None:
        return rubric, assessment
    if hidden.hides_everything:
        raise refuse(assessment.place.name, 0, "", say(workshop_page.ANSWERS_HIDDEN), say(workshop_page.SHOW_FIRST))
    rubric_asked = as_asked(rubric, assessment)
    return without_questions(rubric, hidden.indicators), without_hidden_indicators(
        rubric_asked, assessment, hidden.indicators
    )
