"""What people wrote, for the room: read and chosen by somebody first, never with who wrote it, never of few people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from placecheck.assessment import Answer, Place
from placecheck.fingerprint import text_fingerprint
from placecheck.publishing.personal_data import PersonalDataFinder
from placecheck.rubric import Rubric
from placecheck.scoring.disclosure_control import publish_minimum
from placecheck.workshop import Workshop

AnswersByIndicator = Mapping[str, Sequence[Answer | None]]
"""By indicator what each person answered, as far as the room may see it."""


@dataclass(frozen=True, slots=True)
class RoomStory:
    """One story without its author: its words change its `fingerprint`; `look_at` are words that may name somebody."""

    fingerprint: str
    words: str
    look_at: tuple[str, ...]
    chosen: bool


def stories_to_choose(
    rubric: Rubric, place: Place, workshop: Workshop, answers: AnswersByIndicator, indicator: str
) -> tuple[RoomStory, ...]:
    """Return the stories about one indicator in an order that says nothing of who wrote them; none of few people."""
    if not enough_answered(rubric, answers, indicator):
        return ()
    finder = PersonalDataFinder.for_place(place)
    return tuple(
        RoomStory(
            fingerprint=fingerprint,
            words=words,
            look_at=tuple(dict.fromkeys(match.text for match in finder.marks(words) if match.kind != "count")),
            chosen=fingerprint in workshop.chosen_stories,
        )
        for fingerprint, words in sorted(_texts(answers, indicator).items())
    )


def chosen_stories(rubric: Rubric, workshop: Workshop, answers: AnswersByIndicator, indicator: str) -> dict[str, str]:
    """Return the chosen stories about one indicator by fingerprint, in the order in which they were chosen."""
    if not workshop.chosen_stories or not enough_answered(rubric, answers, indicator):
        return {}
    texts = _texts(answers, indicator)
    return {fingerprint: texts[fingerprint] for fingerprint in workshop.chosen_stories if fingerprint in texts}


def enough_answered(rubric: Rubric, answers: AnswersByIndicator, indicator: str) -> bool:
    """Return whether so many people answered that what one wrote does not show who it was."""
    return sum(answer is not None for answer in answers.get(indicator, ())) >= publish_minimum(rubric)


def _texts(answers: AnswersByIndicator, indicator: str) -> dict[str, str]:
    stories = (answer.story for answer in answers.get(indicator, ()) if answer is not None)
    return {text_fingerprint(indicator, story): story for story in stories if story and story.strip()}
