"""What may be published of groups: the readings of all of them, or of none."""

from __future__ import annotations

from placecheck.assessment.model import Voice
from placecheck.publishing.safe_readings import SafeReadings
from placecheck.rubric import find_rubric

RUBRIC = find_rubric()
ID, INDICATOR = next(iter(RUBRIC.by_id.items()))
GROUP, OTHER = INDICATOR.perspectives[:2]


def readings_of(said: dict[str | None, list[int | str]], minimum: int = 5) -> SafeReadings:
    voices = [
        Voice.model_validate({"id": f"{group}-{n}", "perspective": group, "answers": {ID: answer}})
        for group, answers in said.items()
        for n, answer in enumerate(answers)
    ]
    return SafeReadings(RUBRIC, voices, (GROUP,), minimum)


KNOWN: list[int | str] = [0, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, "dont_know"]
UNKNOWN: list[int | str] = ["dont_know"] * 12


def test_a_group_is_read_where_it_and_the_whole_have_a_reading():
    assert readings_of({GROUP: KNOWN, OTHER: KNOWN, None: KNOWN}).of_groups(ID) == {GROUP: 2}


def test_no_group_is_read_where_it_knows_too_little_and_the_whole_enough():
    readings = readings_of({GROUP: UNKNOWN[:5], OTHER: KNOWN, None: KNOWN})
    assert readings.whole(ID).reading == 2
    assert readings.of_groups(ID) == {}


def test_no_group_is_read_where_the_whole_knows_too_little():
    readings = readings_of({GROUP: KNOWN, OTHER: UNKNOWN, None: UNKNOWN})
    assert readings.whole(ID).reading is None
    assert readings.of_groups(ID) == {}


def test_nothing_is_read_of_fewer_voices_than_the_minimum():
    assert readings_of({None: KNOWN}, minimum=12).whole(ID) is not None
    assert readings_of({None: KNOWN}, minimum=13).whole(ID) is None
