"""Tables whose rows are statements: one answer a row, ticks under levels, or a person in each column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from placecheck.exchange.column_dictionary import comparable_text, listed_words
from placecheck.exchange.column_matching import text_at
from placecheck.exchange.sheet import Row, Sheet, transposed
from placecheck.exchange.sheet_table import HEADINGS_WITHIN, MAX_HEADING_LENGTH, Layout, Table, facts_above
from placecheck.exchange.visible import normalised_text
from placecheck.exchange.vocabulary import Vocabulary


def statement_column(filled: Sequence[Row], vocabulary: Vocabulary) -> int | None:
    """Return the column that holds statements, two or one under such a heading; None where there is none."""
    seen: Counter[int] = Counter()
    for row in filled[:HEADINGS_WITHIN]:
        for index, cell in enumerate(row.cells[:12]):
            if isinstance(cell, str) and 3 < len(cell) < MAX_HEADING_LENGTH:
                seen[index] += vocabulary.names_indicator(cell)
    column, times = max(seen.items(), key=lambda pair: pair[1], default=(0, 0))
    is_named = times == 1 and any(_names_statements(row, column, vocabulary) for row in filled[:HEADINGS_WITHIN])
    return column if times > 1 or is_named else None


def _names_statements(row: Row, column: int, vocabulary: Vocabulary) -> bool:
    """Return whether the row is the heading of a column of statements."""
    meaning = vocabulary.meaning(text) if (text := text_at(row.cells, column)) else None
    return meaning is not None and meaning.field == "indicator"


def statement_table(sheet: Sheet, filled: Sequence[Row], column: int, vocabulary: Vocabulary) -> Table:
    """Return the table whose rows are statements: one answer a row, ticks under levels, or a person in each column."""
    first = next(row for row in filled if vocabulary.names_indicator(text_at(row.cells, column)))
    above = [row for row in filled if row.number < first.number]
    about_all = {
        row.number for _, text, row in facts_above(above) if text and not _is_about_people(row, column, vocabulary)
    }
    may_head = [row for row in reversed(above) if row.number not in about_all]
    header = max(may_head, key=lambda row: _heads(row, column, vocabulary), default=Row(0, 0, []))
    facts = tuple(facts_above(row for row in above if row is not header))
    statements = [row for row in filled if row is first or vocabulary.names_indicator(text_at(row.cells, column))]
    header = _with_numbered_levels(header, statements, vocabulary)
    fields = {meaning.field for cell in header.cells if isinstance(cell, str) and (meaning := vocabulary.meaning(cell))}
    ticks = [index for index in range(len(header.cells)) if vocabulary.tick_of(text_at(header.cells, index))]
    cells = list(header.cells) + [""] * (column + 1 - len(header.cells))
    if vocabulary.meaning(text_at(cells, column)) is None:
        cells[column] = "indicator"
    if len(ticks) > 1 or fields & {"level", "no_answer"}:
        layout: Layout = "ticks" if len(ticks) > 1 else "answers"
        rows = [row for row in filled if row.number > header.number]
        around = [*(row for row in above if row.number <= header.number)]
        return Table(sheet, layout, replace(header, cells=cells), frozenset({header.number}), rows, around, facts)
    about = {row.number for row in above if row.number < header.number and _is_about_people(row, column, vocabulary)}
    people = [row for row in filled if row.number >= header.number or row.number in about]
    table = _people_across(sheet, people, header, column, facts)
    return replace(
        table, upright=sheet, above=[row for row in above if row.number < header.number and row.number not in about]
    )


def _with_numbered_levels(header: Row, below: Sequence[Row], vocabulary: Vocabulary) -> Row:
    """Return the headings with the name of each level after its number, where all are there and ticks below them."""
    columns = numbered_levels(header, vocabulary)
    cells = [
        comparable_text(text_at(row.cells, index)) or text_at(row.cells, index) for row in below for index in columns
    ]
    if not columns or not any(cells) or not all(cell in listed_words("ticks") for cell in cells if cell):
        return header
    names = dict(zip(columns, vocabulary.rubric.levels, strict=True))
    texts = [f"{cell} - {names[at].name}" if at in names else cell for at, cell in enumerate(header.cells)]
    return replace(header, cells=texts)


def numbered_levels(header: Row, vocabulary: Vocabulary) -> list[int]:
    """Return the columns whose headings are the numbers of all levels in turn, from 0 or from 1."""
    steps = vocabulary.rubric.steps
    texts = [normalised_text(text_at(header.cells, index)) for index in range(len(header.cells))]
    for first in (0, 1):
        ladder = [str(first + level) for level in range(steps)]
        for start in range(len(texts) - steps + 1):
            if texts[start : start + steps] == ladder:
                return list(range(start, start + steps))
    return []


def _is_about_people(row: Row, column: int, vocabulary: Vocabulary) -> bool:
    """Return whether a row over the statements is about each person: its label is known, and it has several cells."""
    filled = sum(bool(text_at(row.cells, index)) for index in range(len(row.cells)))
    return filled > 2 and vocabulary.meaning(text_at(row.cells, column)) is not None


def _people_across(
    sheet: Sheet, rows: Sequence[Row], header: Row, column: int, facts: tuple[tuple[str, str, Row], ...]
) -> Table:
    if header.number == 0:
        rows = [Row(0, 0, []), *rows]
    around = transposed(sheet, [row for row in rows if row.number])
    named = around.rows[column]
    cells = list(named.cells)
    if header.number:
        cells[header.number - 1] = "voice"
    people = [row for row in around.rows if row.number != named.number and not row.is_blank()]
    return Table(
        around,
        "people",
        replace(named, cells=cells),
        frozenset({named.number}),
        people,
        facts=facts,
        transposed_header=named,
        upright_header=header if header.number else None,
    )


def _heads(row: Row, column: int, vocabulary: Vocabulary) -> tuple[bool, int, int]:
    """Return how well a row heads a table of statements: by its heading, what is known in it, what it holds."""
    others = [text for index in range(len(row.cells)) if index != column and (text := text_at(row.cells, index))]
    known = sum(vocabulary.is_known(text) or vocabulary.tick_of(text) is not None for text in others)
    return _names_statements(row, column, vocabulary), known, len(others)
