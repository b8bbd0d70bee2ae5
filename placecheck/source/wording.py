"""What each kind of error that pydantic raises means in terms of a file: what was found, and what would be right."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from typing import Any

from pydantic_core import ErrorDetails

from placecheck.source.fields import PATTERN_HINTS, MisfitError
from placecheck.source.shown import SHOWN, show_value

Words = tuple[str, str]

_QUOTED = re.compile(r"'([^']+)'|\b([0-9]+)\b")
_SEE_README = "The README beside the rubrics says what each key holds."
_NUMBER = "Write a number in digits, without quotes."
_ANOTHER_KIND = {
    ("a whole number is", "Write a whole number, without quotes."): (
        "int_type",
        "int_parsing",
        "int_from_float",
        "int_parsing_size",
    ),
    ("a number is", _NUMBER): ("float_type", "float_parsing", "decimal_type", "decimal_parsing", "finite_number"),
    ("true or false is", "Write true or false."): ("bool_type", "bool_parsing"),
    ("a date is", "Write year-month-day, as in 2026-10-03."): (
        "date_type",
        "date_parsing",
        "date_from_datetime_parsing",
        "date_from_datetime_inexact",
    ),
    ("a list is", "Write each entry on a line of its own, after a dash and a space."): ("list_type", "tuple_type"),
    ("keys and their values are", "Write lines of `key: value`."): (
        "dict_type",
        "mapping_type",
        "model_type",
        "model_attributes_type",
    ),
}
_EXPECTED = {kind: expected for expected, kinds in _ANOTHER_KIND.items() for kind in kinds}


def worded(detail: ErrorDetails) -> Words:
    """Return what was found and how to fix it, for one error of pydantic's; see `unknown_key` for unknown keys."""
    kind, value, limits = detail["type"], detail.get("input"), detail.get("ctx", {})
    if kind in _EXPECTED:
        meant, hint = _EXPECTED[kind]
        return f"{show_value(value)} stands where {meant} meant.", hint
    if kind in _KINDS:
        return _KINDS[kind](value, limits)
    return f"{show_value(value)} cannot be taken here.", _SEE_README


def unknown_key(key: str, known: list[str]) -> Words:
    """Return words for a key that does not belong in its place: the one that was meant, or all that may be there."""
    return "This key is not known.", near_or_all(key, known, f"The keys here are {', '.join(known)}.")


def near_or_all(value: str, known: list[str], otherwise: str) -> str:
    """Return the one of the `known` words that was probably meant; else `otherwise`."""
    near = difflib.get_close_matches(value[:SHOWN], known, 1)
    return f"Did you mean `{near[0]}`?" if near else otherwise


def _not_text(value: object, _: Any) -> Words:
    has_words = value is not None and not isinstance(value, Mapping | list | tuple)
    return f"{show_value(value)} stands where text is meant.", "Put it in quotes." if has_words else "Write the text."


def _own(_: object, limits: Mapping[str, Any]) -> Words:
    """Return both halves as our validators give them: separate in a MisfitError, with a bar between in other errors."""
    misfit = limits["error"]
    if isinstance(misfit, MisfitError):
        return misfit.what, misfit.hint
    what, _, hint = str(misfit).partition(" | ")
    return what, hint


def _word(value: object, limits: Mapping[str, Any]) -> Words:
    known = [quoted or number for quoted, number in _QUOTED.findall(limits["expected"])]
    every = f"{', '.join(known[:-1])} or {known[-1]}" if len(known) > 1 else known[0]
    if value is None:
        return "Nothing stands where a word is meant.", f"Write {every}."
    return f"{show_value(value)} is not one of the words known here.", near_or_all(str(value), known, f"Write {every}.")


def _too_long(value: object, limits: Mapping[str, Any]) -> Words:
    return f"The text has {len(str(value)):,} characters.", f"Keep it to {limits['max_length']:,}."


def _too_short(_: object, limits: Mapping[str, Any]) -> Words:
    entries = {0: "There is no entry here.", 1: "There is only one entry here."}
    count = limits["actual_length"]
    return entries.get(count, f"There are only {count} entries here."), f"Write {limits['min_length']} or more."


def _too_many(_: object, limits: Mapping[str, Any]) -> Words:
    return "There are too many entries here.", f"Write {limits['max_length']} at most."


_KINDS: dict[str, Callable[[object, Mapping[str, Any]], Words]] = {
    "missing": lambda _, __: ("This key is missing.", "Add it."),
    "value_error": _own,
    "string_type": _not_text,
    "string_unicode": lambda _, __: ("Half of a character stands here.", "Write it again."),
    "string_too_short": lambda _, __: ("The text is empty.", "Write some."),
    "string_too_long": _too_long,
    "string_pattern_mismatch": lambda value, limits: (
        f"{show_value(value)} does not have the form that is meant here.",
        PATTERN_HINTS.get(limits["pattern"], _SEE_README),
    ),
    "literal_error": _word,
    "union_tag_not_found": lambda _, limits: (
        f"The key {limits['discriminator'].replace(chr(39), '`')} is missing.",
        "Add it: it says which keys may stand here.",
    ),
    "union_tag_invalid": lambda _, limits: _word(limits["tag"], {"expected": limits["expected_tags"]}),
    "too_short": _too_short,
    "too_long": _too_many,
    "greater_than": lambda value, limits: (f"{show_value(value)} is too small.", f"Write more than {limits['gt']}."),
    "greater_than_equal": lambda value, limits: (
        f"{show_value(value)} is too small.",
        f"Write {limits['ge']} or more.",
    ),
    "less_than_equal": lambda value, limits: (f"{show_value(value)} is too large.", f"Write {limits['le']} or less."),
    "decimal_max_digits": lambda value, limits: (
        f"{show_value(value)} has too many digits.",
        f"Write {limits['max_digits']} at most.",
    ),
    "decimal_max_places": lambda value, limits: (
        f"{show_value(value)} has too many decimals.",
        f"Write {limits['decimal_places']} at most.",
    ),
}
