"""Named sets of assessments to compare."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, ForeignKeyConstraint, Integer, PrimaryKeyConstraint, String, Text

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Create the sets and what they hold, empty for what is here already."""
    op.create_table(
        "comparison_set",
        Column("id", String(32), nullable=False),
        Column("name", Text, nullable=False),
        Column("made", String(27), nullable=False),
        PrimaryKeyConstraint("id", name="pk_comparison_set"),
    )
    op.create_table(
        "comparison_set_member",
        Column("set_id", String(32), nullable=False),
        Column("position", Integer, autoincrement=False, nullable=False),
        Column("assessment_id", String(32)),
        Column("example", Text),
        PrimaryKeyConstraint("set_id", "position", name="pk_comparison_set_member"),
        ForeignKeyConstraint(
            ["set_id"], ["comparison_set.id"], name="fk_comparison_set_member_comparison_set", ondelete="CASCADE"
        ),
        ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name="fk_comparison_set_member_assessment", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_comparison_set_member_assessment_id", "comparison_set_member", ["assessment_id"])
