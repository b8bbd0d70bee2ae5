"""The index of the stores of many groups, asked whether it answers."""

from __future__ import annotations

from contextlib import closing

import pytest
from sqlalchemy import text

from placecheck.storage import StorageError
from placecheck.storage.engine.store_index import StoreIndex


def test_an_index_is_ready_as_long_as_it_can_be_read(tmp_path):
    with closing(StoreIndex(tmp_path)) as index:
        index.check_ready()
        with index._database.write() as connection:
            connection.execute(text("DROP TABLE listed"))
        with pytest.raises(StorageError):
            index.check_ready()
