"""The tables of every version, brought to those of today with all that is in them."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from placecheck.assessment import as_yaml
from placecheck.storage import StorageError, open_store
from placecheck.storage.engine.database import FILE, connected
from placecheck.storage.journal.logs import LOGS
from placecheck.storage.schema.migrate import known_versions, upgrade
from placecheck.storage.schema.tables import SCHEMA, metadata

DATA = Path(__file__).resolve().parents[1] / "data"
VERSIONS = known_versions()


def test_the_version_of_the_tables_is_that_of_the_newest_migration():
    assert VERSIONS[-1] == SCHEMA, "write the newest migration's number into SCHEMA of storage/schema/tables.py"


def test_every_version_has_a_backup_to_test_with():
    missing = sorted({*VERSIONS} - {path.name for path in DATA.iterdir()})
    how = "write tests/storage/changes/{0}.jsonl, then run: python tests/storage/write_fixture.py {0}"
    assert missing == [], how.format(*missing)
    assert {path.name for path in DATA.iterdir()} == set(VERSIONS)


@pytest.mark.parametrize("log", LOGS, ids=lambda log: log.kind)
def test_every_field_of_a_value_has_a_column(log):
    assert set(log.model.model_fields) <= set(log.table.c.keys())


def test_the_migrations_make_the_tables_that_the_program_asks_for(store):
    with store._database.read() as connection:
        missing = compare_metadata(MigrationContext.configure(connection), metadata)
    assert missing == [], "write a migration in storage/schema/migrations/versions that makes these changes"


@pytest.mark.parametrize("version", VERSIONS)
def test_a_backup_of_every_version_opens_as_it_was_meant(store, zipped, tmp_path, version):
    store.restore(zipped(version), tmp_path)
    (place,) = (place for place in store.places() if place.assessments)
    kept = store.assessment(place.assessments[0].id)
    assert as_yaml(kept) == (DATA / version / "expected.yaml").read_text(encoding="utf-8")
    assert store.rubric_of(place.assessments[0].id).id == kept.rubric.id
    assert store.assessment_summary(place.assessments[0].id).answered == sum(
        len(voice.answers) for voice in kept.voices
    )
    assert len(store.history(place.assessments[0].id)) == place.assessments[0].sequence


@pytest.mark.parametrize("version", VERSIONS)
def test_a_store_of_every_version_is_brought_up_when_it_is_opened(tmp_path, version):
    database = connected(tmp_path)
    with database.rebuild() as connection:
        upgrade(connection, version)
    database.close()
    store = open_store(tmp_path)
    assert store.places() == ()
    with store._database.read() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    store.close()


def test_a_store_of_a_newer_program_is_left_as_it_is(tmp_path):
    open_store(tmp_path).close()
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StorageError, match="newer placecheck"):
        open_store(tmp_path)
    with sqlite3.connect(tmp_path / FILE) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [("9999",)]
