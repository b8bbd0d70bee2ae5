"""Which records belong to one assessment, and what they say of it as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pydantic import ValidationError

from placecheck.assessment import Assessment, Place
from placecheck.assessment.file import FindRubric
from placecheck.errors import Finding, InputError
from placecheck.exchange.dictionary import FACTS, plain
from placecheck.exchange.records import Record
from placecheck.rubric import Rubric, UnknownRubricError
from placecheck.source.shown import shown
from placecheck.source.wording import worded

Key = tuple[str, ...]

_WORDS_OF_OURS = {"kind", "round"}
"""Facts that are one of a few words, whose case does not count."""


@dataclass(slots=True)
class Group:
    """The records of one assessment; `facts` holds what they say of it as a whole, and the record that says it."""

    records: list[Record] = field(default_factory=list)
    facts: dict[str, tuple[str, Record]] = field(default_factory=dict)

    def text(self, name: str) -> str | None:
        return self.facts[name][0] if name in self.facts else None

    def finding(self, name: str, what: str, mend: str) -> Finding:
        """What was found in the fact `name`, where it stands; in the group's first row where it stands nowhere."""
        return (self.facts[name][1] if name in self.facts else self.records[0]).finding(name, what, mend)


def grouped(records: Sequence[Record], about: Place | None) -> tuple[list[Group], list[Finding]]:
    """The assessments that `records` are of, and what stands in the way; `about` is the place where none is named.

    Rows with a number under `assessment` belong together; the others by place and date. A blank place or date is the
    only one that the file has; where it has several, nobody guesses.
    """
    groups: dict[Key, Group] = {}
    findings: list[Finding] = []
    loose = [record for record in records if "assessment" not in record.cells]
    places = _each(loose, "place") or ([about.name] if about else [])
    dates = {name: _each([one for one in loose if one.cells.get("place", name) == name], "date") for name in places}
    for record in records:
        try:
            group = groups.setdefault(_key(record, places, dates), Group())
            _note_facts(group, record, places)
        except InputError as error:
            findings += error.findings
        else:
            group.records.append(record)
    return [group for group in groups.values() if group.records], findings


def head(group: Group, asked: Rubric, find: FindRubric, about: Place | None) -> tuple[Rubric, Assessment]:
    """The rubric of the group and an assessment that holds its facts alone; `asked` where it names no rubric.

    What the group does not say of its place, `about` does where it has the same name.

    Raises InputError with each fault among the facts.
    """
    rubric = _rubric(group, asked, find)
    name = group.text("place")
    if name is None:
        raise InputError([group.finding("place", "No row names the place.", "Fill in the column place.")])
    known = about.model_dump() if about is not None and about.name == name else {}
    place = {one: group.text(one) or known.get(one) for one in ("kind", "nation", "boundary", "context")}
    data = {
        "rubric": {"id": rubric.id, "edition": rubric.edition},
        "place": {"name": name, **place},
        "date": group.text("date"),
        "missing_voices": group.text("missing_voices"),
        **({"round": group.text("round")} if "round" in group.facts else {}),
    }
    try:
        return rubric, Assessment.model_validate(data)
    except ValidationError as error:
        names = [("place" if one["loc"][-1] == "name" else str(one["loc"][-1]), one) for one in error.errors()]
        raise InputError([group.finding(found, *worded(one)) for found, one in names]) from None


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
        what = f"This row has no date, and {shown(name)} has rounds on several."
        raise InputError([record.finding("date", what, "Fill in the column date.")])
    return ("", name, date or "")


def _note_facts(group: Group, record: Record, places: list[str]) -> None:
    """Add what `record` says of the whole; refused where another row says otherwise."""
    said = {name: _of_ours(name, record.cells[name]) for name in FACTS if name in record.cells}
    if "assessment" not in record.cells and len(places) == 1:
        said.setdefault("place", places[0])
    findings = []
    for name, text in said.items():
        first, where = group.facts.get(name, (text, record))
        if first != text:
            what = f"{shown(text)} stands here, and {shown(first)} in row {where.row.number}."
            findings.append(record.finding(name, what, "Make them the same, or tell two rounds apart by assessment."))
    if findings:
        raise InputError(findings)
    for name, text in said.items():
        group.facts.setdefault(name, (text, record))


def _of_ours(name: str, text: str) -> str:
    return plain(text) if name in _WORDS_OF_OURS and text.isprintable() else text


def _rubric(group: Group, asked: Rubric, find: FindRubric) -> Rubric:
    id_, edition = group.text("rubric"), group.text("edition")
    if id_ in (None, asked.id) and edition in (None, asked.edition):
        return asked
    if id_ is None or edition is None:
        missing = "rubric" if id_ is None else "edition"
        what = "A rubric and its edition belong together."
        raise InputError(
            [group.finding("edition" if id_ is None else "rubric", what, f"Fill in the column {missing}.")]
        )
    try:
        return find(id_, edition)
    except UnknownRubricError as error:
        raise InputError([group.finding("rubric", error.what, error.mend)]) from None
