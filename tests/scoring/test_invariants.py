"""What holds of every rubric and every assessment: the method's invariants."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from placecheck.assessment import Agreed, Answer, Assessment, Voice, as_json, as_yaml
from placecheck.assessment.asked import named_questions
from placecheck.assessment.file import parse_assessment
from placecheck.assessment.model import NoAnswer
from placecheck.rubric import Rubric
from placecheck.scoring import score
from placecheck.scoring.standouts import find_extremes
from placecheck.source.tree import parsed


def by_id(result):
    """Every number of a result under its id, whatever order it stands in."""
    numbers = {one.id: (one.status, one.reading, one.low, one.high, one.coverage) for one in result.dimensions}
    return numbers, {one.id: one for one in result.indicators()}, result.overall


def bytes_of(rubric, assessment):
    return json.dumps(score(rubric, assessment).as_json(), ensure_ascii=False).encode()


def changed(model, **fields):
    """A copy with other values, checked as any other."""
    return type(model)(**{name: getattr(model, name) for name in type(model).model_fields} | fields)


@given(st.data())
def test_low_reading_and_high_stand_in_order_on_the_ladder(cases, data):
    case = data.draw(cases)
    result = score(case.rubric, case.assessment)
    for one in [*result.dimensions, *result.indicators()]:
        if one.low is not None:
            assert 0 <= one.low <= one.high <= case.rubric.steps - 1
        if one.reading is not None:
            assert one.low <= one.reading <= one.high


@given(st.data())
def test_low_is_high_where_nothing_is_missing(cases, data):
    case = data.draw(cases)
    for dimension in score(case.rubric, case.assessment).dimensions:
        applicable = [one for one in dimension.indicators if one.status != "not_here"]
        for one in applicable:
            gaps = one.no_answer.dont_know + one.no_answer.rather_not_say + one.no_answer.skipped
            if one.reading is not None and (isinstance(one.agreed, int) or not gaps):
                assert one.low == one.reading == one.high
        if applicable and all(one.low == one.high for one in applicable):
            assert dimension.low == dimension.reading == dimension.high


@given(st.data())
def test_a_dimension_has_a_reading_exactly_where_its_coverage_is_enough(cases, data):
    case = data.draw(cases)
    for one in score(case.rubric, case.assessment).dimensions:
        if one.status != "not_here":
            enough = 0 < one.coverage >= float(case.rubric.scoring.min_coverage)
            assert (one.status, one.reading is not None) == ("ok" if enough else "not_enough_answers", enough)


@given(st.data())
def test_the_order_of_voices_answers_and_indicators_changes_nothing(cases, data):
    case = data.draw(cases)

    def shuffled(values):
        return tuple(data.draw(st.permutations(list(values))))

    voices = [changed(voice, answers=dict(shuffled(voice.answers.items()))) for voice in case.assessment.voices]
    agreed = dict(shuffled(case.assessment.agreed.items()))
    dimensions = [changed(one, indicators=shuffled(one.indicators)) for one in case.rubric.dimensions]
    rubric = changed(case.rubric, dimensions=shuffled(dimensions))

    found = score(rubric, changed(case.assessment, voices=shuffled(voices), agreed=agreed))

    expected = score(case.rubric, case.assessment)
    assert by_id(found) == by_id(expected)
    assert find_extremes(rubric, found) == find_extremes(case.rubric, expected)


@given(st.data(), st.sampled_from([Decimal(2), Decimal(7), Decimal(60)]))
def test_scaling_all_weights_changes_nothing(cases, data, factor):
    case = data.draw(cases)

    def scaled(model):
        return changed(model, weight=model.weight * factor)

    dimensions = [scaled(changed(one, indicators=tuple(map(scaled, one.indicators)))) for one in case.rubric.dimensions]
    rubric = changed(case.rubric, dimensions=tuple(dimensions))

    found, expected = score(rubric, case.assessment), score(case.rubric, case.assessment)

    assert by_id(found) == by_id(expected)
    assert find_extremes(rubric, found) == find_extremes(case.rubric, expected)


@given(st.data())
def test_turning_a_dont_know_into_a_level_keeps_low_and_high_inside_the_old_ones(cases, data):
    case = data.draw(cases)
    unknown = [
        (index, id_)
        for index, voice in enumerate(case.assessment.voices)
        for id_, answer in voice.answers.items()
        if answer.no_answer == "dont_know"
    ]
    assume(unknown)
    index, id_ = data.draw(st.sampled_from(unknown))
    level = data.draw(st.integers(0, case.rubric.steps - 1))
    voices = list(case.assessment.voices)
    voices[index] = changed(voices[index], answers=voices[index].answers | {id_: Answer(level=level)})

    old = score(case.rubric, case.assessment)
    new = score(case.rubric, changed(case.assessment, voices=tuple(voices)))

    for before, after in zip([*old.dimensions, *old.indicators()], [*new.dimensions, *new.indicators()], strict=True):
        if before.low is not None:
            assert before.low <= after.low <= after.high <= before.high
        assert (before.status == "not_here") == (after.status == "not_here")


@given(st.data())
def test_the_same_input_gives_the_same_bytes(cases, data):
    case = data.draw(cases)
    again = Rubric.model_validate_json(case.rubric.model_dump_json())
    same = Assessment.model_validate_json(case.assessment.model_dump_json())
    assert bytes_of(case.rubric, case.assessment) == bytes_of(again, same)


@given(st.data())
def test_yaml_and_json_of_an_assessment_give_the_same_bytes(cases, data):
    case = data.draw(cases)

    def read(text, *, is_json):
        return parse_assessment(parsed(text, "place", is_json=is_json), lambda _id, _edition: case.rubric)

    from_yaml = read(as_yaml(case.assessment), is_json=False)
    from_json = read(as_json(case.assessment), is_json=True)

    assert bytes_of(*from_yaml) == bytes_of(*from_json) == bytes_of(case.rubric, case.assessment)


@given(st.data())
def test_a_result_says_which_rubric_and_method_it_came_from(cases, data):
    case = data.draw(cases)
    found = score(case.rubric, case.assessment).as_json()
    assert found["rubric"] == {
        "id": case.rubric.id,
        "edition": case.rubric.edition,
        "fingerprint": case.rubric.fingerprint,
    }
    assert found["method"] == "2"


@given(st.data())
def test_json_holds_the_keys_that_scripts_rely_on(cases, data):
    case = data.draw(cases)
    found = score(case.rubric, case.assessment).as_json()
    assert {"rubric", "method", "place", "voices", "dimensions"} <= found.keys()
    for dimension in found["dimensions"]:
        assert {"id", "status", "reading", "low", "high", "coverage", "indicators"} <= dimension.keys()
        for one in dimension["indicators"]:
            keys = {"id", "status", "reading", "low", "high", "agreed", "counts", "no_answer", "agreement"}
            assert keys <= one.keys()
            assert one["no_answer"].keys() == {*get_args(NoAnswer), "skipped", "story_only"}


def test_json_says_each_number_as_it_was_scored(make_rubric, make_assessment):
    scored = score(
        make_rubric({"d": ["i"]}), make_assessment(*({"i": level} for level in [0, 1, 1, 2, 3, 3, 3, 4] * 3))
    )
    (indicator,), (shown,) = scored.indicators(), scored.as_json()["dimensions"][0]["indicators"]
    for name in ("reading", "low", "high", "agreement", "quartile_range"):
        assert shown[name] == pytest.approx(getattr(indicator, name), abs=1e-6), name
    assert indicator.agreement is not None


@given(st.data())
def test_what_was_agreed_never_changes_what_the_voices_are_counted_as(cases, data):
    case = data.draw(cases)
    agreed = {one.id: Agreed(level=0) for one in case.rubric.indicators()}
    with_agreed = score(case.rubric, changed(case.assessment, agreed=agreed))
    counted = {one.id: (one.counts, one.no_answer, one.agreement) for one in with_agreed.indicators()}
    for one in score(case.rubric, case.assessment).indicators():
        assert counted[one.id] == (one.counts, one.no_answer, one.agreement)


@given(st.data())
def test_voices_that_said_nothing_change_nothing(cases, data):
    case = data.draw(cases)
    joined = [
        Voice(id=f"joined-{n}", perspective=data.draw(st.sampled_from([None, "resident", "council"])), answers=answers)
        for n, answers in enumerate([{}, {next(case.rubric.indicators()).id: Answer(sure="fairly")}])
    ]
    voices = data.draw(st.permutations([*case.assessment.voices, *joined]))

    with_them = bytes_of(case.rubric, changed(case.assessment, voices=tuple(voices)))

    speaking = tuple(voice for voice in case.assessment.voices if voice.answers)
    assert with_them == bytes_of(case.rubric, changed(case.assessment, voices=speaking))


@given(st.data())
def test_taking_an_indicator_off_the_list_leaves_every_other_as_it_was(cases, data):
    case = data.draw(cases)
    listed = named_questions(case.rubric, case.assessment)
    assume(len(listed) > 1)
    off = data.draw(st.sampled_from(listed))
    fewer = changed(case.assessment, asked=tuple(id_ for id_ in listed if id_ != off))

    before, after = score(case.rubric, case.assessment), score(case.rubric, fewer)

    assert [one for one in before.indicators() if one.id != off] == list(after.indicators())
    assert before.voices == after.voices


@given(st.data())
def test_only_what_was_asked_is_listed_in_the_order_of_the_rubric(cases, data):
    case = data.draw(cases)
    listed = [one.id for one in score(case.rubric, case.assessment).indicators()]
    assert listed == [one.id for one in case.rubric.indicators() if one.id in named_questions(*case_parts(case))]
    if case.assessment.asked:
        assert tuple(listed) == case.assessment.asked


def case_parts(case):
    return case.rubric, case.assessment


@given(st.data())
def test_everyone_counted_on_a_question_said_something_or_was_asked_and_did_not(cases, data):
    case = data.draw(cases)
    result = score(case.rubric, case.assessment)
    for one in result.indicators():
        none = one.no_answer
        assert sum(one.counts) + none.gaps + none.not_here <= result.voices
        assert none.story_only <= none.skipped
