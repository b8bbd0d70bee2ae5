"""What was promised to be gone on a day."""

from __future__ import annotations

import asyncio
import os
import time
from datetime import date, timedelta
from functools import partial

import pytest

from placecheck.assessment import Place
from placecheck.storage import StorageError, open_store
from placecheck.web.server.retention import A_WEEK, delete_when_due, forget_old_copies, look_after

TODAY = date.today()


def held(store, rubric, delete_on: date | None) -> str:
    """A round with a workshop that names this day."""
    assessment_id = store.begin_assessment(
        store.add_place(Place(name="Ore Valley")), rubric, question_set="full", date=None, together=False
    )
    store.create_workshop(assessment_id, delete_on=delete_on)
    return assessment_id


def kept(store) -> set[str]:
    return {round_.id for place in store.places() for round_ in place.assessments}


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
        async with delete_when_due(lambda: [partial(look_after, lambda: store, tmp_path / "kept")], first=0, every=60):
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
        async with delete_when_due(lambda: [partial(look_after, found, tmp_path / "kept")], first=0, every=0):
            await until(lambda: not kept(store))

    asyncio.run(run())
    assert caplog.text.count("could not be deleted: no database") == 2
    store.close()


def test_a_clock_that_ran_far_ahead_deletes_nothing_and_is_reported(tmp_path, rubric):
    store = open_store(tmp_path)
    stays = held(store, rubric, TODAY + timedelta(days=30))
    with pytest.raises(StorageError, match="clock"):
        store.delete_due(TODAY + timedelta(days=4000), tmp_path / "kept")
    assert kept(store) == {stays}
    store.close()


def test_a_copy_of_what_was_there_stays_for_a_week(tmp_path, rubric):
    store = open_store(tmp_path / "data")
    gone = held(store, rubric, TODAY)
    assert store.delete_due(TODAY, tmp_path / "kept") == 1
    (copy,) = (tmp_path / "kept").iterdir()
    forget_old_copies(tmp_path / "kept")
    store.restore(copy, tmp_path)
    assert kept(store) == {gone}
    os.utime(copy, (time.time() - A_WEEK - 60,) * 2)
    forget_old_copies(tmp_path / "kept")
    assert not copy.exists()
    store.close()
