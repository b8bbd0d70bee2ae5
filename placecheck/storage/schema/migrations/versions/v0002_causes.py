"""What people think moved an indicator since an earlier assessment."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, ForeignKeyConstraint, Integer, PrimaryKeyConstraint, String, Text

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the log of causes."""
    op.create_table(
        "cause",
        Column("assessment_id", String(32), nullable=False),
        Column("sequence", Integer, autoincrement=False, nullable=False),
        Column("at", String(27), nullable=False),
        Column("by", Text, nullable=False),
        Column("undoes", Integer),
        Column("indicator", Text, nullable=False),
        Column("because", Text),
        Column("since", String(10)),
        PrimaryKeyConstraint("assessment_id", "sequence", name="pk_cause"),
        ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name="fk_cause_assessment", ondelete="CASCADE"),
    )
    op.create_index("ix_cause_key", "cause", ["assessment_id", "indicator", "sequence"])
