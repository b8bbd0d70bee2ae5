"""Whether rows mean something: each is read as the model that it is of, and each assessment as a whole.

A backup can have the right checksums and hold nonsense. It is found here, in a database apart, before anything that
stands is replaced.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, RowMapping, func, select

from placecheck.assessment import Assessment, Place
from placecheck.place import card_from_json
from placecheck.rubric import Rubric
from placecheck.source.text import UNWANTED
from placecheck.storage.journal.load import assessment_row, whole_assessment
from placecheck.storage.journal.logs import ANSWER, LOGS, Log, all_current_values
from placecheck.storage.schema import tables
from placecheck.workshop.events import event_adapter
from placecheck.workshop.replay import replay_events

HIGHEST = 1_000_000_000
"""No number in a row is higher: a sequence that is cannot be counted on."""


class NonsenseError(ValueError):
    """Rows that placecheck never wrote."""


def check_rows(connection: Connection) -> None:
    """Read everything that `connection` sees.

    Raises:
        NonsenseError: A row means nothing; the first one is named.
    """
    for table in tables.edition.metadata.sorted_tables:
        _naming(table.name, _check_values, connection, table)
    for key, content in connection.execute(select(tables.edition.c.key, tables.edition.c.content)):
        _naming(f"edition {key[:12]}", _check_edition, key, content)
    for row in connection.execute(select(tables.place)).mappings():
        _naming(f"place {row['id']}", _check_place, row)
    for content in connection.execute(select(tables.place_card.c.content)).scalars():
        if content is not None:
            _naming("place_card", card_from_json, content)
    for id_ in connection.execute(select(tables.workshop.c.id)).scalars().all():
        _naming(f"workshop {id_}", _check_workshop, connection, id_)
    for id_ in connection.execute(select(tables.assessment.c.id)).scalars().all():
        _naming(f"assessment {id_}", _check_assessment, connection, id_)


def _naming(what: str, check: Any, *args: Any) -> None:
    """Run `check` on a part of the backup that `what` names.

    Raises:
        NonsenseError: Something goes wrong in it.
    """
    try:
        check(*args)
    except Exception as error:
        why = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise NonsenseError(f"{what}: {why}") from error


def _check_values(connection: Connection, table: Any) -> None:
    """Let each column turn its values into what they are, and hold numbers and texts to what every database takes."""
    for row in connection.execute(select(table)).mappings():
        for name, value in row.items():
            if isinstance(value, int) and not 0 <= value <= HIGHEST:
                raise NonsenseError(f"{name} is {value}")
            if isinstance(value, str) and name not in ("content", "event") and UNWANTED.search(value):
                raise NonsenseError(f"{name} holds a character that is no text")


def _check_edition(key: str, content: str) -> None:
    Rubric.model_validate_json(content)
    if hashlib.sha256(content.encode()).hexdigest() != key:
        raise NonsenseError("a rubric is not as it was kept")


def _check_place(row: Mapping[str, Any]) -> None:
    Place.model_validate(_filled({name: row[name] for name in Place.model_fields}))


def _check_workshop(connection: Connection, id_: str) -> None:
    event = tables.workshop_event.c
    events = select(event.event).where(event.workshop_id == id_).order_by(event.sequence)
    replay_events(map(event_adapter.validate_json, connection.execute(events).scalars()))


def _check_assessment(connection: Connection, id_: str) -> None:
    row = assessment_row(connection, id_)
    content = select(tables.edition.c.content).where(tables.edition.c.key == row["edition_key"])
    rubric = Rubric.model_validate_json(connection.execute(content).scalar_one())
    for log in LOGS:
        _check_log(connection, log, row, rubric)
    whole = whole_assessment(connection, row, rubric)
    Assessment.model_validate(whole.model_dump(exclude_none=True))
    _check_counts(connection, id_)


def _check_counts(connection: Connection, id_: str) -> None:
    """Hold what is kept of how much each voice said to its answers."""
    answered: Counter[str] = Counter()
    more: Counter[str] = Counter()
    for key, answer in all_current_values(connection, ANSWER, id_):
        answered[key["voice_id"]] += answer.is_given
        more[key["voice_id"]] += answer.says_something
    for voice in connection.execute(select(tables.voice).where(tables.voice.c.assessment_id == id_)).mappings():
        if (voice["answered"], voice["said"]) != (answered[voice["id"]], more[voice["id"]]):
            stand = f"{answered[voice['id']]} answers of {voice['id']} stand"
            raise NonsenseError(f"it says otherwise of how many there are: {stand}")


def _check_log(connection: Connection, log: Log[Any], assessment: RowMapping, rubric: Rubric) -> None:
    perspectives = {known.id for known in rubric.perspectives}
    of_it = log.table.c.assessment_id == assessment["id"]
    for row in connection.execute(select(log.table).where(of_it)).mappings():
        fields = _filled({name: row[name] for name in log.model.model_fields})
        if fields or log.always:
            log.model.model_validate(fields)
        if (fields.get("level") or 0) >= rubric.steps:
            raise NonsenseError(f"a level in {log.kind} is off the ladder")
        if log.kind == "perspective" and fields.get("perspective") not in (None, *perspectives):
            raise NonsenseError(f"the perspective {fields['perspective']} is not in its rubric")
    highest = connection.execute(select(func.max(log.table.c.sequence)).where(of_it)).scalar()
    if (highest or 0) > assessment["sequence"]:
        raise NonsenseError(f"a change in {log.kind} is numbered higher than its assessment counts")


def _filled(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}
