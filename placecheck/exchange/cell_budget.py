"""How much a whole workbook may hold: each sheet and cell is bounded, and there may be many of them."""

from __future__ import annotations

from placecheck.errors import refuse
from placecheck.exchange.sheet import Row

MAX_CELLS = 400_000
MAX_LETTERS = 20_000_000


class CellBudget:
    """Counts the cells and letters of the workbook `file` while it is read."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._cells = self._letters = 0

    def charge(self, row: Row) -> Row:
        """Count the cells and letters of `row`, and return it.

        Raises:
            InputError: There are too many cells or letters.
        """
        self._cells += len(row.cells)
        self._letters += sum(len(cell) for cell in row.cells if isinstance(cell, str))
        if self._cells > MAX_CELLS or self._letters > MAX_LETTERS:
            what = f"The workbook holds more than {MAX_CELLS:,} cells, or {MAX_LETTERS:,} letters."
            raise refuse(self.file, 0, "", what, "Delete the empty rows and columns, or split it.")
        return row
