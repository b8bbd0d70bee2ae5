"""Cards of a place as a workbook, a row each."""

from __future__ import annotations

from collections.abc import Sequence

import openpyxl
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from placecheck.exchange.card_table import card_rows
from placecheck.exchange.workbook_bytes import reproducible_bytes
from placecheck.exchange.xlsx_write import put_text
from placecheck.place.model import Card

SHEET = "cards"
_WIDTH, _WIDE = 18, 44
_SENTENCES = frozenset(("words", "more", "threat", "true_for", "not_for", "care", "question", "residents_could"))


def write_card_xlsx(cards: Sequence[Card]) -> bytes:
    """Return a workbook of the cards; read again, it gives the same cards, and the same cards give the same bytes.

    Raises:
        PlacecheckError: A text is too long for a cell.
    """
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = SHEET
    header, rows = card_rows(cards)
    for index, key in enumerate(header, start=1):
        put_text(sheet.cell(1, index), key).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(index)].width = _WIDE if key in _SENTENCES else _WIDTH
    for number, row in enumerate(rows, start=2):
        for index, text in enumerate(row, start=1):
            if text:
                cell = put_text(sheet.cell(number, index), text)
                cell.alignment = Alignment(vertical="top", wrap_text=header[index - 1] in _SENTENCES)
    sheet.freeze_panes = "A2"
    return reproducible_bytes(book)
