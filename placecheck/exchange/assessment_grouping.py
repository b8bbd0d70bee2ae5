"""Which records belong to one assessment, and what they say of it as a whole."""

from __future__ import annotations

import json
from collections.abc import Sequence

from pydantic import ValidationError

from placecheck.assessment import Assessment, Place
from placecheck.assessment.file import FindRubric
from placecheck.errors import Finding, InputError
from placecheck.exchange.column_dictionary import FACTS, comparable_text
from placecheck.exchange.export_rows import ROOM_COLUMNS
from placecheck.exchange.import_plan import AssessmentWithRubric
from placecheck.exchange.record_group import RecordGroup, perspectives_of
from placecheck.exchange.records import Record
from placecheck.rubric import Rubric, UnknownRubricError
from placecheck.source.shown import show_value
from placecheck.source.wording import worded

Key = tuple[str, ...]

_FIXED_VOCABULARY = {"kind", "round"}
"""Facts that are one of a few words, whose case does not count."""


def grouped(records: Sequence[Record], default_place: Place | None) -> tuple[list[RecordGroup], list[Finding]]:
    """Group `records` into assessments, with findings; `default_place` is the place where none is named.

    Rows with a number under `assessment` belong together; the others by place and date. A blank place or date is
    the only one that the file has; where it has several, nothing is guessed.
    """
    groups: dict[Key, RecordGroup] = {}
    findings: list[Finding] = []
    loose = [record for record in records if "assessment" not in record.cells]
    numbers = _each(records, "assessment")
    if len(numbers) == 1 and not _each(loose, "place"):  # a row added late to a table of the only assessment
        for record in loose:
            record.cells["assessment"] = numbers[0]
        loose = []
    places = _each(loose, "place") or ([default_place.name] if default_place else [])
    dates = {
        name: _each([loose_record for loose_record in loose if loose_record.cells.get("place", name) == name], "date")
        for name in places
    }
    for record in records:
        try:
            group = groups.setdefault(_key(record, places, dates), RecordGroup())
            _note_facts(group, record, places)
        except InputError as error:
            findings += error.findings
        else:
            group.records.append(record)
    return [group for group in groups.values() if group.records], findings


def assessment_facts(
    group: RecordGroup, default_rubric: Rubric, find: FindRubric, default_place: Place | None
) -> AssessmentWithRubric:
    """Return the group's rubric and an assessment with its facts alone; `default_rubric` where it names no rubric.

    What the group does not give about its place is taken from `default_place` where that has the same name.

    Raises:
        InputError: Facts of the group are invalid; each is a finding.
    """
    rubric = _rubric(group, default_rubric, find)
    name = group.text("place")
    if name is None:
        raise InputError([group.finding("place", "No row names the place.", "Fill in the column place.")])
    known = default_place.model_dump() if default_place is not None and default_place.name == name else {}
    place = {fact: group.text(fact) or known.get(fact) for fact in ("kind", "nation", "boundary", "context")}
    data = {
        "rubric": {"id": rubric.id, "edition": rubric.edition},
        "place": {"name": name, **place},
        "date": group.text("date"),
        "missing_voices": group.text("missing_voices"),
        **({"round": group.text("round")} if "round" in group.facts else {}),
        "asked": _asked(group, rubric),
        **perspectives_of(group, rubric),
        "held_back": _held_back(group),
        **{key: _listed(group, name, rubric) for name, key in ROOM_COLUMNS.items()},
    }
    try:
        return rubric, Assessment.model_validate(data)
    except ValidationError as error:
        names = [(_fact(fact["loc"]), fact) for fact in error.errors()]
        raise InputError([group.finding(reason_field, *worded(fact)) for reason_field, fact in names]) from None


def _fact(path: tuple[str | int, ...]) -> str:
    """Return the fact that a fault at `path` of the model is about."""
    whole = ("asked", "offered_perspectives", "perspective_names")
    columns = {**{name: name for name in whole}, **{key: name for name, key in ROOM_COLUMNS.items()}}
    return columns.get(str(path[0])) or ("place" if path[-1] == "name" else str(path[-1]))


def _held_back(group: RecordGroup) -> int:
    """Return how many questions the group says were held back.

    Raises:
        InputError: The cell holds no whole number.
    """
    text = group.text("held_back") or "0"
    if not (text.isdecimal() and len(text) < 7):
        raise InputError(
            [group.finding("held_back", f"{show_value(text)} is no whole number.", "Write one, or nothing.")]
        )
    return int(text)


def _listed(group: RecordGroup, name: str, rubric: Rubric) -> list[object]:
    """Return the list in a cell that holds JSON.

    Raises:
        InputError: It does not fit.
    """
    try:
        listed = json.loads(group.text(name) or "[]")
    except (ValueError, RecursionError):
        listed = None
    if not isinstance(listed, list):
        hint = "Write them as placecheck does, in square brackets, or leave the cell empty."
        raise InputError([group.finding(name, "This is no list in JSON.", hint)])
    _refuse_unknown(group, name, _named_ids(listed), rubric)
    return listed


def _asked(group: RecordGroup, rubric: Rubric) -> list[str]:
    """Return the indicators that the group gives as asked.

    Raises:
        InputError: One of them is not in the rubric.
    """
    asked_ids = group.ids("asked")
    _refuse_unknown(group, "asked", asked_ids, rubric)
    return asked_ids


def _named_ids(listed: Sequence[object]) -> list[str]:
    indicator_ids = (entry.get("indicator") for entry in listed if isinstance(entry, dict))
    return [id_ for id_ in indicator_ids if isinstance(id_, str)]


def _refuse_unknown(group: RecordGroup, name: str, ids: Sequence[str], rubric: Rubric) -> None:
    """Refuse ids, from the column `name`, that are neither in the rubric nor the group's own.

    Raises:
        InputError: One of `ids` is neither.
    """
    own = {record.cells.get("indicator") for record in group.records if record.kind == "own"}
    unknown = [id_ for id_ in ids if id_ not in rubric.by_id and id_ not in own]
    if unknown:
        what = f"The indicator {show_value(unknown[0])} is not in this rubric."
        raise InputError([group.finding(name, what, "Write ids of indicators.")])


def _each(records: Sequence[Record], name: str) -> list[str]:
    return list(dict.fromkeys(record.cells[name] for record in records if name in record.cells))


def _key(record: Record, places: list[str], dates: dict[str, list[str]]) -> Key:
    if number := record.cells.get("assessment"):
        return (number,)
    name = record.cells.get("place") or (places[0] if len(places) == 1 else None)
    if name is None:
        what = "This row names no place, and the file has several." if places else "No row names the place."
        raise InputError([record.finding("place", what, "Fill in the column place.")])
    date = record.cells.get("date") or (dates[name][0] if len(dates[name]) == 1 else None)
    if date is None and dates[name]:
        what = f"This row has no date, and {show_value(name)} has assessments on several."
        raise InputError([record.finding("date", what, "Fill in the column date.")])
    return ("", name, date or "")


def _note_facts(group: RecordGroup, record: Record, places: list[str]) -> None:
    """Add what `record` says of the whole; refused where another row says otherwise."""
    facts = {name: _of_ours(name, record.cells[name]) for name in FACTS if name in record.cells}
    if "assessment" not in record.cells and len(places) == 1:
        facts.setdefault("place", places[0])
    findings = []
    for name, text in facts.items():
        first, where = group.facts.get(name, (text, record))
        if first != text:
            what = f"{show_value(text)} stands here, and {show_value(first)} in row {where.row.number}."
            findings.append(
                record.finding(name, what, "Make them the same, or tell two apart in the column assessment.")
            )
    if findings:
        raise InputError(findings)
    for name, text in facts.items():
        group.facts.setdefault(name, (text, record))


def _of_ours(name: str, text: str) -> str:
    return comparable_text(text) if name in _FIXED_VOCABULARY and text.isprintable() else text


def _rubric(group: RecordGroup, default: Rubric, find: FindRubric) -> Rubric:
    id_, edition = group.text("rubric"), group.text("edition")
    if id_ in (None, default.id) and edition in (None, default.edition):
        return default
    if id_ is None or edition is None:
        missing = "rubric" if id_ is None else "edition"
        what = "A rubric and its edition belong together."
        raise InputError(
            [group.finding("edition" if id_ is None else "rubric", what, f"Fill in the column {missing}.")]
        )
    try:
        return find(id_, edition)
    except UnknownRubricError as error:
        raise InputError([group.finding("rubric", error.what, error.hint)]) from None
