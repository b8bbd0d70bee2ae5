"""The working behind a number: every number in it can be followed to the next."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from placecheck.assessment import Assessment
from placecheck.rubric import Dimension, Rubric
from placecheck.views.results.explain import UnknownIdError, explain_id

LOCAL_FUNDING = ["small-sums", "deciding-on-money", "money-that-lasts", "money-of-our-own", "land-and-buildings"]


def place(*voices, agreed=None, question_set="full"):
    return Assessment.model_validate(
        {
            "rubric": {"id": "better-way-place", "edition": "2026.2"},
            "place": {"name": "Ore Valley"},
            "round": question_set,
            "voices": [{"id": f"v{n}", "answers": answers} for n, answers in enumerate(voices)],
            "agreed": agreed or {},
        }
    )


def weighed(rubric: Rubric, weights):
    """The rubric with its dimension of local funding cut down to these indicators and weights."""
    (dimension,) = (one for one in rubric.dimensions if one.id == "local-funding")
    indicators = tuple(
        rubric.by_id[id_].model_copy(update={"weight": Decimal(weight)}) for id_, weight in weights.items()
    )
    smaller = Dimension(id="local-funding", name=dimension.name, about=dimension.about, indicators=indicators)
    others = tuple(one for one in rubric.dimensions if one.id != "local-funding")
    fields = {name: getattr(rubric, name) for name in Rubric.model_fields}
    return Rubric(**fields | {"dimensions": (*others, smaller)})


def test_an_indicators_working_goes_from_the_counts_to_the_reading_and_its_range(rubric):
    voices = [{"mixing": answer} for answer in (1, 3, 3, 2, "dont_know")]

    assert explain_id(rubric, place(*voices, {"places-to-meet": 1}), "mixing") == (
        rubric.by_id["mixing"].name,
        "6 people took part.",
        "4 chose a level: 1 at First signs (1), 1 at Here and there (2), 2 at Usually (3).",
        "The rest: 1 does not know, 1 did not answer.",
        "In order, the levels are 1, 2, 3, 3.",
        "The middle two are 2 and 3. Halfway between them is 2.5. This is the reading.",
        "If the 2 missing levels were all 0, the levels would be 0, 0, 1, 2, 3, 3. "
        "The middle would be 1.5. This is the lowest it could be.",
        "If the 2 missing levels were all 4, the levels would be 1, 2, 3, 3, 4, 4. "
        "The middle would be 3. This is the highest it could be.",
        "Fewer than five chose a level, so we do not measure how much they agree.",
        "In words: Here and there or Usually, perhaps only First signs.",
    )


def test_what_the_group_agreed_is_said_to_come_before_the_answers(rubric):
    said = explain_id(rubric, place({"mixing": 1}, {"mixing": 4}, agreed={"mixing": 2}), "mixing")
    assert "The group agreed on Here and there (2). This comes before the answers." in said
    assert "So the reading is 2, and so are the lowest and the highest it could be." in said


@pytest.mark.parametrize(
    ("answers", "agreed", "sentence"),
    [
        ([1, 4], {"not_agreed": "two camps"}, "The group did not agree on a level, so the answers stand."),
        (
            [1],
            "not_here",
            "The group agreed that it does not apply here. So it has no reading and changes no other number.",
        ),
        (["dont_know"], None, "With no level there is no reading."),
        ([], None, "Nobody took part, so it could be anything from 0 to 4."),
        ([3, 3], None, "The middle two are both 3. This is the reading."),
        ([3], None, "The middle one is 3. This is the reading."),
        ([3], None, "No level is missing, so it could be no lower and no higher."),
        ([3], None, "One chose a level: 1 at Usually (3)."),
        (["dont_know"], None, "Nobody chose a level."),
        (
            ["not_here", "not_here", 3],
            None,
            "2 of the 3 who could say said that it does not apply here. That is more than half. "
            "So it has no reading and changes no other number.",
        ),
        (
            ["not_here", 3, "dont_know"],
            None,
            "1 of the 3 who could say said that it does not apply here. That is not more than half, so it counts. "
            "Their answers change no number.",
        ),
        (
            [0, 0, 0, 4, 4, 4],
            None,
            "How much the levels agree: -1. (1 is all the same, 0 is evenly spread, -1 is two far camps.) "
            "On the ladder, the middle half of them spans 4.",
        ),
    ],
)
def test_each_rule_that_bore_on_an_indicator_is_named(rubric, answers, agreed, sentence):
    voices = [{"mixing": answer} for answer in answers]
    assert sentence in explain_id(rubric, place(*voices, agreed={"mixing": agreed} if agreed else None), "mixing")


def test_many_levels_are_counted_rather_than_written_out(rubric):
    said = explain_id(rubric, place(*[{"mixing": n % 2} for n in range(30)]), "mixing")
    assert "In order, the levels are 0 (15 times), 1 (15 times)." in said


def test_a_dimensions_working_writes_its_sums_out(rubric):
    ids = dict.fromkeys(LOCAL_FUNDING, 1)
    answers = dict(zip(LOCAL_FUNDING, [3, 2, 4, "not_here", "dont_know"], strict=True))

    said = explain_id(weighed(rubric, ids), place(answers), "local-funding")

    assert said[0] == "Local funding asks 5 questions in this assessment."
    assert said[1] == f"1 does not apply here and is left out: {rubric.by_id['money-of-our-own'].name}."
    assert said[-6:] == (
        "Each of them counts the same.",
        "With a reading: 3 of 4. To give one here we need at least 2.4 of 4. That is enough.",
        "To get the reading, add up the readings: 3 + 2 + 4 = 9. Then 9 ÷ 3 is 3.",
        "To get the lowest it could be, add up the lowest: 3 + 2 + 4 + 0 = 9. Then 9 ÷ 4 is about 2.2.",
        "To get the highest it could be, add up the highest: 3 + 2 + 4 + 4 = 13. Then 13 ÷ 4 is about 3.2.",
        "In words: Usually, perhaps only Here and there.",
    )


def test_unequal_weights_stand_beside_what_they_weigh(rubric):
    funding = weighed(rubric, {"small-sums": 2, "deciding-on-money": 1})

    said = explain_id(funding, place({"small-sums": 3, "deciding-on-money": 2}), "local-funding")

    assert f"{rubric.by_id['small-sums'].name}: 3. It counts 2 times." in said
    assert "Those with a reading count for 3 of 3. To give one here we need at least 1.8 of 3. That is enough." in said
    assert "To get the reading, add up the readings: 3 × 2 + 2 = 8. Then 8 ÷ 3 is about 2.7." in said


def test_too_few_readings_are_said_to_be_too_few(rubric):
    said = explain_id(rubric, place({"small-sums": 3}), "local-funding")
    assert any(line.endswith("That is not enough, so there is no reading.") for line in said)
    assert not any(line.startswith("To get the reading") for line in said)


def test_a_dimension_of_which_nothing_applies_has_nothing_to_add_up(rubric):
    funding = weighed(rubric, {"small-sums": 1})
    said = explain_id(funding, place({"small-sums": "not_here"}), "local-funding")
    assert said[-1] == "None of them applies here, so there is nothing to add up."


def test_what_the_short_round_did_not_ask_is_said_to_be_so(rubric):
    (beyond, *_) = [one for one in rubric.indicators() if not one.starter]
    said = explain_id(rubric, place({}, question_set="starter"), beyond.id)
    assert said == (beyond.name, "This assessment did not ask this.")


def test_an_id_that_is_not_there_is_named_with_the_nearest_that_is(rubric):
    with pytest.raises(UnknownIdError, match=r"`agncy` in this rubric\. Did you mean `agency`\?"):
        explain_id(rubric, place(), "agncy")


def test_an_id_like_no_other_is_answered_with_where_to_find_them(rubric):
    with pytest.raises(UnknownIdError, match="lists the ids of all"):
        explain_id(rubric, place(), "zzz")


def test_the_sentences_are_easy_to_read(rubric):
    from textstat import textstat

    voices = [{one.id: n % 5 for one in rubric.indicators()} for n in range(7)]
    spread = place(*voices, {"mixing": "not_here"}, {"mixing": "dont_know"}, {}, agreed={"small-sums": 2})
    for id_ in ("mixing", "small-sums", "social-infrastructure"):
        said = " ".join(
            re.sub(r"\d+(\.\d+)?(, \d+)*( [+×÷=] \d+(\.\d+)?)*", "two", line)
            for line in explain_id(rubric, spread, id_)
        )
        assert textstat.flesch_kincaid_grade(said) <= 6
