"""What the fields of a model hold, derived from the model, so that columns, files, forms and checks follow it."""

from __future__ import annotations

from functools import cache
from typing import Any, get_args, get_type_hints

from pydantic import BaseModel

from placecheck.source.fields import Line, Story, Text, WhenWords

_NONE = type(None)


@cache
def field_types(model: type[BaseModel]) -> dict[str, Any]:
    """Return the type of each field of `model` by name, as it is declared; of an optional one, the type it has."""
    hints = get_type_hints(model, include_extras=True)
    return {name: _without_none(hints[name]) for name in model.model_fields}


@cache
def long_texts(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the names of the fields in which people write sentences, kept exactly as they were typed."""
    return _of_types(model, Story, Text)


@cache
def short_texts(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the names of the fields that hold a few words of people's on one line."""
    return _of_types(model, Line, WhenWords)


@cache
def written_texts(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the names of all fields that people write words in, in the order of the model."""
    return _of_types(model, Story, Text, Line, WhenWords)


def _of_types(model: type[BaseModel], *types: Any) -> tuple[str, ...]:
    return tuple(name for name, type_ in field_types(model).items() if type_ in types)


def _without_none(type_: Any) -> Any:
    parts = get_args(type_)
    rest = [part for part in parts if part is not _NONE]
    return rest[0] if _NONE in parts and len(rest) == 1 else type_
