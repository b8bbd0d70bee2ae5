"""Passages of the discussion that a group pinned to its assessment."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, ForeignKeyConstraint, Integer, PrimaryKeyConstraint, String, Text

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the log of cards."""
    op.create_table(
        "card",
        Column("assessment_id", String(32), nullable=False),
        Column("sequence", Integer, autoincrement=False, nullable=False),
        Column("at", String(27), nullable=False),
        Column("by", Text, nullable=False),
        Column("undoes", Integer),
        Column("passage", Text, nullable=False),
        Column("said", Text),
        Column("because", Text),
        PrimaryKeyConstraint("assessment_id", "sequence", name="pk_card"),
        ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name="fk_card_assessment", ondelete="CASCADE"),
    )
    op.create_index("ix_card_key", "card", ["assessment_id", "passage", "sequence"])
