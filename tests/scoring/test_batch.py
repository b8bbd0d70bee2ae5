"""The batch path gives what the one-by-one path gives, in every digit."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from placecheck.scoring import score
from placecheck.scoring.arrays import DONT_KNOW, NOT_HERE, NOTHING, RATHER_NOT_SAY, SKIPPED, Batch, encode_batch
from placecheck.scoring.batch import DIMENSION_STATUS, INDICATOR_STATUS, score_batch


def as_one_by_one(rubric, scored, place):
    """What a batch holds of one place, in the form of `expected`."""
    indicators, dimensions = scored
    ids = [one.id for one in rubric.indicators()]
    status = [INDICATOR_STATUS[code] for code in indicators.status[:, place]]
    halves = zip(indicators.reading[:, place], indicators.low[:, place], indicators.high[:, place], strict=True)
    levels = [(None if reading < 0 else reading / 2, low / 2, high / 2) for reading, low, high in halves]
    found = {
        id_: (said, *numbers) for id_, said, numbers in zip(ids, status, levels, strict=True) if said != "not_asked"
    }
    for d, dimension in enumerate(rubric.dimensions):
        values = [float(part[d, place]) for part in dimensions[:4]]
        numbers = [None if math.isnan(value) else value for value in values]
        found[dimension.id] = (DIMENSION_STATUS[dimensions.status[d, place]], *numbers)
    return found


def expected(rubric, assessment):
    result = score(rubric, assessment)
    found = {one.id: (one.status, one.reading, one.low, one.high) for one in result.indicators()}
    return found | {one.id: (one.status, one.reading, one.low, one.high, one.coverage) for one in result.dimensions}


@given(st.data())
def test_a_batch_equals_one_by_one_in_every_digit(some_rubrics, assessments_of, data):
    rubric = data.draw(some_rubrics)
    several = data.draw(st.lists(assessments_of(rubric), min_size=1, max_size=5))

    scored = score_batch(rubric, encode_batch(rubric, several))

    for place, assessment in enumerate(several):
        assert as_one_by_one(rubric, scored, place) == expected(rubric, assessment)


@pytest.mark.parametrize("voices", [63, 64, 130])
def test_counting_many_voices_overflows_no_small_number(make_rubric, make_assessment, voices):
    rubric = make_rubric({"one": ["a", "b", "c"]})
    assessment = make_assessment(*[{"a": 4, "b": 0 if n % 2 else "dont_know", "c": "not_here"} for n in range(voices)])

    scored = score_batch(rubric, encode_batch(rubric, [assessment]))

    assert as_one_by_one(rubric, scored, 0) == expected(rubric, assessment)


@pytest.mark.parametrize("weight", [1, 12, 999.999])
def test_heavy_weights_overflow_no_small_number(make_rubric, make_assessment, weight):
    ids = [f"i{n}" for n in range(40)]
    rubric = make_rubric({"one": ids}, indicators={id_: {"weight": weight} for id_ in ids[1:]}, steps=7)
    assessment = make_assessment(dict.fromkeys(ids, 6))

    scored = score_batch(rubric, encode_batch(rubric, [assessment]))

    assert as_one_by_one(rubric, scored, 0) == expected(rubric, assessment)


def test_agreed_and_asked_may_be_left_out_of_a_batch(make_rubric):
    answers = np.array([[[4, DONT_KNOW], [2, NOT_HERE]], [[4, SKIPPED], [NOTHING, NOTHING]]], np.int8)

    indicators, dimensions = score_batch(make_rubric({"one": ["a", "b"]}), Batch(answers))

    assert indicators.reading.tolist() == [[8, -1], [4, -1]]
    assert [INDICATOR_STATUS[code] for code in indicators.status[:, 1]] == ["no_reading", "not_here"]
    assert dimensions.reading[0, 0] == 3


def test_an_assessment_is_encoded_row_by_row(make_rubric, make_assessment):
    rubric = make_rubric({"one": ["a", "b"], "two": ["c"]}, indicators={"a": {"starter": True}})
    one = make_assessment({"a": 3, "b": "rather_not_say"}, {"a": {"story": "We met there."}}, agreed={"b": "not_here"})
    other = make_assessment({"a": "dont_know"}, agreed={"a": {"not_agreed": "two camps"}}, question_set="starter")

    batch = encode_batch(rubric, [one, other])

    assert batch.answers[:, :, 0].tolist() == [[3, RATHER_NOT_SAY, SKIPPED], [SKIPPED, SKIPPED, SKIPPED]]
    assert batch.answers[:, :, 1].tolist() == [[DONT_KNOW, SKIPPED, SKIPPED], [NOTHING, NOTHING, NOTHING]]
    assert batch.agreed.T.tolist() == [[NOTHING, NOT_HERE, NOTHING], [NOTHING, NOTHING, NOTHING]]
    assert batch.asked.T.tolist() == [[True, True, True], [True, False, False]]


def test_no_assessment_at_all_is_an_empty_batch(make_rubric):
    rubric = make_rubric({"one": ["a", "b"]})
    indicators, dimensions = score_batch(rubric, encode_batch(rubric, []))
    assert indicators.reading.shape == (2, 0)
    assert dimensions.reading.shape == (1, 0)
