"""Read a Word document as lines. Its package is measured before anything in it is unpacked."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from itertools import pairwise

from placecheck.notes.reading.bounds import MAX_PARTS, MAX_RATIO, MAX_UNPACKED, UnreadableError
from placecheck.notes.reading.lines import DocumentLine

DAMAGED = "The Word document is damaged. Open it where it was made and save it again."


def read_docx(raw: bytes) -> Iterator[DocumentLine]:
    """Yield the lines of the document's body in order, tables included.

    Raises:
        UnreadableError: The document is damaged, locked or unpacks to too much.
    """
    _measure(raw)
    import docx
    from docx.table import Table

    try:
        document = docx.Document(io.BytesIO(raw))
        parts = list(document.iter_inner_content())
    except Exception as error:
        raise UnreadableError(DAMAGED) from error
    for part in parts:
        if isinstance(part, Table):
            yield from _table(part)
        else:
            yield from _paragraph(part.text, str(getattr(part.style, "name", "")))


def _measure(raw: bytes) -> None:
    """Refuse a package that claims to unpack to far more than its size; no more than it claims is ever read."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            parts = package.infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise UnreadableError(DAMAGED) from error
    unpacked = sum(part.file_size for part in parts)
    swollen = any(part.file_size > MAX_RATIO * max(part.compress_size, 1) + 100_000 for part in parts)
    if len(parts) > MAX_PARTS or unpacked > MAX_UNPACKED or swollen or _overlap(parts):
        raise UnreadableError(
            "The Word document unpacks to far more than any text does. Do not open it; ask its sender."
        )
    if any(part.flag_bits & 1 for part in parts):
        raise UnreadableError("The Word document is locked with a password. Save a copy without one.")


def _overlap(parts: list[zipfile.ZipInfo]) -> bool:
    """Tell whether parts of the package overlap, as in a zip bomb."""
    places = sorted((part.header_offset, part.header_offset + part.compress_size) for part in parts)
    return any(end > start for (_, end), (start, _) in pairwise(places))


def _table(table: object) -> Iterator[DocumentLine]:
    from docx.table import _Cell

    for row in table.rows:  # type: ignore[attr-defined]
        for cell in row._tr.tc_lst:  # as written: `row.cells` gives a merged cell for each place it says it covers
            for paragraph in _Cell(cell, row).paragraphs:
                yield from _paragraph(paragraph.text, "")


def _paragraph(text: str, style: str) -> Iterator[DocumentLine]:
    is_heading = style.startswith(("Heading", "Title"))
    rows = [row.strip() for row in text.splitlines()]
    for number, row in enumerate(row for row in rows if row):
        yield DocumentLine(row, starts_paragraph=number == 0, is_heading=is_heading)
