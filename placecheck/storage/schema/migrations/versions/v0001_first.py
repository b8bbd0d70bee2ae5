"""The first tables."""

from __future__ import annotations

from typing import Any

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
from sqlalchemy.sql.schema import SchemaItem
from sqlalchemy.types import TypeEngine

from placecheck.storage.schema.migrations.log_columns import MOMENT, log_columns

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table."""
    _what_is_asked_and_where()
    _assessments()
    _logs()


def _what_is_asked_and_where() -> None:
    op.create_table(
        "edition",
        Column("key", String(64), nullable=False),
        Column("rubric", Text, nullable=False),
        Column("edition", Text, nullable=False),
        Column("content", Text, nullable=False),
        Column("kept", MOMENT, nullable=False),
        PrimaryKeyConstraint("key", name="pk_edition"),
    )
    op.create_index("ix_edition_rubric", "edition", ["rubric", "edition"])
    op.create_table(
        "place",
        Column("id", String(32), nullable=False),
        Column("name", Text, nullable=False),
        *_texts("kind", "nation", "boundary", "context"),
        Column("made", MOMENT, nullable=False),
        Column("changed", MOMENT, nullable=False),
        PrimaryKeyConstraint("id", name="pk_place"),
    )
    op.create_index("ix_place_name", "place", ["name"])


def _assessments() -> None:
    op.create_table(
        "assessment",
        Column("id", String(32), nullable=False),
        Column("place_id", String(32), nullable=False),
        Column("number", Integer, nullable=False),
        Column("edition_key", String(64), nullable=False),
        Column("round", Text, nullable=False),
        Column("together", Boolean, nullable=False),
        Column("made", MOMENT, nullable=False),
        Column("changed", MOMENT, nullable=False),
        *(Column(name, Integer, nullable=False) for name in ("sequence", "start", "answered", "voices_made")),
        PrimaryKeyConstraint("id", name="pk_assessment"),
        ForeignKeyConstraint(["place_id"], ["place.id"], name="fk_assessment_place", ondelete="CASCADE"),
        ForeignKeyConstraint(["edition_key"], ["edition.key"], name="fk_assessment_edition"),
    )
    op.create_index("ix_assessment_place_id", "assessment", ["place_id"])
    op.create_table(
        "voice",
        Column("assessment_id", String(32), nullable=False),
        Column("id", String(64), nullable=False),
        Column("number", Integer, nullable=False),
        PrimaryKeyConstraint("assessment_id", "id", name="pk_voice"),
        ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name="fk_voice_assessment", ondelete="CASCADE"),
    )


def _logs() -> None:
    where = _texts("name", "kind", "nation", "boundary", "context", "missing_voices")
    _log("setting", {}, *where, Column("date", String(10)))
    _log("perspective", {"voice_id": String(64)}, *_texts("perspective"), Column("paper", Boolean, nullable=False))
    _log(
        "answer",
        {"voice_id": String(64), "indicator": Text()},
        Column("level", Integer),
        *_texts("no_answer", "story", "sure", "not_for"),
        CheckConstraint("level >= 0", name="ck_answer_level"),
        CheckConstraint("level IS NULL OR no_answer IS NULL", name="ck_answer_one"),
    )
    _log(
        "agreed",
        {"indicator": Text()},
        Column("level", Integer),
        *_texts("no_answer", "not_agreed", "because", "minority", "sure"),
        CheckConstraint("level >= 0", name="ck_agreed_level"),
    )
    _log(
        "action",
        {"action": Integer()},
        *_texts("indicator", "what", "who", "first_step", "when", "power"),
    )
    _log("own_words", {"indicator": Text()}, *_texts("change", "because", "dimension", "words"))


def _log(name: str, keys: dict[str, TypeEngine[Any]], *items: SchemaItem) -> None:
    links: list[SchemaItem] = [
        ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name=f"fk_{name}_assessment", ondelete="CASCADE")
    ]
    if "voice_id" in keys:
        to = ["voice.assessment_id", "voice.id"]
        links.append(
            ForeignKeyConstraint(["assessment_id", "voice_id"], to, name=f"fk_{name}_voice", ondelete="CASCADE")
        )
    op.create_table(
        name,
        *log_columns(),
        *(Column(key, type_, nullable=False) for key, type_ in keys.items()),
        *items,
        PrimaryKeyConstraint("assessment_id", "sequence", name=f"pk_{name}"),
        *links,
    )
    if keys:
        op.create_index(f"ix_{name}_key", name, ["assessment_id", *keys, "sequence"])


def _texts(*names: str) -> list[Column[str]]:
    return [Column(name, Text) for name in names]
