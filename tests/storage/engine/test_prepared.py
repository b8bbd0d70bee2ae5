"""Statements handed to the driver as they are: the same values and the same errors as by SQLAlchemy."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import bindparam, insert, select
from sqlalchemy.exc import IntegrityError

from placecheck.storage.engine.prepared import COPIED, PreparedStatement
from placecheck.storage.schema import tables

AT = datetime(2026, 10, 3, 18, 4, 5, 123456, tzinfo=UTC)
FOUND = select(tables.place).where(tables.place.c.id == bindparam("id")).limit(1)


@pytest.fixture
def row() -> dict[str, object]:
    words = {"name": "O'Ore {} %s :id ?", "kind": None, "nation": None, "boundary": None, "context": None}
    return {"id": "a", "made": AT, "changed": AT, **words}


def test_what_is_written_is_read_again_as_sqlalchemy_reads_it(store, row):
    rows = [row | {"id": f"{number:032}"} for number in range(3 + COPIED)]
    with store._database.write() as connection:
        PreparedStatement(tables.place.insert()).run(connection, *rows[:1])
        PreparedStatement(tables.place.insert()).run(connection, *rows[1:3])
        PreparedStatement(tables.place.insert()).run(connection, *rows[3:])
    with store._database.read() as connection:
        for given in rows:
            assert PreparedStatement(FOUND).first(connection, {"id": given["id"]}) == given
            assert dict(connection.execute(FOUND, {"id": given["id"]}).mappings().one()) == given
        assert PreparedStatement(FOUND).first(connection, {"id": "nobody"}) is None


@pytest.mark.parametrize("times", [2, COPIED])
def test_errors_are_sqlalchemys_own_and_tell_nothing_of_what_was_given(store, row, times):
    with pytest.raises(IntegrityError) as raised, store._database.write() as connection:
        PreparedStatement(insert(tables.place)).run(connection, *[row] * times)
    assert "O'Ore" not in str(raised.value.params)
    assert store.places() == ()
