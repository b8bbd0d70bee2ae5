"""A note's outline: a mark for each of its paragraphs, by which each is known again wherever it stands.

A mark is made from the paragraph's letters and figures alone, run together: line breaks, hyphens, spaces and
typography may differ. It holds none of its words.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import NamedTuple
from zlib import crc32

from pydantic import Field

from placecheck.fingerprint import words
from placecheck.source.fields import Frozen, Slug, Story

OPENING = 12
"""How many letters are looked at first: about the first two words."""
LONG = 60
"""From so many letters on a paragraph is known by itself; a shorter one, such as a heading, only among its fellows."""

_MARK = re.compile(r"([0-9a-f]{8}) (\d{1,6}) ([0-9a-f]{16})")


class Mark(NamedTuple):
    """What a paragraph is known by: a checksum of its opening, its length in letters, a hash of all of them."""

    opening: int
    letters: int
    whole: str

    def __str__(self) -> str:
        return f"{self.opening:08x} {self.letters} {self.whole}"


class OutlinesFile(Frozen):
    """`outlines.yaml`: under each note's id its marks, a paragraph a line in their order; `-` where one is left out."""

    outlines: dict[Slug, Story] = Field(default_factory=dict)

    @property
    def marks(self) -> dict[str, tuple[Mark | None, ...]]:
        """The marks of each note."""
        return {note: tuple(map(_mark, lines.split("\n"))) for note, lines in self.outlines.items()}


def letters(text: str) -> str:
    """The letters and figures of `text`, run together, without a leading list marker."""
    return "".join(words(text))


def mark(run: str) -> Mark:
    """The mark of a paragraph with these letters."""
    return Mark(opening(run), len(run), whole(run))


def opening(run: str) -> int:
    """A checksum of how `run` begins."""
    return crc32(run[:OPENING].encode())


def whole(run: str) -> str:
    """The first 16 hexadecimal digits of SHA-256 over `run`."""
    return sha256(run.encode()).hexdigest()[:16]


def _mark(line: str) -> Mark | None:
    found = _MARK.fullmatch(line.strip())
    return Mark(int(found[1], 16), int(found[2]), found[3]) if found else None
