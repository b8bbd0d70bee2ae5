"""The place or the round that someone named: by its id, or by what it is called."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from placecheck.errors import refuse
from placecheck.words import say, say_n, storing

if TYPE_CHECKING:
    from placecheck.storage import PlaceSummary, Store


def place_called(places: Sequence[PlaceSummary], name: str) -> PlaceSummary:
    """The place with this id, or the only one of this name. Raises StorageError."""
    from placecheck.storage import NotHereError

    found = [place for place in places if name in (place.id, place.name)]
    if len(found) > 1:
        ids = ", ".join(place.id for place in found)
        raise NotHereError(say(storing.SEVERAL_CALLED, name=name, ids=ids))
    if not found:
        known = ", ".join(place.name for place in places)
        raise NotHereError(say(storing.NO_PLACE_CALLED, name=name, known=known) if known else say(storing.NO_PLACE_YET))
    return found[0]


def round_of(place: PlaceSummary, date: str | None) -> str:
    """The id of the place's round of that day, else of its newest, said on stderr. Raises StorageError."""
    from placecheck.storage import NotHereError

    if not place.rounds:
        raise NotHereError(say(storing.NO_ROUND_YET, name=place.name))
    if date is None:
        if len(place.rounds) > 1:
            print(say(storing.NEWEST_OF, place=place.name, count=len(place.rounds)), file=sys.stderr)
        return place.rounds[-1].id
    days = {str(summary.date or ""): summary.id for summary in place.rounds}
    if date not in days:
        raise NotHereError(say(storing.NO_ROUND_ON, name=place.name, date=date, known=", ".join(filter(None, days))))
    return days[date]


def round_called(store: Store, name: str) -> str:
    """The id of the round that `name` is the id of, else of the only round of the place with this id or name.

    Raises InputError where the place has several rounds or none, StorageError where there is no such place.
    """
    places = store.places()
    rounds = {one.id for place in places for one in place.rounds}
    if name in rounds:
        return name
    place = place_called(places, name)
    if len(place.rounds) != 1:
        known = ", ".join(f"{one.id} ({one.date})" if one.date else one.id for one in place.rounds)
        mend = say(storing.NAME_A_ROUND, known=known) if known else ""
        raise refuse("--into", 0, "", say_n(storing.ROUNDS_OF, len(place.rounds), place=place.name), mend)
    return place.rounds[0].id
