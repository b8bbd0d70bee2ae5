"""What the columns of a table mean: guessed from its headings with a reason beside each, for people to look at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from placecheck.exchange.asked import Asked, Meaning
from placecheck.exchange.dictionary import columns, headings, plain
from placecheck.exchange.sheet import Cell, Row, Sheet, letters
from placecheck.words import exchanging as words
from placecheck.words import say

HEADER_WITHIN = 10
"""In how many rows from the top the headings are looked for."""

SAMPLE = 3
"""How many cells a person is shown of each column."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column as it was found: its place from 0, its letter, heading, what it is taken for (None: not taken), why.

    `sample` holds the first few cells that are not blank.
    """

    index: int
    letter: str
    heading: str
    meaning: Meaning | None
    reason: str
    sample: tuple[str, ...] = ()


Chosen = Mapping[str, Meaning | None]
"""What a person chose, by the column's letter: another meaning, or None to leave the column out."""


def guess(
    header: Sequence[Cell], sample: Sequence[Sequence[Cell]], asked: Asked, chosen: Chosen | None = None
) -> tuple[Column, ...]:
    """What each column means whose heading or `sample` (rows of cells) holds anything.

    What is `chosen` goes before what is guessed. Two columns never mean the same: the first has it, the other says so.
    """
    chosen = chosen or {}
    found: list[Column] = []
    taken = {meaning: letter for letter, meaning in chosen.items() if meaning is not None}
    for index in range(max([len(header), *map(len, sample)])):
        heading = text_at(header, index)
        shown = [cell for cells in sample if (cell := text_at(cells, index))][:SAMPLE]
        if not heading and not shown:
            continue
        letter = letters(index)
        meaning, reason = _meaning(heading, letter, asked, chosen)
        if meaning is not None and (first := taken.setdefault(meaning, letter)) != letter:
            meaning, reason = None, say(words.TAKEN_TWICE, letter=first)
        found.append(Column(index, letter, heading, meaning, reason, tuple(shown)))
    return tuple(found)


def header_of(sheet: Sheet, asked: Asked) -> Row | None:
    """The row that names the columns: of the first ten that hold anything, the one with the most known headings.

    None where no row has two, or the one heading that it holds.
    """
    rows = [row for row in sheet.rows if not row.is_blank()][:HEADER_WITHIN]
    known = {row.number: _known(row, asked) for row in rows}
    best = max(rows, key=lambda row: known[row.number], default=None)
    if best is None:
        return None
    filled = sum(bool(text_at(best.cells, index)) for index in range(len(best.cells)))
    return best if known[best.number] >= min(2, filled) else None


def text_at(cells: Sequence[Cell], index: int) -> str:
    """The text of a cell without the blanks at its ends; "" where there is none."""
    cell = cells[index] if index < len(cells) else ""
    return cell.strip() if isinstance(cell, str) else cell.what


def _known(row: Row, asked: Asked) -> int:
    texts = (text_at(row.cells, index) for index in range(len(row.cells)))
    return len({meaning for text in texts if (meaning := _guessed(text, asked)[0]) is not None})


def _meaning(heading: str, letter: str, asked: Asked, chosen: Chosen) -> tuple[Meaning | None, str]:
    if letter in chosen:
        return chosen[letter], say(words.CHOSEN if chosen[letter] else words.LEFT_OUT)
    return _guessed(heading, asked)


def _guessed(heading: str, asked: Asked) -> tuple[Meaning | None, str]:
    if not heading:
        return None, say(words.NO_HEADING)
    if heading in columns():
        return Meaning(heading), say(words.ITS_NAME)
    if field := headings().get(plain(heading)):
        return Meaning(field), say(words.ANOTHER_NAME, field=field)
    if meaning := asked.columns.get(plain(heading)) or asked.columns.get(_unnumbered(heading)):
        return meaning, say(words.ASKED, id=meaning.indicator)
    return None, say(words.NOT_KNOWN)


def _unnumbered(heading: str) -> str:
    """A heading as it is compared, without the number that a form puts before it."""
    first, _, rest = plain(heading).partition(" ")
    return rest if first.removeprefix("q").isdecimal() else plain(heading)
