"""The tables. Whatever a person said is a row that is appended and never updated: the latest row of a key counts.

A row of a log carries the key it speaks of, the whole value (all columns empty: withdrawn), `sequence` (counts the
changes of one assessment from 1), `at` (UTC), `by` (the screen or file it came from), and `undoes` (the sequence of
the change that it takes back, if it does).
"""

from __future__ import annotations

from sqlalchemy import Boolean, CheckConstraint, Column, ForeignKey, Index, Integer, String, Table, Text

from placecheck.assessment.customisation import OwnWords
from placecheck.assessment.model import Action, Agreed, Answer, Cause
from placecheck.assessment.room_record import RoomRecord
from placecheck.storage import values
from placecheck.storage.schema import comparison_tables
from placecheck.storage.schema.columns import AsJson, Day, Moment
from placecheck.storage.schema.log_tables import log_table, metadata, of_voice, value_columns

SCHEMA = "0015"
"""The version of these tables: the newest of the migrations."""

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
    Column("number", Integer, nullable=False),  # of the place's assessments, in the order they were begun, from 1
    Column("edition_key", String(64), ForeignKey("edition.key"), nullable=False),
    Column("round", Text, nullable=False),
    Column("together", Boolean, nullable=False),
    Column("made", Moment, nullable=False),
    Column("changed", Moment, nullable=False),
    Column("sequence", Integer, nullable=False),  # of the latest change
    Column("start", Integer, nullable=False),  # of the last change that came with the beginning or the file
    Column("voices_made", Integer, nullable=False),  # so that no voice's id is ever given twice
    Column("record", AsJson(RoomRecord)),  # what its file said of notes, second votes and what was held back
)
"""One assessment. `sequence` and `changed` follow from the logs and are kept here so that looking is cheap."""

voice = Table(
    "voice",
    metadata,
    Column("assessment_id", String(32), ForeignKey("assessment.id", ondelete="CASCADE"), primary_key=True),
    Column("id", String(64), primary_key=True),
    Column("number", Integer, nullable=False),
    Column("answered", Integer, nullable=False),  # levels and no-answers that stand now
    Column("said", Integer, nullable=False),  # those, and stories without either: a person counts from the first on
    Column("removed", Boolean, nullable=False),
)
"""Whoever came in. How much they said, and whether they are taken out, follows from the logs."""


setting = log_table("setting", [], value_columns(values.AssessmentDetails))
"""Where and when an assessment was held, and who was missing."""

perspective = log_table(
    "perspective",
    [Column("voice_id", String(64), nullable=False)],
    [Column("perspective", Text), Column("paper", Boolean, nullable=False)],
    of_voice("perspective"),
)
"""From where a voice speaks, and whether it answered on paper."""

answer = log_table(
    "answer",
    [Column("voice_id", String(64), nullable=False), Column("indicator", Text, nullable=False)],
    value_columns(Answer),
    of_voice("answer"),
    CheckConstraint("level >= 0", name="level"),
    CheckConstraint("level IS NULL OR no_answer IS NULL", name="one"),
)

agreed = log_table(
    "agreed",
    [Column("indicator", Text, nullable=False)],
    value_columns(Agreed),
    CheckConstraint("level >= 0", name="level"),
)

action = log_table(
    "action",
    [Column("action", Integer, nullable=False)],  # the sequence of the change that first wrote it down
    value_columns(Action),
)

asked = log_table("asked", [], value_columns(values.ChosenQuestions))
"""The questions that a group chose; empty: the set that the assessment names."""

perspectives = log_table("perspectives", [], value_columns(values.ChosenPerspectives))
"""From where people may say that they speak, and what the group calls it; empty: as the rubric has it."""

removal = log_table(
    "removal", [Column("voice_id", String(64), nullable=False)], value_columns(values.Removal), of_voice("removal")
)
"""Who was taken out of an assessment; withdrawn: they are back in."""

packed = Table(
    "packed",
    metadata,
    Column("assessment_id", String(32), ForeignKey("assessment.id", ondelete="CASCADE"), primary_key=True),
    Column("sequence", Integer, nullable=False),  # of the change after which it was packed
    Column("method", Text, nullable=False),  # of scoring, by which it was packed
    Column("content", Text, nullable=False),
)
"""Assessments packed for scoring all at once. It follows from the logs, and is in no backup."""

own_words = log_table(
    "own_words",
    [Column("indicator", Text, nullable=False)],
    value_columns(OwnWords),
)
"""What the group asks in words of its own: an indicator reworded, left out or added, for this assessment alone."""

cause = log_table("cause", [Column("indicator", Text, nullable=False)], value_columns(Cause))
"""What people think moved an indicator since an earlier assessment, kept with the later one."""

card = log_table("card", [Column("passage", Text, nullable=False)], value_columns(values.PinnedPassage))
"""Passages of the discussion that a group pinned to its assessment, to talk about."""

ballot = log_table(
    "ballot",
    [Column("vote", Integer, nullable=False), Column("voice_id", String(64), nullable=False)],
    value_columns(Answer),
    of_voice("ballot"),
    CheckConstraint("level >= 0", name="level"),
    CheckConstraint("level IS NULL OR no_answer IS NULL", name="one"),
)
"""What voices said in the second votes of a workshop, each on one indicator. `answer` keeps what they said first."""

level_choice = log_table(
    "level_choice",
    [Column("matter", String(60), nullable=False), Column("voice_id", String(64), nullable=False)],
    value_columns(values.LevelChoice),
    of_voice("level_choice"),
)
"""Where the voices of a workshop would have a matter decided; `matter` is a card of the place."""

workshop = Table(
    "workshop",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("assessment_id", String(32), ForeignKey("assessment.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("code", String(8), nullable=False, index=True, unique=True),
    Column("key", String(64), nullable=False),  # empty; earlier releases kept the hash of a key that nothing read
    Column("rehearsal", Boolean, nullable=False),
    Column("delete_on", Day),
    Column("made", Moment, nullable=False),
    Column("changed", Moment, nullable=False),
    Column("sequence", Integer, nullable=False),  # of the latest event
    Column("ended", Boolean, nullable=False),
    Column("account", Text),  # who made it, where people sign in by account
)
"""One workshop. `sequence`, `changed` and `ended` follow from its events and are kept here so that looking is cheap."""

workshop_event = Table(
    "workshop_event",
    metadata,
    Column("workshop_id", String(32), ForeignKey("workshop.id", ondelete="CASCADE"), primary_key=True),
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("event", Text, nullable=False),  # as JSON
    Column("account", Text),  # who made the move, where people sign in by account
)

participant = Table(
    "participant",
    metadata,
    Column("key", String(64), primary_key=True),  # SHA-256 of the personal code
    Column("workshop_id", String(32), ForeignKey("workshop.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("assessment_id", String(32), nullable=False),
    Column("voice_id", String(64), nullable=False),
    Column("joined", Moment, nullable=False),
    of_voice("participant"),
)
"""Who joined from a phone: which voice a personal code speaks for. Nothing else is known of them."""

place_card = Table(
    "place_card",
    metadata,
    Column("place_id", String(32), ForeignKey("place.id", ondelete="CASCADE"), primary_key=True),
    Column("sequence", Integer, primary_key=True, autoincrement=False),  # counts the changes of one place's cards
    Column("at", Moment, nullable=False),
    Column("by", Text, nullable=False),
    Column("card", String(60), nullable=False),
    Column("content", Text),  # the whole card as JSON; empty where it was taken off
    Index("ix_place_card_key", "place_id", "card", "sequence"),
)
"""What belongs to a place and outlives its assessments: cards, each change a row."""

place_photo = Table(
    "place_photo",
    metadata,
    Column("place_id", String(32), ForeignKey("place.id", ondelete="CASCADE"), primary_key=True),
    Column("name", String(40), primary_key=True),
    Column("added", Moment, nullable=False),
    Column("content", Text, nullable=False),  # in base 64, so that a backup can hold it as a line
)

publish_tick = Table(
    "publish_tick",
    metadata,
    Column("assessment_id", String(32), ForeignKey("assessment.id", ondelete="CASCADE"), primary_key=True),
    Column("tick", String(16), primary_key=True),  # a digest of where a text is and of its letters
    Column("at", Moment, nullable=False),
)
"""Which texts of an assessment a person read and found to name nobody, so that they may be published."""

draft = Table(
    "draft",
    metadata,
    Column("assessment_id", String(32), ForeignKey("assessment.id", ondelete="CASCADE"), primary_key=True),
    Column("form", String(120), primary_key=True),
    Column("at", Moment, nullable=False),
    Column("content", Text, nullable=False),  # what stands in its fields, as JSON
)
"""What stands in a form that nobody sent yet, so that leaving the page loses nothing."""

comparison_set, comparison_set_member = comparison_tables.comparison_set, comparison_tables.comparison_set_member
