"""The columns and the spellings that are known, read once from the data beside this file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal, get_args

import yaml

Kind = Literal["place", "own", "voice", "answer", "agreed", "action", "cause"]
KINDS: tuple[Kind, ...] = get_args(Kind)

FACTS = (
    "place", "kind", "nation", "boundary", "context", "date", "round", "rubric", "edition", "missing_voices",
)  # fmt: skip
"""The columns that speak of a whole assessment, on whichever of its rows they stand."""

_HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Known:
    """One column: its name, the kinds of row that it belongs to, and other headings that people give it."""

    name: str
    of: tuple[str, ...]
    also: tuple[str, ...]


@lru_cache(maxsize=8_192)
def plain(text: str) -> str:
    """`text` as it is compared: case, apostrophes, punctuation and kinds of blank do not count."""
    folded = re.sub(r"['’‘`´]", "", unicodedata.normalize("NFKC", text).casefold())
    return " ".join(re.sub(r"[\W_]+", " ", folded).split())


@cache
def columns() -> Mapping[str, Known]:
    """Every column under its name, in the order of the flat table."""
    listed = _data("columns.yaml")["columns"]
    return {one["name"]: Known(one["name"], tuple(one["of"]), tuple(one["also"])) for one in listed}


@cache
def headings() -> Mapping[str, str]:
    """The column that a heading means, under the heading as it is compared."""
    return {plain(one): known.name for known in columns().values() for one in (*known.also, known.name)}


def meant(field: str, text: str) -> str | None:
    """The word of the format that `text` stands for in a column such as `sure`; None where it is not listed."""
    spelt = _spellings(field)
    return spelt.get(plain(text)) or spelt.get(text.strip())


@cache
def _spellings(field: str) -> Mapping[str, str]:
    listed: Mapping[str, list[str]] = _data("spellings.yaml")[field]
    pairs = [(one, word) for word, ones in listed.items() for one in (*ones, word)]
    return {plain(one) or one: word for one, word in pairs}


def _data(name: str) -> Any:
    return yaml.safe_load((_HERE / name).read_text(encoding="utf-8"))
