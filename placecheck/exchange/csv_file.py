"""CSV (RFC 4180, UTF-8) in and out."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from placecheck.errors import refuse
from placecheck.exchange.leaving import escaped, unescaped
from placecheck.exchange.sheet import MAX_COLUMNS, MAX_ROWS, Row, Sheet
from placecheck.source.text import decoded, refuse_unwanted

_BETWEEN = ",;\t"
_WORDS = {
    "unexpected end of data": ("A quote is opened and never closed.", 'Close it, or write "" for a quote in a text.'),
    "expected after": ("A quote ends here, and more stands behind it.", 'Write "" for a quote within a text.'),
    "field larger": ("A cell has more than 100,000 characters.", "Check the quotes above, or shorten it."),
    "new-line character": ("A line break of another kind stands here.", "Save the file as CSV again."),
}
_LONGEST_CELL = 100_000


def read_csv(raw: bytes, name: str) -> Sheet:
    """The rows of a CSV file, with commas, semicolons or tabs between the cells. Raises InputError.

    What stands between cells is what the first line has most of, outside quotes.
    """
    text = decoded(raw, name)
    refuse_unwanted(text, name)
    if not text.strip():
        raise refuse(name, 0, "", "The file is empty.", "Its first row names the columns, such as voice and level.")
    between = _between(text.lstrip("\r\n").splitlines()[0])
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True)
    rows: list[Row] = []
    line = 1
    try:
        for number, cells in enumerate(reader, start=1):
            _refuse_too_much(name, line, number, cells)
            rows.append(Row(number, line, [unescaped(cell) for cell in cells]))
            line = reader.line_num + 1
    except csv.Error as error:
        what, mend = next((words for part, words in _WORDS.items() if part in str(error)), ("", ""))
        raise refuse(name, line, "", f"This is not CSV: {what or 'The quotes do not fit together.'}", mend) from None
    return Sheet(name, "", rows)


def write_csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A table as CSV: UTF-8 without a mark, CRLF, quotes where they are needed, no cell that could be a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([escaped(cell) for cell in row] for row in rows)
    return out.getvalue().encode()


def _between(line: str) -> str:
    outside = "".join(line.split('"')[::2])
    return max(_BETWEEN, key=outside.count)


def _refuse_too_much(name: str, line: int, number: int, cells: list[str]) -> None:
    if number > MAX_ROWS:
        raise refuse(name, line, "", f"The file has more than {MAX_ROWS:,} rows.", "Split it.")
    if len(cells) > MAX_COLUMNS:
        what = f"This row has {len(cells):,} cells, more than {MAX_COLUMNS}."
        raise refuse(name, line, "", what, "Check the quotes and what stands between the cells.")
    if any(len(cell) > _LONGEST_CELL for cell in cells):
        raise refuse(name, line, "", *_WORDS["field larger"])
