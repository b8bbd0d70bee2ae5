"""What belongs to a place and outlives its assessments: cards and photos; and what became of next steps."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, ForeignKeyConstraint, Integer, PrimaryKeyConstraint, String, Text

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the log of cards, the photos, and the outcome of an action."""
    op.create_table(
        "place_card",
        Column("place_id", String(32), nullable=False),
        Column("sequence", Integer, autoincrement=False, nullable=False),
        Column("at", String(27), nullable=False),
        Column("by", Text, nullable=False),
        Column("card", String(60), nullable=False),
        Column("content", Text),
        PrimaryKeyConstraint("place_id", "sequence", name="pk_place_card"),
        ForeignKeyConstraint(["place_id"], ["place.id"], name="fk_place_card_place", ondelete="CASCADE"),
    )
    op.create_index("ix_place_card_key", "place_card", ["place_id", "card", "sequence"])
    op.create_table(
        "place_photo",
        Column("place_id", String(32), nullable=False),
        Column("name", String(40), nullable=False),
        Column("added", String(27), nullable=False),
        Column("content", Text, nullable=False),
        PrimaryKeyConstraint("place_id", "name", name="pk_place_photo"),
        ForeignKeyConstraint(["place_id"], ["place.id"], name="fk_place_photo_place", ondelete="CASCADE"),
    )
    op.add_column("action", Column("outcome", Text))
