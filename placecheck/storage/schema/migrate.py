"""Bring what is kept to the tables of today, whichever version wrote it; two processes may start at once."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from placecheck.storage.engine.database import Database
from placecheck.storage.errors import StoreTroubleError
from placecheck.storage.schema.tables import SCHEMA
from placecheck.words import say, storing

_SCRIPTS = Path(__file__).resolve().parent / "migrations"


def bring_up_to_date(database: Database) -> None:
    """Make or change the tables where they are not those of today.

    Raises:
        StorageError: A newer program wrote them.
    """
    with database.read() as connection:
        if found_version(connection) == SCHEMA:
            return
    with database.rebuild() as connection:
        version = found_version(connection)
        if version not in (None, *known_versions()):
            raise StoreTroubleError(say(storing.NEWER, where=database.name, found=version, known=SCHEMA))
        upgrade(connection)


def found_version(connection: Connection) -> str | None:
    """Return the version of the tables in the database; None where there are none yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def known_versions() -> tuple[str, ...]:
    """Return every version of the tables that this program can bring up to date, the oldest first."""
    from alembic.script import ScriptDirectory

    script = ScriptDirectory(str(_SCRIPTS))
    return tuple(revision.revision for revision in script.walk_revisions())[::-1]


def upgrade(connection: Connection, to: str = "head") -> None:
    """Run the migrations up to the version `to` inside the transaction of `connection`."""
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    command.upgrade(config, to)
