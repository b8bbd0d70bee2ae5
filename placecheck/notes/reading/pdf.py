"""Read a PDF as lines, without the headers and footers of its pages."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Sequence

from placecheck.notes.reading.bounds import MAX_BYTES, MAX_PAGES, UnreadableError
from placecheck.notes.reading.lines import DocumentLine, page_lines

EDGE = 3
"""The number of rows at the top and at the bottom of a page that may be a header or footer."""
REPEATED = 3
"""The number of pages from which a row at the edge is a header or footer."""

_NUMBER = re.compile(r"(?:page|p\.?)?\s*[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
_FIGURES = re.compile(r"\d+")


def read_pdf(raw: bytes) -> tuple[DocumentLine, ...]:
    """Return the lines of all pages.

    Raises:
        UnreadableError: The PDF is damaged, locked, too long or holds only pictures.
    """
    pages = _pages(raw)
    edges = Counter(row for page in pages for row in {_FIGURES.sub("#", row) for row in _edge(page)})
    rows_inside = [row for page in pages for row in _inside(page, edges)]
    lines = page_lines(rows_inside)
    if not lines:
        raise UnreadableError("The PDF holds no text, only pictures of pages. Give the text itself.")
    return lines


def _pages(raw: bytes) -> list[list[str]]:
    """Return the rows of text, page by page."""
    from pypdf import PdfReader

    try:
        reader = PdfReader(io.BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError("The PDF is locked with a password. Save a copy without one.")
        if len(reader.pages) > MAX_PAGES:
            raise UnreadableError(f"The PDF has more than {MAX_PAGES:,} pages. Split it.")
        pages, held = [], 0
        for page in reader.pages:
            text = page.extract_text()
            held += len(text)
            if held > MAX_BYTES:
                raise UnreadableError("The PDF holds more text than any note. Split it.")
            pages.append([row.strip() for row in text.splitlines() if row.strip()])
    except UnreadableError:
        raise
    except Exception as error:  # a parser of a hostile file fails in every way there is
        raise UnreadableError("The PDF is damaged. Print it to a PDF again where it was made.") from error
    return pages


def _edge(page: Sequence[str]) -> list[str]:
    return [*page[:EDGE], *page[EDGE:][-EDGE:]]


def _inside(page: Sequence[str], edges: Counter[str]) -> list[str]:
    """Return the rows of `page` without page numbers, headers and footers."""
    last = len(page) - EDGE
    return [
        row
        for number, row in enumerate(page)
        if EDGE <= number < last or not (_NUMBER.fullmatch(row) or edges[_FIGURES.sub("#", row)] >= REPEATED)
    ]
