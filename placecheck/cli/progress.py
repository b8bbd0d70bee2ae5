"""How far long work has come, on stderr where that is a terminal, and nothing where it is not."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
STEP = 25


def counted(what: str, items: Iterable[T], total: int) -> Iterator[T]:
    """`items` as they come, with `what` and how many of `total` are done."""
    shown = sys.stderr.isatty()
    for number, item in enumerate(items, start=1):
        yield item
        if shown and (number % STEP == 0 or number == total):
            end = "\n" if number == total else ""
            print(f"\r{what} {number:,} / {total:,}", end=end, file=sys.stderr, flush=True)
