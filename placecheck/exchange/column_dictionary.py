"""The columns and the spellings that are known, read once from the data files of this package."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal, get_args

import yaml

from placecheck.exchange.visible import normalised_text

RecordKind = Literal["place", "own", "voice", "answer", "agreed", "action", "cause"]
RECORD_KINDS: tuple[RecordKind, ...] = get_args(RecordKind)

FACTS = (
    "place", "kind", "nation", "boundary", "context", "date", "round", "asked",
    "offered_perspectives", "perspective_names", "rubric", "edition", "held_back",
    "missing_voices", "scribe_notes", "second_votes",
)  # fmt: skip
"""The columns about a whole assessment, whichever of its rows they are on."""

_HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class KnownColumn:
    """One column: its name, the kinds of record that have it, and other headings that people give it."""

    name: str
    record_kinds: tuple[str, ...]
    other_headings: tuple[str, ...]


@lru_cache(maxsize=8_192)
def comparable_text(text: str) -> str:
    """Return the comparable form of `text`: case, apostrophes, punctuation and kinds of blank do not count."""
    folded = re.sub(r"['’‘`´]", "", normalised_text(text).casefold())
    return " ".join(re.sub(r"[\W_]+", " ", folded).split())


@cache
def format_columns() -> Mapping[str, KnownColumn]:
    """Return every column under its name, in the order of the flat table."""
    listed = _data("assessment-columns.yaml")["columns"]
    return {entry["name"]: KnownColumn(entry["name"], tuple(entry["of"]), tuple(entry["also"])) for entry in listed}


@cache
def headings() -> Mapping[str, str]:
    """Return the column that a heading means, by the heading in its comparable form."""
    return {
        comparable_text(spelling): known.name
        for known in format_columns().values()
        for spelling in (*known.other_headings, known.name)
    }


@cache
def ignored_headings() -> Mapping[str, str]:
    """Return why a column of this heading, in comparable form, is left out: `personal`, `technical` or `numbering`."""
    listed: Mapping[str, list[str]] = _data("not-answers.yaml")["headings"]
    return {
        comparable_text(heading) or heading: reason for reason, headings_ in listed.items() for heading in headings_
    }


@cache
def listed_words(name: str) -> frozenset[str]:
    """Return the words of a list in `not-answers.yaml`, in comparable form."""
    return frozenset(comparable_text(word) or word for word in _data("not-answers.yaml")[name])


def canonical_word(field: str, text: str) -> str | None:
    """Return the format's word that `text` is a spelling of in the column `field`; None where it is not listed."""
    spelt = _spellings(field)
    return spelt.get(comparable_text(text)) or spelt.get(text.strip())


@cache
def _spellings(field: str) -> Mapping[str, str]:
    listed: Mapping[str, list[str]] = _data("spellings.yaml")[field]
    pairs = [(spelling, word) for word, spellings in listed.items() for spelling in (*spellings, word)]
    return {comparable_text(spelling) or spelling: word for spelling, word in pairs}


def _data(name: str) -> Any:
    return yaml.safe_load((_HERE / name).read_text(encoding="utf-8"))
