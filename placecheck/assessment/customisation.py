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
    """An indicator in the group's own words: `words` is the indicator as this assessment asks it.

    `reworded` replaces the rubric's, `added` comes after the rubric's in `dimension`, and `dropped` gives its
    reason in `because`.
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
    """Return what is wrong with `own` as the words for `id_` in `rubric`, and how to fix it; None where it fits."""
    dimensions = [dimension.id for dimension in rubric.dimensions]
    is_known, added = id_ in rubric.by_id, own.change == "added"
    if is_known and added:
        return f"The indicator `{id_}` is in the rubric already.", "Give your own one another id."
    if not is_known and not added:
        return f"The indicator `{id_}` is not in the rubric, so it cannot be reworded or left out.", "Mend the id."
    if own.words is not None and own.words.id != id_:
        return f"The words for `{id_}` carry the id `{own.words.id}`.", "Give both the same id."
    if own.words is not None and len(own.words.levels) != rubric.steps:
        return f"There are {len(own.words.levels)} levels.", f"Describe each of the rubric's {rubric.steps} levels."
    if added and own.dimension not in dimensions:
        return f"The dimension `{own.dimension}` is not in this rubric.", f"It has {', '.join(dimensions)}."
    return None


def ever_asked(rubric: Rubric, own_words: Mapping[str, OwnWords]) -> Rubric:
    """Return `rubric` as this group asks it, still with what was left out: answers given before stay known."""
    return customised(rubric, {id_: own for id_, own in own_words.items() if own.change != "dropped"})


def customised(rubric: Rubric, own_words: Mapping[str, OwnWords]) -> Rubric:
    """Return `rubric` as this group asks it: the same object where nothing was changed."""
    if not own_words:
        return rubric
    dimensions = (_indicators(dimension, own_words) for dimension in rubric.dimensions)
    reworded_dimensions = tuple(
        changed_copy(dimension, indicators=indicators)
        for dimension, indicators in zip(rubric.dimensions, dimensions, strict=True)
        if indicators
    )
    return changed_copy(rubric, dimensions=reworded_dimensions)


def _indicators(dimension: Dimension, own_words: Mapping[str, OwnWords]) -> tuple[Indicator, ...]:
    indicators = [
        own_words[indicator.id].words if indicator.id in own_words else indicator for indicator in dimension.indicators
    ]
    added = [own.words for own in own_words.values() if own.dimension == dimension.id]
    return tuple(indicator for indicator in (*indicators, *added) if indicator is not None)


def changed_copy(model: Model, **changes: object) -> Model:
    """Return a changed copy. Not `model_copy`, which would carry over the old one's cached values."""
    return type(model)(**{name: getattr(model, name) for name in type(model).model_fields} | changes)
