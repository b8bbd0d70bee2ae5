"""One step in an assessment: whoever writes has it alone, adds rows under the next numbers, and leaves it in order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, select, update

from placecheck.assessment.model import Answer
from placecheck.rubric import Rubric
from placecheck.storage.engine.database import Database
from placecheck.storage.engine.prepared import PreparedStatement, Row
from placecheck.storage.errors import NotHereError
from placecheck.storage.journal.editions import Editions
from placecheck.storage.journal.load import is_present
from placecheck.storage.journal.logs import (
    ANSWER,
    PERSPECTIVE,
    REMOVAL,
    Key,
    Log,
    append_statement,
    current_value,
    current_values,
)
from placecheck.storage.journal.texts import check_texts
from placecheck.storage.schema import tables
from placecheck.storage.values import Saved, Standpoint, Value
from placecheck.words import say, storing

Clock = Callable[[], datetime]

_OF = tables.assessment.c.id == bindparam("assessment_id")
_COUNTS = ("sequence", "start", "voices_made")
_HELD = PreparedStatement(
    select(*(tables.assessment.c[name] for name in ("id", "edition_key", *_COUNTS))).where(_OF).with_for_update()
)
_FOLLOW = PreparedStatement(
    update(tables.assessment).where(_OF).values({name: bindparam(name) for name in ("changed", *_COUNTS)})
)
_COUNT = PreparedStatement(
    update(tables.voice)
    .where(tables.voice.c.assessment_id == bindparam("of_assessment"), tables.voice.c.id == bindparam("of_voice"))
    .values(answered=tables.voice.c.answered + bindparam("given"), said=tables.voice.c.said + bindparam("more"))
)
_VOICE = select(tables.voice.c.id).where(
    tables.voice.c.assessment_id == bindparam("assessment_id"), tables.voice.c.id == bindparam("voice_id")
)
_PRESENT = _VOICE.where(is_present)


class AssessmentWriter:
    """The rows of one write transaction on one assessment. `rubric` is the one it was made with."""

    def __init__(self, connection: Connection, row: Row, rubric: Rubric, by: str, now: datetime) -> None:
        self.connection = connection
        self.id: str = row["id"]
        self.start: int = row["start"]
        self.rubric = rubric
        self._voices_made: int = row["voices_made"]
        self.by = by
        self._now = now
        self._first: int = row["sequence"]
        self._sequence: int = self._first
        self._counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
        self._rows: dict[Log[Any], list[dict[str, Any]]] = defaultdict(list)
        self._current: dict[tuple[Any, ...], tuple[Saved | None, Value | None]] = {}

    @property
    def next(self) -> int:
        """Return the sequence that the next row will have."""
        return self._sequence + 1

    def common(self) -> dict[str, Any]:
        """Return the columns that all rows of this change have alike.

        Raises:
            DoesNotFitError: Whoever makes the change is named by what is no text.
        """
        check_texts((self.by,))
        return {"assessment_id": self.id, "at": self._now, "by": self.by, "undoes": None}

    def take_numbers(self, count: int) -> range:
        """Return the sequences of the next `count` rows, which the caller writes."""
        self._sequence += count
        return range(self._sequence - count + 1, self._sequence + 1)

    def take_voice_numbers(self, count: int) -> range:
        """Return the numbers of the next `count` voices, which the caller writes."""
        self._voices_made += count
        return range(self._voices_made - count + 1, self._voices_made + 1)

    def change(self, log: Log[Any], key: Key, value: Value | None) -> Saved:
        """Set the current value of `key` to `value`; nothing is added where it is so already."""
        of = _of(log, key)
        if of not in self._current:
            self._current[of] = _as_current(*current_value(self.connection, log, self.id, key))
        saved, before = self._current[of]
        if before == value:
            return saved or Saved(self._sequence, self._now)
        return self.add(log, key, value, before=before)

    def look_up(self, entries: Iterable[tuple[Log[Any], Key]]) -> None:
        """Look up at once the current values of all `entries` that are to change, instead of one after the other."""
        wanted: dict[Log[Any], list[Key]] = defaultdict(list)
        for log, key in entries:
            wanted[log].append(key)
            self._current[_of(log, key)] = None, None
        for log, keys in wanted.items():
            for row, value in current_values(self.connection, log, self.id, keys):
                self._current[_of(log, row)] = _as_current(row, value)

    def add(
        self,
        log: Log[Any],
        key: Key,
        value: Value | None,
        *,
        before: Value | None = None,
        undoes: int | None = None,
    ) -> Saved:
        """Add a row without looking up the current value, which is `before`."""
        words = log.row(value)
        check_texts((*words.values(), self.by))
        self._sequence += 1
        if log is ANSWER:
            self._count(str(key["voice_id"]), before, value)
        if log is REMOVAL:
            of = tables.voice.c.assessment_id == self.id, tables.voice.c.id == key["voice_id"]
            self.connection.execute(update(tables.voice).where(*of).values(removed=value is not None))
        common = {"assessment_id": self.id, "sequence": self._sequence, "at": self._now, "by": self.by}
        self._rows[log].append({**common, "undoes": undoes, **key, **words})
        saved = Saved(self._sequence, self._now)
        self._current[_of(log, key)] = saved, value
        return saved

    def _count(self, voice_id: str, before: Value | None, value: Value | None) -> None:
        """Update the voice's counts after one of its answers changed."""
        counts = self._counts[voice_id]
        for answer, change in ((before, -1), (value, 1)):
            if isinstance(answer, Answer):
                counts[0] += change * answer.is_given
                counts[1] += change * answer.says_something

    def add_voice(self, standpoint: Standpoint, id_: str | None = None) -> str:
        """Add a voice after those that are there; its id, the next of `v1`, `v2`, ... where none is given."""
        self._voices_made += 1
        while id_ is None:
            free = f"v{self._voices_made}"
            if self.has_voice(free):
                self._voices_made += 1
            else:
                id_ = free
        counts = {"answered": 0, "said": 0, "removed": False}
        row = {"assessment_id": self.id, "id": id_, "number": self._voices_made, **counts}
        self.connection.execute(tables.voice.insert(), row)
        self.add(PERSPECTIVE, {"voice_id": id_}, standpoint)
        return id_

    def has_voice(self, id_: str) -> bool:
        """Return whether the assessment ever had a voice of this id, except those that were erased."""
        return self._finds(_VOICE, id_)

    def is_present(self, id_: str) -> bool:
        """Return whether there is a voice of this id that was not taken out."""
        return self._finds(_PRESENT, id_)

    def _finds(self, query: Select[Any], voice_id: str) -> bool:
        return self.connection.execute(query, {"assessment_id": self.id, "voice_id": voice_id}).first() is not None

    def erase_voice(self, id_: str) -> None:
        """Erase a voice with everything it ever said; every screen reloads."""
        of = tables.voice.c.assessment_id == self.id, tables.voice.c.id == id_
        self.connection.execute(delete(tables.voice).where(*of))
        self.connection.execute(delete(tables.packed).where(tables.packed.c.assessment_id == self.id))
        self._sequence += 1

    def finish(self, *, begun: bool = False) -> None:
        """Write the rows and what follows from them. `begun`: they came with the beginning, where undo stops."""
        if self._sequence == self._first:
            return
        for log, rows in self._rows.items():
            append_statement(log).run(self.connection, *rows)
        moved = [(voice, answered, more) for voice, (answered, more) in self._counts.items() if answered or more]
        if moved:
            of = (
                {"of_assessment": self.id, "of_voice": voice_id, "given": answered, "more": more}
                for voice_id, answered, more in moved
            )
            _COUNT.run(self.connection, *of)
        follows = {
            "assessment_id": self.id,
            "changed": self._now,
            "sequence": self._sequence,
            "start": self._sequence if begun else self.start,
            "voices_made": self._voices_made,
        }
        _FOLLOW.run(self.connection, follows)


def _of(log: Log[Any], key: Mapping[Any, Any]) -> tuple[Any, ...]:
    return log.kind, *(key[name] for name in log.keys)


def _as_current(row: Row | None, value: Value | None) -> tuple[Saved | None, Value | None]:
    return Saved(row["sequence"], row["at"]) if row is not None else None, value


@contextmanager
def open_writer(
    database: Database, editions: Editions, assessment_id: str, by: str, clock: Clock
) -> Iterator[AssessmentWriter]:
    """Open a change to the assessment, committed at the end or not at all.

    Raises:
        NotHereError: There is no such assessment.
    """
    with database.write() as connection:
        taken = lock_assessment(connection, editions, assessment_id, by, clock)
        yield taken
        taken.finish()


def lock_assessment(
    connection: Connection, editions: Editions, assessment_id: str, by: str, clock: Clock
) -> AssessmentWriter:
    """Open a change to the assessment within the caller's transaction, who finishes it.

    The time is taken once the assessment is locked, so that times follow the order of the changes.
    """
    row = _HELD.first(connection, {"assessment_id": assessment_id})
    if row is None:
        raise NotHereError(say(storing.NO_ASSESSMENT, id=assessment_id))
    return AssessmentWriter(connection, row, editions.get(connection, row["edition_key"]), by, clock())
