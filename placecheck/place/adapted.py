"""Cards that come of work on the place: adapted ideas, worksheets of guides, and matters with their levels."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from placecheck.place.card import CardBase
from placecheck.source.fields import Fingerprint, Frozen, Line, Slug, Story, Text, WhenWords, Whole, YesNo


class Forebear(Frozen):
    """An idea that another one descends from: as much of its card as is known."""

    id: Slug
    version: Annotated[Whole, Field(ge=1, le=1_000_000)] | None = None
    """Which version of the card the line comes from."""
    fingerprint: Fingerprint | None = None
    """The beginning of the SHA-256 of all that this version held: two texts may claim to be the same version."""
    name: Line
    change: Story | None = None
    by: Line | None = None
    """The group whose card it is."""
    from_idea: Slug | None = None
    from_place: Line | None = None
    cost: Story | None = None
    worked: Story | None = None
    failed: Story | None = None
    true_for: Story | None = None
    not_for: Story | None = None


class IdeaInUse(Frozen):
    """What a group says of an idea that it took up: where it came from, what is different, and how it went."""

    from_idea: Slug | None = None
    from_place: Line | None = None
    forebears: tuple[Forebear, ...] = ()
    """The line that it comes from, as far as it is known; the nearest first."""
    change: Story | None = None
    """What is changed here."""
    lack: Story | None = None
    """What it still lacks here."""
    thanks: Story | None = None
    cost: Story | None = None
    """What it cost in hours and money."""
    worked: Story | None = None
    failed: Story | None = None


class AdaptedIdea(IdeaInUse, CardBase):
    """An idea that the place took from a treasury or from another place, and made its own."""

    kind: Literal["idea"] = "idea"


TableRow = Annotated[Mapping[Slug, Line], Field(min_length=1)]


class Worksheet(CardBase):
    """A guide that was worked through, or is half done: the replies by the questions' ids."""

    kind: Literal["worksheet"] = "worksheet"
    guide: Slug
    done: YesNo = False
    replies: Annotated[Mapping[Slug, Story], Field(default_factory=dict)]
    tables: Annotated[Mapping[Slug, tuple[TableRow, ...]], Field(default_factory=dict)]


class LegalPower(Frozen):
    """Who may decide by law, as far as it is known."""

    who: Line
    when: WhenWords | None = None
    source: Line | None = None


MIN_COUNTED = 5
"""Where fewer people said where a matter is best decided, none of it is counted: one of them could be known by it."""


class RoomLevels(Frozen):
    """Where the people of a workshop put a matter: how many took part, and how many put it at each level.

    `levels` has those that somebody chose, and is empty where so few took part that nothing is counted.
    """

    date: WhenWords | None = None
    people: Annotated[Whole, Field(ge=1)]
    levels: Annotated[Mapping[Slug, Annotated[Whole, Field(ge=1)]], Field(default_factory=dict)]


class Matter(CardBase):
    """A matter that somebody decides: where now, and where it would be best. "We differ" is an answer."""

    kind: Literal["matter"] = "matter"
    from_list: Slug | None = None
    now: Slug | None = None
    best: Slug | None = None
    differ: Story | None = None
    power: LegalPower | None = None
    reasons: Annotated[Mapping[Slug, Story], Field(default_factory=dict)]
    asks: Annotated[Mapping[Slug, Story], Field(default_factory=dict)]
    room: RoomLevels | None = None
    """Where the people of a workshop would have it decided, each for themselves; counted, and never who."""


class Peer(CardBase):
    """A group to learn from and to show things to; its words are the group's name. It never leaves by itself."""

    kind: Literal["peer"] = "peer"
    own: YesNo = False
    """Whether it is what this place's own group could show and would like to see."""
    peer: Slug | None = None
    """The id of the group's card in the file that it came from."""
    group_kind: Line | None = None
    could_show: Text | None = None
    would_see: Text | None = None
    reach: Text | None = None
    shows: tuple[Slug, ...] = ()
    wants: tuple[Slug, ...] = ()
