"""Voices that came in a file, all of their rows at once; `AssessmentWriter.add` looks at each row by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from placecheck.assessment import Answer, Voice
from placecheck.storage.engine.prepared import PreparedStatement
from placecheck.storage.journal.logs import ANSWER, PERSPECTIVE, append_statement
from placecheck.storage.journal.texts import check_texts
from placecheck.storage.journal.validate import check_indicator, check_perspective
from placecheck.storage.journal.writer import AssessmentWriter
from placecheck.storage.schema import tables

AT_ONCE = 500
"""How many voices are written at once, so that a large file does not fill the memory."""

_ADD_VOICE = PreparedStatement(tables.voice.insert())


def add_new_voices(step: AssessmentWriter, voices: Sequence[Voice]) -> None:
    """Add `voices`, with all that they say, to an assessment that has none of them.

    Raises:
        DoesNotFitError: What a voice says does not fit the rubric.
    """
    for first in range(0, len(voices), AT_ONCE):
        _add(step, voices[first : first + AT_ONCE])


def _add(step: AssessmentWriter, voices: Sequence[Voice]) -> None:
    rows: tuple[list[dict[str, Any]], ...] = ([], [], [])
    people, standpoints, answers = rows
    common = step.common()
    numbers = iter(step.take_numbers(sum(1 + len(voice.answers) for voice in voices)))
    for voice, number in zip(voices, step.take_voice_numbers(len(voices)), strict=True):
        check_perspective(step.rubric, voice.perspective)
        _check_answers(step, voice.answers)
        people.append({"assessment_id": step.id, "id": voice.id, "number": number, **_counts(voice), "removed": False})
        about = {**common, "voice_id": voice.id}
        standpoint = {"perspective": voice.perspective, "paper": voice.paper}
        standpoints.append({**about, "sequence": next(numbers), **standpoint})
        answers += [
            {**about, "sequence": next(numbers), "indicator": indicator, **vars(answer)}
            for indicator, answer in voice.answers.items()
        ]
    statements = (_ADD_VOICE, append_statement(PERSPECTIVE), append_statement(ANSWER))
    for statement, added in zip(statements, rows, strict=True):
        if added:
            statement.run(step.connection, *added)


def _check_answers(step: AssessmentWriter, answers: Mapping[str, Answer]) -> None:
    known, steps = step.rubric.by_id, step.rubric.steps
    for indicator, answer in answers.items():
        if indicator not in known or (answer.level is not None and answer.level >= steps):
            check_indicator(step, indicator, answer.level)
        if answer.story or answer.not_for:
            check_texts((answer.story, answer.not_for))


def _counts(voice: Voice) -> dict[str, int]:
    answers = voice.answers.values()
    return {
        "answered": sum(answer.is_given for answer in answers),
        "said": sum(answer.says_something for answer in answers),
    }
