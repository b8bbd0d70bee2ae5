"""Photos of a place: each kept once, under the name that its bytes give."""

from __future__ import annotations

import base64

from sqlalchemy import delete, func, select

from placecheck.storage.parts.base import StorePart
from placecheck.storage.parts.places import lock_place
from placecheck.storage.schema import tables

_T = tables.place_photo.c


class PlacePhotos(StorePart):
    """The part of the store that keeps photos. They are included in backups, and deleted with their place."""

    def keep_photo(self, place_id: str, name: str, content: bytes, most: int) -> bool:
        """Keep a photo; False where the place has `most` photos already.

        Raises:
            NotHereError: There is no such place.
        """
        with self._database.write() as connection:
            lock_place(connection, place_id)
            names = set(connection.execute(select(_T.name).where(_T.place_id == place_id)).scalars())
            if name in names:
                return True
            if len(names) >= most:
                return False
            row = {"place_id": place_id, "name": name, "added": self._clock()}
            connection.execute(tables.place_photo.insert(), {**row, "content": base64.b64encode(content).decode()})
        return True

    def discard_photo(self, place_id: str, name: str) -> None:
        """Delete a photo that no card of the place shows or ever showed, as one that found no room on its card."""
        with self._database.write() as connection:
            lock_place(connection, place_id)
            cards = tables.place_card.c
            showing = select(cards.card).where(cards.place_id == place_id, cards.content.contains(name))
            if connection.execute(showing.limit(1)).first() is None:
                connection.execute(delete(tables.place_photo).where(_T.place_id == place_id, _T.name == name))
        self._database.forget()

    def photo(self, place_id: str, name: str) -> bytes | None:
        """Return the bytes of a photo; None where it is not here."""
        with self._database.read() as connection:
            query = select(_T.content).where(_T.place_id == place_id, _T.name == name)
            content = connection.execute(query).scalar()
        return None if content is None else base64.b64decode(content)

    def photo_count(self, place_id: str) -> int:
        """Return how many photos the place has."""
        with self._database.read() as connection:
            count: int = connection.execute(select(func.count()).where(_T.place_id == place_id)).scalar_one()
        return count
