"""What the columns of a table of cards are taken for: chosen by heading, written to a mapping file, and remembered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field

from placecheck.errors import Finding, InputError
from placecheck.exchange.card_cells import known_columns
from placecheck.exchange.card_table import CardPlan, header_of, is_card_key
from placecheck.exchange.saved_mappings import FOLDER
from placecheck.exchange.sheet import Sheet, on_one_line
from placecheck.exchange.vocabulary import LEAVE_OUT
from placecheck.fingerprint import text_fingerprint
from placecheck.paths import private_folder, write_private
from placecheck.place.model import card_models
from placecheck.source import Source, read_source, validated
from placecheck.source.fields import Frozen
from placecheck.source.shown import show_value
from placecheck.source.yaml_writer import yaml_text
from placecheck.words import importing as words
from placecheck.words import say

Mapped = Mapping[str, str]
"""A key of a card, or `leave_out`, by heading."""

_OF_A_MAP = ("where.words", "where.point", "east", "north")


class _MappingFile(Frozen):
    """As for answers: what a column holds, by its heading. A table of cards leaves no question open."""

    placecheck_map: Literal[1]
    columns: Annotated[dict[str, str], Field(default_factory=dict)]
    answers: Annotated[dict[str, Any], Field(default_factory=dict)]


def column_keys(kind: str) -> list[str]:
    """Return the keys that a column of a table of cards of this `kind` may hold."""
    model = next(model for model in card_models() if model.model_fields["kind"].default == kind)
    keys = known_columns()["columns"]
    return [key for key in keys if key in model.model_fields or (key in _OF_A_MAP and "where" in model.model_fields)]


def chosen_columns(sheet: Sheet, mapped: Mapped) -> dict[int, str | None]:
    """Return what a mapping says of each column of `sheet` that it names; None for one that is left out."""
    header = header_of(sheet)
    headings = {index: heading_at(cell) for index, cell in enumerate(header.cells)} if header else {}
    return {
        index: None if mapped[heading] == LEAVE_OUT else mapped[heading]
        for index, heading in headings.items()
        if heading in mapped
    }


def read_card_mapping(path: Path) -> Mapped:
    """Return what a mapping file holds.

    Raises:
        InputError: Something in the file is wrong; each fault is a finding with its file, line and key.
    """
    source = read_source(path)
    mapping = validated(_MappingFile, source)
    findings = list(_faults(source, mapping.columns))
    if findings:
        raise InputError(findings)
    return {heading: key for heading, key in mapping.columns.items() if key}


def card_mapping_text(plans: Sequence[CardPlan]) -> str:
    """Return a mapping file of what the columns of `plans` are taken for."""
    columns = {column.heading: column.key or LEAVE_OUT for plan in plans for column in plan.columns}
    return f"# {say(words.MAP_ABOUT)}\n" + yaml_text({"placecheck_map": 1, "columns": columns})


def remembered_columns(sheets: Sequence[Sheet], kind: str, folder: Path) -> Mapped:
    """Return what was chosen for the last table of this `kind` with the same headings; nothing where there was none."""
    path = _path(sheets, kind, folder)
    try:
        return read_card_mapping(path) if path.is_file() else {}
    except InputError:  # written by another version: people choose again
        return {}


def remember_columns(sheets: Sequence[Sheet], plans: Sequence[CardPlan], kind: str, folder: Path) -> None:
    """Keep what was chosen, for the next table with the same headings."""
    path = _path(sheets, kind, folder)
    private_folder(path.parent)
    write_private(path, card_mapping_text(plans))


def heading_at(cell: object) -> str:
    """Return a cell of the headings on one line; empty where it is no text."""
    return on_one_line(cell).strip() if isinstance(cell, str) else ""


def _path(sheets: Sequence[Sheet], kind: str, folder: Path) -> Path:
    headers = [(sheet.name, header_of(sheet)) for sheet in sheets]
    headings = [f"{name}\t{heading_at(cell)}" for name, header in headers if header for cell in header.cells]
    return folder / FOLDER / f"cards-{text_fingerprint(kind, *headings)}.yaml"


def _faults(source: Source, columns: Mapped) -> Iterator[Finding]:
    for heading, key in columns.items():
        if key and key != LEAVE_OUT and not is_card_key(key):
            known = ", ".join([LEAVE_OUT, *known_columns()["columns"]])
            what = say(words.NO_SUCH_MEANING, meaning=show_value(key))
            yield source.finding(("columns", heading), what, say(words.MEANINGS_ARE, known=known))
