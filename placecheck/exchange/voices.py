"""The voices of one assessment, gathered from the rows that name them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from placecheck.errors import Finding, InputError
from placecheck.exchange.asked import Asked
from placecheck.exchange.records import Record
from placecheck.exchange.values import value
from placecheck.source.shown import shown

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


class Voices:
    """Each voice in the order in which it is met, with what its rows say of it.

    What is no id (a name, a sentence) becomes v1, v2 ... in order: no one's name is needed, and none is kept.
    """

    def __init__(self, asked: Asked, records: Sequence[Record]) -> None:
        self._asked = asked
        self._named: dict[str, Record] = {}
        for record in records:
            if label := record.cells.get("voice"):
                self._named.setdefault(label, record)
        taken = {label for label in self._named if _ID.fullmatch(label)}
        free = (f"v{number}" for number in range(1, len(self._named) * 2 + 1) if f"v{number}" not in taken)
        self._ids = {label: label if label in taken else next(free) for label in self._named}
        self._said: dict[str, dict[str, tuple[Any, Record]]] = {}

    def renamed(self) -> Iterator[Finding]:
        """A remark for each voice whose name in the file is not kept."""
        for label, record in self._named.items():
            if (id_ := self._ids[label]) != label and "voice" in record.at:
                what, mend = f"{shown(label)} becomes the voice {id_}.", "Names of people stay out."
                yield record.sheet.finding(record.row, record.at["voice"], "voice", what, mend, severity="remark")

    def id_of(self, record: Record) -> str:
        """The id of the voice that `record` names. Raises InputError where it names none."""
        label = record.cells.get("voice")
        if label is None:
            raise InputError([record.finding("voice", "This row says no voice.", "Write who answered, as in v1.")])
        return self._ids[label]

    def take(self, record: Record) -> str:
        """Note what `record` says of its voice; the voice's id. Raises InputError where another row says otherwise."""
        id_ = self.id_of(record)
        said: dict[str, Any] = {}
        for name in ("perspective", "paper"):
            if name in record.cells:
                said |= value(name, record, self._asked, {})
        for name, new in said.items():
            first, where = self._said.get(id_, {}).get(name, (new, record))
            if first != new:
                what = f"The voice {id_} has another {name} in row {where.row.number}."
                raise InputError([record.finding(name, what, "Make them the same, or give one another id.")])
        known = self._said.setdefault(id_, {})
        for name, new in said.items():
            known.setdefault(name, (new, record))
        return id_

    def known(self) -> list[dict[str, Any]]:
        """The voices that were taken, as the keys of the format but their answers."""
        return [{"id": id_, **{name: said for name, (said, _) in about.items()}} for id_, about in self._said.items()]
