"""What was heard: slips in people's own words, and the groups that people sort them into."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from placecheck.place.card import CardBase
from placecheck.source.fields import Frozen, MisfitError, Slug, Story

Channel = Literal["phone", "paper", "meeting", "spreadsheet", "doorstep", "other"]


class SlipStory(Frozen):
    """How a slip is shown as a story next to questions. It gives no level, and counts as nobody's answer."""

    indicators: Annotated[tuple[Slug, ...], Field(min_length=1, max_length=20)]
    leave: Literal["agreed"]
    """The person who said it agrees."""


class Slip(CardBase):
    """Somebody's words, with the question that was asked. A slip may lie in several groups, or in none."""

    kind: Literal["heard"] = "heard"
    question: Story | None = None
    via: Channel | None = None
    groups: Annotated[tuple[Slug, ...], Field(max_length=20)] = ()
    left_out: Story | None = None
    """Why the slip is not on the agenda; it stays among the cards."""
    story: SlipStory | None = None

    @model_validator(mode="after")
    def _sorted_or_left_out(self) -> Slip:
        if self.left_out is not None and self.groups:
            raise MisfitError("The slip is left out, and lies in a group too.", "Keep `groups` or `left_out`.")
        return self


class SlipGroup(CardBase):
    """A group of slips; its words are a resident's own."""

    kind: Literal["group"] = "group"
    phrase_of: Slug | None = None
    """The slip whose words name the group."""
