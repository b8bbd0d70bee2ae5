"""Matters move nearer or further off, both count as much, and the question about people who are few is not skipped."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from placecheck.levels import load_levels
from placecheck.levels.matter_summary import (
    LevelAsk,
    asks_by_level,
    first_ask,
    level_spread,
    matter_move,
    unanswered_questions,
)
from placecheck.place import Matter
from placecheck.resources import resource_folder

LEVELS = load_levels(resource_folder("rubrics") / "better-way-place")
ORDER = [level.id for level in LEVELS.levels]
LEVEL = st.sampled_from(ORDER)
MIRRORED = {"nearer": "further", "further": "nearer", "stays": "stays", "differ": "differ", "open": "open"}


def matter(**keys: object) -> Matter:
    return Matter(id="m", words="The park", **keys)


@given(LEVEL, LEVEL)
def test_there_and_back_are_told_alike(now, best):
    there, back = matter_move(matter(now=now, best=best), ORDER), matter_move(matter(now=best, best=now), ORDER)
    assert MIRRORED[there] == back
    assert (there == "stays") == (now == best)


def test_it_moves_up_and_down_the_levels():
    assert matter_move(matter(now="council", best="street"), ORDER) == "nearer"
    assert matter_move(matter(now="street", best="uk"), ORDER) == "further"


def test_people_who_differ_have_given_an_answer():
    assert matter_move(matter(now="council", differ="Two say the street, two the town."), ORDER) == "differ"
    assert matter_move(matter(now="council"), ORDER) == "open"


def test_nobody_is_told_where_it_is_best_before_the_few_were_thought_of():
    blank = matter(reasons={"spills-over": "No.", "minority-safe": "  "})
    assert [question.id for question in unanswered_questions(blank, LEVELS.questions)] == ["minority-safe"]
    assert unanswered_questions(matter(reasons={"minority-safe": "Nobody we know of."}), LEVELS.questions) == ()


def test_asks_stand_by_level_from_near_to_far():
    park = matter(asks={"uk": "Change the law.", "council": " Mend the gate. ", "town": " "})
    bus = Matter(id="b", words="The bus", asks={"council": "Ask us first."})
    asked = asks_by_level([park, bus], ORDER)
    assert list(asked) == ["council", "uk"]
    assert asked["council"] == (LevelAsk("The park", "Mend the gate."), LevelAsk("The bus", "Ask us first."))


@given(st.lists(st.none() | LEVEL, max_size=30))
def test_a_spread_counts_every_person_once_and_makes_no_mean(choices):
    counted = level_spread(choices, ORDER)
    assert sum(counted.counts.values()) + counted.unsaid == len(choices)
    assert counted.is_split == (len({choice for choice in choices if choice}) > 1)
    assert level_spread(reversed(choices), ORDER) == counted


def test_a_case_for_an_indicator_asks_what_its_matters_ask_of_the_nearest_level():
    park = matter(asks={"uk": "Change the law.", "council": "Mend the gate."}, indicators=("mixing",))
    other = Matter(id="b", words="The bus", asks={"street": "Wait."})
    assert first_ask([other, park], ORDER, "mixing") == (LevelAsk(park.words, "Mend the gate."), "council")
    assert first_ask([other, park], ORDER, "room-to-play") is None
