"""The short form of answers in a file: a bare level or a bare no-answer in place of keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaValue

from placecheck.rubric.model import MAX_LEVELS
from placecheck.source.fields import Frozen, MisfitError
from placecheck.source.shown import show_value
from placecheck.source.wording import near_or_all

Model = TypeVar("Model", bound=BaseModel)


def in_full(value: Any, no_answers: tuple[str, ...], is_none: str, how: str) -> Any:
    """Expand a bare level or a bare no-answer to the key it means; refuse what is neither."""
    if isinstance(value, (dict, Frozen, Mapping)):  # dict first: nearly all are, and it is the quickest to tell
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return {"level": value}
    if isinstance(value, str) and value in no_answers:
        return {"no_answer": value}
    hint = near_or_all(value, list(no_answers), how) if isinstance(value, str) else how
    raise MisfitError(f"{show_value(value)} {is_none}.", hint)


def shared(known: dict[int | str, Model], value: Any, read: Callable[[], Model]) -> Model:
    """Return what `read` makes of `value`; of a bare level or a bare no-answer the same object each time.

    Most answers are bare: a hundred thousand of them are a handful of objects in `known`, which never change.
    """
    if type(value) is str or (type(value) is int and value < MAX_LEVELS):
        if value not in known:
            known[value] = read()
        return known[value]
    return read()


def shortest(answer: BaseModel) -> Any:
    """Return a level or a no-answer alone where nothing else was given, as a person would write it."""
    fields = {name: value for name in type(answer).model_fields if (value := getattr(answer, name)) is not None}
    return next(iter(fields.values())) if set(fields) in ({"level"}, {"no_answer"}) else fields


def also_short(long: JsonSchemaValue, no_answers: tuple[str, ...]) -> JsonSchemaValue:
    """Return the schema of a value that may be written as keys, as a bare level or as a bare no-answer."""
    return {"anyOf": [{"type": "integer", "minimum": 0, "maximum": MAX_LEVELS - 1}, {"enum": [*no_answers]}, long]}
