"""Known notes found again in the lines of any file, paragraph by paragraph, wherever they stand in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple

from placecheck.fingerprint import fingerprint, words
from placecheck.notes.model import Catalogue
from placecheck.notes.outline import LONG, OPENING, Mark, letters, opening, whole
from placecheck.notes.reading import Line, paragraphs
from placecheck.notes.reading.lines import BULLET, joined

Place = tuple[str, int]
"""A note's id and a paragraph's number in it."""

_OPENING_MARKS = "\"'“‘(["
_CLOSING_MARKS = "\"'”’)].,;:!?…"
_TOKEN = re.compile(r"[^\W_]+(?:['’‘`´]+[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph of a file, in the file's order: known by its place in a note, or not (`place` None)."""

    text: str
    place: Place | None = None
    heading: bool = False


class _Token(NamedTuple):
    letters: str
    row: int
    start: int
    end: int


class Marks:
    """The marks of a catalogue, ready to be looked for."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._long: dict[int, list[tuple[int, str, Place]]] = defaultdict(list)
        self._short: dict[str, list[Place]] = defaultdict(list)
        for note, marks in catalogue.outlines.marks.items():
            for number, mark in enumerate(marks):
                if mark:
                    self._take(mark, (note, number))
        for entries in self._long.values():
            entries.sort(reverse=True)
        self._fingerprints = {p.fingerprint: (p.note, p.paragraph) for p in catalogue.passages}

    def _take(self, mark: Mark, place: Place) -> None:
        if mark.letters >= LONG:
            self._long[mark.opening].append((mark.letters, mark.whole, place))
        else:
            self._short[mark.whole].append(place)

    def at(self, run: str, start: int) -> tuple[int, Place] | None:
        """The length in letters and the place of the longest paragraph that stands in `run` at `start`."""
        for length, hashed, place in self._long.get(opening(run[start : start + OPENING]), ()):
            if whole(run[start : start + length]) == hashed and start + length <= len(run):
                return length, place
        return None

    def short(self, text: str) -> Sequence[Place]:
        """The places that a short paragraph, such as a heading, may have."""
        run = letters(text)
        return self._short.get(whole(run), ()) if run and len(run) < LONG else ()

    def cited(self, text: str) -> Place | None:
        """The place of a cited passage whose whole text this is."""
        return self._fingerprints.get(fingerprint(text))


def recognised(lines: Sequence[Line], marks: Marks) -> tuple[Piece, ...]:
    """The paragraphs that `lines` hold, each with its place where it is known."""
    tokens = list(_tokens(lines))
    known = frozenset(token.letters for token in tokens)
    pieces: list[Piece] = []
    after = 0
    for first, end, place in _found(tokens, marks):
        pieces += _loose(lines, tokens, after, first)
        pieces.append(Piece(BULLET.sub("", joined(_rows(lines, tokens, first, end), known), count=1), place))
        after = end
    pieces += _loose(lines, tokens, after, len(tokens))
    cited = [piece if piece.place else replace(piece, place=marks.cited(piece.text)) for piece in pieces]
    return _with_headings(cited, marks)


def _tokens(lines: Sequence[Line]) -> Iterator[_Token]:
    for row, line in enumerate(lines):
        for found in _TOKEN.finditer(line.text):
            token = found[0]
            yield _Token(
                token.lower() if token.isascii() and token.isalnum() else "".join(words(token)), row, *found.span()
            )


def _found(tokens: Sequence[_Token], marks: Marks) -> Iterator[tuple[int, int, Place]]:
    """Where known paragraphs stand: the first token, the one after the last, and the place."""
    run = "".join(token.letters for token in tokens)
    at, after = 0, 0
    ends = {}
    for number, token in enumerate(tokens):
        at += len(token.letters)
        ends[at] = number + 1
    at = 0
    for number, token in enumerate(tokens):
        if number >= after and (found := marks.at(run, at)):
            length, place = found
            after = ends.get(at + length, number)
            if after > number:
                yield number, after, place
        at += len(token.letters)


def _rows(lines: Sequence[Line], tokens: Sequence[_Token], first: int, end: int) -> list[str]:
    """The text of the tokens from `first` to before `end`, row by row, with the marks that stand close to them."""
    rows = []
    for row, held in groupby(range(first, end), key=lambda number: tokens[number].row):
        here = list(held)
        text = lines[row].text
        start, stop = tokens[here[0]].start, tokens[here[-1]].end
        opens = here[0] == 0 or tokens[here[0] - 1].row != row
        closes = here[-1] == len(tokens) - 1 or tokens[here[-1] + 1].row != row
        start = 0 if opens else start - len(text[:start]) + len(text[:start].rstrip(_OPENING_MARKS))
        stop = len(text) if closes else len(text) - len(text[stop:].lstrip(_CLOSING_MARKS))
        rows.append(text[start:stop])
    return rows


def _loose(lines: Sequence[Line], tokens: Sequence[_Token], first: int, end: int) -> list[Piece]:
    """What stands between known paragraphs, as paragraphs of its own."""
    numbers = [row for row, _ in groupby(tokens[first:end], key=lambda token: token.row)]
    texts = _rows(lines, tokens, first, end)
    rows = [
        Line(text, lines[row].starts or not place, lines[row].heading)
        for place, (row, text) in enumerate(zip(numbers, texts, strict=True))
    ]
    return [Piece(text, heading=heading) for text, heading in paragraphs(rows) if words(text)]


def _with_headings(pieces: Sequence[Piece], marks: Marks) -> tuple[Piece, ...]:
    """`pieces`, with short paragraphs known where they stand in order next to their fellows."""
    followed: list[Place | None] = []
    following: Place | None = None
    for piece in reversed(pieces):
        followed.append(following)
        following = piece.place or following
    settled: list[Piece] = []
    before: Place | None = None
    for piece, after in zip(pieces, reversed(followed), strict=True):
        place = piece.place or next((p for p in marks.short(piece.text) if _between(p, before, after)), None)
        settled.append(replace(piece, place=place))
        before = place or before
    return tuple(settled)


def _between(place: Place, before: Place | None, after: Place | None) -> bool:
    """Whether `place` follows `before` or leads to `after`, in the same note."""
    note, number = place
    follows = before is not None and before[0] == note and before[1] < number
    leads = after is not None and after[0] == note and number < after[1]
    same = before is not None and after is not None and before[0] == after[0] == note
    return follows and leads if same else follows or leads
