"""What XLS, XLSB and ODS workbooks say in addition to their cells, and their reader does not: hidden, crossed out."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator, Mapping
from typing import Final

import xlrd
from lxml import etree

from placecheck.exchange.sheet import MAX_COLUMNS, MAX_ROWS
from placecheck.exchange.struck_out_styles import is_struck_row, ods_struck_styles, xls_struck_rows
from placecheck.exchange.workbook_marks import SheetMarks, read_relations, safe_parser

_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_HIDDEN = ("collapse", "filter")

_ROW, _COLUMNS, _SHEET, _COMMENT, _COMMENT_TEXT = 0, 60, 156, 635, 637
"""The numbers of the records of an XLSB workbook that are looked at, by [MS-XLSB] 2.3."""


def xls_marks(raw: bytes) -> dict[str, SheetMarks]:
    """Return the marks of each sheet of an XLS workbook by its name.

    Raises:
        Exception: The workbook is damaged; xlrd raises errors of many kinds.
    """
    book = xlrd.open_workbook(file_contents=raw, formatting_info=True, logfile=io.StringIO())
    return {
        sheet.name: SheetMarks(
            {number + 1 for number, row in sheet.rowinfo_map.items() if row.hidden},
            {index for index, column in sheet.colinfo_map.items() if column.hidden and index < MAX_COLUMNS},
            {(row + 1, column): note.text for (row, column), note in sheet.cell_note_map.items() if note.text.strip()},
            xls_struck_rows(book, sheet),
        )
        for sheet in book.sheets()
    }


def ods_marks(parts: Mapping[str, bytes]) -> dict[str, SheetMarks]:
    """Return the marks of each sheet of an ODS workbook by its name.

    Raises:
        etree.XMLSyntaxError: A part of the workbook is no XML.
        KeyError: A part of the workbook is missing.
    """
    tree = etree.fromstring(parts["content.xml"], safe_parser())
    styles = parts.get("styles.xml")
    struck = ods_struck_styles([tree, *([etree.fromstring(styles, safe_parser())] if styles else [])])
    return {sheet.get(f"{_TABLE}name", ""): _ods_sheet(sheet, struck) for sheet in tree.iter(f"{_TABLE}table")}


def _ods_sheet(sheet: etree._Element, struck: frozenset[str]) -> SheetMarks:
    struck_rows: set[int] = set()
    marks, column_styles = SheetMarks(struck_out=struck_rows), [""] * MAX_COLUMNS
    for index, times, column in _repeated(sheet, "column", MAX_COLUMNS):
        if column.get(f"{_TABLE}visibility") in _HIDDEN:
            marks.hidden_columns.update(range(index, index + times))
        column_styles[index : index + times] = [column.get(f"{_TABLE}default-cell-style-name", "")] * times
    for number, times, row in _repeated(sheet, "row", MAX_ROWS):
        if row.get(f"{_TABLE}visibility") in _HIDDEN:
            marks.hidden_rows.update(range(number + 1, number + times + 1))
        if struck and is_struck_row(row, _repeated(row, "cell", MAX_COLUMNS), column_styles, struck):
            struck_rows.update(range(number + 1, number + times + 1))
        for index, _, cell in _repeated(row, "cell", MAX_COLUMNS):
            if text := "\n".join(map(_paragraphs, cell.iter(f"{_OFFICE}annotation"))):
                marks.comments[number + 1, index] = text
    return marks


def _repeated(parent: etree._Element, kind: str, most: int) -> Iterator[tuple[int, int, etree._Element]]:
    """Yield each element of a `kind` with its place from 0 and how often it is repeated, in all at most `most`."""
    names = [f"{_TABLE}table-{kind}", *([f"{_TABLE}covered-table-cell"] if kind == "cell" else [])]
    at = 0
    for element in parent.iter(*names):
        times = int(element.get(f"{_TABLE}number-{'rows' if kind == 'row' else 'columns'}-repeated", "1"))
        if at >= most:
            return
        yield at, min(times, most - at), element
        at += times


def _paragraphs(note: etree._Element) -> str:
    return "\n".join("".join(map(str, paragraph.itertext())) for paragraph in note.iter(f"{_TEXT}p")).strip()


def xlsb_marks(parts: Mapping[str, bytes]) -> dict[str, SheetMarks]:
    """Return the marks of each sheet of an XLSB workbook by its name.

    Raises:
        KeyError: A part of the workbook is missing.
        IndexError: A record is shorter than its kind.
        struct.error: A record is shorter than its kind.
        UnicodeDecodeError: A record holds no text where one belongs.
    """
    relations = read_relations(parts, "xl/workbook.bin")
    marks = {}
    for kind, record in _records(parts["xl/workbook.bin"]):
        if kind == _SHEET:
            relation, end = _wide(record, 8)
            marks[_wide(record, end)[0]] = _xlsb_sheet(parts, relations[relation])
    return marks


def _xlsb_sheet(parts: Mapping[str, bytes], path: str) -> SheetMarks:
    marks = SheetMarks()
    for kind, record in _records(parts[path]):
        if kind == _ROW and record[11] & 0x10:
            marks.hidden_rows.add(struct.unpack_from("<I", record)[0] + 1)
        elif kind == _COLUMNS and record[16] & 1:
            first, last = struct.unpack_from("<II", record)
            marks.hidden_columns.update(range(first, min(last + 1, MAX_COLUMNS)))
    for target in read_relations(parts, path).values():
        if target in parts and "comments" in target.lower():
            cell = (0, 0)
            for kind, record in _records(parts[target]):
                if kind == _COMMENT:
                    row, _, column, _ = struct.unpack_from("<4I", record, 4)
                    cell = (row + 1, column)
                elif kind == _COMMENT_TEXT and (text := _wide(record, 1)[0].strip()):
                    marks.comments[cell] = text
    return marks


def _records(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the number and the content of each record of a part."""
    at = 0
    while at < len(content):
        kind, at = _number(content, at, 2)
        size, at = _number(content, at, 4)
        yield kind, content[at : at + size]
        at += size


def _number(content: bytes, at: int, most: int) -> tuple[int, int]:
    """Return the number at `at`, of at most so many bytes, and where it ends; a high bit says that more follow."""
    number = 0
    for shift in range(most):
        byte = content[at + shift]
        number |= (byte & 0x7F) << (7 * shift)
        if byte < 0x80:
            break
    return number, at + shift + 1


def _wide(record: bytes, at: int) -> tuple[str, int]:
    """Return the text at `at`, and where it ends."""
    (length,) = struct.unpack_from("<I", record, at)
    end = at + 4 + 2 * (0 if length == 0xFFFFFFFF else length)
    return record[at + 4 : end].decode("utf-16-le"), end
