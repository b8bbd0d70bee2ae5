"""A file's values as a model, or every fault of them in terms of the file: its line, its key, its words."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from placecheck.errors import Finding, InputError, bounded
from placecheck.source.builder import KeyPath
from placecheck.source.fields import MisfitError
from placecheck.source.tree import Source
from placecheck.source.wording import unknown_key, worded

Model = TypeVar("Model", bound=BaseModel)

_SAYS_ENOUGH = {"missing", "extra_forbidden", "value_error"}


def validated(model: type[Model], source: Source) -> Model:
    """`source` as a `model`. Raises InputError with a finding for each fault, in the order of the lines."""
    if source.data is None:
        raise InputError([Finding(source.file, 0, "", "The file is empty.", f"Begin with {_first_keys(model)}.")])
    try:
        return model.model_validate(source.data)
    except ValidationError as error:
        details = [(_place(source.data, one), one) for one in error.errors(include_url=False) if not _is_echo(one)]
        details.sort(key=lambda pair: source.line(pair[0]))
        raise InputError(bounded(_finding(model, source, path, one) for path, one in details)) from None


def _finding(model: type[BaseModel], source: Source, path: KeyPath, detail: ErrorDetails) -> Finding:
    holder = _model_at(model, path[:-1]) or model
    if detail["type"] == "extra_forbidden":
        what, mend = unknown_key(str(path[-1]), list(holder.model_fields))
    else:
        what, mend = worded(detail)
    if detail["type"] not in _SAYS_ENOUGH and _may_be_left_out(holder, path) and not _holds_something(detail):
        mend = f"{mend.removesuffix('.')}, or leave the key out."
    return source.finding(path, what, mend)


def _may_be_left_out(holder: type[BaseModel], path: KeyPath) -> bool:
    field = holder.model_fields.get(str(path[-1])) if path else None
    return field is not None and not field.is_required()


def _holds_something(detail: ErrorDetails) -> bool:
    return detail.get("input") not in (None, "")


def _is_echo(detail: ErrorDetails) -> bool:
    """Whether a list seems too short only because its entries are at fault, each of which is told anyway."""
    return detail["type"] == "too_short" and len(detail["input"]) >= detail.get("ctx", {}).get("min_length", 0)


def _place(data: Any, detail: ErrorDetails) -> KeyPath:
    misfit = detail.get("ctx", {}).get("error")
    return (*_path(data, detail["loc"]), *(misfit.below if isinstance(misfit, MisfitError) else ()))


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


def _first_keys(model: type[BaseModel]) -> str:
    must = [name for name, field in model.model_fields.items() if field.is_required()]
    return ", ".join(f"`{name}:`" for name in must[:3])


def _model_at(annotation: Any, path: KeyPath) -> type[BaseModel] | None:
    """The model that holds the keys at `path` below `annotation`, looked for through lists, mappings and unions."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if not path:
            return annotation
        field = annotation.model_fields.get(str(path[0]))
        return _model_at(field.annotation, path[1:]) if field else None
    origin, inner = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return _model_at(inner[0], path)
    if origin in (types.UnionType, typing.Union):
        return next((found for branch in inner if (found := _model_at(branch, path))), None)
    if inner and path:
        return _model_at(inner[0] if origin in (tuple, list) else inner[-1], path[1:])
    return None
