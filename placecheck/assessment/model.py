"""What was answered: one round for one place, as frozen values in the form of the file."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, field_validator, model_serializer, model_validator

from placecheck.source.fields import Frozen, Line, Slug

NoAnswer = Literal["dont_know", "not_here", "rather_not_say"]
Sure = Literal["not_very", "fairly", "very"]
Round = Literal["starter", "full"]
PlaceKind = Literal["street", "neighbourhood", "village", "town", "city", "district", "county", "other"]

Story = Annotated[str, StringConstraints(min_length=1, max_length=10_000)]
VoiceId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")]
LevelNumber = Annotated[int, Field(ge=0, le=9, strict=True)]
When = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")]
"""A year, a month or a day: `2027`, `2027-01`, `2027-01-31`."""


def _words_of_date(value: Any) -> Any:
    """A date or year that a file holds unquoted, as the text it was written as."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


class Place(Frozen):
    """The place looked at. Only its name is a must."""

    name: Line
    kind: PlaceKind | None = None
    boundary: Story | None = None
    nation: Line | None = None
    context: Story | None = None


class Answer(Frozen):
    """What one voice says of one indicator: story first, level optional; or one kind of no-answer."""

    level: LevelNumber | None = None
    no_answer: NoAnswer | None = None
    story: Story | None = None
    sure: Sure | None = None
    not_for: Story | None = None
    """For whom it is not true, asked of a high level."""

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        if isinstance(value, bool) or value is None:
            raise ValueError(
                "This is no answer. | Write a level (0, 1, ...), a no-answer (dont_know, ...), or a story."
            )
        if isinstance(value, int):
            return {"level": value}
        return {"no_answer": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _one_answer(self) -> Answer:
        if self.level is not None and self.no_answer is not None:
            raise ValueError(f"Both a level and {self.no_answer} stand here. | Keep one of the two.")
        if self == Answer.model_construct():
            raise ValueError(
                "This answer is empty. | Give a level, a no-answer or a story, or leave the indicator out."
            )
        return self

    @model_serializer
    def _shortest_form(self) -> Any:
        given = {name: value for name in type(self).model_fields if (value := getattr(self, name)) is not None}
        return next(iter(given.values())) if set(given) in ({"level"}, {"no_answer"}) else given


class Voice(Frozen):
    """One participant, or a group that answered as one."""

    id: VoiceId
    perspective: Slug | None = None
    paper: bool = False
    answers: Annotated[Mapping[Slug, Answer], Field(default_factory=dict)]


class Agreed(Frozen):
    """What the group settled on for one indicator: a level, that it does not apply here, or why it did not agree."""

    level: LevelNumber | None = None
    no_answer: Literal["not_here"] | None = None
    not_agreed: Story | None = None
    because: Story | None = None
    minority: Story | None = None
    sure: Sure | None = None

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        if isinstance(value, int) and not isinstance(value, bool):
            return {"level": value}
        return {"no_answer": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _one_outcome(self) -> Agreed:
        if sum(value is not None for value in (self.level, self.no_answer, self.not_agreed)) != 1:
            raise ValueError(
                "One outcome is meant. | Write one of level, no_answer: not_here, or not_agreed with the reason."
            )
        return self


class Action(Frozen):
    """What to try next."""

    indicator: Slug | None = None
    what: Story
    who: Line | None = None
    first_step: Story | None = None
    when: When | None = None
    power: Line | None = None
    """Who holds the power to let it happen."""

    _when = field_validator("when", mode="before")(_words_of_date)


class RubricName(Frozen):
    """Which edition of which rubric was asked."""

    id: Slug
    edition: Annotated[str, StringConstraints(min_length=1, max_length=31)]


class Assessment(Frozen):
    """One round for one place with one edition of a rubric: its voices, what they agreed, its actions."""

    placecheck: Literal[1] = 1
    rubric: RubricName
    place: Place
    date: datetime.date | None = None
    round: Round = "full"
    voices: tuple[Voice, ...] = ()
    agreed: Annotated[Mapping[Slug, Agreed], Field(default_factory=dict)]
    missing_voices: Story | None = None
    actions: tuple[Action, ...] = ()

    @field_validator("voices")
    @classmethod
    def _each_voice_once(cls, voices: tuple[Voice, ...]) -> tuple[Voice, ...]:
        twice = [name for name, n in Counter(voice.id for voice in voices).items() if n > 1]
        if twice:
            raise ValueError(f"The voice {twice[0]} stands here twice. | Give each voice an id of its own.")
        return voices
