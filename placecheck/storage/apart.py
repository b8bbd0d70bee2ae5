"""Several stores in one PostgreSQL database, each in a schema of its own."""

from __future__ import annotations

from sqlalchemy import make_url
from sqlalchemy.schema import CreateSchema

from placecheck.storage.database import connected


def apart(address: str, schema: str) -> str:
    """The address of `schema` in the PostgreSQL database at `address`, for `open_store`; made if it is not there yet.

    Whoever is connected there sees no table outside of it by its name alone. Raises StorageError.
    """
    database = connected(address)
    try:
        with database.write(exclusive=True) as connection:
            connection.execute(CreateSchema(schema, if_not_exists=True))
    finally:
        database.close()
    url = make_url(address)
    given = url.query.get("options", "")
    options = " ".join([*([given] if isinstance(given, str) else given), f"-csearch_path={schema}"]).strip()
    return url.update_query_dict({"options": options}).render_as_string(hide_password=False)
