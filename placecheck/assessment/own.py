"""The group's own words: an indicator reworded, left out or added for this place. They are marked, and not compared."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeVar

from pydantic import model_validator

from placecheck.rubric.model import Dimension, Indicator, Rubric
from placecheck.source.fields import Frozen, MisfitError, Slug, Story

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
            raise MisfitError("Something was left out.", "Give the reason in because, and no words.")
        if self.change != "dropped" and self.words is None:
            raise MisfitError(f"Something was {self.change}.", "Give the indicator as it is asked here in words.")
        if (self.change == "added") != (self.dimension is not None):
            raise MisfitError("An added indicator stands in a dimension, another does not.", "Mend dimension.")
        return self


def misfit(rubric: Rubric, id_: str, own: OwnWords) -> tuple[str, str] | None:
    """What is wrong with `own` as the words for `id_` in `rubric`, and how to mend it; None where it fits."""
    dimensions = [dimension.id for dimension in rubric.dimensions]
    there, added = id_ in rubric.by_id, own.change == "added"
    if there and added:
        return f"The indicator `{id_}` is in the rubric already.", "Give your own one another id."
    if not there and not added:
        return f"The indicator `{id_}` is not in the rubric, so it cannot be reworded or left out.", "Mend the id."
    if own.words is not None and own.words.id != id_:
        return f"The words for `{id_}` carry the id `{own.words.id}`.", "Give both the same id."
    if own.words is not None and len(own.words.levels) != rubric.steps:
        return f"There are {len(own.words.levels)} levels.", f"Describe each of the rubric's {rubric.steps} levels."
    if added and own.dimension not in dimensions:
        return f"The dimension `{own.dimension}` is not in this rubric.", f"It has {', '.join(dimensions)}."
    return None


def ever_asked(rubric: Rubric, own_words: Mapping[str, OwnWords]) -> Rubric:
    """`rubric` as this group asks it, with what was left out still in it: answers given before stay known."""
    return adapted(rubric, {id_: own for id_, own in own_words.items() if own.change != "dropped"})


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
