"""Lines of a document, as every reader returns them, and the paragraphs they make."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

BULLET = re.compile(r"^\s*(?:[•·▪◦‣●○\-–—*]\s+|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s)")
"""The start of a list entry."""
FULL_LINE_SHARE = 0.75
"""The share (0 to 1) of the usual width from which a line is taken to run on."""
WRAPPED = 100
"""The length in characters below which the long lines of a text may have been wrapped at a margin."""

_HYPHEN = re.compile(r"(\w+)[-\u2010]$")
_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.!?:;][\"'’”)]*$")


class DocumentLine(NamedTuple):
    """A line of text; `starts_paragraph` where it begins one, `is_heading` where the document marks it as one."""

    text: str
    starts_paragraph: bool = True
    is_heading: bool = False


def plain_lines(text: str) -> tuple[DocumentLine, ...]:
    """Return the lines of plain text: one a paragraph, unless the text was wrapped at a margin."""
    rows = [row.strip() for row in re.split(r"\r\n|[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]", text)]
    wrapped = _is_wrapped(rows)
    before = ""
    lines = []
    for row in rows:
        if row:
            lines.append(DocumentLine(row, starts_paragraph=not wrapped or not before or bool(BULLET.match(row))))
        before = row
    return tuple(lines)


def page_lines(rows: Iterable[str]) -> tuple[DocumentLine, ...]:
    """Return the lines of a page layout, where only a line's length and start show where a paragraph ends."""
    stripped = [row.strip() for row in rows if row.strip()]
    width = _usual_width(stripped)
    lines = [
        DocumentLine(row, starts_paragraph=not i or _begins(stripped[i - 1], row, width))
        for i, row in enumerate(stripped)
    ]
    return tuple(lines)


def join_rows(rows: Sequence[str], known: Collection[str] = ()) -> str:
    """Join the rows of one paragraph. A word split at a row's end loses its hyphen where `known` has it without."""
    whole = rows[0] if rows else ""
    for row in rows[1:]:
        broken = _HYPHEN.search(whole)
        first = _WORD.match(row)
        if broken and first:
            is_word = (broken[1] + first[0]).casefold() in known
            whole = f"{whole[:-1] if is_word else whole}{row}"
        else:
            whole = f"{whole} {row}"
    return re.sub(r"\s+", " ", whole.replace("\u00ad", "")).strip()


def paragraphs(lines: Sequence[DocumentLine]) -> Iterator[tuple[str, bool]]:
    """Yield the paragraphs that `lines` make, and whether each is a heading."""
    held: list[DocumentLine] = []
    for line in (*lines, DocumentLine("")):
        if line.starts_paragraph and held:
            yield join_rows([row.text for row in held]), held[0].is_heading
            held = []
        held.append(line)


def _is_wrapped(rows: Sequence[str]) -> bool:
    long = sorted(len(row) for row in rows if row)
    if not long or long[int(len(long) * 0.95)] > WRAPPED:
        return False
    followed = sum(1 for row, after in pairwise(rows) if len(row) > WRAPPED / 2 and after)
    return followed > len(long) / 3


def _usual_width(rows: Sequence[str]) -> int:
    long = sorted(map(len, rows))
    return long[int(len(long) * 0.9)] if long else 0


def _begins(before: str, row: str, width: int) -> bool:
    """Tell whether `row` begins a paragraph after the row `before`, on pages of rows about `width` long."""
    if BULLET.match(row):
        return True
    if len(before) >= FULL_LINE_SHARE * width:
        return bool(_SENTENCE_END.search(before)) and len(before) < 0.9 * width
    return not row[:1].islower()
