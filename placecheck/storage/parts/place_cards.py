"""Cards of a place: kept as changes that are only ever appended, like everything that people say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, delete, select

from placecheck.place import Card, PlaceFile, card_from_json, card_json
from placecheck.place.merge import merged_card
from placecheck.place.references import without_lost_references
from placecheck.storage.card_values import CardChange, CardConflict, CardsStamp, KeptCard
from placecheck.storage.errors import DoesNotFitError, NotHereError
from placecheck.storage.journal.card_log import (
    cards_stamp,
    current_cards,
    erase_cards,
    latest_card_change,
    load_taken_off_cards,
    one_card,
)
from placecheck.storage.journal.matter_counts import room_changes, room_levels, with_room_levels, without_room
from placecheck.storage.journal.texts import check_texts
from placecheck.storage.parts.places import Places, add_place, lock_place
from placecheck.storage.schema import tables
from placecheck.words import say, storing

_T = tables.place_card.c
MAX_CARDS = 10_000
"""How many cards a place may have."""


class PlaceCards(Places):
    """The part of the store that knows what belongs to a place and outlives its assessments."""

    def place_cards(self, place_id: str) -> tuple[KeptCard, ...]:
        """Return the current cards of a place, in the order in which they were first written."""
        with self._database.read() as connection:
            return with_room_levels(connection, place_id, current_cards(connection, place_id), self._workshops)

    def removed_cards(self, place_id: str) -> tuple[KeptCard, ...]:
        """Return the cards that were taken off, as they last stood, each with the change that took it off."""
        with self._database.read() as connection:
            return load_taken_off_cards(connection, place_id)

    def cards_stamp(self, place_id: str) -> CardsStamp:
        """Return what changes whenever a card of the place is written, or erased, for those who cache."""
        with self._database.read() as connection:
            return cards_stamp(connection, place_id)

    def room_changes(self, place_id: str) -> tuple[tuple[str, int, int], ...]:
        """Return what changes whenever people of a workshop may have put a matter elsewhere, for those who cache."""
        with self._database.read() as connection:
            return room_changes(connection, place_id)

    def keep_cards(self, place_id: str, cards: Sequence[Card], by: str) -> int:
        """Keep cards, new ones and new contents of those that are there, all or none; how many were changed.

        Raises:
            NotHereError: There is no such place.
            DoesNotFitError: There would be too many.
        """
        with self._database.write() as connection:
            lock_place(connection, place_id)
            return self._append(connection, place_id, cards, by)

    def changed_card_count(self, place_id: str, cards: Sequence[Card]) -> int:
        """Return how many of `cards` `keep_cards` would keep: all but those that the place has just so."""
        with self._database.read() as connection:
            return len(self._changed(connection, place_id, cards))

    def change_card(self, place_id: str, card: Card, since: int, by: str) -> KeptCard | CardConflict:
        """Save a card that somebody changed who saw it as it was at the change `since`.

        What others changed in the meantime is kept too. Where both changed the same key, nothing is saved, and the
        conflict gives the keys and the card as it is now.

        Raises:
            NotHereError: There is no such place or card.
        """
        with self._database.write() as connection:
            lock_place(connection, place_id)
            current, before = one_card(connection, place_id, card.id), one_card(connection, place_id, card.id, since)
            if current is None:
                raise NotHereError(say(storing.NO_CARD, id=card.id))
            made, both = merged_card(before.card if before else current.card, current.card, card)
            if both:
                return CardConflict(current, both)
            self._append(connection, place_id, [made], by)
            return one_card(connection, place_id, card.id) or current

    def change_cards(self, place_id: str, changes: Iterable[tuple[Card, Card]], by: str) -> tuple[CardConflict, ...]:
        """Save cards that somebody changed, each as they saw it and as they made it, like `change_card` for many.

        The conflicts are not saved, and the others are. A card that is no longer there is passed over.
        """
        conflicts, made = [], []
        with self._database.write() as connection:
            lock_place(connection, place_id)
            current_by_id = {kept_card.card.id: kept_card for kept_card in current_cards(connection, place_id)}
            for before, after in changes:
                current = current_by_id.get(before.id)
                if current is not None:
                    card, both = merged_card(before, current.card, after)
                    conflicts += [CardConflict(current, both)] if both else []
                    made += [] if both else [card]
            self._append(connection, place_id, made, by)
        return tuple(conflicts)

    def remove_card(self, place_id: str, card_id: str, by: str) -> None:
        """Take a card off; its history still has it, and it can be kept again.

        Raises:
            NotHereError: There is no such place or card.
        """
        with self._database.write() as connection:
            lock_place(connection, place_id)
            if one_card(connection, place_id, card_id) is None:
                raise NotHereError(say(storing.NO_CARD, id=card_id))
            self._add_rows(connection, place_id, [(card_id, None)], by)

    def erase_card(self, place_id: str, card_id: str) -> None:
        """Erase a card with its whole history, as its teller may ask, and photos that no other card shows.

        Cards that name it no longer do, now and in their history.
        """
        with self._database.write() as connection:
            lock_place(connection, place_id)
            erase_cards(connection, place_id, {card_id})
            shown = {photo.file for kept_card in current_cards(connection, place_id) for photo in kept_card.card.photos}
            photos = tables.place_photo.c
            connection.execute(
                delete(tables.place_photo).where(photos.place_id == place_id, photos.name.not_in(sorted(shown)))
            )
        self._database.forget()

    def card_history(self, place_id: str, card_id: str) -> tuple[CardChange, ...]:
        """Return every change of a card, the newest first; None means a card that was removed."""
        with self._database.read() as connection:
            rows = connection.execute(
                select(tables.place_card)
                .where(_T.place_id == place_id, _T.card == card_id)
                .order_by(_T.sequence.desc())
            ).mappings()
            return tuple(
                CardChange(
                    row["sequence"], row["at"], row["by"], card_from_json(row["content"]) if row["content"] else None
                )
                for row in rows
            )

    def place_file(self, place_id: str) -> PlaceFile:
        """Return what belongs to the place, as its file holds it.

        Raises:
            NotHereError: There is no such place.
        """
        with self._database.write() as connection:
            place = lock_place(connection, place_id)
            kept_cards = with_room_levels(connection, place_id, current_cards(connection, place_id), self._workshops)
            cards = tuple(kept_card.card for kept_card in kept_cards)
        return PlaceFile(place=place, cards=without_lost_references(cards))

    def add_place_file(self, place_file: PlaceFile, place_id: str | None = None, by: str = "file") -> str:
        """Keep what a place file holds, for the place `place_id` or for a new one; the place's id."""
        with self._database.write() as connection:
            if place_id is None:
                place_id = add_place(connection, place_file.place, self._clock())
            else:
                lock_place(connection, place_id)
            self._append(connection, place_id, place_file.cards, by)
        return place_id

    def add_place_cards(self, place_file: PlaceFile, by: str) -> str:
        """Keep the cards of a place file for the one place of its name, kind and nation, else for a new one; its id."""
        same = self.same_place(place_file.place)
        return self.add_place_file(place_file, same[0].id if len(same) == 1 else None, by)

    def place_files(self, place_ids: Iterable[str]) -> list[PlaceFile]:
        """Return the place files of those places that have cards."""
        files = (self.place_file(place_id) for place_id in dict.fromkeys(place_ids))
        return [place_file for place_file in files if place_file.cards]

    def _append(self, connection: Connection, place_id: str, cards: Iterable[Card], by: str) -> int:
        """Add a row for each card that differs from its current value."""
        current_by_id = _by_id(connection, place_id)
        changed = self._changed(connection, place_id, cards)
        if len(current_by_id.keys() | {card.id for card in changed}) > MAX_CARDS:
            raise DoesNotFitError(say(storing.TOO_MANY_CARDS, most=f"{MAX_CARDS:,}"))
        self._add_rows(connection, place_id, [(card.id, card_json(card)) for card in changed], by)
        return len(changed)

    def _changed(self, connection: Connection, place_id: str, cards: Iterable[Card]) -> list[Card]:
        """Return the cards that differ from their current value, as they would be kept."""
        current_by_id, own_rooms = _by_id(connection, place_id), room_levels(connection, place_id, self._workshops)
        plain = (without_room(card) if card.id in own_rooms else card for card in cards)
        return [card for card in plain if current_by_id.get(card.id) != card]

    def _add_rows(self, connection: Connection, place_id: str, rows: Sequence[tuple[str, str | None]], by: str) -> None:
        check_texts((by, *(content for _, content in rows)))
        first, now = latest_card_change(connection, place_id) + 1, self._clock()
        if rows:
            connection.execute(
                tables.place_card.insert(),
                [
                    {"place_id": place_id, "sequence": sequence, "at": now, "by": by, "card": card, "content": content}
                    for sequence, (card, content) in enumerate(rows, start=first)
                ],
            )


def _by_id(connection: Connection, place_id: str) -> dict[str, Card]:
    return {kept_card.card.id: kept_card.card for kept_card in current_cards(connection, place_id)}
