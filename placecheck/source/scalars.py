"""What an unquoted word in a file means; narrower than YAML 1.1, so that `no`, `007`, `1:30` and `1e5` stay words."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal

MAX_NUMBER_LENGTH = 20
"""How many characters a number may have; what is longer is meant as text, and belongs in quotes."""

_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"[-+]?(?:0|[1-9][0-9]*)\.[0-9]+")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_BEGINS_A_NUMBER = frozenset("+-0123456789")
_WORDS = {"": None, "null": None, "~": None, "true": True, "false": False}

Scalar = str | int | Decimal | bool | None | datetime.date


class NumberTooLongError(ValueError):
    """A number of more characters than `MAX_NUMBER_LENGTH`."""


def plain_value(word: str) -> Scalar:
    """Return the value of an unquoted word: nothing, true or false, a number, a date (year-month-day), or the word.

    A number keeps its digits as written (`2026.10` is not `2026.1`).

    Raises:
        NumberTooLongError: The number has too many digits.
    """
    if word in _WORDS:
        return _WORDS[word]
    if word[0] not in _BEGINS_A_NUMBER:
        return word
    kind = int if _INTEGER.fullmatch(word) else Decimal if _DECIMAL.fullmatch(word) else None
    if kind is not None:
        if len(word) > MAX_NUMBER_LENGTH:
            raise NumberTooLongError
        return kind(word)
    if _DATE.fullmatch(word):
        try:
            return datetime.date.fromisoformat(word)
        except ValueError:
            return word
    return word
