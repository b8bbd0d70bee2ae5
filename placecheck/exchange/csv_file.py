"""CSV (RFC 4180) in and out: UTF-8 out; in, whatever separators and encoding a spreadsheet saves."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from itertools import islice

from placecheck.errors import refuse
from placecheck.exchange.charset import table_text
from placecheck.exchange.import_questions import Choices, ImportQuestions
from placecheck.exchange.sanitise import escaped, unescaped
from placecheck.exchange.sheet import MAX_COLUMNS, MAX_ROWS, Row, Sheet
from placecheck.source.text import refuse_unwanted

CountKnown = Callable[[Sequence[str]], int]
"""How many of a row's cells are headings that are known."""

_SEPARATORS = ",;\t|"
_PACKED = b"PK\x03\x04"
_ROWS_LOOKED_AT = 120
_NAMED_SEPARATOR = "sep="
_WORDS = {
    "unexpected end of data": ("A quote is opened and never closed.", 'Close it, or write "" for a quote in a text.'),
    "expected after": ("A quote ends here, and more stands behind it.", 'Write "" for a quote within a text.'),
    "field larger": ("A cell has more than 100,000 characters.", "Check the quotes above, or shorten it."),
    "new-line character": ("A line break of another kind stands here.", "Save the file as CSV again."),
}
_MAX_CELL_LENGTH = 100_000


def read_csv(
    raw: bytes, name: str, count_known: CountKnown = lambda _: 0, questions: ImportQuestions | None = None
) -> Sheet:
    """Return the rows of a CSV file, with commas, semicolons, tabs or bars between the cells.

    The separator is the one with which a row of known headings is found, or else most rows are equally wide.

    Raises:
        InputError: It is no CSV file, is empty, or holds what no text holds.
    """
    if raw.startswith(_PACKED):
        what = "This is no CSV file but a packed one, such as a workbook."
        raise refuse(name, 0, "", what, "Give its name the ending that it has, such as .xlsx.")
    text = table_text(raw, name, questions or ImportQuestions(Choices()))
    refuse_unwanted(text, name)
    if not text.strip():
        raise refuse(name, 0, "", "The file is empty.", "Its first row names the columns, such as voice and level.")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text, count_known), strict=True)
    rows: list[Row] = []
    line = 1
    try:
        for number, cells in enumerate(reader, start=1):
            _refuse_too_much(name, line, number, cells)
            rows.append(Row(number, line, [unescaped(cell) for cell in cells]))
            line = reader.line_num + 1
    except csv.Error as error:
        what, hint = next((words for part, words in _WORDS.items() if part in str(error)), ("", ""))
        raise refuse(name, line, "", f"This is not CSV: {what or 'The quotes do not fit together.'}", hint) from None
    return Sheet(name, "", rows)


def write_csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a table as CSV: UTF-8 without a byte order mark, CRLF, quotes where needed, no cell that is a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([escaped(cell) for cell in row] for row in rows)
    return out.getvalue().encode()


def is_separator_line(row: Row) -> bool:
    """Return whether the row only names the separator to a spreadsheet (`sep=;`)."""
    texts = [cell for cell in row.cells if isinstance(cell, str) and cell]
    return row.number == 1 and len(texts) == 1 and texts[0].startswith(_NAMED_SEPARATOR) and len(texts[0]) <= 5


def _separator(text: str, count_known: CountKnown) -> str:
    first = text.lstrip("\ufeff\r\n").splitlines()[0]
    if first.startswith(_NAMED_SEPARATOR) and first[4:5] in set(_SEPARATORS):
        return first[4:5]
    return max(_SEPARATORS, key=lambda separator: _fit(text, separator, count_known))


def _fit(text: str, separator: str, count_known: CountKnown) -> tuple[int, int]:
    """Return how well a separator fits: the most known headings in one row, then how many rows are equally wide."""
    rows: list[list[str]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    with suppress(csv.Error):  # what was read up to there tells enough; the fault is named by the reading proper
        rows.extend(islice(reader, _ROWS_LOOKED_AT))
    widths = Counter(len(row) for row in rows if len(row) > 1)
    width, times = max(widths.items(), key=lambda pair: (pair[1], pair[0]), default=(1, 0))
    known = max((count_known(row) for row in rows if 1 < len(row) <= MAX_COLUMNS), default=0)
    return known, times * (width > 1)


def _refuse_too_much(name: str, line: int, number: int, cells: list[str]) -> None:
    if number > MAX_ROWS:
        raise refuse(name, line, "", f"The file has more than {MAX_ROWS:,} rows.", "Split it.")
    if len(cells) > MAX_COLUMNS:
        what = f"This row has {len(cells):,} cells, more than {MAX_COLUMNS}."
        raise refuse(name, line, "", what, "Check the quotes and what stands between the cells.")
    if any(len(cell) > _MAX_CELL_LENGTH for cell in cells):
        raise refuse(name, line, "", *_WORDS["field larger"])
