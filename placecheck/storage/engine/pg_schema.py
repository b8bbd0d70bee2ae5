"""Several stores in one PostgreSQL database, each in a schema of its own."""

from __future__ import annotations

from sqlalchemy import make_url
from sqlalchemy.schema import CreateSchema

from placecheck.storage.engine.database import connected


def schema_address(address: str, schema: str) -> str:
    """Return the address of `schema` in the PostgreSQL database at `address`, for `open_store`; created if missing.

    A connection to it sees no table outside the schema by its unqualified name.

    Raises:
        StorageError: The database cannot be reached.
    """
    database = connected(address)
    try:
        with database.write(exclusive=True) as connection:
            connection.execute(CreateSchema(schema, if_not_exists=True))
    finally:
        database.close()
    url = make_url(address)
    query_options = url.query.get("options", "")
    options = " ".join(
        [*([query_options] if isinstance(query_options, str) else query_options), f"-csearch_path={schema}"]
    ).strip()
    return url.update_query_dict({"options": options}).render_as_string(hide_password=False)
