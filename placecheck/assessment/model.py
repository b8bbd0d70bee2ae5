"""What was answered: one round for one place, as frozen values in the form of the file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, get_args

from pydantic import ConfigDict, Field, GetJsonSchemaHandler, field_validator, model_serializer, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from placecheck.assessment.own import OwnWords
from placecheck.rubric.model import MAX_LEVELS
from placecheck.source.fields import Day, Edition, Frozen, Line, MisfitError, Slug, Story, VoiceId, When, Whole, YesNo
from placecheck.source.shown import shown
from placecheck.source.wording import near_or_all

NoAnswer = Literal["dont_know", "not_here", "rather_not_say"]
Sure = Literal["not_very", "fairly", "very"]
Round = Literal["starter", "full"]
PlaceKind = Literal["street", "neighbourhood", "village", "town", "city", "district", "county", "other"]

LevelNumber = Annotated[Whole, Field(ge=0, json_schema_extra={"maximum": MAX_LEVELS - 1})]
"""A step of the ladder, from 0. How far the ladder goes, the rubric says: `misfits` holds a file to it."""


def _in_full(value: Any, no_answers: tuple[str, ...], is_none: str, how: str) -> Any:
    """A bare level or a bare no-answer as the key it stands for; what is neither is refused."""
    if isinstance(value, (dict, Frozen, Mapping)):  # dict first: nearly all are, and it is the quickest to tell
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return {"level": value}
    if isinstance(value, str) and value in no_answers:
        return {"no_answer": value}
    mend = near_or_all(value, list(no_answers), how) if isinstance(value, str) else how
    raise MisfitError(f"{shown(value)} {is_none}.", mend)


def _shortest(answer: Answer | Agreed) -> Any:
    """A level or a no-answer alone where nothing else was given, as a person would write it."""
    given = {name: value for name in type(answer).model_fields if (value := getattr(answer, name)) is not None}
    return next(iter(given.values())) if set(given) in ({"level"}, {"no_answer"}) else given


def _also_short(long: JsonSchemaValue, no_answers: tuple[str, ...]) -> JsonSchemaValue:
    """The schema of a value that may be written as keys, as a bare level or as a bare no-answer."""
    return {"anyOf": [{"type": "integer", "minimum": 0, "maximum": MAX_LEVELS - 1}, {"enum": [*no_answers]}, long]}


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
        how = "Write a level (0, 1, ...), dont_know, not_here, rather_not_say, or keys such as `level:` and `story:`."
        return _in_full(value, get_args(NoAnswer), "is no answer", how)

    @model_validator(mode="after")
    def _one_answer(self) -> Answer:
        if self.level is not None and self.no_answer is not None:
            raise MisfitError(f"Both a level and {self.no_answer} stand here.", "Keep one of the two.")
        if self.level is None and self.no_answer is None and not (self.story or self.sure or self.not_for):
            raise MisfitError(
                "This answer is empty.", "Give a level, a no-answer or a story, or leave the indicator out."
            )
        return self

    @model_serializer
    def _shortest_form(self) -> Any:
        return _shortest(self)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return _also_short(handler(core), get_args(NoAnswer))


class Voice(Frozen):
    """One participant, or a group that answered as one."""

    id: VoiceId
    perspective: Slug | None = None
    paper: YesNo = False
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
        how = "Write a level (0, 1, ...), not_here, or `not_agreed:` with the reason."
        return _in_full(value, ("not_here",), "is nothing that a group agrees on", how)

    @model_validator(mode="after")
    def _one_outcome(self) -> Agreed:
        if sum(value is not None for value in (self.level, self.no_answer, self.not_agreed)) != 1:
            mend = "Write one of `level:`, `no_answer: not_here`, or `not_agreed:` with the reason."
            raise MisfitError("One outcome is meant here.", mend)
        return self

    @model_serializer
    def _shortest_form(self) -> Any:
        return _shortest(self)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return _also_short(handler(core), ("not_here",))


class Action(Frozen):
    """What to try next."""

    indicator: Slug | None = None
    what: Story
    who: Line | None = None
    first_step: Story | None = None
    when: When | None = None
    power: Line | None = None
    """Who holds the power to let it happen."""


class Cause(Frozen):
    """What people think moved one indicator since an earlier round, in their words."""

    because: Story
    since: Day | None = None
    """The day of the earlier round that they looked back to."""


class RubricName(Frozen):
    """Which edition of which rubric was asked."""

    id: Slug
    edition: Edition


class Assessment(Frozen):
    """One round for one place with one edition of a rubric: its voices, what they agreed, its actions, its causes."""

    model_config = ConfigDict(json_schema_extra={"required": ["placecheck", "rubric", "place"]})

    placecheck: Literal[1] = 1
    rubric: RubricName
    place: Place
    date: Day | None = None
    round: Round = "full"
    voices: tuple[Voice, ...] = ()
    agreed: Annotated[Mapping[Slug, Agreed], Field(default_factory=dict)]
    own_words: Annotated[Mapping[Slug, OwnWords], Field(default_factory=dict)]
    missing_voices: Story | None = None
    actions: tuple[Action, ...] = ()
    causes: Annotated[Mapping[Slug, Cause], Field(default_factory=dict)]

    @field_validator("voices")
    @classmethod
    def _each_voice_once(cls, voices: tuple[Voice, ...]) -> tuple[Voice, ...]:
        first: dict[str, int] = {}
        for index, voice in enumerate(voices):
            if first.setdefault(voice.id, index) != index:
                raise MisfitError(
                    f"The voice {voice.id} stands here twice.", "Give each voice an id of its own.", index, "id"
                )
        return voices
