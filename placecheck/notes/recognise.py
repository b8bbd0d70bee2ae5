"""Recognise the paragraphs of known notes in the lines of any file, wherever they are in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple

from placecheck.fingerprint import text_fingerprint, words
from placecheck.notes.model import Catalogue, ParagraphPosition
from placecheck.notes.outline import MIN_LONG_LETTERS, OPENING, Signature, letters_and_figures, opening, whole
from placecheck.notes.reading import DocumentLine, paragraphs
from placecheck.notes.reading.lines import BULLET, join_rows

_OPENING_PUNCTUATION = "\"'“‘(["
_CLOSING_PUNCTUATION = "\"'”’)].,;:!?…"
_TOKEN = re.compile(r"[^\W_]+(?:['’‘`´]+[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph of a file; `position` is its position in a known note, or None."""

    text: str
    position: ParagraphPosition | None = None
    is_heading: bool = False


class _Token(NamedTuple):
    letters: str
    row: int
    start: int
    end: int


class SignatureIndex:
    """The signatures of a catalogue, indexed for lookup."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._long: dict[int, list[tuple[int, str, ParagraphPosition]]] = defaultdict(list)
        self._short: dict[str, list[ParagraphPosition]] = defaultdict(list)
        for note, signatures in catalogue.outlines.signatures.items():
            for number, signature in enumerate(signatures):
                if signature:
                    self._insert(signature, (note, number))
        for entries in self._long.values():
            entries.sort(reverse=True)
        self._fingerprints = {p.fingerprint: (p.note, p.paragraph) for p in catalogue.passages}

    def _insert(self, signature: Signature, position: ParagraphPosition) -> None:
        if signature.letters >= MIN_LONG_LETTERS:
            self._long[signature.opening].append((signature.letters, signature.whole, position))
        else:
            self._short[signature.whole].append(position)

    def longest_at(self, run: str, start: int) -> tuple[int, ParagraphPosition] | None:
        """Return the length in letters and the position of the longest known paragraph that begins at `start`."""
        for length, hashed, position in self._long.get(opening(run[start : start + OPENING]), ()):
            if whole(run[start : start + length]) == hashed and start + length <= len(run):
                return length, position
        return None

    def short_positions(self, text: str) -> Sequence[ParagraphPosition]:
        """Return the positions that a short paragraph, such as a heading, may have."""
        run = letters_and_figures(text)
        return self._short.get(whole(run), ()) if run and len(run) < MIN_LONG_LETTERS else ()

    def cited_position(self, text: str) -> ParagraphPosition | None:
        """Return the position of the cited passage whose whole text is `text`; None where there is none."""
        return self._fingerprints.get(text_fingerprint(text))


def recognise_paragraphs(lines: Sequence[DocumentLine], signatures: SignatureIndex) -> tuple[Piece, ...]:
    """Split `lines` into paragraphs, each with its position where it is known."""
    tokens = list(_tokens(lines))
    known = frozenset(token.letters for token in tokens)
    pieces: list[Piece] = []
    after = 0
    for first, end, position in _matches(tokens, signatures):
        pieces += _loose(lines, tokens, after, first)
        pieces.append(Piece(BULLET.sub("", join_rows(_rows(lines, tokens, first, end), known), count=1), position))
        after = end
    pieces += _loose(lines, tokens, after, len(tokens))
    cited = [
        piece if piece.position else replace(piece, position=signatures.cited_position(piece.text)) for piece in pieces
    ]
    return _with_headings(cited, signatures)


def _tokens(lines: Sequence[DocumentLine]) -> Iterator[_Token]:
    for row, line in enumerate(lines):
        for match in _TOKEN.finditer(line.text):
            token = match[0]
            yield _Token(
                token.lower() if token.isascii() and token.isalnum() else "".join(words(token)), row, *match.span()
            )


def _matches(tokens: Sequence[_Token], signatures: SignatureIndex) -> Iterator[tuple[int, int, ParagraphPosition]]:
    """Yield each known paragraph: its first token, the token after its last, and its position."""
    run = "".join(token.letters for token in tokens)
    at, after = 0, 0
    ends = {}
    for number, token in enumerate(tokens):
        at += len(token.letters)
        ends[at] = number + 1
    at = 0
    for number, token in enumerate(tokens):
        if number >= after and (match := signatures.longest_at(run, at)):
            length, position = match
            after = ends.get(at + length, number)
            if after > number:
                yield number, after, position
        at += len(token.letters)


def _rows(lines: Sequence[DocumentLine], tokens: Sequence[_Token], first: int, end: int) -> list[str]:
    """Return the text of the tokens from `first` to before `end`, row by row, with the punctuation around them."""
    rows = []
    for row, held in groupby(range(first, end), key=lambda number: tokens[number].row):
        numbers = list(held)
        text = lines[row].text
        start, stop = tokens[numbers[0]].start, tokens[numbers[-1]].end
        opens = numbers[0] == 0 or tokens[numbers[0] - 1].row != row
        closes = numbers[-1] == len(tokens) - 1 or tokens[numbers[-1] + 1].row != row
        start = 0 if opens else start - len(text[:start]) + len(text[:start].rstrip(_OPENING_PUNCTUATION))
        stop = len(text) if closes else len(text) - len(text[stop:].lstrip(_CLOSING_PUNCTUATION))
        rows.append(text[start:stop])
    return rows


def _loose(lines: Sequence[DocumentLine], tokens: Sequence[_Token], first: int, end: int) -> list[Piece]:
    """Return the text between known paragraphs as paragraphs of its own."""
    numbers = [row for row, _ in groupby(tokens[first:end], key=lambda token: token.row)]
    texts = _rows(lines, tokens, first, end)
    rows = [
        DocumentLine(text, lines[row].starts_paragraph or not index, lines[row].is_heading)
        for index, (row, text) in enumerate(zip(numbers, texts, strict=True))
    ]
    return [Piece(text, is_heading=is_heading) for text, is_heading in paragraphs(rows) if words(text)]


def _with_headings(pieces: Sequence[Piece], signatures: SignatureIndex) -> tuple[Piece, ...]:
    """Give short paragraphs their position where they are in order next to known ones."""
    followed: list[ParagraphPosition | None] = []
    following: ParagraphPosition | None = None
    for piece in reversed(pieces):
        followed.append(following)
        following = piece.position or following
    settled: list[Piece] = []
    before: ParagraphPosition | None = None
    for piece, after in zip(pieces, reversed(followed), strict=True):
        position = piece.position or next(
            (p for p in signatures.short_positions(piece.text) if _between(p, before, after)), None
        )
        settled.append(replace(piece, position=position))
        before = position or before
    return tuple(settled)


def _between(position: ParagraphPosition, before: ParagraphPosition | None, after: ParagraphPosition | None) -> bool:
    """Tell whether `position` follows `before` or leads to `after`, in the same note."""
    note, number = position
    follows = before is not None and before[0] == note and before[1] < number
    leads = after is not None and after[0] == note and number < after[1]
    same = before is not None and after is not None and before[0] == after[0] == note
    return follows and leads if same else follows or leads
