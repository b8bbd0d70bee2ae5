"""How far long work has come, on stderr where that is a terminal, and nothing where it is not."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from placecheck.words import exchanging as words
from placecheck.words import say_n

T = TypeVar("T")
ITEMS_PER_REPORT = 25
SOON_SECONDS = 2
"""Seconds within which nobody needs to be told how long it will take."""


class ProgressLine:
    """How far work has come that does `total` things of the same size, and about how long the rest will take."""

    def __init__(self, what: str, total: int) -> None:
        self._what, self._total = what, total
        self._began = time.monotonic()
        self._width = 0

    def show(self, done: int) -> None:
        """Show that `done` are done."""
        if not sys.stderr.isatty():
            return
        line = f"{self._what} {done:,} / {self._total:,}"
        if left := time_left(time.monotonic() - self._began, done, self._total):
            line = f"{line}, {left}"
        end = "\n" if done == self._total else ""
        print(f"\r{line:<{self._width}}", end=end, file=sys.stderr, flush=True)
        self._width = len(line)


def time_left(taken: float, done: int, total: int) -> str:
    """Return in words how long the rest will take where `done` of `total` took `taken` seconds; nothing if it is soon.

    >>> time_left(30, 1_000, 5_000)
    'about 2 minutes left'
    """
    left = taken * (total - done) / done if done else 0
    if left < SOON_SECONDS:
        return ""
    return say_n(words.SECONDS_LEFT, round(left)) if left < 90 else say_n(words.MINUTES_LEFT, round(left / 60))


def with_progress(what: str, items: Iterable[T], total: int) -> Iterator[T]:
    """Yield `items` as they come, showing `what`, how many of `total` are done and how long the rest will take."""
    progress = ProgressLine(what, total)
    for number, item in enumerate(items, start=1):
        yield item
        if number % ITEMS_PER_REPORT == 0 or number == total:
            progress.show(number)
