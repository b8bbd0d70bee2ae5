"""Plain values built step by step from what a reader meets, each with its line; bounded however long the file is."""

from __future__ import annotations

from typing import Any

from placecheck.errors import InputError, refuse
from placecheck.source.scalars import NumberTooLongError, Scalar, plain_value
from placecheck.source.text import UNWANTED

MAX_DEPTH = 20
MAX_VALUES = 100_000
MAX_KEY = 200

KeyPath = tuple[str | int, ...]


def dotted(path: KeyPath) -> str:
    """Return a key path as people write it: `voices[2].answers.mixing`."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).lstrip(".")


def line_fault(name: str, line: int, what: str, hint: str) -> InputError:
    """Return an error about a line of the file `name`, where no key is known yet."""
    return refuse(name, line, "", what, hint)


class Builder:
    """A builder of values, with a stack of open lists and mappings; `lines` grows with them.

    Every method raises InputError where the text is too deep or too long, or repeats a key.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.root: Any = None
        self.lines: dict[KeyPath, int] = {}
        self._open: list[tuple[Any, KeyPath]] = []
        self._key: list[str | None] = []
        self._values = 0

    def enter(self, value: dict[str, Any] | list[Any], line: int) -> None:
        """Begin the (empty) mapping or list `value`: what follows belongs to it, until `leave`."""
        path = self._place(value, line)
        if len(self._open) >= MAX_DEPTH:
            what = f"Lists within lists go deeper than {MAX_DEPTH}."
            raise line_fault(self.name, line, what, "None of our files needs more.")
        self._open.append((value, path))
        self._key.append(None)

    def leave(self) -> None:
        """End the mapping or list that was begun last."""
        self._open.pop()
        self._key.pop()

    def scalar(self, text: str, line: int, *, plain: bool) -> None:
        """Take a key, or a value: a `plain` one may be a number or a date, a quoted one is text."""
        unwanted = None if plain else UNWANTED.search(text)  # a plain word stands in the file as it is: looked at there
        if unwanted:
            what = f"The character U+{ord(unwanted.group()):04X} is not allowed in text."
            raise line_fault(self.name, line, what, "Take it out.")
        if self._open and isinstance(self._open[-1][0], dict) and self._key[-1] is None:
            self._take_key(text, line)
        else:
            self._place(self._value(text, line) if plain else text, line)

    def _value(self, word: str, line: int) -> Scalar:
        try:
            return plain_value(word)
        except NumberTooLongError:
            what = f"A number of {len(word):,} characters stands here."
            raise line_fault(self.name, line, what, "Shorten it, or put it in quotes if it is text.") from None

    def _take_key(self, key: str, line: int) -> None:
        if len(key) > MAX_KEY:
            what = f"A key of {len(key):,} characters stands here."
            raise line_fault(self.name, line, what, "Check the colons and quotes here.")
        mapping, path = self._open[-1]
        if key in mapping:
            what = f"This key stands here twice, first on line {self.lines[(*path, key)]}."
            raise refuse(self.name, line, dotted((*path, key)), what, self._mend_twice(key))
        self._key[-1] = key
        self.lines[(*path, key)] = line

    def _mend_twice(self, key: str) -> str:
        mapping, path = self._open[-1]
        begins_entry = bool(path) and isinstance(path[-1], int) and next(iter(mapping)) == key
        if begins_entry and not str(self.name).endswith(".json"):
            return "If another entry begins here, write a dash and a space before it. If not, keep one."
        return "Keep one."

    def _place(self, value: Any, line: int) -> KeyPath:
        self._values += 1
        if self._values > MAX_VALUES:
            raise line_fault(self.name, line, f"The file holds more than {MAX_VALUES:,} values.", "Split it.")
        if not self._open:
            self.root = value
            self.lines[()] = line
            return ()
        holder, path = self._open[-1]
        key: str | int
        if isinstance(holder, dict):
            if self._key[-1] is None:
                raise refuse(self.name, line, dotted(path), "A list or mapping stands as a key.", "A key is one word.")
            key, self._key[-1] = self._key[-1], None
            holder[key] = value
        else:
            key = len(holder)
            holder.append(value)
            self.lines[(*path, key)] = line
        return (*path, key)
