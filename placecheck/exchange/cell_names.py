"""The columns of each kind of record, derived from the models: a field added to a model brings its column."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from placecheck.assessment import Action, Agreed, Answer, Cause, Place
from placecheck.assessment.customisation import OwnWords
from placecheck.assessment.model import Assessment, Outcome
from placecheck.source.field_kinds import long_texts, short_texts

OUTCOME_PREFIX = "outcome_"
"""What the names of the columns begin with that say what became of an action."""

OUTCOME = tuple(Outcome.model_fields)

CELLS: Mapping[str, tuple[str, ...]] = {
    "own": tuple(OwnWords.model_fields),
    "answer": tuple(Answer.model_fields),
    "agreed": tuple(Agreed.model_fields),
    "action": (
        *(name for name in Action.model_fields if name != "outcome"),
        *(f"{OUTCOME_PREFIX}{name}" for name in OUTCOME),
    ),
    "cause": tuple(Cause.model_fields),
}
"""The columns by kind of record, without those that say whose it is and on which indicator."""

_WRITTEN: tuple[type[BaseModel], ...] = (Place, Assessment, OwnWords, Answer, Agreed, Action, Cause)

AS_WRITTEN = frozenset(
    (
        *(name for model in _WRITTEN for name in long_texts(model)),
        *(f"{OUTCOME_PREFIX}{name}" for name in long_texts(Outcome)),
    )
)
"""Columns whose text is kept with the blanks at its ends."""

ON_ONE_LINE = frozenset(
    (
        "place",
        *(name for model in _WRITTEN for name in short_texts(model) if name != "name"),
        *(f"{OUTCOME_PREFIX}{name}" for name in short_texts(Outcome)),
    )
)
"""Columns whose text is kept but for the blanks at its ends."""


def filled_cells(model: BaseModel, *names: str) -> dict[str, str]:
    """Return the text of each field of `model` that has a value; of those called `names` where any are given."""
    values: dict[str, Any] = {name: getattr(model, name) for name in names or type(model).model_fields}
    return {name: str(value) for name, value in values.items() if value is not None}
