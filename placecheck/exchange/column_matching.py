"""What the columns of a table mean: guessed from its headings with a reason beside each, for people to look at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from placecheck.exchange.column_dictionary import comparable_text, format_columns, ignored_headings, listed_words
from placecheck.exchange.sheet import Cell, column_letters
from placecheck.exchange.visible import visible_text
from placecheck.exchange.vocabulary import LEAVE_OUT, Meaning, Vocabulary
from placecheck.words import exchanging, importing, say

SAMPLE = 3
"""How many cells a person is shown of each column."""

_NAMES = frozenset(map(comparable_text, ("name", "full name", "your name", "first name", "nom", "naam", "enw")))
Outcome = Literal["taken", "left_out", "asked"]


@dataclass(frozen=True, slots=True)
class MatchedColumn:
    """One column: its place from 0, its letter, heading, what it is taken for (None: nothing), what becomes of it, why.

    `sample` holds the first few cells that are not blank.
    """

    index: int
    letter: str
    heading: str
    meaning: Meaning | None
    outcome: Outcome
    reason: str
    sample: tuple[str, ...] = ()


def match_columns(
    header: Sequence[Cell],
    sample: Sequence[Sequence[Cell]],
    vocabulary: Vocabulary,
    chosen: Mapping[str, str] | None = None,
) -> tuple[MatchedColumn, ...]:
    """Guess what each column means whose heading or `sample` (rows of cells) holds anything.

    `chosen` holds a person's choices, by heading or letter; they take precedence over guesses. Two columns never
    mean the same: the first has it, the other becomes a question.
    """
    chosen = {comparable_text(heading) or heading: meaning for heading, meaning in (chosen or {}).items() if meaning}
    guessed: list[MatchedColumn] = []
    is_ours = any(cell in ("row", "change") for cell in header)
    for index in range(max([len(header), *map(len, sample)])):
        heading = text_at(header, index)
        shown = tuple(text for cells in sample if (text := text_at(cells, index)))
        if heading or shown:
            guessed.append(_column(index, heading, shown, vocabulary, chosen, is_ours=is_ours))
    settled = _each_once(_with_names(guessed), vocabulary)
    return tuple(replace(column, sample=column.sample[:SAMPLE]) for column in settled)


def text_at(cells: Sequence[Cell], index: int) -> str:
    """Return the text of a cell without invisible marks and blanks at its ends; "" where there is none."""
    cell = cells[index] if index < len(cells) else ""
    return visible_text(cell) if isinstance(cell, str) else cell.what


def _column(
    index: int,
    heading: str,
    sample: tuple[str, ...],
    vocabulary: Vocabulary,
    chosen: Mapping[str, str],
    *,
    is_ours: bool,
) -> MatchedColumn:
    letter = column_letters(index)
    choice = chosen.get(comparable_text(heading) or heading) if heading else chosen.get(comparable_text(letter))
    if choice == LEAVE_OUT:
        return MatchedColumn(index, letter, heading, None, "left_out", say(exchanging.LEFT_OUT), sample)
    if choice and (meaning := Meaning.parse(choice)):
        return MatchedColumn(index, letter, heading, meaning, "taken", say(exchanging.CHOSEN), sample)
    return MatchedColumn(index, letter, heading, *_guessed(heading, sample, vocabulary, is_ours=is_ours), sample)


def _guessed(
    heading: str, sample: Sequence[str], vocabulary: Vocabulary, *, is_ours: bool
) -> tuple[Meaning | None, Outcome, str]:
    bare = comparable_text(heading)
    code = comparable_text(heading.partition(". ")[0])  # `submitdate. Date submitted`
    technical = "technical" if heading.startswith("_") or ignored_headings().get(code) == "technical" else None
    ignored = technical or ignored_headings().get(bare)
    if ignored and bare not in vocabulary.columns and not (is_ours and heading in format_columns()):
        return None, "left_out", say(importing.IGNORED[ignored])
    if meaning := vocabulary.meaning(heading):
        if meaning.indicator:
            return meaning, "taken", say(exchanging.ASKED, id=meaning.indicator)
        why = exchanging.ITS_NAME if heading == meaning.field else exchanging.ANOTHER_NAME
        return meaning, "taken", say(why, field=meaning.field)
    if bare in listed_words("summaries"):
        return None, "left_out", say(importing.SUMS_UP)
    if not heading and _is_numbering(sample):
        return None, "left_out", say(importing.IGNORED["numbering"])
    return None, "asked", say(exchanging.NOT_KNOWN if heading else exchanging.NO_HEADING)


def _is_numbering(sample: Sequence[str]) -> bool:
    numbers = [int(text) if text.isdecimal() and len(text) < 6 else None for text in sample]
    return len(numbers) > 1 and all(first is not None and second == first + 1 for first, second in pairwise(numbers))


def _with_names(guessed: Sequence[MatchedColumn]) -> list[MatchedColumn]:
    """Let a column of names identify people where nothing else does; the names themselves are not kept."""
    if any(column.meaning and column.meaning.field == "voice" for column in guessed):
        return list(guessed)
    named = next((column for column in guessed if comparable_text(column.heading) in _NAMES and column.sample), None)
    taken = Meaning("voice")
    return [
        replace(column, meaning=taken, outcome="taken", reason=say(exchanging.ANOTHER_NAME, field="voice"))
        if column is named and column.outcome == "left_out"
        else column
        for column in guessed
    ]


def _each_once(guessed: Sequence[MatchedColumn], vocabulary: Vocabulary) -> list[MatchedColumn]:
    first: dict[Meaning, MatchedColumn] = {}
    for column in sorted(guessed, key=lambda column: column.reason != say(exchanging.CHOSEN)):
        if column.meaning is None:
            continue
        earlier = first.setdefault(column.meaning, column)
        if earlier is not column and _names_more(column, earlier, vocabulary):
            first[column.meaning] = column
    return [
        column if column.meaning is None or first[column.meaning] is column else _second(column, first[column.meaning])
        for column in guessed
    ]


def _names_more(column: MatchedColumn, other: MatchedColumn, vocabulary: Vocabulary) -> bool:
    """Return whether `column` may hold indicators and its cells name more of them than those of `other`."""
    if column.meaning != Meaning("indicator"):
        return False
    counts = [sum(vocabulary.indicator(text) is not None for text in each.sample) for each in (column, other)]
    return counts[0] > counts[1]


def _second(column: MatchedColumn, first: MatchedColumn) -> MatchedColumn:
    if column.meaning == Meaning("indicator"):  # item numbers beside statements
        return replace(column, meaning=None, outcome="left_out", reason=say(importing.IGNORED["numbering"]))
    reason = say(exchanging.TAKEN_TWICE, letter=first.letter)
    return replace(column, meaning=None, outcome="asked", reason=reason)


def is_loose(meaning: Meaning) -> bool:
    """Return whether the column speaks of no indicator though a row of its kind (a whole voice) needs one."""
    return meaning.indicator is None and "voice" not in format_columns()[meaning.field].record_kinds
