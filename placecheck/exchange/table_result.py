"""What becomes of the rows of one table: records, and rows that are left out with a reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from placecheck.errors import Finding
from placecheck.exchange.column_matching import MatchedColumn, text_at
from placecheck.exchange.comments import with_comments
from placecheck.exchange.import_plan import ASKED, RowUse
from placecheck.exchange.records import TICKED, Origin, Record
from placecheck.exchange.row_classification import repeats
from placecheck.exchange.sheet import Row, is_filled
from placecheck.exchange.sheet_table import Table
from placecheck.words import exchanging, say, say_n
from placecheck.words import importing as words


@dataclass(slots=True)
class TableResult:
    """What came of one table: its columns, the records of its rows, and what becomes of the rows that give none."""

    table: Table
    columns: tuple[MatchedColumn, ...]
    origin: Origin
    records: list[Record] = field(default_factory=list)
    uses: list[RowUse] = field(default_factory=list)
    above: list[RowUse] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    by_row: dict[int, list[Record]] = field(default_factory=lambda: defaultdict(list))

    def level_texts(self) -> set[str]:
        """Return the distinct texts in columns of levels."""
        texts = {
            text
            for record in self.records
            for pairs in record.answers.values()
            for name, text in pairs
            if name == "level"
        }
        texts |= {record.cells["level"] for record in self.records if "level" in record.cells}
        return {text for text in texts if not text.endswith(TICKED)}

    def heading_texts(self) -> list[str]:
        """Return the texts that may say which scale the numbers are on: headings, and lines above them."""
        rows = [self.table.header, *(use.row for use in self.above)]
        return [text for row in rows for index in range(len(row.cells)) if (text := text_at(row.cells, index))]

    def repeats_headings(self, row: Row) -> bool:
        """Return whether a row holds the headings of the table again, and nothing else."""
        header = self.table.header.cells
        first = self.columns[0].index if self.columns else 0
        if text_at(row.cells, first) and text_at(row.cells, first) != text_at(header, first):
            return False
        filled = sum(map(is_filled, row.cells))
        return filled > 1 and repeats(row, header, range(len(row.cells))) == filled

    def take_comments(self) -> None:
        """Take the comments on cells as stories."""
        self.by_row = defaultdict(list, {row: list(map(with_comments, rows)) for row, rows in self.by_row.items()})
        self.records = [record for rows in self.by_row.values() for record in rows]

    def leave_out(self, row: Row, kind: str) -> None:
        """Note that a row is left out, and why."""
        self.uses.append(RowUse(row, self.table.sheet.place(row, None), "left_out", kind))

    def wait_for_columns(self) -> TableResult:
        """Let every row wait until a person says which column holds a question; return the same."""
        table = self.table
        self.findings.append(
            table.sheet.finding(table.header, None, "", say(exchanging.NO_QUESTION), say(exchanging.SAY_COLUMNS))
        )
        self.uses += [RowUse(row, table.sheet.place(row, None), "asked", ASKED) for row in table.rows]
        return self

    def add(self, row: Row, records: Sequence[Record]) -> None:
        """Add the records of one row."""
        self.records += records
        self.by_row[row.number] += records

    def add_left_out_remarks(self) -> None:
        """Add one remark for each kind of row that is left out, with the rows that it is about."""
        places: dict[str, list[str]] = defaultdict(list)
        for use in (*self.above, *self.uses):
            if use.reason in words.LEFT_OUT_ROWS:
                places[use.reason].append(use.place)
        for reason, rows in places.items():
            what = say(words.LEFT_OUT_ROWS[reason], rows=_listed(rows))
            self.findings.append(self.table.sheet.remark(what))


def _listed(places: Sequence[str]) -> str:
    """Return `row 3`, `row 4` and so on in few words: rows 3 to 10, 12."""
    numbers = [int(place.removeprefix("row ")) for place in places if place.startswith("row ")]
    if len(numbers) != len(places):
        return ", ".join(places)
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    named = [say(words.ROWS_FROM_TO, first=run[0], last=run[-1]) if len(run) > 1 else str(run[0]) for run in runs]
    return say_n(words.ROWS, len(numbers), rows=", ".join(named))
