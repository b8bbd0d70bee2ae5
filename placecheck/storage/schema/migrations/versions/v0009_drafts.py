"""What stands in forms that nobody sent yet."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, ForeignKeyConstraint, PrimaryKeyConstraint, String, Text

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add the drafts."""
    op.create_table(
        "draft",
        Column("assessment_id", String(32), nullable=False),
        Column("form", String(120), nullable=False),
        Column("at", String(27), nullable=False),
        Column("content", Text, nullable=False),
        PrimaryKeyConstraint("assessment_id", "form", name="pk_draft"),
        ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name="fk_draft_assessment", ondelete="CASCADE"),
    )
