"""Figures from a statistics office's CSV: long (a row a figure), or wide (a row an area, a column a figure)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from placecheck.exchange.dictionary import plain
from placecheck.exchange.sheet import Cell, Row, Sheet
from placecheck.place.asset import Figure
from placecheck.place.ids import free_id

_NUMBER = re.compile(r"-?[0-9][0-9, ]*(\.[0-9]+)?")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_AREA = (
    "area",
    "area name",
    "geography",
    "geography name",
    "name",
    "place",
    "ward",
    "parish",
    "lsoa",
    "msoa",
    "district",
)
_MEASURE = ("measure", "indicator", "variable", "category", "statistic", "topic", "description", "label")
_VALUE = ("value", "obs value", "observation", "count", "number", "figure")
_TIME = ("year", "time", "period", "date")
_UNIT = ("unit", "units", "measures", "measure type")
_CODE = re.compile(r"[A-Z][0-9]{8}")
_DECIMALS = 4


@dataclass(frozen=True, slots=True)
class PublishedFigure:
    """One figure as the table has it, before anyone has picked it."""

    words: str
    value: Decimal
    area: str
    year: str | None
    unit: str | None


def published_figures(sheet: Sheet) -> tuple[PublishedFigure, ...]:
    """Return every figure of the table, long or wide, in its order. What is no number is no figure."""
    rows = [row for row in sheet.rows if not row.is_blank()]
    if not rows:
        return ()
    header, body = rows[0].cells, rows[1:]
    at = {role: _at(header, names) for role, names in _ROLES.items()}
    measure, value = at["measure"], at["value"]
    if value is not None and measure is not None:
        return tuple(figure for row in body if (figure := _long(row, at)) is not None)
    return tuple(figure for row in body for figure in _wide(header, row, at))


def picked(
    figures: Iterable[PublishedFigure], ids: Iterable[str], source: str, address: str | None = None
) -> tuple[Figure, ...]:
    """Return the figures that people picked as cards of the place, each with its source."""
    taken = set(ids)
    cards = []
    for figure in figures:
        card = Figure(
            id=free_id(figure.words, taken),
            words=figure.words,
            value=figure.value,
            unit=figure.unit,
            year=figure.year,
            area=figure.area or None,
            source=source,
            address=address,
        )
        taken.add(card.id)
        cards.append(card)
    return tuple(cards)


_ROLES = {"area": _AREA, "measure": _MEASURE, "value": _VALUE, "time": _TIME, "unit": _UNIT}


def _at(header: Sequence[Cell], names: Sequence[str]) -> int | None:
    headings = [plain(cell) if isinstance(cell, str) else "" for cell in header]
    return next((headings.index(name) for name in names if name in headings), None)


def _long(row: Row, at: dict[str, int | None]) -> PublishedFigure | None:
    value = _number(_text(row, at["value"]))
    words = _text(row, at["measure"])
    if value is None or not words:
        return None
    year = _YEAR.search(_text(row, at["time"]))
    return PublishedFigure(
        words, value, _text(row, at["area"]), year[0] if year else None, _text(row, at["unit"]) or None
    )


def _wide(header: Sequence[Cell], row: Row, at: dict[str, int | None]) -> Iterable[PublishedFigure]:
    area = at["area"] if at["area"] is not None else 0
    own_year = _YEAR.search(_text(row, at["time"]))
    for index, cell in enumerate(header):
        heading = cell.strip() if isinstance(cell, str) else ""
        text = _text(row, index)
        value = _number(text)
        if index in (area, at["time"]) or value is None or not heading or _CODE.fullmatch(text):
            continue
        year = own_year or _YEAR.search(heading)
        unit = "%" if "%" in heading or text.endswith("%") else None
        yield PublishedFigure(heading[:300], value, _text(row, area), year[0] if year else None, unit)


def _number(text: str) -> Decimal | None:
    plain_text = text.strip().removesuffix("%").strip()
    if not _NUMBER.fullmatch(plain_text):
        return None
    value = Decimal(re.sub("[, ]", "", plain_text))
    return round(value, _DECIMALS) if -value.as_tuple().exponent > _DECIMALS else value  # type: ignore[operator]


def _text(row: Row, index: int | None) -> str:
    cell = row.cells[index] if index is not None and index < len(row.cells) else ""
    return " ".join(cell.split())[:300] if isinstance(cell, str) else ""
