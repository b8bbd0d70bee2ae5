"""What stands in a note's file and is no part of the note: navigation, sponsors' lines, lists of named people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from placecheck.fingerprint import words
from placecheck.source.fields import Frozen, Line

NAME_WORDS = 20
"""A line of a list of people has so many words at most."""
SENTENCE_END = re.compile(r"[.!?][\"'’”)]*$")


class Furniture(Frozen):
    """`furniture.yaml`. Lines are compared by their words alone; `*` at the end stands for any words more."""

    separators: tuple[Line, ...] = ()
    """Between two notes of one file."""
    lines: tuple[Line, ...] = ()
    """Left out wherever they stand."""
    endings: tuple[Line, ...] = ()
    """Left out, and with them all up to the next separator."""
    people: tuple[Line, ...] = ()
    """Headings of a list of named people: left out with the list."""

    def separates(self, text: str) -> bool:
        """Whether `text` stands between two notes."""
        return _fits(text, self._separators)

    def stripped(self, paragraphs: Iterable[str]) -> Iterator[int]:
        """The positions, among the `paragraphs` between two separators, of those that are part of the note."""
        listing = False
        for position, text in enumerate(paragraphs):
            if _fits(text, self._endings):
                return
            listing = _fits(text, self._people) or (listing and _may_be_name(text))
            if not listing and not _fits(text, self._lines):
                yield position

    @cached_property
    def _separators(self) -> re.Pattern[str]:
        return _pattern(self.separators)

    @cached_property
    def _lines(self) -> re.Pattern[str]:
        return _pattern(self.lines)

    @cached_property
    def _endings(self) -> re.Pattern[str]:
        return _pattern(self.endings)

    @cached_property
    def _people(self) -> re.Pattern[str]:
        return _pattern(self.people)


def _pattern(lines: Iterable[str]) -> re.Pattern[str]:
    """Any of the `lines` as their words; a line of no words fits nothing."""
    known = ((" ".join(words(line)), line.rstrip().endswith("*")) for line in lines)
    return re.compile("|".join(f"{re.escape(plain)}{'(?: .*)?' if open_ else ''}" for plain, open_ in known if plain))


def _fits(text: str, pattern: re.Pattern[str]) -> bool:
    return bool(pattern.pattern) and bool(pattern.fullmatch(" ".join(words(text))))


def _may_be_name(text: str) -> bool:
    return len(words(text)) <= NAME_WORDS and not SENTENCE_END.search(text.strip())
