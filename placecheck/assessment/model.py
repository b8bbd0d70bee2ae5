"""What was answered: one assessment for one place, as frozen values in the form of the file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Any, Literal, get_args

from pydantic import ConfigDict, Field, GetJsonSchemaHandler, field_validator, model_serializer, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from placecheck.assessment.customisation import OwnWords
from placecheck.assessment.short_form import also_short, in_full, shared, shortest
from placecheck.rubric.model import MAX_LEVELS
from placecheck.source.field_kinds import written_texts
from placecheck.source.fields import (
    Day,
    Edition,
    Frozen,
    Line,
    MisfitError,
    Slug,
    Story,
    VoiceId,
    WhenWords,
    Whole,
    YesNo,
)

NoAnswer = Literal["dont_know", "not_here", "rather_not_say"]
_NO_ANSWERS = get_args(NoAnswer)
Sure = Literal["not_very", "fairly", "very"]
QuestionSet = Literal["starter", "full"]
PlaceKind = Literal["street", "neighbourhood", "village", "town", "city", "district", "county", "other"]


LevelNumber = Annotated[Whole, Field(ge=0, json_schema_extra={"maximum": MAX_LEVELS - 1})]
"""A step of the ladder, from 0. How far the ladder goes, the rubric says: `misfits` holds a file to it."""


class Place(Frozen):
    """The place looked at. Only its name is a must."""

    name: Line
    kind: PlaceKind | None = None
    boundary: Story | None = None
    nation: Line | None = None
    context: Story | None = None


_HOW_TO_ANSWER = (
    "Write a level (0, 1, ...), dont_know, not_here, rather_not_say, or keys such as `level:` and `story:`."
)
_BARE: dict[int | str, Answer] = {}


class Answer(Frozen):
    """What one voice says of one indicator: story first, level optional; or one kind of no-answer."""

    level: LevelNumber | None = None
    no_answer: NoAnswer | None = None
    story: Story | None = None
    promised: Story | None = None
    """What was promised, where the rubric asks for it: kept apart from the story and from what was seen."""
    seen: Story | None = None
    """What people saw of the promise."""
    sure: Sure | None = None
    not_for: Story | None = None
    """For whom it is not true, asked of a high level."""

    @model_validator(mode="wrap")
    @classmethod
    def _short_form(cls, value: Any, handler: Callable[[Any], Answer]) -> Answer:
        return shared(_BARE, value, lambda: handler(in_full(value, _NO_ANSWERS, "is no answer", _HOW_TO_ANSWER)))

    @model_validator(mode="after")
    def _one_answer(self) -> Answer:
        if self.level is not None and self.no_answer is not None:
            raise MisfitError(f"Both a level and {self.no_answer} stand here.", "Keep one of the two.")
        if not self.is_given and not self.sure and not any(getattr(self, name) for name in ANSWER_TEXTS):
            raise MisfitError(
                "This answer is empty.", "Give a level, a no-answer or a story, or leave the indicator out."
            )
        return self

    @property
    def says_something(self) -> bool:
        """Return whether there is a level, a no-answer or words in it; how sure someone is says nothing by itself."""
        return self.is_given or any(getattr(self, name) is not None for name in ANSWER_TEXTS)

    @property
    def is_given(self) -> bool:
        """Return whether there is a level or a no-answer; a story without either leaves the question open."""
        return self.level is not None or self.no_answer is not None

    @model_serializer
    def _shortest_form(self) -> Any:
        return shortest(self)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return also_short(handler(core), _NO_ANSWERS)


ANSWER_TEXTS = written_texts(Answer)
"""What people tell in an answer in words of their own, by field, in the order in which it is shown."""


class Voice(Frozen):
    """One participant, or a group that answered as one."""

    id: VoiceId
    perspective: Slug | None = None
    paper: YesNo = False
    answers: Annotated[Mapping[Slug, Answer], Field(default_factory=dict)]

    @property
    def says_something(self) -> bool:
        """Return whether it counts as a voice: one that only joined has said nothing yet."""
        return any(answer.says_something for answer in self.answers.values())


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
        return in_full(value, ("not_here",), "is nothing that a group agrees on", how)

    @model_validator(mode="after")
    def _one_outcome(self) -> Agreed:
        if sum(value is not None for value in (self.level, self.no_answer, self.not_agreed)) != 1:
            hint = "Write one of `level:`, `no_answer: not_here`, or `not_agreed:` with the reason."
            raise MisfitError("One outcome is meant here.", hint)
        return self

    @model_serializer
    def _shortest_form(self) -> Any:
        return shortest(self)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return also_short(handler(core), ("not_here",))


class Outcome(Frozen):
    """What became of a next step, as far as somebody has seen."""

    state: Literal["not_begun", "going", "done", "changed", "blocked", "let_go"]
    seen: Story | None = None
    when: WhenWords | None = None
    because: Story | None = None


class Action(Frozen):
    """What to try next."""

    indicator: Slug | None = None
    what: Story
    who: Line | None = None
    first_step: Story | None = None
    when: WhenWords | None = None
    power: Line | None = None
    """Who holds the power to let it happen."""
    outcome: Outcome | None = None


class Cause(Frozen):
    """What people think moved one indicator since an earlier assessment, in their words."""

    because: Story
    since: Day | None = None
    """The day of the earlier assessment that they looked back to."""


class WrittenNote(Frozen):
    """One note of the scribe's, on an indicator, or on the whole where it names none."""

    indicator: Slug | None = None
    text: Story


class SecondVote(Frozen):
    """A second vote of a workshop on one indicator: what each voice said, beside its first answer."""

    indicator: Slug
    answers: Annotated[Mapping[VoiceId, Answer], Field(default_factory=dict)]


class RubricName(Frozen):
    """Which edition of which rubric was asked."""

    id: Slug
    edition: Edition


class Assessment(Frozen):
    """One look at one place with one edition of a rubric: its voices, what they agreed, its actions, its causes."""

    model_config = ConfigDict(json_schema_extra={"required": ["placecheck", "rubric", "place"]})

    placecheck: Literal[1] = 1
    rubric: RubricName
    place: Place
    date: Day | None = None
    question_set: Annotated[QuestionSet, Field(alias="round")] = "full"
    asked: tuple[Slug, ...] = ()
    """The indicators asked, where the group chose them; empty: the whole `question_set`."""
    offered_perspectives: tuple[Slug, ...] = ()
    perspective_names: Annotated[Mapping[Slug, Line], Field(default_factory=dict)]
    """From where people could say they speak (empty: all of the rubric's), and the group's own words for it, by id."""
    voices: tuple[Voice, ...] = ()
    agreed: Annotated[Mapping[Slug, Agreed], Field(default_factory=dict)]
    own_words: Annotated[Mapping[Slug, OwnWords], Field(default_factory=dict)]
    missing_voices: Story | None = None
    actions: tuple[Action, ...] = ()
    causes: Annotated[Mapping[Slug, Cause], Field(default_factory=dict)]
    held_back: Whole = 0
    """How many questions a workshop kept from everyone: only that it did, neither which nor what was said."""
    notes: tuple[WrittenNote, ...] = ()
    """The scribe's, in the order in which they were written."""
    second_votes: tuple[SecondVote, ...] = ()

    @field_validator("asked", "offered_perspectives")
    @classmethod
    def _name_each_once(cls, ids: tuple[str, ...]) -> tuple[str, ...]:
        for index, id_ in enumerate(ids):
            if id_ in ids[:index]:
                raise MisfitError(f"The id {id_} stands here twice.", "Keep it once.", index)
        return ids

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
