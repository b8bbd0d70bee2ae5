"""A story stands without what could tell who wrote it, on every page that shows any."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from placecheck.assessment import Answer, Assessment, Place, Voice
from placecheck.assessment.model import RubricName
from placecheck.rubric import find_rubric
from placecheck.scoring.disclosure_control import publish_minimum
from placecheck.views.results.indicator import stories_about

RUBRIC = find_rubric()
MINIMUM = publish_minimum(RUBRIC)
GROUPS = [None, *(one.id for one in RUBRIC.perspectives)]
ASKED = next(iter(RUBRIC.by_id))


def room(sizes: dict[str | None, int]) -> Assessment:
    """So many voices from each perspective, each with a level and a story."""
    spoken = [group for group, n in sizes.items() for _ in range(n)]
    answer = Answer(level=1, story="told", sure="very")
    return Assessment(
        rubric=RubricName(id=RUBRIC.id, edition=RUBRIC.edition),
        place=Place(name="Ore Valley"),
        voices=[Voice(id=f"v{at}", perspective=group, answers={ASKED: answer}) for at, group in enumerate(spoken)],
    )


@given(st.dictionaries(st.sampled_from(GROUPS), st.integers(1, MINIMUM + 2), min_size=2))
def test_perspective_and_level_stand_only_where_enough_speak_from_there(sizes):
    names = {one.id: one.name for one in RUBRIC.perspectives}
    named = {names[group] for group, n in sizes.items() if n >= MINIMUM and group}
    told = stories_about(RUBRIC, room(sizes), ASKED)
    assert {one.perspective for one in told if one.perspective} == named
    assert sum(one.level is not None for one in told) == sum(n for n in sizes.values() if n >= MINIMUM)
    assert all(one.sure is None for one in told if one.level is None)


def test_one_voice_that_speaks_for_all_keeps_its_level():
    (told,) = stories_about(RUBRIC, room({None: 1}), ASKED)
    assert told.level == RUBRIC.levels[1].name
