"""Which texts of an assessment may be published."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, ForeignKeyConstraint, PrimaryKeyConstraint, String

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the ticks."""
    op.create_table(
        "publish_tick",
        Column("assessment_id", String(32), nullable=False),
        Column("tick", String(16), nullable=False),
        Column("at", String(27), nullable=False),
        PrimaryKeyConstraint("assessment_id", "tick", name="pk_publish_tick"),
        ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name="fk_publish_tick_assessment", ondelete="CASCADE"
        ),
    )
