"""From where people may say that they speak in an assessment, and what the group calls it."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, ForeignKeyConstraint, Integer, PrimaryKeyConstraint, String, Text

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Create the log, empty for what is here already."""
    op.create_table(
        "perspectives",
        Column("assessment_id", String(32), nullable=False),
        Column("sequence", Integer, autoincrement=False, nullable=False),
        Column("at", String(27), nullable=False),
        Column("by", Text, nullable=False),
        Column("undoes", Integer),
        Column("offered", Text),
        Column("names", Text),
        PrimaryKeyConstraint("assessment_id", "sequence", name="pk_perspectives"),
        ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name="fk_perspectives_assessment", ondelete="CASCADE"
        ),
    )
