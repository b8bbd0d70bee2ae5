"""Counts of parts add up to those of the whole, and say what a look at every place says."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from placecheck.exchange.sample import made_up_assessments
from placecheck.network.counts import count_part
from placecheck.network.packed_part import PackedAssessment, PackedPart, packed_assessment, packed_parts
from placecheck.network.spread import QUARTERS, Spread, network_spread, spread_of
from placecheck.rubric import find_rubric
from placecheck.scoring import score

RUBRIC = find_rubric()
PLACES = 24


def packed(seed: int, n: int) -> list[PackedAssessment]:
    """Made-up assessments, every fifth one another of the place before it."""
    places: dict[str, int] = {}
    return [
        packed_assessment(places.setdefault(assessment.place.name, len(places)), RUBRIC, assessment)
        for assessment in made_up_assessments(RUBRIC, n, seed)
    ]


def one_part(assessments: Sequence[PackedAssessment]) -> PackedPart:
    (part,) = packed_parts(assessments)
    return part


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, PLACES - 1))
def test_counts_of_two_parts_add_up_to_those_of_the_whole(equal, seed, cut):
    assessments = packed(seed, PLACES)
    in_both = {item.about.place for item in assessments[:cut]} & {item.about.place for item in assessments[cut:]}
    cut += sum(item.about.place in in_both for item in assessments[cut:])
    parts = [count_part(one_part(some).load()) for some in (assessments[:cut], assessments[cut:]) if some]
    together = parts[0] if len(parts) == 1 else parts[0] + parts[1]
    assert equal(together, count_part(one_part(assessments).load()))


def test_each_place_counts_once_by_its_newest_assessment_and_as_score_reads_it():
    newest = {assessment.place.name: assessment for assessment in made_up_assessments(RUBRIC, PLACES, 3)}
    made = network_spread(RUBRIC, count_part(one_part(packed(3, PLACES)).load()))
    results = [score(RUBRIC, assessment) for assessment in newest.values()]
    assert (made.places, made.assessments) == (len(newest), PLACES)
    by_hand = [item.id for result in results for item in result.indicators() if item.reading is not None]
    for id_, of in zip(RUBRIC.by_id, made.groups[0].spreads, strict=True):
        assert of.places == by_hand.count(id_)


@given(st.lists(st.integers(0, 8), max_size=60), st.integers(0, 12))
def test_quarters_from_counts_are_those_of_the_readings(half_levels, minimum):
    found = spread_of(np.bincount(half_levels, minlength=9), minimum)
    if len(half_levels) < max(1, minimum):
        assert found == Spread(len(half_levels), None, None, None)
    else:
        quarters = np.percentile(half_levels, QUARTERS, method="inverted_cdf") / 2
        assert found == Spread(len(half_levels), *quarters.tolist())


def test_nothing_is_said_of_fewer_places_than_the_minimum():
    made = network_spread(RUBRIC, count_part(one_part(packed(5, 60)).load()))
    assert made.small_groups > 0
    for group in made.groups:
        assert group.by == "all" or group.places >= made.minimum
        assert all(of.middle is None for of in group.spreads if of.places < made.minimum)
    assert all(moves.lower is None for year in made.years for moves in year.moves if moves.places < made.minimum)


def test_what_moved_is_counted_on_the_places_that_have_both_years():
    first = next(made_up_assessments(RUBRIC, 1, 9, voices=1, question_set="full"))
    id_ = next(id_ for id_, answer in first.voices[0].answers.items() if answer.level == 1)
    answer = first.voices[0].answers[id_].model_copy(update={"level": 3})
    voice = first.voices[0].model_copy(update={"answers": {**first.voices[0].answers, id_: answer}})
    again = first.model_copy(update={"voices": (voice,), "date": first.date.replace(year=first.date.year + 2)})
    counts = count_part(one_part([packed_assessment(0, RUBRIC, item) for item in (again, first)]).load())
    ((years, table),) = counts.moves.items()
    assert years == (first.date.year, first.date.year + 2)
    row = list(RUBRIC.by_id).index(id_)
    half_levels, same = 2 * RUBRIC.steps - 2, table.shape[1] // 2
    assert (same, table[row].tolist().index(1) - same) == (half_levels, 4)
