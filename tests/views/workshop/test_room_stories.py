from __future__ import annotations

import pytest

from placecheck.assessment import Answer, Place
from placecheck.rubric import find_rubric
from placecheck.views.workshop.room_stories import chosen_stories, enough_answered, stories_to_choose
from placecheck.workshop import Workshop

RUBRIC = find_rubric()
PLACE = Place(name="Ore Valley")
STORY = "Mrs Tanner opens the hall for us"


def room(people: int, story: str = STORY) -> dict[str, tuple[Answer | None, ...]]:
    """What so many people answered on one question, of whom the first wrote a story and one more said nothing."""
    return {"mixing": (Answer(level=1, story=story), *[Answer(level=2)] * (people - 1), None)}


@pytest.mark.parametrize(("people", "told"), [(RUBRIC.publish_minimum - 1, 0), (RUBRIC.publish_minimum, 1)])
def test_stories_of_few_people_are_never_offered(people, told):
    stories = stories_to_choose(RUBRIC, PLACE, Workshop(), room(people), "mixing")
    assert (len(stories), enough_answered(RUBRIC, room(people), "mixing")) == (told, bool(told))


def test_a_story_that_was_chosen_is_shown_until_its_words_change_or_too_few_are_left():
    many = RUBRIC.publish_minimum
    story = stories_to_choose(RUBRIC, PLACE, Workshop(), room(many), "mixing")[0]
    assert (story.chosen, story.look_at) == (False, ("Mrs Tanner",))
    workshop = Workshop(chosen_stories=(story.fingerprint,))
    assert chosen_stories(RUBRIC, workshop, room(many), "mixing") == {story.fingerprint: STORY}
    assert chosen_stories(RUBRIC, workshop, room(many, "another story"), "mixing") == {}
    assert chosen_stories(RUBRIC, workshop, room(many - 1), "mixing") == {}
    assert chosen_stories(RUBRIC, workshop, room(many), "belonging") == {}
