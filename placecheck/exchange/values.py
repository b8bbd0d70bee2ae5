"""The value that a cell gives, in the words of the format."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from placecheck.assessment.model import NoAnswer, Sure
from placecheck.errors import InputError
from placecheck.exchange.asked import Asked
from placecheck.exchange.dictionary import meant, plain
from placecheck.exchange.records import Record
from placecheck.source import parsed
from placecheck.source.shown import shown
from placecheck.source.wording import near_or_all

_LISTED: Mapping[str, tuple[str, ...]] = {
    "no_answer": get_args(NoAnswer),
    "sure": get_args(Sure),
    "paper": ("yes", "no"),
}
"""Columns that hold one of a few words, each of which people spell in many ways."""


def value(name: str, record: Record, asked: Asked, before: Mapping[str, Any]) -> dict[str, Any]:
    """What the cell of the field `name` gives, by key of the format; `before` is what the row gave so far.

    A cell under `level` may hold a no-answer. Raises InputError that names the cell.
    """
    if name == "level":
        return _level(record, asked, before.get("indicator"))
    if name in _LISTED:
        word = _listed(record, name)
        return {name: word == "yes" if name == "paper" else word}
    if name == "words":
        return {"words": _as_json(record, name)}
    if name == "perspective" or (name == "indicator" and record.kind != "own"):
        return {name: _of_rubric(record, name, asked.indicators if name == "indicator" else asked.perspectives)}
    return {name: record.cells[name]}


def _level(record: Record, asked: Asked, indicator: str | None) -> dict[str, Any]:
    text = record.cells["level"]
    level = asked.level(text, asked.rubric.by_id.get(indicator or ""))
    if level is None and (no_answer := meant("no_answer", text)):
        return {"no_answer": no_answer}
    top = asked.rubric.steps - 1
    if level is None:
        names = ", ".join(one.name for one in asked.rubric.levels)
        mend = f"Write a number from 0 to {top}, a level's name ({names}), or don't know."
        raise InputError([record.finding("level", f"{shown(text)} is no level.", mend)])
    if level > top:
        what, mend = f"The level {level} is off the ladder.", f"Write a whole number from 0 to {top}."
        raise InputError([record.finding("level", what, mend)])
    return {"level": level}


def _as_json(record: Record, name: str) -> Any:
    """The value that a cell writes as JSON, read with the bounds of a JSON file."""
    try:
        return parsed(record.cells[name], record.sheet.file, is_json=True).data
    except InputError as error:
        raise InputError(record.finding(name, one.what, one.mend) for one in error.findings) from None


def _listed(record: Record, name: str) -> str:
    text, known = record.cells[name], _LISTED[name]
    word = meant(name, text)
    if word is None:
        otherwise = f"Write {', '.join(known[:-1])} or {known[-1]}."
        what = f"{shown(text)} is not one of the words known here."
        raise InputError([record.finding(name, what, near_or_all(plain(text), list(known), otherwise))])
    return word


def _of_rubric(record: Record, name: str, known: Mapping[str, str]) -> str:
    text = record.cells[name]
    id_ = known.get(plain(text))
    if id_ is None:
        mend = near_or_all(text, sorted(set(known.values())), "`placecheck show` says which it has.")
        raise InputError([record.finding(name, f"The {name} {shown(text)} is not in this rubric.", mend)])
    return id_
