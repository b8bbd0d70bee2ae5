"""Read a Markdown text as lines, without its markup."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from placecheck.notes.reading.bounds import UnreadableError
from placecheck.notes.reading.lines import DocumentLine

MAX_MARKDOWN = 2_000_000
"""The most bytes; some markup is slow to parse when there is very much of it."""


def read_markdown(raw: bytes) -> Iterator[DocumentLine]:
    """Yield the lines of paragraphs, lists, quotes, tables and headings; HTML markup is left out.

    Raises:
        UnreadableError: The text is larger than `MAX_MARKDOWN`.
    """
    if len(raw) > MAX_MARKDOWN:
        raise UnreadableError("The Markdown text is larger than 2 MB. Split it, or give it as plain text (.txt).")
    text = raw.decode("utf-8-sig")
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    is_heading = False
    for token in parser.parse(text):
        if token.type in ("heading_open", "heading_close"):
            is_heading = token.type == "heading_open"
        elif token.type == "inline":
            rows = _rows(token.children or [])
            for number, row in enumerate(row for row in rows if row):
                yield DocumentLine(row, starts_paragraph=number == 0, is_heading=is_heading)
        elif token.type in ("fence", "code_block"):
            yield from (DocumentLine(row.strip()) for row in token.content.splitlines() if row.strip())


def _rows(children: list[Token]) -> list[str]:
    """Return the text of a paragraph, one string for each line it was written on."""
    rows = [""]
    for child in children:
        if child.type in ("softbreak", "hardbreak"):
            rows.append("")
        elif child.type in ("text", "code_inline"):
            rows[-1] += child.content
    return [row.strip() for row in rows]
