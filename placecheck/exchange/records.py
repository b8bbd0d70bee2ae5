"""The rows of a sheet as records: what kind of row each is, and which cell gives which value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from placecheck.errors import Finding, InputError
from placecheck.exchange.dictionary import KINDS, columns, meant, plain
from placecheck.exchange.matching import Column, text_at
from placecheck.exchange.rows import KIND_OF
from placecheck.exchange.sheet import Row, Sheet, Unreadable
from placecheck.source.shown import shown
from placecheck.source.wording import near_or_all

_TO_THE_LETTER = {"boundary", "context", "missing_voices", "story", "not_for", "not_agreed", "because", "minority"} | {
    "what", "first_step",
}  # fmt: skip
"""Columns whose text is kept with the blanks at its ends."""


@dataclass(frozen=True, slots=True)
class Record:
    """One row, or one answer of a row: its kind, the text of its cells by field, and the column of each."""

    sheet: Sheet
    row: Row
    kind: str
    cells: Mapping[str, str]
    at: Mapping[str, int] = field(default_factory=dict)

    def finding(self, named: str, what: str, mend: str) -> Finding:
        """What was found in the cell of the field `named`; in the row, where it has no such cell."""
        return self.sheet.finding(self.row, self.at.get(named), named, what, mend)


def records_of(sheet: Sheet, header: Row, matched: Sequence[Column]) -> Iterator[Record | InputError]:
    """Each row below the `header` as one record or more; an InputError in place of a row that cannot be taken."""
    kind = _kind_of(sheet, matched)
    wide = any(column.meaning and column.meaning.indicator for column in matched)
    for row in sheet.rows:
        if row.number <= header.number or row.is_blank():
            continue
        try:
            _refuse_unreadable(sheet, row, matched)
            yield from _wide(sheet, row, matched) if wide else [_long(sheet, row, kind, matched)]
        except InputError as error:
            yield error


def _kind_of(sheet: Sheet, matched: Sequence[Column]) -> str:
    """What a row of this sheet is where it does not say so itself."""
    named = KIND_OF.get(plain(sheet.name))
    fields = {column.meaning.field for column in matched if column.meaning}
    if named:
        return named
    if "voice" not in fields and "what" in fields:
        return "action"
    if "voice" not in fields and fields & {"not_agreed", "because", "minority"}:
        return "agreed"
    return "answer"


def _refuse_unreadable(sheet: Sheet, row: Row, matched: Sequence[Column]) -> None:
    findings = [
        sheet.finding(row, column.index, column.meaning.field, cell.what, cell.mend)
        for column in matched
        if column.meaning and column.index < len(row.cells)
        if isinstance(cell := row.cells[column.index], Unreadable)
    ]
    if findings:
        raise InputError(findings)


def _long(sheet: Sheet, row: Row, kind: str, matched: Sequence[Column]) -> Record:
    """A row that is one answer, or one of another kind."""
    at = {column.meaning.field: column.index for column in matched if column.meaning}
    cells = _cells(row, at)
    said = cells.pop("row", "")
    if said:
        kind = meant("row", said) or ""
    record = Record(sheet, row, kind, cells, at)
    if not kind:
        mend = near_or_all(said, list(KINDS), f"Write {', '.join(KINDS[:-1])} or {KINDS[-1]}.")
        raise InputError([record.finding("row", f"{shown(said)} is no kind of row.", mend)])
    return _fitting(record)


def _wide(sheet: Sheet, row: Row, matched: Sequence[Column]) -> Iterator[Record]:
    """A row that is a whole voice, with a column for each indicator: the voice, then its answers."""
    own = {column.meaning.field: column.index for column in matched if column.meaning and not column.meaning.indicator}
    cells = _cells(row, own)
    cells.pop("row", None)
    cells.setdefault("voice", f"row {row.number}")
    voice = Record(sheet, row, "voice", cells, own)
    _refuse_about_nothing(voice)
    yield voice
    which = {name: value for name, value in cells.items() if name in ("assessment", "place", "date", "voice")}
    about: dict[str, dict[str, int]] = {}
    for column in matched:
        if column.meaning and column.meaning.indicator:
            about.setdefault(column.meaning.indicator, {})[column.meaning.field] = column.index
    for id_, at in about.items():
        if said := _cells(row, at):
            yield Record(sheet, row, "answer", {**which, "indicator": id_, **said}, {**own, **at})


def _refuse_about_nothing(voice: Record) -> None:
    """Refuse what a voice's row says of no indicator: a remark on everything, a level of nothing."""
    mend = "Name the indicator in the heading too, as in `mixing: comments`."
    loose = [name for name in voice.cells if "voice" not in columns()[name].of]
    if loose:
        raise InputError(voice.finding(name, "Nothing says which indicator this is about.", mend) for name in loose)


def _cells(row: Row, at: Mapping[str, int]) -> dict[str, str]:
    """The cells that hold something, by field."""
    found: dict[str, str] = {}
    for name, index in at.items():
        cell = row.cells[index] if index < len(row.cells) else ""
        text = cell if name in _TO_THE_LETTER and isinstance(cell, str) else text_at(row.cells, index)
        if text:
            found[name] = text
    return found


def _fitting(record: Record) -> Record:
    """`record`, refused where a cell holds what a row of its kind has not."""
    findings = []
    for name in record.cells:
        if record.kind not in columns()[name].of:
            kinds = " or ".join(f"`{kind}`" for kind in columns()[name].of)
            what = f"A row of the kind `{record.kind}` has no {name}."
            findings.append(record.finding(name, what, f"Take it out, or write {kinds} under row."))
    if findings:
        raise InputError(findings)
    return record
