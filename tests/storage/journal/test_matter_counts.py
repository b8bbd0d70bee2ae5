"""Where people of a workshop put a matter, counted: everyone once, and too few not at all."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from placecheck.place.adapted import MIN_COUNTED
from placecheck.storage import LevelChoice
from placecheck.storage.journal.matter_counts import counted

CHOICES = st.lists(
    st.none()
    | st.builds(LevelChoice, at_level=st.sampled_from(["street", "town", "county"]))
    | st.builds(LevelChoice, no_answer=st.sampled_from(["dont_know", "rather_not_say"])),
    max_size=12,
)


@given(CHOICES)
def test_everyone_who_said_something_is_counted_once_and_where_they_are_few_no_level_is_told(choices):
    room = counted(choices, "2026-11-28")
    people = sum(choice is not None for choice in choices)
    if not people:
        assert room is None
        return
    assert room.people == people
    placed = [choice.at_level for choice in choices if choice and choice.at_level]
    assert sum(room.levels.values()) == (len(placed) if people >= MIN_COUNTED else 0)


@given(CHOICES, st.randoms())
def test_who_said_it_first_changes_nothing(choices, chance):
    shuffled = list(choices)
    chance.shuffle(shuffled)
    assert counted(shuffled, "2026-11-28") == counted(choices, "2026-11-28")
