"""Who counts and what was asked: how much each voice said, who was taken out, and the questions that a group chose."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Boolean, Column, ForeignKeyConstraint, Integer, PrimaryKeyConstraint, String, Text, false
from sqlalchemy.schema import SchemaItem

revision = "0007"
down_revision = "0006"

_GIVEN = "a.level IS NOT NULL OR a.no_answer IS NOT NULL"
_COUNT = """
    UPDATE voice SET {column} = (
        SELECT count(*) FROM answer AS a
        WHERE a.assessment_id = voice.assessment_id AND a.voice_id = voice.id AND ({holds})
        AND NOT EXISTS (
            SELECT 1 FROM answer AS later
            WHERE later.assessment_id = a.assessment_id AND later.voice_id = a.voice_id
            AND later.indicator = a.indicator AND later.sequence > a.sequence
        )
    )
"""


def upgrade() -> None:
    """Count what each voice said, and create the two logs; assessments are packed again by the new method."""
    for name in ("answered", "said"):
        op.add_column("voice", Column(name, Integer, nullable=False, server_default="0"))
    op.add_column("voice", Column("removed", Boolean, nullable=False, server_default=false()))
    op.execute(_COUNT.format(column="answered", holds=_GIVEN))
    op.execute(_COUNT.format(column="said", holds=f"{_GIVEN} OR a.story IS NOT NULL OR a.not_for IS NOT NULL"))
    op.drop_column("assessment", "answered")
    op.execute("DELETE FROM packed")
    op.add_column("packed", Column("method", Text, nullable=False, server_default=""))
    _make_log("asked", Column("ids", Text))
    of = ForeignKeyConstraint(
        ["assessment_id", "voice_id"], ["voice.assessment_id", "voice.id"], name="fk_removal_voice", ondelete="CASCADE"
    )
    _make_log("removal", Column("voice_id", String(64), nullable=False), Column("removed", Boolean), of)
    op.create_index("ix_removal_key", "removal", ["assessment_id", "voice_id", "sequence"])


def _make_log(name: str, *more: SchemaItem) -> None:
    op.create_table(
        name,
        Column("assessment_id", String(32), nullable=False),
        Column("sequence", Integer, autoincrement=False, nullable=False),
        Column("at", String(27), nullable=False),
        Column("by", Text, nullable=False),
        Column("undoes", Integer),
        *more,
        PrimaryKeyConstraint("assessment_id", "sequence", name=f"pk_{name}"),
        ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name=f"fk_{name}_assessment", ondelete="CASCADE"),
    )
