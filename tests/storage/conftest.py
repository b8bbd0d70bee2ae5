"""The store on both engines: SQLite in a folder, and a real PostgreSQL server that the tests start themselves."""

from __future__ import annotations

import itertools
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy
from hypothesis import settings

from placecheck.assessment import Answer, Place
from placecheck.rubric import Rubric
from placecheck.storage import Store, open_store
from placecheck.storage.schema.tables import metadata

DATA = Path(__file__).parent / "data"


def _run(url: sqlalchemy.URL, *statements: str) -> None:
    engine = sqlalchemy.create_engine(url.set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
    engine.dispose()


@pytest.fixture(scope="session")
def postgres_database(postgres: Callable[[], str]) -> str:
    """The address of the one database that most tests share, one after the other."""
    address = postgres()
    open_store(address).close()
    return address


@pytest.fixture(params=["sqlite", "postgres"])
def engine(request: pytest.FixtureRequest) -> str:
    """Which of the two databases the test runs on."""
    name: str = request.param
    return name


@pytest.fixture
def lives(engine: str) -> int:
    """How many lives a model-based test tries: more where they are quick, and ten times as many in `make attack`."""
    return {"sqlite": 6, "postgres": 3}[engine] * (settings.default.max_examples // 50)


@pytest.fixture
def where(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    """Where a store can be opened that holds nothing: a folder, or the address of a database."""
    if engine == "sqlite":
        return tmp_path / "data"
    address: str = request.getfixturevalue("postgres_database")
    _run(sqlalchemy.make_url(address), *(str(table.delete()) for table in reversed(metadata.sorted_tables)))
    return address


@pytest.fixture
def zipped(tmp_path: Path) -> Callable[[str], Path]:
    """A backup as each version of the tables wrote it, from the files in `data/`."""

    def backup(version: str) -> Path:
        out = tmp_path / f"{version}.zip"
        with zipfile.ZipFile(out, "w") as archive:
            for path in sorted((DATA / version).glob("*.json*")):
                archive.write(path, path.name)
        return out

    return backup


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """A clock that moves on by a second each time it is looked at."""
    seconds = itertools.count()
    return lambda: datetime(2026, 10, 3, 18, 0, tzinfo=UTC) + timedelta(seconds=next(seconds))


@pytest.fixture
def store(where: Path | str, clock: Callable[[], datetime], empty_store: Callable[[Path], Path]) -> Iterator[Store]:
    opened = open_store(empty_store(where) if isinstance(where, Path) else where, clock=clock)
    yield opened
    opened.close()


@pytest.fixture
def assessment_id(store: Store, rubric: Rubric) -> str:
    """An assessment of Ore Valley with two voices and no answers."""
    place = store.add_place(Place(name="Ore Valley", kind="neighbourhood", nation="England", boundary="to the ridge"))
    id_ = store.begin_assessment(place, rubric, question_set="full", date=None, together=True)
    store.add_voice(id_, perspective="resident")
    return id_


@pytest.fixture
def asked(rubric: Rubric) -> list[str]:
    """The ids of the rubric's indicators, in order."""
    return list(rubric.by_id)


@pytest.fixture
def save(store: Store, assessment_id: str, asked: list[str]) -> Callable[..., int]:
    """Save a level for an indicator (by number) and voice; the sequence that was confirmed."""

    def saved(level: int | None, indicator: int = 0, voice: str = "v1", story: str | None = None) -> int:
        answer = None if level is None else Answer(level=level, story=story)
        return store.save_answer(assessment_id, voice, asked[indicator], answer, "a test").sequence

    return saved
