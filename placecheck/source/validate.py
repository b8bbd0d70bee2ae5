"""The errors of pydantic, said in terms of the file: its line, its key, what was found and what would be right."""

from __future__ import annotations

import difflib
import re
import types
import typing
from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from placecheck.errors import Finding, InputError
from placecheck.source.tree import KeyPath, Source, dotted

Model = TypeVar("Model", bound=BaseModel)

SHOWN = 60
"""How many characters of what was found a message shows."""

_QUOTED = re.compile(r"'([^']+)'")

_EXPECTED = {
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "decimal_type": "a number",
    "decimal_parsing": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "date_type": "a date as year-month-day",
    "date_parsing": "a date as year-month-day",
    "date_from_datetime_parsing": "a date as year-month-day",
    "list_type": "a list",
    "tuple_type": "a list",
    "dict_type": "keys with values",
    "model_type": "keys with values",
    "model_attributes_type": "keys with values",
}


def validated(model: type[Model], source: Source) -> Model:
    """`source` as a `model`. Raises InputError with one finding for each fault, in the order of the lines."""
    try:
        return model.model_validate(source.data)
    except ValidationError as error:
        raise InputError(_finding(model, source, detail) for detail in error.errors(include_url=False)) from None


def _finding(model: type[BaseModel], source: Source, detail: ErrorDetails) -> Finding:
    path = _path(source.data, detail["loc"])
    what, mend = _words(model, path, detail)
    return Finding(source.file, source.line(path), dotted(path), what, mend)


def _path(data: Any, loc: tuple[int | str, ...]) -> KeyPath:
    """Pydantic's `loc` without the steps that name a type rather than a key of the file."""
    path: list[int | str] = []
    for index, step in enumerate(loc):
        present = isinstance(data, Mapping) and step in data
        present = present or (isinstance(data, list) and isinstance(step, int) and step < len(data))
        if present:
            path.append(step)
            data = data[step]
        elif index == len(loc) - 1 and isinstance(data, Mapping) and step != "[key]":
            path.append(step)
    return tuple(path)


def _words(model: type[BaseModel], path: KeyPath, detail: ErrorDetails) -> tuple[str, str]:
    """What was found and how to mend it, for one of Pydantic's kinds of error."""
    kind, found, context = detail["type"], detail.get("input"), detail.get("ctx", {})
    shown = _shown(found)
    match kind:
        case "missing":
            words = "This key is missing.", "Add it."
        case "extra_forbidden":
            words = "This key is not known.", _known_keys(model, path)
        case "value_error":
            what, _, mend = str(context["error"]).partition(" | ")
            words = what, mend
        case "string_type":
            mend = f'Write it in quotes: "{found}".' if isinstance(found, int | float | date) else "Write text."
            words = f"{shown} stands where text is meant.", mend
        case "literal_error" | "enum":
            words = f"{shown} is not one of the words known here.", _known_words(found, context["expected"])
        case "string_pattern_mismatch":
            words = f"{shown} does not have the form asked for.", f"The pattern is {context['pattern']}"
        case _ if kind in _EXPECTED:
            words = f"{shown} stands where {_EXPECTED[kind]} is meant.", f"Write {_EXPECTED[kind]}."
        case _:
            words = (
                f"{shown} cannot be taken here.",
                f"{detail['msg'].removeprefix('Input should be').strip().capitalize()}.",
            )
    return words


def _known_keys(model: type[BaseModel], path: KeyPath) -> str:
    known = sorted(_fields(_model_at(model, path[:-1]) or model))
    near = difflib.get_close_matches(str(path[-1]), known, 1)
    return f"Did you mean `{near[0]}`?" if near else f"The keys here are {', '.join(known)}."


def _fields(model: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


def _model_at(annotation: Any, path: KeyPath) -> type[BaseModel] | None:
    """The model that holds the keys at `path` below `annotation`, looked for through lists, mappings and unions."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if not path:
            return annotation
        field = next((f for n, f in annotation.model_fields.items() if path[0] in (n, f.alias)), None)
        return _model_at(field.annotation, path[1:]) if field else None
    origin, inner = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return _model_at(inner[0], path)
    if origin in (types.UnionType, typing.Union):
        return next((found for branch in inner if (found := _model_at(branch, path))), None)
    if inner and path:
        return _model_at(inner[0] if origin in (tuple, list) else inner[-1], path[1:])
    return None


def _known_words(found: object, expected: str) -> str:
    near = difflib.get_close_matches(str(found), _QUOTED.findall(expected), 1)
    return f"Did you mean `{near[0]}`?" if near else f"Write {expected}."


def _shown(found: object) -> str:
    """What was found, short enough for a message."""
    if found is None:
        return "Nothing"
    if isinstance(found, Mapping):
        return "A group of keys"
    if isinstance(found, list | tuple):
        return "A list"
    text = str(found).lower() if isinstance(found, bool) else str(found)
    return f"`{text[:SHOWN]}...`" if len(text) > SHOWN else f"`{text}`"
