"""The group's own words: an indicator reworded, left out or added for this place. They are marked, and not compared."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeVar

from pydantic import model_validator

from placecheck.rubric.model import Dimension, Indicator, Rubric
from placecheck.source.fields import Frozen, Slug, Story

Model = TypeVar("Model", Rubric, Dimension)

PREFIX = "own-"
"""How the id of an indicator that a group added begins, so that it never meets one of a rubric."""


class OwnWords(Frozen):
    """What the group asks in its own words: `words` is the indicator as it is asked here.

    `reworded` stands in place of the rubric's, `added` in `dimension` beside the rubric's, and `dropped` says why in
    `because`.
    """

    change: Literal["reworded", "dropped", "added"]
    because: Story | None = None
    dimension: Slug | None = None
    words: Indicator | None = None

    @model_validator(mode="after")
    def _whole(self) -> OwnWords:
        if self.change == "dropped" and (self.because is None or self.words is not None):
            raise ValueError("Something was left out. | Give the reason in because, and no words.")
        if self.change != "dropped" and self.words is None:
            raise ValueError(f"Something was {self.change}. | Give the indicator as it is asked here in words.")
        if (self.change == "added") != (self.dimension is not None):
            raise ValueError("An added indicator stands in a dimension, another does not. | Mend dimension.")
        return self


def adapted(rubric: Rubric, own_words: Mapping[str, OwnWords]) -> Rubric:
    """`rubric` as this group asks it: the same object where nothing was changed."""
    if not own_words:
        return rubric
    dimensions = (_indicators(dimension, own_words) for dimension in rubric.dimensions)
    kept = tuple(
        _with(dimension, indicators=asked)
        for dimension, asked in zip(rubric.dimensions, dimensions, strict=True)
        if asked
    )
    return _with(rubric, dimensions=kept)


def _indicators(dimension: Dimension, own_words: Mapping[str, OwnWords]) -> tuple[Indicator, ...]:
    asked = [own_words[one.id].words if one.id in own_words else one for one in dimension.indicators]
    added = [own.words for own in own_words.values() if own.dimension == dimension.id]
    return tuple(one for one in (*asked, *added) if one is not None)


def _with(model: Model, **changes: object) -> Model:
    """A changed copy. Not `model_copy`, which would carry what the old one had worked out of itself."""
    return type(model)(**{name: getattr(model, name) for name in type(model).model_fields} | changes)
