"""Where a statistics table begins: the row of its headings, found by shape, and the lines above and below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from placecheck.exchange.column_dictionary import comparable_text
from placecheck.exchange.sheet import Row, Sheet, is_filled

YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_NUMBER = re.compile(r"-?[0-9][0-9, ]*(\.[0-9]+)?")
_WORD = re.compile(r"[^\W\d_]{2}")
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class TableHeadings:
    """The headings of a table, with the filled rows above it and below it. `second` is a row that adds to them."""

    row: Row
    cells: Sequence[str]
    above: Sequence[Row]
    body: Sequence[Row]
    second: Row | None = None

    def fact(self, names: Sequence[str]) -> str:
        """Return what a line above the headings says of one of `names`, as `units: Persons` does; else nothing."""
        lines = (row for row in self.above if len(_texts(row)) > 1)
        return next((texts[1] for row in lines if comparable_text((texts := _texts(row))[0]) in names), "")


def find_headings(sheet: Sheet) -> TableHeadings | None:
    """Return the headings of the table with the most numbers; None where the sheet is blank.

    Headings are words or years, at the top or below a blank line or a title, with numbers in the row after them.
    Where no row is like that, the first is taken.
    """
    filled = [row for row in sheet.rows if not row.is_blank()]
    if not filled:
        return None
    starts = [index for index in range(len(filled)) if _may_head(filled, index)] or [0]
    ends = [*starts[1:], len(filled)]
    numbers = [sum(map(_count_numbers, filled[at:end])) for at, end in zip(starts, ends, strict=True)]
    return _headings_at(filled, starts[numbers.index(max(numbers))])


def number_in(text: str) -> Decimal | None:
    """Return the number that a cell holds, a percentage without its mark; None where it holds none."""
    bare = text.strip().removesuffix("%").strip()
    return Decimal(re.sub("[, ]", "", bare)) if _NUMBER.fullmatch(bare) else None


def text_in(row: Row, index: int | None) -> str:
    """Return the text of a cell on one line, cut at 300 letters; nothing where the row has no such cell."""
    cell = row.cells[index] if index is not None and index < len(row.cells) else ""
    return " ".join(cell.split())[:_LONGEST] if isinstance(cell, str) else ""


def source_words(headings: TableHeadings) -> str:
    """Return what the lines around a table say of it and of its source, as many whole lines as fit; perhaps nothing."""
    titles = [texts[0] for row in headings.above if len(texts := _texts(row)) == 1]
    sources = [
        " ".join(texts)
        for row in (*headings.above, *headings.body)
        if (texts := _texts(row)) and comparable_text(texts[0]).split()[:1] == ["source"] and not _count_numbers(row)
    ]
    words = ""
    for line in dict.fromkeys((*titles, *sources)):
        longer = "; ".join(part for part in (words, line) if part)
        words = longer if len(longer) <= _LONGEST else words
    return words


def _may_head(filled: Sequence[Row], index: int) -> bool:
    row, before, after = filled[index], filled[index - 1] if index else None, filled[index + 1 : index + 3]
    texts = _texts(row)
    begins = before is None or row.number > before.number + 1 or len(_texts(before)) == 1
    if not begins or len(texts) < 2 or not all(map(_is_heading, texts)):
        return False
    return any(map(_count_numbers, after[:2] if after and _adds(after[0]) else after[:1]))


def _headings_at(filled: Sequence[Row], index: int) -> TableHeadings:
    row = filled[index]
    second = next((below for below in filled[index + 1 : index + 2] if _adds(below)), None)
    cells = list(_joined(row, second) if second else (text_in(row, at) for at in range(len(row.cells))))
    body = [below for below in filled[index + 1 :] if below is not second]
    return TableHeadings(row, cells, filled[:index], body, second)


def _adds(row: Row) -> bool:
    """Return whether a row below headings adds to them: no name in its first column, and words in two others."""
    texts = _texts(row)
    return not text_in(row, 0) and len(texts) > 1 and all(map(_is_heading, texts))


def _joined(row: Row, second: Row) -> Iterator[str]:
    """Yield each heading with what the row below adds; one that spans columns is said in each."""
    spanning = ""
    for at in range(max(len(row.cells), len(second.cells))):
        spanning = text_in(row, at) or spanning
        yield ", ".join(part for part in (spanning, text_in(second, at)) if part)[:_LONGEST]


def _texts(row: Row) -> list[str]:
    return [text_in(row, at) for at, cell in enumerate(row.cells) if is_filled(cell)]


def _is_heading(text: str) -> bool:
    return bool(_WORD.search(text)) or text == "%" or bool(YEAR.fullmatch(text))


def _count_numbers(row: Row) -> int:
    return sum(number_in(text) is not None for text in _texts(row)[1:])
