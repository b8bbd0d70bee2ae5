"""Everything that the file of an assessment holds, put into one that was just begun."""

from __future__ import annotations

from placecheck.assessment import Assessment
from placecheck.assessment.customisation import ever_asked
from placecheck.storage.journal.logs import ACTION, AGREED, CAUSE, OWN_WORDS, SETTING
from placecheck.storage.journal.new_voices import add_new_voices
from placecheck.storage.journal.validate import check_indicator, check_own_words
from placecheck.storage.journal.writer import AssessmentWriter
from placecheck.storage.parts.questions import choose_perspectives, choose_questions
from placecheck.storage.values import AssessmentDetails


def fill_assessment(step: AssessmentWriter, assessment: Assessment) -> None:
    """Add everything that a file holds, each once, to an assessment that holds none of it yet."""
    words = {"date": assessment.date, "missing_voices": assessment.missing_voices}
    step.add(SETTING, {}, AssessmentDetails(**assessment.place.model_dump(), **words))
    for indicator, own in assessment.own_words.items():
        check_own_words(step.rubric, indicator, own)
        step.add(OWN_WORDS, {"indicator": indicator}, own)
    step.rubric = ever_asked(step.rubric, assessment.own_words)
    if assessment.asked:
        choose_questions(step, assessment.asked)
    if assessment.offered_perspectives or assessment.perspective_names:
        choose_perspectives(step, assessment.offered_perspectives, assessment.perspective_names)
    add_new_voices(step, assessment.voices)
    for indicator, agreed in assessment.agreed.items():
        check_indicator(step, indicator, agreed.level)
        step.add(AGREED, {"indicator": indicator}, agreed)
    for action in assessment.actions:
        if action.indicator is not None:
            check_indicator(step, action.indicator)
        step.add(ACTION, {"action": step.next}, action)
    for indicator, cause in assessment.causes.items():
        check_indicator(step, indicator)
        step.add(CAUSE, {"indicator": indicator}, cause)
