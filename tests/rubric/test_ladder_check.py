from __future__ import annotations

import pytest

from placecheck.rubric import load_rubric
from placecheck.rubric.check import check_rubric
from placecheck.rubric.ladder_check import new_themes

GREEN, CALM, MANIFEST = "dimensions/green.yaml", "dimensions/calm.yaml", "rubric.yaml"
WHY = '    why: {text: Trees matter to us., passage: "walk#1"}\n'


def link(passage: str, how: str = "says") -> str:
    return f'{{passage: "{passage}", how: {how}, because: It says so.}}'


@pytest.fixture
def strict(small):
    """The small rubric as one that gives its reasons."""
    for file in (MANIFEST, GREEN, CALM):
        text = (small / file).read_text(encoding="utf-8")
        text = text.replace('edition: "1"', 'edition: "1"\nreasoned: true')
        text = text.replace("We know of no", "There is no")
        for number in (1, 2, 3):
            text = text.replace(f'"walk#{number}"', link(f"walk#{number}"))
        if file != MANIFEST:
            text = text.replace("    look_for: ", WHY + "    look_for: ")
        (small / file).write_text(text, encoding="utf-8")
    return small


def faults(folder, file: str = "", old: str = "", new: str = "") -> list[str]:
    if file:
        text = (folder / file).read_text(encoding="utf-8")
        assert text.count(old) == 1
        (folder / file).write_text(text.replace(old, new), encoding="utf-8")
    return [f"{one.key}: {one.what}" for one in check_rubric(folder) if one.severity == "fault"]


def test_with_a_reason_beside_each_link_nothing_is_at_fault(strict):
    assert faults(strict) == []


def test_a_link_without_a_reason_is_refused(strict):
    spoilt = faults(strict, CALM, link("walk#2"), '"walk#2"')
    assert spoilt == ["indicators[0].cautions[0]: The link to walk#2 has no how and no because."]
    assert faults(strict, CALM, '"walk#2"', '{passage: "walk#2", how: warns}') == [
        "indicators[0].cautions[0]: The link to walk#2 has no because."
    ]


def test_a_passage_that_repeats_another_has_to_be_there_and_may_not_be_cited_twice(strict):
    spoilt = faults(strict, CALM, link("walk#2"), link("walk#2").replace("}", ', also: ["walk#9"]}'))
    assert spoilt == ["indicators[0].cautions[0].also[0]: There is no passage walk#9."]
    (twice,) = faults(strict, CALM, '"walk#9"', '"walk#1"')
    assert "The passage walk#1 appears twice in this indicator." in twice


def test_a_reason_may_take_the_place_of_a_caution_and_not_stand_next_to_one(strict):
    spoilt = faults(strict, CALM, f"    cautions: [{link('walk#2')}]\n", "    no_caution: No passage warns of it.\n")
    assert spoilt == []
    assert faults(strict, GREEN, WHY, WHY + "    no_caution: No passage warns of it.\n") == [
        "indicators[0].no_caution: It says why it has no caution, and has one."
    ]


def test_a_reason_may_take_the_place_of_the_second_support_and_not_stand_next_to_it(strict):
    reason = "    one_support: No other passage says it.\n"
    assert faults(strict, GREEN, WHY, WHY + reason) == [
        "indicators[0].one_support: It says why it has one support, and has 2."
    ]
    assert faults(strict, GREEN, f", {link('walk#2')}]", "]") == []
    assert faults(strict, GREEN, reason, "") == ["indicators[0].id: Supports: 1, cautions: 1."]


def test_no_reason_takes_the_place_of_the_only_support(strict):
    reason = "    one_support: No other passage says it.\n"
    spoilt = faults(strict, GREEN, f"    supports: [{link('walk#1')}, {link('walk#2')}]\n", reason)
    assert spoilt == ["indicators[0].id: Supports: 0, cautions: 1."]


def test_an_indicator_without_a_why_or_with_one_from_nowhere_is_refused(strict):
    assert faults(strict, CALM, WHY, "") == ["indicators[0].id: It has no why."]
    assert faults(strict, GREEN, '"walk#1"}\n    look_for', '"walk#9"}\n    look_for') == [
        "indicators[0].id: It has no why.",
        "indicators[0].why.passage: There is no passage walk#9.",
    ]


@pytest.mark.parametrize(
    "statement",
    [
        "We can sleep at night, and we do.",
        "We can sleep at night and they let us.",
        "We can sleep; nobody wakes us.",
        "We can sleep, but nobody knows.",
        "We have friends, and not only services.",
    ],
)
def test_a_statement_that_makes_two_claims_is_refused(strict, statement):
    new = f"statement: '{statement}'"
    assert faults(strict, CALM, "statement: We can sleep with the window open.", new) == [
        "indicators[0].statement: The statement makes two claims."
    ]


@pytest.mark.parametrize(
    "level",
    [
        "We know of no quiet night yet.",
        "We do not know of one yet.",
        "We have not yet looked.",
        "We have not asked yet.",
        "Nobody has seen one yet.",
        "No quiet night is not yet known.",
    ],
)
def test_a_first_level_that_speaks_of_knowing_is_refused(strict, level):
    first = load_rubric(strict).by_id["quiet-nights"].levels[0]
    assert faults(strict, CALM, first, level) == [
        "indicators[0].levels[0]: The first level speaks of what people know."
    ]


@pytest.mark.parametrize(
    ("last", "theme"),
    [
        ("All nights are quiet, in hard times too.", "hard times"),
        ("All nights are quiet, and residents own the street.", "who owns or runs it"),
        ("All nights are quiet, for newcomers too.", "who is included"),
    ],
)
def test_a_last_level_that_brings_in_something_new_is_refused(strict, last, theme):
    indicator = load_rubric(strict).by_id["quiet-nights"]
    assert new_themes(indicator) == []
    (fault, *_) = faults(strict, CALM, indicator.levels[-1], last)
    assert (
        fault == f"indicators[0].levels[{len(indicator.levels) - 1}]: The last level brings in something new: {theme}."
    )


def test_a_rubric_that_is_not_reasoned_is_held_to_none_of_this(small):
    assert not load_rubric(small).reasoned
    assert "We know of" in load_rubric(small).by_id["quiet-nights"].levels[0]
    assert faults(small) == []
