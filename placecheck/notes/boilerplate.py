"""Text in a note's file that is no part of the note: navigation, sponsors' lines, lists of named people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from placecheck.fingerprint import words
from placecheck.source.fields import Frozen, Line

NAME_WORDS = 20
"""The most words that a line of a list of people has."""
SENTENCE_END = re.compile(r"[.!?][\"'’”)]*$")


class Boilerplate(Frozen):
    """The content of `boilerplate.yaml`. Lines are compared by their words; a final `*` matches any further words."""

    separators: tuple[Line, ...] = ()
    """Lines between two notes of one file."""
    lines: tuple[Line, ...] = ()
    """Lines that are left out wherever they are."""
    endings: tuple[Line, ...] = ()
    """Lines that are left out together with everything up to the next separator."""
    people: tuple[Line, ...] = ()
    """Headings of lists of named people, left out with the list."""

    def is_separator(self, text: str) -> bool:
        """Tell whether `text` separates two notes."""
        return _matches(text, self._separators)

    def content_positions(self, paragraphs: Iterable[str]) -> Iterator[int]:
        """Yield the positions of those `paragraphs` between two separators that are part of the note."""
        in_people_list = False
        for position, text in enumerate(paragraphs):
            if _matches(text, self._endings):
                return
            in_people_list = _matches(text, self._people) or (in_people_list and _may_be_name(text))
            if not in_people_list and not _matches(text, self._lines):
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
    """Compile a pattern that matches the words of any of `lines`; a line without words matches nothing."""
    normalised = ((" ".join(words(line)), line.rstrip().endswith("*")) for line in lines)
    return re.compile(
        "|".join(f"{re.escape(plain)}{'(?: .*)?' if open_ended else ''}" for plain, open_ended in normalised if plain)
    )


def _matches(text: str, pattern: re.Pattern[str]) -> bool:
    return bool(pattern.pattern) and bool(pattern.fullmatch(" ".join(words(text))))


def _may_be_name(text: str) -> bool:
    return len(words(text)) <= NAME_WORDS and not SENTENCE_END.search(text.strip())
