"""The value of a cell that holds JSON, such as a list of second votes."""

from __future__ import annotations

from typing import Any

from placecheck.errors import InputError
from placecheck.exchange.records import Record
from placecheck.source import parsed


def parse_json_cell(record: Record, name: str) -> Any:
    """Parse the JSON in a cell, within the bounds of a JSON file.

    Raises:
        InputError: The cell is no JSON, or is beyond the bounds.
    """
    try:
        return parsed(record.cells[name], record.sheet.file, is_json=True).data
    except InputError as error:
        raise InputError(record.finding(name, finding.what, finding.hint) for finding in error.findings) from None
