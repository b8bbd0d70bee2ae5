"""Figures from a statistics office's CSV: long (a row a figure), or wide (a row an area, a column a figure)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from placecheck.exchange.column_dictionary import comparable_text
from placecheck.exchange.figure_headings import (
    YEAR,
    TableHeadings,
    find_headings,
    number_in,
    source_words,
    text_in,
)
from placecheck.exchange.sheet import Row, Sheet, is_filled
from placecheck.place.asset import Figure
from placecheck.place.ids import free_id

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
_ONLY_VALUE = ("value", "obs value", "observation")
"""Headings that say nothing of what was counted: other columns do."""
_VALUE = (*_ONLY_VALUE, "count", "number", "figure")
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


@dataclass(frozen=True, slots=True)
class FigureTable:
    """The figures of a table, the row taken as its headings, and the rows from which nothing was taken."""

    figures: tuple[PublishedFigure, ...]
    headings: Row
    left_out: tuple[Row, ...]
    source: str
    """What the lines around the table say of its source, for a person to accept or change; perhaps nothing."""


def figures_of_table(sheet: Sheet) -> FigureTable | None:
    """Return every figure of the table, long or wide, in its order; None where the sheet is blank.

    What is no number is no figure. Lines around the table are left out; a year or a unit that they name is taken.
    """
    headings = find_headings(sheet)
    if headings is None:
        return None
    at = {role: _at(headings.cells, names) for role, names in _ROLES.items()}
    measures = _measures(headings, at)
    by_row = [
        (row, _long(headings, row, at, measures) if measures else tuple(_wide(headings, row, at)))
        for row in headings.body
    ]
    return FigureTable(
        tuple(figure for _, figures in by_row for figure in figures),
        headings.row,
        (*headings.above, *(row for row, figures in by_row if not figures)),
        source_words(headings),
    )


def figure_cards(
    figures: Iterable[PublishedFigure], ids: Iterable[str], source: str, address: str | None = None
) -> tuple[Figure, ...]:
    """Return the picked figures as cards of the place, each with its source."""
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


def _at(cells: Sequence[str], names: Sequence[str]) -> int | None:
    known = [comparable_text(cell) for cell in cells]
    return next((known.index(name) for name in names if name in known), None)


def _measures(headings: TableHeadings, at: dict[str, int | None]) -> tuple[int, ...]:
    """Return the columns that together say what the figure of a row is; none in a wide table."""
    if at["value"] is None:
        return ()
    if at["measure"] is not None:
        return (at["measure"],)
    if comparable_text(headings.cells[at["value"]]) not in _ONLY_VALUE:
        return ()
    others = set(range(len(headings.cells))) - set(at.values())
    rows = [row for row in headings.body if number_in(text_in(row, at["value"])) is not None]
    return tuple(index for index in sorted(others) if rows and all(_names(text_in(row, index)) for row in rows))


def _names(text: str) -> bool:
    """Return whether a cell names something: it is no number, no mark and no code of an area."""
    return len(text) > 1 and number_in(text) is None and not _CODE.fullmatch(text)


def _long(
    headings: TableHeadings, row: Row, at: dict[str, int | None], measures: Sequence[int]
) -> tuple[PublishedFigure, ...]:
    value = _value(text_in(row, at["value"]))
    words = ", ".join(text for index in measures if (text := text_in(row, index)))
    if value is None or not words:
        return ()
    year = YEAR.search(text_in(row, at["time"]) or headings.fact(_TIME))
    unit = text_in(row, at["unit"]) or headings.fact(_UNIT)
    return (PublishedFigure(words[:300], value, text_in(row, at["area"]), year[0] if year else None, unit or None),)


def _wide(headings: TableHeadings, row: Row, at: dict[str, int | None]) -> Iterator[PublishedFigure]:
    area = at["area"] if at["area"] is not None else 0
    own_year = YEAR.search(text_in(row, at["time"]))
    stated_year, stated_unit = YEAR.search(headings.fact(_TIME)), headings.fact(_UNIT)
    for index, heading in enumerate(headings.cells):
        text = text_in(row, index)
        value = _value(text)
        if index in (area, at["time"]) or value is None or not heading or _CODE.fullmatch(text):
            continue
        year = own_year or YEAR.search(heading) or stated_year
        unit = "%" if "%" in heading or text.endswith("%") else stated_unit or None
        yield PublishedFigure(_titled(heading, headings), value, text_in(row, area), year[0] if year else None, unit)


def _titled(heading: str, headings: TableHeadings) -> str:
    """Return the heading; below one that is only a year, the figure is what the first title line says."""
    if not YEAR.fullmatch(heading):
        return heading
    titles = (text_in(row, 0) for row in headings.above if sum(map(is_filled, row.cells)) == 1)
    return next(filter(None, titles), heading)


def _value(text: str) -> Decimal | None:
    value = number_in(text)
    if value is None:
        return None
    return round(value, _DECIMALS) if -value.as_tuple().exponent > _DECIMALS else value  # type: ignore[operator]
