"""What an assessment asks, and whom it counts: decided once, for scoring, screens, forms, prints and files alike."""

from __future__ import annotations

from collections.abc import Collection

from placecheck.assessment.model import Answer, Assessment, QuestionSet, Voice
from placecheck.rubric.model import Indicator, Rubric

QuestionList = QuestionSet | tuple[str, ...]
"""What a form asks: a whole set by its name, or the ids of the questions that a group chose."""


def counted_voices(assessment: Assessment) -> tuple[Voice, ...]:
    """Return the voices that said something; one that only joined is in no count, no range and no list."""
    return tuple(voice for voice in assessment.voices if voice.says_something)


def asked_indicators(rubric: Rubric, assessment: Assessment) -> tuple[Indicator, ...]:
    """Return the indicators that `assessment` asks, in the order of `rubric`, which is as the group asks it.

    They are those that it names; else all of a full set, or of a short one the starters and what was answered beyond.
    """
    ids = asked_ids(rubric, assessment)
    return tuple(indicator for indicator in rubric.indicators() if indicator.id in ids)


def asked_ids(rubric: Rubric, assessment: Assessment) -> frozenset[str]:
    """Return the ids of what `assessment` asks."""
    if assessment.asked:
        return frozenset(assessment.asked)
    if assessment.question_set == "full":
        return frozenset(rubric.by_id)
    return frozenset({*question_set(rubric, "starter"), *assessment.agreed}).union(
        *(voice.answers for voice in counted_voices(assessment))
    )


def question_set(rubric: Rubric, questions: QuestionList) -> tuple[str, ...]:
    """Return the ids of the short set, the full set or the chosen questions, in the order of `rubric`."""
    if isinstance(questions, tuple):
        return tuple(indicator.id for indicator in rubric.indicators() if indicator.id in questions)
    return tuple(indicator.id for indicator in rubric.indicators() if questions == "full" or indicator.starter)


def question_list(rubric: Rubric, assessment: Assessment) -> QuestionList:
    """Return what forms of `assessment` ask: its set where it asks just that, else its questions one by one."""
    questions = named_questions(rubric, assessment)
    is_whole_set = not assessment.asked and questions == question_set(rubric, assessment.question_set)
    return assessment.question_set if is_whole_set else questions


def named_questions(rubric: Rubric, assessment: Assessment) -> tuple[str, ...]:
    """Return the ids of what `assessment` asks, in the order of `rubric`: what `asked` would hold, were it written."""
    return tuple(indicator.id for indicator in asked_indicators(rubric, assessment))


def in_rubric_order(rubric: Rubric, ids: Collection[str]) -> tuple[str, ...]:
    """Return `ids` in the order of `rubric`, and at the end those that it does not ask any more."""
    known = [indicator.id for indicator in rubric.indicators() if indicator.id in ids]
    return (*known, *(id_ for id_ in dict.fromkeys(ids) if id_ not in rubric.by_id))


def is_asked_of(indicator: Indicator, voice: Voice, answer: Answer | None) -> bool:
    """Return whether `voice` counts on `indicator`: not if its perspective is not asked and it gave no answer."""
    return (answer is not None and answer.is_given) or is_asked_by_rule(indicator, voice)


def is_asked_by_rule(indicator: Indicator, voice: Voice) -> bool:
    """Return whether `indicator` is asked of the perspective of `voice`, whatever the voice did or did not answer."""
    return is_meant_for(indicator.perspectives, voice.perspective)


def is_meant_for(perspectives: Collection[str], perspective: str | None) -> bool:
    """Return whether a question for these `perspectives`, or for all where none is named, is meant for one of them.

    Whoever gave no perspective is asked everything.
    """
    return perspective is None or not perspectives or perspective in perspectives


def meant_for_names(rubric: Rubric, indicator: Indicator) -> str:
    """Return the names of the perspectives that `indicator` is meant for; empty where it is meant for everyone.

    They are those of them that people may choose here; where they may choose none of them, all.
    """
    meant = [entry for entry in rubric.perspectives if entry.id in indicator.perspectives]
    chosen = [entry for entry in rubric.offered_perspectives() if entry in meant]
    return ", ".join(entry.name for entry in chosen or meant)


def answered_ids(voice: Voice) -> frozenset[str]:
    """Return the indicators to which a voice gave a level or a no-answer; a story alone is neither."""
    return frozenset(id_ for id_, answer in voice.answers.items() if answer.is_given)
