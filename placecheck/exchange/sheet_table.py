"""One table of a sheet: its headings, its rows, which way round it lies, and what is above it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from placecheck.exchange.column_dictionary import FACTS, comparable_text, headings
from placecheck.exchange.column_matching import text_at
from placecheck.exchange.scale import is_legend
from placecheck.exchange.sheet import Row, Sheet

HEADINGS_WITHIN = 120
"""In how many rows from the top, of those that hold anything, the headings are looked for."""

MAX_HEADING_LENGTH = 1_000
Layout = Literal["answers", "people", "ticks"]
"""One answer a row; one person a row; one statement a row with a column for each level."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table: the `header` that names each column, the rows that belong to the headings, and those below.

    `sheet` is turned where people are in columns; `upright` is then the sheet as it is in the file, `above` its
    rows, `upright_header` the one that names the people, and `transposed_header` the row of the statements as found.
    Otherwise `above` are the rows over the first of the others, with the headings. `facts` are what is above the
    table about the whole, by field.
    """

    sheet: Sheet
    layout: Layout
    header: Row
    header_rows: frozenset[int]
    rows: Sequence[Row]
    above: Sequence[Row] = ()
    facts: tuple[tuple[str, str, Row], ...] = ()
    upright: Sheet | None = None
    transposed_header: Row | None = None
    upright_header: Row | None = None
    is_likely: bool = False
    """Whether no heading names a question, so that a person must say what the columns hold."""


def facts_above(rows: Iterable[Row]) -> Iterator[tuple[str, str, Row]]:
    """Yield what rows above a table say of the whole: `Place | Ore Valley`, or `Place: Ore Valley`."""
    for row in rows:
        texts = [text for index in range(len(row.cells)) if (text := text_at(row.cells, index)) and not is_legend(text)]
        if len(texts) == 1 and ":" in texts[0]:
            texts = [part.strip() for part in texts[0].split(":", 1)]
        field = headings().get(comparable_text(texts[0])) if texts else None
        if field in {*FACTS, "perspective", "voice"} and len(texts) < 3:
            yield str(field), texts[1] if len(texts) > 1 else "", row
