"""JSON whose values are wanted and whose lines are not yet: many times as fast as the walk of `json_reader`.

What the walk would refuse, or read in another way than the standard library does, is left to it.
"""

from __future__ import annotations

import json
from typing import Any

from placecheck.source.builder import MAX_DEPTH, MAX_KEY, MAX_VALUES
from placecheck.source.scalars import MAX_NUMBER_LENGTH, Scalar, plain_value
from placecheck.source.text import UNWANTED

_LEFT_TO_THE_WALK = ("\\u", "\\b", "\\f")
"""Escapes that can give a character that no text holds, which the walk refuses with its line."""


class _NotQuickError(ValueError):
    """Something that is left to the walk."""


def quick_json(text: str) -> tuple[Any] | None:
    """Return the value that the walk makes of the JSON `text`, in a tuple; None where only the walk can say."""
    values = text.count(",") + text.count("{") + text.count("[") + 1  # at most, as a story has commas too
    if values > MAX_VALUES or any(escape in text for escape in _LEFT_TO_THE_WALK) or UNWANTED.search(text):
        return None
    try:
        value = json.loads(
            text, object_pairs_hook=_mapping, parse_int=_number, parse_float=_number, parse_constant=_refuse
        )
        return (value,) if _depth(value) <= MAX_DEPTH else None
    except (ValueError, RecursionError):
        return None


def _mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    mapping = dict(pairs)
    if len(mapping) != len(pairs) or any(len(key) > MAX_KEY for key in mapping):
        raise _NotQuickError
    return mapping


def _number(digits: str) -> Scalar:
    if len(digits) > MAX_NUMBER_LENGTH or "e" in digits or "E" in digits:
        raise _NotQuickError
    return plain_value(digits)


def _refuse(_: str) -> None:
    raise _NotQuickError


def _depth(value: Any) -> int:
    below = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    if below is None:
        return 0
    return 1 + max((_depth(each) for each in below if isinstance(each, dict | list)), default=0)
