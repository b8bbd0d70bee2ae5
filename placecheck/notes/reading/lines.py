"""What every reader gives: the lines of a document, and which of them begin a paragraph."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

BULLET = re.compile(r"^\s*(?:[•·▪◦‣●○\-–—*]\s+|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s)")
"""How an entry of a list begins."""
FULL = 0.75
"""A line that reaches so far across the page is taken to run on."""
WRAPPED = 100
"""A text whose long lines are shorter than this may have been broken at a margin."""

_HYPHEN = re.compile(r"(\w+)[-\u2010]$")
_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.!?:;][\"'’”)]*$")


class Line(NamedTuple):
    """A line with text in it; `starts` where it begins a paragraph, `heading` where the document says it is one."""

    text: str
    starts: bool = True
    heading: bool = False


def plain_lines(text: str) -> tuple[Line, ...]:
    """The lines of plain text: a paragraph each, unless the text was broken at a margin."""
    rows = [row.strip() for row in re.split(r"\r\n|[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]", text)]
    broken = _is_wrapped(rows)
    before = ""
    lines = []
    for row in rows:
        if row:
            lines.append(Line(row, starts=not broken or not before or bool(BULLET.match(row))))
        before = row
    return tuple(lines)


def page_lines(rows: Iterable[str]) -> tuple[Line, ...]:
    """The lines of a page layout, where only their lengths and how they begin tell a paragraph's end."""
    kept = [row.strip() for row in rows if row.strip()]
    width = _usual_width(kept)
    lines = [Line(row, starts=not i or _begins(kept[i - 1], row, width)) for i, row in enumerate(kept)]
    return tuple(lines)


def joined(rows: Sequence[str], known: Collection[str] = ()) -> str:
    """Rows of one paragraph as one text. A word broken at a row's end loses its hyphen where it is `known` without."""
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


def paragraphs(lines: Sequence[Line]) -> Iterator[tuple[str, bool]]:
    """The paragraphs that `lines` make, with whether each is a heading."""
    held: list[Line] = []
    for line in (*lines, Line("")):
        if line.starts and held:
            yield joined([row.text for row in held]), held[0].heading
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
    """Whether `row` begins a paragraph after the row `before`, on pages of rows about `width` long."""
    if BULLET.match(row):
        return True
    if len(before) >= FULL * width:
        return bool(_SENTENCE_END.search(before)) and len(before) < 0.9 * width
    return not row[:1].islower()
