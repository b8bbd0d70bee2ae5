"""A whole assessment: from a rubric and what was answered to a result."""

from __future__ import annotations

import math
from collections.abc import Sequence

from placecheck.assessment.model import Assessment
from placecheck.rubric.model import Dimension, Indicator, Rubric
from placecheck.scoring.dimension import score_dimension
from placecheck.scoring.indicator import score_indicator
from placecheck.scoring.result import DimensionResult, Result
from placecheck.scoring.weights import weighted_mean, whole


def score(rubric: Rubric, assessment: Assessment) -> Result:
    """What `assessment` adds up to under `rubric`, whose indicators and ladder it must fit."""
    dimensions = tuple(_dimension(rubric, dimension, assessment) for dimension in rubric.dimensions)
    return Result(
        rubric_id=rubric.id,
        edition=rubric.edition,
        fingerprint=rubric.fingerprint,
        place=assessment.place.name,
        voices=len(assessment.voices),
        round=assessment.round,
        dimensions=dimensions,
        unequal_weights=unequal_weights(rubric),
        overall=overall(rubric, dimensions),
        overall_kind=rubric.scoring.overall,
    )


def asked(dimension: Dimension, assessment: Assessment) -> tuple[Indicator, ...]:
    """The indicators of the round: all, or in a starter round the starters and whatever was answered beyond them."""
    if assessment.round == "full":
        return dimension.indicators
    beyond = set(assessment.agreed).union(*(voice.answers for voice in assessment.voices))
    return tuple(one for one in dimension.indicators if one.starter or one.id in beyond)


def _dimension(rubric: Rubric, dimension: Dimension, assessment: Assessment) -> DimensionResult:
    indicators = asked(dimension, assessment)
    results = [
        score_indicator(
            one.id,
            rubric.steps,
            [voice.answers.get(one.id) for voice in assessment.voices],
            assessment.agreed.get(one.id),
        )
        for one in indicators
    ]
    return score_dimension(dimension.id, results, [one.weight for one in indicators], rubric.scoring.min_coverage)


def unequal_weights(rubric: Rubric) -> tuple[tuple[str, str], ...]:
    """Id and weight of every dimension and indicator, where any two of a kind differ; else nothing."""
    dimensions = [(one.id, one.weight) for one in rubric.dimensions]
    indicators = [(one.id, one.weight) for one in rubric.indicators()]
    if all(len({weight for _, weight in kind}) == 1 for kind in (dimensions, indicators)):
        return ()
    return tuple((id_, str(weight)) for id_, weight in (*dimensions, *indicators))


def overall(rubric: Rubric, dimensions: Sequence[DimensionResult]) -> float | None:
    """Rule 9: a total only where the rubric asks for one, and only where every applicable dimension has a reading."""
    weights = whole(tuple(one.weight for one in rubric.dimensions))
    applicable = [
        (one.reading, weight) for one, weight in zip(dimensions, weights, strict=True) if one.status != "not_here"
    ]
    read = [(reading, weight) for reading, weight in applicable if reading is not None]
    if rubric.scoring.overall == "none" or not read or len(read) < len(applicable):
        return None
    values, shares = zip(*read, strict=True)
    if rubric.scoring.overall == "arithmetic":
        return weighted_mean(values, shares)
    if min(values) == 0:
        return 0.0
    return math.exp(math.fsum(math.log(value) * share for value, share in read) / sum(shares))
