"""The files of `levels`: where things are decided, what is decided, and what to ask."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from placecheck.notes.cited import CitedPassage
from placecheck.source.fields import Frozen, Line, Slug, Text, YesNo


class DecisionLevel(Frozen):
    """Where something is decided, such as a street or a council."""

    id: Slug
    name: Line
    about: Line


class NationLevels(Frozen):
    """What the levels are called in one nation; a level that it does not name is not there."""

    name: Line
    calls: Mapping[Slug, Line]
    note: Text | None = None


class DecisionLevelsFile(Frozen):
    """`decision-levels.yaml`: the levels from near to far."""

    levels: Annotated[tuple[DecisionLevel, ...], Field(min_length=2, max_length=12)]
    nations: tuple[NationLevels, ...] = ()


class LevelQuestion(Frozen):
    """A question that helps to think where something is best decided, with what to ask on either side."""

    id: Slug
    name: Line
    ask: Line
    if_nearer: Line
    if_further: Line
    must: YesNo = False
    passages: tuple[CitedPassage, ...] = ()


class LevelQuestionsFile(Frozen):
    """`questions.yaml`."""

    questions: Annotated[tuple[LevelQuestion, ...], Field(min_length=1, max_length=12)]


class ListedMatter(Frozen):
    """Something that somebody decides, in a list to start from."""

    id: Slug
    name: Line
    about: Line
    indicators: tuple[Slug, ...] = ()
    passages: tuple[CitedPassage, ...] = ()


class MattersFile(Frozen):
    """`matters.yaml`."""

    matters: Annotated[tuple[ListedMatter, ...], Field(min_length=1)]
