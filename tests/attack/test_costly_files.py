"""Small files that unpack to much: refused within seconds and 300 MB, in a process whose end nobody else notices."""

from __future__ import annotations

import io
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn

from placecheck.errors import InputError
from placecheck.exchange.workbook import MAX_SHEET_BYTES_IN_PROCESS, read_workbook
from placecheck.exchange.zip_package import MAX_FINDINGS, MAX_TEXT, read_package
from placecheck.notes.reading.files import read_lines
from placecheck.rubric import find_rubric

ROOT = Path(__file__).parents[2]
MAX_MEMORY = 450_000  # KB: 300 MB of data, and the programs and libraries themselves
MAX_SECONDS = 15  # of processor time: five, and a busy machine's start of Python


_MEASURE = """
import resource, sys
from placecheck.errors import InputError
from placecheck.exchange.workbook import read_workbook

try:
    read_workbook(sys.stdin.buffer.read(), sys.argv[1])
except InputError:
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(spent.ru_utime + spent.ru_stime, spent.ru_maxrss)
"""


def spent_by_children(raw: bytes, name: str) -> tuple[float, int]:
    """Processor seconds of the child that refuses the workbook `raw`, and the most memory (KB) that it had.

    Measured in a process of its own: a child's figure begins at what the process that starts it holds.
    """
    command = [sys.executable, "-c", _MEASURE, name]
    output = subprocess.run(command, input=raw, capture_output=True, check=True, cwd=ROOT).stdout.decode().split()
    assert len(output) == 2, "the workbook was not refused"
    return float(output[0]), int(output[1])


def workbook(sheet: str, *, strings: str = "") -> bytes:
    """A workbook whose only sheet is the XML `sheet`."""
    book = openpyxl.Workbook()
    book.active.append(["a"])
    plain = io.BytesIO()
    book.save(plain)
    out = io.BytesIO()
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.infolist():
            content = old.read(one)
            if one.filename == "xl/worksheets/sheet1.xml":
                content = _MAIN.format(f"<sheetData>{sheet}</sheetData>").encode()
            elif one.filename == "xl/sharedStrings.xml" and strings:
                content = f"<sst xmlns='{_NAMESPACE}'>{strings}</sst>".encode()
            new.writestr(one.filename, content)
    return out.getvalue()


_NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_MAIN = f"<worksheet xmlns='{_NAMESPACE}'>{{}}</worksheet>"

STRING_CELL = "<c t='s'><v>0</v></c>"
COSTLY = {
    "many empty cells": lambda: workbook("".join(f"<row r='{n}'>{'<c/>' * 190}</row>" for n in range(1, 19_000))),
    "one long text in each of many cells": lambda: workbook(
        "".join(f"<row r='{n}'>{STRING_CELL * 150}</row>" for n in range(1, 500)),
        strings=f"<si><t>{'long ' * 100_000}</t></si>",
    ),
    "rows without end": lambda: workbook("<row/>" * 900_000),
}


@pytest.mark.parametrize("case", COSTLY)
def test_a_workbook_that_is_small_and_holds_much_is_refused_in_a_process_of_its_own(case):
    raw = COSTLY[case]()
    assert len(raw) < 1_000_000
    seconds, memory = spent_by_children(raw, "answers.xlsx")
    assert (seconds < MAX_SECONDS, memory < MAX_MEMORY) == (True, True), (seconds, memory)


def test_a_workbook_of_a_whole_town_is_read_in_a_process_of_its_own_and_says_the_same(tmp_path):
    book = openpyxl.Workbook()
    rows = [[f"person {n}", *range(60)] for n in range(1200)]
    for row in rows:
        book.active.append(row)
    book.save(tmp_path / "town.xlsx")
    raw = (tmp_path / "town.xlsx").read_bytes()
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        assert sum(one.file_size for one in archive.infolist()) > MAX_SHEET_BYTES_IN_PROCESS
    (sheet,) = read_workbook(raw, "town.xlsx")
    assert [list(row.cells) for row in sheet.rows] == [[str(value) for value in row] for row in rows]


def test_a_table_cell_that_says_it_covers_millions_of_columns_costs_nothing():
    document = docx.Document()
    cell = document.add_table(1, 1).rows[0].cells[0]
    cell.text = "Words in a cell"
    span = cell._tc.get_or_add_tcPr().get_or_add_gridSpan()
    span.set(qn("w:val"), "99999999")
    out = io.BytesIO()
    document.save(out)
    begun = time.process_time()
    assert [line.text for line in read_lines("note.docx", out.getvalue())] == ["Words in a cell"]
    assert time.process_time() - begun < MAX_SECONDS


def archive(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return out.getvalue()


def find(*_: object):
    return find_rubric()


def test_an_archive_of_much_text_is_refused_before_any_of_it_is_read():
    part = b"- a line of text, and the next\n" * 130_000
    files = {f"{n}.yaml": part + str(n).encode() for n in range(MAX_TEXT // len(part) + 1)}
    raw = zipfile_stored(files)
    with pytest.raises(InputError, match="MB of text"):
        read_package(raw, "places.zip", find)


def zipfile_stored(files: dict[str, bytes]) -> bytes:
    """As `archive`, packed loosely enough that it is not refused for how tightly it is packed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return out.getvalue()


def test_an_archive_of_files_that_are_all_wrong_is_not_read_to_its_end():
    files = {f"{n}.yaml": b"place: {name: x}\nnonsense: 1\n" + str(n).encode() * 2 for n in range(1500)}
    _, findings = read_package(archive(files), "places.zip", find)
    faults = [one for one in findings if not one.file.endswith("zip")]
    assert len(faults) < MAX_FINDINGS + 100
    assert any("further on" in one.what for one in findings)


def test_a_path_that_is_no_workbook_is_refused_and_not_run():
    with pytest.raises(InputError):
        read_workbook(b"\0" * (MAX_SHEET_BYTES_IN_PROCESS + 1), "--help.xlsx")
