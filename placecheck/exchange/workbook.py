"""A workbook's sheets, read in a process of its own that can take neither much memory nor much time."""

from __future__ import annotations

import io
import zipfile

from placecheck.errors import Finding, InputError, refuse
from placecheck.exchange.sheet import Sheet
from placecheck.exchange.sheet_json import sheet_from_json
from placecheck.exchange.workbook_worker import read_any_workbook
from placecheck.worker import ask_worker

WORKER = "placecheck.exchange.workbook_worker"
TIMEOUT = 20
"""Seconds of wall-clock time; the worker limits its processor time and memory by itself."""

MAX_BYTES_IN_PROCESS, MAX_SHEET_BYTES_IN_PROCESS = 400_000, 1_500_000
"""Unpacked bytes up to which a workbook is read in this process, without its sheets and of its sheets.

So little could not do harm, and most forms are smaller. Of a sheet the `cell_budget` bounds what comes of it.
"""

_OLE = b"\xd0\xcf\x11\xe0"

COSTLY = (
    "The workbook takes more time or memory to read than any form does.",
    "It may be damaged or made to do harm. Copy its values into a new workbook, or save it as CSV.",
)


def read_workbook(raw: bytes, name: str) -> list[Sheet]:
    """Return the sheets of the workbook `raw` that hold anything, by the ending of `name`.

    Raises:
        InputError: It cannot be read, or not within the limits.
    """
    if _is_small(raw):
        return read_any_workbook(raw, name)
    answer = ask_worker(WORKER, name, raw, TIMEOUT)
    if answer is None:
        raise refuse(name, 0, "", *COSTLY)
    if "findings" in answer:
        raise InputError([Finding(*entry) for entry in answer["findings"]])
    return [sheet_from_json(entry) for entry in answer["sheets"]]


def _is_small(raw: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            sizes = [(entry.filename.startswith("xl/worksheets/"), entry.file_size) for entry in archive.infolist()]
            rest = sum(size for is_sheet, size in sizes if not is_sheet)
            return (
                rest <= MAX_BYTES_IN_PROCESS
                and sum(size for is_sheet, size in sizes if is_sheet) <= MAX_SHEET_BYTES_IN_PROCESS
            )
    except (zipfile.BadZipFile, ValueError, OSError, RuntimeError, NotImplementedError, LookupError):
        return len(raw) <= MAX_BYTES_IN_PROCESS and not raw.startswith(
            _OLE
        )  # two libraries read the old XLS, and neither bounds what it takes
