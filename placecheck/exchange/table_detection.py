"""The tables of a sheet: where each begins, which way round it lies, and what is above and between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from placecheck.assessment.model import ANSWER_TEXTS
from placecheck.exchange.column_dictionary import comparable_text, headings
from placecheck.exchange.column_matching import text_at
from placecheck.exchange.export_recognition import exported_tables
from placecheck.exchange.row_classification import repeats
from placecheck.exchange.sheet import Cell, Row, Sheet
from placecheck.exchange.sheet_table import HEADINGS_WITHIN, MAX_HEADING_LENGTH, Layout, Table, facts_above
from placecheck.exchange.statement_tables import statement_column, statement_table
from placecheck.exchange.vocabulary import Vocabulary

_SUB_HEADINGS = ("level", "no_answer", "sure", *ANSWER_TEXTS)
"""What columns below a heading that spans them may hold of an answer."""

_AROUND = 2
"""How many rows above and below the headings may add to them, as merged titles and second headings do."""


def tables_of(sheet: Sheet, vocabulary: Vocabulary) -> list[Table]:
    """Return the tables of a sheet from the top down; none where no row names the columns."""
    filled = [row for row in sheet.rows if not row.is_blank()]
    if ours := exported_tables(sheet, filled, vocabulary):
        return ours
    header = _header(filled, vocabulary)
    statements = statement_column(filled, vocabulary)
    if statements is not None and not _asks_in_columns(header, vocabulary):
        return [statement_table(sheet, filled, statements, vocabulary)]
    if header is None:
        return []
    header, both = _with_sub_headings(header, filled, vocabulary)
    starts = [header, *_further_headers(filled, header, vocabulary)]
    numbers = [0, *(row.number for row in starts[1:]), filled[-1].number + 1]
    return [
        _table(sheet, start, [row for row in filled if first <= row.number < end], vocabulary, both)
        for start, first, end in zip(starts, numbers, numbers[1:], strict=False)
    ]


def _with_sub_headings(header: Row, filled: Sequence[Row], vocabulary: Vocabulary) -> tuple[Row, frozenset[int]]:
    """Return headings that span columns with what the row below says of each: `Mixing` over `Level` and `Comment`.

    The row that names the columns is then the lower one. Also the numbers of both rows, where that is so.
    """
    below = next((row for row in filled if row.number > header.number), None)
    subs = _answer_fields(below) if below else {}
    cells: list[Cell] = [*header.cells, *[""] * (max(subs, default=-1) + 1 - len(header.cells))]
    spanned = ""
    for index, cell in enumerate(cells):
        text = text_at([cell], 0)
        spanned = text or spanned
        if index not in subs:
            continue
        meaning = vocabulary.meaning(spanned)
        if meaning is None or meaning.indicator is None:
            return header, frozenset()
        cells[index] = spanned if subs[index] == "level" else f"{spanned}: {subs[index]}"
    if below is None or len(subs) < _AROUND:
        return header, frozenset()
    return replace(below, cells=cells), frozenset({header.number, below.number})


def _answer_fields(row: Row) -> dict[int, str]:
    """Return what each cell of a row of sub-headings says of an answer, by column; nothing where a cell does not."""
    texts = {index: text for index in range(len(row.cells)) if (text := text_at(row.cells, index))}
    fields = {index: headings().get(comparable_text(text)) for index, text in texts.items()}
    known = {index: field for index, field in fields.items() if field in _SUB_HEADINGS}
    return known if len(known) == len(fields) and len(set(known.values())) < len(known) else {}


def _table(
    sheet: Sheet, header: Row, filled: Sequence[Row], vocabulary: Vocabulary, both: frozenset[int] = frozenset()
) -> Table:
    """Return the table whose headings are in `header`, of the rows from the table before to the next.

    `both` are the rows whose headings `header` already puts together.
    """
    above = [row for row in filled if row.number < header.number and row.number not in both]
    below = [row for row in filled if row.number > header.number]
    merged, used = _merged(header, above[-_AROUND:], below[:_AROUND], vocabulary)
    facts = tuple(facts_above(row for row in above if row.number not in used))
    meanings = [vocabulary.meaning(text) for text in map(str, merged) if text]
    layout: Layout = "people" if any(meaning and meaning.indicator for meaning in meanings) else "answers"
    rows = [row for row in below if row.number not in used]
    used |= both if header.number in both else set()
    headed = [row for row in filled if row.number == header.number or row.number in both & used]
    around = [*above, *headed, *(row for row in below if row.number in used)]
    return Table(sheet, layout, replace(header, cells=merged), frozenset({*used, header.number}), rows, around, facts)


def _header(filled: Sequence[Row], vocabulary: Vocabulary) -> Row | None:
    """Return the row that names the columns: that with the most known headings, two or its only one."""
    best, most = None, 0
    for row in filled[:HEADINGS_WITHIN]:
        known = vocabulary.count_known(row.cells)
        if known > most:
            best, most = row, known
    if best is None:
        return None
    holds = sum(bool(text_at(best.cells, index)) for index in range(len(best.cells)))
    return best if most >= min(2, holds) else None


def _asks_in_columns(header: Row | None, vocabulary: Vocabulary) -> bool:
    """Return whether the headings hold an indicator each, or are those of a table with one answer a row."""
    if header is None:
        return False
    meanings = [vocabulary.meaning(text) for cell in header.cells if isinstance(cell, str) and (text := cell.strip())]
    asking = {meaning.indicator for meaning in meanings if meaning and meaning.indicator}
    fields = {meaning.field for meaning in meanings if meaning and not meaning.indicator}
    return len(asking) > 1 or (
        "indicator" in fields and bool(fields & {"level", "no_answer", "row", "assessment", "voice"})
    )


def _merged(
    header: Row, above: Sequence[Row], below: Sequence[Row], vocabulary: Vocabulary
) -> tuple[list[Cell], set[int]]:
    """Complete unknown headings from the rows around them; return the headings and the rows that were used."""
    cells = list(header.cells)
    used: set[int] = set()
    for row in (*reversed(above), *below):
        adds = [
            index
            for index, cell in enumerate(row.cells)
            if isinstance(cell, str) and 0 < len(cell) < MAX_HEADING_LENGTH and not cell.strip().isdecimal()
            if not vocabulary.is_known(text_at(cells, index)) and vocabulary.is_known(cell.strip())
        ]
        if adds and not _is_title(row) and (row.number < header.number or _only_headings(row, vocabulary)):
            cells += [""] * (max(adds) + 1 - len(cells))
            for index in adds:
                cells[index] = row.cells[index]
            used.add(row.number)
    return cells, used


def _is_title(row: Row) -> bool:
    return sum(bool(text_at(row.cells, index)) for index in range(len(row.cells))) == 1


def _only_headings(row: Row, vocabulary: Vocabulary) -> bool:
    texts = [text for index in range(len(row.cells)) if (text := text_at(row.cells, index))]
    return sum(map(vocabulary.is_known, texts)) > len(texts) / 2


def _further_headers(filled: Sequence[Row], header: Row, vocabulary: Vocabulary) -> Iterator[Row]:
    """Yield the rows below that name columns again: known headings, and not the same ones."""
    current = header
    for row in filled:
        if row.number <= header.number or not _may_be_header(row, vocabulary):
            continue
        same = repeats(row, current.cells, range(len(row.cells)))
        texts = [text for index in range(len(row.cells)) if (text := text_at(row.cells, index))]
        if same < len(texts) and _names_columns_anew(row, texts, same, vocabulary):
            current = row
            yield row


def _names_columns_anew(row: Row, texts: Sequence[str], same: int, vocabulary: Vocabulary) -> bool:
    known = vocabulary.count_known(row.cells)
    return known > 1 and (same > 1 or all(map(vocabulary.is_known, texts)))


def _may_be_header(row: Row, vocabulary: Vocabulary) -> bool:
    """Return at a quick look whether the row holds two texts that are known headings."""
    count = 0
    for cell in row.cells:
        if isinstance(cell, str) and 1 < len(cell) < MAX_HEADING_LENGTH and not cell.isdecimal():
            count += vocabulary.is_known(cell.strip())
            if count > 1:
                return True
    return False
