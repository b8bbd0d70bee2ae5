"""What was promised to be gone on a day."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta

from placecheck.assessment import Place
from placecheck.storage import StorageError, open_store
from placecheck.web.due import deleting_what_is_due

TODAY = date.today()


def held(store, rubric, delete_on: date | None) -> str:
    """A round with a workshop that names this day."""
    round_id = store.begin(store.add_place(Place(name="Ore Valley")), rubric, round="full", date=None, together=False)
    store.create_workshop(round_id, delete_on=delete_on)
    return round_id


def kept(store) -> set[str]:
    return {round_.id for place in store.places() for round_ in place.rounds}


async def until(holds) -> None:
    async with asyncio.timeout(60):
        while not holds():
            await asyncio.sleep(0.01)


def test_a_round_goes_when_its_day_has_come_and_no_other_does(tmp_path, rubric):
    store = open_store(tmp_path)
    held(store, rubric, TODAY)
    held(store, rubric, TODAY - timedelta(days=400))
    stays = {held(store, rubric, TODAY + timedelta(days=2)), held(store, rubric, None)}

    async def run() -> None:
        async with deleting_what_is_due(lambda: store, first=0, every=60):
            await until(lambda: kept(store) == stays)

    asyncio.run(run())
    assert kept(store) == stays
    store.close()


def test_a_database_that_is_away_is_reported_and_asked_again(tmp_path, rubric, caplog):
    store, asked = open_store(tmp_path), []
    held(store, rubric, TODAY)

    def found():
        asked.append(1)
        if len(asked) < 3:
            raise StorageError("no database")
        return store

    async def run() -> None:
        async with deleting_what_is_due(found, first=0, every=0):
            await until(lambda: not kept(store))

    asyncio.run(run())
    assert caplog.text.count("could not be deleted: no database") == 2
    store.close()
