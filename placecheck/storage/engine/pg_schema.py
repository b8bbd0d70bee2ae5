"""Several stores in one PostgreSQL database, each in a schema of its own."""

from __future__ import annotations

from sqlalchemy import make_url, text
from sqlalchemy.schema import CreateSchema

from placecheck.storage.engine.database import connected
from placecheck.storage.engine.shared_engine import PATH_OPTION, without_path


def schema_address(address: str, schema: str) -> str:
    """Return the address of `schema` in the PostgreSQL database at `address`, for `open_store`; created if missing.

    A connection to it sees no table outside the schema by its unqualified name.

    Raises:
        StorageError: The database cannot be reached.
    """
    database = connected(address)
    try:
        with database.read() as connection:
            query = text("SELECT 1 FROM pg_namespace WHERE nspname = :schema")
            is_there = connection.execute(query, {"schema": schema}).first() is not None
        if not is_there:
            with database.write(exclusive=True) as connection:
                connection.execute(CreateSchema(schema, if_not_exists=True))
    finally:
        database.close()
    return address_of_schema(address, schema)


def address_of_schema(address: str, schema: str | None) -> str:
    """Return the address of `schema` in the database at `address`, without another that it names; None for neither."""
    url, _ = without_path(make_url(address))
    if schema is not None:
        query_options = url.query.get("options", "")
        options = query_options if isinstance(query_options, str) else " ".join(query_options)
        url = url.update_query_dict({"options": f"{options} {PATH_OPTION}{schema}".strip()})
    return url.render_as_string(hide_password=False)


def schema_of(address: str) -> str | None:
    """Return the schema that the address of a PostgreSQL database names; None where it names none."""
    return without_path(make_url(address))[1]
