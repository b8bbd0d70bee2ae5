"""Where the people of a workshop would have matters decided."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, ForeignKeyConstraint, Integer, PrimaryKeyConstraint, String, Text

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Add the log of what voices said of matters."""
    op.create_table(
        "level_choice",
        Column("assessment_id", String(32), nullable=False),
        Column("sequence", Integer, autoincrement=False, nullable=False),
        Column("at", String(27), nullable=False),
        Column("by", Text, nullable=False),
        Column("undoes", Integer),
        Column("matter", String(60), nullable=False),
        Column("voice_id", String(64), nullable=False),
        Column("at_level", Text),
        Column("no_answer", Text),
        PrimaryKeyConstraint("assessment_id", "sequence", name="pk_level_choice"),
        ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name="fk_level_choice_assessment", ondelete="CASCADE"
        ),
        ForeignKeyConstraint(
            ["assessment_id", "voice_id"],
            ["voice.assessment_id", "voice.id"],
            name="fk_level_choice_voice",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_level_choice_key", "level_choice", ["assessment_id", "matter", "voice_id", "sequence"])
