"""What a voice is asked, dimension by dimension, and how far it has come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from placecheck.assessment import Assessment, Voice
from placecheck.assessment.asked import asked_ids, is_asked_by_rule
from placecheck.rubric import Indicator, Rubric
from placecheck.views.questionnaire.answering import answer_parts
from placecheck.words import answering as w
from placecheck.words import say

SAME_FROM = 5
"""From how many levels on, all alike, a second look is worth asking for."""

_OPEN = {name: f"{{{name}}}" for name in ("done", "total", "name")}
"""What the browser fills in by itself."""


@dataclass(frozen=True, slots=True)
class DimensionProgress:
    """One dimension and what the assessment asks of it."""

    id: str
    name: str
    about: str
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class ProgressView:
    """What is counted: the questions of each dimension by its name, those of the page, and the choices made so far.

    `not_asked` are those that the voice is not asked: one of them counts once it is answered.
    `choices` has whatever was answered, empty where that was without a choice. `same_from` is how many levels of the
    page, all alike, ask for a second look.
    """

    dimensions: tuple[tuple[str, tuple[str, ...]], ...]
    current: tuple[str, ...]
    not_asked: tuple[str, ...]
    choices: dict[str, str]
    same_from: int
    words: dict[str, str]


def dimensions_asked(rubric: Rubric, assessment: Assessment) -> tuple[DimensionProgress, ...]:
    """Return every dimension that the assessment asks of, in the rubric's order."""
    ids = asked_ids(rubric, assessment)
    questions = {
        rubric_dimension.id: tuple(indicator for indicator in rubric_dimension.indicators if indicator.id in ids)
        for rubric_dimension in rubric.dimensions
    }
    dimensions = (
        DimensionProgress(
            rubric_dimension.id, rubric_dimension.name, rubric_dimension.about, questions[rubric_dimension.id]
        )
        for rubric_dimension in rubric.dimensions
    )
    return tuple(progress for progress in dimensions if progress.indicators)


def progress_view(
    dimensions: Sequence[DimensionProgress], current_dimension: DimensionProgress, voice: Voice
) -> ProgressView:
    """Return how far `voice` has come, on the page of `current_dimension`."""

    def ids(dimension: DimensionProgress) -> tuple[str, ...]:
        return tuple(indicator.id for indicator in dimension.indicators)

    return ProgressView(
        dimensions=tuple((dimension.name, ids(dimension)) for dimension in dimensions),
        current=ids(current_dimension),
        not_asked=tuple(
            indicator.id
            for dimension in dimensions
            for indicator in dimension.indicators
            if not is_asked_by_rule(indicator, voice)
        ),
        choices={id_: answer_parts(answer)["choice"] for id_, answer in voice.answers.items()},
        same_from=SAME_FROM,
        words={name: say(words, **_OPEN) for name, words in w.COUNTED.items()},
    )


def voice_name(rubric: Rubric, voice: Voice, index: int, *, hidden: bool = False) -> str:
    """Return what `voice`, at `index` (from 0) among those who answer, is called on screen; never a person's name.

    It says from where they speak, unless that is `hidden`.
    """
    perspective = next(
        (
            listed_perspective.name
            for listed_perspective in rubric.perspectives
            if listed_perspective.id == voice.perspective and not hidden
        ),
        None,
    )
    if perspective is None:
        return say(w.VOICE_NAMED, n=index + 1)
    return say(w.VOICE_FROM, n=index + 1, perspective=perspective)
