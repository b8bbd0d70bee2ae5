"""One step in an assessment: whoever writes has it alone, adds rows under the next numbers, and leaves it in order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select, update

from placecheck.rubric import Rubric
from placecheck.storage import tables
from placecheck.storage.database import Database
from placecheck.storage.editions import Editions
from placecheck.storage.errors import NotHereError
from placecheck.storage.logs import ANSWER, PERSPECTIVE, Key, Log, adding, all_standing, each_standing, standing
from placecheck.storage.ready import Ready, Row
from placecheck.storage.texts import check_texts
from placecheck.storage.values import Saved, Standpoint, Value
from placecheck.words import say, storing

Clock = Callable[[], datetime]

_OF = tables.assessment.c.id == bindparam("assessment_id")
_COUNTS = ("sequence", "start", "answered", "voices_made")
_HELD = Ready(
    select(*(tables.assessment.c[name] for name in ("id", "edition_key", *_COUNTS))).where(_OF).with_for_update()
)
_FOLLOW = Ready(update(tables.assessment).where(_OF).values({name: bindparam(name) for name in ("changed", *_COUNTS)}))
_VOICE = select(tables.voice.c.id).where(
    tables.voice.c.assessment_id == bindparam("assessment_id"), tables.voice.c.id == bindparam("voice_id")
)


class Step:
    """The rows of one write transaction on one assessment. `rubric` is the one it was made with."""

    def __init__(self, connection: Connection, row: Row, rubric: Rubric, by: str, now: datetime) -> None:
        self.connection = connection
        self.id: str = row["id"]
        self.start: int = row["start"]
        self.rubric = rubric
        self._voices_made: int = row["voices_made"]
        self._by = by
        self._now = now
        self._first: int = row["sequence"]
        self._sequence: int = self._first
        self._answered: int = row["answered"]
        self._rows: dict[Log[Any], list[dict[str, Any]]] = defaultdict(list)
        self._stands: dict[tuple[Any, ...], tuple[Saved | None, Value | None]] = {}

    @property
    def next(self) -> int:
        """The sequence that the next row will have."""
        return self._sequence + 1

    def change(self, log: Log[Any], key: Key, value: Value | None) -> Saved:
        """Let `value` stand for `key` from now on; nothing is added where it stands already."""
        of = _of(log, key)
        if of not in self._stands:
            self._stands[of] = _stood(*standing(self.connection, log, self.id, key))
        saved, before = self._stands[of]
        if before == value:
            return saved or Saved(self._sequence, self._now)
        return self.add(log, key, value, had=before is not None)

    def look_up(self, things: Iterable[tuple[Log[Any], Key]]) -> None:
        """Find out at once what stands for all `things` that are to change, instead of one after the other."""
        asked: dict[Log[Any], list[Key]] = defaultdict(list)
        for log, key in things:
            asked[log].append(key)
            self._stands[_of(log, key)] = None, None
        for log, keys in asked.items():
            for row, value in each_standing(self.connection, log, self.id, keys):
                self._stands[_of(log, row)] = _stood(row, value)

    def add(
        self, log: Log[Any], key: Key, value: Value | None, *, had: bool = False, undoes: int | None = None
    ) -> Saved:
        """Add a row without a look at what stands; `had` says whether a value did."""
        words = log.row(value)
        check_texts((*words.values(), self._by))
        self._sequence += 1
        if log is ANSWER:
            self._answered += (value is not None) - had
        common = {"assessment_id": self.id, "sequence": self._sequence, "at": self._now, "by": self._by}
        self._rows[log].append({**common, "undoes": undoes, **key, **words})
        saved = Saved(self._sequence, self._now)
        self._stands[_of(log, key)] = saved, value
        return saved

    def add_voice(self, standpoint: Standpoint, id_: str | None = None) -> str:
        """Add a voice after those that are there; its id, the next of `v1`, `v2`, ... where none is given."""
        self._voices_made += 1
        while id_ is None:
            free = f"v{self._voices_made}"
            if self.has_voice(free):
                self._voices_made += 1
            else:
                id_ = free
        row = {"assessment_id": self.id, "id": id_, "number": self._voices_made}
        self.connection.execute(tables.voice.insert(), row)
        self.add(PERSPECTIVE, {"voice_id": id_}, standpoint)
        return id_

    def has_voice(self, id_: str) -> bool:
        """Whether the assessment has a voice of this id."""
        return self.connection.execute(_VOICE, {"assessment_id": self.id, "voice_id": id_}).first() is not None

    def erase_voice(self, id_: str) -> None:
        """Erase a voice with all it ever said; the count stays right, and every screen looks again."""
        gone = sum(1 for _ in all_standing(self.connection, ANSWER, self.id, voice_id=id_))
        of = tables.voice.c.assessment_id == self.id, tables.voice.c.id == id_
        self.connection.execute(delete(tables.voice).where(*of))
        self.connection.execute(delete(tables.packed).where(tables.packed.c.assessment_id == self.id))
        self._sequence += 1
        self._answered -= gone

    def finish(self, *, begun: bool = False) -> None:
        """Write the rows and what follows from them. `begun`: they came with the beginning, where undo stops."""
        if self._sequence == self._first:
            return
        for log, rows in self._rows.items():
            adding(log).run(self.connection, *rows)
        follows = {
            "assessment_id": self.id,
            "changed": self._now,
            "sequence": self._sequence,
            "start": self._sequence if begun else self.start,
            "answered": self._answered,
            "voices_made": self._voices_made,
        }
        _FOLLOW.run(self.connection, follows)


def _of(log: Log[Any], key: Mapping[Any, Any]) -> tuple[Any, ...]:
    return log.kind, *(key[name] for name in log.keys)


def _stood(row: Row | None, value: Value | None) -> tuple[Saved | None, Value | None]:
    return Saved(row["sequence"], row["at"]) if row is not None else None, value


@contextmanager
def step(database: Database, editions: Editions, assessment_id: str, by: str, clock: Clock) -> Iterator[Step]:
    """A step in the assessment, kept at the end, or not at all. Raises NotHereError where there is none."""
    with database.write() as connection:
        taken = held(connection, editions, assessment_id, by, clock)
        yield taken
        taken.finish()


def held(connection: Connection, editions: Editions, assessment_id: str, by: str, clock: Clock) -> Step:
    """A step in the assessment within a transaction of the caller's, who finishes it.

    The moment is taken once the assessment is held, so that moments follow the order of the changes.
    """
    row = _HELD.first(connection, {"assessment_id": assessment_id})
    if row is None:
        raise NotHereError(say(storing.NO_ASSESSMENT, id=assessment_id))
    return Step(connection, row, editions.get(connection, row["edition_key"]), by, clock())
