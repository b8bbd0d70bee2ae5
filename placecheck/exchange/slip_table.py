"""Slips from any spreadsheet: one column of people's words is enough."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from placecheck.exchange.card_cells import known_columns
from placecheck.exchange.column_dictionary import comparable_text
from placecheck.exchange.sheet import Cell, Row, Sheet
from placecheck.place.slip import Slip

_MIN_MEDIAN_LENGTH = 12
"""The median length of a column's cells from which on it is taken for people's words."""
_FEW_THEMES = 5
_MAX_WORDS_LENGTH = 10_000


@dataclass(frozen=True, slots=True)
class WordColumn:
    """A column that may hold people's words: its heading, a few of its cells, and whether it is taken at first."""

    index: int
    heading: str
    sample: tuple[str, ...]
    taken: bool


def word_columns(sheet: Sheet) -> tuple[WordColumn, ...]:
    """Return the columns of `sheet` that hold words, those taken at first that are clearly people's own.

    In an export of the Place Standard tool, the comments under its themes are taken and the ratings never are.
    """
    header, rows = _parts(sheet)
    texts = {index: _texts(rows, index) for index in range(max((len(row.cells) for row in sheet.rows), default=0))}
    wordy = [index for index, cells in texts.items() if cells and not all(map(_is_number, cells))]
    is_standard = is_place_standard(header)
    columns = []
    for index in wordy:
        heading = _text(header, index)
        long_enough = sorted(map(len, texts[index]))[len(texts[index]) // 2] >= _MIN_MEDIAN_LENGTH
        taken = (_theme(heading) is not None and long_enough) if is_standard else long_enough or len(wordy) == 1
        columns.append(WordColumn(index, heading, tuple(texts[index][:3]), taken))
    return tuple(columns)


def slips_from(
    sheet: Sheet, columns: Iterable[int], ids: Iterable[str], question: str | None = None, date: str | None = None
) -> tuple[Slip, ...]:
    """Return a slip for each cell that holds anything in the `columns`, numbered after the `ids` that are taken.

    The question is the column's heading, unless one is given.
    """
    header, rows = _parts(sheet)
    known = set(ids)
    chosen = sorted(columns)
    slips = []
    number = 0
    for row in rows:
        for index in chosen:
            text = _text(row.cells, index)
            if text:
                number += 1
                while f"s{number}" in known:
                    number += 1
                heading = question or _text(header, index) or None
                slips.append(
                    Slip(
                        id=f"s{number}", words=text[:_MAX_WORDS_LENGTH], question=heading, via="spreadsheet", date=date
                    )
                )
    return tuple(slips)


def is_place_standard(header: Sequence[Cell]) -> bool:
    """Return whether the headings are those of an export of the Place Standard tool."""
    return len({theme for index in range(len(header)) if (theme := _theme(_text(header, index)))}) >= _FEW_THEMES


def _parts(sheet: Sheet) -> tuple[Sequence[Cell], list[Row]]:
    """Return the headings and the rows below. A sheet of one column whose first cell reads as words has no heading."""
    rows = [row for row in sheet.rows if not row.is_blank()]
    if not rows:
        return (), []
    first = [cell for cell in rows[0].cells if isinstance(cell, str) and cell.strip()]
    rest = [len(_text(row.cells, 0)) for row in rows[1:]]
    no_heading = len(first) == 1 and len(rows[0].cells) == 1 and _is_speech(first[0]) and bool(rest)
    return ((), rows) if no_heading and not first[0].strip().endswith(("?", ":")) else (rows[0].cells, rows[1:])


def _is_speech(text: str) -> bool:
    """Return whether `text` reads as somebody's words and not as a heading.

    In doubt it does, since a lost slip would go unnoticed. A heading is one word, or it is short and
    has a word in it that is known as one, such as `comments`.
    """
    words = text.split()
    if len(words) > 3 or text.rstrip().endswith((".", "!")):
        return True
    names = {comparable_text(name).removesuffix("s") for name in known_columns()["columns"]["words"]}
    return len(words) > 1 and not any(comparable_text(word).removesuffix("s") in names for word in (*words, text))


def _texts(rows: Iterable[Row], index: int) -> list[str]:
    return [text for row in rows if (text := _text(row.cells, index))]


def _text(cells: Sequence[Cell], index: int) -> str:
    cell = cells[index] if index < len(cells) else ""
    return cell.strip() if isinstance(cell, str) else ""


def _is_number(text: str) -> bool:
    return re.fullmatch(r"[-+]?[0-9.,/: -]*%?", text) is not None


def _theme(heading: str) -> str | None:
    themes: Sequence[str] = known_columns()["place_standard"]
    compared = comparable_text(heading)
    return next((theme for theme in themes if theme in compared), None)
