"""What each row of a table is: a person's answers, or one of the other rows that tables hold."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from enum import StrEnum

from placecheck.exchange.column_dictionary import comparable_text, listed_words
from placecheck.exchange.column_matching import text_at
from placecheck.exchange.sheet import Cell, Row, Unreadable, is_filled
from placecheck.exchange.vocabulary import Vocabulary

_HOW_MANY = re.compile(r"(?:n|base|sample)\s*[=:]\s*[0-9]+", re.IGNORECASE)
"""How many answered, as the label of a row: `n = 12`."""

_IMPORT_ID = '{"ImportId"'


class RowKind(StrEnum):
    """What a row is.

    Rows of `answers`, `agreed` and `fact` are taken, and `perhaps_summary` is asked about; any other row is left out,
    and its kind is the reason.
    """

    ANSWERS = "answers"
    AGREED = "agreed"
    PERHAPS_SUMMARY = "perhaps_summary"
    BLANK = "blank"
    TITLE = "title"
    FACT = "fact"
    HEADINGS = "headings"
    SECOND_HEADINGS = "second_headings"
    HEADINGS_AGAIN = "headings_again"
    SEPARATOR = "separator"
    SUMMARY = "summary"
    FORMULAS = "formulas"
    SECTION = "section"
    NUMBERING = "numbering"
    LEGEND = "legend"
    NO_ANSWER = "no_answer"
    UNANSWERED = "unanswered"
    HIDDEN = "hidden"
    STRUCK_OUT = "struck_out"
    CHOSEN = "left_out_by_you"


def kind_of_row(
    cells: Sequence[Cell], questions: Sequence[int], others: Sequence[int], vocabulary: Vocabulary, *, is_first: bool
) -> RowKind:
    """Return what a row is, with answers in the columns `questions`, and who gave them in `others`.

    `is_first` is true where no person is above it, where form services write second headings.
    """
    width = len(cells)
    answers = [cell for index in questions if index < width and (cell := cells[index]) and is_filled(cell)]
    labels = [text for index in others if (text := text_at(cells, index))]
    if not answers and not labels:
        return RowKind.BLANK
    kind = kind_of_label(labels)
    if not answers:
        return RowKind.SUMMARY if kind == RowKind.SUMMARY else RowKind.NO_ANSWER
    if kind:
        return kind
    if all(isinstance(cell, Unreadable) and cell.is_formula for cell in answers):
        return RowKind.FORMULAS
    if is_first and _are_headings([*answers, *labels], answers, vocabulary):
        return RowKind.SECOND_HEADINGS
    return RowKind.ANSWERS


def kind_of_label(labels: Sequence[str]) -> RowKind | None:
    """Return what a row is by its labels: one that sums up others, or holds what was agreed; else None."""
    for text in labels:
        if text.isdecimal():
            continue
        bare = comparable_text(text) or text
        first = bare.split(" ", 1)[0]
        if bare in listed_words("agreed"):
            return RowKind.AGREED
        if bare in listed_words("summaries") or (first in listed_words("summaries") and len(bare.split()) <= 4):
            return RowKind.SUMMARY
        if _HOW_MANY.fullmatch(text):
            return RowKind.SUMMARY
        if bare in listed_words("perhaps_summaries") or bare.rsplit(" ", 1)[-1] in listed_words("summaries"):
            return RowKind.PERHAPS_SUMMARY
    return None


def repeats(row: Row, header: Sequence[Cell], columns: Collection[int]) -> int:
    """Count in how many columns the row holds the column's own heading again."""
    return sum(
        comparable_text(text) == comparable_text(text_at(header, index))
        for index in columns
        if (text := text_at(row.cells, index)) and not text.isdecimal()
    )


def _are_headings(filled: Sequence[Cell], answers: Sequence[Cell], vocabulary: Vocabulary) -> bool:
    """Return whether the cells are second headings: words of form services, import ids, or known headings."""
    texts = [text_at([cell], 0) for cell in filled]
    if all(text.startswith(_IMPORT_ID) for text in texts):
        return True
    return all(
        comparable_text(text) in listed_words("second_headings") or vocabulary.is_known(text)
        for text in (text_at([cell], 0) for cell in answers)
    )
