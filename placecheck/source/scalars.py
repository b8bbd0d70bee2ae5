"""What an unquoted word in a file means; narrower than YAML 1.1, so that `no`, `on` and `1:30` stay words."""

from __future__ import annotations

import datetime
import re

_INTEGER = re.compile(r"[-+]?[0-9]{1,15}")
_NUMBER = re.compile(
    r"[-+]?(?:[0-9]{1,15}\.[0-9]{0,15}|\.[0-9]{1,15})(?:[eE][-+]?[0-9]{1,2})?|[-+]?[0-9]{1,15}[eE][-+]?[0-9]{1,2}"
)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WORDS = {"": None, "null": None, "~": None, "true": True, "false": False}

Scalar = str | int | float | bool | None | datetime.date


def plain_value(text: str) -> Scalar:
    """The value of an unquoted word: nothing, true or false, a number, a date (year-month-day), or the word itself."""
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _NUMBER.fullmatch(text):
        return float(text)
    if _DATE.fullmatch(text):
        try:
            return datetime.date.fromisoformat(text)
        except ValueError:
            return text
    return text
