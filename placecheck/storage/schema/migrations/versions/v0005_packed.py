"""Assessments packed for scoring all at once; made from the rows whenever they are asked for."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, ForeignKeyConstraint, Integer, PrimaryKeyConstraint, String, Text

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add an empty table."""
    op.create_table(
        "packed",
        Column("assessment_id", String(32), nullable=False),
        Column("sequence", Integer, nullable=False),
        Column("content", Text, nullable=False),
        PrimaryKeyConstraint("assessment_id", name="pk_packed"),
        ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name="fk_packed_assessment", ondelete="CASCADE"),
    )
