"""Workshops: live assessments that people join from their phones."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from placecheck.storage.schema.migrations.log_columns import MOMENT, log_columns

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the tables of workshops; what was there stays as it was."""
    _ballots()
    _workshops()
    _participants()


def _ballots() -> None:
    op.create_table(
        "ballot",
        *log_columns(),
        sa.Column("vote", sa.Integer, nullable=False),
        sa.Column("voice_id", sa.String(64), nullable=False),
        sa.Column("level", sa.Integer),
        *(sa.Column(name, sa.Text) for name in ("no_answer", "story", "sure", "not_for")),
        sa.PrimaryKeyConstraint("assessment_id", "sequence", name="pk_ballot"),
        sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name="fk_ballot_assessment", ondelete="CASCADE"),
        _of_voice("ballot"),
        sa.CheckConstraint("level >= 0", name="ck_ballot_level"),
        sa.CheckConstraint("level IS NULL OR no_answer IS NULL", name="ck_ballot_one"),
    )
    op.create_index("ix_ballot_key", "ballot", ["assessment_id", "vote", "voice_id", "sequence"])


def _workshops() -> None:
    op.create_table(
        "workshop",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("assessment_id", sa.String(32), nullable=False),
        sa.Column("code", sa.String(8), nullable=False),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("rehearsal", sa.Boolean, nullable=False),
        sa.Column("delete_on", sa.String(10)),
        sa.Column("made", MOMENT, nullable=False),
        sa.Column("changed", MOMENT, nullable=False),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("ended", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_workshop"),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessment.id"], name="fk_workshop_assessment", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_workshop_assessment_id", "workshop", ["assessment_id"])
    op.create_index("ix_workshop_code", "workshop", ["code"], unique=True)
    op.create_table(
        "workshop_event",
        sa.Column("workshop_id", sa.String(32), nullable=False),
        sa.Column("sequence", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("event", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("workshop_id", "sequence", name="pk_workshop_event"),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name="fk_workshop_event_workshop", ondelete="CASCADE"
        ),
    )


def _participants() -> None:
    op.create_table(
        "participant",
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("workshop_id", sa.String(32), nullable=False),
        sa.Column("assessment_id", sa.String(32), nullable=False),
        sa.Column("voice_id", sa.String(64), nullable=False),
        sa.Column("joined", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_participant"),
        sa.ForeignKeyConstraint(["workshop_id"], ["workshop.id"], name="fk_participant_workshop", ondelete="CASCADE"),
        _of_voice("participant"),
    )
    op.create_index("ix_participant_workshop_id", "participant", ["workshop_id"])


def _of_voice(table: str) -> sa.ForeignKeyConstraint:
    to = ["voice.assessment_id", "voice.id"]
    return sa.ForeignKeyConstraint(["assessment_id", "voice_id"], to, name=f"fk_{table}_voice", ondelete="CASCADE")
