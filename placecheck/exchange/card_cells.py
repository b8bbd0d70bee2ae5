"""A card as cells of a table, each under the path of its key, and back."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from placecheck.exchange.column_dictionary import comparable_text

LISTS = frozenset(
    (
        *("indicators", "passages", "purposes", "rests_on", "groups", "said.slips", "said.indicators"),
        *("story.indicators", "where.point", "shows", "wants"),
    )
)
"""Keys that hold a list of single values, which are in one cell with semicolons between."""

_NUMBERS = re.compile(r"value|compared\.[0-9]+\.value|where\.point|where\.(outline|line)\.[0-9]+\.[0-9]+")
_COUNTS = re.compile(r"room\.people|room\.levels\.[^.]+|forebears\.\d+\.version")
_NUMBER = re.compile(r"-?[0-9][0-9, ]*(\.[0-9]+)? ?%?")

_BETWEEN = "; "
_SEMICOLON = ";"


def as_cells(data: Mapping[str, Any], under: str = "") -> dict[str, str]:
    """Return a card's plain values by path: `asked.by`, `seen.1.what`, `purposes` with semicolons between."""
    cells: dict[str, str] = {}
    for key, value in data.items():
        path = f"{under}{key}"
        if path in LISTS:
            cells[path] = _listed(value)
        elif isinstance(value, Mapping):
            cells |= as_cells(value, f"{path}.")
        elif isinstance(value, list):
            cells |= as_cells({str(number): entry for number, entry in enumerate(value, start=1)}, f"{path}.")
        else:
            cells[path] = _text(value)
    return cells


def from_cells(cells: Mapping[str, str]) -> dict[str, Any]:
    """Return the plain values that `as_cells` gave, words of the format for their spellings; blanks are left out."""
    data: dict[str, Any] = {}
    for path, text in cells.items():
        if text:
            holder = data
            *above, last = path.split(".")
            for step in above:
                holder = holder.setdefault(step, {})
            holder[last] = [_value(path, entry) for entry in _unlisted(text)] if path in LISTS else _value(path, text)
    return {key: _numbered(value) for key, value in data.items()}


def _value(path: str, text: str) -> Any:
    """Return what one cell, or one entry of it, says under the key `path`."""
    if _NUMBERS.fullmatch(path) and _NUMBER.fullmatch(text.strip()):
        return Decimal(re.sub("[, %]", "", text))
    if _COUNTS.fullmatch(path) and text.strip().isdecimal():
        return int(text)
    if path in ("done", "own"):
        return comparable_text(text) == "yes"
    return _as_word(text, known_columns()["spellings"].get(path, {}))


def _numbered(value: Any) -> Any:
    """Return mappings whose keys are 1, 2, 3 as the lists that they were."""
    if not isinstance(value, dict):
        return value
    entries = {key: _numbered(entry) for key, entry in value.items()}
    if entries and all(key.isdecimal() for key in entries):
        return [entries[key] for key in sorted(entries, key=int)]
    return entries


def _listed(values: list[Any]) -> str:
    texts = [_text(value) for value in values]
    if any(_SEMICOLON in text or text != text.strip() or text.startswith("[") for text in texts):
        return json.dumps(texts, ensure_ascii=False)
    return _BETWEEN.join(texts)


def _unlisted(text: str) -> list[str]:
    if text.startswith("["):
        try:
            values = json.loads(text)
        except ValueError:
            values = None
        if isinstance(values, list):
            return [str(value) for value in values]
    return [entry for part in text.split(_SEMICOLON) if (entry := part.strip())]


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _as_word(text: str, spellings: Mapping[str, list[str]]) -> str:
    """Return the word of the format that `text` is a spelling of, or `text` where it is none."""
    compared = comparable_text(text)
    return next(
        (
            word
            for word, also in spellings.items()
            if compared in {comparable_text(spelling) for spelling in (word, *also)}
        ),
        text,
    )


@cache
def known_columns() -> Mapping[str, Any]:
    """Return the data file of columns, spellings and themes."""
    text = Path(__file__).with_name("card-columns.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.safe_load(text)
    return data
