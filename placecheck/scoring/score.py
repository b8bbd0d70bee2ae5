"""A whole assessment: from a rubric and what was answered to a result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from placecheck.assessment.model import Assessment
from placecheck.rubric.model import Dimension, Indicator, Rubric
from placecheck.scoring.dimension import score_dimension
from placecheck.scoring.indicator import score_indicator
from placecheck.scoring.overall import overall
from placecheck.scoring.result import DimensionResult, Result, UsedWeights
from placecheck.scoring.weights import whole

Asked = Mapping[str, Sequence[Indicator]]
"""The indicators of a round, under their dimension's id, in the rubric's order."""


def score(rubric: Rubric, assessment: Assessment) -> Result:
    """What `assessment` adds up to under `rubric`, whose indicators and ladder it must fit."""
    round_ = {dimension.id: asked(dimension, assessment) for dimension in rubric.dimensions}
    dimensions = tuple(score_asked(rubric, assessment, id_, indicators) for id_, indicators in round_.items())
    return Result(
        rubric_id=rubric.id,
        edition=rubric.edition,
        fingerprint=rubric.fingerprint,
        place=assessment.place.name,
        voices=len(assessment.voices),
        round=assessment.round,
        dimensions=dimensions,
        weights=used_weights(rubric, round_),
        overall=overall(rubric, dimensions),
    )


def asked(dimension: Dimension, assessment: Assessment) -> tuple[Indicator, ...]:
    """The indicators of the round: all, or in a starter round the starters and whatever was answered beyond them."""
    if assessment.round == "full":
        return dimension.indicators
    beyond = set(assessment.agreed).union(*(voice.answers for voice in assessment.voices))
    return tuple(one for one in dimension.indicators if one.starter or one.id in beyond)


def score_asked(rubric: Rubric, assessment: Assessment, id_: str, indicators: Sequence[Indicator]) -> DimensionResult:
    """What was answered of `indicators`, those asked of the dimension `id_`, adds up to."""
    steps, agreed = rubric.steps, assessment.agreed
    rows = [voice.answers for voice in assessment.voices]
    results = [
        score_indicator(one.id, steps, [row.get(one.id) for row in rows], agreed.get(one.id)) for one in indicators
    ]
    return score_dimension(id_, results, [one.weight for one in indicators], rubric.scoring.min_coverage)


def used_weights(rubric: Rubric, round_: Asked) -> UsedWeights:
    """Rule 8: the weights within each dimension where two differ, and those of the dimensions if a total used them."""
    within = tuple(pair for indicators in round_.values() for pair in _unequal(indicators))
    return UsedWeights(within, () if rubric.scoring.overall == "none" else _unequal(rubric.dimensions))


def _unequal(ones: Sequence[Indicator] | Sequence[Dimension]) -> tuple[tuple[str, Decimal], ...]:
    if len(set(whole(tuple(one.weight for one in ones)))) < 2:
        return ()
    return tuple((one.id, one.weight) for one in ones)
