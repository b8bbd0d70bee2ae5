"""A note's outline: a signature for each paragraph, by which the paragraph is recognised in any file.

A signature is made from the paragraph's letters and figures alone, run together: line breaks, hyphens, spaces and
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
"""How many letters are compared first: about two words."""
MIN_LONG_LETTERS = 60
"""The fewest letters of a paragraph recognised by itself; a shorter one, such as a heading, needs its neighbours."""

_SIGNATURE = re.compile(r"([0-9a-f]{8}) (\d{1,6}) ([0-9a-f]{16})")


class Signature(NamedTuple):
    """A checksum of a paragraph's opening, its length in letters, and a hash of all its letters."""

    opening: int
    letters: int
    whole: str

    def __str__(self) -> str:
        return f"{self.opening:08x} {self.letters} {self.whole}"


class OutlinesFile(Frozen):
    """`outlines.yaml`: under each note's id its signatures in order, one a line; `-` for a paragraph left out."""

    outlines: dict[Slug, Story] = Field(default_factory=dict)

    @property
    def signatures(self) -> dict[str, tuple[Signature | None, ...]]:
        """Map each note's id to its signatures; None for a paragraph that is left out."""
        return {note: tuple(map(_parsed, lines.split("\n"))) for note, lines in self.outlines.items()}


def letters_and_figures(text: str) -> str:
    """Join the letters and figures of `text`, without a leading list marker."""
    return "".join(words(text))


def signature(run: str) -> Signature:
    """Return the signature of a paragraph with the letters `run`."""
    return Signature(opening(run), len(run), whole(run))


def opening(run: str) -> int:
    """Return the CRC-32 of the first `OPENING` letters of `run`."""
    return crc32(run[:OPENING].encode())


def whole(run: str) -> str:
    """Return the first 16 hexadecimal digits of the SHA-256 of `run`."""
    return sha256(run.encode()).hexdigest()[:16]


def _parsed(line: str) -> Signature | None:
    match = _SIGNATURE.fullmatch(line.strip())
    return Signature(int(match[1], 16), int(match[2]), match[3]) if match else None
