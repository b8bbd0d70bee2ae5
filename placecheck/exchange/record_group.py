"""The records of one assessment, what they say of it as a whole, and the perspectives among that."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from placecheck.assessment.perspectives import alike
from placecheck.errors import Finding, InputError
from placecheck.exchange.records import Record
from placecheck.rubric import Rubric
from placecheck.source.shown import show_value
from placecheck.source.wording import near_or_all

OFFERED, NAMES = "offered_perspectives", "perspective_names"


@dataclass(slots=True)
class RecordGroup:
    """The records of one assessment; `facts` holds what they say of it as a whole, and the record that says it."""

    records: list[Record] = field(default_factory=list)
    facts: dict[str, tuple[str, Record]] = field(default_factory=dict)

    def text(self, name: str) -> str | None:
        return self.facts[name][0] if name in self.facts else None

    def ids(self, name: str) -> list[str]:
        """Return the ids in the fact `name`, which have commas between them."""
        return [id_.strip() for id_ in (self.text(name) or "").split(",") if id_.strip()]

    def finding(self, name: str, what: str, hint: str) -> Finding:
        """Return a finding about the fact `name`, at its cell; at the group's first row where it has none."""
        return (self.facts[name][1] if name in self.facts else self.records[0]).finding(name, what, hint)


def perspectives_of(group: RecordGroup, rubric: Rubric) -> dict[str, object]:
    """Return the perspectives that the group offered, and its words for some.

    Raises:
        InputError: They do not fit the rubric.
    """
    ids, names = group.ids(OFFERED), _names(group)
    _refuse_unknown(group, OFFERED, ids, rubric)
    _refuse_unknown(group, NAMES, list(names), rubric)
    shared = alike(rubric, {id_: str(words) for id_, words in names.items()}) if names else None
    if shared is not None:
        what = f"Two perspectives are called {show_value(shared)}."
        raise InputError([group.finding(NAMES, what, "Give each words of its own.")])
    return {OFFERED: ids, NAMES: names}


def _names(group: RecordGroup) -> dict[str, object]:
    try:
        names = json.loads(group.text(NAMES) or "{}")
    except (ValueError, RecursionError):
        names = None
    if not isinstance(names, dict):
        hint = "Write them as placecheck does, in curly brackets, or leave the cell empty."
        raise InputError([group.finding(NAMES, "These are no names in JSON.", hint)])
    return names


def _refuse_unknown(group: RecordGroup, name: str, ids: Sequence[str], rubric: Rubric) -> None:
    known = [perspective.id for perspective in rubric.perspectives]
    unknown = [id_ for id_ in ids if id_ not in known]
    if unknown:
        what = f"The perspective {show_value(unknown[0])} is not in this rubric."
        raise InputError([group.finding(name, what, near_or_all(unknown[0], known, "Leave it out."))])
