"""What the columns of one table hold, and who made it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from placecheck.exchange.column_matching import MatchedColumn, is_loose, match_columns, text_at
from placecheck.exchange.export_recognition import are_our_headings
from placecheck.exchange.import_questions import COLUMN_KEY_PREFIX, Choices, ImportQuestion, Option
from placecheck.exchange.records import Origin
from placecheck.exchange.row_classification import RowKind, kind_of_label
from placecheck.exchange.sheet import is_filled, on_one_line
from placecheck.exchange.sheet_table import Table
from placecheck.exchange.vocabulary import LEAVE_OUT, Meaning, Vocabulary
from placecheck.words import exchanging, say
from placecheck.words import importing as words

_ROWS_SAMPLED = 20


def interpret_columns(table: Table, vocabulary: Vocabulary, choices: Choices) -> tuple[MatchedColumn, ...]:
    """Return what each column is taken for, left out or asked, by what a person chose and its heading."""
    sample = [row.cells for row in table.rows[:_ROWS_SAMPLED]]
    columns = match_columns(table.header.cells, sample, vocabulary, choices.columns)
    if table.layout == "ticks":
        columns = tuple(_tick_column(column, vocabulary) for column in columns)
    if table.layout == "people":
        columns = tuple(_without_loose(column) for column in _with_who(columns))
    if table.layout == "answers":
        columns = _with_why(_with_who(columns))
    held = _held(table)
    return tuple(
        replace(column, outcome="left_out", reason=say(words.HOLDS_NOTHING))
        if column.outcome == "asked" and column.index not in held
        else column
        for column in columns
    )


def _tick_column(column: MatchedColumn, vocabulary: Vocabulary) -> MatchedColumn:
    tick = vocabulary.tick_of(column.heading)
    if tick is None or column.meaning is not None:
        return column
    reason = say(words.ONE_LEVEL)
    return replace(column, meaning=Meaning("level", None, tick), outcome="taken", reason=reason)


def _with_who(columns: tuple[MatchedColumn, ...]) -> tuple[MatchedColumn, ...]:
    """Let a column `who` say whose answers they are in a table of answers, which has no steps that somebody takes."""
    fields = {column.meaning.field for column in columns if column.meaning}
    if "level" not in fields or fields & {"voice", "what", "row"}:
        return columns
    reason = say(exchanging.ANOTHER_NAME, field="voice")
    return tuple(
        replace(column, meaning=Meaning("voice"), reason=reason) if column.meaning == Meaning("who") else column
        for column in columns
    )


def _with_why(columns: tuple[MatchedColumn, ...]) -> tuple[MatchedColumn, ...]:
    """Let a column `why` beside each person's level hold their story, where no other does."""
    fields = {column.meaning.field for column in columns if column.meaning}
    if not fields >= {"level", "voice"} or fields & {"story", "row", "not_agreed", "minority", "dimension"}:
        return columns
    reason = say(exchanging.ANOTHER_NAME, field="story")
    return tuple(
        replace(column, meaning=Meaning("story"), reason=reason)
        if column.meaning == Meaning("because") and column.heading != "because"
        else column
        for column in columns
    )


def _without_loose(column: MatchedColumn) -> MatchedColumn:
    if column.meaning is None or not is_loose(column.meaning) or column.meaning.field == "row":
        return column
    return replace(column, meaning=None, outcome="asked", reason=say(words.ABOUT_NOTHING))


def _held(table: Table) -> set[int]:
    """Return the columns that hold something in any row other than totals."""
    held: set[int] = set()
    for row in table.rows:
        if kind_of_label([text_at(row.cells, 0)]) == RowKind.SUMMARY:
            continue
        held.update(index for index, cell in enumerate(row.cells) if index not in held and is_filled(cell))
    return held


def column_question(table: Table, column: MatchedColumn) -> ImportQuestion:
    """Return the question what a column holds."""
    name = on_one_line(column.heading) or column.letter
    text = say(exchanging.WHICH_COLUMN, heading=name, reason=column.reason)
    place = table.sheet.place(None, column.index)
    cell = f"{table.sheet.name}!{place}" if table.sheet.name else place
    options = (Option(LEAVE_OUT, say(words.LEAVE_COLUMN)),)
    hint = say(exchanging.NAME_COLUMN, column=name)
    return ImportQuestion(f"{COLUMN_KEY_PREFIX}{name}", text, options, (cell,), concerns_whole_file=True, hint=hint)


def origin_of(table: Table, columns: Sequence[MatchedColumn]) -> Origin:
    """Return who wrote the headings of the table."""
    named = {column.heading for column in columns if column.meaning and column.heading == column.meaning.field}
    if are_our_headings(tuple(named), table.sheet.name):
        return "ours"
    return "format" if {"indicator", "level"} <= named else "hand"
