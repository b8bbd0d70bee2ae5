"""The method's worked examples: five levels, equal weights, least coverage 0.6."""

from __future__ import annotations

import pytest

from placecheck.scoring import score

FIVE = ["a", "b", "c", "d", "e"]

DIMENSION = [
    # answers of one voice to five indicators; reading, low, high, coverage
    ([4, 4, 4, "dont_know", "dont_know"], (4.0, 2.4, 4.0, 0.6)),
    ([4, 4, "dont_know", "dont_know", "dont_know"], (None, 1.6, 4.0, 0.4)),
    ([3, "not_here", 1, "not_here", 2], (2.0, 2.0, 2.0, 1.0)),
]

INDICATOR = [
    # answers of the voices to one indicator, None where one answered only another; what was agreed; reading, low, high
    ([0, 1, 3, 4], {}, (2.0, 2.0, 2.0)),
    ([3, 3, 4, "dont_know", None], {}, (3.0, 3.0, 4.0)),
    ([1, 4], {"a": 2}, (2.0, 2.0, 2.0)),
]


@pytest.mark.parametrize(("answers", "expected"), DIMENSION)
def test_a_dimension_comes_out_as_the_method_says(make_rubric, make_assessment, answers, expected):
    assessment = make_assessment(dict(zip(FIVE, answers, strict=True)))

    found = score(make_rubric({"one": FIVE}), assessment).as_json()["dimensions"][0]

    assert (found["reading"], found["low"], found["high"], found["coverage"]) == expected
    assert found["status"] == ("not_enough_answers" if expected[0] is None else "ok")


@pytest.mark.parametrize(("answers", "agreed", "expected"), INDICATOR)
def test_an_indicator_comes_out_as_the_method_says(make_rubric, make_assessment, answers, agreed, expected):
    voices = [{"b": 0} if answer is None else {"a": answer, "b": 0} for answer in answers]

    found = score(make_rubric({"one": ["a", "b"]}), make_assessment(*voices, agreed=agreed)).as_json()

    indicator, _ = found["dimensions"][0]["indicators"]
    assert (indicator["reading"], indicator["low"], indicator["high"]) == expected
    assert indicator["status"] == "ok"
