"""The tables of named sets: assessments that a facilitator wants to compare again, in a hall."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, String, Table, Text

from placecheck.storage.schema.columns import Moment
from placecheck.storage.schema.log_tables import metadata

comparison_set = Table(
    "comparison_set",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("name", Text, nullable=False),
    Column("made", Moment, nullable=False),
)

comparison_set_member = Table(
    "comparison_set_member",
    metadata,
    Column("set_id", String(32), ForeignKey("comparison_set.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("assessment_id", String(32), ForeignKey("assessment.id", ondelete="CASCADE"), index=True),
    Column("example", Text),  # of the program's own examples, which are in no table
)
"""What a set holds, in order: an assessment that is kept here, or an example."""
