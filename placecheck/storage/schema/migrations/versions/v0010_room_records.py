"""What the file of an assessment says of its room: notes, second votes, and how much was held back."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, Text

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Add the record, empty for what is here already."""
    op.add_column("assessment", Column("record", Text))
