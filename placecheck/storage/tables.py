"""The tables. Whatever a person said is a row that is appended and never updated: the latest row of a key counts.

A row of a log carries the key it speaks of, the whole value (all columns empty: withdrawn), `sequence` (counts the
changes of one assessment from 1), `at` (UTC), `by` (the screen or file it came from), and `undoes` (the sequence of
the change that it takes back, if it does).
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)
from sqlalchemy.sql.schema import SchemaItem

from placecheck.rubric import Indicator
from placecheck.storage.columns import AsJson, Day, Moment

SCHEMA = "0005"
"""The version of these tables: the newest of the migrations."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

edition = Table(
    "edition",
    metadata,
    Column("key", String(64), primary_key=True),  # SHA-256 of `content`
    Column("rubric", Text, nullable=False),
    Column("edition", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("kept", Moment, nullable=False),
    Index("ix_edition_rubric", "rubric", "edition"),
)
"""Whole rubrics, as JSON, kept for ever: one row for each that any assessment was ever made with."""

place = Table(
    "place",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("name", Text, nullable=False, index=True),
    Column("kind", Text),
    Column("nation", Text),
    Column("boundary", Text),
    Column("context", Text),
    Column("made", Moment, nullable=False),
    Column("changed", Moment, nullable=False),
)

assessment = Table(
    "assessment",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("place_id", String(32), ForeignKey("place.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("number", Integer, nullable=False),  # of the place's rounds, in the order they were begun, from 1
    Column("edition_key", String(64), ForeignKey("edition.key"), nullable=False),
    Column("round", Text, nullable=False),
    Column("together", Boolean, nullable=False),
    Column("made", Moment, nullable=False),
    Column("changed", Moment, nullable=False),
    Column("sequence", Integer, nullable=False),  # of the latest change
    Column("start", Integer, nullable=False),  # of the last change that came with the beginning or the file
    Column("answered", Integer, nullable=False),  # answers that stand now, over all voices
    Column("voices_made", Integer, nullable=False),  # so that no voice's id is ever given twice
)
"""One round. `sequence`, `answered` and `changed` follow from the logs and are kept here so that looking is cheap."""

voice = Table(
    "voice",
    metadata,
    Column("assessment_id", String(32), ForeignKey("assessment.id", ondelete="CASCADE"), primary_key=True),
    Column("id", String(64), primary_key=True),
    Column("number", Integer, nullable=False),
)


def _log(name: str, keys: list[Column[str] | Column[int]], values: list[Column[object]], *more: SchemaItem) -> Table:
    """A table of appended rows about `keys`."""
    return Table(
        name,
        metadata,
        Column("assessment_id", String(32), ForeignKey("assessment.id", ondelete="CASCADE"), primary_key=True),
        Column("sequence", Integer, primary_key=True, autoincrement=False),
        Column("at", Moment, nullable=False),
        Column("by", Text, nullable=False),
        Column("undoes", Integer),
        *keys,
        *values,
        *([Index(f"ix_{name}_key", "assessment_id", *(key.name for key in keys), "sequence")] if keys else []),
        *more,
    )


def _words(*names: str) -> list[Column[object]]:
    return [Column(name, Text) for name in names]


def _of_voice(name: str) -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["assessment_id", "voice_id"], ["voice.assessment_id", "voice.id"], name=f"fk_{name}_voice", ondelete="CASCADE"
    )


setting = _log(
    "setting", [], [*_words("name", "kind", "nation", "boundary", "context", "missing_voices"), Column("date", Day)]
)
"""Where and when a round was held, and who was missing."""

perspective = _log(
    "perspective",
    [Column("voice_id", String(64), nullable=False)],
    [*_words("perspective"), Column("paper", Boolean, nullable=False)],
    _of_voice("perspective"),
)
"""From where a voice speaks, and whether it answered on paper."""

answer = _log(
    "answer",
    [Column("voice_id", String(64), nullable=False), Column("indicator", Text, nullable=False)],
    [Column("level", Integer), *_words("no_answer", "story", "sure", "not_for")],
    _of_voice("answer"),
    CheckConstraint("level >= 0", name="level"),
    CheckConstraint("level IS NULL OR no_answer IS NULL", name="one"),
)

agreed = _log(
    "agreed",
    [Column("indicator", Text, nullable=False)],
    [Column("level", Integer), *_words("no_answer", "not_agreed", "because", "minority", "sure")],
    CheckConstraint("level >= 0", name="level"),
)

action = _log(
    "action",
    [Column("action", Integer, nullable=False)],  # the sequence of the change that first wrote it down
    _words("indicator", "what", "who", "first_step", "when", "power"),
)

packed = Table(
    "packed",
    metadata,
    Column("assessment_id", String(32), ForeignKey("assessment.id", ondelete="CASCADE"), primary_key=True),
    Column("sequence", Integer, nullable=False),  # of the change after which it was packed
    Column("content", Text, nullable=False),
)
"""Rounds packed for scoring all at once. It follows from the logs, and is in no backup."""

own_words = _log(
    "own_words",
    [Column("indicator", Text, nullable=False)],
    [*_words("change", "because", "dimension"), Column("words", AsJson(Indicator))],
)
"""What the group asks in words of its own: an indicator reworded, left out or added, for this assessment alone."""

cause = _log("cause", [Column("indicator", Text, nullable=False)], [*_words("because"), Column("since", Day)])
"""What people think moved an indicator since an earlier round, kept with the later one."""

card = _log("card", [Column("passage", Text, nullable=False)], _words("said", "because"))
"""Passages of the discussion that a group pinned to its round, to talk about."""

ballot = _log(
    "ballot",
    [Column("vote", Integer, nullable=False), Column("voice_id", String(64), nullable=False)],
    [Column("level", Integer), *_words("no_answer", "story", "sure", "not_for")],
    _of_voice("ballot"),
    CheckConstraint("level >= 0", name="level"),
    CheckConstraint("level IS NULL OR no_answer IS NULL", name="one"),
)
"""What voices said in the second votes of a workshop, each on one indicator. `answer` keeps what they said first."""

workshop = Table(
    "workshop",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("assessment_id", String(32), ForeignKey("assessment.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("code", String(8), nullable=False, index=True, unique=True),
    Column("key", String(64), nullable=False),  # SHA-256 of the facilitator's key
    Column("rehearsal", Boolean, nullable=False),
    Column("delete_on", Day),
    Column("made", Moment, nullable=False),
    Column("changed", Moment, nullable=False),
    Column("sequence", Integer, nullable=False),  # of the latest event
    Column("ended", Boolean, nullable=False),
)
"""One workshop. `sequence`, `changed` and `ended` follow from its events and are kept here so that looking is cheap."""

workshop_event = Table(
    "workshop_event",
    metadata,
    Column("workshop_id", String(32), ForeignKey("workshop.id", ondelete="CASCADE"), primary_key=True),
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("event", Text, nullable=False),  # as JSON
)

participant = Table(
    "participant",
    metadata,
    Column("key", String(64), primary_key=True),  # SHA-256 of the personal code
    Column("workshop_id", String(32), ForeignKey("workshop.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("assessment_id", String(32), nullable=False),
    Column("voice_id", String(64), nullable=False),
    Column("joined", Moment, nullable=False),
    _of_voice("participant"),
)
"""Who joined from a phone: which voice a personal code speaks for. Nothing else is known of them."""
