"""What the address of a database in PostgreSQL says."""

from __future__ import annotations

import pytest

from placecheck.storage.engine.pg_schema import address_of_schema, schema_of

ADDRESS = "postgresql://one:word@hall.example/places"


@pytest.mark.parametrize("options", ["", "?options=-cstatement_timeout%3D9999"])
def test_an_address_names_one_schema_beside_what_else_it_asks_for(options):
    assert schema_of(ADDRESS + options) is None
    named = address_of_schema(ADDRESS + options, "g_one")
    other = address_of_schema(named, "g_other")
    assert (schema_of(named), schema_of(other)) == ("g_one", "g_other")
    assert "g_one" not in other
    assert address_of_schema(other, None) == address_of_schema(ADDRESS + options, None)
    assert all("one:word@hall.example" in address for address in (named, other))
    assert all(("statement_timeout" in address) == bool(options) for address in (named, other))
