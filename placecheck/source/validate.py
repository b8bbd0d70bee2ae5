"""A file's values as a model, or every fault of them in terms of the file: its line, its key, its words."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from placecheck.errors import Finding, InputError, bounded
from placecheck.source.builder import KeyPath
from placecheck.source.fields import MisfitError
from placecheck.source.tree import Source
from placecheck.source.wording import unknown_key, worded

Model = TypeVar("Model", bound=BaseModel)

_SAYS_ENOUGH = {"missing", "extra_forbidden", "value_error"}


def validated(model: type[Model], source: Source) -> Model:
    """Validate `source` as a `model`.

    Raises:
        InputError: The source does not fit the model; each fault is a finding, in the order of the lines.
    """
    if source.data is None:
        raise InputError([Finding(source.file, 0, "", "The file is empty.", f"Begin with {_first_keys(model)}.")])
    try:
        return model.model_validate(source.data)
    except ValidationError as error:
        details = [
            (_place(source.data, detail), detail) for detail in error.errors(include_url=False) if not _is_echo(detail)
        ]
        details.sort(key=lambda pair: source.line(pair[0]))
        raise InputError(bounded(_finding(model, source, path, detail) for path, detail in details)) from None


def _finding(model: type[BaseModel], source: Source, path: KeyPath, detail: ErrorDetails) -> Finding:
    holder = _model_at(model, path[:-1], source.data) or model
    if detail["type"] == "extra_forbidden":
        what, hint = unknown_key(str(path[-1]), list(_keys(holder)))
    else:
        what, hint = worded(detail)
        path = (*path, *_told_apart_by(detail))
    if detail["type"] not in _SAYS_ENOUGH and _may_be_left_out(holder, path) and not _holds_something(detail):
        hint = f"{hint.removesuffix('.')}, or leave the key out."
    return source.finding(path, what, hint)


def _told_apart_by(detail: ErrorDetails) -> tuple[str, ...]:
    """Return the key that should say of which kind a value is, where it is that key that is invalid."""
    key = detail.get("ctx", {}).get("discriminator", "").strip("'")
    value = detail.get("input")
    return (key,) if key and isinstance(value, Mapping) and key in value else ()


def _may_be_left_out(holder: type[BaseModel], path: KeyPath) -> bool:
    field = _keys(holder).get(str(path[-1])) if path else None
    return field is not None and not field.is_required()


def _holds_something(detail: ErrorDetails) -> bool:
    return detail.get("input") not in (None, "")


def _is_echo(detail: ErrorDetails) -> bool:
    """Return whether a list seems too short only because its entries are invalid, each of which is reported anyway."""
    return detail["type"] == "too_short" and len(detail["input"]) >= detail.get("ctx", {}).get("min_length", 0)


def _place(data: Any, detail: ErrorDetails) -> KeyPath:
    misfit = detail.get("ctx", {}).get("error")
    path = _path(data, detail["loc"], is_missing=detail["type"] == "missing")
    return (*path, *(misfit.relative_path if isinstance(misfit, MisfitError) else ()))


def _path(data: Any, loc: tuple[int | str, ...], *, is_missing: bool) -> KeyPath:
    """Return pydantic's `loc` without the steps that name a type rather than a key of the file, or a missing one."""
    path: list[int | str] = []
    for index, step in enumerate(loc):
        present = isinstance(data, Mapping) and step in data
        present = present or (isinstance(data, list) and isinstance(step, int) and step < len(data))
        if present:
            path.append(step)
            data = data[step]
        elif is_missing and index == len(loc) - 1 and isinstance(data, Mapping):
            path.append(step)
    return tuple(path)


def _first_keys(model: type[BaseModel]) -> str:
    must = [key for key, field in _keys(model).items() if field.is_required()]
    return ", ".join(f"`{key}:`" for key in must[:3])


def _keys(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Return the fields of `model` by the keys that files have for them."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _model_at(annotation: Any, path: KeyPath, data: Any) -> type[BaseModel] | None:
    """Return the model that holds the keys at `path` below `annotation`, through lists, mappings and unions.

    `data` is the value there; among models with a discriminator, it says which is meant.
    """
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if not path:
            return annotation
        field = _keys(annotation).get(str(path[0]))
        return _model_at(_whole_annotation(field), path[1:], _below(data, path[0])) if field else None
    origin, inner = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        told_apart = next(
            (marker.discriminator for marker in inner[1:] if getattr(marker, "discriminator", None)), None
        )
        return _model_at(_branch(inner[0], told_apart, data) if told_apart else inner[0], path, data)
    if origin in (types.UnionType, typing.Union):
        return next((model for branch in inner if (model := _model_at(branch, path, data))), None)
    if inner and path:
        below = inner[0] if origin in (tuple, list) else inner[-1]
        return _model_at(below, path[1:], _below(data, path[0]))
    return None


def _whole_annotation(field: FieldInfo) -> Any:
    """Return the annotation with the marks that pydantic took off it."""
    return typing.Annotated[field.annotation, field] if field.discriminator else field.annotation


def _branch(union: Any, key: str, data: Any) -> Any:
    """Return the model of `union` whose `key` is what `data` has there; the union itself where none is."""
    value = data.get(key) if isinstance(data, Mapping) else None
    fits = (
        branch for branch in typing.get_args(union) if value in typing.get_args(branch.model_fields[key].annotation)
    )
    return next(fits, union)


def _below(data: Any, step: str | int) -> Any:
    """Return the value at `step` of a mapping or a list, or None."""
    try:
        return data[step]
    except (KeyError, IndexError, TypeError):
        return None
