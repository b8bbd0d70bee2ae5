"""Limits on what a note may hold: far more than any note does, and little enough to be read in seconds."""

from __future__ import annotations

from collections.abc import Iterable

from placecheck.notes.reading.lines import DocumentLine

MAX_BYTES = 20_000_000
"""The most bytes of a file, and the most characters of text in it."""
MAX_PAGES = 2_000
MAX_UNPACKED = 100_000_000
MAX_RATIO = 200
"""The most times its packed size that a part may unpack to."""
MAX_PARTS = 5_000
TIMEOUT = 20
"""The most seconds of wall-clock time that reading one document may take."""


class UnreadableError(Exception):
    """Raised with two sentences: why a document cannot be read, and what to do about it."""


def limit_lines(lines: Iterable[DocumentLine]) -> list[DocumentLine]:
    """Return `lines` as a list.

    Raises:
        UnreadableError: They hold more than `MAX_BYTES` characters.
    """
    kept_lines: list[DocumentLine] = []
    held = 0
    for line in lines:
        held += len(line.text)
        if held > MAX_BYTES:
            raise UnreadableError(f"The text is longer than {MAX_BYTES // 1_000_000} million letters. Split it.")
        kept_lines.append(line)
    return kept_lines
