"""Named sets of assessments, to be opened again for comparing: in the store alone, no part of any assessment's file."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from sqlalchemy import Connection, delete, func, select, update

from placecheck.storage.errors import DoesNotFitError, NotHereError
from placecheck.storage.journal.load import assessment_row
from placecheck.storage.journal.small_sets import MIN_MEMBERS
from placecheck.storage.journal.texts import check_texts
from placecheck.storage.parts.base import StorePart
from placecheck.storage.schema import tables
from placecheck.storage.values import EXAMPLE, ComparisonSet
from placecheck.words import say, storing

_SET, _MEMBER = tables.comparison_set, tables.comparison_set_member
MAX_NAME_LENGTH = 120
"""Characters that fit into the name of a set: it is a title on the big screen."""
MAX_MEMBERS = 12


class ComparisonSets(StorePart):
    """The part of the store that knows the named sets."""

    def comparison_sets(self) -> tuple[ComparisonSet, ...]:
        """Return every set, by name."""
        with self._database.read() as connection:
            sets = _read(connection)
        return tuple(sorted(sets, key=lambda named: (named.name.casefold(), named.id)))

    def keep_comparison_set(self, name: str, members: Sequence[str], set_id: str | None = None) -> str:
        """Keep the assessments `members`, in this order, as a new set or as what the set `set_id` holds now; its id.

        Raises:
            DoesNotFitError: The name is missing, too long or another set's, or there are too few or too many members.
            NotHereError: The set or a member is not here.
        """
        name, members = " ".join(name.split()), tuple(dict.fromkeys(members))
        _check(name, members)
        with self._database.write() as connection:
            _check_free(connection, name, set_id)
            id_ = _rename(connection, set_id, name) if set_id else uuid.uuid4().hex
            if set_id is None:
                connection.execute(_SET.insert(), {"id": id_, "name": name, "made": self._clock()})
            connection.execute(delete(_MEMBER).where(_MEMBER.c.set_id == id_))
            rows = [_row(connection, id_, position, member) for position, member in enumerate(members, start=1)]
            connection.execute(_MEMBER.insert(), rows)
        return id_

    def erase_comparison_set(self, set_id: str) -> None:
        """Erase a set; the assessments stay. One that is gone already is no error."""
        with self._database.write() as connection:
            connection.execute(delete(_SET).where(_SET.c.id == set_id))
        self._database.forget()


def _read(connection: Connection) -> list[ComparisonSet]:
    held = select(_SET.c.id, _SET.c.name, func.coalesce(_MEMBER.c.assessment_id, _MEMBER.c.example)).join(_MEMBER)
    members: dict[tuple[str, str], list[str]] = {}
    for id_, name, member in connection.execute(held.order_by(_MEMBER.c.set_id, _MEMBER.c.position)):
        members.setdefault((id_, name), []).append(member)
    return [ComparisonSet(id_, name, tuple(listed)) for (id_, name), listed in members.items()]


def _check(name: str, members: Sequence[str]) -> None:
    check_texts([name])
    if not 0 < len(name) <= MAX_NAME_LENGTH:
        raise DoesNotFitError(say(storing.SET_NAME, most=MAX_NAME_LENGTH))
    if not MIN_MEMBERS <= len(members) <= MAX_MEMBERS:
        raise DoesNotFitError(say(storing.SET_SIZE, fewest=MIN_MEMBERS, most=MAX_MEMBERS))


def _check_free(connection: Connection, name: str, set_id: str | None) -> None:
    """Refuse a name that another set has.

    Raises:
        DoesNotFitError: Another set has this name.
    """
    names = connection.execute(select(_SET.c.id, _SET.c.name)).all()
    if any(other.casefold() == name.casefold() and id_ != set_id for id_, other in names):
        raise DoesNotFitError(say(storing.SET_NAMED, name=name))


def _rename(connection: Connection, set_id: str, name: str) -> str:
    if not connection.execute(update(_SET).where(_SET.c.id == set_id).values(name=name)).rowcount:
        raise NotHereError(say(storing.NO_SET))
    return set_id


def _row(connection: Connection, set_id: str, position: int, member: str) -> dict[str, str | int | None]:
    is_example = member.startswith(EXAMPLE)
    if not is_example:
        assessment_row(connection, member)
    own, example = (None, member) if is_example else (member, None)
    return {"set_id": set_id, "position": position, "assessment_id": own, "example": example}
