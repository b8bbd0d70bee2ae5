"""What a store knows its workshops and people by, as an index beside it keeps that."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from placecheck.storage.engine.index_entry import Entry, digest_of, short_digest
from placecheck.storage.schema import tables


def known_codes(connection: Connection) -> Iterator[Entry]:
    """Yield an entry for each join code, each token of a QR code and each personal code, whether or not it opens."""
    workshop = tables.workshop.c
    for code, id_, delete_on in connection.execute(select(workshop.code, workshop.id, workshop.delete_on)):
        yield Entry(digest_of(code))
        yield Entry(digest_of(id_), delete_on)
    for key in connection.execute(select(tables.participant.c.key)).scalars():
        yield Entry(short_digest(key))
