"""Sheets in which no heading names a question: the row that is likely to name the columns, for people to say how."""

from __future__ import annotations

from collections.abc import Sequence

from placecheck.exchange.column_dictionary import comparable_text
from placecheck.exchange.column_matching import text_at
from placecheck.exchange.row_classification import repeats
from placecheck.exchange.scale import NUMBER
from placecheck.exchange.sheet import Row, Sheet
from placecheck.exchange.sheet_table import HEADINGS_WITHIN, MAX_HEADING_LENGTH, Table, facts_above
from placecheck.exchange.table_detection import tables_of
from placecheck.exchange.vocabulary import Vocabulary

_OF_PEOPLE = frozenset({"voice", "perspective", "paper", "place", "date", "kind", "nation"})
"""What says who answered, where and when, and nothing of what was asked."""


def tables_by_sheet(sheets: Sequence[Sheet], vocabulary: Vocabulary) -> list[tuple[Sheet, list[Table]]]:
    """Return the tables of each sheet; where none names a question, those below the likely headings."""
    known = [(sheet, tables_of(sheet, vocabulary)) for sheet in sheets]
    is_known = any(not _names_no_question(table, vocabulary) for _, tables in known for table in tables)
    return [(sheet, _likely_or(tables, sheet, vocabulary, is_known=is_known)) for sheet, tables in known]


def _likely_or(tables: list[Table], sheet: Sheet, vocabulary: Vocabulary, *, is_known: bool) -> list[Table]:
    if not all(_names_no_question(table, vocabulary) for table in tables):
        return tables
    likely = likely_table(sheet)
    if likely is None or (is_known and not _has_choice(likely, vocabulary)):
        return tables
    return [likely]


def _names_no_question(table: Table, vocabulary: Vocabulary) -> bool:
    """Return whether some headings of a table are not known, and the others only say who answered, where and when."""
    texts = _texts(table.header).values()
    meanings = [meaning for text in texts if (meaning := vocabulary.meaning(text))]
    is_known = all(map(vocabulary.is_known, texts)) and not vocabulary.chosen
    return table.layout == "answers" and not is_known and all(meaning.field in _OF_PEOPLE for meaning in meanings)


def likely_table(sheet: Sheet) -> Table | None:
    """Return the table with one person a row below the likely headings of a sheet; None where no row is likely."""
    filled = [row for row in sheet.rows if not row.is_blank()]
    header = _likely_header(filled)
    if header is None:
        return None
    above = [row for row in filled if row.number < header.number]
    below = [row for row in filled if row.number > header.number]
    numbers = frozenset({header.number})
    return Table(sheet, "people", header, numbers, below, [*above, header], tuple(facts_above(above)), is_likely=True)


def _has_choice(table: Table, vocabulary: Vocabulary) -> bool:
    """Return whether a person chose what one of the table's columns holds."""
    return any(comparable_text(text) in vocabulary.chosen for text in _texts(table.header).values())


def _likely_header(filled: Sequence[Row]) -> Row | None:
    """Return the first row with texts in most columns, unless rows below hold some of the same texts as answers do."""
    top = filled[:HEADINGS_WITHIN]
    columns = {index for row in top for index in range(len(row.cells)) if text_at(row.cells, index)}
    for row in top[:-1]:
        texts = _texts(row)
        if len(texts) < 2 or len(texts) <= len(columns) / 2:
            continue
        below = [other for other in top if other.number > row.number]
        shared = [repeats(other, row.cells, list(texts)) for other in below]
        return None if any(0 < same < len(texts) for same in shared) else row
    return None


def _texts(row: Row) -> dict[int, str]:
    """Return the cells of a row that could be headings, by column: texts that are no numbers."""
    texts = ((index, text_at(row.cells, index)) for index in range(len(row.cells)))
    return {
        index: text for index, text in texts if text and len(text) < MAX_HEADING_LENGTH and not NUMBER.fullmatch(text)
    }
