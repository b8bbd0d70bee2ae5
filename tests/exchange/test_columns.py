"""A column that a table has is known to those who read it back, and said to people."""

from __future__ import annotations

import pytest

from placecheck.exchange.column_dictionary import FACTS, RECORD_KINDS, format_columns
from placecheck.exchange.export_rows import RECORD_KIND_BY_TABLE, TABLES
from placecheck.words import exchanging, import_plan


@pytest.mark.parametrize("table", TABLES)
def test_the_list_of_columns_has_those_of_every_table_and_no_others_for_its_kind_of_row(table):
    listed = {column.name for column in format_columns().values() if RECORD_KIND_BY_TABLE[table] in column.record_kinds}
    unlisted = [name for name in TABLES[table] if name not in listed]
    assert unlisted == [], (
        f"list them for the rows of the kind {RECORD_KIND_BY_TABLE[table]} in exchange/assessment-columns.yaml"
    )
    of_the_row = {"row", "voice", "perspective", "paper", *FACTS}
    without_a_table = sorted(listed - of_the_row - {*TABLES[table]})
    assert without_a_table == [], (
        f"assessment-columns.yaml lists them for {RECORD_KIND_BY_TABLE[table]}; export_rows.py writes them nowhere"
    )


def test_what_is_said_of_a_whole_assessment_may_stand_on_every_kind_of_row():
    narrow = [name for name in FACTS if set(format_columns()[name].record_kinds) != {*RECORD_KINDS}]
    assert narrow == [], (
        "each row of the flat table names its place: list every kind of record for them in assessment-columns.yaml"
    )
    missing = [
        name
        for name, column in format_columns().items()
        if "place" in column.record_kinds and name not in (*FACTS, *WHICH)
    ]
    assert missing == [], "add them to FACTS of exchange/column_dictionary.py"


WHICH = ("row", "assessment")
"""The columns that say which row it is."""


@pytest.mark.parametrize(("words", "module"), [(exchanging.COLUMNS, "exchanging"), (import_plan.FIELDS, "import_plan")])
def test_every_column_has_words_for_those_who_fill_it_in_and_those_who_bring_it_in(words, module):
    assert [name for name in format_columns() if name not in words] == [], f"say what each holds in words/{module}.py"
