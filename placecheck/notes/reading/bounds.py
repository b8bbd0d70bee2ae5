"""How much a note may hold; far more than any note does, and little enough to be read in seconds."""

from __future__ import annotations

from collections.abc import Iterable

from placecheck.notes.reading.lines import Line

MAX_BYTES = 20_000_000
"""Of a file, and of the text in it."""
MAX_PAGES = 2_000
MAX_UNPACKED = 100_000_000
MAX_RATIO = 200
"""How many times its size a packed part may unpack to."""
MAX_PARTS = 5_000
CLOCK = 20
"""Seconds that reading one document may take, however busy the machine."""


class UnreadableError(Exception):
    """Why a document cannot be read, and how to mend it, as two sentences."""


def capped(lines: Iterable[Line]) -> list[Line]:
    """All of `lines`. Raises UnreadableError where they hold too much."""
    kept: list[Line] = []
    held = 0
    for line in lines:
        held += len(line.text)
        if held > MAX_BYTES:
            raise UnreadableError(f"The text is longer than {MAX_BYTES // 1_000_000} million letters. Split it.")
        kept.append(line)
    return kept
