"""Read one workbook. Run `python -m placecheck.exchange.workbook_worker NAME` with the workbook on standard input.

It prints the sheets as JSON, or what is wrong with the workbook. The process limits its own memory and processor time
where the system can; the caller limits the wall-clock time.
"""

from __future__ import annotations

import json
import sys
from dataclasses import astuple

from placecheck.errors import InputError
from placecheck.exchange.sheet import Sheet
from placecheck.exchange.sheet_json import sheet_to_json
from placecheck.process_limits import limit_process


def read_any_workbook(raw: bytes, name: str) -> list[Sheet]:
    """Return the sheets of a workbook, by the ending of its name; no other kind's reader is imported."""
    if name.lower().endswith(".xlsx"):
        from placecheck.exchange.xlsx_read import read_xlsx

        return read_xlsx(raw, name)
    from placecheck.exchange.other_workbooks import read_other_workbook

    return read_other_workbook(raw, name)


def main() -> None:
    """Read the workbook on standard input and print its sheets as JSON."""
    limit_process()
    try:
        answer = {"sheets": [sheet_to_json(sheet) for sheet in read_any_workbook(sys.stdin.buffer.read(), sys.argv[1])]}
    except InputError as error:
        json.dump({"findings": [astuple(finding) for finding in error.findings]}, sys.stdout)
    else:
        json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
