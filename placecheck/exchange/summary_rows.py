"""Find the rows of sums and counts below people's answers that look like people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from placecheck.exchange.column_dictionary import comparable_text
from placecheck.exchange.column_matching import text_at
from placecheck.exchange.row_classification import RowKind
from placecheck.exchange.scale import NUMBER
from placecheck.exchange.sheet import Row
from placecheck.exchange.visible import normalised_text
from placecheck.exchange.vocabulary import Vocabulary

_FEW = 2
"""Of so few rows the next may hold the sums by chance."""


@dataclass(frozen=True, slots=True)
class SummaryRows:
    """The kinds, by row number, of rows below people's answers that only look like people.

    `ladders` holds, for each row of a run that may be people, the first and the last label of the run.
    """

    kinds: dict[int, RowKind] = field(default_factory=dict)
    ladders: dict[int, tuple[str, str]] = field(default_factory=dict)


def find_summary_rows(
    rows: Sequence[Row], questions: Sequence[int], others: Sequence[int], vocabulary: Vocabulary
) -> SummaryRows:
    """Return what rows are that run through the whole ladder, a level each, as people hardly do.

    They sum up the others where they count them rightly; otherwise they may be people who are numbered like levels.
    """
    steps, below = vocabulary.rubric.steps, SummaryRows()
    kinds = below.kinds
    for start in range(len(rows) - steps + 1):
        run = rows[start : start + steps]
        names = _ladder(run, others, vocabulary)
        goes_on = any(_is_numbered_on(rows, at, others) for at in (start, start + steps))
        if names is None or goes_on or (start == 0 and "1" in names[0]):
            continue
        above = [row for row in rows[:start] if row.number not in kinds]
        is_tally = bool(above) and all(_counts(run, names, above, index) for index in questions)
        kinds |= dict.fromkeys((row.number for row in run), RowKind.SUMMARY if is_tally else RowKind.PERHAPS_SUMMARY)
        if not is_tally:
            labels = (_label(run[0], others), _label(run[-1], others))
            below.ladders.update(dict.fromkeys((row.number for row in run), labels))
    if rows and sums_up(rows, questions):
        kinds.setdefault(rows[-1].number, RowKind.PERHAPS_SUMMARY)
    return below


def _label(row: Row, others: Sequence[int]) -> str:
    return next((text for index in others if (text := text_at(row.cells, index))), "")


def _ladder(run: Sequence[Row], others: Sequence[int], vocabulary: Vocabulary) -> list[set[str]] | None:
    """Return how each level of the ladder is written where the labels of `run` are the levels; None where not."""
    labels = [_label(row, others) for row in run]
    by_name = {level: text for text, level in vocabulary.levels.items()}
    numbers = [int(match[1]) if (match := NUMBER.fullmatch(normalised_text(label))) else None for label in labels]
    steps = vocabulary.rubric.steps
    for first in (0, 1):
        if numbers == list(range(first, first + steps)):
            return [{str(first + level), by_name.get(level, "")} for level in range(steps)]
    if [vocabulary.levels.get(comparable_text(label)) for label in labels] == list(range(steps)):
        return [{str(level), by_name[level]} for level in range(steps)]
    return None


def _is_numbered_on(rows: Sequence[Row], start: int, others: Sequence[int]) -> bool:
    """Return whether the label of the row at `start` goes on from the row above it, as numbers of people do."""
    if not 0 < start < len(rows):
        return False
    before, first = (_label(row, others) for row in rows[start - 1 : start + 1])
    return before.isdecimal() and first.isdecimal() and int(first) == int(before) + 1


def _counts(run: Sequence[Row], names: Sequence[set[str]], above: Sequence[Row], index: int) -> bool:
    """Return whether the cells of `run` in a column are how often each level is in the rows above."""
    times = Counter(comparable_text(normalised_text(text_at(row.cells, index))) for row in above)
    return all(
        _number(text_at(row.cells, index)) == sum(times[name] for name in written)
        for row, written in zip(run, names, strict=True)
    )


def sums_up(rows: Sequence[Row], questions: Sequence[int]) -> bool:
    """Return whether the last row holds, in two columns or more, the sum of the rows above it."""
    *above, last = rows
    filled = [index for index in questions if text_at(last.cells, index)]
    return (
        len(above) > _FEW
        and len(filled) > 1
        and all(_sum(above, index) == _number(text_at(last.cells, index)) > 0 for index in filled)
    )


def _sum(rows: Sequence[Row], index: int) -> int:
    return sum(_number(text_at(row.cells, index)) for row in rows)


def _number(text: str) -> int:
    return int(match[1]) if (match := NUMBER.fullmatch(normalised_text(text))) else 0
