"""Workshops: live rounds that people join from their phones."""

from __future__ import annotations

from alembic import op
from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Integer,
    PrimaryKeyConstraint,
    String,
    Text,
)

revision = "0003"
down_revision = "0002"

_MOMENT = String(27)


def upgrade() -> None:
    """Add the tables of workshops; what was there stays as it was."""
    _ballots()
    _workshops()
    _participants()


def _ballots() -> None:
    op.create_table(
        "ballot",
        Column("assessment_id", String(32), nullable=False),
        Column("sequence", Integer, autoincrement=False, nullable=False),
        Column("at", _MOMENT, nullable=False),
        Column("by", Text, nullable=False),
        Column("undoes", Integer),
        Column("vote", Integer, nullable=False),
        Column("voice_id", String(64), nullable=False),
        Column("level", Integer),
        *(Column(name, Text) for name in ("no_answer", "story", "sure", "not_for")),
        PrimaryKeyConstraint("assessment_id", "sequence", name="pk_ballot"),
        ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name="fk_ballot_assessment", ondelete="CASCADE"),
        _of_voice("ballot"),
        CheckConstraint("level >= 0", name="ck_ballot_level"),
        CheckConstraint("level IS NULL OR no_answer IS NULL", name="ck_ballot_one"),
    )
    op.create_index("ix_ballot_key", "ballot", ["assessment_id", "vote", "voice_id", "sequence"])


def _workshops() -> None:
    op.create_table(
        "workshop",
        Column("id", String(32), nullable=False),
        Column("assessment_id", String(32), nullable=False),
        Column("code", String(8), nullable=False),
        Column("key", String(64), nullable=False),
        Column("rehearsal", Boolean, nullable=False),
        Column("delete_on", String(10)),
        Column("made", _MOMENT, nullable=False),
        Column("changed", _MOMENT, nullable=False),
        Column("sequence", Integer, nullable=False),
        Column("ended", Boolean, nullable=False),
        PrimaryKeyConstraint("id", name="pk_workshop"),
        ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name="fk_workshop_assessment", ondelete="CASCADE"),
    )
    op.create_index("ix_workshop_assessment_id", "workshop", ["assessment_id"])
    op.create_index("ix_workshop_code", "workshop", ["code"], unique=True)
    op.create_table(
        "workshop_event",
        Column("workshop_id", String(32), nullable=False),
        Column("sequence", Integer, autoincrement=False, nullable=False),
        Column("at", _MOMENT, nullable=False),
        Column("event", Text, nullable=False),
        PrimaryKeyConstraint("workshop_id", "sequence", name="pk_workshop_event"),
        ForeignKeyConstraint(["workshop_id"], ["workshop.id"], name="fk_workshop_event_workshop", ondelete="CASCADE"),
    )


def _participants() -> None:
    op.create_table(
        "participant",
        Column("key", String(64), nullable=False),
        Column("workshop_id", String(32), nullable=False),
        Column("assessment_id", String(32), nullable=False),
        Column("voice_id", String(64), nullable=False),
        Column("joined", _MOMENT, nullable=False),
        PrimaryKeyConstraint("key", name="pk_participant"),
        ForeignKeyConstraint(["workshop_id"], ["workshop.id"], name="fk_participant_workshop", ondelete="CASCADE"),
        _of_voice("participant"),
    )
    op.create_index("ix_participant_workshop_id", "participant", ["workshop_id"])


def _of_voice(table: str) -> ForeignKeyConstraint:
    to = ["voice.assessment_id", "voice.id"]
    return ForeignKeyConstraint(["assessment_id", "voice_id"], to, name=f"fk_{table}_voice", ondelete="CASCADE")
