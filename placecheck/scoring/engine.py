"""A whole assessment: from a rubric and what was answered to a result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from placecheck.assessment.asked import asked_ids, counted_voices, is_asked_of
from placecheck.assessment.model import Answer, Assessment, Voice
from placecheck.rubric.model import Dimension, Indicator, Rubric
from placecheck.scoring.dimension import score_dimension
from placecheck.scoring.indicator import score_indicator
from placecheck.scoring.overall import score_overall
from placecheck.scoring.result import DimensionResult, Result, UsedWeights
from placecheck.scoring.weights import integer_weights

Asked = Mapping[str, Sequence[Indicator]]
"""The indicators that an assessment asks, under their dimension's id, in the rubric's order."""


def score(rubric: Rubric, assessment: Assessment) -> Result:
    """Score `assessment` under `rubric`, whose indicators and ladder it must fit."""
    ids = asked_ids(rubric, assessment)
    questions = {
        dimension.id: [indicator for indicator in dimension.indicators if indicator.id in ids]
        for dimension in rubric.dimensions
    }
    dimensions = tuple(score_asked(rubric, assessment, id_, indicators) for id_, indicators in questions.items())
    return Result(
        rubric_id=rubric.id,
        edition=rubric.edition,
        fingerprint=rubric.fingerprint,
        place=assessment.place.name,
        voices=len(counted_voices(assessment)),
        question_set=assessment.question_set,
        dimensions=dimensions,
        weights=used_weights(rubric, questions),
        overall=score_overall(rubric, dimensions),
    )


def score_asked(rubric: Rubric, assessment: Assessment, id_: str, indicators: Sequence[Indicator]) -> DimensionResult:
    """Score `indicators`, those asked of the dimension `id_`, from what was answered."""
    voices = counted_voices(assessment)
    results = [
        score_indicator(indicator.id, rubric.steps, answers_to(indicator, voices), assessment.agreed.get(indicator.id))
        for indicator in indicators
    ]
    return score_dimension(id_, results, [indicator.weight for indicator in indicators], rubric.scoring.min_coverage)


def answers_to(indicator: Indicator, voices: Sequence[Voice]) -> list[Answer | None]:
    """Return the answers to `indicator` of those of `voices` who are asked it, None where one has no row."""
    rows = ((voice, voice.answers.get(indicator.id)) for voice in voices)
    return [answer for voice, answer in rows if is_asked_of(indicator, voice, answer)]


def used_weights(rubric: Rubric, questions: Asked) -> UsedWeights:
    """Apply rule 8: the weights within each dimension where two differ, and the dimensions' if a total used them."""
    within = tuple(pair for indicators in questions.values() for pair in _unequal(indicators))
    return UsedWeights(within, () if rubric.scoring.overall == "none" else _unequal(rubric.dimensions))


def _unequal(scored_items: Sequence[Indicator] | Sequence[Dimension]) -> tuple[tuple[str, Decimal], ...]:
    if len(set(integer_weights(tuple(scored.weight for scored in scored_items)))) < 2:
        return ()
    return tuple((scored.id, scored.weight) for scored in scored_items)
