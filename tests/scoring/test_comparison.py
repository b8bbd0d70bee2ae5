"""Rules 11 to 13: results beside each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from placecheck.scoring import score
from placecheck.scoring.comparison import NotComparable, compare, further

TWO = {"one": ["a", "b"], "two": ["c"]}


def ids(comparison):
    return [one.id for one in comparison.indicators]


def readings(comparison, id_):
    return next([place.reading for place in one.results] for one in comparison.dimensions if one.id == id_)


# Rule 11


def test_what_was_asked_in_the_same_words_is_compared(make_rubric, make_assessment):
    rubric = make_rubric(TWO)
    found = compare([(rubric, make_assessment({"a": 1, "b": 3})), (rubric, make_assessment({"a": 4, "b": 4, "c": 0}))])

    assert ids(found) == ["a", "b", "c"]
    assert found.not_comparable == found.moved == ()
    assert readings(found, "one") == [2, 4]
    assert readings(found, "two") == [None, 0]


def test_an_indicator_that_reads_otherwise_is_not_compared(make_rubric, make_assessment):
    old = make_rubric(TWO)
    statement = make_rubric(TWO, edition="2", indicators={"a": {"statement": "Something else holds."}})
    levels = make_rubric(TWO, edition="3", indicators={"a": {"levels": ["none", "few", "some", "most", "all"]}})
    answers = make_assessment({"a": 1, "b": 3, "c": 2})

    found = compare([(old, answers), (statement, answers), (levels, answers)])

    assert found.not_comparable == (NotComparable("a", "reworded", (1, 2)),)
    assert ids(found) == ["b", "c"]


def test_other_typesetting_is_no_other_wording(make_rubric, make_assessment):
    old, new = make_rubric(TWO), make_rubric(TWO, indicators={"a": {"statement": "A  HOLDS"}}, edition="2")
    answers = make_assessment({"a": 1})
    assert compare([(old, answers), (new, answers)]).not_comparable == ()


def test_an_indicator_that_a_rubric_does_not_have_is_not_compared(make_rubric, make_assessment):
    old, new = make_rubric(TWO), make_rubric({"one": ["a", "d"], "two": ["c"]}, edition="2")

    found = compare([(old, make_assessment({"a": 1})), (new, make_assessment({"a": 2}))])

    assert found.not_comparable == (NotComparable("b", "not_in_all", (1,)), NotComparable("d", "not_in_all", (0,)))


def test_an_indicator_that_a_round_did_not_ask_is_not_compared(make_rubric, make_assessment):
    rubric = make_rubric(TWO, indicators={"a": {"starter": True}, "c": {"starter": True}})

    found = compare([(rubric, make_assessment({"a": 1})), (rubric, make_assessment({"a": 2}, question_set="starter"))])

    assert found.not_comparable == (NotComparable("b", "not_asked", (1,)),)
    assert readings(found, "one") == [1, 2]


def test_what_no_round_asked_is_not_spoken_of(make_rubric, make_assessment):
    rubric = make_rubric(TWO, indicators={"a": {"starter": True}})
    found = compare([(rubric, make_assessment(question_set="starter"))] * 2)
    assert (ids(found), found.not_comparable) == (["a"], ())


def test_a_dimension_is_recomputed_over_what_is_common(make_rubric, make_assessment):
    old = make_rubric({"one": ["a", "b"]})
    new = make_rubric({"one": ["a", "b"]}, edition="2", indicators={"b": {"statement": "Something else holds."}})

    found = compare([(old, make_assessment({"a": 1, "b": 4})), (new, make_assessment({"a": 3, "b": 0}))])

    assert readings(found, "one") == [1, 3]
    assert [result.dimensions[0].reading for result in found.results] == [2.5, 1.5]


def test_a_dimension_with_nothing_in_common_is_not_compared(make_rubric, make_assessment):
    old, new = make_rubric(TWO), make_rubric({"one": ["a", "b"]}, edition="2")
    found = compare([(old, make_assessment()), (new, make_assessment())])
    assert [one.id for one in found.dimensions] == ["one"]


def test_an_indicator_that_moved_is_compared_by_itself_alone(make_rubric, make_assessment):
    old, new = make_rubric(TWO), make_rubric({"one": ["a"], "two": ["b", "c"]}, edition="2")

    found = compare(
        [(old, make_assessment({"a": 1, "b": 4, "c": 2})), (new, make_assessment({"a": 1, "b": 4, "c": 2}))]
    )

    assert (ids(found), found.moved) == (["a", "b", "c"], ("b",))
    assert readings(found, "one") == [1, 1]
    assert readings(found, "two") == [2, 2]


# Rule 12


def test_sides_stand_in_the_order_given_whatever_their_levels(make_rubric, make_assessment):
    rubric = make_rubric(TWO)
    sides = [(rubric, make_assessment({"a": level}, name=name)) for name, level in [("B", 1), ("C", 4), ("A", 0)]]

    found = compare(sides)

    assert [result.place for result in found.results] == ["B", "C", "A"]
    assert [place.reading for place in found.indicators[0].results] == [1, 4, 0]


def test_json_holds_every_side_in_the_order_given_and_the_weights_used(make_rubric, make_assessment):
    rubric = make_rubric(TWO, indicators={"a": {"weight": 2}})
    sides = [(rubric, make_assessment({"a": 1}, name="B")), (rubric, make_assessment({"a": 4}, name="A"))]

    found = compare(sides).as_json()

    assert found.keys() == {"sides", "dimensions", "indicators", "moved", "not_comparable"}
    assert [place["place"]["name"] for place in found["sides"]] == ["B", "A"]
    assert found["sides"][0]["weights"]["indicators"] == {"a": 2.0, "b": 1.0}
    assert [place["reading"] for place in found["indicators"][0]["sides"]] == [1.0, 4.0]


# Rule 13


@given(st.data())
def test_adding_a_place_never_changes_another_ones_numbers(some_rubrics, assessments_of, data):
    rubric = data.draw(some_rubrics)
    first, second, third = (data.draw(assessments_of(rubric)) for _ in range(3))

    two, three = (compare([(rubric, one) for one in several]) for several in ([first, second], [first, second, third]))

    assert three.results[:2] == two.results == (score(rubric, first), score(rubric, second))
    alone = {one.id: one.results for one in two.indicators}
    assert all(one.results[:2] == alone[one.id] for one in three.indicators if one.id in alone)


@given(st.data())
def test_beside_others_of_its_own_edition_and_round_a_place_reads_as_it_does_alone(some_rubrics, assessments_of, data):
    rubric = data.draw(some_rubrics)
    several = [data.draw(assessments_of(rubric)) for _ in range(3)]
    full = [one.model_copy(update={"question_set": "full", "asked": ()}) for one in several]

    found = compare([(rubric, one) for one in full])

    for position, one in enumerate(full):
        assert tuple(dimension.results[position] for dimension in found.dimensions) == score(rubric, one).dimensions


@given(st.data())
def test_the_order_of_the_sides_changes_no_number(some_rubrics, assessments_of, data):
    rubric = data.draw(some_rubrics)
    sides = [(rubric, data.draw(assessments_of(rubric))) for _ in range(2)]

    there, back = compare(sides), compare(sides[::-1])

    assert [(one.id, one.results[::-1]) for one in there.dimensions] == [
        (one.id, one.results) for one in back.dimensions
    ]
    assert [one.id for one in there.not_comparable] == [one.id for one in back.not_comparable]


# Rule 10 between sides


def test_a_difference_smaller_than_what_is_not_known_is_too_close_to_call(make_rubric, make_assessment):
    rubric = make_rubric(TWO)
    low, high, unsure = (make_assessment({"a": level}) for level in (1, 3, "dont_know"))
    (clear, *_), (open_, *_) = (compare([(rubric, low), (rubric, other)]).indicators for other in (high, unsure))
    assert (clear.apart, clear.a_level_apart) == (((1, 0),), ((1, 0),))
    assert open_.apart == ()


def test_a_dimension_stands_apart_only_where_mean_and_median_say_so(make_rubric, make_assessment):
    rubric = make_rubric({"one": ["a", "b", "c"]})
    steady, mixed = make_assessment({"a": 2, "b": 2, "c": 2}), make_assessment({"a": 4, "b": 2, "c": 2})
    (dimension,) = compare([(rubric, steady), (rubric, mixed)]).dimensions
    assert dimension.results[1].low > dimension.results[0].high
    assert dimension.apart == ()


@given(st.data())
def test_a_pair_stands_apart_only_where_its_ranges_do_not_meet_and_never_both_ways(some_rubrics, assessments_of, data):
    rubric = data.draw(some_rubrics)
    found = compare([(rubric, data.draw(assessments_of(rubric))) for _ in range(3)])
    for one in (*found.indicators, *found.dimensions):
        for ahead, other in one.apart:
            assert one.results[ahead].low > one.results[other].high
            assert (other, ahead) not in one.apart
    assert all(set(one.a_level_apart) <= set(one.apart) for one in found.indicators)


@given(st.data())
def test_what_stands_apart_stays_so_whatever_those_who_could_not_say_find_out(some_rubrics, assessments_of, data):
    rubric = data.draw(some_rubrics)
    unsure, other = (data.draw(assessments_of(rubric)) for _ in range(2))
    level = data.draw(st.integers(0, rubric.steps - 1))
    found_out = unsure.model_copy(
        update={
            "voices": tuple(
                voice.model_copy(
                    update={
                        "answers": {
                            id_: answer.model_copy(update={"no_answer": None, "level": level})
                            if answer.no_answer == "dont_know"
                            else answer
                            for id_, answer in voice.answers.items()
                        }
                    }
                )
                for voice in unsure.voices
            )
        }
    )
    before, after = (compare([(rubric, one), (rubric, other)]) for one in (unsure, found_out))
    later = {one.id: set(one.apart) for one in after.indicators}
    assert all(set(one.apart) <= later[one.id] for one in before.indicators)


def test_a_place_is_further_by_a_level_where_a_whole_level_lies_between_and_not_by_less(make_rubric, make_assessment):
    (a, b) = score(make_rubric({"one": ["a", "b"]}), make_assessment({"a": 3, "b": 2})).indicators()
    assert further(a, b, by=1)
    assert not further(a._replace(low=2.9), b, by=1)
    assert further(a._replace(low=2.1), b)
    assert not further(a._replace(low=2.0), b)


def test_the_comparison_as_data_says_what_is_too_close_and_what_cannot_be_compared(make_rubric, make_assessment):
    rubric, other = make_rubric(TWO), make_rubric({"one": ["a", "d"], "two": ["c"]}, edition="2")
    low, high = make_assessment({"a": 0, "c": 2}), make_assessment({"a": 4, "c": 2})
    data = compare([(rubric, low), (other, high)]).as_json()
    assert {row["id"]: row["too_close"] for row in data["indicators"]} == {"a": False, "c": True}
    assert {row["id"]: row["too_close"] for row in data["dimensions"]} == {"one": False, "two": True}
    assert data["not_comparable"] == [
        {"id": "b", "why": "not_in_all", "sides": [1]},
        {"id": "d", "why": "not_in_all", "sides": [0]},
    ]
