"""Which rows of XLS and ODS workbooks are crossed out: all of their text is struck through."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import xlrd
from lxml import etree

_STYLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_EMPTY = (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK)


def xls_struck_rows(book: xlrd.Book, sheet: xlrd.sheet.Sheet) -> set[int]:
    """Return the numbers of the rows, from 1, in which every cell that holds anything is struck through."""
    struck = {number for number, format_ in enumerate(book.xf_list) if book.font_list[format_.font_index].struck_out}
    rows = set()
    for row in range(sheet.nrows) if struck else ():
        filled = [index for index, kind in enumerate(sheet.row_types(row)) if kind not in _EMPTY]
        if filled and all(sheet.cell_xf_index(row, index) in struck for index in filled):
            rows.add(row + 1)
    return rows


def ods_struck_styles(trees: Sequence[etree._Element]) -> frozenset[str]:
    """Return the names of the styles that strike text through, by themselves or by the style that they build on."""
    styles = {style.get(f"{_STYLE}name", ""): style for tree in trees for style in tree.iter(f"{_STYLE}style")}
    return frozenset(name for name in styles if _strikes(name, styles))


def _strikes(name: str, styles: Mapping[str, etree._Element]) -> bool:
    seen: set[str] = set()
    while name in styles and name not in seen:
        seen.add(name)
        for text in styles[name].iter(f"{_STYLE}text-properties"):
            lines = [text.get(f"{_STYLE}text-line-through-{what}") for what in ("style", "type")]
            if any(lines):
                return any(line not in (None, "none") for line in lines)
        name = styles[name].get(f"{_STYLE}parent-style-name", "")
    return False


def is_struck_row(
    row: etree._Element,
    cells: Iterator[tuple[int, int, etree._Element]],
    column_styles: Sequence[str],
    struck: frozenset[str],
) -> bool:
    """Return whether all that an ODS row holds is struck through; `column_styles` are the styles of the columns."""
    filled = [(index, cell) for index, _, cell in cells if _holds(cell)]
    return bool(filled) and all(
        _is_struck(row, cell, column_styles[index : index + 1], struck) for index, cell in filled
    )


def _holds(cell: etree._Element) -> bool:
    return any("".join(map(str, text.itertext())).strip() for text in cell.iterchildren(f"{_TEXT}p"))


def _is_struck(row: etree._Element, cell: etree._Element, column_styles: Sequence[str], struck: frozenset[str]) -> bool:
    of_row = row.get(f"{_TABLE}default-cell-style-name")
    style = cell.get(f"{_TABLE}style-name") or of_row or next(iter(column_styles), "")
    if style in struck:
        return True
    texts = [text for text in cell.iterchildren(f"{_TEXT}p") if "".join(map(str, text.itertext())).strip()]
    return all(_is_struck_text(text, struck) for text in texts)


def _is_struck_text(text: etree._Element, struck: frozenset[str]) -> bool:
    """Return whether all of a paragraph is in spans that are struck through."""
    spans = [span for span in text.iterchildren(f"{_TEXT}span") if span.get(f"{_TEXT}style-name") in struck]
    return "".join(map(str, text.itertext())).strip() == "".join("".join(map(str, s.itertext())) for s in spans).strip()
