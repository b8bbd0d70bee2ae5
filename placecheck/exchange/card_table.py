"""Cards from a table (CSV, XLSX) and as a table. What a column holds is guessed from its heading, and can be chosen."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import get_args, get_origin

from pydantic import BaseModel

from placecheck.errors import Finding, InputError
from placecheck.exchange.card_cells import as_cells, from_cells, known_columns
from placecheck.exchange.column_dictionary import comparable_text
from placecheck.exchange.csv_file import read_csv, write_csv
from placecheck.exchange.sheet import Cell, Row, Sheet, Unreadable, on_one_line
from placecheck.exchange.workbook import read_workbook
from placecheck.place.file import card_data, card_json
from placecheck.place.ids import free_id
from placecheck.place.model import Card, card_models
from placecheck.source import Source, validated
from placecheck.source.fields import Frozen

_HEADER_WITHIN = 10
_KNOWN_BELOW_FIRST = 2
_NO_WORDS = ("No column is taken for what each card is.", "Choose the column, or head it `name`.")
_OTHER_ID = "Give one of them another id."


class _OneCard(Frozen):
    card: Card


@dataclass(frozen=True, slots=True)
class CardColumn:
    """One column: its place from 0, its heading, and the key that it is taken for (None: not taken)."""

    index: int
    heading: str
    key: str | None
    contested_key: str | None = None
    """The key that it was chosen for, where another column is taken for that."""


@dataclass(frozen=True, slots=True)
class CardPlan:
    """What a sheet would give: the meaning of its columns, the cards that are complete, and the faults."""

    sheet: str
    columns: tuple[CardColumn, ...]
    cards: tuple[Card, ...]
    findings: tuple[Finding, ...]


def read_card_tables(raw: bytes, name: str) -> list[Sheet]:
    """Return the sheets of a CSV file or a workbook, by the ending of `name`.

    Raises:
        InputError: The file is damaged, too large, or no table.
    """
    return read_workbook(raw, name) if name.lower().endswith(".xlsx") else [read_csv(raw, name)]


def card_plan(
    sheet: Sheet,
    defaults: Mapping[str, str] | None = None,
    chosen: Mapping[int, str | None] | None = None,
    known: Sequence[Card] = (),
    taken: Collection[str] = (),
) -> CardPlan:
    """Return what the rows below the headings of `sheet` give as cards.

    `defaults` hold keys that every row has unless it says otherwise, such as `kind`; `chosen` says by column what a
    person took it for; `known` are the cards of the place, `taken` the ids of other sheets. A row that cannot be taken
    is named and keeps no other back. One with the id of a known card is a new content of that card.
    """
    header = header_of(sheet)
    columns = card_columns(header.cells if header else (), chosen or {})
    if header and "words" not in {column.key for column in columns}:
        return CardPlan(sheet.name, columns, (), (sheet.finding(header, None, "", *_NO_WORDS),))
    known_ids = {card.id for card in known}
    contents = {content_of(card) for card in known}
    ids = set(taken)
    cards: list[Card] = []
    findings = [
        sheet.finding(
            header, column.index, "", f"Another column is taken for {column.contested_key}.", "", severity="remark"
        )
        for column in columns
        if header and column.contested_key
    ]
    for row in sheet.rows:
        if header is None or row.number <= header.number or row.is_blank():
            continue
        values = _with_defaults(_values(row, columns), defaults or {})
        try:
            card = card_of_cells(values, ids | known_ids, sheet.file)
        except InputError as error:
            findings.extend(_row_findings(sheet, row, columns, error))
            continue
        if card.id in ids:
            findings.append(sheet.finding(row, None, "id", f"The card {card.id} is in the file twice.", _OTHER_ID))
        elif "id" not in values and content_of(card) in contents:
            findings.append(sheet.finding(row, None, "", "This card is here already.", "", severity="remark"))
        else:
            ids.add(card.id)
            cards.append(card)
    return CardPlan(sheet.name, columns, tuple(cards), tuple(findings))


def content_of(card: Card) -> str:
    """Return what a card says, whatever its id."""
    return card_json(card.model_copy(update={"id": "x"}))


def card_columns(header: Sequence[Cell], chosen: Mapping[int, str | None]) -> tuple[CardColumn, ...]:
    """Return what each column with a heading is taken for; what a person chose goes before what is guessed."""
    chosen_keys = {key for key in chosen.values() if key}
    taken: set[str] = set()
    columns = []
    for index, cell in enumerate(header):
        heading = on_one_line(cell).strip() if isinstance(cell, str) else ""
        key = chosen[index] if index in chosen else _key_of(heading)
        is_duplicate = key in taken or (index not in chosen and key in chosen_keys)
        contested_key = key if index in chosen and is_duplicate else None
        taken |= {key} if key else set()
        columns.append(CardColumn(index, heading, None if is_duplicate else key, contested_key))
    return tuple(column for column in columns if column.heading or column.key)


def card_of_cells(cells: Mapping[str, str], ids: Collection[str] = (), name: str = "") -> Card:
    """Return the card that cells give, by key; with an id of its own, not among `ids`, where they give none.

    Raises:
        InputError: The cells give no card; each fault names the file `name` and its key.
    """
    data = from_cells(cells)
    data = {**data, "id": data.get("id") or free_id(str(data.get("words", "")), ids)}
    try:
        return validated(_OneCard, Source(name, {"card": data}, {})).card
    except InputError as error:
        faults = (replace(fault, key=fault.key.removeprefix("card").lstrip(".")) for fault in error.findings)
        raise InputError(faults) from None


def write_card_csv(cards: Sequence[Card]) -> bytes:
    """Return the cards as CSV, a row each; read again, it gives the same cards."""
    return write_csv(*card_rows(cards))


def card_rows(cards: Sequence[Card]) -> tuple[list[str], list[list[str]]]:
    """Return the headings of a table of cards, and a row for each card."""
    rows = [as_cells(card_data(card)) for card in cards]
    header = list(dict.fromkeys(key for row in rows for key in row)) or ["id", "kind", "words"]
    return header, [[row.get(key, "") for key in header] for row in rows]


@cache
def _headings() -> Mapping[str, str]:
    columns: Mapping[str, list[str]] = known_columns()["columns"]
    also = {comparable_text(heading): key for key, headings in columns.items() for heading in headings}
    return also | {comparable_text(key): key for key in columns}


@cache
def _own_keys() -> Mapping[str, bool]:
    """Return every key that a card of any kind has at its top, and whether it only holds keys, as `where` does."""
    fields = [field for model in card_models() for field in model.model_fields.items()]
    return {key: _holds_keys(field.annotation) for key, field in fields}


def _holds_keys(annotation: object) -> bool:
    if isinstance(annotation, type) and get_origin(annotation) is None:
        return issubclass(annotation, BaseModel)
    return get_origin(annotation) is Mapping or any(map(_holds_keys, get_args(annotation)))


def is_card_key(text: str) -> bool:
    """Return whether `text` is a key that a card has, as a table writes it: `words`, `seen.1.what`, `east`.

    No cell holds what only holds keys: `where` is none, and `where.words` is.
    """
    first, *below = text.split(".")
    is_own = _own_keys().get(first) in (False, bool(below)) and all(
        re.fullmatch("[a-z0-9_-]{1,60}", step) for step in below
    )
    return is_own or text in known_columns()["columns"]


def _key_of(heading: str) -> str | None:
    """Return the key that a heading means: a key as we write it before any other name for one."""
    return heading if is_card_key(heading) else _headings().get(comparable_text(heading))


def header_of(sheet: Sheet) -> Row | None:
    """Return the row with the most known headings among the first ten that hold anything.

    It is the first unless another has two: one cell of a row below may be a heading's name by chance.
    """
    rows = [row for row in sheet.rows if not row.is_blank()][:_HEADER_WITHIN]
    known = [sum(column.key is not None for column in card_columns(row.cells, {})) for row in rows]
    most = max(known, default=0)
    return rows[known.index(most) if most >= _KNOWN_BELOW_FIRST else 0] if rows else None


def _values(row: Row, columns: Sequence[CardColumn]) -> dict[str, str]:
    cells = (
        (column.key, row.cells[column.index]) for column in columns if column.key and column.index < len(row.cells)
    )
    values = {
        key: text.what if isinstance(text, Unreadable) else text for key, text in cells if key and not _is_empty(text)
    }
    east, north = values.pop("east", None), values.pop("north", None)
    return values | ({"where.point": f"{east}; {north}"} if east and north else {})


def _with_defaults(values: Mapping[str, str], defaults: Mapping[str, str]) -> dict[str, str]:
    """Return a row's values with the defaults where it has none; what goes with the default kind is for that alone."""
    kind = from_cells({"kind": values.get("kind", "")}).get("kind")
    return dict(values) if kind and kind != defaults.get("kind", kind) else {**defaults, **values}


def _is_empty(cell: Cell) -> bool:
    return isinstance(cell, str) and not cell.strip()


def _row_findings(sheet: Sheet, row: Row, columns: Sequence[CardColumn], error: InputError) -> Iterator[Finding]:
    for fault in error.findings:
        key = fault.key.split("[")[0]
        column = next(
            (column_read.index for column_read in columns if column_read.key and key.startswith(column_read.key)), None
        )
        yield sheet.finding(row, column, fault.key, fault.what, fault.hint)
